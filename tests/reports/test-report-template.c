/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "built-report.h"
#include "test-language.h"

static void
assert_refused (const char *name,
                const char *regions,
                GQuark      domain,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (built_report_build (name, regions, 0, &error));
  g_assert_error (error, domain, code);
}

static void
test_refused (void)
{
  test_language_speak ("en");
  assert_refused ("poster", "640000", ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE);
  assert_refused ("brief", "640000,640300", ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE);
  assert_refused ("comparison", "640000", ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE);
  assert_refused ("comparison", "640000,640000", ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE);
  assert_refused ("comparison", "110000,120000,130000,140000,150000,210000,220000,230000,310000",
                  ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE);
  assert_refused ("comparison", "640000,999999", ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_REGION);
  assert_refused ("brief", "820000", ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY);
  assert_refused ("comparison", "820000,810000", ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY);
}

/* All regions with a figure, in both languages: nothing crashes, nothing unsound is said, and it fits on
 * paper. */
static void
test_every (gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (built_report_get_dataset (), NULL, NULL, &error);
  const char *last = "";
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (g_str_equal (figure->region_code, last))
        continue;
      last = figure->region_code;
      for (guint chinese = 0; chinese < 2; chinese++)
        {
          AtlasReport *report;

          test_language_speak (chinese ? "zh_CN" : "en");
          report = built_report_build (name, figure->region_code, 0, &error);
          /* Some have nothing but a population. */
          if (g_error_matches (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY))
            {
              g_clear_error (&error);
              continue;
            }
          g_assert_no_error (error);
          n++;
          built_report_assert_complete (report, chinese);
          atlas_report_free (report);
        }
    }
  g_assert_cmpuint (n, >, 40);
}

