/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "built-report.h"
#include "charts/chart-layout.h"
#include "reports/templates/finding-rules.h"
#include "test-language.h"

static void
assert_says (AtlasReport *report,
             const char  *part)
{
  if (built_report_find_paragraph (report, part) == NULL)
    g_error ("no paragraph says “%s”", part);
}

static void
assert_charts (AtlasReport          *report,
               const AtlasChartKind *kinds,
               guint                 n)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint found = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != ATLAS_BLOCK_CHART)
        continue;
      g_assert_cmpuint (found, <, n);
      g_assert_cmpint (block->chart->kind, ==, kinds[found++]);
    }
  g_assert_cmpuint (found, ==, n);
}

static void
assert_pages (AtlasReport *report,
              guint        least,
              guint        most)
{
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new (report);

  g_assert_cmpuint (atlas_report_pages_get_n_pages (pages), >=, least);
  g_assert_cmpuint (atlas_report_pages_get_n_pages (pages), <=, most);
}

/* 242 ÷ 243 = 99.588…; claimed are 100, 0.4 more. Of the five prefectures only Wuzhong has stations: 48 ÷ 47 = 102.1. */
static void
test_coverage (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("coverage", "640000", "zh_CN");

  g_assert_cmpstr (atlas_report_get_title (report), ==, "宁夏回族自治区乡镇（街道）社工站覆盖情况报告");
  assert_says (report, "2023年，宁夏乡镇（街道）社工站242个，法定乡镇（街道）243个，覆盖率99.6%〔1〕。");
  assert_says (report, "宁夏公布的覆盖率100.0%（2022年12月），高于测算覆盖率（2023年）0.4个百分点〔1〕〔2〕。");
  assert_says (report, "5个下级区划中可测算覆盖率的有1个，其中达到100%的有1个。2023年，吴忠市乡镇（街道）社工站48个，"
                       "法定乡镇（街道）47个，覆盖率102.1%");
  assert_says (report, "无法据此列出未建站的乡镇（街道）");
  assert_says (report, "县级社会工作指导中心22个");
  assert_charts (report, (const AtlasChartKind[]) { ATLAS_CHART_BULLET }, 1);
  built_report_assert_row (built_report_find_table (report, "各级社工站点数"), "村（社区）社工室",
                           (const char *const[]) { "500", "2023年", NULL });
  assert_pages (g_steal_pointer (&report), 2, 6);
}

/* 21,000 ÷ 38,642 = 54.3, at least; claimed are about 56. 1,275 ÷ 1,200 = 106.25, 1,002 ÷ 1,253 = 79.97, 262 ÷ 977 =
 * 26.8. Twelve of 34 provinces have stations, of which Jiangsu and Shandong (1,825 ÷ 1,813) have more than townships. */
static void
test_coverage_of_nation (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("coverage", "000000", "en");
  const AtlasReportTable *table = built_report_find_table (report, "Township station coverage of the divisions");

  assert_says (report, "The coverage published for China is about 56% (June 2022)");
  assert_says (report, "Coverage can be computed for 12 of 34 divisions one level below, of which 2 reach 100%.");
  assert_charts (report, (const AtlasChartKind[]) { ATLAS_CHART_BULLET, ATLAS_CHART_BAR, ATLAS_CHART_TILE_MAP }, 3);
  g_assert_nonnull (table);
  g_assert_cmpuint (table->rows->len, ==, 12);
  built_report_assert_row (table, "Jiangsu", (const char *const[]) { "106.3", "1", "1,275", "1,200", "—", "June 2023",
                                                                     NULL });
  built_report_assert_row (table, "Guangxi", (const char *const[]) { "80.0", "9", "1,002", "1,253", "—", "March 2023",
                                                                     NULL });
  built_report_assert_row (table, "Jilin", (const char *const[]) { "26.8", "12", "262", "977", "—", "November 2021",
                                                                   NULL });
  assert_pages (g_steal_pointer (&report), 2, 6);
}

/* In ten thousands: rewards 261.3, training 500, purchase 6,000, Three Areas 786 + 628 = 1,414: together 8,175.3. By source:
 * central 786, provincial 261.3 + 628 = 889.3, not stated 6,500. 8,175.3 ÷ 242 = 33.78, ÷ 4,072 = 2.0076, at least; for
 * 7,202,654 residents 11.35 yuan. */
