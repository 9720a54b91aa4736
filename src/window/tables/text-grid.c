/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/text-grid.h"

#include <math.h>

#include "window/parts/grid-parts.h"
#include "window/parts/quiet-tooltip.h"
#include "window/parts/tab-stop.h"

#define MAX_COLUMNS 16
/* The least height of a row, and of the headings, in pixels. */
#define ROW_HEIGHT 16
#define HEAD_HEIGHT 24

struct _AtlasTextGrid
{
  GtkWidget parent_instance;

  GPtrArray *rows;
  GPtrArray *columns; /* of GtkColumnViewColumn: all, whether they are shown or not */
  GHashTable *cells;  /* (element-type GtkListItem GtkListItemFactory): those that show something */
  GtkStringList *items; /* one a row; what it holds does not matter, cells go by the position */
  GtkSingleSelection *selection;
  guint n_marked;
  int max_height; /* 0: as high as it may be */
  int height;     /* asked for, where there is a greatest one */
  guint fit_id;
  GtkWidget *scroller;
  GtkColumnView *view;
};

enum {
  ROW_ACTIVATED,
  SELECTION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasTextGrid, atlas_text_grid, GTK_TYPE_WIDGET)

static const AtlasGridColumn *
get_column (GtkSignalListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "column");
}

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  const AtlasGridColumn *column = get_column (factory);
  GtkWidget *label = atlas_grid_cell_new (column->is_number);

  if (column->wraps)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  gtk_list_item_set_child (item, label);
}

static void
fill_cell (AtlasTextGrid            *self,
           GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "number"));
  guint row = gtk_list_item_get_position (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  char **cells = g_ptr_array_index (self->rows, row);

  gtk_label_set_text (GTK_LABEL (label), cells[column]);
  atlas_quiet_tooltip_set (label, cells[column][0] != '\0' && !get_column (factory)->wraps ? cells[column] : NULL);
  if (row < self->n_marked && get_column (factory)->marks)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           AtlasTextGrid            *self)
{
  g_hash_table_insert (self->cells, item, factory);
  fill_cell (self, factory, item);
}

static void
unbind_cell (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             AtlasTextGrid            *self)
{
  g_hash_table_remove (self->cells, item);
}

/* A factory can outlive the grid. */
static void
connect_factory (AtlasTextGrid      *self,
                 GtkListItemFactory *factory)
{
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell), self, G_CONNECT_DEFAULT);
}

static void
add_column (AtlasTextGrid         *self,
            const AtlasGridColumn *column,
            guint                  number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) result = gtk_column_view_column_new (column->title, factory);

  g_object_set_data_full (G_OBJECT (factory), "column", g_memdup2 (column, sizeof *column), g_free);
  g_object_set_data (G_OBJECT (factory), "number", GUINT_TO_POINTER (number));
  connect_factory (self, factory);
  gtk_column_view_column_set_resizable (result, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (result, column->width);
  else
    gtk_column_view_column_set_expand (result, TRUE);
  if (column->is_number)
    atlas_grid_column_set_number (result);
  gtk_column_view_append_column (self->view, result);
  g_ptr_array_add (self->columns, g_steal_pointer (&result));
}

static void
activated (AtlasTextGrid *self,
           guint          row)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

static void
selection_changed (AtlasTextGrid *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  g_autofree char *text = atlas_text_grid_dup_tsv (ATLAS_TEXT_GRID (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
atlas_text_grid_dispose (GObject *object)
{
  AtlasTextGrid *self = ATLAS_TEXT_GRID (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_text_grid_parent_class)->dispose (object);
}

static void
atlas_text_grid_finalize (GObject *object)
{
  g_hash_table_unref (ATLAS_TEXT_GRID (object)->cells);
  G_OBJECT_CLASS (atlas_text_grid_parent_class)->finalize (object);
}

static void
atlas_text_grid_class_init (AtlasTextGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_text_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_text_grid_finalize;

  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", ATLAS_TYPE_TEXT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", ATLAS_TYPE_TEXT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "textgrid");
  atlas_tab_stop_install (widget_class);
  gtk_widget_class_install_action (widget_class, "grid.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "grid.copy", NULL);
}

static void
set_height (AtlasTextGrid *self,
            int            height)
{
  self->height = MIN (self->max_height, height);
  gtk_widget_set_size_request (self->scroller, -1, self->height);
}

/* Where the lowest row that is laid out ends. */
static int
find_bottom (AtlasTextGrid *self)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  float bottom = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_child_visible (row) && gtk_widget_compute_bounds (row, GTK_WIDGET (self->view), &bounds))
        bottom = MAX (bottom, bounds.origin.y + bounds.size.height);
    }
  return (int) ceil (bottom);
}

