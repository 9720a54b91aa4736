/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "reports/division-words.h"
#include "reports/sentences.h"
#include "reports/templates/division-table.h"
#include "sentence-samples.h"
#include "test-language.h"

/* The ranking of TABLE is CHINESE, and ENGLISH. */
static void
assert_ranking (AtlasTable *table,
                const char *chinese,
                const char *english)
{
  g_autoptr (GHashTable) names = NULL;

  test_language_speak ("zh_CN");
  names = list_names (table);
  assert_takes (atlas_sentence_ranking (table, names), chinese);
  test_language_speak ("en");
  g_clear_pointer (&names, g_hash_table_unref);
  names = list_names (table);
  assert_takes (atlas_sentence_ranking (table, names), english);
}

static void
test_ranking (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_share", "532900,640000,500110,640300", NULL);

  assert_ranking (table,
                  "持证率由高到低依次为宁夏（31.3%）、吴忠市（24.0%）、大理州（11.0%）；綦江区未见公布数。",
                  "Certified share of social workers, from the highest to the lowest: Ningxia (31.3%), Wuzhong City "
                  "(24.0%) and Dali Prefecture (11.0%); no figure for Qijiang District.");
}

/* Equal as printed is equal in rank, in the order of the codes; a bound has no place. */
static void
test_ranking_ties (void)
{
  AtlasObservation *rows[] = {
    observe ("640300", "certified_share", 24.02, EXACT, "2023"),
    observe ("640000", "certified_share", 31.3, EXACT, "2023"),
    observe ("532900", "certified_share", 23.98, EXACT, "2023"),
    observe ("630000", "certified_share", 39.6, AT_MOST, "2023"),
  };
  g_autoptr (AtlasTable) table = tabulate (rows, G_N_ELEMENTS (rows));

  assert_ranking (table,
                  "持证率由高到低依次为宁夏（31.3%）、大理州、吴忠市（并列，24.0%）；青海（不到39.6%）仅有上限，未列入"
                  "排序。",
                  "Certified share of social workers, from the highest to the lowest: Ningxia (31.3%) and Dali Prefecture "
                  "and Wuzhong City (24.0% each); not ranked, as only an upper bound is known: Qinghai (less than 39.6%).");
}

/* People are more or less, a rate is high or low; for how many residents it is, its name says. */
static void
test_ranking_words (void)
{
  g_autoptr (AtlasTable) people = ask ("certified_workers", "640000,640300", NULL);
  g_autoptr (AtlasTable) rate = ask ("certified_per_10k", "640000,640300", NULL);
  g_autoptr (GHashTable) names = NULL;

  test_language_speak ("zh_CN");
  names = list_names (people);
  assert_takes (atlas_sentence_ranking (people, names), "持证社工由多到少依次为宁夏（4,072人）、吴忠市（753人）。");
  assert_takes (atlas_sentence_ranking (rate, names), "每万人持证社工数由高到低依次为宁夏（5.65人）、吴忠市（5.45人）。");
  test_language_speak ("en");
  g_clear_pointer (&names, g_hash_table_unref);
  names = list_names (rate);
  assert_takes (atlas_sentence_ranking (rate, names),
                "Certified workers per 10,000 residents, from the highest to the lowest: Ningxia (5.65) and Wuzhong City "
                "(5.45).");
  g_clear_pointer (&names, g_hash_table_unref);
  names = list_names (people);
  assert_takes (atlas_sentence_ranking (people, names),
                "Certified social workers, from the highest to the lowest: Ningxia (4,072) and Wuzhong City (753).");
}

/* Figures of several years may be ranked, but not silently. */
static void
test_ranking_of_several_years (void)
{
  AtlasObservation *rows[] = {
    observe ("640300", "certified_share", 24.0, EXACT, "2021"),
    observe ("640000", "certified_share", 31.3, EXACT, "2023"),
  };
  g_autoptr (AtlasTable) table = tabulate (rows, G_N_ELEMENTS (rows));

  assert_ranking (table,
                  "持证率由高到低依次为宁夏（31.3%）、吴忠市（24.0%）；各地数据时点不一（2021—2023年）。",
                  "Certified share of social workers, from the highest to the lowest: Ningxia (31.3%) and Wuzhong City (24.0%); the "
                  "figures are of different dates (2021–2023).");
}

