/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/decimal-places.h"
#include "reports/pages/table-layout.h"

/* The text areas of an official report. */
#define UPRIGHT 442.2
#define ACROSS 637.8

static AtlasTextShaper *shaper;

/* A name, and N columns of NUMBER under HEADER; (transfer full). */
static AtlasReportTable *
make_table (guint       n,
            const char *header,
            const char *number)
{
  AtlasReportTable *table = atlas_report_table_new ("持证人数", NULL);

  atlas_report_table_add_column (table, "行政区", FALSE);
  for (guint i = 0; i < n; i++)
    atlas_report_table_add_column (table, header, TRUE);
  for (guint r = 0; r < 6; r++)
    {
      atlas_report_table_add_row (table);
      atlas_report_table_add_cell (table, "青铜峡市");
      for (guint i = 0; i < n; i++)
        atlas_report_table_add_cell (table, number);
    }
  return table;
}

/* Four characters of 10.5 points and 10 of padding are 52 for each column: 6 of them and the name 364, 9 and the name 520, 11
 * 624, 13 728. Of 9 points with 6 of padding they are 42: 9 and the name 420, 10 462, 13 588; with 3 of padding 10 are 429. */
static void
test_size (void)
{
  const struct {
    guint n;
    gboolean small;
    gboolean landscape;
  } cases[] = { { 6, FALSE, FALSE }, { 9, TRUE, FALSE }, { 10, TRUE, FALSE }, { 11, FALSE, TRUE }, { 13, TRUE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasReportTable) table = make_table (cases[i].n, "助理社会工作师", "1,234");
      g_autoptr (AtlasTableLayout) layout = atlas_table_layout_new (shaper, table, 1, UPRIGHT, ACROSS, ATLAS_TABLE_USUAL);
      double sum = 0;

      g_assert_cmpint (atlas_table_layout_is_small (layout), ==, cases[i].small);
      g_assert_cmpint (atlas_table_layout_get_flow (layout).landscape, ==, cases[i].landscape);
      for (guint c = 0; c <= cases[i].n; c++)
        sum += atlas_table_layout_get_widths (layout)[c];
      g_assert_cmpfloat_with_epsilon (sum, cases[i].landscape ? ACROSS : UPRIGHT, 0.01);
    }
}

/* Ten columns with 3 of padding are 429; of the 13 that are left each gets the eleventh part, so that they are further apart. */
static void
test_gaps (void)
{
  g_autoptr (AtlasReportTable) table = make_table (10, "职业水平", "1,234");
  g_autoptr (AtlasTableLayout) layout = atlas_table_layout_new (shaper, table, 1, UPRIGHT, ACROSS, ATLAS_TABLE_USUAL);

  for (guint c = 0; c <= 10; c++)
    g_assert_cmpfloat_with_epsilon (atlas_table_layout_get_widths (layout)[c], UPRIGHT / 11, 0.01);
}

/* With names of 94 seven columns of 52 take 458: rather than to break the names the table is set smaller. */
static void
test_names (void)
{
  g_autoptr (AtlasReportTable) table = make_table (7, "助理社会工作师", "1,234");
  g_autoptr (AtlasTableLayout) layout = NULL;
  GPtrArray *first = g_ptr_array_index (table->rows, 0);

  g_free (g_ptr_array_index (first, 0));
  g_ptr_array_index (first, 0) = g_strdup ("新疆维吾尔自治区");
  layout = atlas_table_layout_new (shaper, table, 1, UPRIGHT, ACROSS, ATLAS_TABLE_USUAL);
  g_assert_true (atlas_table_layout_is_small (layout));
  g_assert_cmpfloat_with_epsilon (atlas_table_layout_get_flow (layout).rows[0], 9 * 1.45 + 4.5, 1e-6);
}

/* Eight months of 7.5 points and the padding take more than the page, their words do not: a month is broken rather than the
 * page turned. */
static void
test_words_under_numbers (void)
{
  g_autoptr (AtlasTextShaper) english = atlas_text_shaper_new (atlas_report_style_find ("official"), ATLAS_LANGUAGE_ENGLISH);
  g_autoptr (AtlasReportTable) table = make_table (8, "Certified per 10,000 residents", "1,234\nSeptember 2025");
  g_autoptr (AtlasTableLayout) layout = atlas_table_layout_new (english, table, 1, UPRIGHT, ACROSS, ATLAS_TABLE_USUAL);

  g_assert_cmpfloat (8 * atlas_text_shaper_measure (english, ATLAS_TEXT_SMALL_DETAIL, "September 2025"), >, UPRIGHT);
  g_assert_false (atlas_table_layout_get_flow (layout).landscape);
}

