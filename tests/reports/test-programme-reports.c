/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "built-report.h"
#include "test-language.h"

#include <string.h>

/* How many headings of the second level hold WHAT, and stand for programmes. */
static guint
count_programmes (AtlasReport *report,
                  const char  *what)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      n += block->kind == ATLAS_BLOCK_HEADING && block->level == 2 && strstr (block->text, what) != NULL ? 1 : 0;
    }
  return n;
}

/* All 85 stand in the report on the nation, S01 and S85 among them, in either language, and in its overview a line on each. */
static void
test_all (gconstpointer language)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("programmes", "000000", language);
  const AtlasReportTable *overview =
    built_report_find_table (report, g_str_equal (language, "en") ? "Programmes at a glance" : "项目一览");

  g_assert_nonnull (overview);
  g_assert_cmpuint (overview->rows->len, ==, 85);
  for (guint i = 1; i <= 85; i++)
    {
      g_autofree char *id = g_strdup_printf ("S%02u", i);

      if (count_programmes (report, id) != 1)
        g_error ("%s is there %u times", id, count_programmes (report, id));
    }
}

/* Of a region those alone that it runs; the others are listed with what to enter. 85 in all. */
static void
test_region (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("programmes", "640000", "zh_CN");
  const AtlasReportTable *without = built_report_find_table (report, "没有数据的项目");
  const AtlasReportTable *incentives;

  g_assert_nonnull (without);
  g_assert_cmpuint (count_programmes (report, "S") + without->rows->len, ==, 85);
  g_assert_cmpuint (count_programmes (report, "三级社会工作服务体系（S01）"), ==, 1);
  g_assert_nonnull (built_report_find_paragraph (report, "县（市、区）设社会工作服务指导中心"));
  incentives = built_report_find_table (report, "社会工作数据简报：相关数据");
  g_assert_nonnull (incentives);
}

/* Of S01 documents name five divisions and figures tell of 27 more; the latest figure of the nation is that of June 2022. In a report on
 * one county's programmes nothing is left out. */
static void
test_overview (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("programmes", "000000", "en");
  const AtlasReportTable *overview = built_report_find_table (report, "Programmes at a glance");

  g_assert_true (g_str_has_prefix (atlas_report_table_get_cell (overview, 0, 0), "S01 Three-tier service system\n"));
  g_assert_cmpstr (atlas_report_table_get_cell (overview, 0, 1), ==, "5");
  g_assert_cmpstr (atlas_report_table_get_cell (overview, 0, 2), ==, "27");
  g_assert_cmpstr (atlas_report_table_get_cell (overview, 0, 3), ==, "—");
  g_assert_nonnull (strstr (atlas_report_table_get_cell (overview, 0, 0), "≥ 21,000 stations, June 2022"));
}

/* Of a county how it is known is said: documents name 綦江区 for the first of its programmes. */
static void
test_overview_of_county (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("programmes", "500110", "zh_CN");
  const AtlasReportTable *overview = built_report_find_table (report, "项目一览");

  g_assert_nonnull (overview);
  g_assert_cmpuint (overview->columns->len, ==, 3);
  g_assert_cmpstr (atlas_report_table_get_cell (overview, 0, 1), ==, "文件载明");
}

/* Of Ningxia itself 242 township stations at work say more of S01 than 500 community rooms that are planned. */
static void
test_own_figure (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("programmes", "640000", "zh_CN");
  const AtlasReportTable *overview = built_report_find_table (report, "项目一览");

  g_assert_cmpstr (atlas_report_table_get_cell (overview, 0, 0), ==,
                   "S01　三级社会工作服务体系\n社工站点数（运行、乡镇（街道）社工站）：242个（2023年）〔1〕");
}

/* A report on the nation has at most twelve figures of a programme, those of the nation and the provinces before those of counties, and
 * says how many it leaves out. */
