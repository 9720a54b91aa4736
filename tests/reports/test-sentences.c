/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/sentences.h"
#include "sentence-samples.h"
#include "test-language.h"

static void
assert_level (const char *indicator,
              const char *region,
              const char *name_zh,
              const char *chinese,
              const char *name_en,
              const char *english)
{
  g_autoptr (AtlasTable) table = ask (indicator, region, NULL);

  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_level (catalogue, atlas_table_get_row (table, 0), name_zh), chinese);
  test_language_speak ("en");
  assert_takes (atlas_clause_level (catalogue, atlas_table_get_row (table, 0), name_en), english);
}

/* 4,072 of 13,000 (2023); 810 余 (undated); 112 stations for 112 townships; all read off figures.csv. */
static void
test_level (void)
{
  assert_level ("certified_workers", "640000", "宁夏", "宁夏持证社工4,072人", "Ningxia",
                "Ningxia has 4,072 certified social workers");
  assert_level ("certified_workers", "500110", "綦江区", "綦江区持证社工超过810人", "Qijiang District",
                "Qijiang District has more than 810 certified social workers");
  assert_level ("social_workers", "640300", "吴忠市", "吴忠市社会工作专业人才3,134人", "Wuzhong City",
                "Wuzhong City has 3,134 social work professionals");
  assert_level ("social_work_orgs", "532900", "大理州", "大理州社会工作服务机构27家", "Dali",
                "Dali has 27 social work service organisations");
  assert_level ("stations", "532900", "大理州", "大理州乡镇（街道）社工站112个", "Dali", "Dali has 112 township stations");
  assert_level ("township_coverage", "640300", "吴忠市",
                "吴忠市乡镇（街道）社工站48个，法定乡镇（街道）47个，覆盖率102.1%", "Wuzhong City",
                "Wuzhong City has 48 stations for 47 townships, a coverage of 102.1%");
  assert_level ("certified_per_10k", "640000", "宁夏", "宁夏每万名常住人口（2020年）拥有持证社工5.65人", "Ningxia",
                "Ningxia has 5.65 certified social workers for every 10,000 residents of 2020");
  assert_level ("volunteer_projects", "500110", "綦江区", "綦江区志愿服务项目超过5,000个", "Qijiang District",
                "Qijiang District: Volunteer service projects more than 5,000 projects");
}

static void
test_level_of_one (void)
{
  g_autoptr (AtlasObservation) one = observe ("640300", "certified_workers", 1, EXACT, "2023");

  test_language_speak ("en");
  assert_takes (atlas_clause_level (catalogue, one, "Wuzhong City"),
                "Wuzhong City has 1 certified social worker");
}

static void
test_names (void)
{
  assert_takes (atlas_sentence_dup_name ("Service projects"), "service projects");
  assert_takes (atlas_sentence_dup_name ("NPO incubators"), "NPO incubators");
  assert_takes (atlas_sentence_dup_name ("持证率"), "持证率");
}

/* Of what is not there the last is joined by "or". */
static void
test_lists (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  test_language_speak ("en");
  g_ptr_array_add (names, (gpointer) "volunteers");
  assert_takes (atlas_sentence_list_none (names), "volunteers");
  g_ptr_array_add (names, (gpointer) "hours");
  g_ptr_array_add (names, (gpointer) "projects");
  assert_takes (atlas_sentence_list (names), "volunteers, hours and projects");
  assert_takes (atlas_sentence_list_none (names), "volunteers, hours or projects");
  test_language_speak ("zh_CN");
  assert_takes (atlas_sentence_list_none (names), "volunteers、hours、projects");
}

/* What is counted in itself is not said twice, and none is none. */
static void
test_level_of_services (void)
{
  const struct {
    const char *indicator;
    double value;
    const char *expected;
  } cases[] = {
    { "household_visits", 8620, "Wuzhong City reports 8,620 households visited" },
    { "case_services", 1, "Wuzhong City reports 1 individual case" },
    { "service_person_times", 101397, "Wuzhong City reports 101,397 service person-times" },
    { "volunteer_activities", 1972, "Wuzhong City reports 1,972 volunteer service activities" },
    { "volunteer_activities", 0, "Wuzhong City reports no volunteer service activities" },
    { "stations", 0, "Wuzhong City has no township stations" },
    { "certified_per_10k", 0, "Wuzhong City has 0 certified social workers for every 10,000 residents" },
    { "certified_share", 94.2, "Wuzhong City has 94.2% of its social work professionals certified" },
  };

  test_language_speak ("en");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasObservation) observation = observe ("640300", cases[i].indicator, cases[i].value, EXACT, "2024");

      assert_takes (atlas_clause_level (catalogue, observation, "Wuzhong City"), cases[i].expected);
    }
}

