/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/registers/register-row.h"
#include "register-window.h"
#include "window-test.h"
#include "window/pages/data-page.h"
#include "window/tables/row-model.h"

typedef struct {
  AtlasSession *session;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  with_registers)
{
  fixture->session = window_test_session_new ();
  if (with_registers != NULL)
    register_window_fill (atlas_dataset_get_path (atlas_session_get_dataset (fixture->session)));
  atlas_session_set_region (fixture->session, "640000");
  fixture->page = atlas_data_page_new (fixture->session);
  fixture->window = window_test_show (fixture->page, 1100, 800);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  window_test_settle (NULL, NULL);
  window_test_finalize (fixture->session);
}

static gboolean
is_loaded (gpointer grid)
{
  return !atlas_row_grid_is_loading (grid);
}

static AtlasRowGrid *
load (Fixture *fixture)
{
  AtlasRowGrid *grid = atlas_data_page_get_grid (ATLAS_DATA_PAGE (fixture->page));

  window_test_settle_answers (fixture->session);
  window_test_settle (is_loaded, grid);
  window_test_settle (NULL, NULL);
  return grid;
}

static void
assert_shows (Fixture    *fixture,
              const char *text)
{
  if (window_test_find_label (fixture->page, text) == NULL)
    g_error ("“%s” is not shown", text);
}

static void
assert_hides (Fixture    *fixture,
              const char *text)
{
  if (window_test_find_label (fixture->page, text) != NULL)
    g_error ("“%s” is shown", text);
}

/* The rows of the chosen region in the order of the file; sorted they begin with others, and words are the user's. */
static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  AtlasRowGrid *grid = load (fixture);

  g_assert_cmpuint (atlas_row_grid_get_n_rows (grid), ==, REGISTER_WINDOW_N_STATIONS);
  assert_shows (fixture, "2,000 rows");
  assert_shows (fixture, "s0001");
  assert_hides (fixture, "s2000");
  assert_shows (fixture, "Township station");
  assert_shows (fixture, "Hongsibao Town");
  atlas_row_grid_sort (grid, ATLAS_STATION_STAFF_COUNT, TRUE);
  load (fixture);
  g_assert_cmpint (atlas_row_grid_get_query (grid)->sort_column, ==, ATLAS_STATION_STAFF_COUNT);
  g_assert_true (atlas_row_grid_get_query (grid)->descending);
  assert_shows (fixture, "s2000");
  assert_hides (fixture, "s0001");
  atlas_row_grid_sort (grid, ATLAS_STATION_NAME, FALSE);
  load (fixture);
  g_assert_cmpint (atlas_row_grid_get_query (grid)->sort_column, ==, ATLAS_STATION_NAME);
  g_assert_false (atlas_row_grid_get_query (grid)->descending);
  assert_shows (fixture, "s0001");
}

static void
keep_id (GtkWidget     *grid,
         AtlasRowItem  *item,
         char         **id)
{
  g_assert_null (*id);
  *id = g_strdup (atlas_row_item_get_cell (item, ATLAS_STATION_ID));
}

/* A row far down has not been read when the list comes to it: its cells are filled then, and who chooses it is told of the
 * whole row, once. */
static void
test_far_down (Fixture       *fixture,
               gconstpointer  data)
{
  AtlasRowGrid *grid = load (fixture);
  GtkWidget *view = window_test_find_widget (fixture->page, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *list = window_test_find_widget (view, GTK_TYPE_LIST_VIEW);
  g_autofree char *id = NULL;

  g_signal_connect (grid, "row-selected", G_CALLBACK (keep_id), &id);
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), 1500, TRUE);
  g_assert_null (id);
  g_assert_true (gtk_widget_activate_action (list, "list.scroll-to-item", "u", 1500));
  load (fixture);
  g_assert_cmpstr (id, ==, "s1501");
  assert_shows (fixture, "s1501");
  assert_hides (fixture, "s0001");
}

