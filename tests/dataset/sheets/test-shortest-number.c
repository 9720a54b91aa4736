/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "dataset/sheets/shortest-number.h"

static void
test_number (void)
{
  static const char *cases[][2] = {
    { "0", "0" },
    { "-0", "0" },
    { "0.0", "0" },
    { "-0.000", "0" },
    { "7", "7" },
    { "-12", "-12" },
    { "007", "7" },
    { " 5 ", "5" },
    { "1200", "1200" },
    { "82.4", "82.4" },
    { "82.40", "82.4" },
    { "82.", "82" },
    { "-.5", "-0.5" },
    { "0.05", "0.05" },
    { "1.1000000000000001", "1.1" },
    { "-1.1000000000000001", "-1.1" },
    { "0.30000000000000004", "0.30000000000000004" },
    { "4.1100000000000003", "4.11" },
    { "82.400000000000006", "82.4" },
    { "0.99999999999999999999", "1" },
    { "99.999999999999999", "100" },
    { "0.14285714285714285", "0.14285714285714285" },
    { "9007199254740993.0", "9007199254740993" },
    { "8.2400000000000006E1", "82.4" },
    { "4.3999999999999997E-2", "0.044" },
    { "1.1010119900307776E+17", "110101199003077760" },
    { "110101199003077758", "110101199003077758" },
    { "-110101199003077758", "-110101199003077758" },
    { "0110101199003077758", "110101199003077758" },
    { "12345678901234567890123", "12345678901234567890123" },
    { "1E5", "100000" },
    { "1.50E1", "15" },
    { "123456789012345.1", "123456789012345.1" },
    { "0.1234567890123456789012345678901234567890", "0.12345678901234568" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new ("=");

      g_test_message ("%s", cases[i][0]);
      g_assert_true (atlas_shortest_number (cases[i][0], out));
      g_assert_cmpstr (out->str + 1, ==, cases[i][1]);
    }
}

static void
test_no_number (void)
{
  static const char *cases[] = { "", "-", ".", "E5", "1E", "1,5", "1 5", "--1", "1.2.3", "INF", "0x10",
                                 "1E401", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new ("=");

      g_test_message ("%s", cases[i]);
      g_assert_false (atlas_shortest_number (cases[i], out));
      g_assert_cmpstr (out->str, ==, "=");
    }
}

static guint
count_digits (const char *number)
{
  guint n = 0, n_zeros = 0;

  for (; *number != '\0'; number++)
    if (g_ascii_isdigit (*number) && (n > 0 || *number != '0'))
      {
        n_zeros = *number == '0' ? n_zeros + 1 : 0;
        n++;
      }
  return n - n_zeros;
}

/* A decimal of up to 15 digits comes back from whatever a spreadsheet makes of it. */
static void
test_decimals (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 mantissa = (gint64) g_test_rand_int () * g_test_rand_int_range (1, 200000);
      int n_decimals = g_test_rand_int_range (1, 20);
      g_autofree char *decimal = g_strdup_printf ("%" G_GINT64_FORMAT "e-%d", mantissa, n_decimals);
      char seventeen[G_ASCII_DTOSTR_BUF_SIZE];
      g_autoptr (GString) out = g_string_new (NULL), expected = g_string_new (NULL);

      g_ascii_formatd (seventeen, sizeof seventeen, "%.17g", g_ascii_strtod (decimal, NULL));
      if (strpbrk (seventeen, ".e") == NULL)
        continue;
      g_assert_true (atlas_shortest_number (seventeen, out));
      g_assert_true (atlas_shortest_number (decimal, expected));
      g_assert_cmpstr (out->str, ==, expected->str);
    }
}

/* Any double reads back, in no more digits than printf() needs. */
static void
test_doubles (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double value = g_test_rand_double_range (-1, 1) * (1 << g_test_rand_int_range (0, 20));
      char text[G_ASCII_DTOSTR_BUF_SIZE], again[G_ASCII_DTOSTR_BUF_SIZE];
      g_autoptr (GString) out = g_string_new (NULL);
      int precision = 15;

      if (g_test_rand_bit ())
        value = value * value * value * value * 1e-9;
      g_ascii_formatd (text, sizeof text, g_test_rand_bit () ? "%.17g" : "%.19e", value);
      g_assert_true (atlas_shortest_number (text, out));
      g_assert_true (g_ascii_strtod (out->str, NULL) == value);
      for (; precision < 17; precision++)
        {
          g_autofree char *format = g_strdup_printf ("%%.%dg", precision);

          g_ascii_formatd (again, sizeof again, format, value);
          if (g_ascii_strtod (again, NULL) == value)
            break;
        }
      g_assert_cmpuint (count_digits (out->str), <=, precision);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shortest-number/number", test_number);
  g_test_add_func ("/shortest-number/no-number", test_no_number);
  g_test_add_func ("/shortest-number/decimals", test_decimals);
  g_test_add_func ("/shortest-number/doubles", test_doubles);
  return g_test_run ();
}
