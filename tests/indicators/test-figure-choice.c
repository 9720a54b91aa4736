/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "hand-built.h"
#include "indicators/figure-choice.h"

static AtlasFigure *
dated (const char *id,
       const char *period,
       const char *as_of)
{
  return hand_built_figure (id, "certified_workers", "", "1", period, as_of);
}

/* Takes both; A is preferred to B, and the comparison is antisymmetric. */
static void
assert_preferred (AtlasFigure *a,
                  AtlasFigure *b,
                  gboolean     flow)
{
  g_assert_cmpint (atlas_figure_compare (a, b, flow), <, 0);
  g_assert_cmpint (atlas_figure_compare (b, a, flow), >, 0);
  atlas_figure_unref (a);
  atlas_figure_unref (b);
}

static void
test_year_end_first (void)
{
  AtlasFigure *november = dated ("F1", "", "2021-11");
  AtlasFigure *year = dated ("F2", "2021", "");

  year->status = ATLAS_STATUS_LOW_RELIABILITY;
  assert_preferred (year, november, FALSE);
  assert_preferred (dated ("F2", "", "2021-12"), dated ("F1", "", "2021-11-30"), FALSE);
  assert_preferred (dated ("F2", "2021", ""), dated ("F1", "2021/..", "2021"), FALSE);
}

static void
test_later_date_first (void)
{
  assert_preferred (dated ("F2", "", "2023-10"), dated ("F1", "", "2023-03"), FALSE);
  /* A whole year is as good as its December. */
  assert_preferred (dated ("F1", "", "2019-12"), dated ("F2", "2019", ""), FALSE);
  assert_preferred (dated ("F1", "2019", ""), dated ("F2", "", "2019-12"), FALSE);
}

static void
test_flow_goes_by_reliability (void)
{
  AtlasFigure *later = dated ("F1", "", "2023-10");

  later->status = ATLAS_STATUS_LOW_RELIABILITY;
  assert_preferred (dated ("F2", "", "2023-03"), later, TRUE);
}

static void
test_flow_of_one_year_first (void)
{
  AtlasFigure *year = dated ("F2", "2023", "");

  year->status = ATLAS_STATUS_LOW_RELIABILITY;
  assert_preferred (year, dated ("F1", "2021/..", "2023"), TRUE);
}

static void
test_status_then_qualifier (void)
{
  AtlasFigure *about = dated ("F2", "2018", "");
  AtlasFigure *exact = dated ("F1", "2018", "");
  AtlasFigure *more = dated ("F1", "2018", "");

  about->qualifier = ATLAS_QUALIFIER_ABOUT;
  exact->status = ATLAS_STATUS_LOW_RELIABILITY;
  more->qualifier = ATLAS_QUALIFIER_AT_LEAST;
  atlas_figure_ref (about);
  assert_preferred (about, exact, FALSE);
  assert_preferred (about, more, FALSE);
}

static void
test_kind_then_publication_then_id (void)
{
  AtlasFigure *official = dated ("F2", "2018", "");
  AtlasFigure *press = dated ("F1", "2018", "");
  AtlasFigure *later = dated ("F2", "2018", "");
  AtlasFigure *earlier = dated ("F1", "2018", "");

  hand_built_set_source (official, "a", "2016", "", ATLAS_SOURCE_KIND_OFFICIAL);
  hand_built_set_source (press, "b", "2019", "", ATLAS_SOURCE_KIND_PRESS);
  assert_preferred (official, press, FALSE);
  hand_built_set_source (later, "a", "2019-03-02", "", ATLAS_SOURCE_KIND_PRESS);
  hand_built_set_source (earlier, "b", "2019-03-01", "", ATLAS_SOURCE_KIND_PRESS);
  assert_preferred (later, earlier, FALSE);
  assert_preferred (dated ("F0099", "2018", ""), dated ("F0100", "2018", ""), FALSE);
}

static void
test_choose_only_what_matches (void)
{
  g_autoptr (AtlasCatalogue) catalogue = hand_built_catalogue ();
  g_autoptr (GPtrArray) where = g_ptr_array_new ();
  g_autoptr (AtlasSlice) slice = NULL;
  g_autoptr (GPtrArray) figures = NULL;

  figures = hand_built_list (hand_built_figure ("F1", "certified_workers", "grade=senior", "1", "2021", ""),
                             hand_built_figure ("F2", "certified_workers", "batch=2", "2", "2021", ""),
                             hand_built_figure ("F3", "certified_workers", "", "3", "", "2021-05"), NULL);
  slice = atlas_slice_new (catalogue, atlas_catalogue_find_indicator (catalogue, "certified_workers"), where, NULL);
  g_assert_cmpstr (atlas_slice_choose (slice, catalogue, figures)->figure_id, ==, "F3");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/figure-choice/year-end-first", test_year_end_first);
  g_test_add_func ("/indicators/figure-choice/later-date-first", test_later_date_first);
  g_test_add_func ("/indicators/figure-choice/flow-goes-by-reliability", test_flow_goes_by_reliability);
  g_test_add_func ("/indicators/figure-choice/flow-of-one-year-first", test_flow_of_one_year_first);
  g_test_add_func ("/indicators/figure-choice/status-then-qualifier", test_status_then_qualifier);
  g_test_add_func ("/indicators/figure-choice/kind-publication-id", test_kind_then_publication_then_id);
  g_test_add_func ("/indicators/figure-choice/only-what-matches", test_choose_only_what_matches);
  return g_test_run ();
}
