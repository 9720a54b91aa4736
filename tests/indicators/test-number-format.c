/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "dataset/text.h"
#include "indicators/machine-format.h"
#include "indicators/number-format.h"
#include "test-language.h"

#define EXACT    ATLAS_QUALIFIER_EXACT
#define ABOUT    ATLAS_QUALIFIER_ABOUT
#define NEARLY   ATLAS_QUALIFIER_NEARLY
#define AT_LEAST ATLAS_QUALIFIER_AT_LEAST
#define AT_MOST  ATLAS_QUALIFIER_AT_MOST

#define ONE      ATLAS_SCALE_ONE
#define THOUSAND ATLAS_SCALE_THOUSAND
#define WAN      ATLAS_SCALE_WAN
#define MILLION  ATLAS_SCALE_MILLION
#define YI       ATLAS_SCALE_YI
#define BILLION  ATLAS_SCALE_BILLION

static AtlasUnit *people, *yuan, *percent, *per_10k, *organisations, *categories;

static AtlasUnit *
make_unit (const char *id,
           const char *symbol_zh,
           const char *symbol_en,
           gboolean    is_money)
{
  AtlasUnit *unit = atlas_unit_new ();

  atlas_text_set (&unit->unit, id);
  atlas_text_set (&unit->symbol_zh, symbol_zh);
  atlas_text_set (&unit->symbol_en, symbol_en);
  unit->is_money = is_money;
  return unit;
}

static void
make_units (void)
{
  people = make_unit ("people", "人", "people", FALSE);
  yuan = make_unit ("yuan", "元", "yuan", TRUE);
  percent = make_unit ("percent", "%", "%", FALSE);
  per_10k = make_unit ("people_per_10k", "人/万人", "per 10,000", FALSE);
  organisations = make_unit ("organisations", "家", "organisations", FALSE);
  categories = make_unit ("categories", "类", "categories", FALSE);
}

static void
free_units (void)
{
  AtlasUnit *units[] = { people, yuan, percent, per_10k, organisations, categories };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    atlas_unit_free (units[i]);
}

static void
assert_takes (char       *text,
              const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_text_chinese (void)
{
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_text (4072, EXACT, people), "4,072人");
  assert_takes (atlas_format_text (824000, EXACT, yuan), "82.4万元");
  assert_takes (atlas_format_text (60000000, AT_LEAST, yuan), "超过6000万元");
  assert_takes (atlas_format_text (931000, NEARLY, people), "近93.1万人");
  assert_takes (atlas_format_text (136000000, ABOUT, yuan), "约1.36亿元");
  assert_takes (atlas_format_text (2000, AT_MOST, people), "不到2,000人");
  assert_takes (atlas_format_text (24.0267, EXACT, percent), "24.0%");
  assert_takes (atlas_format_text (39.571428, AT_MOST, percent), "不到39.6%");
  assert_takes (atlas_format_text (99.5, EXACT, percent), "99.5%");
  assert_takes (atlas_format_text (0.0491, EXACT, percent), "0.05%");
  assert_takes (atlas_format_text (0, EXACT, percent), "0%");
  assert_takes (atlas_format_text (1161000, ABOUT, people), "约116.1万人");
  assert_takes (atlas_format_text (1411778724, EXACT, people), "14.12亿人");
  assert_takes (atlas_format_text (10000, EXACT, people), "1万人");
  assert_takes (atlas_format_text (9999, EXACT, people), "9,999人");
  assert_takes (atlas_format_text (99999999, EXACT, yuan), "1亿元");
  assert_takes (atlas_format_text (-824000, EXACT, yuan), "−82.4万元");
  assert_takes (atlas_format_text (1234.5, EXACT, yuan), "1,234.50元");
  assert_takes (atlas_format_text (5.654, EXACT, per_10k), "5.65人/万人");
  assert_takes (atlas_format_text (87, EXACT, per_10k), "87人/万人");
  assert_takes (atlas_format_text (12345678, EXACT, NULL), "1235万");
  assert_takes (atlas_format_text (NAN, EXACT, people), "—");
}