/* So much more than it has, which may be more than was asked for, as is hidden; and no more than the rows need: they may have
 * been higher in narrower columns. */
static gboolean
fit (gpointer user_data)
{
  AtlasTextGrid *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double hidden = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  int bottom = find_bottom (self);

  self->fit_id = 0;
  if (hidden > 0.5 && self->height < self->max_height)
    set_height (self, MAX (self->height, gtk_widget_get_height (self->scroller)) + (int) ceil (hidden));
  else if (hidden <= 0.5 && bottom > HEAD_HEIGHT && bottom < self->height)
    set_height (self, bottom);
  return G_SOURCE_REMOVE;
}

/* A GtkColumnView asks for two rows, however many it has; how high they are it knows when it has laid them out. */
static void
extent_changed (AtlasTextGrid *self)
{
  if (self->max_height > 0 && self->fit_id == 0)
    self->fit_id = g_idle_add (fit, self);
}

/* What the rows cannot scroll any further the page around them does. */
static gboolean
scrolled (AtlasTextGrid            *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *controller)
{
  GtkAdjustment *own = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *around = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  double end = dy < 0 ? gtk_adjustment_get_lower (own) : gtk_adjustment_get_upper (own) - gtk_adjustment_get_page_size (own);
  GtkAdjustment *adjustment;
  double step;

  if (self->max_height == 0 || around == NULL || dy == 0 || ABS (gtk_adjustment_get_value (own) - end) >= 1)
    return GDK_EVENT_PROPAGATE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (around));
  /* As GTK does: a wheel's click moves by part of the page, a finger by what it moves itself. */
  step = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL
           ? pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0) : 1;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step);
  return GDK_EVENT_STOP;
}

static void
watch_scrolling (AtlasTextGrid *self)
{
  GtkEventController *controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "scroll", G_CALLBACK (scrolled), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (extent_changed), self, G_CONNECT_SWAPPED);
}

/* In this order: with a model it would select the first row at once. */
static GtkSingleSelection *
selection_new (GListModel *model)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, model);
  return selection;
}

static void
atlas_text_grid_init (AtlasTextGrid *self)
{
  self->rows = g_ptr_array_new ();
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->cells = g_hash_table_new (NULL, NULL);
  self->items = gtk_string_list_new (NULL);
  self->selection = selection_new (G_LIST_MODEL (self->items));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  watch_scrolling (self);
}

GtkWidget *
atlas_text_grid_new (const char            *name,
                     const AtlasGridColumn *columns,
                     guint                  n_columns)
{
  AtlasTextGrid *self;

  g_return_val_if_fail (n_columns <= MAX_COLUMNS, NULL);

  self = g_object_new (ATLAS_TYPE_TEXT_GRID, NULL);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i], i);
  atlas_grid_align_headings (self->view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

static void
fill_cells (AtlasTextGrid *self)
{
  GHashTableIter iter;
  gpointer item, factory;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, &factory))
    fill_cell (self, factory, item);
}

static void
add_items (AtlasTextGrid *self,
           guint          n)
{
  g_autofree const char **added = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    added[i] = "";
  gtk_string_list_splice (self->items, g_list_model_get_n_items (G_LIST_MODEL (self->items)), 0, added);
}

