/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/year-order.h"

static GArray *
years (const char *text)
{
  GArray *list = atlas_years_new ();
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL && parts[i][0] != '\0'; i++)
    atlas_years_add (list, atoi (parts[i]));
  return list;
}

static void
assert_years (GArray     *list,
              const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", g_array_index (list, int, i));
  g_assert_cmpstr (text->str, ==, expected);
  g_array_unref (list);
}

static void
test_add (void)
{
  assert_years (years ("2021 0 2018 2021 2023"), "0 2018 2021 2023");
}

static void
test_without_a_year (void)
{
  g_autoptr (GArray) known = years ("0 2018 2021");

  assert_years (atlas_years_to_try (known, 0, FALSE), "2021 2018 0");
  assert_years (atlas_years_to_try (known, 0, TRUE), "2021 2018 0");
}

static void
test_strict (void)
{
  g_autoptr (GArray) known = years ("0 2018 2021");

  assert_years (atlas_years_to_try (known, 2021, FALSE), "2021");
  assert_years (atlas_years_to_try (known, 2019, FALSE), "2019");
}

static void
test_stand_in_is_never_later (void)
{
  g_autoptr (GArray) known = years ("0 2015 2018 2021");

  assert_years (atlas_years_to_try (known, 2019, TRUE), "2019 2018 2015 0");
  assert_years (atlas_years_to_try (known, 2014, TRUE), "2014 0");
}

static void
test_nearest (void)
{
  g_autoptr (GArray) known = years ("0 2010 2020 2025");

  assert_years (atlas_years_nearest (known, 2023), "2020 2010 2025");
  assert_years (atlas_years_nearest (known, 2020), "2020 2010 2025");
  assert_years (atlas_years_nearest (known, 2005), "2010 2020 2025");
}

static void
test_intersect (void)
{
  g_autoptr (GArray) a = years ("0 2018 2021 2023");
  g_autoptr (GArray) b = years ("2017 2018 2023");

  assert_years (atlas_years_intersect (a, b), "2018 2023");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/year-order/add", test_add);
  g_test_add_func ("/indicators/year-order/without-a-year", test_without_a_year);
  g_test_add_func ("/indicators/year-order/strict", test_strict);
  g_test_add_func ("/indicators/year-order/stand-in-is-never-later", test_stand_in_is_never_later);
  g_test_add_func ("/indicators/year-order/nearest", test_nearest);
  g_test_add_func ("/indicators/year-order/intersect", test_intersect);
  return g_test_run ();
}
