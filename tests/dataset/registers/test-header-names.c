/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/registers/header-names.h"
#include "dataset/registers/register-names.h"
#include "test-language.h"

static const AtlasTableDefinition *
get_table (const char *name)
{
  return atlas_table_definition_find (name);
}

/* Each of TEXTS means COLUMN; NULL: none. */
static void
check (const char *table,
       const char *texts,
       const char *column)
{
  g_auto (GStrv) list = g_strsplit (texts, "|", -1);

  for (char **text = list; *text != NULL; text++)
    {
      AtlasHeaderMatch match;
      gboolean found = atlas_header_names_find (get_table (table), NULL, *text, &match);
      const char *name = found && match.column >= 0 ? get_table (table)->columns[match.column].name : NULL;

      if (g_strcmp0 (name, column) != 0 || found != (match.column >= 0 || match.place >= 0))
        g_error ("“%s” was read as “%s”", *text, name != NULL ? name : "(none)");
    }
}

static void
check_place (const char       *texts,
             AtlasPlaceColumn  place)
{
  g_auto (GStrv) list = g_strsplit (texts, "|", -1);

  for (char **text = list; *text != NULL; text++)
    {
      AtlasHeaderMatch match;

      if (!atlas_header_names_find (get_table ("personnel"), NULL, *text, &match) || match.place != (int) place ||
          match.column >= 0)
        g_error ("“%s” was read as %d", *text, match.place);
    }
}

static void
test_contract (void)
{
  check ("stations", "station_id|站点编号|Station ID|站点 编号", "station_id");
  check ("stations", "name|站点名称", "name");
  check ("stations", "tier|层级", "tier");
  check ("stations", "region_code|行政区划代码|行政区划代码（12位）|*行政区划代码", "region_code");
  check ("stations", "status|状态", "status");
  check ("stations", "opened_on|启用日期|启用日期（年/月/日）", "opened_on");
  check ("stations", "closed_on|撤销日期", "closed_on");
  check ("stations", "operator|承接机构", "operator");
  check ("stations", "staff_count|配备人数|配备人数（人）|配备\n人数", "staff_count");
  check ("personnel", "person_id|人员编号", "person_id");
  check ("personnel", "name|姓名|姓 名|姓　名", "name");
  check ("personnel", "grade|职业水平等级", "grade");
  check ("personnel", "certificate_no|证书编号", "certificate_no");
  check ("personnel", "certified_on|取证日期|取证日期：", "certified_on");
  check ("personnel", "registration_expires_on|登记有效期至", "registration_expires_on");
  check ("personnel", "education_hours|继续教育学时|继续教育（学时）", "education_hours");
  check ("personnel", "station_id|所在站点编号", "station_id");
  check ("personnel", "employer_kind|单位类别", "employer_kind");
  check ("funding", "entry_id|序号", "entry_id");
  check ("funding", "year|年度", "year");
  check ("funding", "source|资金来源", "source");
  check ("funding", "purpose|用途", "purpose");
  check ("funding", "amount_yuan|金额（元）|金额(万元)|金额", "amount_yuan");
  check ("funding", "stage|资金阶段", "stage");
  check ("services", "year|年度", "year");
  check ("services", "month|月份", "month");
  check ("services", "station_id|站点编号", "station_id");
  check ("services", "kind|服务类型", "kind");
  check ("services", "count|次数|次数（次）", "count");
  check ("services", "person_times|服务人次", "person_times");
}

/* Every column is found by its id. */
static void
test_ids (void)
{
  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    {
      const AtlasTableDefinition *table = atlas_table_definition_get_imported (i);

      for (guint j = 0; j < table->n_columns; j++)
        check (table->name, table->columns[j].name, table->columns[j].name);
    }
}

/* What a column is called on screen is understood whatever language the program then speaks. */
static void
test_titles (void)
{
  const char *tables[] = { "stations", "personnel", "funding", "services" };
  const char *languages[] = { "en", "zh_CN" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tables); j++)
      for (guint column = 0; column < get_table (tables[j])->n_columns; column++)
        {
          g_autofree char *title = NULL;

          test_language_speak (languages[i]);
          title = g_strdup (atlas_column_get_title (&get_table (tables[j])->columns[column]));
          test_language_speak ("en");
          g_assert_true (i == 0 || (guchar) title[0] >= 128);
          check (tables[j], title, get_table (tables[j])->columns[column].name);
        }
}