static void
test_full_text (void)
{
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_full_text (2490000000, ABOUT, yuan), "约2,490,000,000元");
  assert_takes (atlas_format_full_text (5014270704.66, EXACT, yuan), "5,014,270,704.66元");
  assert_takes (atlas_format_full_text (60000000, AT_LEAST, yuan), "超过60,000,000元");
  assert_takes (atlas_format_full_text (931000, NEARLY, people), "近931,000人");
  assert_takes (atlas_format_full_text (24.04, ABOUT, percent), "约24.0%");
  assert_takes (atlas_format_full_text (NAN, ABOUT, people), "—");
  test_language_speak ("en");
  assert_takes (atlas_format_full_text (440000, AT_LEAST, people), "more than 440,000 people");
}

/* 85,700 − 94,200 yuan are −0.8 ten thousands to who sees 8.6 and 9.4. */
static void
test_round_in_scale (void)
{
  guint decimals;

  g_assert_cmpfloat_with_epsilon (atlas_round_in_scale (85700, WAN, &decimals), 8.6, 1e-9);
  g_assert_cmpuint (decimals, ==, 1);
  g_assert_cmpfloat_with_epsilon (atlas_round_in_scale (94200, WAN, &decimals), 9.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_round_in_scale (8234, WAN, &decimals), 0.82, 1e-9);
  g_assert_cmpuint (decimals, ==, 2);
}

static void
test_text_english (void)
{
  test_language_speak ("en");
  assert_takes (atlas_format_text (4072, EXACT, people), "4,072 people");
  assert_takes (atlas_format_text (1, EXACT, people), "1 person");
  assert_takes (atlas_format_text (1, EXACT, organisations), "1 organisation");
  assert_takes (atlas_format_text (1, AT_LEAST, categories), "more than 1 category");
  assert_takes (atlas_format_text (1, EXACT, per_10k), "1 per 10,000");
  assert_takes (atlas_format_text (60000000, AT_LEAST, yuan), "more than 60 million yuan");
  assert_takes (atlas_format_text (931000, NEARLY, people), "nearly 931,000 people");
  assert_takes (atlas_format_text (136000000, ABOUT, yuan), "about 136 million yuan");
  assert_takes (atlas_format_text (2490000000, ABOUT, yuan), "about 2.49 billion yuan");
  assert_takes (atlas_format_text (1629.6296, ABOUT, yuan), "about 1,630 yuan");
  assert_takes (atlas_format_text (243001, ABOUT, yuan), "about 243,001 yuan");
  assert_takes (atlas_format_text (9999.25, EXACT, yuan), "9,999.25 yuan");
  assert_takes (atlas_format_text (171216.35, EXACT, yuan), "171,216 yuan");
  assert_takes (atlas_format_text (171216.85, AT_LEAST, yuan), "more than 171,216 yuan");
  assert_takes (atlas_format_text (2000, AT_MOST, people), "less than 2,000 people");
  assert_takes (atlas_format_text (24.0267, EXACT, percent), "24.0%");
  assert_takes (atlas_format_text (999999999, EXACT, people), "1 billion people");
}

/* "More than" never says more than is known, "less than" never less. */
static void
test_text_rounds_by_direction (void)
{
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_text (81756000, EXACT, yuan), "8176万元");
  assert_takes (atlas_format_text (81756000, AT_LEAST, yuan), "超过8175万元");
  assert_takes (atlas_format_text (81753000, AT_MOST, yuan), "不到8176万元");
  assert_takes (atlas_format_text (39.54, AT_MOST, percent), "不到39.6%");
  assert_takes (atlas_format_text (39.54, EXACT, percent), "39.5%");
  assert_takes (atlas_format_text (39.58, AT_LEAST, percent), "超过39.5%");
  for (guint tenths = 1; tenths < 1000; tenths++)
    {
      g_autofree char *expected = tenths % 10 > 0 ? g_strdup_printf ("%u.%u%%", tenths / 10, tenths % 10)
                                                  : g_strdup_printf ("%u%%", tenths / 10);
      g_autofree char *above = atlas_format_text (tenths / 10.0, AT_LEAST, percent);
      g_autofree char *below = atlas_format_text (tenths / 10.0, AT_MOST, percent);

      g_assert_true (g_str_has_suffix (above, expected));
      g_assert_true (g_str_has_suffix (below, expected));
    }
}

