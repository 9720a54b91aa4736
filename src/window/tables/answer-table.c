/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/answer-table.h"

#include <glib/gi18n.h>

#include "indicators/programme-rows.h"

/* So high it is at the most, in pixels. */
#define MAX_HEIGHT 420

struct _AtlasAnswerTable
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasTable *table;
  GPtrArray *rows; /* (element-type AtlasProgrammeRow) */

  GtkWidget *card;
  AtlasTextGrid *grid;
};

G_DEFINE_FINAL_TYPE (AtlasAnswerTable, atlas_answer_table, GTK_TYPE_WIDGET)

static void
selection_changed (AtlasAnswerTable *self)
{
  guint selected = atlas_text_grid_get_selected (self->grid);

  if (selected < self->rows->len)
    atlas_session_set_selection (self->session, self->table,
                                 ((const AtlasProgrammeRow *) g_ptr_array_index (self->rows, selected))->row);
}

static char **
dup_cells (const AtlasProgrammeRow *row)
{
  char **cells = g_new0 (char *, 6);

  cells[0] = atlas_region_dup_short_name (row->region);
  cells[1] = g_strdup (row->item);
  cells[2] = g_strdup (row->value);
  cells[3] = g_strdup (row->ratio);
  cells[4] = g_strdup (row->period);
  return cells;
}

static gboolean
has_ratio (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const AtlasProgrammeRow *) g_ptr_array_index (rows, i))->ratio[0] != '\0')
      return TRUE;
  return FALSE;
}

static void
fill (AtlasAnswerTable *self)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (cells, dup_cells (g_ptr_array_index (self->rows, i)));
  atlas_text_grid_set_rows (self->grid, cells, 0);
  atlas_text_grid_show_column (self->grid, 3, has_ratio (self->rows));
}

static void
add_grid (AtlasAnswerTable *self)
{
  const AtlasGridColumn columns[] = {
    { _("Region"), 104, .wraps = TRUE }, { _("Indicator"), .wraps = TRUE }, { _("Value"), 132, TRUE }, { _("Ratio"), 150, TRUE },
    { _("Period"), 92, .wraps = TRUE },
  };

  self->grid = ATLAS_TEXT_GRID (atlas_text_grid_new (_("Table"), columns, G_N_ELEMENTS (columns)));
  atlas_text_grid_set_max_height (self->grid, MAX_HEIGHT);
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->grid));
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
}

static void
atlas_answer_table_dispose (GObject *object)
{
  AtlasAnswerTable *self = ATLAS_ANSWER_TABLE (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->table, atlas_table_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_answer_table_parent_class)->dispose (object);
}

static void
atlas_answer_table_class_init (AtlasAnswerTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_answer_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_answer_table_init (AtlasAnswerTable *self)
{
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "atlas-card");
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

GtkWidget *
atlas_answer_table_new (AtlasSession *session,
                        AtlasTable   *table)
{
  AtlasAnswerTable *self = g_object_new (ATLAS_TYPE_ANSWER_TABLE, NULL);

  self->session = g_object_ref (session);
  self->table = atlas_table_ref (table);
  self->rows = atlas_programme_list_rows (table);
  add_grid (self);
  fill (self);
  return GTK_WIDGET (self);
}

AtlasTextGrid *
atlas_answer_table_get_grid (AtlasAnswerTable *self)
{
  g_return_val_if_fail (ATLAS_IS_ANSWER_TABLE (self), NULL);

  return self->grid;
}
