/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Which dates bear a growth: 9 to 15 months for each year of distance, whatever a vague date may mean. */

#include "config.h"

#include "hand-built.h"
#include "indicators/change.h"

static const AtlasRegion ningxia = { .code = "640000" };

/* Takes FIGURE. */
static AtlasObservation *
observe (AtlasFigure *figure,
         int          year,
         const char  *period)
{
  AtlasObservation *observation = atlas_observation_new (&ningxia);

  observation->status = ATLAS_STATUS_NORMAL;
  observation->value = 100;
  observation->year = year;
  g_free (observation->indicator_id);
  observation->indicator_id = g_strdup (figure->indicator_id);
  g_free (observation->period);
  observation->period = g_strdup (period);
  atlas_observation_take_figure (observation, figure);
  return observation;
}

static AtlasObservation *
observe_period (int         year,
                const char *period)
{
  return observe (hand_built_figure ("F1", "certified_workers", "", "100", period, ""), year, period);
}

static AtlasObservation *
observe_as_of (int         year,
               const char *as_of)
{
  return observe (hand_built_figure ("F1", "certified_workers", "", "100", "", as_of), year, as_of);
}

/* Takes both. */
static void
assert_change (AtlasObservation *from,
               AtlasObservation *to,
               gboolean          allowed)
{
  g_assert_cmpint (atlas_change_is_allowed (from, to), ==, allowed);
  atlas_observation_unref (from);
  atlas_observation_unref (to);
}

static void
test_months (void)
{
  assert_change (observe_period (2022, "2022"), observe_period (2023, "2023"), TRUE);
  assert_change (observe_period (2022, "2022"), observe_as_of (2023, "2023-09"), TRUE);
  assert_change (observe_period (2022, "2022"), observe_as_of (2023, "2023-08"), FALSE);
  assert_change (observe_as_of (2022, "2022-09"), observe_period (2023, "2023"), TRUE);
  assert_change (observe_as_of (2022, "2022-08"), observe_period (2023, "2023"), FALSE);
  /* 18 to 30 months for two years */
  assert_change (observe_as_of (2021, "2021-06"), observe_period (2023, "2023"), TRUE);
  assert_change (observe_as_of (2021, "2021-05-31"), observe_period (2023, "2023"), FALSE);
}

/* "As of 2023" may be any month of 2023: one to twelve months after the end of 2022, thirteen to 24 after 2021's. */
static void
test_only_a_year (void)
{
  assert_change (observe_period (2022, "2022"), observe_as_of (2023, "2023"), FALSE);
  assert_change (observe_as_of (2022, "2022"), observe_period (2023, "2023"), FALSE);
  assert_change (observe_as_of (2022, "2022"), observe_as_of (2023, "2023"), FALSE);
  assert_change (observe_period (2021, "2021"), observe_as_of (2023, "2023"), FALSE);
  /* Two of them are 120 ± 11 months apart after ten years, of which 90 to 150 may be. */
  assert_change (observe_as_of (2013, "2013"), observe_as_of (2023, "2023"), TRUE);
}

static void
test_date_of_the_source (void)
{
  AtlasFigure *month = hand_built_figure ("F1", "certified_workers", "", "100", "", "");
  AtlasFigure *year = hand_built_figure ("F2", "certified_workers", "", "100", "", "");

  hand_built_set_source (month, "a", "2024-01-10", "2023-12", ATLAS_SOURCE_KIND_PRESS);
  hand_built_set_source (year, "b", "2024-01-10", "2023", ATLAS_SOURCE_KIND_PRESS);
  assert_change (observe_period (2022, "2022"), observe (month, 2023, "2023-12"), TRUE);
  assert_change (observe_period (2022, "2022"), observe (year, 2023, "2023"), FALSE);
}

/* The period of a share is "2023" if one of its inputs is of March and the other of the year's end. */
static AtlasObservation *
observe_share (AtlasObservation *numerator,
               AtlasObservation *denominator)
{
  AtlasObservation *share = atlas_observation_new (&ningxia);

  share->status = ATLAS_STATUS_NORMAL;
  share->value = 50;
  share->year = numerator->year;
  g_free (share->period);
  share->period = g_strdup_printf ("%d", numerator->year);
  atlas_observation_take_input (share, numerator);
  atlas_observation_take_input (share, denominator);
  return share;
}

static void
test_inputs (void)
{
  assert_change (observe_share (observe_period (2022, "2022"), observe_period (2022, "2022")),
                 observe_share (observe_period (2023, "2023"), observe_period (2023, "2023")), TRUE);
  assert_change (observe_share (observe_period (2022, "2022"), observe_period (2022, "2022")),
                 observe_share (observe_period (2023, "2023"), observe_as_of (2023, "2023-03")), FALSE);
}

/* The census of 2020 stands behind both rates. */
static void
test_context_does_not_count (void)
{
  AtlasObservation *before = observe (hand_built_figure ("P", "population", "", "7000000", "2020", "2020-11-01"),
                                      2020, "2020");
  AtlasObservation *after = atlas_observation_ref (before);

  assert_change (observe_share (observe_period (2022, "2022"), before),
                 observe_share (observe_period (2023, "2023"), after), TRUE);
}

static void
test_no_date (void)
{
  assert_change (observe_period (2022, "2022"), observe_period (2023, "2021/.."), FALSE);
  assert_change (observe_period (2022, "2022"), observe_as_of (0, ""), FALSE);
  assert_change (observe_as_of (0, ""), observe_period (2023, "2023"), FALSE);
}

static void
test_qualifiers (void)
{
  const gboolean allowed[] = { TRUE, TRUE, FALSE, FALSE, FALSE };

  for (AtlasQualifier qualifier = ATLAS_QUALIFIER_EXACT; qualifier <= ATLAS_QUALIFIER_AT_MOST; qualifier++)
    {
      AtlasObservation *from = observe_period (2022, "2022");
      AtlasObservation *to = observe_period (2023, "2023");

      from->qualifier = qualifier;
      assert_change (from, atlas_observation_ref (to), allowed[qualifier]);
      to->qualifier = qualifier;
      assert_change (observe_period (2022, "2022"), to, allowed[qualifier]);
    }
}

static void
test_stand_in (void)
{
  AtlasObservation *to = observe_period (2023, "2023");

  to->stand_in = TRUE;
  assert_change (observe_period (2022, "2022"), to, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/change/months", test_months);
  g_test_add_func ("/indicators/change/only-a-year", test_only_a_year);
  g_test_add_func ("/indicators/change/date-of-the-source", test_date_of_the_source);
  g_test_add_func ("/indicators/change/inputs", test_inputs);
  g_test_add_func ("/indicators/change/context-does-not-count", test_context_does_not_count);
  g_test_add_func ("/indicators/change/no-date", test_no_date);
  g_test_add_func ("/indicators/change/qualifiers", test_qualifiers);
  g_test_add_func ("/indicators/change/stand-in", test_stand_in);
  return g_test_run ();
}
