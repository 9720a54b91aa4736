/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/number-pattern.h"

static void
test_dates (void)
{
  static const char *dates[] = {
    "yyyy-mm-dd", "yyyy/m/d;@", "m/d/yy", "YYYY-MM-DD", "d-mmm", "mmmm", "dddd", "h:mm", "hh:mm:ss AM/PM",
    "mm:ss.0", "[$-804]yyyy\"年\"m\"月\"d\"日\"", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "yyyy年m月d日",
    "年月日", "[Red]d/m/yyyy", "\"截至\"yyyy", "\\d\\ yyyy", "_(d_)", "*-m", "[$-411]ge.m.d", "e\"年\"m\"月\"",
    "[<=99]yyyy", "General;yyyy",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "s", "上午/下午h\"时\"mm\"分\"", "0\"元\";m/d",
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_test_message ("%s", dates[i]);
      g_assert_true (atlas_number_pattern_is_date (dates[i]));
    }
}

static void
test_numbers (void)
{
  static const char *numbers[] = {
    "", "General", "GENERAL", "0", "0.00", "#,##0.00", "0%", "0.00E+00", "##0.0E-0", "0.0e+0", "# ?/?", "@",
    "General\"年\"", "[h]:mm", "[h", "[hh]:mm:ss", "[mm]:ss", "[s]", "[H]:MM", "0\"days\"", "0\\d", "0_d",
    "0*y", "\"yyyy", "0年", "#,##0日", "0.0万", "[$¥-804]#,##0.00", "[Red]0;[Green]-0", "[Yellow]0",
    "[>=100]0", "[DBNum1]General", "G/通用格式", "¥#,##0_);\\(¥#,##0\\)",
    "0;-0;;@", "\\", "0\\", "_", "[", "\"", "第0期", "000000000000000000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_test_message ("%s", numbers[i]);
      g_assert_false (atlas_number_pattern_is_date (numbers[i]));
    }
}

/* Of ECMA-376, with those of simplified Chinese. */
static void
test_built_in (void)
{
  static const guint dates[] = { 14, 15, 16, 17, 18, 22, 27, 28, 29, 30, 31, 32, 36, 45, 47, 50, 51, 57, 58 };
  static const guint numbers[] = { 0, 1, 2, 9, 11, 13, 23, 26, 37, 44, 46, 48, 49, 59, 67, 164 };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_true (atlas_number_format_is_date (dates[i]));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_false (atlas_number_format_is_date (numbers[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-pattern/dates", test_dates);
  g_test_add_func ("/number-pattern/numbers", test_numbers);
  g_test_add_func ("/number-pattern/built-in", test_built_in);
  return g_test_run ();
}