/* No sentence ever contains a missing number: 綦江区 prints no number of professionals, so it has no share. */
static void
test_missing_says_nothing (void)
{
  g_autoptr (AtlasTable) share = ask ("certified_share", "640000,500110", NULL);
  const AtlasObservation *known = atlas_table_get_row (share, 0);
  const AtlasObservation *missing = atlas_table_get_row (share, 1);
  const char *clauses[] = { NULL, NULL };

  g_assert_true (atlas_observation_is_missing (missing));
  g_assert_null (atlas_clause_level (catalogue, missing, "綦江区"));
  g_assert_null (atlas_clause_share (missing));
  g_assert_null (atlas_clause_rate (missing));
  g_assert_null (atlas_clause_period (missing, ""));
  g_assert_null (atlas_clause_difference (missing, known, "宁夏"));
  g_assert_null (atlas_clause_difference (known, missing, "綦江区"));
  g_assert_null (atlas_clause_part_of (catalogue, missing, known, "宁夏"));
  g_assert_null (atlas_clause_change (missing, known, atlas_table_get_unit (share)));
  g_assert_null (atlas_sentence_make (clauses, 2, "〔1〕"));
}

static void
test_share (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_share", "640000,630000", NULL);

  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_share (atlas_table_get_row (table, 0)), "占社会工作专业人才的31.3%");
  assert_takes (atlas_clause_rate (atlas_table_get_row (table, 0)), "持证率31.3%");
  /* 1,385 of at least 3,500: at most 39.6 %. */
  assert_takes (atlas_clause_rate (atlas_table_get_row (table, 1)), "持证率不到39.6%");
  test_language_speak ("en");
  assert_takes (atlas_clause_share (atlas_table_get_row (table, 0)),
                "31.3% of its social work professionals");
  assert_takes (atlas_clause_rate (atlas_table_get_row (table, 1)), "a certified share of less than 39.6%");
}

static void
test_period (void)
{
  g_autoptr (AtlasObservation) dated = observe ("640300", "certified_workers", 753, EXACT, "2023");
  g_autoptr (AtlasObservation) undated = observe ("532900", "certified_workers", 477, EXACT, "");

  test_language_speak ("zh_CN");
  g_assert_null (atlas_clause_period (dated, "2023"));
  assert_takes (atlas_clause_period (dated, "2022"), "（2023年）");
  assert_takes (atlas_clause_period (undated, "2023"), "（未注明日期）");
  test_language_speak ("en");
  assert_takes (atlas_clause_period (dated, "2022"), " (2023)");
  assert_takes (atlas_clause_period (undated, "2023"), " (undated)");
}

/* The period stands where each language has it: before a Chinese statement, behind an English one; said once, and behind either
 * where there is none. */
static void
test_dated (void)
{
  g_autoptr (AtlasObservation) dated = observe ("640300", "certified_workers", 753, EXACT, "2023");
  g_autoptr (AtlasObservation) undated = observe ("532900", "certified_workers", 477, EXACT, "");

  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_dated ("吴忠市持证社工753人", dated, "-"), "2023年，吴忠市持证社工753人");
  assert_takes (atlas_clause_dated ("吴忠市持证社工753人", dated, "2023"), "吴忠市持证社工753人");
  assert_takes (atlas_clause_dated ("大理州持证社工477人", undated, "-"), "大理州持证社工477人（未注明日期）");
  test_language_speak ("en");
  assert_takes (atlas_clause_dated ("Wuzhong has 753", dated, "2022"), "Wuzhong has 753 (2023)");
  assert_takes (atlas_clause_dated ("Dali has 477", undated, "2022"), "Dali has 477 (undated)");
}

