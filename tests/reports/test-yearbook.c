/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "built-report.h"
#include "registered.h"
#include "test-language.h"

#include <string.h>

static AtlasReport *
build (const char *region,
       const char *language)
{
  g_autoptr (GError) error = NULL;
  AtlasReport *report;

  test_language_speak (language);
  report = built_report_build ("yearbook", region, 0, &error);
  g_assert_no_error (error);
  built_report_assert_complete (report, g_str_equal (language, "zh_CN"));
  return report;
}

static guint
count_headings (AtlasReport *report,
                guint        level)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      n += block->kind == ATLAS_BLOCK_HEADING && block->level == level ? 1 : 0;
    }
  return n;
}

static guint
count_paragraphs (AtlasReport *report,
                  const char  *part)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      n += block->kind == ATLAS_BLOCK_PARAGRAPH && strstr (block->text, part) != NULL ? 1 : 0;
    }
  return n;
}

static const AtlasReportTable *
get_table (AtlasReport *report,
           const char  *title)
{
  const AtlasReportTable *table = built_report_find_table (report, title);

  if (table == NULL)
    g_error ("there is no table “%s”", title);
  return table;
}

static void
assert_note (const AtlasReportTable *table,
             const char             *part)
{
  if (strstr (table->note, part) == NULL)
    g_error ("“%s” is not in “%s”", part, table->note);
}

/* Of the 31 provinces those alone are in the table on completeness of which a figure is known; the others are named. */
static void
test_nation (void)
{
  g_autoptr (AtlasReport) report = build ("000000", "zh_CN");
  const AtlasReportTable *table = get_table (report, "各地数据完整度");

  g_assert_cmpstr (atlas_report_get_title (report), ==, "全国社会工作统计年鉴");
  g_assert_cmpuint (table->rows->len, ==, 1 + 29);
  g_assert_cmpstr (atlas_report_table_get_cell (table, 0, 0), ==, "全国");
  g_assert_cmpstr (atlas_report_table_get_cell (table, 29, 0), ==, "宁夏");
  g_assert_nonnull (built_report_find_paragraph (report, "未见任何数据的地区2个：西藏、新疆。"));
  /* 31 times 36 columns. */
  g_assert_nonnull (built_report_find_paragraph (report, "本年鉴各章为各地所列数据共1,116项，"));
  /* 242 of 243 townships, 99.6 %; that row has no other period than its neighbours' note says. */
  table = get_table (report, "各地社工站点和覆盖情况");
  built_report_assert_row (table, "宁夏", (const char *const[]) { "243\n2023年", NULL });
}

/* Five prefectures, and 22 counties set in under the one they lie in; of three of them figures are known. */
static void
test_province (void)
{
  g_autoptr (AtlasReport) report = build ("640000", "en");
  const AtlasReportTable *table = get_table (report, "Completeness by division");
  guint n_deeper = 0;

  g_assert_cmpuint (table->rows->len, ==, 1 + 3);
  for (guint i = 0; i < table->rows->len; i++)
    n_deeper += g_str_has_prefix (atlas_report_table_get_cell (table, i, 0), "\u00a0") ? 1 : 0;
  g_assert_cmpuint (n_deeper, ==, 2);
  /* 753 certified of 3,134, from one document; nothing is known of the other prefectures, and they are
   * named once. */
  table = get_table (report, "Wuzhong City: main figures");
  built_report_assert_row (table, "Certified social workers (people)", (const char *const[]) { "753", "2023", "—", "4,072", NULL });
  g_assert_nonnull (strstr (table->note, "There is no figure for "));
  g_assert_nonnull (built_report_find_paragraph (report, "Wuzhong City has 753 certified social workers (2023), 18.5% of those in Ningxia ["));
  g_assert_nonnull (built_report_find_paragraph (report, "Without any figure (24): Yinchuan City, "));
  g_assert_cmpuint (count_paragraphs (report, "Yinchuan City"), ==, 1);
  g_assert_nonnull (built_report_find_paragraph (report, " have no figure for this part; “Completeness” names them."));
  g_assert_nonnull (built_report_find_paragraph (report, "It has 31.3% of its social work professionals certified [1]."));
  g_assert_null (built_report_find_paragraph (report, "It: "));
  table = get_table (report, "Definitions and formulas of the indicators");
  built_report_assert_row (table, "Certified workers per 10,000 residents",
                           (const char *const[]) { "per 10,000",
                                                   "Certified workers for every 10,000 residents.\n"
                                                   "Certified social workers ÷ Resident population × 10,000",
                                                   NULL });
  table = get_table (report, "Funding by division and source");
  g_assert_cmpstr (g_ptr_array_index (table->columns, 1), ==, "Total");
  g_assert_cmpstr (table->unit, ==, "Unit: million yuan, unless the column names another");
  built_report_assert_row (table, "Wuzhong City", (const char *const[]) { "≥ 5.31", NULL });
  /* Profiles of those alone that have a figure: a district, a prefecture, a county. */
  g_assert_cmpuint (count_headings (report, 2), ==, 3);
}

