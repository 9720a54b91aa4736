/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/table-view.h"

#include "window/parts/grid-parts.h"
#include "window/parts/quiet-tooltip.h"
#include "window/parts/tab-stop.h"
#include "window/tables/table-text.h"

/* More rows than this are scrolled within the table. */
#define MAXIMUM_HEIGHT 420

struct _AtlasTableView
{
  GtkWidget parent_instance;

  AtlasTable *table;
  GtkWidget *box;
  GtkWidget *grid;
  GtkWidget *note; /* what signs mean, where there are any */
  GtkSingleSelection *selection;
  GPtrArray *cells; /* (element-type GtkListItem): borrowed, those that show a row now */
  char *linked;     /* (nullable): code of a region */
};

enum {
  ROW_SELECTED,
  ROW_ACTIVATED,
  ROW_POINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasTableView, atlas_table_view, GTK_TYPE_WIDGET)

static void
cell_entered (GtkEventControllerMotion *motion,
              double                    x,
              double                    y,
              GtkListItem              *item)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));
  AtlasTableView *self = ATLAS_TABLE_VIEW (gtk_widget_get_ancestor (cell, ATLAS_TYPE_TABLE_VIEW));

  g_signal_emit (self, signals[ROW_POINTED], 0, (int) gtk_list_item_get_position (item));
}

static void
left (AtlasTableView *self)
{
  g_signal_emit (self, signals[ROW_POINTED], 0, -1);
}

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            gpointer                  data)
{
  gboolean is_number = atlas_text_column_is_number (data);
  GtkWidget *label = atlas_grid_cell_new (is_number);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (cell_entered), item, 0);
  gtk_widget_add_controller (label, motion);
  if (is_number) /* the other columns give way */
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_list_item_set_child (item, label);
}

/* Of the widgets there are; others are marked when they get their row. */
static void
update_linked (AtlasTableView *self,
               GtkListItem    *item)
{
  const AtlasRegion *region = atlas_table_get_row (self->table, gtk_list_item_get_position (item))->region;
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (region != NULL && g_strcmp0 (region->code, self->linked) == 0)
    gtk_widget_add_css_class (cell, "linked");
  else
    gtk_widget_remove_css_class (cell, "linked");
}

static void
unbind_cell (AtlasTableView *self,
             GtkListItem    *item)
{
  g_ptr_array_remove_fast (self->cells, item);
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  data)
{
  const AtlasTextColumn *column = data;
  AtlasTable *table = g_object_get_data (G_OBJECT (factory), "table");
  GtkWidget *label = gtk_list_item_get_child (item);
  guint row = gtk_list_item_get_position (item);
  g_autofree char *text = atlas_text_column_dup_text (column, table, row);
  g_autofree char *hidden = atlas_text_column_dup_hidden (column, table, row);

  gtk_label_set_text (GTK_LABEL (label), text);
  atlas_quiet_tooltip_set (label, atlas_text_column_is_number (column) ? hidden : text);
  if (hidden != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, hidden, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
show_bound_cell (AtlasTableView *self,
                 GtkListItem    *item)
{
  g_ptr_array_add (self->cells, item);
  update_linked (self, item);
}

static GtkColumnViewColumn *
column_new (AtlasTableView        *self,
            const AtlasTextColumn *column)
{
  AtlasTable *table = self->table;
  g_autofree char *title = atlas_text_column_dup_title (column, table);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *result;
  AtlasTextColumn *copy = g_memdup2 (column, sizeof *column);

  g_object_set_data_full (G_OBJECT (factory), "table", atlas_table_ref (table), (GDestroyNotify) atlas_table_unref);
  g_object_set_data_full (G_OBJECT (factory), "column", copy, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), copy);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), copy);
  g_signal_connect_object (factory, "bind", G_CALLBACK (show_bound_cell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell), self, G_CONNECT_SWAPPED);
  result = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (result, TRUE);
  if (column->kind == ATLAS_TEXT_COLUMN_SOURCE || column->kind == ATLAS_TEXT_COLUMN_NOTE)
    gtk_column_view_column_set_expand (result, TRUE);
  if (atlas_text_column_is_number (column))
    atlas_grid_column_set_number (result);
  return result;
}

static void
show_note (AtlasTableView *self,
           GArray         *columns)
{
  g_autofree char *note = atlas_table_dup_signs_note (self->table, columns);

  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, note[0] != '\0');
}