static void
test_funding (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("funding", "640000", "zh_CN");
  const AtlasReportTable *sources = built_report_find_table (report, "按来源分的资金");
  const AtlasReportTable *purposes = built_report_find_table (report, "按用途分的资金");

  assert_says (report, "2023年，宁夏社会工作资金不少于8175万元〔1〕。");
  assert_says (report, "按用途分的资金：购买服务不少于6000万元、培训不少于500万元、考证奖励不少于261.3万元、"
                       "“三区计划”不少于1414万元（2023年）〔1〕。");
  assert_says (report, "公布资料未注明资金所处阶段（预算、下达或支出）。");
  assert_says (report, "平均每个乡镇（街道）社工站的资金不少于33.78万元〔1〕。"
                       "平均每名持证社工的资金不少于2.007万元〔1〕。平均每名常住居民的资金不少于11.35元");
  assert_says (report, "下级区划的资金未见公布数");
  assert_charts (report, (const AtlasChartKind[]) { ATLAS_CHART_PERCENT_BAR, ATLAS_CHART_PERCENT_BAR }, 2);
  g_assert_cmpuint (sources->rows->len, ==, 3);
  built_report_assert_row (sources, "中央资金", (const char *const[]) { "≥ 786", "2023年", NULL });
  built_report_assert_row (sources, "省级资金", (const char *const[]) { "≥ 889.3", "2023年", NULL });
  built_report_assert_row (sources, "来源未注明", (const char *const[]) { "≥ 6,500", "2023年", NULL });
  g_assert_cmpuint (purposes->rows->len, ==, 4);
  built_report_assert_row (purposes, "“三区计划”", (const char *const[]) { "≥ 1,414", "2023年", NULL });
  assert_pages (g_steal_pointer (&report), 2, 6);
}

