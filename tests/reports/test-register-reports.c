/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "built-report.h"
#include "registered.h"
#include "test-language.h"

/* Reports on what registers count: 红寺堡区 (640303), whose stations stand in two of its six townships. */

static AtlasReport *
build (Registered *registered,
       const char *name,
       const char *region,
       const char *language)
{
  AtlasReportRequest request = { name, (const char *const[]) { region, NULL }, 0 };
  g_autoptr (GError) error = NULL;
  AtlasReport *report;

  test_language_speak (language);
  report = atlas_report_build (registered->dataset, registered->catalogue, &request, &error);
  g_assert_no_error (error);
  built_report_assert_complete (report, g_str_equal (language, "zh_CN"));
  return report;
}

/* The development zone 640303400 is no township. */
static void
test_named_townships (void)
{
  g_autoptr (Registered) registered = registered_new (REGISTERED_RETURN ("stations", "640303", 2023));
  g_autoptr (AtlasReport) report = build (registered, "coverage", "640303", "zh_CN");
  const AtlasReportTable *table = built_report_find_table (report, "未建站的乡镇（街道）");

  g_assert_nonnull (built_report_find_paragraph (report, "红寺堡区法定乡镇（街道）6个，其中建有社工站的2个，覆盖率33.3%"));
  g_assert_nonnull (built_report_find_paragraph (report, "红寺堡区尚有4个乡镇（街道）没有运行中的社工站〔1〕。详见表1。"));
  g_assert_nonnull (built_report_find_paragraph (report, "凡已报送名册（台账）的地区和年份"));
  g_assert_nonnull (table);
  g_assert_true (g_str_has_prefix (((const AtlasBlock *) g_ptr_array_index (atlas_report_get_blocks (report), 0))->detail,
                                   "数据：最新名册（台账）数和公布数"));
  g_assert_cmpuint (table->rows->len, ==, 1);
  built_report_assert_row (table, "红寺堡区",
                           (const char *const[]) { "4", "新民街道、大河乡、新庄集乡、柳泉乡", NULL });
}

/* What stands in tables is called by its short name. */
static void
test_names (void)
{
  g_autoptr (Registered) registered = registered_new (REGISTERED_RETURN ("stations", "640303", 2023));
  g_autoptr (AtlasReport) bulletin = build (registered, "bulletin", "640303", "zh_CN");
  g_autoptr (AtlasReport) coverage = build (registered, "coverage", "640303", "zh_CN");
  const AtlasReportTable *table = built_report_find_table (coverage, "未建站的乡镇（街道）");

  built_report_assert_row (built_report_find_table (bulletin, "主要数据"), "乡镇（街道）社工站（个）",
                           (const char *const[]) { "3", "2023年", NULL });
  g_assert_cmpstr (g_ptr_array_index (table->columns, 1), ==, "未建站数（个）");
}

/* A register is called the same in the list of sources as in tables. */
static void
test_source_names (void)
{
  g_autoptr (Registered) registered = NULL;
  g_autoptr (AtlasReport) report = NULL;
  const AtlasSource *source;

  test_language_speak ("zh_CN");
  registered = registered_new (REGISTERED_RETURN ("stations", "640303", 2023));
  report = build (registered, "coverage", "640303", "zh_CN");
  source = g_ptr_array_index (atlas_report_get_sources (report), 0);
  g_assert_cmpstr (source->title, ==, "站点名册：s.csv");
}

/* A station of the district itself may stand in any of the four townships that have no other. */
static void
test_unplaced_stations (void)
{
  g_autoptr (Registered) registered =
    registered_new (REGISTERED_RETURN ("stations", "640303", 2023) "INSERT INTO stations VALUES (NULL, 't1', 'a', 'township_station', "
                    "'640303', 'operating', '2021-01-01', '', '', 2, 'exact', 2023, '2023-12-31', 1, NULL, NULL);");
  g_autoptr (AtlasReport) report = build (registered, "coverage", "640303", "zh_CN");
  g_autoptr (AtlasReport) english = NULL;

  g_assert_nonnull (built_report_find_paragraph (report, "红寺堡区法定乡镇（街道）6个，其中建有社工站的不少于2个，覆盖率不少于33.3%"));
  g_assert_nonnull (built_report_find_paragraph (report, "红寺堡区有4个乡镇（街道）是否已有运行中的社工站尚不清楚：所在县（市、区）有社工站列在县级本级，未细分到乡镇（街道）〔1〕。"));
  g_assert_null (built_report_find_table (report, "未建站的乡镇（街道）"));
  english = build (registered, "coverage", "640303", "en");
  g_assert_null (built_report_find_paragraph (english, "have no operating station"));
  g_assert_null (built_report_find_paragraph (english, "Every township"));
}

/* Of the five counties one has returned: who has no station is not known of the others. */
static void
test_not_all_returned (void)
{
  g_autoptr (Registered) registered = registered_new (REGISTERED_RETURN ("stations", "640303", 2023));
  g_autoptr (AtlasReport) report = build (registered, "coverage", "640300", "en");

  g_assert_null (built_report_find_table (report, "Townships without a station"));
  g_assert_nonnull (built_report_find_paragraph (report, "the townships without a station cannot"));
}

/* Of the money of 2022 an entry of 1,000 yuan was allocated, one of 50.50 does not say: together 1,050.50, of which 1,000 are
 * 95.19 %. */
