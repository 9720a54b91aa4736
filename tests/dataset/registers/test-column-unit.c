/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/column-unit.h"

static void
check_parse (const char   *folded,
             AtlasMeasure  measure,
             guint         exponent)
{
  AtlasColumnUnit unit = { 99, 99 };

  if (!atlas_column_unit_parse (folded, &unit) || unit.measure != measure || unit.exponent != exponent)
    g_error ("“%s” was read as %d, %u", folded, unit.measure, unit.exponent);
}

static void
test_parse (void)
{
  const char *unknown[] = { "", "美元", "元人", "万美元", "吴忠市民政局", "元月", "usd", "1", "10", "of" };
  AtlasColumnUnit unit;

  check_parse ("元", ATLAS_MEASURE_MONEY, 0);
  check_parse ("千元", ATLAS_MEASURE_MONEY, 3);
  check_parse ("万元", ATLAS_MEASURE_MONEY, 4);
  check_parse ("百万元", ATLAS_MEASURE_MONEY, 6);
  check_parse ("亿元", ATLAS_MEASURE_MONEY, 8);
  check_parse ("人民币万元", ATLAS_MEASURE_MONEY, 4);
  check_parse ("万元人民币", ATLAS_MEASURE_MONEY, 4);
  check_parse ("yuan", ATLAS_MEASURE_MONEY, 0);
  check_parse ("rmb", ATLAS_MEASURE_MONEY, 0);
  check_parse ("10000yuan", ATLAS_MEASURE_MONEY, 4);
  check_parse ("tenthousandyuan", ATLAS_MEASURE_MONEY, 4);
  check_parse ("rmb10000", ATLAS_MEASURE_NONE, 4);
  check_parse ("millionyuan", ATLAS_MEASURE_MONEY, 6);
  check_parse ("100millionyuan", ATLAS_MEASURE_MONEY, 8);
  check_parse ("万", ATLAS_MEASURE_NONE, 4);
  check_parse ("人", ATLAS_MEASURE_OTHER, 0);
  check_parse ("万人次", ATLAS_MEASURE_OTHER, 4);
  check_parse ("学时", ATLAS_MEASURE_OTHER, 0);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    if (atlas_column_unit_parse (unknown[i], &unit))
      g_error ("“%s” was read as %d, %u", unknown[i], unit.measure, unit.exponent);
}

static void
check_find (const char *text,
            int         exponent)
{
  AtlasColumnUnit unit = { 99, 99 };
  gboolean found = atlas_column_unit_find (text, &unit);

  if (found != (exponent >= 0) || (found && unit.exponent != (guint) exponent))
    g_error ("“%s” was read as %d, %u", text, unit.measure, unit.exponent);
}

/* The unit of a whole table; of the office that fills it in it says nothing. */
static void
test_find (void)
{
  check_find ("单位：万元", 4);
  check_find ("单位:元", 0);
  check_find ("单位： 万元", 4);
  check_find ("（单位：万元）", 4);
  check_find ("金额单位：人民币万元", 4);
  check_find ("单位：亿元", 8);
  check_find ("单位：万元、人", 4);
  check_find ("单位：人、万元", 4);
  check_find ("（万元）", 4);
  check_find ("万元", 4);
  check_find ("【单位：千元】", 3);
  check_find ("2023年社工资金台账（单位：万元）", 4);
  check_find ("填报单位：吴忠市民政局      金额单位：万元", 4);
  check_find ("Unit: 10,000 yuan", 4);
  check_find ("Unit: yuan", 0);
  check_find ("Units: RMB 10,000 yuan", 4);
  check_find ("单位：吴忠市民政局", -1);
  check_find ("填报单位（盖章）", -1);
  check_find ("单位：人", -1);
  check_find ("单位：美元", -1);
  check_find ("2023年社工站资金台账", -1);
  check_find ("", -1);
}

static void
test_find_at_end (void)
{
  AtlasColumnUnit unit;

  g_assert_true (atlas_column_unit_find_at_end ("参与人数（万人次）", &unit));
  g_assert_cmpuint (unit.exponent, ==, 4);
  g_assert_true (atlas_column_unit_find_at_end ("下达数(万元)", &unit));
  g_assert_cmpint (unit.measure, ==, ATLAS_MEASURE_MONEY);
  g_assert_false (atlas_column_unit_find_at_end ("（万元）下达数", &unit));
  g_assert_false (atlas_column_unit_find_at_end ("下达数（美元）", &unit));
  g_assert_false (atlas_column_unit_find_at_end ("", &unit));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-unit/parse", test_parse);
  g_test_add_func ("/column-unit/find", test_find);
  g_test_add_func ("/column-unit/find-at-end", test_find_at_end);
  return g_test_run ();
}