/* What registers count, a division that has returned them, and those that have not: 红寺堡区 has three stations in two of its
 * six townships. */
static void
test_registers (void)
{
  g_autoptr (Registered) registered = registered_new (REGISTERED_RETURN ("stations", "640303", 2023));
  AtlasReportRequest request = { "yearbook", (const char *const[]) { "640300", NULL }, 2023 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report = NULL;
  const AtlasReportTable *table;

  test_language_speak ("zh_CN");
  report = atlas_report_build (registered->dataset, registered->catalogue, &request, &error);
  g_assert_no_error (error);
  built_report_assert_complete (report, TRUE);
  table = get_table (report, "各地社工站点和覆盖情况");
  built_report_assert_row (table, "红寺堡区", (const char *const[]) { "6", "3", "33.3", NULL });
  assert_note (table, "各项均无数据的地区未列出。数据时点为2023年。");
  /* Of 吴忠市 a document tells the stations; of 利通区 nothing but an unreturned register does. */
  assert_note (table, "社工站、乡镇（街道）社工站覆盖率、村（社区）社工室（吴忠市）为公布数，不宜与按名册（台账）统计的其余数据直接比较。");
  assert_note (table, "吴忠市的名册（台账）尚未报齐，县级指导中心、驻站社工为已报部分的合计。");
  assert_note (table, "利通区的名册（台账）尚未报齐，所列为已报部分的合计。");
  /* The document on funding speaks of the years from 2021 to 2023. */
  assert_note (get_table (report, "红寺堡区主要数据"), "吴忠市数据的时点与左列不同的有：");
  table = get_table (report, "各地数据完整度");
  built_report_assert_row (table, "红寺堡区", (const char *const[]) { "1/1", NULL });
  built_report_assert_row (table, "利通区", (const char *const[]) { "0/1", NULL });
  g_assert_nonnull (built_report_find_paragraph (
    report, "2023年站点名册应报县（市、区）5个，已报1个，未报的有利通区、盐池县、同心县、青铜峡市。"));
}

static const char *
get_cover_fact (AtlasReport *report,
                const char  *label)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; block->kind == ATLAS_BLOCK_COVER && j < block->key_figures->len; j++)
        if (g_str_equal (((const AtlasKeyFigure *) g_ptr_array_index (block->key_figures, j))->label, label))
          return ((const AtlasKeyFigure *) g_ptr_array_index (block->key_figures, j))->value;
    }
  return NULL;
}

