/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The page of a comparison around its charts: the bar above them, what differs most, and the table of differences. */

#include "config.h"

#include <string.h>

#include "compare-fixture.h"
#include "window-test.h"
#include "window/pages/compare-bar.h"
#include "window/pages/compare-gaps.h"
#include "window/pages/difference-table.h"
#include "window/pages/reference-chooser.h"
#include "window/parts/quiet-tooltip.h"
#include "window/regions/region-chip.h"

/* Shares within the reference, distances of ratios; nothing where the two cannot be compared. */
static void
test_differences (CompareFixture *fixture,
                  gconstpointer   data)
{
  g_assert_nonnull (window_test_find_label (fixture->page, "18.5% of it"));
  g_assert_nonnull (window_test_find_label (fixture->page, "−7.3 pp"));
  g_assert_nonnull (window_test_find_label (fixture->page, "−20.3 pp"));
  g_assert_nonnull (window_test_find_label (fixture->page, "—"));
  g_assert_null (window_test_find_label (fixture->page, "11.7% of it"));
}

/* In the unit of the line, which its head names: 1.43 per 10,000 is 4.22 below 5.65; of money in thousands, thousands. */
static void
test_differences_in_unit (CompareFixture *fixture,
                          gconstpointer   data)
{
  g_assert_nonnull (window_test_find_label (fixture->page, "−4.22"));
  g_assert_nonnull (window_test_find_label (fixture->page, "Funding per certified worker (thousand yuan)"));
  g_assert_nonnull (window_test_find_label (fixture->page, "≈ −18.4"));
}

/* How much more or less, in numbers or in per cent; the ranks stay. */
static void
test_difference_modes (CompareFixture *fixture,
                       gconstpointer   data)
{
  GtkWidget *mode = window_test_find_label (fixture->page, "Share or distance");
  GtkWidget *chooser = gtk_widget_get_ancestor (mode, GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 1);
  g_assert_nonnull (window_test_find_label (fixture->page, "−3,319"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 2);
  g_assert_nonnull (window_test_find_label (fixture->page, "−81.5%"));
  g_assert_nonnull (window_test_find_label (fixture->page, "−7.3 pp"));
  g_assert_null (window_test_find_label (fixture->page, "18.5% of it"));
}

/* 4,072 of 7,202,654 residents to 477 of 3,337,559: 5.65 to 1.43, 3.96 times; the shares differ less (2.84), and the money is
 * of different years. Wuzhong alone of Ningxia's five has published a number, so it has no rank; Dali neither. */
static void
test_finding (CompareFixture *fixture,
              gconstpointer   data)
{
  static const char *const two[] = { "640000", "532900", NULL };

  atlas_session_set_compare (fixture->session, two);
  compare_fixture_wait (fixture);
  g_assert_nonnull (window_test_find_label (fixture->page, "They differ most in certified workers per 10,000 residents: Ningxia has "
                                                           "5.65, Dali Prefecture 1.43, 4.0 times as much for the first."));
}

static gboolean
says_finding (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "finding"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says_finding (child))
      return TRUE;
  return FALSE;
}

/* Nothing is said to differ most where only two of five have figures of one year. */
static void
test_no_finding (CompareFixture *fixture,
                 gconstpointer   data)
{
  static const char *const five[] = { "640100", "640200", "640300", "640400", "532900", NULL };

  g_assert_true (says_finding (fixture->page));
  atlas_session_set_compare (fixture->session, five);
  compare_fixture_wait (fixture);
  g_assert_false (says_finding (fixture->page));
}

static GtkWidget *
find_control (CompareFixture *fixture,
              const char     *label)
{
  return gtk_widget_get_parent (window_test_find_label (fixture->page, label));
}

static double
find_top (CompareFixture *fixture,
          GtkWidget      *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->page, &bounds));
  return bounds.origin.y + bounds.size.height / 2;
}

