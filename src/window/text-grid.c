/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/text-grid.h"

struct _AtlasTextGrid
{
  GtkWidget parent_instance;

  GPtrArray *rows;
  guint n_marked;
  GtkWidget *scroller;
  GtkColumnView *view;
};

enum {
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasTextGrid, atlas_text_grid, GTK_TYPE_WIDGET)

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            gpointer                  is_number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number != NULL ? 1 : 0);
  if (is_number != NULL)
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           AtlasTextGrid            *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  guint row = gtk_list_item_get_position (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  char **cells = g_ptr_array_index (self->rows, row);

  gtk_label_set_text (GTK_LABEL (label), cells[column]);
  gtk_widget_set_tooltip_text (label, cells[column][0] != '\0' ? cells[column] : NULL);
  if (row < self->n_marked && g_object_get_data (G_OBJECT (factory), "marks") != NULL)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

static void
add_column (AtlasTextGrid         *self,
            const AtlasGridColumn *column,
            guint                  number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) result = gtk_column_view_column_new (column->title, factory);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (number));
  g_object_set_data (G_OBJECT (factory), "marks", GINT_TO_POINTER (column->marks));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), GINT_TO_POINTER (column->is_number));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), self);
  gtk_column_view_column_set_resizable (result, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (result, column->width);
  else
    gtk_column_view_column_set_expand (result, TRUE);
  gtk_column_view_append_column (self->view, result);
}

static void
activated (AtlasTextGrid *self,
           guint          row)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
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

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->view = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_text_grid_parent_class)->dispose (object);
}

static void
atlas_text_grid_class_init (AtlasTextGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_text_grid_dispose;

  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", ATLAS_TYPE_TEXT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "grid.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "grid.copy", NULL);
}

static void
atlas_text_grid_init (AtlasTextGrid *self)
{
  self->rows = g_ptr_array_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
atlas_text_grid_new (const AtlasGridColumn *columns,
                     guint                  n_columns)
{
  AtlasTextGrid *self = g_object_new (ATLAS_TYPE_TEXT_GRID, NULL);

  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i], i);
  return GTK_WIDGET (self);
}

/* One item a row; what it holds does not matter, cells go by the position. */
static GtkSelectionModel *
model_new (guint n_rows)
{
  g_autofree const char **items = g_new0 (const char *, n_rows + 1);
  GtkSingleSelection *selection;

  for (guint i = 0; i < n_rows; i++)
    items[i] = "";
  selection = gtk_single_selection_new (G_LIST_MODEL (gtk_string_list_new (items)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  return GTK_SELECTION_MODEL (selection);
}

void
atlas_text_grid_set_rows (AtlasTextGrid *self,
                          GPtrArray     *rows,
                          guint          n_marked)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  g_return_if_fail (ATLAS_IS_TEXT_GRID (self));

  gtk_column_view_set_model (self->view, NULL);
  g_ptr_array_ref (rows);
  g_ptr_array_unref (self->rows);
  self->rows = rows;
  self->n_marked = n_marked;
  model = model_new (rows->len);
  gtk_column_view_set_model (self->view, model);
}

void
atlas_text_grid_show_column (AtlasTextGrid *self,
                             guint          column,
                             gboolean       shown)
{
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_return_if_fail (ATLAS_IS_TEXT_GRID (self));

  view_column = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  gtk_column_view_column_set_visible (view_column, shown);
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
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      append_cell (text, gtk_column_view_column_get_title (column), i == 0);
    }
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