/* Up to three bounds are named behind those that have a place. */
static void
test_leaders (void)
{
  AtlasObservation *rows[] = {
    observe ("320000", "certified_share", 60.1, ABOUT, "2023"),
    observe ("370000", "certified_share", 50.0, ABOUT, "2023"),
    observe ("310000", "certified_share", 40.0, EXACT, "2023"),
    observe ("640000", "certified_share", 10.0, EXACT, "2023"),
    observe ("440000", "certified_share", 45.0, AT_LEAST, "2023"),
    observe ("450000", "certified_share", 20.0, AT_LEAST, "2023"),
    observe ("140000", "certified_share", 5.0, AT_MOST, "2023"),
  };
  g_autoptr (AtlasTable) table = tabulate (rows, G_N_ELEMENTS (rows));
  g_autoptr (GHashTable) names = NULL;

  test_language_speak ("zh_CN");
  names = list_names (table);
  assert_takes (atlas_sentence_leaders (table, atlas_table_get_n_rows (table), names),
                "有确数或约数的4个省（自治区、直辖市）中，持证率居前的为江苏（约60.1%）、山东（约50%）、上海（40.0%），"
                "居末的为宁夏（10.0%）；广东（超过45%）、广西（超过20%）、山西（不到5%）仅有下限或上限，未列入排序。");
  test_language_speak ("en");
  g_clear_pointer (&names, g_hash_table_unref);
  names = list_names (table);
  assert_takes (atlas_sentence_leaders (table, atlas_table_get_n_rows (table), names),
                "Certified share of social workers: among the 4 divisions with an exact or rounded figure, the highest are Jiangsu "
                "(about 60.1%), Shandong (about 50%) and Shanghai (40.0%); the lowest is Ningxia (10.0%); not ranked, as only a "
                "bound is known: Guangdong (more than 45%), Guangxi (more than 20%) and Shanxi (less than 5%).");
}

/* Eleven counties: six that are known, and five bounds, which are counted, since the table beside the sentence has them; with one
 * more bound than ranked the order of the others would say nothing. */
static void
test_leaders_among_bounds (void)
{
  static const char *const codes[] = { "640302", "640303", "640323", "640324", "640381", "640402", "640422", "640423", "640424",
                                       "640425", "640502", "640521", "640522" };
  AtlasObservation *rows[G_N_ELEMENTS (codes)];
  g_autoptr (AtlasTable) some = NULL, most = NULL;
  g_autoptr (GHashTable) names = NULL;

  test_language_speak ("zh_CN");
  for (guint i = 0; i < 11; i++)
    rows[i] = observe (codes[i], "certified_share", 90 - i, i < 6 ? EXACT : AT_LEAST, "2023");
  some = tabulate (rows, 11);
  names = list_names (some);
  assert_takes (atlas_sentence_leaders (some, 11, names),
                "有确数或约数的6个县（市、区）中，持证率居前的为利通区（90.0%）、红寺堡区（89.0%）、盐池县（88.0%），居末的为"
                "原州区（85.0%）；另有5个仅有下限，未列入排序。");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    rows[i] = observe (codes[i], "certified_share", 90 - i, i < 6 ? EXACT : AT_LEAST, "2023");
  most = tabulate (rows, G_N_ELEMENTS (codes));
  assert_takes (atlas_sentence_leaders (most, 13, names), "13个县（市、区）中，有7个的持证率仅有下限，不作排序。");
  test_language_speak ("en");
  assert_takes (atlas_sentence_leaders (most, 13, names),
                "There is no ranking by certified share of social workers: for 7 of the 13 divisions only a lower bound is known.");
  for (guint i = 0; i < 6; i++)
    ((AtlasObservation *) atlas_table_get_row (most, i))->qualifier = AT_MOST;
  assert_takes (atlas_sentence_leaders (most, 13, names),
                "There is no ranking by certified share of social workers: for all 13 divisions only a bound is known.");
  test_language_speak ("zh_CN");
  assert_takes (atlas_sentence_leaders (most, 13, names), "13个县（市、区）的持证率均仅有下限或上限，不作排序。");
}

