/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/quantity-parse.h"

#define YUAN      0
#define THOUSAND  3
#define WAN       4
#define YI        8

typedef AtlasQuantityResult (*Parse) (const char *text, guint exponent, gint64 *out, AtlasQualifier *qualifier);

static void
check (Parse           parse,
       const char     *text,
       guint           exponent,
       gint64          expected,
       AtlasQualifier  expected_qualifier)
{
  gint64 number = -1;
  AtlasQualifier qualifier = 99;
  AtlasQuantityResult result = parse (text, exponent, &number, &qualifier);

  if (result != ATLAS_QUANTITY_READ || number != expected || qualifier != expected_qualifier)
    g_error ("“%s” was read as %d: %" G_GINT64_FORMAT ", qualifier %d", text, result, number, qualifier);
}

static void
check_money (const char *text,
             guint       exponent,
             gint64      fen)
{
  check (atlas_money_parse, text, exponent, fen, ATLAS_QUALIFIER_EXACT);
}

static void
check_result (Parse                parse,
              const char          *text,
              guint                exponent,
              AtlasQuantityResult  expected)
{
  gint64 number;
  AtlasQualifier qualifier;
  AtlasQuantityResult result = parse (text, exponent, &number, &qualifier);

  if (result != expected)
    g_error ("“%s” was read as %d", text, result);
}

/* Hours may have two decimals, and are no money. */
static void
test_hours (void)
{
  check (atlas_hours_parse, "72", YUAN, 7200, ATLAS_QUALIFIER_EXACT);
  check (atlas_hours_parse, "36.5", YUAN, 3650, ATLAS_QUALIFIER_EXACT);
  check (atlas_hours_parse, "0.25", YUAN, 25, ATLAS_QUALIFIER_EXACT);
  check (atlas_hours_parse, "３６．５", YUAN, 3650, ATLAS_QUALIFIER_EXACT);
  check (atlas_hours_parse, "90余学时", YUAN, 9000, ATLAS_QUALIFIER_AT_LEAST);
  check (atlas_hours_parse, "≥36.5", YUAN, 3650, ATLAS_QUALIFIER_AT_LEAST);
  check_result (atlas_hours_parse, "36.125", YUAN, ATLAS_QUANTITY_TOO_FINE);
  check_result (atlas_hours_parse, "36.5元", YUAN, ATLAS_QUANTITY_NOT_A_NUMBER);
  check_result (atlas_hours_parse, "-1", YUAN, ATLAS_QUANTITY_NEGATIVE);
  check_result (atlas_hours_parse, "99999999999999999", YUAN, ATLAS_QUANTITY_TOO_LARGE);
}

static void
test_money (void)
{
  check_money ("0", YUAN, 0);
  check_money ("1234.5", YUAN, 123450);
  check_money ("1,234.50", YUAN, 123450);
  check_money ("１２３４．５０", YUAN, 123450);
  check_money ("0.01", YUAN, 1);
  check_money ("82.4", WAN, 82400000);
  check_money ("82.40", WAN, 82400000);
  check_money ("0.000001", WAN, 1);
  check_money ("3", THOUSAND, 300000);
  check_money ("1.36", YI, 13600000000);
  check_money ("0.1234567890", YI, 1234567890);
  check_money ("¥1,234.50", YUAN, 123450);
  check_money ("300元", YUAN, 30000);
  check_money ("12.3000000000", YUAN, 1230);
}

/* 万, 亿 or 元 in the cell say what is counted, whatever the column says. */
static void
test_own_unit (void)
{
  check_money ("82.4万", WAN, 82400000);
  check_money ("82.4万元", WAN, 82400000);
  check_money ("82.4万", YUAN, 82400000);
  check_money ("1.36亿", WAN, 13600000000);
  check_money ("300元", WAN, 30000);
  check_money ("1亿2000万元", WAN, 12000000000);
  check_money ("十二", WAN, 12000000);
  check_result (atlas_money_parse, "6千", WAN, ATLAS_QUANTITY_AMBIGUOUS);
  check_money ("6千", YUAN, 600000);
  check_result (atlas_money_parse, "¥50", WAN, ATLAS_QUANTITY_AMBIGUOUS);
  check_result (atlas_money_parse, "￥1,234.50", WAN, ATLAS_QUANTITY_AMBIGUOUS);
  check_money ("¥50元", WAN, 5000);
  check_money ("￥50万", WAN, 50000000);
}

