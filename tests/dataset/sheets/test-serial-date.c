/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "dataset/sheets/serial-date.h"

typedef struct {
  double serial;
  gboolean from_1904;
  const char *expected;
} SerialCase;

/* What Excel shows for these. */
static void
test_serial (void)
{
  static const SerialCase cases[] = {
    { 1, FALSE, "1900-01-01" },
    { 59, FALSE, "1900-02-28" },
    { 60, FALSE, "1900-02-29" },
    { 61, FALSE, "1900-03-01" },
    { 36526, FALSE, "2000-01-01" },
    { 43831, FALSE, "2020-01-01" },
    { 43890, FALSE, "2020-02-29" },
    { 45047, FALSE, "2023-05-01" },
    { 45047.5, FALSE, "2023-05-01T12:00:00" },
    { 45047.354166666664, FALSE, "2023-05-01T08:30:00" },
    { 45047.999988425923, FALSE, "2023-05-01T23:59:59" },
    { 45047.999999999, FALSE, "2023-05-02" },
    { 45047.000000001, FALSE, "2023-05-01" },
    { 1.25, FALSE, "1900-01-01T06:00:00" },
    { 2958465, FALSE, "9999-12-31" },
    { 2958465.5, FALSE, "9999-12-31T12:00:00" },
    { 1, TRUE, "1904-01-02" },
    { 59, TRUE, "1904-02-29" },
    { 60, TRUE, "1904-03-01" },
    { 43585, TRUE, "2023-05-01" },
    { 2957003, TRUE, "9999-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new ("=");

      g_test_message ("%f", cases[i].serial);
      g_assert_true (atlas_serial_date_append (out, cases[i].serial, cases[i].from_1904));
      g_assert_cmpstr (out->str + 1, ==, cases[i].expected);
    }
}

static void
test_no_serial (void)
{
  const double none[] = { 0, 0.5, 0.99999, -1, 2958466, 2958465.9999999, 1e300, -1e300, NAN, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GString) out = g_string_new ("=");

      g_test_message ("%f", none[i]);
      g_assert_false (atlas_serial_date_append (out, none[i], FALSE));
      g_assert_cmpstr (out->str, ==, "=");
    }
  g_assert_false (atlas_serial_date_append (NULL, 2957004, TRUE));
}

/* Each day follows the day before. */
static void
test_all_days (void)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, 3, 1900);
  for (guint serial = 61; serial < 73051; serial++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      char expected[16];

      g_date_strftime (expected, sizeof expected, "%Y-%m-%d", &day);
      g_assert_true (atlas_serial_date_append (out, serial, FALSE));
      g_assert_cmpstr (out->str, ==, expected);
      g_date_add_days (&day, 1);
    }
}

static void
test_iso (void)
{
  static const char *cases[][2] = {
    { "2023-05-01", "2023-05-01" },
    { "2023-05-01T00:00:00", "2023-05-01" },
    { "2023-05-01T08:30", "2023-05-01T08:30:00" },
    { "2023-05-01T08:30:00", "2023-05-01T08:30:00" },
    { "2023-05-01T08:30:59.999", "2023-05-01T08:30:59" },
    { "2023-05-01T08:30:00Z", "2023-05-01T08:30:00" },
    { "2023-05-01T08:30:00.000Z", "2023-05-01T08:30:00" },
    { "2023-05-01T08:30:00+08:00", "2023-05-01T08:30:00" },
    { "2024-02-29", "2024-02-29" },
    { "1899-12-30", "1899-12-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new ("=");

      g_test_message ("%s", cases[i][0]);
      g_assert_true (atlas_iso_date_append (out, cases[i][0]));
      g_assert_cmpstr (out->str + 1, ==, cases[i][1]);
    }
}

static void
test_no_iso (void)
{
  static const char *cases[] = {
    "", "2023", "2023-05", "2023-5-1", "2023-13-01", "2023-02-29", "2023-05-32", "2023-00-10", "2023-05-00",
    "0000-01-01", "2023/05/01", "20230501", "2023-05-01 ", "2023-05-01T", "2023-05-01T08", "2023-05-01T24:00",
    "2023-05-01T08:60", "2023-05-01T08:30:60", "2023-05-01T08:30:00X", "2023-05-01T08:30:00+8",
    "2023-05-01T08:30:00ZZ", "T08:30:00",
    "-2023-05-01", "二〇二三",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new ("=");

      g_test_message ("%s", cases[i]);
      g_assert_false (atlas_iso_date_append (out, cases[i]));
      g_assert_cmpstr (out->str, ==, "=");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/serial-date/serial", test_serial);
  g_test_add_func ("/serial-date/no-serial", test_no_serial);
  g_test_add_func ("/serial-date/all-days", test_all_days);
  g_test_add_func ("/serial-date/iso", test_iso);
  g_test_add_func ("/serial-date/no-iso", test_no_iso);
  return g_test_run ();
}
