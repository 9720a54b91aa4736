/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/registers/register-error.h"
#include "dataset/registers/register-header.h"

static void
free_row (gpointer data)
{
  AtlasHeadRow *row = data;

  g_strfreev (row->cells);
  g_free (row->spread);
  g_free (row);
}

/* Rows of cells separated by "|"; one that begins with ^ is spread. */
static GPtrArray *
make_head (const char *text)
{
  GPtrArray *head = g_ptr_array_new_with_free_func (free_row);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      AtlasHeadRow *row = g_new0 (AtlasHeadRow, 1);

      row->line = i + 1;
      row->cells = g_strsplit (lines[i], "|", -1);
      row->n_cells = g_strv_length (row->cells);
      row->spread = g_new0 (gboolean, row->n_cells);
      for (guint j = 0; j < row->n_cells; j++)
        if (row->cells[j][0] == '^')
          {
            row->spread[j] = TRUE;
            memmove (row->cells[j], row->cells[j] + 1, strlen (row->cells[j]));
          }
      g_ptr_array_add (head, row);
    }
  return head;
}

static AtlasRegisterHeader *
find (const char  *text,
      const char  *table,
      GError     **error)
{
  g_autoptr (GPtrArray) head = make_head (text);

  return atlas_register_header_find (head, table != NULL ? atlas_table_definition_find (table) : NULL, "a.xlsx", error);
}

/* LINE: of the header; CELLS: "column=cell …" of the columns that are there; UNIT: the exponent of the amounts. */
static void
check (const char *text,
       const char *table,
       guint       line,
       const char *cells,
       guint       unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRegisterHeader) header = find (text, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (header->table->name, ==, table);
  g_assert_cmpuint (header->line, ==, line);
  for (guint i = 0; i < header->table->n_columns; i++)
    if (header->cells[i] >= 0)
      g_string_append_printf (found, "%s%s=%d", found->len > 0 ? " " : "", header->table->columns[i].name, header->cells[i]);
  g_assert_cmpstr (found->str, ==, cells);
  if (strcmp (table, "funding") == 0)
    g_assert_cmpuint (header->units[ATLAS_FUNDING_AMOUNT], ==, unit);
}

static void
check_refused (const char         *text,
               const char         *table,
               AtlasRegisterError  code,
               const char         *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRegisterHeader) header = find (text, table, &error);

  g_assert_error (error, ATLAS_REGISTER_ERROR, (int) code);
  g_assert_null (header);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

#define STATION_CELLS "station_id=0 name=1 tier=2 region_code=3 status=4"
#define FUNDING_CELLS "region_code=2 year=1 entry_id=0 source=3 purpose=4 amount_yuan=5"

static void
test_plain (void)
{
  check ("站点编号|站点名称|层级|行政区划代码|状态\nS1|a|县级|640303|运行", "stations", 1, STATION_CELLS, 0);
  check ("station_id|name|tier|region_code|status", "stations", 1, STATION_CELLS, 0);
  check ("状态|层级|行政区划代码|站点编号|站点名称", "stations", 1, "station_id=3 name=4 tier=1 region_code=2 status=0", 0);
  check ("||站点编号|站点名称|层级|行政区划代码|状态", "stations", 1, "station_id=2 name=3 tier=4 region_code=5 status=6", 0);
  check ("序号|年度|行政区划代码|资金来源|用途|金额（元）", "funding", 1, FUNDING_CELLS, 0);
}

/* Titles, dates and units stand above; merged or not. */
static void
test_titles (void)
{
  check ("红寺堡区社工站点登记表|^红寺堡区社工站点登记表|^红寺堡区社工站点登记表|^红寺堡区社工站点登记表|^红寺堡区社工站点登记表\n"
         "填报单位：红寺堡区民政局||||2023年12月\n"
         "站点编号|站点名称|层级|行政区划代码|状态\nS1|a|县级|640303|运行", "stations", 3, STATION_CELLS, 0);
  check ("登记表\n1\n2\n3\n4\n5\n6\n7\n8\n9\n站点编号|站点名称|层级|行政区划代码|状态", "stations", 11, STATION_CELLS, 0);
}