static void
test_brief (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (AtlasReportPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("zh_CN");
  report = built_report_build ("brief", "640300", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (atlas_report_get_title (report), ==, "吴忠市社会工作发展情况简报");
  g_assert_nonnull (built_report_find_paragraph (report, "2023年，吴忠市社会工作专业人才3,134人"));
  g_assert_nonnull (built_report_find_paragraph (report, "持证社工753人，占宁夏的18.5%，持证率24.0%，低于宁夏7.3个百分点"));
  g_assert_nonnull (built_report_find_paragraph (report, "吴忠市乡镇（街道）社工站48个，法定乡镇（街道）47个，覆盖率102.1%"));
  pages = atlas_report_pages_new (g_steal_pointer (&report));
  g_assert_cmpuint (atlas_report_pages_get_n_pages (pages), >=, 2);
  g_assert_cmpuint (atlas_report_pages_get_n_pages (pages), <=, 4);
}

/* The nation has more than 21,000 stations; that "more than" and its thousands stay in the small print. */
static void
test_key_figures (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *blocks;
  gboolean found = FALSE;

  test_language_speak ("en");
  report = built_report_build ("brief", "000000", 0, &error);
  g_assert_no_error (error);
  blocks = atlas_report_get_blocks (report);
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      for (guint k = 0; block->key_figures != NULL && k < block->key_figures->len; k++)
        {
          const AtlasKeyFigure *figure = g_ptr_array_index (block->key_figures, k);

          found |= figure->detail != NULL &&
                   strcmp (figure->detail, "June 2022; ≥ 21,000 stations for 38,642 townships") == 0;
        }
    }
  g_assert_true (found);
}

/* 753 ÷ 4,072 = 18.5 %; 24.03 − 31.32 = −7.3; 11.02 − 31.32 = −20.3; 810 ÷ 101.1334 = 8.009…, at least,
 * so 8.00; 48 ÷ 47 = 102.1 %, 242 ÷ 243 = 99.6 %. */
static void
test_comparison_table (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const AtlasReportTable *table;

  test_language_speak ("zh_CN");
  report = built_report_build ("comparison", "640000,640300,532900,500110", 0, &error);
  g_assert_no_error (error);
  built_report_assert_complete (report, TRUE);
  table = built_report_find_table (report, "主要指标对照");
  g_assert_nonnull (table);
  g_assert_cmpuint (table->columns->len, ==, 5);
  built_report_assert_row (table, "持证社工（人）", (const char *const[]) { "4,072", "753\n占 18.5%", "477", "≥ 810", NULL });
  built_report_assert_row (table, "持证率（%）", (const char *const[]) { "31.3", "24.0\n−7.3", "11.0\n−20.3", "—", NULL });
  built_report_assert_row (table, "每万人持证社工数（人/万人）",
              (const char *const[]) { "5.65", "5.45\n−0.20", "1.43\n−4.22", "≥ 8.00\n≥ +2.36", NULL });
  built_report_assert_row (table, "乡镇（街道）社工站覆盖率（%）",
              (const char *const[]) { "99.6", "102.1\n+2.5", "100.0\n+0.4", "100.0\n+0.4", NULL });
  built_report_assert_row (table, "资金（万元）", (const char *const[]) { "≥ 8,175.3", "≥ 531.5", "≥ 384", "≥ 132", NULL });
}

/* What no number in the table is, its note does not explain. 95,038.17 and 218,782.61 yuan are shown as 9.5 and 21.9 ten thousands. */
static void
test_comparison_notes (void)
{
  g_autoptr (AtlasReport) nested = NULL, apart = NULL;
  g_autoptr (GError) error = NULL;
  const AtlasReportTable *table;

  test_language_speak ("zh_CN");
  nested = built_report_build ("comparison", "640000,640300,532900,500110", 0, &error);
  g_assert_no_error (error);
  table = built_report_find_table (nested, "主要指标对照");
  g_assert_true (g_str_has_prefix (table->note, "小字为与宁夏之差（比率以百分点计）或占宁夏的比重。"));
  apart = built_report_build ("comparison", "220000,360100", 0, &error);
  g_assert_no_error (error);
  table = built_report_find_table (apart, "主要指标对照");
  g_assert_true (g_str_has_prefix (table->note, "小字为与吉林之差（比率以百分点计）。"));
  built_report_assert_row (table, "站均建设资金（万元）", (const char *const[]) { "9.5", "21.9\n+12.4", NULL });
}

/* Of four regions what would be four times the same sentence is a list: 20,000 ÷ 2,189.3095, 10,000 ÷ 4,259.1407,
 * 60,000 ÷ 12,601.251 and 10,000 ÷ 8,367.4866, each at least. Of two it is not. */
static void
test_comparison_of_many (void)
{
  g_autoptr (AtlasReport) many = NULL, two = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("zh_CN");
  many = built_report_build ("comparison", "110000,210000,440000,510000", 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (many, "2017年，每万人持证社工数：北京不少于9.13人、辽宁不少于2.34人、广东不少于4.76人、"
                                                       "四川不少于1.19人〔"));
  two = built_report_build ("comparison", "110000,210000", 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (two, "拥有持证社工不少于9.13人"));
}

/* Guangdong and Shanghai each have one amount for all; what it went for is not in the text where a table shows it, and where parts make
 * no total, as in Fujian, they are told. */
static void
test_comparison_funding (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("zh_CN");
  report = built_report_build ("comparison", "310000,440000,350000", 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (report, "2017年，上海社会工作资金超过13亿元〔"));
  g_assert_nonnull (built_report_find_paragraph (report, "购买服务约1.6亿元"));
}

/* Wuzhong and Ningxia have figures of 2023, none of 2019; what stands in says of what year it is. */
static void
test_year (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("zh_CN");
  report = built_report_build ("comparison", "640000,640300", 2024, &error);
  g_assert_no_error (error);
  built_report_assert_complete (report, TRUE);
  g_assert_nonnull (built_report_find_paragraph (report, "2023年，宁夏持证社工4,072人"));
  g_assert_nonnull (built_report_find_paragraph (report, "以最近的较早年份或未注明日期的数据代替"));
}

/* Ningxia's document of 2023 has no place in a report on 2022: neither its figures nor the findings about them. */
static void
test_nothing_later (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const char *const titles[] = { "Other published figures", "Figures that contradict each other" };

  test_language_speak ("en");
  report = built_report_build ("brief", "640000", 2022, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const AtlasReportTable *table = built_report_find_table (report, titles[i]);

      g_assert_nonnull (table);
      for (guint row = 0; row < table->rows->len; row++)
        for (guint column = 0; column < table->columns->len; column++)
          g_assert_cmpstr (atlas_report_table_get_cell (table, row, column), !=, "2023");
    }
  g_assert_nonnull (built_report_find_paragraph (report, "No figures of 2022 or earlier are published on certified social workers"));
}

/* Of Jingxiu District "at least" is told, and nothing that is "about"; the nation's figures, with which there was nothing
 * to compare, are not in the report. */
static void
test_method (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("en");
  report = built_report_build ("brief", "130602", 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (report, "“More than”, “at least” and “≥” stand where"));
  g_assert_null (built_report_find_paragraph (report, "“About” and “≈”"));
}

/* A period is left out only where the sentence before told the same one: Dali's stations are of “since 2021”, Qijiang's
 * of 2023 as those of Ningxia, two sentences earlier. */
static void
test_periods (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("zh_CN");
  report = built_report_build ("comparison", "640000,640300,532900,500110", 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (report, "法定乡镇（街道）47个，覆盖率102.1%〔2〕。2021年以来，大理州"));
  g_assert_nonnull (built_report_find_paragraph (report, "覆盖率100.0%〔3〕。2023年，綦江区乡镇（街道）社工站"));
  g_assert_nonnull (built_report_find_paragraph (report, "高级社会工作师2人（2023年）〔1〕"));
}

/* Regions that lack the same are named together, and it is said who may have it. */
static void
test_gaps_together (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("zh_CN");
  report = built_report_build ("comparison", "640300,640100,640500", 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (
    report, "银川市、中卫市未见持证社工、社会工作专业人才、社工站、社会工作服务机构、资金公布数。职业水平等级未见公布数，相应部分从略。"
            "所缺数据可请有关地区社会工作主管部门补报。"));
}

/* One region, one colour in all charts, and no two alike. */
static void
test_colours (void)
{
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const char *const codes[] = { "640000", "640300", "532900", "500110" };
  GPtrArray *blocks;

  test_language_speak ("en");
  report = built_report_build ("comparison", "640000,640300,532900,500110", 0, &error);
  g_assert_no_error (error);
  blocks = atlas_report_get_blocks (report);
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);
      guint seen = 0;

      if (block->kind != ATLAS_BLOCK_CHART)
        continue;
      for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
        seen |= 1u << GPOINTER_TO_UINT (g_hash_table_lookup (block->chart->slots, codes[c]));
      g_assert_cmpuint (__builtin_popcount (seen), ==, 4);
    }
}

