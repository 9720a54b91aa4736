/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/grid-parts.h"

static GQuark
number_quark (void)
{
  return g_quark_from_static_string ("atlas-grid-number");
}

GtkWidget *
atlas_grid_cell_new (gboolean is_number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

void
atlas_grid_column_set_number (GtkColumnViewColumn *column)
{
  g_object_set_qdata (G_OBJECT (column), number_quark (), column);
}

/* GTK 4.8 has no property for it: the child of a heading is a box with the title and the arrow of the sorting, which has its
 * place even while it is not shown. */
static void
align_heading (GtkWidget *heading)
{
  GtkWidget *box = gtk_widget_get_first_child (heading);

  if (!GTK_IS_BOX (box))
    return;
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  if (GTK_IS_LABEL (gtk_widget_get_first_child (box)))
    gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_first_child (box), gtk_widget_get_last_child (box));
}

/* A column that is not visible has no heading. */
void
atlas_grid_align_headings (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; i < g_list_model_get_n_items (columns) && heading != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (g_object_get_qdata (G_OBJECT (column), number_quark ()) != NULL)
        align_heading (heading);
      heading = gtk_widget_get_next_sibling (heading);
    }
}
