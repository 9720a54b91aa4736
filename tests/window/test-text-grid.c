/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window-test.h"
#include "window/tables/text-grid.h"

static GPtrArray *
rows_new (const char *const *cells,
          guint              n_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < n_rows; i++)
    {
      char **row = g_new0 (char *, 3);

      row[0] = g_strdup (cells[2 * i]);
      row[1] = g_strdup (cells[2 * i + 1]);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
set_rows (AtlasTextGrid     *grid,
          const char *const *cells,
          guint              n_rows,
          guint              n_marked)
{
  g_autoptr (GPtrArray) rows = rows_new (cells, n_rows);

  atlas_text_grid_set_rows (grid, rows, n_marked);
  window_test_settle (NULL, NULL);
}

static AtlasTextGrid *
grid_new (void)
{
  const AtlasGridColumn columns[] = { { "Region", .marks = TRUE }, { "People", 90, TRUE } };

  return ATLAS_TEXT_GRID (atlas_text_grid_new ("Regions", columns, G_N_ELEMENTS (columns)));
}

static const char *const three[] = { "Yinchuan", "1,200", "Wuzhong", "830", "Guyuan", "640" };
static const char *const two[] = { "Kunming", "5,100", "Wuzhong", "831" };

static void
test_cells_stay (void)
{
  AtlasTextGrid *grid = grid_new ();
  GtkWindow *window = window_test_show (GTK_WIDGET (grid), 500, 300);
  GtkWidget *first, *second;

  set_rows (grid, three, 3, 1);
  first = window_test_find_label (GTK_WIDGET (grid), "Yinchuan");
  second = window_test_find_label (GTK_WIDGET (grid), "830");
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_true (gtk_widget_has_css_class (first, "warning"));

  set_rows (grid, two, 2, 0);
  g_assert_true (window_test_find_label (GTK_WIDGET (grid), "Kunming") == first);
  g_assert_true (window_test_find_label (GTK_WIDGET (grid), "831") == second);
  g_assert_false (gtk_widget_has_css_class (first, "warning"));
  g_assert_null (window_test_find_label (GTK_WIDGET (grid), "Guyuan"));

  set_rows (grid, three, 3, 0);
  g_assert_true (window_test_find_label (GTK_WIDGET (grid), "Yinchuan") == first);
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (grid), "Guyuan"));
  gtk_window_destroy (window);
}

static void
count (AtlasTextGrid *grid,
       guint         *n)
{
  (*n)++;
}

static void
test_selection_goes (void)
{
  AtlasTextGrid *grid = grid_new ();
  GtkWindow *window = window_test_show (GTK_WIDGET (grid), 500, 300);
  guint n = 0;

  g_assert_cmpuint (atlas_text_grid_get_selected (grid), ==, GTK_INVALID_LIST_POSITION);
  set_rows (grid, three, 3, 0);
  g_assert_cmpuint (atlas_text_grid_get_selected (grid), ==, GTK_INVALID_LIST_POSITION);
  atlas_text_grid_select (grid, 1);
  g_signal_connect (grid, "selection-changed", G_CALLBACK (count), &n);
  set_rows (grid, two, 2, 0);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (atlas_text_grid_get_selected (grid), ==, GTK_INVALID_LIST_POSITION);
  gtk_window_destroy (window);
}

static void
test_hidden_column (void)
{
  AtlasTextGrid *grid = grid_new ();
  GtkWindow *window = window_test_show (GTK_WIDGET (grid), 500, 300);

  set_rows (grid, three, 3, 0);
  atlas_text_grid_show_column (grid, 1, FALSE);
  set_rows (grid, two, 2, 0);
  g_assert_null (window_test_find_label (GTK_WIDGET (grid), "5,100"));
  atlas_text_grid_show_column (grid, 1, TRUE);
  window_test_settle (NULL, NULL);
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (grid), "5,100"));
  set_rows (grid, three, 3, 0);
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (grid), "640"));
  gtk_window_destroy (window);
}

static void
test_starts_at_the_top (void)
{
  AtlasTextGrid *grid = grid_new ();
  GtkWindow *window = window_test_show (GTK_WIDGET (grid), 500, 300);
  const char *cells[200];
  GtkWidget *view;
  GtkAdjustment *adjustment;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i] = i % 2 == 0 ? "Guyuan" : "640";
  set_rows (grid, cells, 100, 0);
  view = window_test_find_widget (GTK_WIDGET (grid), GTK_TYPE_COLUMN_VIEW);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gtk_adjustment_set_value (adjustment, 400);
  window_test_settle (NULL, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 300);
  cells[0] = "Yinchuan";
  set_rows (grid, cells, 100, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 1);
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (grid), "Yinchuan"));
  gtk_window_destroy (window);
}

static gboolean
is_whole (gpointer data)
{
  GtkWidget *grid = data;
  GtkWidget *label = window_test_find_widget (window_test_find_widget (grid, GTK_TYPE_LIST_VIEW), GTK_TYPE_LABEL);
  graphene_rect_t bounds;

  return label != NULL && gtk_widget_compute_bounds (label, grid, &bounds) &&
         pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))) == 4 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (grid);
}

/* A grid that is as high as its rows hides no part of a row that takes several lines. */

static void
test_grows_with_lines (void)
{
  const AtlasGridColumn columns[] = { { "Reason", .wraps = TRUE }, { "People", 90, TRUE } };
  const char *const cells[] = { "A reason\nof more lines\nthan two\nor three", "1" };
  GtkWidget *grid = atlas_text_grid_new ("Reasons", columns, G_N_ELEMENTS (columns));
  GtkWindow *window;

  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  atlas_text_grid_set_max_height (ATLAS_TEXT_GRID (grid), 260);
  window = window_test_show (grid, 400, 300);
  set_rows (ATLAS_TEXT_GRID (grid), cells, 1, 0);
  window_test_settle (is_whole, grid);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  window_test_init (&argc, &argv);

  g_test_add_func ("/text-grid/cells-stay", test_cells_stay);
  g_test_add_func ("/text-grid/selection-goes", test_selection_goes);
  g_test_add_func ("/text-grid/hidden-column", test_hidden_column);
  g_test_add_func ("/text-grid/grows-with-lines", test_grows_with_lines);
  g_test_add_func ("/text-grid/starts-at-the-top", test_starts_at_the_top);

  return g_test_run ();
}