/* A table of N provinces for 2023, whose figures are of that year but for those from FIRST_OLD on, which stand in. */
static AtlasTable *
tabulate_stand_ins (guint n,
                    guint first_old)
{
  static const char *const codes[] = { "110000", "120000", "130000", "140000", "150000", "210000", "220000", "230000" };
  AtlasObservation *rows[G_N_ELEMENTS (codes)];
  AtlasTable *table;

  for (guint i = 0; i < n; i++)
    {
      rows[i] = observe (codes[i], "certified_share", 60 - i, EXACT, i < first_old ? "2023" : "2021");
      rows[i]->stand_in = i >= first_old;
    }
  table = tabulate (rows, n);
  atlas_question_set_years ((AtlasQuestion *) atlas_table_get_question (table), 2023, 2023);
  return table;
}

/* What stands in for the year asked for has no place, here as in charts; where most do so, nobody has. */
static void
test_leaders_of_other_years (void)
{
  g_autoptr (AtlasTable) one = tabulate_stand_ins (6, 5), most = tabulate_stand_ins (8, 3), all = tabulate_stand_ins (8, 0);
  g_autoptr (GHashTable) names = NULL;

  test_language_speak ("zh_CN");
  names = list_names (most);
  assert_takes (atlas_sentence_leaders (one, 6, names),
                "有2023年数据的5个省（自治区、直辖市）中，持证率居前的为北京（60.0%）、天津（59.0%）、河北（58.0%），居末的为内蒙古"
                "（56.0%）；辽宁无2023年数据，未列入排序。");
  assert_takes (atlas_sentence_leaders (most, 8, names), "8个省（自治区、直辖市）中，有5个的持证率非2023年数据，不作排序。");
  assert_takes (atlas_sentence_leaders (all, 8, names), "8个省（自治区、直辖市）的持证率均非2023年数据，不作排序。");
  test_language_speak ("en");
  assert_takes (atlas_sentence_leaders (most, 8, names),
                "There is no ranking by certified share of social workers: the figures of 5 of the 8 divisions are of other years than 2023.");
}

/* A certified share of VALUE, of N workers. */
static AtlasObservation *
observe_share (const char *code,
               double      value,
               double      n)
{
  AtlasObservation *share = observe (code, "certified_share", value, EXACT, "2023");

  share->denominator = n;
  atlas_observation_take_input (share, observe (code, "social_workers", n, EXACT, "2023"));
  return share;
}