/* With another model the view would make all its cells anew: those it has are filled again. */
void
atlas_text_grid_set_rows (AtlasTextGrid *self,
                          GPtrArray     *rows,
                          guint          n_marked)
{
  guint before;

  g_return_if_fail (ATLAS_IS_TEXT_GRID (self));

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  before = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  if (before > rows->len)
    gtk_string_list_splice (self->items, rows->len, before - rows->len, NULL);
  g_ptr_array_ref (rows);
  g_ptr_array_unref (self->rows);
  self->rows = rows;
  self->n_marked = n_marked;
  fill_cells (self);
  if (before < rows->len)
    add_items (self, rows->len - before);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0.0);
  if (self->max_height > 0)
    set_height (self, HEAD_HEIGHT + (int) rows->len * ROW_HEIGHT);
  selection_changed (self);
}

void
atlas_text_grid_set_max_height (AtlasTextGrid *self,
                                int            height)
{
  g_return_if_fail (ATLAS_IS_TEXT_GRID (self));

  self->max_height = height;
  gtk_widget_set_vexpand (self->scroller, FALSE);
  set_height (self, HEAD_HEIGHT + (int) self->rows->len * ROW_HEIGHT);
}

guint
atlas_text_grid_get_selected (AtlasTextGrid *self)
{
  g_return_val_if_fail (ATLAS_IS_TEXT_GRID (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

void
atlas_text_grid_select (AtlasTextGrid *self,
                        guint          row)
{
  g_return_if_fail (ATLAS_IS_TEXT_GRID (self));
  g_return_if_fail (row < self->rows->len);

  gtk_single_selection_set_selected (self->selection, row);
}

static gboolean
is_in_view (AtlasTextGrid *self,
            guint          column)
{
  return gtk_column_view_column_get_column_view (g_ptr_array_index (self->columns, column)) == self->view;
}

/* One that is only invisible still has its width kept free by GTK 4.8, and one that is put in between has its heading behind
 * the others: so it goes, and those behind it come anew. */
void
atlas_text_grid_show_column (AtlasTextGrid *self,
                             guint          column,
                             gboolean       shown)
{
  gboolean behind[MAX_COLUMNS];

  g_return_if_fail (ATLAS_IS_TEXT_GRID (self));
  g_return_if_fail (column < self->columns->len);

  if (is_in_view (self, column) == shown)
    return;
  for (guint i = column; i < self->columns->len; i++)
    if ((behind[i] = is_in_view (self, i)))
      gtk_column_view_remove_column (self->view, g_ptr_array_index (self->columns, i));
  behind[column] = shown;
  for (guint i = column; i < self->columns->len; i++)
    if (behind[i])
      gtk_column_view_append_column (self->view, g_ptr_array_index (self->columns, i));
  atlas_grid_align_headings (self->view);
}

guint
atlas_text_grid_get_n_rows (AtlasTextGrid *self)
{
  g_return_val_if_fail (ATLAS_IS_TEXT_GRID (self), 0);

  return self->rows->len;
}

/* What stands in a cell is no more than one cell for a spreadsheet. */
static void
append_cell (GString    *text,
             const char *cell,
             gboolean    first)
{
  if (!first)
    g_string_append_c (text, '\t');
  for (const char *c = cell; *c != '\0'; c++)
    g_string_append_c (text, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

static void
append_headings (AtlasTextGrid *self,
                 GString       *text)
{
  for (guint i = 0; i < self->columns->len; i++)
    append_cell (text, gtk_column_view_column_get_title (g_ptr_array_index (self->columns, i)), i == 0);
  g_string_append_c (text, '\n');
}

char *
atlas_text_grid_dup_tsv (AtlasTextGrid *self)
{
  GString *text;

  g_return_val_if_fail (ATLAS_IS_TEXT_GRID (self), NULL);

  text = g_string_new (NULL);
  append_headings (self, text);
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->rows, i);

      for (guint j = 0; cells[j] != NULL; j++)
        append_cell (text, cells[j], j == 0);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
