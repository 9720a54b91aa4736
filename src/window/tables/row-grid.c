/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/row-grid.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-names.h"
#include "indicators/cell-text.h"
#include "window/parts/grid-parts.h"
#include "window/parts/tab-stop.h"
#include "window/tables/row-cell.h"
#include "window/tables/row-columns.h"

/* Rows whose cells are bound in one go. */
#define ROWS_AT_ONCE 40

struct _AtlasRowGrid
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasRowQuery *query;
  GCancellable *cancellable; /* of the worker under way; NULL: none */
  GError *error;
  gboolean updating;
  int probed; /* the column that was asked to compare */
  GHashTable *cells; /* (element-type GtkListItem GtkListItemFactory): those that show something */
  guint next_row;    /* the cells from there on still show rows of the index before */
  guint fill_id;     /* source that goes on with them */
  gboolean is_untold; /* the selected row has not been read: nobody knows of it yet */

  GtkWidget *scroller;
  GtkColumnView *view;
  GtkColumnViewColumn *change; /* in the view where rows are narrowed to an import */
  GtkSingleSelection *selection;
};

enum {
  LOADED,
  ROW_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasRowGrid, atlas_row_grid, GTK_TYPE_WIDGET)

static const AtlasColumn *
get_column (GtkSignalListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "column");
}

/* The column of what an import did is no column of the table. */
static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  const AtlasColumn *column = get_column (factory);

  gtk_list_item_set_child (item, atlas_grid_cell_new (column != NULL && atlas_row_cell_is_number (column)));
}

static void
show_row (AtlasRowGrid             *self,
          GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  const AtlasColumn *column = get_column (factory);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (list_item));
  AtlasRowItem *item = gtk_list_item_get_item (list_item);

  if (column != NULL)
    atlas_row_cell_show (label, item, (guint) (column - self->query->table->columns), column,
                         atlas_session_get_catalogue (self->session));
  else
    atlas_row_cell_show_change (label, atlas_row_item_get_change (item));
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           AtlasRowGrid             *self)
{
  g_hash_table_insert (self->cells, list_item, factory);
  show_row (self, factory, list_item);
}

static void
unbind_cell (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item,
             AtlasRowGrid             *self)
{
  g_hash_table_remove (self->cells, list_item);
}

/* Called by GTK to sort, which SQLite does here: it only notes which column was asked first. */
static int
probe_column (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  AtlasRowGrid *self = g_object_get_data (user_data, "grid");

  if (self->probed < 0)
    self->probed = GPOINTER_TO_INT (g_object_get_data (user_data, "number"));
  return GTK_ORDERING_SMALLER;
}

/* Which column the user has the view sorted by; −1 for none. GTK 4.8 does not tell, but a comparison asks the column that
 * counts most first, and turns its answer round where the order is descending. */
static int
read_sorting (AtlasRowGrid *self,
              gboolean     *out_descending)
{
  g_autoptr (GObject) one = g_object_new (ATLAS_TYPE_ROW_ITEM, NULL);
  g_autoptr (GObject) other = g_object_new (ATLAS_TYPE_ROW_ITEM, NULL);
  GtkOrdering ordering;

  self->probed = -1;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), one, other);
  *out_descending = ordering == GTK_ORDERING_LARGER;
  return self->probed;
}

/* A factory can outlive the grid with what holds its column. */
static void
connect_factory (AtlasRowGrid       *self,
                 GtkListItemFactory *factory)
{
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell), self, G_CONNECT_DEFAULT);
}

static GtkColumnViewColumn *
column_new (AtlasRowGrid      *self,
            const AtlasColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *result = gtk_column_view_column_new (atlas_cell_get_title (column), factory);
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) column);
  g_object_set_data (G_OBJECT (result), "grid", self);
  g_object_set_data (G_OBJECT (result), "number", GINT_TO_POINTER ((int) (column - self->query->table->columns)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), NULL);
  connect_factory (self, factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_column, result, NULL));
  gtk_column_view_column_set_sorter (result, sorter);
  gtk_column_view_column_set_resizable (result, TRUE);
  gtk_column_view_column_set_fixed_width (result, atlas_row_columns_get_width (column));
  gtk_column_view_column_set_expand (result, atlas_row_columns_expands (column));
  if (atlas_row_cell_is_number (column))
    atlas_grid_column_set_number (result);
  return result;
}

/* The column of the view that shows column NUMBER of the table. */
static GtkColumnViewColumn *
find_view_column (AtlasRowGrid *self,
                  guint         number)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column != self->change && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "number")) == number)
        return column;
    }
  return NULL;
}