/* 24.03 − 31.32 = −7.3. */
static void
test_difference (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_share", "640000,640300,532900", NULL);
  const AtlasObservation *reference = atlas_table_get_row (table, 0);

  test_language_speak ("zh_CN");
  g_assert_null (atlas_clause_difference (reference, reference, "宁夏"));
  assert_takes (atlas_clause_difference (atlas_table_get_row (table, 1), reference, "宁夏"), "低于宁夏7.3个百分点");
  assert_takes (atlas_clause_difference (atlas_table_get_row (table, 2), reference, "宁夏"), "低于宁夏20.3个百分点");
  assert_takes (atlas_clause_difference (reference, atlas_table_get_row (table, 1), "吴忠市"), "高于吴忠市7.3个百分点");
  test_language_speak ("en");
  assert_takes (atlas_clause_difference (atlas_table_get_row (table, 1), reference, "Ningxia"),
                "7.3 percentage points below Ningxia");
  assert_takes (atlas_clause_difference (reference, atlas_table_get_row (table, 1), "Wuzhong"),
                "7.3 percentage points above Wuzhong");
}

static void
assert_difference (double          value,
                   AtlasQualifier  qualifier,
                   double          reference_value,
                   AtlasQualifier  reference_qualifier,
                   const char     *expected)
{
  g_autoptr (AtlasObservation) observation = observe ("630000", "certified_share", value, qualifier, "2023");
  g_autoptr (AtlasObservation) reference =
    observe ("640000", "certified_share", reference_value, reference_qualifier, "2023");

  assert_takes (atlas_clause_difference (observation, reference, "宁夏"), expected);
}

/* Said only where the direction is certain, and "at least" is rounded down. */
static void
test_difference_by_qualifier (void)
{
  test_language_speak ("zh_CN");
  assert_difference (31.32, EXACT, 31.34, EXACT, "与宁夏持平");
  assert_difference (24, ABOUT, 31.3, EXACT, "低于宁夏约7.3个百分点");
  assert_difference (39.6, AT_MOST, 31.3, EXACT, NULL);
  assert_difference (20.01, AT_MOST, 31.37, EXACT, "低于宁夏至少11.3个百分点");
  assert_difference (39.67, AT_LEAST, 31.3, EXACT, "高于宁夏至少8.3个百分点");
  assert_difference (20, AT_LEAST, 31.3, EXACT, NULL);
  assert_difference (20, EXACT, 31.3, AT_LEAST, "低于宁夏至少11.3个百分点");
  assert_difference (20, EXACT, 31.3, AT_MOST, NULL);
  test_language_speak ("en");
  assert_difference (31.32, EXACT, 31.34, EXACT, "level with 宁夏");
  assert_difference (93.96, EXACT, 94.54, EXACT, "0.5 percentage points below 宁夏");
  assert_difference (39.67, AT_LEAST, 31.3, EXACT, "at least 8.3 percentage points above 宁夏");
  assert_difference (24, ABOUT, 31.3, EXACT, "about 7.3 percentage points below 宁夏");
}

/* What one county has counted is neither how its city or the nation stands, nor a whole that it is a part of. */
static void
test_difference_to_partial (void)
{
  g_autoptr (AtlasObservation) county = observe ("640302", "certified_share", 31.3, EXACT, "2023");
  g_autoptr (AtlasObservation) nation = observe ("000000", "certified_share", 31.3, EXACT, "2023");
  g_autoptr (AtlasObservation) own = observe ("640302", "certified_workers", 4, EXACT, "2023");
  g_autoptr (AtlasObservation) all = observe ("640300", "certified_workers", 4, EXACT, "2023");

  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_difference (county, nation, "全国"), "与全国持平");
  assert_takes (atlas_clause_part_of (catalogue, own, all, "吴忠市"), "占吴忠市的100.0%");
  nation->is_partial = all->is_partial = TRUE;
  g_assert_null (atlas_clause_difference (county, nation, "全国"));
  g_assert_null (atlas_clause_difference (nation, county, "利通区"));
  g_assert_null (atlas_clause_part_of (catalogue, own, all, "吴忠市"));
}

/* A reference of another period says so. */
static void
test_difference_across_periods (void)
{
  g_autoptr (AtlasObservation) observation = observe ("640000", "certified_share", 31.3, EXACT, "2023");
  g_autoptr (AtlasObservation) nation = observe ("000000", "certified_share", 58.2, ABOUT, "2022");

  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_difference (observation, nation, "全国"), "低于全国（2022年）约26.9个百分点");
  test_language_speak ("en");
  assert_takes (atlas_clause_difference (observation, nation, "China"),
                "about 26.9 percentage points below China (2022)");
}