/* Beside the source panel of a usual screen a comparison of four has one line, for which names become shorter; where that is not
 * enough, the scales go to the next. */
static void
test_bar_wraps (CompareFixture *fixture,
                gconstpointer   data)
{
  GtkWidget *index = window_test_find_button (fixture->page, "Index");
  GtkWidget *chip;

  gtk_window_set_default_size (fixture->window, 866, 860);
  window_test_settle (NULL, NULL);
  chip = find_control (fixture, "Qijiang District");
  g_assert_cmpfloat_with_epsilon (find_top (fixture, index), find_top (fixture, chip), 2);
  g_assert_true (gtk_widget_get_width (chip) < 140);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (window_test_find_label (fixture->page, "Ningxia"))), ==,
                   PANGO_ELLIPSIZE_NONE);
  gtk_window_set_default_size (fixture->window, 700, 860);
  compare_fixture_wait (fixture);
  g_assert_cmpfloat (find_top (fixture, index), >, find_top (fixture, chip) + 24);
}

/* The reference is chosen where it tells: on the card of the table that states differences to it. */
static void
test_reference_chooser (CompareFixture *fixture,
                        gconstpointer   data)
{
  GtkWidget *card = gtk_widget_get_parent (window_test_find_widget (fixture->page, ATLAS_TYPE_DIFFERENCE_TABLE));
  GtkWidget *chooser = window_test_find_widget (card, ATLAS_TYPE_REFERENCE_CHOOSER);
  GtkDropDown *names = GTK_DROP_DOWN (window_test_find_widget (chooser, GTK_TYPE_DROP_DOWN));

  gtk_drop_down_set_selected (names, 1);
  compare_fixture_wait (fixture);
  g_assert_cmpstr (atlas_session_get_reference (fixture->session), ==, "640300");
  g_assert_nonnull (window_test_find_label (fixture->page, "Wuzhong City (reference)"));
}

/* On a large screen the table of four stands beside what is missing; of eight it has the width for itself. */
static void
test_table_on_large_screen (CompareFixture *fixture,
                            gconstpointer   data)
{
  static const char *const eight[] = { "640000", "640300", "532900", "500110", "640100", "640200", "640400", "640500", NULL };
  GtkWidget *grid = gtk_widget_get_parent (window_test_find_widget (fixture->page, ATLAS_TYPE_COMPARE_GAPS));
  GtkWidget *table = gtk_widget_get_first_child (grid);

  gtk_widget_size_allocate (grid, &(GtkAllocation) { 0, 0, 2200, 2000 }, -1);
  g_assert_cmpint (gtk_widget_get_width (table), <, 1110);
  atlas_session_set_compare (fixture->session, eight);
  compare_fixture_wait (fixture);
  gtk_widget_size_allocate (grid, &(GtkAllocation) { 0, 0, 2200, 2000 }, -1);
  g_assert_cmpint (gtk_widget_get_width (table), >, 2100);
}

/* The table ends where its last line does, and its card with it. */
static void
test_differences_fill_card (CompareFixture *fixture,
                            gconstpointer   data)
{
  GtkWidget *table = window_test_find_widget (fixture->page, ATLAS_TYPE_DIFFERENCE_TABLE);
  GtkWidget *last = gtk_widget_get_last_child (window_test_find_widget (table, GTK_TYPE_GRID));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (last, table, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >, gtk_widget_get_height (table) - 12);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <, gtk_widget_get_height (table) + 1);
}

/* At the end of 2023 three stations in Yinchuan, two in Wuzhong, one in Shizuishan, and none in Guyuan and Zhongwei. */
static const char stations[] =
  "station_id,name,tier,region_code,status,opened_on\n"
  "s1,甲站,township_station,640104001,operating,2021-03-01\ns2,乙站,township_station,640104002,operating,2021-03-01\n"
  "s3,丙站,township_station,640104003,operating,2021-03-01\ns4,丁站,township_station,640302100,operating,2021-03-01\n"
  "s5,戊站,township_station,640302101,operating,2021-03-01\ns6,己站,township_station,640202001,operating,2021-03-01\n";

