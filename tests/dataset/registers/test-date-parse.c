/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/date-parse.h"

static void
check (const char *text,
       const char *expected)
{
  char date[ATLAS_DATE_SIZE] = "";
  AtlasDateResult result = atlas_date_parse (text, date);

  if (result != ATLAS_DATE_READ || g_strcmp0 (date, expected) != 0)
    g_error ("“%s” was read as %d “%s”", text, result, date);
}

static void
check_not (const char      *text,
           AtlasDateResult  expected)
{
  char date[ATLAS_DATE_SIZE] = "";
  AtlasDateResult result = atlas_date_parse (text, date);

  if (result != expected)
    g_error ("“%s” was read as %d “%s”", text, result, date);
}

static void
test_days (void)
{
  check ("2023-05-01", "2023-05-01");
  check ("2023-5-1", "2023-05-01");
  check ("2023/5/1", "2023-05-01");
  check ("2023/05/01", "2023-05-01");
  check ("2023.5.1", "2023-05-01");
  check ("2023．05．01", "2023-05-01");
  check ("2023年5月1日", "2023-05-01");
  check ("2023年05月01号", "2023-05-01");
  check ("2023 年 5 月 1 日", "2023-05-01");
  check ("２０２３年５月１日", "2023-05-01");
  check ("２０２３－０５－０１", "2023-05-01");
  check ("2023年5月1", "2023-05-01");
  check ("20230501", "2023-05-01");
  check ("20230501.0", "2023-05-01");
  check ("２０２３０５０１", "2023-05-01");
  check ("1899-12-31", "1899-12-31");
}

/* The time of day says nothing here. */
static void
test_times (void)
{
  check ("2023-05-01T08:30:00", "2023-05-01");
  check ("2023-05-01T08:30:00.000Z", "2023-05-01");
  check ("2023-05-01 00:00:00", "2023-05-01");
  check ("2023/5/1 0:00", "2023-05-01");
  check ("2023年5月1日 8:30", "2023-05-01");
  check_not ("2023-05-01 8 o'clock", ATLAS_DATE_WRONG);
  check_not ("2023-05-01 x", ATLAS_DATE_WRONG);
  check_not ("2023-05 08:30", ATLAS_DATE_WRONG);
}

/* Days since 1899-12-30, as spreadsheets count them; 45047 by Calc's own reckoning. */
static void
test_serials (void)
{
  check ("45047", "2023-05-01");
  check ("45047.0", "2023-05-01");
  check ("45047.354166667", "2023-05-01");
  check ("36526", "2000-01-01");
  check ("36585", "2000-02-29");
  check ("10000", "1927-05-18");
  /* Four digits are a year. */
  check ("2023", "2023");
  check_not ("450470", ATLAS_DATE_WRONG);
  check_not ("-45047", ATLAS_DATE_WRONG);
}

static void
test_months_and_years (void)
{
  check ("2023-05", "2023-05");
  check ("2023-5", "2023-05");
  check ("2023/5", "2023-05");
  check ("2023年5月", "2023-05");
  check ("2023年12月", "2023-12");
  check ("2023.5", "2023-05");
  check ("2023.05", "2023-05");
  check ("2023.10", "2023-10");
  check ("202305", "2023-05");
  check ("2023", "2023");
  check ("2023年", "2023");
  check ("2023.0", "2023");
  check ("２０２３", "2023");
}

/* What people can mean differently is not guessed. 2023.1 is what a spreadsheet shows for 2023.10. */
static void
test_ambiguous (void)
{
  check_not ("5/1/23", ATLAS_DATE_AMBIGUOUS);
  check_not ("05/01/2023", ATLAS_DATE_AMBIGUOUS);
  check_not ("23-05-01", ATLAS_DATE_AMBIGUOUS);
  check_not ("23.5.1", ATLAS_DATE_AMBIGUOUS);
  check_not ("5/1", ATLAS_DATE_AMBIGUOUS);
  check_not ("2023.1", ATLAS_DATE_AMBIGUOUS);
  check ("2023.01", "2023-01");
  check ("2023-1", "2023-01");
  /* 2020-01-12 or December 2001. */
  check_not ("200112", ATLAS_DATE_AMBIGUOUS);
  check_not ("230501", ATLAS_DATE_AMBIGUOUS);
}

static void
test_calendar (void)
{
  check ("2024-02-29", "2024-02-29");
  check ("2000/2/29", "2000-02-29");
  check_not ("2023-02-29", ATLAS_DATE_WRONG);
  check_not ("1900-02-29", ATLAS_DATE_WRONG);
  check_not ("2023-04-31", ATLAS_DATE_WRONG);
  check_not ("2023-13-01", ATLAS_DATE_WRONG);
  check_not ("2023-00-10", ATLAS_DATE_WRONG);
  check_not ("2023-05-00", ATLAS_DATE_WRONG);
  check_not ("20230230", ATLAS_DATE_WRONG);
  check_not ("20231301", ATLAS_DATE_WRONG);
  check_not ("2023-13", ATLAS_DATE_WRONG);
  check_not ("2023年0月", ATLAS_DATE_WRONG);
  check_not ("202313", ATLAS_DATE_WRONG);
}

static void
test_no_dates (void)
{
  const char *texts[] = { "", "长期", "x", "2023-", "-2023", "2023--05", "2023-05-01-02", "2023/5-1", "2023年5-1", "2023-5月1日",
                          "20230501日", "5月1日", "23年5月", "2023年5", "12345678901234567890", "2023年5月1日日", "2023-005-01",
                          "2023 05 01", "123", "1", "二〇二三年五月" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char date[ATLAS_DATE_SIZE] = "";

      if (atlas_date_parse (texts[i], date) == ATLAS_DATE_READ)
        g_error ("“%s” was read as “%s”", texts[i], date);
    }
}

/* Any text is a date that is written as one, or none. */
static void
test_any_text (void)
{
  const char *pieces[] = { "2023", "5", "05", "31", "12", "-", "/", ".", "年", "月", "日", "T", ":", " ", "１", "0", "99999", "号" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      char date[ATLAS_DATE_SIZE] = "", again[ATLAS_DATE_SIZE] = "";

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (atlas_date_parse (text->str, date) != ATLAS_DATE_READ)
        continue;
      g_assert_cmpint (atlas_date_parse (date, again), ==, ATLAS_DATE_READ);
      g_assert_cmpstr (date, ==, again);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-parse/days", test_days);
  g_test_add_func ("/date-parse/times", test_times);
  g_test_add_func ("/date-parse/serials", test_serials);
  g_test_add_func ("/date-parse/months-and-years", test_months_and_years);
  g_test_add_func ("/date-parse/ambiguous", test_ambiguous);
  g_test_add_func ("/date-parse/calendar", test_calendar);
  g_test_add_func ("/date-parse/no-dates", test_no_dates);
  g_test_add_func ("/date-parse/any-text", test_any_text);
  return g_test_run ();
}