/* Rows of 10.5 points have 6 of padding, denser ones 2.5, and the densest are of 9 points with 1.5. */
static void
test_density (void)
{
  const struct {
    AtlasTableDensity density;
    gboolean small;
    double height;
  } cases[] = {
    { ATLAS_TABLE_USUAL, FALSE, 10.5 * 1.45 + 6 },
    { ATLAS_TABLE_DENSE, FALSE, 10.5 * 1.45 + 2.5 },
    { ATLAS_TABLE_DENSEST, TRUE, 9 * 1.45 + 1.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasReportTable) table = make_table (2, "人数", "1,234");
      g_autoptr (AtlasTableLayout) layout = atlas_table_layout_new (shaper, table, 1, UPRIGHT, ACROSS, cases[i].density);

      g_assert_cmpint (atlas_table_layout_is_small (layout), ==, cases[i].small);
      g_assert_cmpfloat_with_epsilon (atlas_table_layout_get_flow (layout).rows[0], cases[i].height, 1e-6);
    }
}

/* Six rows of 10.5 × 1.45 + 6 are 127 and stay whole; with a line of 9 × 1.4 below each number they are 203, and
 * two stay together; of eight rows three. */
static void
test_rows_together (void)
{
  const struct {
    const char *number;
    guint n_more;
    guint min_rows;
  } cases[] = { { "1,234", 0, 6 }, { "1,234\n2024年", 0, 2 }, { "1,234", 2, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasReportTable) table = make_table (2, "人数", cases[i].number);
      g_autoptr (AtlasTableLayout) layout = NULL;

      for (guint r = 0; r < cases[i].n_more; r++)
        {
          atlas_report_table_add_row (table);
          for (guint c = 0; c < 3; c++)
            atlas_report_table_add_cell (table, "1");
        }
      layout = atlas_table_layout_new (shaper, table, 1, UPRIGHT, ACROSS, ATLAS_TABLE_USUAL);
      g_assert_cmpuint (atlas_table_layout_get_flow (layout).min_rows, ==, cases[i].min_rows);
    }
}

/* The unit goes over to the second line as a whole; where there is no room for it on a line, it is broken. */
static void
test_unit_in_header (void)
{
  double width = atlas_text_shaper_measure (shaper, ATLAS_TEXT_CELL_HEADER, "志愿服务活动（场") + 1;
  g_autoptr (AtlasTextLines) broken = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_CELL_HEADER, "志愿服务活动（场次）", width);
  g_autoptr (AtlasTextLines) narrow = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_CELL_HEADER, "（场次）", 32);

  g_assert_cmpuint (atlas_text_lines_get_n (broken), ==, 2);
  g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_last_width (broken),
                                  atlas_text_shaper_measure (shaper, ATLAS_TEXT_CELL_HEADER, "（场次）"), 0.01);
  g_assert_cmpuint (atlas_text_lines_get_n (narrow), ==, 2);
}

/* Of a unit that is too long for its line the two sides of the stroke stay whole. */
static void
test_unit_with_stroke (void)
{
  double width = atlas_text_shaper_measure (shaper, ATLAS_TEXT_CELL_HEADER, "（人/万") + 1;
  g_autoptr (AtlasTextLines) lines = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_CELL_HEADER, "（人/万人）", width);

  g_assert_cmpuint (atlas_text_lines_get_n (lines), ==, 2);
  g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_last_width (lines),
                                  atlas_text_shaper_measure (shaper, ATLAS_TEXT_CELL_HEADER, "万人）"), 0.01);
}

static void
assert_missing (const char *text,
                guint       n,
                const char *expected)
{
  g_autofree char *missing = atlas_decimal_places_dup_missing (text, n);

  g_assert_cmpstr (missing, ==, expected);
}

/* What a bound lacks beside exact numbers of one decimal is left free behind it; other numbers stand at the right. */
static void
test_decimal_places (void)
{
  g_autoptr (AtlasReportTable) table = make_table (2, "金额", "889.3");

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, "合计");
  atlas_report_table_add_cell (table, "≥ 6,500");
  atlas_report_table_add_cell (table, "12");
  g_assert_cmpuint (atlas_decimal_places_count (table, 1), ==, 1);
  g_assert_cmpuint (atlas_decimal_places_count (table, 2), ==, 0);
  assert_missing ("≥ 6,500", 1, ".0");
  assert_missing ("≈ −3.8", 2, "0");
  assert_missing ("< 56%", 1, ".0");
  assert_missing ("≥ 889.3", 1, "");
  assert_missing ("6,500", 1, "");
  assert_missing ("—", 1, "");
  assert_missing ("≥ 6,500", 0, "");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shaper = atlas_text_shaper_new (atlas_report_style_find ("official"), ATLAS_LANGUAGE_CHINESE);
  g_test_add_func ("/reports/table-layout/size", test_size);
  g_test_add_func ("/reports/table-layout/density", test_density);
  g_test_add_func ("/reports/table-layout/gaps", test_gaps);
  g_test_add_func ("/reports/table-layout/names", test_names);
  g_test_add_func ("/reports/table-layout/rows-together", test_rows_together);
  g_test_add_func ("/reports/table-layout/words-under-numbers", test_words_under_numbers);
  g_test_add_func ("/reports/table-layout/unit-in-header", test_unit_in_header);
  g_test_add_func ("/reports/table-layout/unit-with-stroke", test_unit_with_stroke);
  g_test_add_func ("/reports/table-layout/decimal-places", test_decimal_places);
  status = g_test_run ();
  atlas_text_shaper_free (shaper);
  return status;
}