static void
test_cell (void)
{
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_cell (81753000, yuan, WAN), "8,175.3");
  assert_takes (atlas_format_cell (24.0267, percent, ONE), "24.0");
  assert_takes (atlas_format_cell (4072, people, ONE), "4,072");
  assert_takes (atlas_format_cell (1161000, people, WAN), "116.1");
  assert_takes (atlas_format_cell (4072, people, WAN), "0.41");
  assert_takes (atlas_format_cell (340, yuan, WAN), "0.034");
  assert_takes (atlas_format_cell (1411778724, people, YI), "14.12");
  assert_takes (atlas_format_cell (-73.25, percent, ONE), "−73.2");
  assert_takes (atlas_format_cell (0.0491, percent, ONE), "0.05");
  assert_takes (atlas_format_cell (0, yuan, WAN), "0");
  assert_takes (atlas_format_cell (1234567.5, yuan, ONE), "1,234,567.50");
  assert_takes (atlas_format_cell (112, NULL, ONE), "112");
  assert_takes (atlas_format_cell (-1000, people, ONE), "−1,000");
  assert_takes (atlas_format_cell (NAN, people, ONE), "—");
  assert_takes (atlas_format_cell (INFINITY, people, ONE), "—");
}

static void
test_qualified_cell (void)
{
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_qualified_cell (81753000, ATLAS_QUALIFIER_AT_LEAST, yuan, WAN), "≥ 8,175.3");
  assert_takes (atlas_format_qualified_cell (81759999, ATLAS_QUALIFIER_AT_LEAST, yuan, WAN), "≥ 8,175.9");
  assert_takes (atlas_format_qualified_cell (529572179.13, ATLAS_QUALIFIER_AT_LEAST, yuan, ONE), "≥ 529,572,179.13");
  assert_takes (atlas_format_qualified_cell (529572179.13, ATLAS_QUALIFIER_AT_MOST, yuan, ONE), "≤ 529,572,179.13");
  assert_takes (atlas_format_qualified_cell (8.0092, ATLAS_QUALIFIER_AT_LEAST, people, ONE), "≥ 8.00");
  assert_takes (atlas_format_qualified_cell (39.5714, ATLAS_QUALIFIER_AT_MOST, percent, ONE), "≤ 39.6");
  assert_takes (atlas_format_qualified_cell (4072, ATLAS_QUALIFIER_EXACT, people, ONE), "4,072");
  assert_takes (atlas_format_qualified_cell (NAN, ATLAS_QUALIFIER_AT_LEAST, people, ONE), "—");
}

/* Exact numbers of a column have the same decimals. But what a document prints as 5.11 billion has none in one of millions. */
static void
test_zeros (void)
{
  test_language_speak ("en");
  assert_takes (atlas_format_qualified_cell (2800000, EXACT, yuan, ATLAS_SCALE_MILLION), "2.80");
  assert_takes (atlas_format_qualified_cell (5110000000, ABOUT, yuan, ATLAS_SCALE_MILLION), "≈ 5,110");
  assert_takes (atlas_format_qualified_cell (8175301, AT_LEAST, yuan, ATLAS_SCALE_MILLION), "≥ 8.17");
  assert_takes (atlas_format_qualified_cell (8104000, AT_LEAST, yuan, ATLAS_SCALE_MILLION), "≥ 8.10");
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_qualified_cell (5110000000, ABOUT, yuan, WAN), "≈ 511,000");
}

/* "About 56%" is neither 56.0% nor 55.9%; what rounding leaves is known: 55.96 and more are 55.9 and more, 56.04 and more 56.0. */
static void
test_bounds (void)
{
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_text (56, ABOUT, percent), "约56%");
  assert_takes (atlas_format_text (56, EXACT, percent), "56.0%");
  assert_takes (atlas_format_label (56, ABOUT, percent, ONE), "≈ 56%");
  assert_takes (atlas_format_bare_label (104, AT_LEAST, percent, ONE), "≥ 104%");
  assert_takes (atlas_format_qualified_cell (56, AT_LEAST, percent, ONE), "≥ 56");
  assert_takes (atlas_format_qualified_cell (55.96, AT_LEAST, percent, ONE), "≥ 55.9");
  assert_takes (atlas_format_qualified_cell (56.04, AT_LEAST, percent, ONE), "≥ 56.0");
  assert_takes (atlas_format_qualified_cell (3.8, AT_LEAST, people, ONE), "≥ 3.8");
  assert_takes (atlas_format_qualified_cell (1600000, AT_LEAST, people, WAN), "≥ 160");
  assert_takes (atlas_format_bare_label (1600400, AT_LEAST, people, WAN), "≥ 160.0");
  assert_takes (atlas_format_qualified_cell (1600400, AT_LEAST, people, WAN), "≥ 160.0");
}