/* 753 of 4,072 is 18.5 %; Dali lies in no other of the regions. */
static void
test_part_of (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_workers", "640000,640300,532900", NULL);
  const AtlasObservation *whole = atlas_table_get_row (table, 0);

  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_part_of (catalogue, atlas_table_get_row (table, 1), whole, "宁夏"), "占宁夏的18.5%");
  g_assert_null (atlas_clause_part_of (catalogue, atlas_table_get_row (table, 2), whole, "宁夏"));
  g_assert_null (atlas_clause_part_of (catalogue, whole, whole, "宁夏"));
  test_language_speak ("en");
  assert_takes (atlas_clause_part_of (catalogue, atlas_table_get_row (table, 1), whole, "Ningxia"),
                "18.5% of those in Ningxia");
}

/* Money is no "those": 31.93 of 529.57 million yuan are 6.0 %. */
static void
test_part_of_money (void)
{
  g_autoptr (AtlasObservation) city = observe ("640100", "funding", 31.93e6, EXACT, "2024");
  g_autoptr (AtlasObservation) whole = observe ("640000", "funding", 529.57e6, EXACT, "2024");

  test_language_speak ("en");
  assert_takes (atlas_clause_part_of (catalogue, city, whole, "Ningxia"), "6.0% of the total for Ningxia");
  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_part_of (catalogue, city, whole, "宁夏"), "占宁夏的6.0%");
}

static void
assert_change (const char     *indicator,
               double          before_value,
               AtlasQualifier  before_qualifier,
               const char     *before_period,
               double          now_value,
               AtlasQualifier  now_qualifier,
               const char     *now_period,
               const char     *expected)
{
  g_autoptr (AtlasObservation) before =
    observe ("640000", indicator, before_value, before_qualifier, before_period);
  g_autoptr (AtlasObservation) now = observe ("640000", indicator, now_value, now_qualifier, now_period);
  const char *unit = atlas_catalogue_find_indicator (catalogue, indicator)->unit;

  assert_takes (atlas_clause_change (now, before, atlas_catalogue_find_unit (catalogue, unit)), expected);
}

static void
test_change (void)
{
  test_language_speak ("zh_CN");
  assert_change ("certified_workers", 1000, EXACT, "2022", 1083, EXACT, "2023", "同比增长8.3%");
  assert_change ("certified_workers", 1000, EXACT, "2022", 917, EXACT, "2023", "同比下降8.3%");
  assert_change ("certified_workers", 1000, EXACT, "2019", 1500, EXACT, "2023", "比2019年增长50.0%");
  assert_change ("certified_workers", 737000, ABOUT, "2021", 931000, ABOUT, "2022", "同比增长约26.3%");
  assert_change ("certified_workers", 1000, EXACT, "2022", 1000, EXACT, "2023", "与上年持平");
  assert_change ("certified_share", 24, EXACT, "2022", 27.1, EXACT, "2023", "同比提高3.1个百分点");
  assert_change ("certified_share", 24, EXACT, "2020", 23, EXACT, "2023", "比2020年降低1.0个百分点");
  assert_change ("certified_workers", 10000, EXACT, "2022", 10004, EXACT, "2023", "与上年基本持平");
  assert_change ("certified_share", 24, EXACT, "2022", 24.04, EXACT, "2023", "与上年基本持平");
  assert_change ("certified_workers", 1000, EXACT, "2019", 1000, EXACT, "2023", "与2019年持平");
  assert_change ("certified_workers", 10000, EXACT, "2019", 9996, EXACT, "2023", "与2019年基本持平");
  assert_change ("certified_workers", 0, EXACT, "2022", 0, EXACT, "2023", "与上年持平");
  test_language_speak ("en");
  assert_change ("certified_workers", 1000, EXACT, "2022", 917, EXACT, "2023", "down 8.3% on the year before");
  assert_change ("certified_workers", 1000, EXACT, "2022", 1000, EXACT, "2023", "unchanged on the year before");
  assert_change ("certified_workers", 10000, EXACT, "2022", 10004, EXACT, "2023", "almost unchanged on the year before");
  assert_change ("certified_workers", 1000, EXACT, "2019", 1000, EXACT, "2023", "unchanged on 2019");
  assert_change ("certified_workers", 10000, EXACT, "2019", 9996, EXACT, "2023", "almost unchanged on 2019");
  assert_change ("certified_share", 24, EXACT, "2020", 23, EXACT, "2023", "down 1.0 percentage points on 2020");
  assert_change ("certified_workers", 1000, EXACT, "2022", 1083, EXACT, "2023", "up 8.3% on the year before");
  assert_change ("certified_workers", 1000, EXACT, "2019", 900, EXACT, "2023", "down 10.0% on 2019");
  assert_change ("certified_workers", 737000, ABOUT, "2021", 931000, ABOUT, "2022",
                 "up about 26.3% on the year before");
  assert_change ("certified_share", 24, EXACT, "2022", 27.1, EXACT, "2023",
                 "up 3.1 percentage points on the year before");
}

