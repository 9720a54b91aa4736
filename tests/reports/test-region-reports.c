/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "built-report.h"

static AtlasReport *
build (const char *name,
       const char *region,
       const char *language)
{
  g_autoptr (GError) error = NULL;
  AtlasReport *report;

  built_report_speak (language);
  report = built_report_build (name, region, 0, &error);
  g_assert_no_error (error);
  built_report_assert_complete (report, g_str_equal (language, "zh_CN"));
  return report;
}

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
  g_autoptr (AtlasReport) report = build ("coverage", "640000", "zh_CN");

  g_assert_cmpstr (atlas_report_get_title (report), ==, "宁夏回族自治区乡镇（街道）社工站覆盖情况报告");
  assert_says (report, "宁夏乡镇（街道）社工站242个，法定乡镇（街道）243个，覆盖率99.6%（2023年）〔1〕。");
  assert_says (report, "宁夏公布的覆盖率100.0%（2022年12月），高于测算覆盖率（2023年）0.4个百分点〔1〕〔2〕。");
  assert_says (report, "可测算覆盖率的下级区划有1个（共5个），其中达到100%的有1个。吴忠市乡镇（街道）社工站48个，"
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
  g_autoptr (AtlasReport) report = build ("coverage", "000000", "en");
  const AtlasReportTable *table = built_report_find_table (report, "Township station coverage of the divisions");

  assert_says (report, "The coverage published for China is about 56.0% (June 2022)");
  assert_says (report, "Coverage can be computed for 12 of the 34 divisions one level below, of which 2 reach 100%.");
  assert_charts (report, (const AtlasChartKind[]) { ATLAS_CHART_BULLET, ATLAS_CHART_BAR }, 2);
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

/* Nothing is published on Macao. */
static void
test_empty (gconstpointer name)
{
  g_autoptr (GError) error = NULL;

  built_report_speak ("en");
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
  status = g_test_run ();
  built_report_close ();
  return status;
}
