/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "build-roots.h"
#include "config.h"

#include <math.h>
#include <string.h>

#include "dataset/text.h"
#include "dataset/csv-file.h"
#include "dataset/number-parse.h"
#include "test-language.h"

#define EXACT    ATLAS_QUALIFIER_EXACT
#define ABOUT    ATLAS_QUALIFIER_ABOUT
#define NEARLY   ATLAS_QUALIFIER_NEARLY
#define AT_LEAST ATLAS_QUALIFIER_AT_LEAST
#define AT_MOST  ATLAS_QUALIFIER_AT_MOST

static void
assert_reads (const char     *text,
              const char     *value,
              AtlasQualifier  qualifier,
              gboolean        is_percent)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *digits = NULL;
  AtlasParsedNumber number;

  if (!atlas_number_parse (text, &number, &error))
    g_error ("%s", error->message);
  digits = atlas_decimal_to_string (number.value);
  if (strcmp (digits, value) != 0 || number.qualifier != qualifier || number.is_percent != is_percent ||
      number.is_missing)
    g_error ("“%s” was read as %s %s", text, atlas_qualifier_to_id (number.qualifier), digits);
}

static void
test_plain (void)
{
  assert_reads ("1,234.50", "1234.50", EXACT, FALSE);
  assert_reads ("1,234", "1234", EXACT, FALSE);
  assert_reads ("12,345,678", "12345678", EXACT, FALSE);
  assert_reads ("  42 ", "42", EXACT, FALSE);
  assert_reads ("１２３４．５", "1234.5", EXACT, FALSE);
  assert_reads ("１，２３４", "1234", EXACT, FALSE);
  assert_reads ("−7.3", "-7.3", EXACT, FALSE);
  assert_reads ("-7.3", "-7.3", EXACT, FALSE);
  assert_reads ("－7.3", "-7.3", EXACT, FALSE);
  assert_reads ("+1,234", "1234", EXACT, FALSE);
  assert_reads ("¥1,234.50", "1234.50", EXACT, FALSE);
  assert_reads ("￥12元", "12", EXACT, FALSE);
  assert_reads ("0", "0", EXACT, FALSE);
}

static void
test_multipliers (void)
{
  assert_reads ("82.4万", "824000", EXACT, FALSE);
  assert_reads ("82.4 万元", "824000", EXACT, FALSE);
  assert_reads ("1.36亿", "136000000", EXACT, FALSE);
  assert_reads ("53.10万人", "531000", EXACT, FALSE);
  assert_reads ("1亿2000万", "120000000", EXACT, FALSE);
  assert_reads ("8175万3000元", "81753000", EXACT, FALSE);
  assert_reads ("12万3456人", "123456", EXACT, FALSE);
  assert_reads ("6千", "6000", EXACT, FALSE);
  assert_reads ("1.2千万元", "12000000", EXACT, FALSE);
  assert_reads ("1.23456万元", "12345.6", EXACT, FALSE);
  assert_reads ("1万亿元", "1000000000000", EXACT, FALSE);
  assert_reads ("5.11 billion yuan", "5110000000", EXACT, FALSE);
  assert_reads ("1.889 million", "1889000", EXACT, FALSE);
  assert_reads ("3 thousand people", "3000", EXACT, FALSE);
}

static void
assert_counts (const char         *text,
               guint               exponent,
               AtlasNumberMeasure  measure)
{
  AtlasParsedNumber number;

  g_assert_true (atlas_number_parse (text, &number, NULL));
  g_assert_cmpuint (number.exponent, ==, exponent);
  g_assert_cmpint (number.measure, ==, measure);
}

/* A number says its own unit, which a column's unit does not change. */
static void
test_units (void)
{
  assert_counts ("824000", 0, ATLAS_NUMBER_MEASURE_NONE);
  assert_counts ("82.4万", 4, ATLAS_NUMBER_MEASURE_NONE);
  assert_counts ("1亿2000万元", 8, ATLAS_NUMBER_MEASURE_MONEY);
  assert_counts ("6千", 3, ATLAS_NUMBER_MEASURE_NONE);
  assert_counts ("十二", 0, ATLAS_NUMBER_MEASURE_NONE);
  assert_counts ("￥300", 0, ATLAS_NUMBER_MEASURE_MONEY);
  assert_counts ("300 yuan", 0, ATLAS_NUMBER_MEASURE_MONEY);
  assert_counts ("50多人", 0, ATLAS_NUMBER_MEASURE_OTHER);
  assert_counts ("72学时", 0, ATLAS_NUMBER_MEASURE_OTHER);
  assert_counts ("12 people", 0, ATLAS_NUMBER_MEASURE_OTHER);
}