/* How many cells of figures say TEXT, in all tables; how many charts have SIGNS. */
static guint
count_cells (AtlasReport  *report,
             const char   *text,
             AtlasSignSet  signs)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_CHART)
        g_assert_cmpint (block->chart->signs, ==, signs);
      for (guint r = 0; block->kind == ATLAS_BLOCK_TABLE && r < block->table->rows->len; r++)
        for (guint c = 0; c < block->table->columns->len; c++)
          n += atlas_report_table_is_numeric (block->table, c) &&
               g_str_equal (atlas_report_table_get_cell (block->table, r, c), text);
    }
  return n;
}

/* C9: with the signs of yearbooks what had a dash is blank, in tables and charts alike, and the notes say what that means. */
static void
test_yearbook_signs (void)
{
  static const char *const regions[] = { "640000", "640300", "532900", "500110", NULL };
  AtlasReportRequest request = { .template_name = "comparison", .regions = regions, .year = 2023 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) standard = NULL;
  g_autoptr (AtlasReport) yearbook = NULL;
  guint n_dashes;

  test_language_speak ("en");
  standard = built_report_build_request (&request, &error);
  g_assert_no_error (error);
  request.signs = ATLAS_SIGNS_YEARBOOK;
  yearbook = built_report_build_request (&request, &error);
  g_assert_no_error (error);
  n_dashes = count_cells (standard, "—", ATLAS_SIGNS_STANDARD);
  g_assert_cmpuint (n_dashes, >, 0);
  g_assert_cmpuint (count_cells (standard, "", ATLAS_SIGNS_STANDARD), ==, 0);
  g_assert_cmpuint (count_cells (yearbook, "—", ATLAS_SIGNS_YEARBOOK), ==, 0);
  g_assert_cmpuint (count_cells (yearbook, "", ATLAS_SIGNS_YEARBOOK), ==, n_dashes);
  g_assert_nonnull (strstr (built_report_find_table (standard, "Stations by tier")->note, "—: not published."));
  g_assert_nonnull (strstr (built_report_find_table (yearbook, "Stations by tier")->note, "Blank: unknown or none."));
  g_assert_null (strstr (built_report_find_table (yearbook, "Stations by tier")->note, "—:"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  g_test_add_func ("/reports/template/refused", test_refused);
  g_test_add_func ("/reports/template/brief", test_brief);
  g_test_add_func ("/reports/template/key-figures", test_key_figures);
  g_test_add_data_func ("/reports/template/every-brief", "brief", test_every);
  g_test_add_data_func ("/reports/template/every-coverage", "coverage", test_every);
  g_test_add_data_func ("/reports/template/every-funding", "funding", test_every);
  g_test_add_data_func ("/reports/template/every-personnel", "personnel", test_every);
  g_test_add_data_func ("/reports/template/every-check", "checks", test_every);
  g_test_add_func ("/reports/template/comparison-table", test_comparison_table);
  g_test_add_func ("/reports/template/comparison-notes", test_comparison_notes);
  g_test_add_func ("/reports/template/comparison-of-many", test_comparison_of_many);
  g_test_add_func ("/reports/template/comparison-funding", test_comparison_funding);
  g_test_add_func ("/reports/template/year", test_year);
  g_test_add_func ("/reports/template/nothing-later", test_nothing_later);
  g_test_add_func ("/reports/template/method", test_method);
  g_test_add_func ("/reports/template/periods", test_periods);
  g_test_add_func ("/reports/template/gaps-together", test_gaps_together);
  g_test_add_func ("/reports/template/colours", test_colours);
  g_test_add_func ("/reports/template/yearbook-signs", test_yearbook_signs);
  status = g_test_run ();
  built_report_close ();
  return status;
}