static void
rebuild_columns (AtlasTableView *self,
                 AtlasChartKind  chart)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (self->grid);
  GListModel *old = gtk_column_view_get_columns (view);
  g_autoptr (GArray) columns = NULL;
  g_autofree char *name = NULL;

  while (g_list_model_get_n_items (old) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (old, 0);

      gtk_column_view_remove_column (view, column);
    }
  gtk_widget_set_visible (self->note, FALSE);
  if (self->table == NULL)
    return;

  columns = atlas_table_list_text_columns (self->table, chart);
  for (guint i = 0; i < columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = column_new (self, &g_array_index (columns, AtlasTextColumn, i));

      gtk_column_view_append_column (view, column);
    }
  atlas_grid_align_headings (view);
  show_note (self, columns);
  name = atlas_table_dup_name (self->table);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* One item a row; what it holds does not matter, the cells go by the position. */
static GListModel *
rows_new (AtlasTable *table)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  guint n_rows = table != NULL ? atlas_table_get_n_rows (table) : 0;

  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_append (rows, "");
  return G_LIST_MODEL (rows);
}

static void
selection_changed (AtlasTableView *self)
{
  guint row = gtk_single_selection_get_selected (self->selection);

  if (row != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[ROW_SELECTED], 0, row);
}

static void
activated (AtlasTableView *self,
           guint           row)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

static void
atlas_table_view_dispose (GObject *object)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->table, atlas_table_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->linked, g_free);
  G_OBJECT_CLASS (atlas_table_view_parent_class)->dispose (object);
}

static void
atlas_table_view_class_init (AtlasTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_table_view_dispose;

  signals[ROW_SELECTED] = g_signal_new ("row-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ROW_POINTED] = g_signal_new ("row-pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  atlas_tab_stop_install (widget_class);
}

static void
atlas_table_view_init (AtlasTableView *self)
{
  GtkScrolledWindow *scroller;
  GtkEventController *pointer;

  self->cells = g_ptr_array_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed), self,
                           G_CONNECT_SWAPPED);

  self->grid = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  gtk_widget_add_css_class (self->grid, "data-table");
  g_signal_connect_swapped (self->grid, "activate", G_CALLBACK (activated), self);
  pointer = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (pointer, "leave", G_CALLBACK (left), self);
  gtk_widget_add_controller (self->grid, pointer);

  scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (scroller, self->grid);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (scroller, MAXIMUM_HEIGHT);
  gtk_widget_set_vexpand (GTK_WIDGET (scroller), TRUE);
  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0.0);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_add_css_class (self->note, "caption");
  gtk_widget_add_css_class (self->note, "dim-label");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (scroller));
  gtk_box_append (GTK_BOX (self->box), self->note);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
atlas_table_view_set_table (AtlasTableView *self,
                            AtlasTable     *table,
                            AtlasChartKind  chart)
{
  g_autoptr (GListModel) rows = NULL;

  g_return_if_fail (ATLAS_IS_TABLE_VIEW (self));

  if (self->table == table)
    return;
  if (table != NULL)
    atlas_table_ref (table);
  g_clear_pointer (&self->table, atlas_table_unref);
  self->table = table;

  /* The rows first go: their cells must not be bound to columns of another table. */
  gtk_single_selection_set_model (self->selection, NULL);
  rebuild_columns (self, chart);
  rows = rows_new (table);
  gtk_single_selection_set_model (self->selection, rows);
}

void
atlas_table_view_set_selected (AtlasTableView *self,
                               int             row)
{
  g_return_if_fail (ATLAS_IS_TABLE_VIEW (self));

  g_signal_handlers_block_by_func (self->selection, selection_changed, self);
  gtk_single_selection_set_selected (self->selection, row < 0 ? GTK_INVALID_LIST_POSITION : (guint) row);
  g_signal_handlers_unblock_by_func (self->selection, selection_changed, self);
}

void
atlas_table_view_set_linked (AtlasTableView *self,
                             const char     *code)
{
  g_return_if_fail (ATLAS_IS_TABLE_VIEW (self));

  if (g_strcmp0 (self->linked, code) == 0)
    return;
  g_free (self->linked);
  self->linked = g_strdup (code);
  for (guint i = 0; i < self->cells->len; i++)
    update_linked (self, g_ptr_array_index (self->cells, i));
}