static const char *const two_cities[] = { "640100", "640300", NULL };

/* The line of INDICATOR as it is exported; (transfer full). */
static char *
dup_line (CompareFixture *fixture,
          const char     *indicator)
{
  GtkWidget *table = window_test_find_widget (fixture->page, ATLAS_TYPE_DIFFERENCE_TABLE);
  g_autofree char *text = atlas_difference_table_dup_tsv (ATLAS_DIFFERENCE_TABLE (table));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_test_message ("%s", text);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], indicator))
      return g_strdup (lines[i]);
  g_assert_not_reached ();
}

/* Of a place among its siblings the cell says which, the tooltip among whom, and what is exported has it too. */
static void
test_ranks (CompareFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *line = NULL;
  GtkWidget *cell;

  window_test_import (atlas_session_get_dataset (fixture->session), "stations", "2023-12-31", "640000", stations);
  atlas_session_set_compare (fixture->session, two_cities);
  compare_fixture_wait (fixture);
  line = dup_line (fixture, "Social work station network");
  g_assert_cmpstr (line, ==, "Social work station network (stations)\t3\trank 1 of 5\t2\t\trank 2 of 5");
  cell = gtk_widget_get_ancestor (window_test_find_label (fixture->page, "rank 2 of 5"), GTK_TYPE_BUTTON);
  g_assert_nonnull (strstr (atlas_quiet_tooltip_get (cell), "rank 2 of 5 among the divisions of Ningxia, 5 of 5 with a figure"));
}

/* How many chips there are, and that they stand in the order of CODES. */
static void
assert_chips (CompareFixture    *fixture,
              const char *const *names)
{
  GtkWidget *child = gtk_widget_get_first_child (window_test_find_widget (fixture->page, ATLAS_TYPE_COMPARE_BAR));

  for (guint i = 0; names[i] != NULL; i++, child = gtk_widget_get_next_sibling (child))
    {
      g_assert_true (ATLAS_IS_REGION_CHIP (child));
      g_assert_nonnull (window_test_find_label (child, names[i]));
    }
  g_assert_false (ATLAS_IS_REGION_CHIP (child));
}

/* Of a comparison that was given up for another nothing is left, whatever the workers were at. */
static void
test_superseded (CompareFixture *fixture,
                 gconstpointer   data)
{
  static const char *const one[] = { "640300", NULL };
  static const char *const names[] = { "Yinchuan City", "Wuzhong City", NULL };
  g_autofree char *line = NULL;

  window_test_import (atlas_session_get_dataset (fixture->session), "stations", "2023-12-31", "640000", stations);
  for (int i = 0; i < 3; i++)
    {
      atlas_session_set_compare (fixture->session, compare_fixture_regions);
      g_main_context_iteration (NULL, FALSE);
      atlas_session_set_compare (fixture->session, two_cities);
      assert_chips (fixture, names);
      compare_fixture_wait (fixture);
      line = dup_line (fixture, "Social work station network");
      g_assert_cmpstr (line, ==, "Social work station network (stations)\t3\trank 1 of 5\t2\t\trank 2 of 5");
      g_clear_pointer (&line, g_free);
    }
  atlas_session_set_compare (fixture->session, compare_fixture_regions);
  atlas_session_set_compare (fixture->session, one);
  compare_fixture_wait (fixture);
  g_assert_nonnull (window_test_find_label (fixture->page, "Choose Two or More Regions"));
  g_assert_true (atlas_page_is_complete (ATLAS_PAGE (fixture->page)));
}

static void
test_reference (CompareFixture *fixture,
                gconstpointer   data)
{
  atlas_session_set_reference (fixture->session, "640300");
  compare_fixture_wait (fixture);
  g_assert_null (window_test_find_label (fixture->page, "18.5% of it"));
  g_assert_nonnull (window_test_find_label (fixture->page, "+7.3 pp"));
}

