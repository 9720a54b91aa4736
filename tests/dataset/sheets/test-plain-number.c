/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/plain-number.h"

static void
test_number (void)
{
  static const char *cases[][2] = {
    { "0", "0" },
    { "12", "12" },
    { "+12", "12" },
    { "-12.5", "-12.5" },
    { " 12\n", "12" },
    { "007", "7" },
    { "000", "0" },
    { "1.50", "1.50" },
    { ".5", "0.5" },
    { "5.", "5" },
    { "-0", "0" },
    { "-0.00", "0.00" },
    { "0.1", "0.1" },
    { "110101199003077758", "110101199003077758" },
    { "1.5E3", "1500" },
    { "1.5e+3", "1500" },
    { "1.2345E2", "123.45" },
    { "1.2345E4", "12345" },
    { "0.0015E3", "1.5" },
    { "-1.5E-9", "-0.0000000015" },
    { "15E-1", "1.5" },
    { "15E-2", "0.15" },
    { "15E-3", "0.015" },
    { "1.10101199003078E+017", "110101199003078000" },
    { "1E0", "1" },
    { "0E5", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new ("=");
      g_autofree char *expected = g_strconcat ("=", cases[i][1], NULL);

      g_test_message ("%s", cases[i][0]);
      g_assert_true (atlas_plain_number (cases[i][0], out));
      g_assert_cmpstr (out->str, ==, expected);
    }
}

static void
test_no_number (void)
{
  static const char *cases[] = {
    "", " ", "-", ".", "E5", "1E", "1E+", "1,5", "1 5", "--1", "1.2.3", "INF", "NaN", "0x10", "１", "1E401", "1E-401",
    "1E99999999999999999999", "1.5万",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new ("=");

      g_test_message ("%s", cases[i]);
      g_assert_false (atlas_plain_number (cases[i], out));
      g_assert_cmpstr (out->str, ==, "=");
    }
}

/* The greatest and the smallest double. */
static void
test_long (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_true (atlas_plain_number ("1.8E308", out));
  g_assert_cmpuint (out->len, ==, 309);
  g_assert_true (g_str_has_prefix (out->str, "180"));
  g_string_truncate (out, 0);
  g_assert_true (atlas_plain_number ("5E-324", out));
  g_assert_cmpuint (out->len, ==, 326);
  g_assert_true (g_str_has_prefix (out->str, "0.0"));
  g_assert_true (g_str_has_suffix (out->str, "05"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/plain-number/number", test_number);
  g_test_add_func ("/sheets/plain-number/no-number", test_no_number);
  g_test_add_func ("/sheets/plain-number/long", test_long);
  return g_test_run ();
}