/* No growth from a bound, over an interval, without a date, from zero, between months too far apart, or in the first year. */
static void
assert_no_change (void)
{
  g_autoptr (AtlasObservation) first = observe ("640000", "certified_workers", 1000, EXACT, "2023");
  g_autoptr (AtlasObservation) none = observe ("640000", "certified_workers", 0, EXACT, "2022");

  assert_change ("certified_workers", 660000, AT_LEAST, "2022", 737000, EXACT, "2023", NULL);
  assert_change ("certified_workers", 660000, EXACT, "2022", 737000, AT_LEAST, "2023", NULL);
  assert_change ("certified_workers", 660000, AT_LEAST, "2022", 660000, AT_LEAST, "2023", NULL);
  assert_change ("certified_workers", 660000, AT_MOST, "2022", 737000, EXACT, "2023", NULL);
  assert_change ("certified_workers", 1000, EXACT, "2021/2022", 1100, EXACT, "2023", NULL);
  assert_change ("certified_workers", 1000, EXACT, "", 1100, EXACT, "2023", NULL);
  assert_change ("certified_workers", 0, EXACT, "2022", 1100, EXACT, "2023", NULL);
  assert_change ("certified_workers", 1000, EXACT, "2022-12", 1100, EXACT, "2023-03", NULL);
  assert_change ("certified_workers", 1000, EXACT, "2023", 1100, EXACT, "2023", NULL);
  none->status = ATLAS_STATUS_MISSING;
  g_assert_null (atlas_clause_change (first, none, atlas_catalogue_find_unit (catalogue, "people")));
}

static void
test_change_not_allowed (void)
{
  test_language_speak ("zh_CN");
  assert_no_change ();
  test_language_speak ("en");
  assert_no_change ();
}

/* What is counted in a register does not go on what documents said before. */
static void
test_no_change_over_break (void)
{
  g_autoptr (AtlasObservation) published = observe ("640000", "certified_share", 58.1, EXACT, "2022");
  g_autoptr (AtlasObservation) counted = observe ("640000", "certified_share", 94, EXACT, "2023");
  g_autoptr (AtlasObservation) later = observe ("640000", "certified_share", 95, EXACT, "2024");
  const AtlasUnit *unit = atlas_catalogue_find_unit (catalogue, "percent");

  test_language_speak ("zh_CN");
  counted->basis = later->basis = ATLAS_BASIS_REGISTERS;
  g_assert_null (atlas_clause_change (counted, published, unit));
  assert_takes (atlas_clause_change (later, counted, unit), "同比提高1.0个百分点");
}

static void
test_parts (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_workers", "640000,640300", "grade");

  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_parts (table, lookup ("640000"), "2023"),
                "助理社会工作师3,202人、社会工作师868人、高级社会工作师2人");
  g_assert_null (atlas_clause_parts (table, lookup ("640300"), "2023"));
  test_language_speak ("en");
  assert_takes (atlas_clause_parts (table, lookup ("640000"), "2023"),
                "3,202 assistant social workers, 868 social workers and 2 senior social workers");
}