/* Of 70 people one is more than a per cent: such a share is no first (C27), as charts and profiles have it. */
static void
test_leaders_of_small_bases (void)
{
  static const char *const codes[] = { "640104", "640105", "640106", "640121", "640122", "640181" };
  AtlasObservation *rows[G_N_ELEMENTS (codes)];
  g_autoptr (AtlasTable) one = NULL, most = NULL;
  g_autoptr (GHashTable) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    rows[i] = observe_share (codes[i], i == 2 ? 97.1 : 90 - i, i == 2 ? 70 : 100);
  one = tabulate (rows, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    rows[i] = observe_share (codes[i], 90 - i, i < 2 ? 100 : 99);
  most = tabulate (rows, G_N_ELEMENTS (rows));
  test_language_speak ("zh_CN");
  names = list_names (one);
  assert_takes (atlas_sentence_leaders (one, 6, names),
                "参加排序的5个县（市、区）中，持证率居前的为兴庆区（90.0%）、西夏区（89.0%）、永宁县（87.0%），居末的为灵武市（85.0%）；"
                "金凤区基数过小（不足30个站点或100人），未列入排序。");
  assert_takes (atlas_sentence_leaders (most, 6, names), "6个县（市、区）中，有4个的持证率基数过小（不足30个站点或100人），不作排序。");
  test_language_speak ("en");
}

/* 142,348, 110,000 and 96,974 people are 14.23, 11.00 and 9.70 in ten thousands: one sentence, two decimals. Those below ten
 * thousand are whole, and 50,000 as round as a document has it; 142,319 is less, but reads the same and shares the place (C28). */
static void
test_even_decimals (void)
{
  AtlasObservation *rows[] = {
    observe ("330000", "certified_workers", 110000, EXACT, "2023"),
    observe ("310000", "certified_workers", 142319, EXACT, "2023"),
    observe ("440000", "certified_workers", 142348, EXACT, "2023"),
    observe ("320000", "certified_workers", 96974, EXACT, "2023"),
    observe ("540000", "certified_workers", 1226, EXACT, "2023"),
    observe ("610000", "certified_workers", 50000, AT_LEAST, "2023"),
  };
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (GHashTable) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (array, rows[i]);
  table = atlas_table_new (catalogue, question, array);
  test_language_speak ("zh_CN");
  names = list_names (table);
  assert_takes (atlas_sentence_ranking (table, names),
                "持证社工由多到少依次为上海、广东（并列，14.23万人）、浙江（11.00万人）、江苏（9.70万人）、西藏（1,226人）；陕西"
                "（超过5万人）仅有下限，未列入排序。");
  rows[0]->value = 2.5e6;
  assert_takes (atlas_sentence_ranking (table, names),
                "持证社工由多到少依次为浙江（250.0万人）、上海、广东（并列，14.2万人）、江苏（9.7万人）、西藏（1,226人）；陕西"
                "（超过5万人）仅有下限，未列入排序。");
  /* No decimals that none of them needs. */
  rows[1]->value = rows[2]->value = rows[3]->value = 20000;
  assert_takes (atlas_sentence_ranking (table, names),
                "持证社工由多到少依次为浙江（250万人）、上海、江苏、广东（并列，2万人）、西藏（1,226人）；陕西（超过5万人）仅有下限，未"
                "列入排序。");
  test_language_speak ("en");
}

/* A table of provinces with VALUES, which end at NAN, in the order of these codes. */
static AtlasTable *
tabulate_values (const double *values)
{
  static const char *const codes[] = { "320000", "370000", "310000", "640000", "440000", "450000", "140000", "630000" };
  AtlasObservation *rows[G_N_ELEMENTS (codes)];
  guint n = 0;

  for (; !isnan (values[n]); n++)
    rows[n] = observe (codes[n], "certified_share", values[n], EXACT, "2023");
  return tabulate (rows, n);
}

static void
assert_leaders (const double *values,
                const char   *chinese,
                const char   *english)
{
  g_autoptr (AtlasTable) table = tabulate_values (values);
  g_autoptr (GHashTable) names_zh = NULL, names_en = NULL;

  test_language_speak ("zh_CN");
  names_zh = list_names (table);
  assert_takes (atlas_sentence_leaders (table, atlas_table_get_n_rows (table), names_zh), chinese);
  test_language_speak ("en");
  names_en = list_names (table);
  assert_takes (atlas_sentence_leaders (table, atlas_table_get_n_rows (table), names_en), english);
}

/* Whoever is level with the third or the last is named too, so that nobody is called the lowest who is one of several; a
 * few divisions are told in full. */
static void
test_leaders_ties (void)
{
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (GHashTable) names = NULL;

  assert_leaders ((const double[]) { 60, 50, 40, 40, 20, 10, 10, NAN },
                  "7个省（自治区、直辖市）中，持证率居前的为江苏（60.0%）、山东（50.0%）、上海、宁夏（并列，40.0%），居末的为山西、广西（并列，10.0%）。",
                  "Certified share of social workers: among the 7 divisions, the highest are Jiangsu (60.0%), Shandong (50.0%) and "
                  "Shanghai and Ningxia (40.0% each); the lowest are Shanxi and Guangxi (10.0% each).");
  assert_leaders ((const double[]) { 60, 50, 10, 10, 10, 10, 10, 10, NAN },
                  "8个省（自治区、直辖市）中，持证率居前的为江苏（60.0%）、山东（50.0%）、山西、上海、广东等6个地区（并列，10.0%）。",
                  "Certified share of social workers: among the 8 divisions, the highest are Jiangsu (60.0%), Shandong (50.0%) and "
                  "Shanxi, Shanghai, Guangdong and others (6 in all, 10.0% each).");
  /* Of eight divisions seven have a figure. */
  table = tabulate_values ((const double[]) { 60, 50, 40, 30, 20, 15, 10, NAN });
  test_language_speak ("zh_CN");
  names = list_names (table);
  assert_takes (atlas_sentence_leaders (table, 8, names),
                "有数据的7个省（自治区、直辖市）中，持证率居前的为江苏（60.0%）、山东（50.0%）、上海（40.0%），居末的为山西（10.0%）。");
  assert_leaders ((const double[]) { 60, 50, 40, 30, 20, NAN },
                  "持证率由高到低依次为江苏（60.0%）、山东（50.0%）、上海（40.0%）、宁夏（30.0%）、广东（20.0%）。",
                  "Certified share of social workers, from the highest to the lowest: Jiangsu (60.0%), Shandong (50.0%), Shanghai "
                  "(40.0%), Ningxia (30.0%) and Guangdong (20.0%).");
}

static void
test_ranking_needs_two (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_share", "640000,500110", NULL);
  g_autoptr (GHashTable) names = list_names (table);

  g_assert_null (atlas_sentence_ranking (table, names));
}

static void
test_missing (void)
{
  g_autoptr (AtlasTable) computed = ask ("certified_share", "640000,500110", NULL);
  g_autoptr (AtlasTable) published = ask ("social_work_orgs", "640000,500110,820000", NULL);
  g_autoptr (AtlasTable) complete = ask ("certified_workers", "640000,640300", NULL);
  g_autoptr (GHashTable) chinese = NULL, english = NULL;

  test_language_speak ("zh_CN");
  chinese = list_names (published);
  assert_takes (atlas_sentence_missing (computed, chinese), "綦江区未见“社会工作专业人才”公布数，无法计算“持证率”。");
  assert_takes (atlas_sentence_missing (published, chinese), "綦江区、澳门未见公布数。");
  g_assert_null (atlas_sentence_missing (complete, chinese));
  test_language_speak ("en");
  english = list_names (published);
  assert_takes (atlas_sentence_missing (published, english),
                "No figure is published for Qijiang District and Macao.");
  assert_takes (atlas_sentence_missing (computed, english),
                "For Qijiang District “Certified share of social workers” cannot be computed, as no figure for “Social work "
                "professionals” is published.");
  g_assert_null (atlas_sentence_missing (complete, english));
}

/* Jiangsu prints only its senior workers: it is not among those of whom nothing is known. Jiangsu and
 * Zhejiang lack the same input and share a sentence. */
static void
test_missing_together (void)
{
  g_autoptr (AtlasTable) grades = ask ("certified_workers", "640000,320000,532900", "grade");
  g_autoptr (AtlasTable) share = ask ("certified_share", "640000,320000,330000", NULL);
  g_autoptr (GHashTable) grade_names = NULL, share_names = NULL;

  test_language_speak ("zh_CN");
  grade_names = list_names (grades);
  share_names = list_names (share);
  assert_takes (atlas_sentence_missing (grades, grade_names), "大理州未见公布数。");
  assert_takes (atlas_sentence_missing (share, share_names),
                "江苏、浙江未见“社会工作专业人才”公布数，无法计算“持证率”。");
}

/* A ledger is kept at each level: of 10 million yuan two counties have 2.5 and 1.5 million, the rest is the prefecture's own. Where
 * they have all, or one of them is a bound, nothing is said. */
static void
test_rest (void)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("funding");
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  g_autoptr (AtlasObservation) total = observe ("640300", "funding", 10000000, EXACT, "2024");
  AtlasObservation *first = observe ("640302", "funding", 2500000, EXACT, "2024");
  g_autoptr (AtlasTable) table = NULL;

  g_ptr_array_add (rows, first);
  g_ptr_array_add (rows, observe ("640303", "funding", 1500000, EXACT, "2024"));
  table = atlas_table_new (catalogue, question, rows);
  total->basis = ATLAS_BASIS_REGISTERS;
  test_language_speak ("zh_CN");
  assert_takes (atlas_division_dup_rest (table, total), "下辖地区合计400万元，占总额的40.0%，其余为本级资金。");
  test_language_speak ("en");
  assert_takes (atlas_division_dup_rest (table, total),
                "Together they have 4 million yuan, 40.0% of the total; the rest is not entered for any of them.");
  total->value = 4000000;
  g_assert_null (atlas_division_dup_rest (table, total));
  total->value = 10000000;
  first->qualifier = AT_LEAST;
  g_assert_null (atlas_division_dup_rest (table, total));
}