static void
remove_columns (AtlasRowGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
rebuild_columns (AtlasRowGrid *self)
{
  const AtlasTableDefinition *table = self->query->table;
  guint order[ATLAS_TABLE_MAX_COLUMNS];

  self->updating = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  remove_columns (self);
  /* Of rows that are narrowed to an import the first column says what it did to them. */
  if (self->query->import_id != 0)
    gtk_column_view_append_column (self->view, self->change);
  atlas_row_columns_get_order (table, order);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = column_new (self, &table->columns[order[i]]);

      gtk_column_view_append_column (self->view, column);
    }
  atlas_grid_align_headings (self->view);
  if (self->query->sort_column >= 0)
    gtk_column_view_sort_by_column (self->view, find_view_column (self, (guint) self->query->sort_column),
                                    self->query->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->updating = FALSE;
}

/* The first row from ROW on that cells show; G_MAXUINT: there is none. */
static guint
find_shown_row (AtlasRowGrid *self,
                guint         row)
{
  GHashTableIter iter;
  gpointer item;
  guint first = G_MAXUINT;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_position (item) >= row)
      first = MIN (first, gtk_list_item_get_position (item));
  return first;
}

/* FALSE: all cells show what they should. */
static gboolean
fill_rows (AtlasRowGrid *self)
{
  GHashTableIter iter;
  gpointer item, factory;
  guint first = find_shown_row (self, self->next_row);

  if (first == G_MAXUINT)
    return FALSE;
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, &factory))
    if (gtk_list_item_get_position (item) >= first && gtk_list_item_get_position (item) - first < ROWS_AT_ONCE)
      show_row (self, factory, item);
  self->next_row = first + ROWS_AT_ONCE;
  return TRUE;
}

/* A part of it at a time, so that frames come between. */
static gboolean
go_on (gpointer data)
{
  AtlasRowGrid *self = data;
  GListModel *model = gtk_single_selection_get_model (self->selection);

  if (fill_rows (self) || (model != NULL && atlas_row_model_grow (ATLAS_ROW_MODEL (model))))
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
go_on_filling (AtlasRowGrid *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (go_on, self);
}

/* Announcing that a million rows have changed would block for seconds, and another model lets the view make thousands of
 * cells anew: those it has are filled again. */
static void
show_other_rows (AtlasRowGrid         *self,
                 AtlasRowModel        *model,
                 const AtlasFoundRows *rows)
{
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0.0);
  atlas_row_model_set_rows (model, rows);
  self->next_row = 0;
  fill_rows (self);
}

static void
tell_selected (AtlasRowGrid *self)
{
  AtlasRowItem *item = gtk_single_selection_get_selected_item (self->selection);

  self->is_untold = item != NULL && !atlas_row_item_is_read (item);
  if (item != NULL && !self->is_untold)
    g_signal_emit (self, signals[ROW_SELECTED], 0, item);
}

static void
page_read (AtlasRowGrid *self)
{
  self->next_row = 0;
  go_on_filling (self);
  if (self->is_untold)
    tell_selected (self);
}

static void
set_rows (AtlasRowGrid         *self,
          const AtlasFoundRows *rows)
{
  g_autoptr (AtlasRowModel) model = NULL;

  if (rows != NULL && atlas_session_get_dataset (self->session) != NULL)
    {
      model = atlas_row_model_new (atlas_session_get_dataset (self->session), rows);
      g_signal_connect_object (model, "page-read", G_CALLBACK (page_read), self, G_CONNECT_SWAPPED);
    }
  self->next_row = G_MAXUINT;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
}

static void
show_rows (AtlasRowGrid         *self,
           const AtlasFoundRows *rows)
{
  GListModel *shown = gtk_single_selection_get_model (self->selection);

  if (rows != NULL && shown != NULL &&
      atlas_row_model_get_dataset (ATLAS_ROW_MODEL (shown)) == atlas_session_get_dataset (self->session))
    show_other_rows (self, ATLAS_ROW_MODEL (shown), rows);
  else
    set_rows (self, rows);
  go_on_filling (self);
}