/* The unit of amounts stands in the header, above it, beside it, or right below it. */
static void
test_units (void)
{
  const char *columns = "序号|年度|行政区划代码|资金来源|用途|";
  struct { const char *before, *header, *after; guint exponent; } cases[] = {
    { "", "金额（万元）", "", 4 }, { "", "金额万元", "", 4 }, { "", "amount_yuan", "", 0 },
    { "单位：万元\n", "金额", "", 4 }, { "资金台账（单位：元）\n", "金额", "", 0 }, { "|||||（万元）\n", "金额", "", 4 },
    { "", "金额|单位：万元", "", 4 }, { "", "金额", "\n||||单位：亿元", 8 }, { "", "金额", "\n|||||万元", 4 },
    { "单位：万元\n", "金额（元）", "", 0 }, { "单位：元\n单位：元\n", "金额", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].before, columns, cases[i].header, cases[i].after, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasRegisterHeader) header = find (text, "funding", &error);

      if (header == NULL || header->units[ATLAS_FUNDING_AMOUNT] != cases[i].exponent)
        g_error ("“%s” was not understood", text);
    }
  check_refused ("序号|年度|行政区划代码|资金来源|用途|金额", NULL, ATLAS_REGISTER_ERROR_UNIT_UNKNOWN, "“金额”");
  check_refused ("单位：红寺堡区民政局\n序号|年度|行政区划代码|资金来源|用途|金额", NULL, ATLAS_REGISTER_ERROR_UNIT_UNKNOWN,
                 "金额（万元）");
  check_refused ("单位：万元\n单位：元\n序号|年度|行政区划代码|资金来源|用途|金额", NULL, ATLAS_REGISTER_ERROR_UNIT_UNKNOWN,
                 "“单位：元”");
  check_refused ("序号|年度|行政区划代码|资金来源|用途|金额（美元）", "funding", ATLAS_REGISTER_ERROR_MISSING_COLUMN, "amount_yuan");
}

#define PERSON_CELLS \
  "person_id=0 name=1 grade=2 assistant_on=3 intermediate_on=4 senior_on=5 region_code=6"

/* In a workbook merged cells are spread, in a text file they stand once. */
static void
test_two_rows (void)
{
  check ("人员编号|姓名|职业水平等级|取得各级证书日期|^取得各级证书日期|^取得各级证书日期|行政区划代码\n"
         "^人员编号|^姓名|^职业水平等级|助理|中级|高级|^行政区划代码\nP1|a|中级|2019|2021||640303", "personnel", 2, PERSON_CELLS, 0);
  check ("人员编号|姓名|职业水平等级|取得各级证书日期|||行政区划代码\n|||助理社会工作师|社会工作师|高级社会工作师\n"
         "P1|a|中级|2019|2021||640303", "personnel", 2, PERSON_CELLS, 0);
  check ("序号|年度|行政区划代码|资金来源|用途|金额\n|||||（万元）\n1|2023|640303|省级|培训|3", "funding", 2, FUNDING_CELLS, 4);
  check ("站点||层级|所在地||运行\n编号|名称||行政区划|行政区划代码|状态", "stations", 2,
         "station_id=0 name=1 tier=2 region_code=4 status=5", 0);
  /* Groups that say nothing, above names that say all. */
  check ("基本信息|^基本信息|^基本信息|其他|^其他\n站点编号|站点名称|层级|行政区划代码|状态", "stations", 2, STATION_CELLS, 0);
  /* Two rows merged cell by cell. */
  check ("站点编号|站点名称|层级|行政区划代码|状态\n^站点编号|^站点名称|^层级|^行政区划代码|^状态\nS1|a|县级|640303|运行", "stations", 2,
         STATION_CELLS, 0);
}