/* Ningxia 4,072 of 13,000, Dali 477 of 4,330: 31.32 % to 11.02 %, 2.84 times; Qijiang's share is not known. */
static void
test_spread (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_share", "640000,640300,532900,500110", NULL);
  g_autoptr (GHashTable) names = list_names (table);
  AtlasSpread spread;

  g_assert_true (atlas_spread_find (table, &spread));
  assert_takes (atlas_sentence_spread (&spread, names),
                "They differ most in certified share of social workers: Ningxia has 31.3%, "
                "Dali Prefecture 11.0%, 2.8 times as much for the first. For Qijiang District there is no "
                "figure of 2023 to compare.");
  test_language_speak ("zh_CN");
  g_clear_pointer (&names, g_hash_table_unref);
  names = list_names (table);
  assert_takes (atlas_sentence_spread (&spread, names), "差距最大的是持证率：宁夏31.3%，大理州11.0%，前者是后者的2.8倍。"
                "綦江区无2023年可比数据。");
  /* Hardly apart: "1.0 times as much" would be no more than an odd way to say so. */
  spread.ratio.value = 1.04;
  assert_takes (atlas_sentence_spread (&spread, names), "差距最大的是持证率：宁夏31.3%，大理州11.0%。綦江区无2023年可比数据。");
  test_language_speak ("en");
}