/* To save room on a page a chart becomes lower, but never so low that its unit goes. */
static void
test_units_stay (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("funding", "640000", "zh_CN");
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr (AtlasChartLayout) natural = NULL, low = NULL;
      g_autofree char *dump = NULL;

      if (block->kind != ATLAS_BLOCK_CHART)
        continue;
      natural = atlas_chart_layout_new (block->chart, atlas_chart_style_print (), 480, 0);
      g_assert_cmpfloat (atlas_chart_layout_get_least_height (natural), <=, atlas_chart_layout_get_height (natural));
      low = atlas_chart_layout_new (block->chart, atlas_chart_style_print (), 480, atlas_chart_layout_get_least_height (natural));
      dump = atlas_chart_layout_dump (low);
      g_assert_nonnull (strstr (dump, "单位：万元"));
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

/* Documents differ too much in what they count for the amounts of provinces to have ranks. */
static void
test_funding_of_nation (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("funding", "000000", "en");
  const AtlasReportTable *table = built_report_find_table (report, "Funding of the divisions");

  assert_says (report, "The documents differ in scope and period, so the amounts are not ranked.");
  assert_charts (report, NULL, 0);
  g_assert_cmpuint (table->columns->len, ==, 5);
  built_report_assert_row (table, "Ningxia",
                           (const char *const[]) { "≥ 81.75", "≥ 337.8", "≥ 20.0", "2023", NULL });
  assert_pages (g_steal_pointer (&report), 2, 6);
}

/* 4,072 ÷ 13,000 = 31.3 %, 58.1 − 31.3 = 26.8; 4,072 ÷ 720.2654 = 5.65; (868 + 2) ÷ 4,072 = 21.4 %; 3,202 ÷ 4,072 = 78.6 %. */
static void
test_personnel (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("personnel", "640000", "en");

  assert_says (report, "It has 4,072 certified social workers, a certified share of 31.3%, about 26.8 percentage points "
                       "below China (2022)");
  assert_says (report, "It has 5.65 certified social workers for every 10,000 residents of 2020");
  assert_says (report, "It has 21.4% of its certified social workers at the intermediate grade or above [1].");
  assert_says (report, "No figures at all are published on certified social workers of the divisions below and station "
                       "staff");
  assert_charts (report, (const AtlasChartKind[]) { ATLAS_CHART_PERCENT_BAR }, 1);
  built_report_assert_row (built_report_find_table (report, "Certified social workers by grade"),
                           "Assistant social worker", (const char *const[]) { "3,202", "78.6", "2023", NULL });
  built_report_assert_row (built_report_find_table (report, "Certified social workers by grade"), "Total",
                           (const char *const[]) { "4,072", "100.0", "2023", NULL });
  assert_pages (g_steal_pointer (&report), 2, 6);
}

/* 1,516,000 ÷ 1,160,000 = 1.307. Where some provinces publish a bound only, none has a rank. */
static void
test_personnel_of_nation (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("personnel", "000000", "zh_CN");
  const AtlasReportTable *table = built_report_find_table (report, "各地持证社工情况");

  assert_says (report, "2025年5月，持证社工约151.6万人，同比增长约30.7%");
  assert_says (report, "全国驻站社工超过5.3万人");
  assert_charts (report, (const AtlasChartKind[]) { ATLAS_CHART_LINE, ATLAS_CHART_BAR }, 2);
  g_assert_cmpuint (table->columns->len, ==, 5);
  built_report_assert_row (table, "宁夏", (const char *const[]) { "4,072", "5.65", "31.3", "2023年", NULL });
  assert_pages (g_steal_pointer (&report), 2, 6);
}

/* Of Ningxia: 868 rewarded, but 870 holders, and with money for neither of them; the same 500 stations planned and built; full coverage claimed for 2021 and
 * 2022, but 99.6 %. Of Wuzhong: 48 stations for 47 townships. */
static void
test_checks (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("checks", "640000", "zh_CN");
  const AtlasReportTable *counts = built_report_find_table (report, "各项规则核查结果");

  assert_says (report, "宁夏回族自治区及其下级区划共核查出相互矛盾4项、提示2项，涉及2个地区。详见表1。");
  g_assert_cmpuint (counts->rows->len, ==, 6);
  built_report_assert_row (counts, "公布的覆盖率", (const char *const[]) { "0", "2", "2", NULL });
  built_report_assert_row (counts, "站点数超过区划数", (const char *const[]) { "1", "0", "1", NULL });
  built_report_assert_row (counts, "合计", (const char *const[]) { "4", "2", "6", NULL });
  built_report_assert_row (built_report_find_table (report, "站点数超过区划数"), "吴忠市",
                           (const char *const[]) { "社工站点数", "2023年",
                                                   "乡镇（街道）社工站48个，多于法定乡镇（街道）47个", "〔2〕", NULL });
  assert_pages (g_steal_pointer (&report), 2, 6);
}

/* Qinghai claims 88.3 % and has 358 ÷ 404 = 88.6 %: near enough. */
static void
test_checks_of_none (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("checks", "630000", "en");

  assert_says (report, "In Qinghai and the divisions below, the checks find nothing.");
  g_assert_null (built_report_find_table (report, "Findings by rule"));
}

/* Every rule of the checks has a name and a meaning. */
static void
test_rules (void)
{
  const char *const rules[] = {
    "grade-sum", "child-above-parent", "children-sum", "certified-above-workers", "incentive-recipients",
    "incentive-money", "stations-above-divisions", "planned-and-built", "claimed-coverage", "sources-disagree",
    "derived-value", "station-staff", "register-against-published",
  };

  test_language_speak ("en");
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_assert_cmpstr (atlas_finding_rule_get_name (rules[i]), !=, rules[i]);
      g_assert_cmpstr (atlas_finding_rule_get_meaning (rules[i]), !=, "");
    }
  g_assert_cmpstr (atlas_finding_rule_get_name ("unheard-of"), ==, "unheard-of");
}

/* Nothing is published on Macao. */
static void
test_empty (gconstpointer name)
{
  g_autoptr (GError) error = NULL;

  test_language_speak ("en");
  g_assert_null (built_report_build (name, "820000", 0, &error));
  g_assert_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  g_test_add_func ("/reports/coverage/ningxia", test_coverage);
  g_test_add_func ("/reports/coverage/nation", test_coverage_of_nation);
  g_test_add_data_func ("/reports/coverage/empty", "coverage", test_empty);
  g_test_add_func ("/reports/funding/ningxia", test_funding);
  g_test_add_func ("/reports/funding/units-stay", test_units_stay);
  g_test_add_func ("/reports/funding/nation", test_funding_of_nation);
  g_test_add_data_func ("/reports/funding/empty", "funding", test_empty);
  g_test_add_func ("/reports/personnel/ningxia", test_personnel);
  g_test_add_func ("/reports/personnel/nation", test_personnel_of_nation);
  g_test_add_data_func ("/reports/personnel/empty", "personnel", test_empty);
  g_test_add_func ("/reports/checks/ningxia", test_checks);
  g_test_add_func ("/reports/checks/none", test_checks_of_none);
  g_test_add_func ("/reports/checks/rules", test_rules);
  status = g_test_run ();
  built_report_close ();
  return status;
}