static void
test_tick (void)
{
  assert_takes (atlas_format_tick (20, 20, ONE), "20");
  assert_takes (atlas_format_tick (0.5, 0.5, ONE), "0.5");
  assert_takes (atlas_format_tick (0, 0.25, ONE), "0.00");
  assert_takes (atlas_format_tick (0.30000000000000004, 0.1, ONE), "0.3");
  assert_takes (atlas_format_tick (20000000, 5000000, WAN), "2,000");
  assert_takes (atlas_format_tick (150000000, 50000000, YI), "1.5");
  assert_takes (atlas_format_tick (-40, 20, ONE), "−40");
}

static void
test_label (void)
{
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_label (6000, AT_LEAST, people, ONE), "≥ 6,000");
  assert_takes (atlas_format_label (14000, ABOUT, people, WAN), "≈ 1.4万");
  assert_takes (atlas_format_label (39.571428, AT_MOST, percent, ONE), "≤ 39.6%");
  assert_takes (atlas_format_label (60000000, AT_LEAST, yuan, WAN), "≥ 6000万");
  assert_takes (atlas_format_label (20000, NEARLY, people, WAN), "< 2万");
  assert_takes (atlas_format_label (107000000, ABOUT, yuan, YI), "≈ 1.07亿");
  assert_takes (atlas_format_label (24, EXACT, percent, ONE), "24.0%");
  assert_takes (atlas_format_label (4072, EXACT, people, ONE), "4,072");
  assert_takes (atlas_format_label (NAN, AT_LEAST, people, ONE), "—");
  assert_takes (atlas_format_bare_label (60000000, AT_LEAST, yuan, WAN), "≥ 6000");
  assert_takes (atlas_format_bare_label (900000000, EXACT, yuan, YI), "9.00");
  assert_takes (atlas_format_bare_label (109965, EXACT, people, WAN), "11.0");
  assert_takes (atlas_format_label (109965, EXACT, people, WAN), "11万");
  test_language_speak ("en");
  assert_takes (atlas_format_label (60000000, AT_LEAST, yuan, MILLION), "≥ 60 million");
  assert_takes (atlas_format_label (5296121790, EXACT, yuan, MILLION), "5,296.12 million");
  assert_takes (atlas_format_label_with_unit (171216.35, ABOUT, yuan, THOUSAND), "≈ 171.2 thousand yuan");
  assert_takes (atlas_format_bare_label (81759999, AT_LEAST, yuan, MILLION), "≥ 81.75");
  assert_takes (atlas_format_bare_label (564325, EXACT, yuan, MILLION), "0.56");
  assert_takes (atlas_format_bare_label (39.571428, AT_MOST, percent, ONE), "≤ 39.6%");
  assert_takes (atlas_format_bare_label (NAN, EXACT, yuan, MILLION), "—");
}

static void
assert_scale (double           smallest,
              double           largest,
              const AtlasUnit *unit,
              AtlasScale       expected)
{
  g_assert_cmpint (atlas_scale_choose (smallest, largest, unit), ==, expected);
}