/* A name below that of a level is the name of such a division, not of what the table is about. */
static void
test_place_group (void)
{
  const char *texts[] = {
    "序号|年度|县（市、区）|^县（市、区）|资金|^资金|^资金|备注\n^序号|^年度|名称|行政区划代码|资金来源|用途|金额（万元）|^备注",
    "序号|年度|县（市、区）||资金|||备注\n||名称|行政区划代码|资金来源|用途|金额（万元）|",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasRegisterHeader) header = find (texts[i], NULL, &error);

      check (texts[i], "funding", 2, "region_code=3 year=1 entry_id=0 source=4 purpose=5 amount_yuan=6", 4);
      g_assert_cmpint (header->places[ATLAS_PLACE_COUNTY], ==, 2);
      g_assert_cmpstr (header->names[2], ==, "县（市、区）/名称");
      g_assert_cmpstr (header->unknown[0], ==, "备注");
      g_assert_null (header->unknown[1]);
    }
  check ("站点编号|站点名称|层级|所在乡镇|^所在乡镇|状态\n^站点编号|^站点名称|^层级|名称|行政区划代码|^状态", "stations", 2,
         "station_id=0 name=1 tier=2 region_code=4 status=5", 0);
}

/* Values that are names of columns as well do not make a row part of the header. */
static void
test_data_below (void)
{
  check ("站点编号|站点名称|层级|行政区划|状态\nS1|a|县级|县|运行\nS2|b|街道|街道|运行", "stations", 1,
         "station_id=0 name=1 tier=2 status=4", 0);
}

static void
check_names (const char *text,
             const char *names,
             const char *unknown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRegisterHeader) header = find (text, NULL, &error);
  g_autofree char *joined = NULL, *joined_unknown = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv ("|", header->names);
  joined_unknown = g_strjoinv ("|", header->unknown);
  g_assert_cmpstr (joined, ==, names);
  g_assert_cmpstr (joined_unknown, ==, unknown);
}

/* Each name is understood by itself, so that a file of rejected rows can be read again. */
static void
test_names (void)
{
  check_names ("站点编号|站点名称|层级|行政区划代码|状态|备注|联系人", "站点编号|站点名称|层级|行政区划代码|状态|备注|联系人", "备注|联系人");
  check_names ("人员编号|姓名|职业水平等级|取得各级证书日期|||行政区划代码\n|||助理|中级|高级",
               "人员编号|姓名|职业水平等级|取得各级证书日期/助理|取得各级证书日期/中级|取得各级证书日期/高级|行政区划代码", "");
  check_names ("基本信息|||位置|\n站点编号|站点名称|层级|行政区划代码|状态|经度", "站点编号|站点名称|层级|行政区划代码|状态|经度", "经度");
  check_names ("单位：万元\n序号|年度|行政区划代码|资金来源|用途|金额", "序号|年度|行政区划代码|资金来源|用途|金额（万元）", "");
}

static void
test_refused (void)
{
  check_refused ("|", NULL, ATLAS_REGISTER_ERROR_UNKNOWN_TABLE, "a.xlsx");
  check_refused ("甲|乙\n1|2", NULL, ATLAS_REGISTER_ERROR_UNKNOWN_TABLE, "no row of headers");
  check_refused ("甲|乙\n1|2", "stations", ATLAS_REGISTER_ERROR_MISSING_COLUMN, "Stations");
  check_refused ("站点编号|站点名称|行政区划代码|备注", NULL, ATLAS_REGISTER_ERROR_UNKNOWN_TABLE, "Tier (tier), Status (status)");
  /* Nearly all of a table is that table with a fault. */
  check_refused ("站点编号|站点名称|行政区划代码|状态", NULL, ATLAS_REGISTER_ERROR_MISSING_COLUMN, "Tier (tier)");
  check_refused ("站点编号|站点名称|行政区划代码|状态", "stations", ATLAS_REGISTER_ERROR_MISSING_COLUMN,
                 "Tier (tier). The headers found are: 站点编号, 站点名称, 行政区划代码, 状态");
  check_refused ("站点编号|编号|站点名称|层级|行政区划代码|状态", NULL, ATLAS_REGISTER_ERROR_DUPLICATE_COLUMN,
                 "“站点编号” and “编号” both stand for “Station number”;");
  check_refused ("人员编号|姓名|职业水平等级|行政区划代码", "stations", ATLAS_REGISTER_ERROR_MISSING_COLUMN, "station_id");
  check_refused ("source_id|region_code|indicator_id|value|unit", NULL, ATLAS_REGISTER_ERROR_MISSING_COLUMN, "period");
}