static void
test_qualifiers (void)
{
  check (atlas_money_parse, "6000余万", YUAN, 6000000000, ATLAS_QUALIFIER_AT_LEAST);
  check (atlas_money_parse, "6000余", WAN, 6000000000, ATLAS_QUALIFIER_AT_LEAST);
  check (atlas_money_parse, "约50", WAN, 50000000, ATLAS_QUALIFIER_ABOUT);
  check (atlas_money_parse, "≥60000000.00", YUAN, 6000000000, ATLAS_QUALIFIER_AT_LEAST);
  check (atlas_money_parse, "近100万元", YUAN, 100000000, ATLAS_QUALIFIER_NEARLY);
  check (atlas_quantity_parse, "不到50人", 0, 50, ATLAS_QUALIFIER_AT_MOST);
  check (atlas_quantity_parse, "130余人次", 0, 130, ATLAS_QUALIFIER_AT_LEAST);
}

static void
test_quantities (void)
{
  check (atlas_quantity_parse, "12", 0, 12, ATLAS_QUALIFIER_EXACT);
  check (atlas_quantity_parse, "3.0", 0, 3, ATLAS_QUALIFIER_EXACT);
  check (atlas_quantity_parse, "1,200", 0, 1200, ATLAS_QUALIFIER_EXACT);
  check (atlas_quantity_parse, "1.3", WAN, 13000, ATLAS_QUALIFIER_EXACT);
  check (atlas_quantity_parse, "1.3万", WAN, 13000, ATLAS_QUALIFIER_EXACT);
  check (atlas_quantity_parse, "十二", 0, 12, ATLAS_QUALIFIER_EXACT);
  check (atlas_quantity_parse, "72学时", 0, 72, ATLAS_QUALIFIER_EXACT);
}

static void
test_missing (void)
{
  const char *texts[] = { "", "—", "——", "-", "/", "无", "N/A" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      check_result (atlas_money_parse, texts[i], WAN, ATLAS_QUANTITY_MISSING);
      check_result (atlas_quantity_parse, texts[i], 0, ATLAS_QUANTITY_MISSING);
    }
}

/* Never rounded, never another thing's number. */
static void
test_refuses (void)
{
  check_result (atlas_money_parse, "0.001", YUAN, ATLAS_QUANTITY_TOO_FINE);
  check_result (atlas_money_parse, "33.3333333", WAN, ATLAS_QUANTITY_TOO_FINE);
  check_result (atlas_quantity_parse, "3.5", 0, ATLAS_QUANTITY_TOO_FINE);
  check_result (atlas_money_parse, "-5", YUAN, ATLAS_QUANTITY_NEGATIVE);
  check_result (atlas_money_parse, "−1,000.00", YUAN, ATLAS_QUANTITY_NEGATIVE);
  check_result (atlas_quantity_parse, "-1", 0, ATLAS_QUANTITY_NEGATIVE);
  check_result (atlas_money_parse, "50人", YUAN, ATLAS_QUANTITY_NOT_A_NUMBER);
  check_result (atlas_quantity_parse, "50元", 0, ATLAS_QUANTITY_NOT_A_NUMBER);
  check_result (atlas_money_parse, "50%", YUAN, ATLAS_QUANTITY_NOT_A_NUMBER);
  check_result (atlas_money_parse, "待定", YUAN, ATLAS_QUANTITY_NOT_A_NUMBER);
  check_result (atlas_money_parse, "12.3.4", YUAN, ATLAS_QUANTITY_NOT_A_NUMBER);
  check_result (atlas_money_parse, "1,23", YUAN, ATLAS_QUANTITY_AMBIGUOUS);
  check_result (atlas_money_parse, ".", YUAN, ATLAS_QUANTITY_NOT_A_NUMBER);
  check_result (atlas_money_parse, "5.", YUAN, ATLAS_QUANTITY_NOT_A_NUMBER);
  check_result (atlas_quantity_parse, "10-20", 0, ATLAS_QUANTITY_AMBIGUOUS);
  check_result (atlas_quantity_parse, "3万5", 0, ATLAS_QUANTITY_AMBIGUOUS);
  check_result (atlas_money_parse, "99999999999999999999", YUAN, ATLAS_QUANTITY_TOO_LARGE);
  check_result (atlas_money_parse, "999999999999999999", WAN, ATLAS_QUANTITY_TOO_LARGE);
  check_result (atlas_quantity_parse, "1E5", 0, ATLAS_QUANTITY_NOT_A_NUMBER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity-parse/hours", test_hours);
  g_test_add_func ("/quantity-parse/money", test_money);
  g_test_add_func ("/quantity-parse/own-unit", test_own_unit);
  g_test_add_func ("/quantity-parse/qualifiers", test_qualifiers);
  g_test_add_func ("/quantity-parse/quantities", test_quantities);
  g_test_add_func ("/quantity-parse/missing", test_missing);
  g_test_add_func ("/quantity-parse/refuses", test_refuses);
  return g_test_run ();
}