static void
test_most_figures (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("programmes", "000000", "en");
  const AtlasReportTable *table = built_report_find_table (report, "Three-tier service system: figures");
  GPtrArray *blocks = atlas_report_get_blocks (report);

  g_assert_nonnull (table);
  g_assert_cmpuint (table->rows->len, ==, 12);
  g_assert_cmpstr (atlas_report_table_get_cell (table, 0, 0), ==, "China");
  g_assert_nonnull (strstr (table->note, "figures of divisions are not listed."));
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_TABLE && g_str_has_suffix (block->table->title, ": figures"))
        g_assert_cmpuint (block->table->rows->len, <=, 12);
      if (block->kind == ATLAS_BLOCK_CHART)
        g_assert_cmpuint (block->chart->n_categories, ==, 12);
    }
}

/* A caption says what is shown, as a title does: it asks nothing. Money by purpose and by source is told apart. */
static void
test_captions (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("programmes", "640000", "zh_CN");
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint n_by_purpose = 0, n_by_source = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_TABLE)
        g_assert_null (strstr (block->table->title, "？"));
      if (block->kind != ATLAS_BLOCK_CHART)
        continue;
      g_assert_null (strstr (block->chart->headline, "？"));
      n_by_purpose += g_str_equal (block->chart->headline, "培训与奖励经费：资金（按用途分）") ? 1 : 0;
      n_by_source += g_str_equal (block->chart->headline, "慈善资源链接：资金（按资金来源分）") ? 1 : 0;
    }
  g_assert_cmpuint (n_by_purpose, ==, 1);
  g_assert_cmpuint (n_by_source, ==, 1);
}

/* The claims of 2021 and of December 2022 on the coverage of Ningxia are at odds with its stations in the same way: under each
 * programme that is told once. */
static void
test_findings_once (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("programmes", "640000", "zh_CN");
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);
      const char *told = block->kind == ATLAS_BLOCK_NOTE ? strstr (block->text, "公布覆盖率为100.0%，按站点242个") : NULL;

      if (told == NULL)
        continue;
      n++;
      g_assert_null (strstr (told + 1, "公布覆盖率为100.0%，按站点242个"));
    }
  g_assert_cmpuint (n, >, 0);
}

/* Who runs a programme is told with how that is known: documents name two of S51, figures alone tell of Chongqing and Yunnan in S45; more
 * than twelve are counted: of the 32 divisions that run S01 documents name five. */
static void
test_basis (void)
{
  g_autoptr (AtlasReport) nation = built_report_build_in ("programmes", "000000", "en");
  g_autoptr (AtlasReport) ningxia = built_report_build_in ("programmes", "640000", "zh_CN");

  g_assert_nonnull (built_report_find_paragraph (nation, "By documents it is run in Ningxia and Wuzhong City."));
  g_assert_nonnull (built_report_find_paragraph (nation, "By documents it is run in Hinggan League and Ningxia. By figures it is run in "
                                                         "Chongqing and Yunnan."));
  g_assert_nonnull (built_report_find_paragraph (nation, "By figures it is run in 27 divisions."));
  g_assert_nonnull (built_report_find_paragraph (ningxia, "文件载明的实施地区有宁夏"));
}

/* Kaili alone tells what its volunteers do: the others of S17 would have a dash in each row. */
static void
test_table_of_gaps (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("programmes", "000000", "zh_CN");
  const AtlasReportTable *table = built_report_find_table (report, "党建引领与“一核多元”治理：各地各项指标");

  g_assert_nonnull (table);
  g_assert_cmpuint (table->rows->len, ==, 3);
  for (guint i = 0; i < table->rows->len; i++)
    g_assert_cmpstr (atlas_report_table_get_cell (table, i, 0), ==, "凯里市");
  g_assert_true (g_str_has_prefix (table->note, "各地没有数据的指标未列出。"));
}