/* The nation's grades were printed in 2019, its latest total in 2025. */
static void
test_parts_of_another_period (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_workers", "000000", "grade");

  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_parts (table, lookup ("000000"), "2025-05"),
                "助理社会工作师约33.2万人、社会工作师约10.7万人（2019年7月）");
  test_language_speak ("en");
  assert_takes (atlas_clause_parts (table, lookup ("000000"), "2025-05"),
                "about 332,000 assistant social workers and about 107,000 social workers (July 2019)");
}

static void
test_parts_by_tier (void)
{
  g_autoptr (AtlasTable) table = ask ("stations", "640000", "tier");

  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_parts (table, lookup ("640000"), "2023"),
                "县级指导中心22个、乡镇（街道）社工站242个、村（社区）社工室500个");
  test_language_speak ("en");
  assert_takes (atlas_clause_parts (table, lookup ("640000"), "2023"),
                "22 county guidance centres, 242 township stations and 500 community service rooms");
}

static void
assert_funding (const char *code,
                const char *name,
                const char *citation,
                const char *expected)
{
  g_autoptr (AtlasTable) total = ask ("funding", code, NULL);
  g_autoptr (AtlasTable) purposes = ask ("funding", code, "purpose");

  assert_takes (atlas_sentence_funding (catalogue, atlas_table_get_row (total, 0), purposes, name, citation),
                expected);
}

/* Ningxia: 261.3 + 500 多 + 6000 多 + 786 + 628 = at least 8175.3 (万元) of 2023. Wuzhong's two amounts are
 * of different periods and make no total. Qijiang's two make one. */
static void
test_funding (void)
{
  test_language_speak ("zh_CN");
  assert_funding ("640000", "宁夏", "〔1〕",
                  "2023年，宁夏社会工作资金不少于8175万元，其中购买服务不少于6000万元、培训不少于500万元、考证奖励不少于"
                  "261.3万元、“三区计划”不少于1414万元〔1〕。");
  assert_funding ("640300", "吴忠市", "",
                  "吴忠市公布的社会工作资金有考证奖励不少于82.4万元（2021年以来）、孵化培育不少于531.5万元（2023年）。");
  assert_funding ("820000", "澳门", "", NULL);
  test_language_speak ("en");
  assert_funding (
    "640000", "Ningxia", "[1]",
    "Ningxia reports social work funding of at least 81.75 million yuan (2023), comprising service purchase at least 60 "
    "million yuan, training at least 5 million yuan, certificate incentives at least 2.613 million yuan and Three Areas "
    "Plan at least 14.14 million yuan [1].");
  assert_funding (
    "640300", "Wuzhong City", "",
    "Funding published in Wuzhong City: certificate incentives at least 824,000 yuan (since 2021) and "
    "incubation at least 5.315 million yuan (2023).");
}

static void
test_joining (void)
{
  const char *clauses[] = { "甲", NULL, "乙" };
  g_autoptr (GString) paragraph = g_string_new ("One.");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) "A");
  test_language_speak ("zh_CN");
  assert_takes (atlas_sentence_list (names), "A");
  g_ptr_array_add (names, (gpointer) "B");
  g_ptr_array_add (names, (gpointer) "C");
  assert_takes (atlas_sentence_list (names), "A、B、C");
  assert_takes (atlas_sentence_make (clauses, 3, "〔2〕"), "甲，乙〔2〕。");
  test_language_speak ("en");
  assert_takes (atlas_sentence_list (names), "A, B and C");
  assert_takes (atlas_sentence_make (clauses, 3, "[2]"), "甲, 乙 [2].");
  atlas_sentence_append (paragraph, NULL);
  atlas_sentence_append (paragraph, "Two.");
  g_assert_cmpstr (paragraph->str, ==, "One. Two.");
}

/* A register counts townships: 40 of 47 are 85.1 %. */
static void
test_level_of_registers (void)
{
  g_autoptr (AtlasObservation) coverage = observe ("640300", "township_coverage", 4000.0 / 47, EXACT, "2023");

  coverage->basis = ATLAS_BASIS_REGISTERS;
  coverage->numerator = 40;
  coverage->denominator = 47;
  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_level (catalogue, coverage, "吴忠市"),
                "吴忠市法定乡镇（街道）47个，其中建有社工站的40个，覆盖率85.1%");
  test_language_speak ("en");
  assert_takes (atlas_clause_level (catalogue, coverage, "Wuzhong"),
                "Wuzhong has a station in 40 of its 47 townships, a coverage of 85.1%");
}

