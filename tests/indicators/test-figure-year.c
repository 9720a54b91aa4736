/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/figure-year.h"

static void
set (char       **text,
     const char  *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static AtlasFigure *
figure (const char *period,
        const char *as_of,
        const char *source_as_of,
        gboolean    inferred)
{
  AtlasFigure *self = atlas_figure_new ();

  self->source = atlas_source_new ();
  set (&self->source->as_of, source_as_of);
  self->source->as_of_inferred = inferred;
  set (&self->period, period);
  set (&self->as_of, as_of);
  return self;
}

static void
assert_year (const char *period,
             const char *as_of,
             const char *source_as_of,
             int         year,
             gboolean    inferred,
             const char *shown)
{
  g_autoptr (AtlasFigure) self = figure (period, as_of, source_as_of, TRUE);
  gboolean was_inferred;

  g_assert_cmpint (atlas_figure_get_year (self, &was_inferred), ==, year);
  g_assert_cmpint (was_inferred, ==, inferred);
  g_assert_cmpstr (atlas_figure_get_period (self), ==, shown);
}

static void
test_order (void)
{
  assert_year ("2021", "2022-04", "2023", 2021, FALSE, "2021");
  assert_year ("", "2022-04", "2023", 2022, FALSE, "2022-04");
  assert_year ("2021/..", "2023", "2022", 2023, FALSE, "2021/..");
  assert_year ("2013/2020", "", "2022", 2020, FALSE, "2013/2020");
  assert_year ("../2022", "", "", 2022, FALSE, "../2022");
  assert_year ("", "../2022", "2023", 2022, FALSE, "../2022");
  assert_year ("", "2021/..", "2023", 2023, TRUE, "2021/..");
  assert_year ("2021/..", "", "2023", 2023, TRUE, "2021/..");
  assert_year ("", "", "2023-05", 2023, TRUE, "2023-05");
  assert_year ("", "", "", 0, FALSE, "");
  assert_year ("2021/..", "", "", 0, FALSE, "2021/..");
}

static void
test_printed_in_source (void)
{
  g_autoptr (AtlasFigure) self = figure ("", "", "2023", FALSE);
  gboolean inferred;

  g_assert_cmpint (atlas_figure_get_year (self, &inferred), ==, 2023);
  g_assert_false (inferred);
}

static void
test_period (void)
{
  g_assert_true (atlas_period_is_interval ("2021/.."));
  g_assert_false (atlas_period_is_interval ("2021-11"));
  g_assert_cmpint (atlas_period_get_year ("2022/2023"), ==, 2023);
  g_assert_cmpint (atlas_period_get_year ("2020-11-01"), ==, 2020);
  g_assert_cmpint (atlas_period_get_year ("2021/.."), ==, 0);
  g_assert_cmpint (atlas_period_get_year (""), ==, 0);
  g_assert_cmpint (atlas_period_get_year ("20211"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/figure-year/order", test_order);
  g_test_add_func ("/indicators/figure-year/printed-in-source", test_printed_in_source);
  g_test_add_func ("/indicators/figure-year/period", test_period);
  return g_test_run ();
}