static void
test_scale (void)
{
  test_language_speak ("zh_CN");
  assert_scale (81753000, 81753000, yuan, WAN);
  assert_scale (9999, 9999, yuan, ONE);
  assert_scale (10000, 10000, yuan, WAN);
  assert_scale (100000000, 100000000, yuan, YI);
  assert_scale (4072, 4072, people, ONE);
  assert_scale (1161000, 1161000, people, WAN);
  assert_scale (-1161000, -1161000, people, WAN);
  assert_scale (1e6, 1e6, percent, ONE);
  assert_scale (NAN, NAN, people, ONE);
  /* The smallest would be 0.056 in 亿元, and 0.05 in 万. */
  assert_scale (5600000, 310000000, yuan, WAN);
  assert_scale (500, 1161000, people, ONE);
  /* But money is not written in whole yuan for its sake. */
  assert_scale (340, 81753000, yuan, WAN);
  assert_scale (340, 81753, yuan, ONE);
  assert_takes (atlas_scale_dup_unit (WAN, yuan), "万元");
  assert_takes (atlas_scale_dup_unit (YI, yuan), "亿元");
  assert_takes (atlas_scale_dup_unit (ONE, people), "人");
  test_language_speak ("en");
  assert_scale (9999, 9999, yuan, ONE);
  assert_scale (10000, 10000, yuan, THOUSAND);
  assert_scale (999999, 999999, yuan, THOUSAND);
  assert_scale (1000000, 1000000, yuan, MILLION);
  assert_scale (9.99e9, 9.99e9, yuan, MILLION);
  assert_scale (1e10, 1e10, yuan, BILLION);
  assert_scale (564325, 310244823.06, yuan, MILLION);
  assert_scale (64325, 34560420.65, yuan, THOUSAND);
  assert_scale (4072, 4072, people, ONE);
  assert_scale (1161000, 1161000, people, ONE);
  assert_scale (1411778724, 1411778724, people, MILLION);
  assert_scale (7202654, 1411778724, people, MILLION);
  assert_scale (1e6, 1e6, percent, ONE);
  assert_takes (atlas_scale_dup_unit (THOUSAND, yuan), "thousand yuan");
  assert_takes (atlas_scale_dup_unit (MILLION, yuan), "million yuan");
  assert_takes (atlas_scale_dup_unit (BILLION, yuan), "billion yuan");
  assert_takes (atlas_scale_dup_unit (MILLION, NULL), "million");
  assert_takes (atlas_scale_dup_unit (ONE, people), "people");
}

static void
test_difference (void)
{
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_difference (24.0 - 31.3, EXACT, percent), "−7.3 百分点");
  assert_takes (atlas_format_difference (7.26, EXACT, percent), "+7.3 百分点");
  assert_takes (atlas_format_difference (0, EXACT, percent), "0.0 百分点");
  assert_takes (atlas_format_difference (-0.04, EXACT, percent), "0.0 百分点");
  assert_takes (atlas_format_difference (1234, EXACT, people), "+1,234 人");
  assert_takes (atlas_format_difference (-824000, AT_MOST, yuan), "≤ −82.4 万元");
  assert_takes (atlas_format_difference (0, EXACT, people), "0 人");
  assert_takes (atlas_format_difference (NAN, EXACT, people), "—");
  test_language_speak ("en");
  assert_takes (atlas_format_difference (24.0 - 31.3, EXACT, percent), "−7.3 percentage points");
  assert_takes (atlas_format_difference (1234, EXACT, people), "+1,234 people");
  assert_takes (atlas_format_difference (-1234567, EXACT, yuan), "−1.235 million yuan");
}

static void
test_growth (void)
{
  assert_takes (atlas_format_growth (669000, 737000), "+10.2%");
  assert_takes (atlas_format_growth (200, 100), "−50.0%");
  assert_takes (atlas_format_growth (200, 200), "0.0%");
  assert_takes (atlas_format_growth (0, 100), "—");
  assert_takes (atlas_format_growth (NAN, 100), "—");
  assert_takes (atlas_format_growth (100, NAN), "—");
}

static void
test_period (void)
{
  static const struct { const char *period; const char *zh; const char *en; } cases[] = {
    { "", "未注明日期", "undated" },
    { "2023", "2023年", "2023" },
    { "2021/..", "2021年以来", "since 2021" },
    { "../2022", "截至2022年", "up to 2022" },
    { "2013/2020", "2013—2020年", "2013–2020" },
    { "2022-09", "2022年9月", "September 2022" },
    { "2022-09-30", "2022年9月30日", "30 September 2022" },
    { "2020-11-01", "2020年11月1日", "1 November 2020" },
    { "2021-03/2022-06", "2021年3月—2022年6月", "March 2021 – June 2022" },
    { "2021-03/..", "2021年3月以来", "since March 2021" },
    { "2022-13", "2022-13", "2022-13" },
    { "../..", "../..", "../.." },
    { "2022/2023/2024", "2022/2023/2024", "2022/2023/2024" },
    { "soon", "soon", "soon" },
    { "20x3", "20x3", "20x3" },
  };

  test_language_speak ("zh_CN");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_takes (atlas_format_period (cases[i].period), cases[i].zh);
  test_language_speak ("en");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_takes (atlas_format_period (cases[i].period), cases[i].en);
}