static void
test_too_few (CompareFixture *fixture,
              gconstpointer   data)
{
  const char *one[] = { "640300", NULL };

  atlas_session_set_compare (fixture->session, one);
  compare_fixture_wait (fixture);
  g_assert_nonnull (window_test_find_label (fixture->page, "Choose Two or More Regions"));
  atlas_session_set_compare (fixture->session, compare_fixture_regions);
  compare_fixture_wait (fixture);
  g_assert_null (window_test_find_label (fixture->page, "Choose Two or More Regions"));
}

/* From wide to narrow with long names nothing needs more room than there is. */
static void
test_narrow (CompareFixture *fixture,
             gconstpointer   data)
{
  int minimum;

  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 440);
}

/* A region dragged from the list is compared; other text is not. */
static void
test_drop (CompareFixture *fixture,
           gconstpointer   data)
{
  static const char *const five[] = { "640000", "640300", "532900", "500110", "320000", NULL };

  g_assert_true (window_test_drop_text (fixture->page, "320000"));
  g_assert_cmpstrv (atlas_session_get_compare (fixture->session), five);
  window_test_drop_text (fixture->page, "some text");
  g_assert_cmpstrv (atlas_session_get_compare (fixture->session), five);
}

static void
test_finalize (void)
{
  g_autoptr (AtlasSession) session = window_test_session_new ();
  GtkWidget *page;
  GtkWindow *window;

  atlas_session_set_compare (session, compare_fixture_regions);
  page = g_object_ref (atlas_compare_page_new (session));
  window = window_test_show (page, 800, 600);
  gtk_window_destroy (window);
  window_test_settle (NULL, NULL);
  window_test_finalize (page);
}

/* Four regions, what they are held against and how: in a window of 1440 pixels one line. */
static void
test_bar_is_one_line (CompareFixture *fixture,
                      gconstpointer   data)
{
  static const char *const four[] = { "640000", "640300", "532900", "500110", NULL };
  GtkWidget *bar = window_test_find_widget (fixture->page, ATLAS_TYPE_COMPARE_BAR);
  int one, height;

  atlas_session_set_compare (fixture->session, four);
  compare_fixture_wait (fixture);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 3000, NULL, &one, NULL, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 1100, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, one);
}

int
main (int   argc,
      char *argv[])
{
  window_test_init (&argc, &argv);

  compare_fixture_add_test ("/compare-page/bar-is-one-line", test_bar_is_one_line);
  compare_fixture_add_test ("/compare-page/differences", test_differences);
  compare_fixture_add_test ("/compare-page/difference-modes", test_difference_modes);
  compare_fixture_add_test ("/compare-page/differences-in-unit", test_differences_in_unit);
  compare_fixture_add_test ("/compare-page/finding", test_finding);
  compare_fixture_add_test ("/compare-page/no-finding", test_no_finding);
  compare_fixture_add_test ("/compare-page/bar-wraps", test_bar_wraps);
  compare_fixture_add_test ("/compare-page/differences-fill-card", test_differences_fill_card);
  compare_fixture_add_test ("/compare-page/ranks", test_ranks);
  compare_fixture_add_test ("/compare-page/superseded", test_superseded);
  compare_fixture_add_test ("/compare-page/reference", test_reference);
  compare_fixture_add_test ("/compare-page/reference-chooser", test_reference_chooser);
  compare_fixture_add_test ("/compare-page/table-on-large-screen", test_table_on_large_screen);
  compare_fixture_add_test ("/compare-page/too-few", test_too_few);
  compare_fixture_add_test ("/compare-page/narrow", test_narrow);
  compare_fixture_add_test ("/compare-page/drop", test_drop);
  g_test_add_func ("/compare-page/finalize", test_finalize);

  return g_test_run ();
}