static void
test_stages (void)
{
  g_autoptr (Registered) registered = registered_new (REGISTERED_RETURN ("funding", "640303", 2022));
  g_autoptr (AtlasReport) report = build (registered, "funding", "640303", "zh_CN");

  g_assert_nonnull (built_report_find_paragraph (report, "2022年，红寺堡区社会工作资金1,050.50元"));
  g_assert_nonnull (built_report_find_paragraph (report, "按阶段分：下达1,000元"));
  built_report_assert_row (built_report_find_table (report, "按来源分的资金"), "中央资金",
                           (const char *const[]) { "1,000", "95.2", "2022年", NULL });
  built_report_assert_row (built_report_find_table (report, "按来源分的资金"), "合计",
                           (const char *const[]) { "1,050.50", "100.0", "2022年", NULL });
}

/* The checks ask nothing, and read registers all the same. */
static void
test_checks_read_registers (void)
{
  g_autoptr (Registered) registered = registered_new (REGISTERED_RETURN ("stations", "640303", 2023));
  g_autoptr (AtlasReport) report = build (registered, "checks", "640303", "zh_CN");
  const AtlasBlock *title = g_ptr_array_index (atlas_report_get_blocks (report), 0);

  g_assert_true (g_str_has_prefix (title->detail, "数据：最新名册（台账）数和公布数"));
}

/* Two stations in each township of Hebei (13): in all its 190 counties, in its 11 prefectures and in itself that is more than there are
 * townships. Of so many findings the report on the province has a row for itself and each prefecture, with 25 in Shijiazhuang, which
 * has 24 counties; that on Shijiazhuang lists them, without what all rows say. */
#define TWO_STATIONS \
  "INSERT INTO returns SELECT 'stations', code, 2023, 1 FROM regions WHERE code LIKE '13%' AND level = 'county';" \
  "INSERT INTO stations SELECT NULL, code || n, 'Name', 'township_station', code, 'operating', '2020-01-01', '', '', NULL, '', 2023, " \
  "'2023-12-31', 1, NULL, NULL FROM regions, (SELECT 'a' AS n UNION SELECT 'b') WHERE code LIKE '13%' AND level = 'township';"

static void
test_many_findings (void)
{
  g_autoptr (Registered) registered = registered_new (TWO_STATIONS);
  g_autoptr (AtlasReport) province = build (registered, "checks", "130000", "zh_CN");
  g_autoptr (AtlasReport) prefecture = build (registered, "checks", "130100", "zh_CN");
  const AtlasReportTable *by_division = built_report_find_table (province, "站点数超过区划数");
  const AtlasReportTable *list = built_report_find_table (prefecture, "站点数超过区划数");

  g_assert_cmpuint (by_division->columns->len, ==, 3);
  g_assert_cmpuint (by_division->rows->len, ==, 12);
  built_report_assert_row (by_division, "石家庄市", (const char *const[]) { "25", NULL });
  g_assert_cmpuint (list->columns->len, ==, 2);
  g_assert_cmpuint (list->rows->len, ==, 25);
  g_assert_cmpstr (list->note, ==, "各行相同：指标：社工站点数、时点：2023年、来源：名册（台账）。");
}

/* One number makes no chart, and no document has it; it is told, and nothing is said to be missing. */
static void
test_single_number (void)
{
  g_autoptr (Registered) registered =
    registered_new (REGISTERED_RETURN ("funding", "640303", 2022)
                    "INSERT INTO import_inputs VALUES (1, 4, 'v.csv', '', 'services', '2023-12-31', 1, 0, 0, 0, 0);"
                    "INSERT INTO funding VALUES (NULL, '640303', 2022, '3', 'county', 'incentives', 882500, 'exact', 'allocated', "
                    "2023, '2023-12-31', 1, NULL, NULL);");
  g_autoptr (AtlasReport) report = build (registered, "programmes", "640303", "zh_CN");
  const char *told = built_report_find_paragraph (report, "对取得社会工作者职业资格证书的人员给予一次性奖励");

  g_assert_nonnull (told);
  g_assert_nonnull (strstr (told, "2022年，资金 · 考证奖励：8,825元〔"));
  g_assert_null (strstr (told, "可录入"));
}

/* The one centre of the register stands in the report as a row. */
static void
test_rows (void)
{
  g_autoptr (Registered) registered =
    registered_new (REGISTERED_RETURN ("stations", "640303", 2023)
                    "INSERT INTO import_inputs VALUES (1, 4, 'v.csv', '', 'services', '2023-12-31', 1, 0, 0, 0, 0);");
  g_autoptr (AtlasReport) report = build (registered, "programmes", "640303", "en");
  const AtlasReportTable *table = built_report_find_table (report, "Stations · County guidance centre");

  g_assert_nonnull (built_report_find_paragraph (report, "By registers it is run in Hongsibu District."));
  g_assert_nonnull (table);
  g_assert_cmpuint (table->rows->len, ==, 1);
  g_assert_cmpstr (table->note, ==, "From the register.");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  g_test_add_func ("/reports/registers/checks-read-registers", test_checks_read_registers);
  g_test_add_func ("/reports/registers/many-findings", test_many_findings);
  g_test_add_func ("/reports/registers/single-number", test_single_number);
  g_test_add_func ("/reports/registers/named-townships", test_named_townships);
  g_test_add_func ("/reports/registers/unplaced-stations", test_unplaced_stations);
  g_test_add_func ("/reports/registers/names", test_names);
  g_test_add_func ("/reports/registers/source-names", test_source_names);
  g_test_add_func ("/reports/registers/not-all-returned", test_not_all_returned);
  g_test_add_func ("/reports/registers/stages", test_stages);
  g_test_add_func ("/reports/registers/rows", test_rows);
  status = g_test_run ();
  built_report_close ();
  return status;
}
