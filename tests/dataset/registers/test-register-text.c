/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-text.h"

static void
check_trim (const char *text,
            const char *expected)
{
  g_autoptr (GString) buffer = g_string_new ("before");

  g_assert_cmpstr (atlas_register_text_trim (text, buffer), ==, expected);
}

static void
test_trim (void)
{
  check_trim ("", "");
  check_trim ("吴忠", "吴忠");
  check_trim ("  吴忠\t", "吴忠");
  check_trim ("　吴忠　", "吴忠");
  check_trim ("\xC2\xA0S1\xC2\xA0", "S1");
  check_trim ("\xEF\xBB\xBFS1\xE2\x80\x8B", "S1");
  check_trim ("a\r\n", "a");
  check_trim ("吴 忠", "吴 忠");
  check_trim (" 　\t", "");
  check_trim ("（万元）", "（万元）");
}

static void
check_fold (const char *text,
            const char *expected)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  atlas_register_text_fold (text, folded);
  g_assert_cmpstr (folded->str, ==, expected);
}

static void
test_fold (void)
{
  check_fold ("station_id", "stationid");
  check_fold ("Station ID", "stationid");
  check_fold ("金额（万元）", "金额(万元)");
  check_fold ("金额【万元】", "金额(万元)");
  check_fold ("金额[万元]", "金额(万元)");
  check_fold ("县（市、区）", "县(市区)");
  check_fold (" 合　计 ", "合计");
  check_fold ("ＡＢ１２", "ab12");
  check_fold ("“四个结合”*", "四个结合");
  check_fold ("行政\n区划/代码", "行政区划代码");
  check_fold ("单位：万元", "单位:万元");
  check_fold ("", "");
}

static void
test_missing (void)
{
  const char *missing[] = { "", "—", "——", "-", "--", "–", "/", "无", "N/A", "n/a", "NA", "#N/A" };
  const char *said[] = { "0", "1", "无证", "-1", "//", "a", "N", "吴忠", "— —", "#REF!" };

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_true (atlas_register_text_is_missing (missing[i]));
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_false (atlas_register_text_is_missing (said[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-text/trim", test_trim);
  g_test_add_func ("/register-text/fold", test_fold);
  g_test_add_func ("/register-text/missing", test_missing);
  return g_test_run ();
}