static void
rows_found (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  AtlasRowGrid *self = ATLAS_ROW_GRID (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasFoundRows) rows = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another query is under way, or nobody looks any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->view == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  show_rows (self, rows);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
stop (AtlasRowGrid *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start (AtlasRowGrid *self)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  atlas_row_reader_find (self, atlas_session_get_dataset (self->session), self->query, self->cancellable, rows_found);
}

static void
sorting_changed (AtlasRowGrid *self)
{
  if (self->updating || self->view == NULL || self->query == NULL)
    return;
  self->query->sort_column = read_sorting (self, &self->query->descending);
  start (self);
}

static void
atlas_row_grid_dispose (GObject *object)
{
  AtlasRowGrid *self = ATLAS_ROW_GRID (object);

  stop (self);
  g_clear_handle_id (&self->fill_id, g_source_remove);
  self->view = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->change);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->query, atlas_row_query_free);
  g_clear_error (&self->error);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_row_grid_parent_class)->dispose (object);
}

static void
atlas_row_grid_finalize (GObject *object)
{
  g_hash_table_unref (ATLAS_ROW_GRID (object)->cells);
  G_OBJECT_CLASS (atlas_row_grid_parent_class)->finalize (object);
}

static void
atlas_row_grid_class_init (AtlasRowGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_row_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_row_grid_finalize;

  signals[LOADED] = g_signal_new ("loaded", ATLAS_TYPE_ROW_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_SELECTED] = g_signal_new ("row-selected", ATLAS_TYPE_ROW_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ATLAS_TYPE_ROW_ITEM);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rowgrid");
  atlas_tab_stop_install (GTK_WIDGET_CLASS (klass));
}

static GtkColumnViewColumn *
change_column_new (AtlasRowGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (C_("row", "Change"), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), NULL);
  connect_factory (self, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, 84);
  return column;
}

static void
atlas_row_grid_init (AtlasRowGrid *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (tell_selected), self,
                           G_CONNECT_SWAPPED);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  self->change = change_column_new (self);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorting_changed), self,
                           G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
atlas_row_grid_new (AtlasSession *session)
{
  AtlasRowGrid *self = g_object_new (ATLAS_TYPE_ROW_GRID, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
atlas_row_grid_set_query (AtlasRowGrid        *self,
                          const AtlasRowQuery *query)
{
  AtlasRowQuery *copy;
  gboolean same_table, had_change, has_other_columns;

  g_return_if_fail (ATLAS_IS_ROW_GRID (self));
  g_return_if_fail (query != NULL);

  had_change = gtk_column_view_column_get_column_view (self->change) != NULL;
  copy = atlas_row_query_copy (query);
  same_table = self->query != NULL && self->query->table == query->table;
  if (same_table)
    {
      copy->sort_column = self->query->sort_column;
      copy->descending = self->query->descending;
    }
  has_other_columns = !same_table || had_change != (query->import_id != 0);
  if (has_other_columns) /* Rows of one table must not be bound to columns of another. */
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_pointer (&self->query, atlas_row_query_free);
  self->query = copy;
  if (has_other_columns)
    {
      rebuild_columns (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      atlas_table_get_title (query->table), -1);
    }
  start (self);
}

const AtlasRowQuery *
atlas_row_grid_get_query (AtlasRowGrid *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_GRID (self), NULL);

  return self->query;
}

gboolean
atlas_row_grid_is_loading (AtlasRowGrid *self)
{
  GListModel *model;

  g_return_val_if_fail (ATLAS_IS_ROW_GRID (self), FALSE);

  model = gtk_single_selection_get_model (self->selection);
  return self->cancellable != NULL || self->fill_id != 0 || (model != NULL && atlas_row_model_is_reading (ATLAS_ROW_MODEL (model)));
}

guint
atlas_row_grid_get_n_rows (AtlasRowGrid *self)
{
  GListModel *model;

  g_return_val_if_fail (ATLAS_IS_ROW_GRID (self), 0);

  model = gtk_single_selection_get_model (self->selection);
  return model != NULL ? atlas_row_index_get_n_rows (atlas_row_model_get_index (ATLAS_ROW_MODEL (model))) : 0;
}

AtlasRowIndex *
atlas_row_grid_ref_rows (AtlasRowGrid *self)
{
  GListModel *model;

  g_return_val_if_fail (ATLAS_IS_ROW_GRID (self), NULL);

  model = gtk_single_selection_get_model (self->selection);
  return model != NULL ? atlas_row_index_ref (atlas_row_model_get_index (ATLAS_ROW_MODEL (model))) : NULL;
}

void
atlas_row_grid_sort (AtlasRowGrid *self,
                     guint         column,
                     gboolean      descending)
{
  g_return_if_fail (ATLAS_IS_ROW_GRID (self));
  g_return_if_fail (self->query != NULL && column < self->query->table->n_columns);

  gtk_column_view_sort_by_column (self->view, find_view_column (self, column),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

const GError *
atlas_row_grid_get_error (AtlasRowGrid *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_GRID (self), NULL);

  return self->error;
}