/* Of some stations the register does not say how many people they have: there may be no more. */
static void
test_level_of_incomplete_register (void)
{
  g_autoptr (AtlasObservation) staff = observe ("640300", "station_workers", 876, AT_LEAST, "2023");

  staff->basis = ATLAS_BASIS_REGISTERS;
  test_language_speak ("zh_CN");
  assert_takes (atlas_clause_level (catalogue, staff, "吴忠市"), "吴忠市驻站社工不少于876人");
  test_language_speak ("en");
  assert_takes (atlas_clause_level (catalogue, staff, "Wuzhong"), "Wuzhong has at least 876 social workers posted in stations");
}

static void
test_claim (void)
{
  g_autoptr (AtlasObservation) claimed = observe ("640300", "coverage_rate", 100, EXACT, "2022");
  g_autoptr (AtlasObservation) computed = observe ("640300", "township_coverage", 97.5, EXACT, "2023");
  g_autoptr (AtlasObservation) bound = observe ("640300", "township_coverage", 90, AT_LEAST, "2022");

  test_language_speak ("zh_CN");
  assert_takes (atlas_sentence_claim (claimed, computed, "吴忠市", "〔1〕"),
                "吴忠市公布的覆盖率100.0%（2022年），高于测算覆盖率（2023年）2.5个百分点〔1〕。");
  /* At least 90 may be anything up to 100 and above. */
  assert_takes (atlas_sentence_claim (claimed, bound, "吴忠市", ""), "吴忠市公布的覆盖率100.0%（2022年）。");
  assert_takes (atlas_sentence_claim (claimed, NULL, "吴忠市", ""), "吴忠市公布的覆盖率100.0%（2022年）。");
  claimed->status = ATLAS_STATUS_MISSING;
  g_assert_null (atlas_sentence_claim (claimed, computed, "吴忠市", ""));
  claimed->status = ATLAS_STATUS_NORMAL;
  claimed->value = 97.5;
  test_language_speak ("en");
  assert_takes (atlas_sentence_claim (claimed, computed, "Wuzhong", "[1]"),
                "The coverage published for Wuzhong is 97.5% (2022), level with the computed one (2023) [1].");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/sentences/level", test_level);
  g_test_add_func ("/reports/sentences/level-of-one", test_level_of_one);
  g_test_add_func ("/reports/sentences/lists", test_lists);
  g_test_add_func ("/reports/sentences/level-of-services", test_level_of_services);
  g_test_add_func ("/reports/sentences/names", test_names);
  g_test_add_func ("/reports/sentences/level-of-registers", test_level_of_registers);
  g_test_add_func ("/reports/sentences/level-of-incomplete-register", test_level_of_incomplete_register);
  g_test_add_func ("/reports/sentences/claim", test_claim);
  g_test_add_func ("/reports/sentences/missing-says-nothing", test_missing_says_nothing);
  g_test_add_func ("/reports/sentences/share", test_share);
  g_test_add_func ("/reports/sentences/period", test_period);
  g_test_add_func ("/reports/sentences/dated", test_dated);
  g_test_add_func ("/reports/sentences/difference", test_difference);
  g_test_add_func ("/reports/sentences/difference-by-qualifier", test_difference_by_qualifier);
  g_test_add_func ("/reports/sentences/difference-to-partial", test_difference_to_partial);
  g_test_add_func ("/reports/sentences/difference-across-periods", test_difference_across_periods);
  g_test_add_func ("/reports/sentences/part-of", test_part_of);
  g_test_add_func ("/reports/sentences/part-of-money", test_part_of_money);
  g_test_add_func ("/reports/sentences/change", test_change);
  g_test_add_func ("/reports/sentences/change-not-allowed", test_change_not_allowed);
  g_test_add_func ("/reports/sentences/no-change-over-break", test_no_change_over_break);
  g_test_add_func ("/reports/sentences/parts", test_parts);
  g_test_add_func ("/reports/sentences/parts-of-another-period", test_parts_of_another_period);
  g_test_add_func ("/reports/sentences/parts-by-tier", test_parts_by_tier);
  g_test_add_func ("/reports/sentences/funding", test_funding);
  g_test_add_func ("/reports/sentences/joining", test_joining);
  return run_with_catalogue ();
}