static void
test_qualifiers (void)
{
  assert_reads ("6000余万", "60000000", AT_LEAST, FALSE);
  assert_reads ("6000多万元", "60000000", AT_LEAST, FALSE);
  assert_reads ("约1.4万", "14000", ABOUT, FALSE);
  assert_reads ("50多个", "50", AT_LEAST, FALSE);
  assert_reads ("百余", "100", AT_LEAST, FALSE);
  assert_reads ("百余个", "100", AT_LEAST, FALSE);
  assert_reads ("12余万人次", "120000", AT_LEAST, FALSE);
  assert_reads ("1.36万余人次", "13600", AT_LEAST, FALSE);
  assert_reads ("超18万人", "180000", AT_LEAST, FALSE);
  assert_reads ("超过1.3万家", "13000", AT_LEAST, FALSE);
  assert_reads ("突破万人", "10000", AT_LEAST, FALSE);
  assert_reads ("突破100万", "1000000", AT_LEAST, FALSE);
  assert_reads ("近60万", "600000", NEARLY, FALSE);
  assert_reads ("接近93.1万", "931000", NEARLY, FALSE);
  assert_reads ("近万人次", "10000", NEARLY, FALSE);
  assert_reads ("不到2000人", "2000", AT_MOST, FALSE);
  assert_reads ("不足1000人", "1000", AT_MOST, FALSE);
  assert_reads ("不超过5%", "5", AT_MOST, TRUE);
  assert_reads ("至少5个", "5", AT_LEAST, FALSE);
  assert_reads ("5000人以上", "5000", AT_LEAST, FALSE);
  assert_reads ("3万元左右", "30000", ABOUT, FALSE);
  assert_reads ("约1900余人", "1900", ABOUT, FALSE);
  assert_reads ("5000+", "5000", AT_LEAST, FALSE);
  assert_reads ("≥ 6,000", "6000", AT_LEAST, FALSE);
  assert_reads ("≤ 39.6%", "39.6", AT_MOST, TRUE);
  assert_reads ("≈1.4万", "14000", ABOUT, FALSE);
  assert_reads ("over 1.8 billion", "1800000000", AT_LEAST, FALSE);
  assert_reads ("Nearly 1.89 mln", "1890000", NEARLY, FALSE);
  assert_reads ("just over 200,000", "200000", AT_LEAST, FALSE);
  assert_reads ("less than 2,000 people", "2000", AT_MOST, FALSE);
  assert_reads ("around 424,500", "424500", ABOUT, FALSE);
}

static void
test_percent (void)
{
  assert_reads ("24.0%", "24.0", EXACT, TRUE);
  assert_reads ("88.3％", "88.3", EXACT, TRUE);
  assert_reads ("56 percent", "56", EXACT, TRUE);
  assert_reads ("百分之24.5", "24.5", EXACT, TRUE);
  assert_reads ("百分之八十", "80", EXACT, TRUE);
  assert_reads ("−7.3 百分点", "-7.3", EXACT, TRUE);
  assert_reads ("上升7.3个百分点" + strlen ("上升"), "7.3", EXACT, TRUE);
  assert_reads ("−7.3 percentage points", "-7.3", EXACT, TRUE);
}

static void
test_chinese_numerals (void)
{
  assert_reads ("三万余", "30000", AT_LEAST, FALSE);
  assert_reads ("十二", "12", EXACT, FALSE);
  assert_reads ("十", "10", EXACT, FALSE);
  assert_reads ("二十多期", "20", AT_LEAST, FALSE);
  assert_reads ("十几个", "10", AT_LEAST, FALSE);
  assert_reads ("两万多人", "20000", AT_LEAST, FALSE);
  assert_reads ("一百零五", "105", EXACT, FALSE);
  assert_reads ("一千零五", "1005", EXACT, FALSE);
  assert_reads ("一百二十", "120", EXACT, FALSE);
  assert_reads ("一万二千三百四十五", "12345", EXACT, FALSE);
  assert_reads ("三万零五", "30005", EXACT, FALSE);
  assert_reads ("一亿两千万元", "120000000", EXACT, FALSE);
  assert_reads ("百万", "1000000", EXACT, FALSE);
  assert_reads ("千余万元", "10000000", AT_LEAST, FALSE);
  assert_reads ("二〇二三年", "2023", EXACT, FALSE);
  assert_reads ("四个", "4", EXACT, FALSE);
  assert_reads ("零", "0", EXACT, FALSE);
}

static void
test_missing (void)
{
  static const char *const texts[] = { "", "  ", "　", "—", "——", "-", "－", "/", "／", "无", "N/A", "n/a" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AtlasParsedNumber number;

      g_assert_true (atlas_number_parse (texts[i], &number, NULL));
      g_assert_true (number.is_missing);
    }
}

static void
assert_refuses (const char       *text,
                AtlasNumberError  code)
{
  g_autoptr (GError) error = NULL;
  AtlasParsedNumber number = { .value = { 42, 0 } };

  if (atlas_number_parse (text, &number, &error))
    g_error ("“%s” was read as a number", text);
  if (!g_error_matches (error, ATLAS_NUMBER_ERROR, code))
    g_error ("%s", error->message);
  g_assert_cmpint (number.value.mantissa, ==, 42);
}