/* Rows follow the region of the window; the sorting stays. */
static void
test_region (Fixture       *fixture,
             gconstpointer  data)
{
  AtlasRowGrid *grid = load (fixture);

  atlas_row_grid_sort (grid, ATLAS_STATION_ID, TRUE);
  atlas_session_set_region (fixture->session, "110000");
  load (fixture);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (grid), ==, 1);
  assert_shows (fixture, "b1");
  assert_shows (fixture, "1 row");
  atlas_session_set_region (fixture->session, "000000");
  load (fixture);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (grid), ==, REGISTER_WINDOW_N_STATIONS + 1);
  assert_shows (fixture, "s2000");
  atlas_session_set_region (fixture->session, "650000");
  load (fixture);
  assert_shows (fixture, "No Rows Found");
}

/* The rows of a kind; another table begins with all. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  AtlasDataPage *page = ATLAS_DATA_PAGE (fixture->page);
  AtlasRowFilter *filter = atlas_data_page_get_filter (page);
  AtlasRowGrid *grid = load (fixture);

  atlas_session_set_region (fixture->session, "000000");
  load (fixture);
  atlas_row_filter_choose (filter, ATLAS_STATION_STATUS, "planned");
  load (fixture);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (grid), ==, 1);
  assert_shows (fixture, "b1");
  atlas_row_filter_choose (filter, ATLAS_STATION_TIER, "county_centre");
  load (fixture);
  assert_shows (fixture, "No Rows Found");
  atlas_row_filter_choose (filter, ATLAS_STATION_TIER, NULL);
  atlas_row_filter_choose (filter, ATLAS_STATION_STATUS, NULL);
  load (fixture);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (grid), ==, REGISTER_WINDOW_N_STATIONS + 1);
  atlas_row_filter_choose (filter, ATLAS_STATION_STATUS, "planned");
  atlas_data_page_show_table (page, "personnel");
  load (fixture);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (grid), ==, 2);
  atlas_row_filter_choose (filter, ATLAS_PERSON_GRADE, "senior");
  load (fixture);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (grid), ==, 1);
  assert_shows (fixture, "p1");
}

static gboolean
is_one_row (gpointer grid)
{
  return atlas_row_grid_get_n_rows (grid) == 1;
}

/* How far the right end of what shows TEXT lies from the left of the page. */
static double
find_right_end (Fixture    *fixture,
                const char *text)
{
  GtkWidget *label = window_test_find_label (fixture->page, text);
  PangoRectangle ink, logical;
  double x, y;
  int left;

  g_assert_nonnull (label);
  pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (label)), &ink, &logical);
  gtk_label_get_layout_offsets (GTK_LABEL (label), &left, NULL);
  g_assert_true (gtk_widget_translate_coordinates (label, fixture->page, left, 0, &x, &y));
  return x + logical.x + logical.width;
}

/* The heading of a column of numbers ends where they do; a figure's value is seen without scrolling. */
static void
test_headings (Fixture       *fixture,
               gconstpointer  data)
{
  AtlasDataPage *page = ATLAS_DATA_PAGE (fixture->page);

  load (fixture);
  atlas_data_page_show_table (page, "figures");
  gtk_editable_set_text (GTK_EDITABLE (window_test_find_widget (fixture->page, GTK_TYPE_SEARCH_ENTRY)), "F0001");
  load (fixture);
  window_test_settle (is_one_row, atlas_data_page_get_grid (page));
  load (fixture);
  g_assert_cmpfloat (find_right_end (fixture, "Value"), <, 560);
  g_assert_cmpfloat_with_epsilon (find_right_end (fixture, "Value"), find_right_end (fixture, "1,500,000"), 8);
}

