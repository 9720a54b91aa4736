/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/registers/enum-words.h"
#include "dataset/registers/register-names.h"
#include "test-language.h"

static void
check (const char *table,
       const char *column,
       const char *id,
       const char *words)
{
  const AtlasTableDefinition *definition = atlas_table_definition_find (table);
  guint index = (guint) atlas_table_definition_find_column (definition, column);
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (char **word = list; *word != NULL; word++)
    {
      const char *found = atlas_enum_words_find (definition, index, *word);

      if (g_strcmp0 (found, id) != 0)
        g_error ("“%s” was read as “%s”", *word, found != NULL ? found : "(unknown)");
    }
}

static void
test_stations (void)
{
  check ("stations", "tier", "county_centre", "county_centre|县级指导中心|县级|县（市、区）社工中心|County guidance centre|county centre");
  check ("stations", "tier", "township_station", "乡镇（街道）社工站|乡镇(街道)社工站|乡镇级|乡镇社工站|TOWNSHIP_STATION|township station");
  check ("stations", "tier", "community_room", "村（社区）社工室|村级|社区级|community room");
  check ("stations", "tier", NULL, "市级|省级|工作站|x|，");
  check ("stations", "status", "planned", "计划|规划|Planned");
  check ("stations", "status", "building", "在建|建设中|building|Under construction");
  check ("stations", "status", "operating", "运行|运营|在运行| 运 行 |operating");
  check ("stations", "status", "closed", "撤销|关闭|已撤销|closed");
  check ("stations", "status", NULL, "停运|运行 计划|operating closed|运");
}

static void
test_people (void)
{
  check ("personnel", "grade", "none", "无|none|未持证|无证书");
  check ("personnel", "grade", "assistant", "助理社会工作师|助理|初级|助理社会工作师（初级）|assistant");
  check ("personnel", "grade", "intermediate", "社会工作师|中级|社会工作师（中级）|intermediate");
  check ("personnel", "grade", "senior", "高级社会工作师|高级|senior");
  check ("personnel", "grade", NULL, "其他|社工|—|/");
}

static void
test_money (void)
{
  check ("funding", "source", "central", "中央|中央财政资金|central");
  check ("funding", "source", "provincial", "省级|自治区级|provincial");
  check ("funding", "source", "prefectural", "市级|州级|prefectural");
  check ("funding", "source", "county", "县级|区县级|县（市、区）级|county");
  check ("funding", "source", "welfare_lottery", "福彩公益金|彩票公益金|welfare_lottery");
  check ("funding", "source", "charity", "慈善资金|charity");
  check ("funding", "source", "other", "其他|other");
  /* The autonomous region's in one place, the district's in another. */
  check ("funding", "source", NULL, "区级|自筹");
  check ("funding", "purpose", "station_building", "站点建设|station_building");
  check ("funding", "purpose", "service_purchase", "购买服务|政府购买服务|service_purchase");
  check ("funding", "purpose", "training", "培训|training");
  check ("funding", "purpose", "incentives", "考证奖励|incentives");
  check ("funding", "purpose", "stipends", "职业津贴|stipends");
  check ("funding", "purpose", "incubation", "孵化培育|incubation");
  check ("funding", "purpose", "community_fund", "社区基金|community_fund");
  check ("funding", "purpose", "other", "其他|其它|other");
  check ("funding", "stage", "budgeted", "预算|budgeted");
  check ("funding", "stage", "allocated", "下达|allocated");
  check ("funding", "stage", "spent", "支出|spent");
}

static void
test_services (void)
{
  check ("services", "kind", "household_visit", "入户走访|household_visit|Household visit");
  check ("services", "kind", "case", "个案|个案服务|case");
  check ("services", "kind", "group", "小组|小组活动|group");
  check ("services", "kind", "community_activity", "社区活动|community_activity");
  check ("services", "kind", "volunteer", "志愿服务|volunteer");
}

/* Each id is a word for itself, and for no other. */
static void
test_ids (void)
{
  for (guint i = 0; i < ATLAS_N_TABLES; i++)
    for (guint j = 0; j < atlas_table_definitions[i].n_columns; j++)
      {
        const AtlasColumn *column = &atlas_table_definitions[i].columns[j];
        g_auto (GStrv) ids = g_strsplit (column->kind == ATLAS_COLUMN_ENUM ? column->detail : "", " ", -1);

        for (char **id = ids; *id != NULL; id++)
          g_assert_cmpstr (atlas_enum_words_find (&atlas_table_definitions[i], j, *id), ==, *id);
      }
}