static void
test_refuses (void)
{
  static const char *const wrong[] = {
    "abc", "12abc", "人", "余", "约", "超过", "1.2.3", ".5", "5.", "--5", "1 234", "138个+174个", "5/1/23",
    "12①", "12²", "十千", "12人13人", "full coverage", "全覆盖", "208 mil", "overall", "1万2亿", "1e5", "0x10", "NaN",
    "inf", "数十", "%", "万分", "\xff\xfe", "12万20000",
  };
  static const char *const ambiguous[] = {
    "1,23", "1,2345", "12,34,567", "1000-2000元", "1—3级", "5至10", "3万5", "三万五", "三千五", "二三百", "1～3",
  };
  static const char *const range[] = {
    "99999999999999999999", "1.0000000001", "9999999999999亿", "100000万亿亿",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refuses (wrong[i], ATLAS_NUMBER_ERROR_NOT_A_NUMBER);
  for (guint i = 0; i < G_N_ELEMENTS (ambiguous); i++)
    assert_refuses (ambiguous[i], ATLAS_NUMBER_ERROR_AMBIGUOUS);
  for (guint i = 0; i < G_N_ELEMENTS (range); i++)
    assert_refuses (range[i], ATLAS_NUMBER_ERROR_RANGE);
}

/* Whether what was read is what a person took from the document. A number in 万 without a word counts as
 * rounded there. */
static gboolean
agrees (const AtlasParsedNumber *number,
        const char *const        *cells)
{
  AtlasDecimal value;
  AtlasQualifier qualifier;

  g_assert_true (atlas_decimal_parse (cells[5], &value));
  g_assert_true (atlas_qualifier_from_id (cells[6], &qualifier));
  return atlas_decimal_compare (number->value, value) == 0 &&
         (number->qualifier == qualifier || (number->qualifier == EXACT && qualifier == ABOUT)) &&
         (!number->is_percent || strcmp (cells[7], "percent") == 0);
}

typedef struct {
  GString *differing; /* the figures */
  guint n_read;
} Printed;

static gboolean
compare_printed (guint               line,
                 const char *const  *cells,
                 guint               n_cells,
                 gpointer            user_data,
                 GError            **error)
{
  Printed *printed = user_data;
  AtlasParsedNumber number;

  if (line == 1 || !atlas_number_parse (cells[10], &number, NULL))
    return TRUE;
  printed->n_read++;
  if (!agrees (&number, cells))
    g_string_append_printf (printed->differing, "%s ", cells[0]);
  return TRUE;
}

/* The numbers of the bundled figures as the documents print them, where the cell is a number and its unit
 * alone. Those that are read differently are Portuguese statistics with a point between thousands. */
static void
test_printed (void)
{
  g_autofree char *path = g_build_filename (SOURCE_ROOT, "data", "dataset", "figures.csv", NULL);
  g_autoptr (GString) differing = g_string_new (NULL);
  Printed printed = { differing, 0 };

  g_assert_true (atlas_csv_read_file (path, compare_printed, &printed, NULL));
  g_assert_cmpstr (differing->str, ==, "F0561 F0563 F0564 F0565 F0566 F0567 F0568 ");
  /* Counted with a regular expression over the file. */
  g_assert_cmpuint (printed.n_read, ==, 434);
}

/* Any text at all is either read or refused with a message. */
static void
test_any_text (void)
{
  static const char *const pieces[] = {
    "1", "23", "4,567", ".", ",", "万", "亿", "千", "百", "十", "三", "零", "余", "多", "约", "近", "超过", "不到", "人", "元",
    "%", "-", "−", "/", " ", "百分之", "百分点", "million", "over", "\xe4\xb8", "　", "①", "９",
  };

  for (guint i = 0; i < 50000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      AtlasParsedNumber number;

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (!atlas_number_parse (text->str, &number, &error))
        g_assert_nonnull (error);
      else
        g_assert_no_error (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_language_bind ();
  g_test_add_func ("/number-parse/plain", test_plain);
  g_test_add_func ("/number-parse/multipliers", test_multipliers);
  g_test_add_func ("/number-parse/units", test_units);
  g_test_add_func ("/number-parse/qualifiers", test_qualifiers);
  g_test_add_func ("/number-parse/percent", test_percent);
  g_test_add_func ("/number-parse/chinese-numerals", test_chinese_numerals);
  g_test_add_func ("/number-parse/missing", test_missing);
  g_test_add_func ("/number-parse/refuses", test_refuses);
  g_test_add_func ("/number-parse/printed", test_printed);
  g_test_add_func ("/number-parse/any-text", test_any_text);
  return g_test_run ();
}