/* People are masked until the user asks for more, and again in the next table. */
static void
test_masked (Fixture       *fixture,
             gconstpointer  data)
{
  AtlasDataPage *page = ATLAS_DATA_PAGE (fixture->page);
  AtlasRowGrid *grid;

  atlas_data_page_show_table (page, "personnel");
  grid = load (fixture);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (grid), ==, 2);
  g_assert_false (atlas_row_grid_get_query (grid)->unmasked);
  assert_shows (fixture, "王*");
  assert_hides (fixture, "王小明");
  assert_shows (fixture, "No certificate");
}

/* A figure that is chosen in the table is shown with its document. */
static void
test_figure (Fixture       *fixture,
             gconstpointer  data)
{
  AtlasRowGrid *grid = load (fixture);
  g_autoptr (AtlasRowQuery) query = atlas_row_query_new (atlas_table_definition_find ("figures"));
  g_autoptr (AtlasFoundRows) rows = NULL;
  g_autoptr (AtlasRowModel) model = NULL;
  g_autoptr (AtlasRowItem) item = NULL;
  AtlasTable *selected;
  guint row;

  /* Nothing but figures is in a dataset that nobody has imported into. */
  g_assert_cmpstr (atlas_row_grid_get_query (grid)->table->name, ==, "figures");
  query->text = g_strdup ("F0006");
  rows = atlas_found_rows_new (atlas_session_get_dataset (fixture->session), query, NULL, NULL);
  model = atlas_row_model_new (atlas_session_get_dataset (fixture->session), rows);
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (atlas_row_item_get_cell (item, 0), ==, "F0006");
  g_signal_emit_by_name (grid, "row-selected", item);
  window_test_settle_answers (fixture->session);
  selected = atlas_session_get_selection (fixture->session, &row);
  g_assert_nonnull (selected);
  g_assert_cmpstr (atlas_table_get_indicator (selected)->indicator_id, ==, atlas_row_item_get_cell (item, 3));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  load (fixture);
  atlas_data_page_show_table (ATLAS_DATA_PAGE (fixture->page), "funding");
  load (fixture);
  assert_shows (fixture, "Funding");
  assert_hides (fixture, "No Rows Found");
}

/* The middle of a button with LABEL, from the top of the page. */
static double
find_middle (Fixture    *fixture,
             const char *label)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (window_test_find_button (fixture->page, label), fixture->page, &bounds));
  return bounds.origin.y + bounds.size.height / 2;
}

/* On a narrow window the search gives way before the import goes to a line of its own; on a wide one it need not. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *search = window_test_find_widget (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (fixture->page));
  int wide;

  atlas_session_set_region (fixture->session, "640300");
  load (fixture);
  gtk_window_set_default_size (window, 1200, 600);
  window_test_settle (NULL, NULL);
  wide = gtk_widget_get_width (search);
  gtk_window_set_default_size (window, 720, 600);
  window_test_settle (NULL, NULL);
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 720);
  g_assert_cmpfloat (find_middle (fixture, "Only Wuzhong City"), ==, find_middle (fixture, "Import…"));
  g_assert_cmpint (gtk_widget_get_width (search), <, wide);
}

int
main (int   argc,
      char *argv[])
{
  window_test_init (&argc, &argv);
  g_test_add ("/window/data-page/sort", Fixture, "", set_up, test_sort, tear_down);
  g_test_add ("/window/data-page/far-down", Fixture, "", set_up, test_far_down, tear_down);
  g_test_add ("/window/data-page/region", Fixture, "", set_up, test_region, tear_down);
  g_test_add ("/window/data-page/words", Fixture, "", set_up, test_words, tear_down);
  g_test_add ("/window/data-page/headings", Fixture, "", set_up, test_headings, tear_down);
  g_test_add ("/window/data-page/narrow", Fixture, "", set_up, test_narrow, tear_down);
  g_test_add ("/window/data-page/masked", Fixture, "", set_up, test_masked, tear_down);
  g_test_add ("/window/data-page/figure", Fixture, NULL, set_up, test_figure, tear_down);
  g_test_add ("/window/data-page/empty", Fixture, NULL, set_up, test_empty, tear_down);
  return g_test_run ();
}