/* What a word is called on screen is understood whatever language the program then speaks. */
static void
test_titles (void)
{
  const char *languages[] = { "en", "zh_CN" };

  for (guint i = ATLAS_N_BUNDLED_TABLES; i < ATLAS_N_TABLES; i++)
    for (guint j = 0; j < atlas_table_definitions[i].n_columns; j++)
      {
        const AtlasColumn *column = &atlas_table_definitions[i].columns[j];
        g_auto (GStrv) ids = g_strsplit (column->kind == ATLAS_COLUMN_ENUM ? column->detail : "", " ", -1);

        for (char **id = ids; *id != NULL; id++)
          for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
            {
              g_autofree char *title = NULL;

              test_language_speak (languages[k]);
              title = g_strdup (atlas_word_get_title (column, *id));
              test_language_speak ("en");
              g_assert_true (k == 0 || (guchar) title[0] >= 128);
              check (atlas_table_definitions[i].name, column->name, *id, title);
            }
      }
}

/* LIST is what may be written in COLUMN of TABLE, in LANGUAGE. */
static void
check_list (const char *table,
            const char *column,
            const char *language,
            const char *expected)
{
  const AtlasTableDefinition *definition = atlas_table_definition_find (table);
  g_autofree char *list = NULL;

  test_language_speak (language);
  list = atlas_enum_words_dup_list (definition, (guint) atlas_table_definition_find_column (definition, column));
  test_language_speak ("en");
  g_assert_cmpstr (list, ==, expected);
}

static void
test_list (void)
{
  check_list ("stations", "status", "en", "Planned; Under construction; Operating; Closed");
  check_list ("stations", "status", "zh_CN", "计划；在建；运行；撤销");
  check_list ("funding", "source", "zh_CN", "中央；省级；市级；县级；福彩公益金；慈善资金；其他");
  check_list ("figures", "qualifier", "en", "exact; about; nearly; at_least; at_most");
  check_list ("figures", "qualifier", "zh_CN", "精确；约；近；至少；至多");
  check_list ("sources", "kind", "zh_CN", "官方；机构；媒体；二手");
}

static void
check_listed_words (const AtlasTableDefinition *table,
                    guint                       column,
                    const char                 *language,
                    const char                 *separator)
{
  g_auto (GStrv) ids = g_strsplit (table->columns[column].detail, " ", -1);
  g_autofree char *list = NULL;
  g_auto (GStrv) listed = NULL;

  test_language_speak (language);
  list = atlas_enum_words_dup_list (table, column);
  test_language_speak ("en");
  listed = g_strsplit (list, separator, -1);
  g_assert_cmpuint (g_strv_length (listed), ==, g_strv_length (ids));
  for (guint i = 0; listed[i] != NULL; i++)
    check (table->name, table->columns[column].name, ids[i], listed[i]);
}

/* Who writes a word of the list in place of the one that was rejected is understood. */
static void
test_listed_words (void)
{
  static const char *const bundled[] = { "figures", "sources", NULL };

  for (guint i = 0; i < ATLAS_N_TABLES; i++)
    for (guint j = 0; j < atlas_table_definitions[i].n_columns; j++)
      if (atlas_table_definitions[i].columns[j].kind == ATLAS_COLUMN_ENUM &&
          (i >= ATLAS_N_BUNDLED_TABLES || g_strv_contains (bundled, atlas_table_definitions[i].name)))
        {
          check_listed_words (&atlas_table_definitions[i], j, "en", "; ");
          check_listed_words (&atlas_table_definitions[i], j, "zh_CN", "；");
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_language_bind ();
  g_test_add_func ("/enum-words/stations", test_stations);
  g_test_add_func ("/enum-words/people", test_people);
  g_test_add_func ("/enum-words/money", test_money);
  g_test_add_func ("/enum-words/services", test_services);
  g_test_add_func ("/enum-words/ids", test_ids);
  g_test_add_func ("/enum-words/titles", test_titles);
  g_test_add_func ("/enum-words/list", test_list);
  g_test_add_func ("/enum-words/listed-words", test_listed_words);
  return g_test_run ();
}