/* Guangdong has nothing but cities between itself and its counties, Yunnan others too. */
static void
test_division_words (void)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();

  test_language_speak ("zh_CN");
  g_ptr_array_add (regions, (gpointer) lookup ("440100"));
  g_ptr_array_add (regions, (gpointer) lookup ("440300"));
  g_assert_true (atlas_division_words_are_cities (regions));
  assert_takes (atlas_division_words_count (2, regions), "2个市");
  g_ptr_array_add (regions, (gpointer) lookup ("532900"));
  g_assert_false (atlas_division_words_are_cities (regions));
  assert_takes (atlas_division_words_count (3, regions), "3个市（地、州、盟）");
  test_language_speak ("en");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/table-sentences/rest", test_rest);
  g_test_add_func ("/reports/table-sentences/spread", test_spread);
  g_test_add_func ("/reports/table-sentences/division-words", test_division_words);
  g_test_add_func ("/reports/table-sentences/ranking", test_ranking);
  g_test_add_func ("/reports/table-sentences/ranking-ties", test_ranking_ties);
  g_test_add_func ("/reports/table-sentences/ranking-words", test_ranking_words);
  g_test_add_func ("/reports/table-sentences/ranking-of-several-years", test_ranking_of_several_years);
  g_test_add_func ("/reports/table-sentences/leaders", test_leaders);
  g_test_add_func ("/reports/table-sentences/leaders-among-bounds", test_leaders_among_bounds);
  g_test_add_func ("/reports/table-sentences/leaders-ties", test_leaders_ties);
  g_test_add_func ("/reports/table-sentences/leaders-of-other-years", test_leaders_of_other_years);
  g_test_add_func ("/reports/table-sentences/leaders-of-small-bases", test_leaders_of_small_bases);
  g_test_add_func ("/reports/table-sentences/even-decimals", test_even_decimals);
  g_test_add_func ("/reports/table-sentences/ranking-needs-two", test_ranking_needs_two);
  g_test_add_func ("/reports/table-sentences/missing", test_missing);
  g_test_add_func ("/reports/table-sentences/missing-together", test_missing_together);
  return run_with_catalogue ();
}