/* A masked export has other names for what it leaves out. */
static void
test_masked (void)
{
  check_refused ("person_id|name_masked|grade|region_code", NULL, ATLAS_REGISTER_ERROR_MISSING_COLUMN, "Name (name)");
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) head = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_register_header_find (head, NULL, "a.xlsx", &error));
  g_assert_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_NO_ROWS);
}

static AtlasRegisterHeader *
choose (const char  *text,
        const char  *table,
        const int   *cells,
        GError     **error)
{
  g_autoptr (GPtrArray) head = make_head (text);

  return atlas_register_header_choose (head, atlas_table_definition_find (table), cells, "a.xlsx", error);
}

static void
check_choice (const char *text,
              const char *table,
              const int  *cells,
              guint       line,
              guint       n_rows,
              const char *names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRegisterHeader) header = choose (text, table, cells, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (header->line, ==, line);
  g_assert_cmpuint (header->n_rows, ==, n_rows);
  for (guint i = 0; i < header->table->n_columns; i++)
    g_assert_cmpint (header->cells[i], ==, cells[i]);
  joined = g_strjoinv ("|", header->names);
  g_assert_cmpstr (joined, ==, names);
}

/* The user says what headers mean that nobody knows, or that there are none. */
static void
test_choose (void)
{
  const int stations[] = { 1, 2, 3, 4, 5, -1, -1, -1, -1 };
  const int funding[] = { 2, 1, 0, 3, 4, 5, -1 };
  const int incomplete[] = { 1, 2, -1, 4, 5, -1, -1, -1, -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRegisterHeader) header = NULL;

  check_choice ("表\nx|甲|乙|丙|丁|戊\n1|S1|a|县级|640303|运行", "stations", stations, 2, 1,
                "x|station_id|name|tier|region_code|status");
  check_choice ("1|S1|a|县级|640303|运行\n2|S2|b|县级|640303|运行", "stations", stations, 0, 0,
                "|station_id|name|tier|region_code|status");
  check_choice ("登记表\n1|S1|a|县级|640303|运行", "stations", stations, 1, 0, "|station_id|name|tier|region_code|status");
  header = choose ("a|b|c|d|e|下达数（万元）\n1|2023|640303|省级|培训|3", "funding", funding, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (header->units[ATLAS_FUNDING_AMOUNT], ==, 4);
  g_assert_null (choose ("a|b|c|d|e|下达数\n1|2023|640303|省级|培训|3", "funding", funding, &error));
  g_assert_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_UNIT_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (choose ("x|甲|乙|丙|丁|戊", "stations", incomplete, &error));
  g_assert_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_MISSING_COLUMN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-header/plain", test_plain);
  g_test_add_func ("/register-header/titles", test_titles);
  g_test_add_func ("/register-header/units", test_units);
  g_test_add_func ("/register-header/two-rows", test_two_rows);
  g_test_add_func ("/register-header/place-group", test_place_group);
  g_test_add_func ("/register-header/data-below", test_data_below);
  g_test_add_func ("/register-header/names", test_names);
  g_test_add_func ("/register-header/refused", test_refused);
  g_test_add_func ("/register-header/masked", test_masked);
  g_test_add_func ("/register-header/empty", test_empty);
  g_test_add_func ("/register-header/choose", test_choose);
  return g_test_run ();
}
