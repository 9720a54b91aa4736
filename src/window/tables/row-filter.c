/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/row-filter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/cell-text.h"

struct _AtlasRowFilter
{
  GtkWidget parent_instance;

  const AtlasTableDefinition *table;
  GtkDropDown *lists[ATLAS_TABLE_MAX_COLUMNS]; /* NULL for a column that is none of words */
  gboolean updating;

  GtkWidget *button;
  GtkWidget *grid;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasRowFilter, atlas_row_filter, GTK_TYPE_WIDGET)

/* The words of COLUMN, in their order. */
static char **
list_words (const AtlasColumn *column)
{
  return g_strsplit (column->detail, " ", -1);
}

/* (nullable): of a column. */
static const char *
get_word (AtlasRowFilter *self,
          guint           column)
{
  guint selected = self->lists[column] != NULL ? gtk_drop_down_get_selected (self->lists[column]) : 0;
  g_auto (GStrv) words = NULL;

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  words = list_words (&self->table->columns[column]);
  return g_intern_string (words[selected - 1]);
}

static gboolean
narrows (AtlasRowFilter *self)
{
  for (guint i = 0; self->table != NULL && i < self->table->n_columns; i++)
    if (get_word (self, i) != NULL)
      return TRUE;
  return FALSE;
}

/* The button shows that rows are left out. */
static void
update_button (AtlasRowFilter *self)
{
  if (narrows (self))
    gtk_widget_add_css_class (self->button, "accent");
  else
    gtk_widget_remove_css_class (self->button, "accent");
}

static void
chosen (AtlasRowFilter *self)
{
  if (self->updating)
    return;
  update_button (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
list_new (AtlasRowFilter    *self,
          const AtlasColumn *column)
{
  g_auto (GStrv) words = list_words (column);
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *list = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);

  gtk_string_list_append (titles, C_("word", "Any"));
  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (titles, atlas_cell_get_word (column, words[i]));
  gtk_widget_set_hexpand (list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, atlas_cell_get_title (column), -1);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (chosen), self, G_CONNECT_SWAPPED);
  return list;
}

static void
add_list (AtlasRowFilter *self,
          guint           column)
{
  GtkWidget *title = gtk_label_new (atlas_cell_get_title (&self->table->columns[column]));
  GtkWidget *list = list_new (self, &self->table->columns[column]);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_grid_attach (GTK_GRID (self->grid), title, 0, (int) column, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), list, 1, (int) column, 1, 1);
  self->lists[column] = GTK_DROP_DOWN (list);
}

static void
remove_lists (AtlasRowFilter *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  memset (self->lists, 0, sizeof self->lists);
}

static void
atlas_row_filter_dispose (GObject *object)
{
  AtlasRowFilter *self = ATLAS_ROW_FILTER (object);

  self->updating = TRUE;
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_row_filter_parent_class)->dispose (object);
}

static void
atlas_row_filter_class_init (AtlasRowFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_row_filter_dispose;

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_ROW_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_row_filter_init (AtlasRowFilter *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_popover_set_child (GTK_POPOVER (popover), self->grid);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Filter"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _("Only rows of a kind, such as stations that operate"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

void
atlas_row_filter_set_table (AtlasRowFilter             *self,
                            const AtlasTableDefinition *table)
{
  gboolean has_lists = FALSE;

  g_return_if_fail (ATLAS_IS_ROW_FILTER (self));
  g_return_if_fail (table != NULL);

  self->updating = TRUE;
  remove_lists (self);
  self->table = table;
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].kind == ATLAS_COLUMN_ENUM)
      {
        add_list (self, i);
        has_lists = TRUE;
      }
  self->updating = FALSE;
  update_button (self);
  gtk_widget_set_visible (GTK_WIDGET (self), has_lists);
}

void
atlas_row_filter_choose (AtlasRowFilter *self,
                         guint           column,
                         const char     *word)
{
  g_auto (GStrv) words = NULL;
  guint selected = 0;

  g_return_if_fail (ATLAS_IS_ROW_FILTER (self));
  g_return_if_fail (column < ATLAS_TABLE_MAX_COLUMNS && self->lists[column] != NULL);

  words = list_words (&self->table->columns[column]);
  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      selected = i + 1;
  gtk_drop_down_set_selected (self->lists[column], selected);
}

void
atlas_row_filter_apply (AtlasRowFilter *self,
                        AtlasRowQuery  *query)
{
  g_return_if_fail (ATLAS_IS_ROW_FILTER (self));
  g_return_if_fail (query->table == self->table);

  for (guint i = 0; i < query->table->n_columns; i++)
    query->words[i] = get_word (self, i);
}