static void
test_machine (void)
{
  AtlasObservation observation = { .status = ATLAS_STATUS_NORMAL };

  observation.value = 81753000;
  assert_takes (atlas_format_machine (&observation, yuan), "81753000.00");
  assert_takes (atlas_format_machine (&observation, people), "81753000");
  observation.has_exact = TRUE;
  observation.exact = (AtlasDecimal) { 12345, 1 };
  observation.value = 1234.5;
  assert_takes (atlas_format_machine (&observation, yuan), "1234.50");
  assert_takes (atlas_format_machine (&observation, people), "1234.5");
  observation.has_exact = FALSE;
  observation.value = 39.5714285714;
  assert_takes (atlas_format_machine (&observation, percent), "39.5714285714");
  observation.value = 0.1;
  assert_takes (atlas_format_machine (&observation, percent), "0.1");
  observation.value = NAN;
  assert_takes (atlas_format_machine (&observation, percent), "");
  observation.value = 5;
  observation.status = ATLAS_STATUS_MISSING;
  assert_takes (atlas_format_machine (&observation, people), "");
}

/* No number in running text mixes a comma with 万 or 亿, or shows a value that is there as zero. */
static void
test_text_rules (void)
{
  test_language_speak ("zh_CN");
  for (guint i = 0; i < 20000; i++)
    {
      double value = pow (10, g_test_rand_double_range (-6, 13)) * (g_test_rand_bit () ? 1 : -1);
      AtlasQualifier qualifier = g_test_rand_int_range (0, 5);
      g_autofree char *text = atlas_format_text (value, qualifier, i % 2 == 0 ? yuan : people);
      gboolean has_word = strstr (text, "万") != NULL || strstr (text, "亿") != NULL;

      g_assert_cmpint (has_word, ==, fabs (value) >= 1e4 || (has_word && fabs (value) > 9999.99));
      g_assert_false (has_word && strchr (text, ',') != NULL);
      g_assert_nonnull (strpbrk (text, "123456789"));
    }
}

/* What is added up from published parts may be the whole: it is never "more than". */
static void
test_sum_of_parts (void)
{
  g_autoptr (AtlasObservation) sum = atlas_observation_new (NULL);

  test_language_speak ("en");
  sum->status = ATLAS_STATUS_MISSING;
  assert_takes (atlas_format_observation (sum, NULL), "—");
  sum->status = ATLAS_STATUS_NORMAL;
  sum->value = 2613000;
  sum->qualifier = ATLAS_QUALIFIER_AT_LEAST;
  sum->basis = ATLAS_BASIS_PUBLISHED;
  assert_takes (atlas_format_observation (sum, NULL), "more than 2.613 million");
  sum->basis = ATLAS_BASIS_PUBLISHED_PARTS;
  assert_takes (atlas_format_observation (sum, NULL), "at least 2.613 million");
  /* Of what registers count some rows have no number. */
  sum->basis = ATLAS_BASIS_REGISTERS;
  assert_takes (atlas_format_observation (sum, NULL), "at least 2.613 million");
  sum->basis = ATLAS_BASIS_COMPUTED;
  assert_takes (atlas_format_observation (sum, NULL), "at least 2.613 million");
  test_language_speak ("zh_CN");
  assert_takes (atlas_format_observation (sum, NULL), "不少于261.3万");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_language_bind ();
  make_units ();
  g_test_add_func ("/number-format/text-chinese", test_text_chinese);
  g_test_add_func ("/number-format/full-text", test_full_text);
  g_test_add_func ("/number-format/round-in-scale", test_round_in_scale);
  g_test_add_func ("/number-format/text-english", test_text_english);
  g_test_add_func ("/number-format/text-rounds-by-direction", test_text_rounds_by_direction);
  g_test_add_func ("/number-format/text-rules", test_text_rules);
  g_test_add_func ("/number-format/sum-of-parts", test_sum_of_parts);
  g_test_add_func ("/number-format/cell", test_cell);
  g_test_add_func ("/number-format/qualified-cell", test_qualified_cell);
  g_test_add_func ("/number-format/zeros", test_zeros);
  g_test_add_func ("/number-format/bounds", test_bounds);
  g_test_add_func ("/number-format/tick", test_tick);
  g_test_add_func ("/number-format/label", test_label);
  g_test_add_func ("/number-format/scale", test_scale);
  g_test_add_func ("/number-format/difference", test_difference);
  g_test_add_func ("/number-format/growth", test_growth);
  g_test_add_func ("/number-format/period", test_period);
  g_test_add_func ("/number-format/machine", test_machine);
  status = g_test_run ();
  free_units ();
  return status;
}