/* Registers that the same divisions have returned are spoken of once. */
static void
test_returns (void)
{
  g_autoptr (Registered) registered = registered_new (
    REGISTERED_RETURN_ALL ("stations", 2023) REGISTERED_RETURN_ALL ("personnel", 2023) REGISTERED_RETURN ("funding", "640303", 2022));
  AtlasReportRequest request = { "yearbook", (const char *const[]) { "640300", NULL }, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report = NULL;

  test_language_speak ("zh_CN");
  report = atlas_report_build (registered->dataset, registered->catalogue, &request, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (
    report, "2023年站点名册、人员名册应报县（市、区）5个，均已报送。2022年资金台账应报县（市、区）5个，已报1个，未报的有"));
  g_assert_cmpstr (get_cover_fact (report, "数据完整度"), ==,
                   "2023年站点名册、人员名册应报县（市、区）5个，均已报送；2022年资金台账应报县（市、区）5个，已报1个");
  g_clear_pointer (&report, atlas_report_free);
  test_language_speak ("en");
  report = atlas_report_build (registered->dataset, registered->catalogue, &request, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (
    report, "Stations and personnel of 2023: returned by all 5 divisions of the county level. Funding of 2022: returned by 1 of 5 "
            "divisions of the county level, but not by Litong District, Yanchi County, Tongxin County and Qingtongxia City."));
  g_assert_cmpstr (get_cover_fact (report, "Completeness"), ==,
                   "Stations and personnel: all 5 divisions of the county level (2023); Funding: 1 of 5 divisions of the county level "
                   "(2022)");
}

static guint
count_blocks (AtlasReport    *report,
              AtlasBlockKind  kind)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    n += ((const AtlasBlock *) g_ptr_array_index (blocks, i))->kind == kind ? 1 : 0;
  return n;
}

/* 红寺堡区 has 1,000 yuan of the centre and 50.50 of the county, and here 5 million of the province: as the total is written in
 * millions, so are its parts. */
static void
test_scale_of_parts (void)
{
  g_autoptr (Registered) registered = registered_new (
    REGISTERED_RETURN ("funding", "640303", 2022) REGISTERED_RETURN ("funding", "640302", 2022)
    "INSERT INTO funding VALUES (NULL, '640303', 2022, '9', 'provincial', 'other', 500000000, 'exact', '', 2023, '2023-12-31', 1, NULL, NULL);");
  AtlasReportRequest request = { "yearbook", (const char *const[]) { "640300", NULL }, 2022 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report = NULL;
  const AtlasReportTable *table;

  test_language_speak ("en");
  report = atlas_report_build (registered->dataset, registered->catalogue, &request, &error);
  g_assert_no_error (error);
  table = get_table (report, "Funding by division and source");
  g_assert_true (g_str_has_prefix (table->unit, "Unit: million yuan"));
  built_report_assert_row (table, "Hongsibu District", (const char *const[]) { "5.00", "0.0010", "5.00", NULL });
}

/* With registers each of the five counties has a page of its own: on the grid without headline figures, since those of the
 * overview stay, and the table has them; on A3 they follow each other. */
static void
test_profile_pages (void)
{
  g_autoptr (Registered) registered =
    registered_new (REGISTERED_RETURN_ALL ("stations", 2023) REGISTERED_RETURN_ALL ("personnel", 2023));
  AtlasReportStyle broad = atlas_report_style_adapt (atlas_report_style_find ("official"), ATLAS_PAPER_A3, ATLAS_PAGE_NUMBERS_STANDARD);
  const struct {
    const AtlasReportStyle *style;
    guint n_breaks;
    guint n_key_figures;
  } cases[] = { { atlas_report_style_find ("plain"), 5, 6 }, { atlas_report_style_find ("official"), 5, 1 }, { &broad, 0, 6 } };

  test_language_speak ("en");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasReportRequest request = { "yearbook", (const char *const[]) { "640300", NULL }, 2023, .style = cases[i].style };
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasReport) report = atlas_report_build (registered->dataset, registered->catalogue, &request, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (count_blocks (report, ATLAS_BLOCK_PAGE_BREAK), ==, cases[i].n_breaks);
      g_assert_cmpuint (count_blocks (report, ATLAS_BLOCK_KEY_FIGURES), ==, cases[i].n_key_figures);
    }
}

/* Of 22 counties that have returned their stations 红寺堡区 alone has any, three in two of its townships. On the grid English, which
 * takes more lines, tells what stands out, and leaves the levels to the table. */