/* 编号 is what the table is of; 序号 only numbers the rows, but in funding. */
static void
test_short_names (void)
{
  check ("stations", "编号", "station_id");
  check ("personnel", "编号", "person_id");
  check ("funding", "编号", "entry_id");
  check ("stations", "序号|姓名|x||备注|联系电话|年度", NULL);
  check ("personnel", "序号|身份证号|性别|姓名（配偶）|证书|联系电话", NULL);
  check ("funding", "项目名称|金额（美元）|金额（人）|使用金额", NULL);
  check ("services", "次数（元）|行政区划代码", NULL);
}

static void
test_grade_dates (void)
{
  AtlasHeaderMatch match;

  check ("personnel", "assistant_on|助理社会工作师取证日期|初级取证时间|取得助理级日期|取证日期（助理）", "assistant_on");
  check ("personnel", "intermediate_on|社会工作师取证日期|中级取证日期|取得各级证书日期/社会工作师", "intermediate_on");
  check ("personnel", "senior_on|高级社会工作师取证日期|高级取证日期", "senior_on");
  g_assert_true (atlas_header_names_find (get_table ("personnel"), "取得各级证书日期", "高级", &match));
  g_assert_cmpint (match.column, ==, 8);
  g_assert_false (atlas_header_names_find (get_table ("personnel"), "基本情况", "高级", &match));
}

static void
test_places (void)
{
  check_place ("省|省份|省（自治区、直辖市）", ATLAS_PLACE_PROVINCE);
  check_place ("市|地市|市（州）|设区市", ATLAS_PLACE_PREFECTURE);
  check_place ("县|区县|县（市、区）|县区|所属县区|县（市、区）名称|县（市、区）/名称", ATLAS_PLACE_COUNTY);
  check_place ("乡镇|乡镇（街道）|街道|所属乡镇", ATLAS_PLACE_TOWNSHIP);
  check_place ("行政区划|所属区划|区划|行政区划名称", ATLAS_PLACE_NAME);
}

static void
check_unit (const char *table,
            const char *text,
            gboolean    has_unit,
            guint       exponent)
{
  AtlasHeaderMatch match;

  g_assert_true (atlas_header_names_find (get_table (table), NULL, text, &match));
  if (match.has_unit != has_unit || (has_unit && match.unit.exponent != exponent))
    g_error ("“%s” was read as 10^%u", text, match.unit.exponent);
}

static void
test_units (void)
{
  check_unit ("funding", "金额", FALSE, 0);
  check_unit ("funding", "amount", FALSE, 0);
  check_unit ("funding", "amount_yuan", TRUE, 0);
  check_unit ("funding", "Amount (yuan)", TRUE, 0);
  check_unit ("funding", "Amount (10,000 yuan)", TRUE, 4);
  check_unit ("funding", "金额（元）", TRUE, 0);
  check_unit ("funding", "金额(万元)", TRUE, 4);
  check_unit ("funding", "金额\n（万元）", TRUE, 4);
  check_unit ("funding", "金额万元", TRUE, 4);
  check_unit ("funding", "金额：万元", TRUE, 4);
  check_unit ("funding", "金额/亿元", TRUE, 8);
  check_unit ("funding", "资金金额（千元）", TRUE, 3);
  check_unit ("services", "服务人次", FALSE, 0);
  check_unit ("services", "服务人次（万人次）", TRUE, 4);
  check_unit ("services", "次数（次）", TRUE, 0);
}

static void
test_required (void)
{
  g_assert_true (atlas_header_names_is_required (get_table ("stations"), 4));
  g_assert_false (atlas_header_names_is_required (get_table ("stations"), 5));
  /* The dataset has to have them, a file has not. */
  g_assert_false (atlas_header_names_is_required (get_table ("figures"), 0));
  g_assert_false (atlas_header_names_is_required (get_table ("sources"), 6));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_language_bind ();
  g_test_add_func ("/header-names/contract", test_contract);
  g_test_add_func ("/header-names/ids", test_ids);
  g_test_add_func ("/header-names/titles", test_titles);
  g_test_add_func ("/header-names/short-names", test_short_names);
  g_test_add_func ("/header-names/grade-dates", test_grade_dates);
  g_test_add_func ("/header-names/places", test_places);
  g_test_add_func ("/header-names/units", test_units);
  g_test_add_func ("/header-names/required", test_required);
  return g_test_run ();
}