/* 3,202 + 868 + 2 = 4,072, the total; what the document breaks is told. */
static void
test_bulletin (void)
{
  g_autoptr (AtlasReport) report = built_report_build_in ("bulletin", "640000", "zh_CN");
  const AtlasReportTable *table = built_report_find_table (report, "主要数据");

  g_assert_nonnull (table);
  built_report_assert_row (table, "持证社工（人）", (const char *const[]) { "4,072", "2023年", "—", NULL });
  built_report_assert_row (table, "社会工作岗位（个）", (const char *const[]) { "≥ 2,700", "2023年", "—", NULL });
  g_assert_nonnull (built_report_find_paragraph (report, "合计4,072人，与总数一致〔1〕。"));
  g_assert_nonnull (built_report_find_paragraph (report, "奖补人数（2023年）：奖励人数868人与中级及以上持证人数870人不一致"));
  g_assert_true (strstr (table->note, "没有数据的指标：") != NULL);
}

static AtlasReport *
build_bulletin (const char *region,
                const char *style)
{
  const char *const regions[] = { region, NULL };
  AtlasReportRequest request = {
    .template_name = "bulletin", .regions = regions, .style = atlas_report_style_find (style),
  };
  g_autoptr (GError) error = NULL;
  AtlasReport *report = built_report_build_request (&request, &error);

  g_assert_no_error (error);
  return report;
}

/* One page, in either language and style, for those that have most to tell. */
static void
test_one_page (gconstpointer language)
{
  const char *const regions[] = { "000000", "640000", "640300", "532900", "500110", "130602", "440000", "110000" };
  const char *const *styles = atlas_report_style_list_names ();

  test_language_speak (language);
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    for (guint k = 0; styles[k] != NULL; k++)
      {
        g_autoptr (AtlasReportPages) pages = atlas_report_pages_new_styled (build_bulletin (regions[i], styles[k]),
                                                                            atlas_report_style_find (styles[k]));

        g_assert_cmpuint (atlas_report_pages_get_n_pages (pages), ==, 1);
      }
}

static guint
count_items (const char *note,
             const char *before)
{
  const char *list = strstr (note, before);
  guint n = 1;

  if (list == NULL)
    return 0;
  for (list += strlen (before); !g_str_has_prefix (list, "。"); list = g_utf8_next_char (list))
    n += g_str_has_prefix (list, "、") ? 1 : 0;
  return n;
}

/* Of the twelve indicators each is a row, or missing, or named as left out: on 22 lines there is no room for all. */
static void
test_left_out (void)
{
  g_autoptr (AtlasReport) report = NULL;
  const AtlasReportTable *table;

  test_language_speak ("zh_CN");
  report = build_bulletin ("640000", "official");
  table = built_report_find_table (report, "主要数据");
  g_assert_cmpuint (table->rows->len + count_items (table->note, "没有数据的指标：") +
                      count_items (table->note, "为排成一页未列出："), ==, 12);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  g_test_add_data_func ("/reports/programmes/all/chinese", "zh_CN", test_all);
  g_test_add_data_func ("/reports/programmes/all/english", "en", test_all);
  g_test_add_func ("/reports/programmes/region", test_region);
  g_test_add_func ("/reports/programmes/overview", test_overview);
  g_test_add_func ("/reports/programmes/overview-of-county", test_overview_of_county);
  g_test_add_func ("/reports/programmes/own-figure", test_own_figure);
  g_test_add_func ("/reports/programmes/most-figures", test_most_figures);
  g_test_add_func ("/reports/programmes/captions", test_captions);
  g_test_add_func ("/reports/programmes/findings-once", test_findings_once);
  g_test_add_func ("/reports/programmes/basis", test_basis);
  g_test_add_func ("/reports/programmes/table-of-gaps", test_table_of_gaps);
  g_test_add_func ("/reports/bulletin/sums", test_bulletin);
  g_test_add_data_func ("/reports/bulletin/one-page/chinese", "zh_CN", test_one_page);
  g_test_add_data_func ("/reports/bulletin/one-page/english", "en", test_one_page);
  g_test_add_func ("/reports/bulletin/left-out", test_left_out);
  status = g_test_run ();
  built_report_close ();
  return status;
}