static void
test_profile_on_grid (void)
{
  g_autoptr (Registered) registered = registered_new (REGISTERED_RETURN ("stations", "640000", 2023));
  const struct {
    const char *style, *language, *level, *standing;
    gboolean told;
  } cases[] = {
    { "plain", "en", "has a station in 2 of its 6 townships", "Among the first: township stations (rank 1)", TRUE },
    { "official", "en", "has a station in 2 of its 6 townships", "Among the first: township stations (rank 1)", FALSE },
    { "official", "zh_CN", "法定乡镇（街道）6个，其中建有社工站的2个", "居于前列的有：社工站（第1位）", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasReportRequest request = { "yearbook", (const char *const[]) { "640000", NULL }, 2023,
                                     .style = atlas_report_style_find (cases[i].style) };
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasReport) report = NULL;

      test_language_speak (cases[i].language);
      report = atlas_report_build (registered->dataset, registered->catalogue, &request, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_paragraphs (report, cases[i].level), ==, cases[i].told ? 1 : 0);
      g_assert_cmpuint (count_paragraphs (report, cases[i].standing), ==, 1);
    }
}

/* Of seven provinces whose stations of 2023 are known, from the highest to the lowest: 山东 1,825, 安徽 1,507, 江苏 1,275, 辽宁
 * 1,172, 广西 1,002, 青海 358, 宁夏 242; by coverage 江苏 is the first, and 辽宁 with 87.0% the sixth. */
static void
test_standing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report = NULL;
  const AtlasReportTable *table;

  test_language_speak ("en");
  report = built_report_build ("yearbook", "000000", 2023, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (
    report, "Among the first: township stations (rank 3) and township station coverage (rank 1)."));
  g_assert_nonnull (built_report_find_paragraph (report, "Among the last: township station coverage (rank 6)."));
  table = get_table (report, "Jiangsu: main figures");
  g_assert_cmpstr (g_ptr_array_index (table->columns, 1), ==, "Jiangsu");
  built_report_assert_row (table, "Township stations", (const char *const[]) { "1,275", "June 2023", "3/7", NULL });
}

/* Three of five counties have returned their people: of 吴忠市 the 753 certified workers of a document stand, beside counts that
 * are no parts of them. */
