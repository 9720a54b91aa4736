/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/register-card.h"

#include <glib/gi18n.h>

#include "dataset/registers/register-names.h"
#include "window/parts/quiet-tooltip.h"

/* So high its rows are at the most, in pixels. */
#define MAX_HEIGHT 320
/* So wide columns start, in pixels; the one that says what a row is has what room there is. */
#define WIDTH 84
#define YEAR_WIDTH 48

GtkWidget *
atlas_register_link_new (const AtlasTableDefinition *table)
{
  GtkWidget *button = gtk_button_new_with_label (atlas_table_get_title (table));

  gtk_widget_add_css_class (button, "pill-link");
  atlas_quiet_tooltip_describe (button, _("Shows the register, into which rows are imported"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-rows");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", table->name, (gint64) 0);
  return button;
}

/* "Projects · Three Areas Plan", how many of its rows there are, and the way to them. */
static GtkWidget *
head_new (const AtlasProgrammeRegister *rows)
{
  g_autofree char *count = rows->n_rows > rows->rows->len
                             ? g_strdup_printf (_("the last %1$u of %2$u rows"), rows->rows->len, rows->n_rows)
                             : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (rows->title);
  GtkWidget *note = gtk_label_new (count);
  GtkWidget *link = atlas_register_link_new (rows->table);

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_hexpand (note, TRUE);
  gtk_widget_set_halign (note, GTK_ALIGN_START);
  gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), link);
  return box;
}

static gboolean
is_of (const AtlasProgrammeRegister *rows,
       const char                   *heading,
       const char                   *name)
{
  int column = atlas_table_definition_find_column (rows->table, name);

  return column >= 0 && g_str_equal (atlas_column_get_title (&rows->table->columns[column]), heading);
}

static int
get_width (const AtlasProgrammeRegister *rows,
           const char                   *heading)
{
  if (is_of (rows, heading, "name") || is_of (rows, heading, "title") || is_of (rows, heading, "institution"))
    return 0;
  return is_of (rows, heading, "year") ? YEAR_WIDTH : WIDTH;
}

static GtkWidget *
grid_new (const AtlasProgrammeRegister *rows)
{
  guint n = g_strv_length (rows->headings);
  g_autofree AtlasGridColumn *columns = g_new0 (AtlasGridColumn, n);
  GtkWidget *grid;

  for (guint i = 0; i < n; i++)
    columns[i] = (AtlasGridColumn) { rows->headings[i], get_width (rows, rows->headings[i]), .wraps = TRUE };
  grid = atlas_text_grid_new (rows->title, columns, n);
  atlas_text_grid_set_max_height (ATLAS_TEXT_GRID (grid), MAX_HEIGHT);
  atlas_text_grid_set_rows (ATLAS_TEXT_GRID (grid), rows->rows, 0);
  return grid;
}

GtkWidget *
atlas_register_card_new (const AtlasProgrammeRegister *rows)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "atlas-card");
  gtk_box_append (GTK_BOX (card), head_new (rows));
  gtk_box_append (GTK_BOX (card), grid_new (rows));
  return card;
}
