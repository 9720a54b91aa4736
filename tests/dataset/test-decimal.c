/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "dataset/decimal.h"

static AtlasDecimal
decimal (const char *text)
{
  AtlasDecimal value;

  g_assert_true (atlas_decimal_parse (text, &value));
  return value;
}

static void
assert_decimal (AtlasDecimal  value,
                const char   *expected)
{
  g_autofree char *text = atlas_decimal_to_string (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  static const struct { const char *text; gint64 mantissa; guint decimals; } cases[] = {
    { "0", 0, 0 }, { "88.3", 883, 1 }, { "1234.50", 123450, 2 }, { "-7.3", -73, 1 }, { "+12", 12, 0 },
    { "0.000000001", 1, 9 }, { "81753000", 81753000, 0 }, { "007", 7, 0 },
    { "9223372036854775807", G_MAXINT64, 0 }, { "-9223372036854775808", G_MININT64, 0 },
    { "-92233720368547758.08", G_MININT64, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasDecimal value = decimal (cases[i].text);

      g_assert_cmpint (value.mantissa, ==, cases[i].mantissa);
      g_assert_cmpuint (value.decimals, ==, cases[i].decimals);
    }
}

static void
test_parse_refuses (void)
{
  static const char *const texts[] = {
    "", " ", "-", "+", ".", ".5", "5.", "1.2.3", "1e3", "1,234", " 1", "1 ", "--1", "+-1", "1-", "0x10",
    "NaN", "inf",
    "1.0000000001", "9223372036854775808", "-9223372036854775809", "99999999999999999999", "１２", "−5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AtlasDecimal value = { 42, 1 };

      g_assert_false (atlas_decimal_parse (texts[i], &value));
      g_assert_cmpint (value.mantissa, ==, 42);
    }
}

static void
test_to_string (void)
{
  assert_decimal ((AtlasDecimal) { 123450, 2 }, "1234.50");
  assert_decimal ((AtlasDecimal) { -5, 2 }, "-0.05");
  assert_decimal ((AtlasDecimal) { 0, 3 }, "0.000");
  assert_decimal ((AtlasDecimal) { 1000000000, 9 }, "1.000000000");
  assert_decimal ((AtlasDecimal) { G_MININT64, 0 }, "-9223372036854775808");
  assert_decimal ((AtlasDecimal) { G_MININT64, 9 }, "-9223372036.854775808");
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 10000; i++)
    {
      guint64 bits = ((guint64) g_test_rand_int () << 32) ^ (guint32) g_test_rand_int ();
      AtlasDecimal value = { (gint64) bits >> g_test_rand_int_range (0, 63), g_test_rand_int_range (0, 10) };
      g_autofree char *text = atlas_decimal_to_string (value);
      AtlasDecimal again = decimal (text);

      g_assert_cmpint (again.mantissa, ==, value.mantissa);
      g_assert_cmpuint (again.decimals, ==, value.decimals);
    }
}

static void
test_double (void)
{
  AtlasDecimal value;

  g_assert_cmpfloat (atlas_decimal_to_double (decimal ("88.3")), ==, 88.3);
  g_assert_cmpfloat (atlas_decimal_to_double (decimal ("-0.05")), ==, -0.05);
  g_assert_true (atlas_decimal_from_double (81753000.4, 2, &value));
  assert_decimal (value, "81753000.40");
  g_assert_true (atlas_decimal_from_double (-2.5, 0, &value));
  assert_decimal (value, "-3");
  g_assert_false (atlas_decimal_from_double (NAN, 2, &value));
  g_assert_false (atlas_decimal_from_double (INFINITY, 0, &value));
  g_assert_false (atlas_decimal_from_double (9.3e18, 0, &value));
  g_assert_false (atlas_decimal_from_double (1e17, 2, &value));
  assert_decimal (value, "-3");
}

static void
test_rescale (void)
{
  AtlasDecimal value = { 42, 0 };

  g_assert_true (atlas_decimal_rescale (decimal ("82.4"), 2, &value));
  assert_decimal (value, "82.40");
  g_assert_true (atlas_decimal_rescale (decimal ("82.40"), 1, &value));
  assert_decimal (value, "82.4");
  g_assert_false (atlas_decimal_rescale (decimal ("82.45"), 1, &value));
  g_assert_false (atlas_decimal_rescale (decimal ("9223372036854775807"), 1, &value));
  assert_decimal (value, "82.4");
}

static void
test_sums (void)
{
  AtlasDecimal value = ATLAS_DECIMAL_ZERO;

  /* A cent a thousand times is ten yuan, which no double sum gives. */
  for (guint i = 0; i < 1000; i++)
    g_assert_true (atlas_decimal_add (value, decimal ("0.01"), &value));
  assert_decimal (value, "10.00");

  g_assert_true (atlas_decimal_add (decimal ("1234.50"), decimal ("0.005"), &value));
  assert_decimal (value, "1234.505");
  g_assert_true (atlas_decimal_subtract (decimal ("24.0"), decimal ("31.30"), &value));
  assert_decimal (value, "-7.30");
  g_assert_false (atlas_decimal_add (decimal ("9223372036854775807"), decimal ("1"), &value));
  g_assert_false (atlas_decimal_subtract (decimal ("-9223372036854775808"), decimal ("1"), &value));
  g_assert_false (atlas_decimal_add (decimal ("9223372036854775807"), decimal ("0.1"), &value));
  assert_decimal (value, "-7.30");
}

static void
test_compare (void)
{
  g_assert_cmpint (atlas_decimal_compare (decimal ("88.30"), decimal ("88.3")), ==, 0);
  g_assert_cmpint (atlas_decimal_compare (decimal ("88.31"), decimal ("88.3")), >, 0);
  g_assert_cmpint (atlas_decimal_compare (decimal ("-1"), decimal ("0.000000001")), <, 0);
  g_assert_cmpint (atlas_decimal_compare (decimal ("9223372036854775807"), decimal ("1.000000000")), >, 0);
  g_assert_cmpint (atlas_decimal_compare (decimal ("-9223372036854775808"),
                                          decimal ("-9223372036.854775808")), <, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/parse-refuses", test_parse_refuses);
  g_test_add_func ("/decimal/to-string", test_to_string);
  g_test_add_func ("/decimal/round-trip", test_round_trip);
  g_test_add_func ("/decimal/double", test_double);
  g_test_add_func ("/decimal/rescale", test_rescale);
  g_test_add_func ("/decimal/sums", test_sums);
  g_test_add_func ("/decimal/compare", test_compare);
  return g_test_run ();
}