static void
test_apart (void)
{
  const AtlasReportTable *table;
  g_autoptr (Registered) registered = registered_new (
    REGISTERED_RETURN ("personnel", "640302", 2023) REGISTERED_RETURN ("personnel", "640303", 2023)
    REGISTERED_RETURN ("personnel", "640323", 2023));
  AtlasReportRequest request = { "yearbook", (const char *const[]) { "640300", NULL }, 2023 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report = NULL;

  test_language_speak ("zh_CN");
  report = atlas_report_build (registered->dataset, registered->catalogue, &request, &error);
  g_assert_no_error (error);
  g_assert_nonnull (built_report_find_paragraph (report, "吴忠市的数为公布数，下辖地区的数按名册（台账）统计，两者不可直接相加比较。"));
  /* So the overview says, where what is newly certified is counted, and the tables where both stand. */
  g_assert_nonnull (built_report_find_paragraph (
    report, "社会工作专业人才、持证社工、持证率、每万人持证社工数为公布数，与按名册（台账）统计的其他数据口径不同，不宜直接比较。"));
  table = get_table (report, "各地持证社工及职业水平等级");
  assert_note (table, "社会工作专业人才、持证社工、持证率、每万人持证社工数（吴忠市）为公布数，不宜与按名册（台账）统计的其余数据直接比较。");
  assert_note (table, "数据时点为2023年。");
  assert_note (get_table (report, "红寺堡区主要数据"), "持证社工、持证率、每万人持证社工数、");
}

/* SECTION of the Chinese yearbook of REGION in 2023, and nothing else. */
static AtlasReport *
build_section (Registered *registered,
               const char *region,
               const char *section)
{
  AtlasReportRequest request = { "yearbook", (const char *const[]) { region, NULL }, 2023,
                                 .sections = (const char *const[]) { section, NULL } };
  g_autoptr (GError) error = NULL;
  AtlasReport *report;

  test_language_speak ("zh_CN");
  report = atlas_report_build (registered->dataset, registered->catalogue, &request, &error);
  g_assert_no_error (error);
  return report;
}

/* The few that have a figure are named, not counted the many that have none. */
static void
test_few_known (void)
{
  g_autoptr (Registered) registered = registered_new ("");
  g_autoptr (AtlasReport) report = build_section (registered, "640000", "organisations");

  g_assert_nonnull (built_report_find_paragraph (report, "各地中仅吴忠市有“社会工作服务机构”数据。"));
}

/* Guangdong has 122 counties, and Dongguan and Zhongshan, which have none. */
static void
test_cities_without_counties (void)
{
  g_autoptr (Registered) registered = registered_new (REGISTERED_RETURN ("personnel", "441900", 2023));
  g_autoptr (AtlasReport) report = build_section (registered, "440000", "completeness");

  g_assert_nonnull (built_report_find_paragraph (report, "2023年人员名册应报县（市、区）124个，已报1个"));
  assert_note (get_table (report, "各地数据完整度"), "应报数含不设县（市、区）的东莞市、中山市。");
}

/* All 22 counties of Ningxia count what volunteers do: a column for the organisations of 吴忠市 alone would be blank. */
static void
test_sparse_column (void)
{
  g_autoptr (Registered) registered = registered_new (
    "INSERT INTO returns SELECT 'services', code, 2023, 1 FROM regions WHERE code LIKE '64%' AND level = 'county';");
  g_autoptr (AtlasReport) report = build_section (registered, "640000", "organisations");
  const AtlasReportTable *table;

  table = get_table (report, "各地社会组织和志愿服务");
  g_assert_cmpuint (table->columns->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (table->columns, 1), ==, "志愿服务活动（场次）");
  assert_note (table, "社会工作服务机构仅以下地区有数据，未列入表中：宁夏（140家，2023年）、吴忠市（26家，2023年）〔");
}

static void
assert_refused (const char *region,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (built_report_build ("yearbook", region, 0, &error));
  g_assert_error (error, ATLAS_REPORT_ERROR, code);
}

static void
test_refused (void)
{
  test_language_speak ("en");
  assert_refused ("640303", ATLAS_REPORT_ERROR_TEMPLATE); /* a county: only townships lie in it */
  assert_refused ("540200", ATLAS_REPORT_ERROR_EMPTY);    /* nothing is published on its divisions */
}

/* Money is scaled for the divisions, not for the sum of them; people are whole. What most columns are in stands over the table,
 * and the others name their own. */
static void
test_units (void)
{
  g_autoptr (AtlasReport) report = build ("000000", "zh_CN");
  const AtlasReportTable *table = get_table (report, "各地资金及来源");
  const AtlasReportTable *people = get_table (report, "各地持证社工及职业水平等级");

  g_assert_cmpstr (g_ptr_array_index (table->columns, 1), ==, "资金合计");
  g_assert_cmpstr (table->unit, ==, "单位：万元（列名另注的除外）");
  g_assert_cmpstr (g_ptr_array_index (people->columns, 2), ==, "持证社工");
  g_assert_cmpstr (people->unit, ==, "单位：人（列名另注的除外）");
  built_report_assert_row (people, "宁夏", (const char *const[]) { "13,000\n2023年", "4,072\n2023年", NULL });
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  g_test_add_func ("/reports/yearbook/nation", test_nation);
  g_test_add_func ("/reports/yearbook/province", test_province);
  g_test_add_func ("/reports/yearbook/registers", test_registers);
  g_test_add_func ("/reports/yearbook/scale-of-parts", test_scale_of_parts);
  g_test_add_func ("/reports/yearbook/profile-pages", test_profile_pages);
  g_test_add_func ("/reports/yearbook/profile-on-grid", test_profile_on_grid);
  g_test_add_func ("/reports/yearbook/standing", test_standing);
  g_test_add_func ("/reports/yearbook/returns", test_returns);
  g_test_add_func ("/reports/yearbook/apart", test_apart);
  g_test_add_func ("/reports/yearbook/few-known", test_few_known);
  g_test_add_func ("/reports/yearbook/cities-without-counties", test_cities_without_counties);
  g_test_add_func ("/reports/yearbook/sparse-column", test_sparse_column);
  g_test_add_func ("/reports/yearbook/refused", test_refused);
  g_test_add_func ("/reports/yearbook/units", test_units);
  status = g_test_run ();
  built_report_close ();
  return status;
}
