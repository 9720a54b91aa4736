/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "bundled.h"
#include "indicators/change.h"
#include "indicators/difference.h"

static const AtlasRegion nation = { .code = "000000", .name = "全国", .level = ATLAS_REGION_LEVEL_NATION };
static const AtlasRegion ningxia = { .code = "640000", .level = ATLAS_REGION_LEVEL_PROVINCE, .parent = &nation };
static const AtlasRegion wuzhong = { .code = "640300", .level = ATLAS_REGION_LEVEL_PREFECTURE, .parent = &ningxia };
static const AtlasRegion dali = { .code = "532900", .level = ATLAS_REGION_LEVEL_PREFECTURE, .parent = &nation };

static char sum[] = "sum";
static char recompute[] = "recompute";
static const AtlasIndicator count = { .over_regions = sum };
static const AtlasIndicator ratio = { .over_regions = recompute };

static char people_text[] = "people";
static char percent_text[] = "percent";
static char percent_sign[] = "%";
static const AtlasUnit people = { .unit = people_text, .symbol_zh = people_text, .symbol_en = people_text };
static const AtlasUnit percent = { .unit = percent_text, .symbol_zh = percent_sign, .symbol_en = percent_sign };

static AtlasObservation *
observation_new (const AtlasRegion *region,
                 double             value,
                 AtlasQualifier     qualifier,
                 int                year,
                 const char        *period)
{
  AtlasObservation *self = atlas_observation_new (region);

  self->value = value;
  self->qualifier = qualifier;
  self->status = ATLAS_STATUS_NORMAL;
  self->year = year;
  g_free (self->period);
  self->period = g_strdup (period);
  return self;
}

static void
assert_text (const AtlasIndicator *indicator,
             const AtlasUnit      *unit,
             AtlasObservation     *observation,
             AtlasObservation     *reference,
             const char           *expected)
{
  AtlasDifference difference = atlas_difference_of (indicator, unit, observation, reference);
  g_autofree char *text = atlas_difference_dup_text (&difference, unit);

  g_assert_cmpstr (text, ==, expected);
  atlas_observation_unref (observation);
  atlas_observation_unref (reference);
}

static void
test_share (void)
{
  assert_text (&count, &people, observation_new (&wuzhong, 753, ATLAS_QUALIFIER_EXACT, 2023, "2023"),
               observation_new (&ningxia, 4072, ATLAS_QUALIFIER_EXACT, 2023, "2023"), "18.5% of it");
  /* 18.75 at least: rounded up it would be a lie. */
  assert_text (&count, &people, observation_new (&wuzhong, 750, ATLAS_QUALIFIER_AT_LEAST, 2023, "2023"),
               observation_new (&ningxia, 4000, ATLAS_QUALIFIER_EXACT, 2023, "2023"), "≥ 18.7% of it");
}

/* Neither holds the other, or they are of different years: nothing can be said. */
static void
test_no_share (void)
{
  assert_text (&count, &people, observation_new (&dali, 477, ATLAS_QUALIFIER_EXACT, 2023, "2023"),
               observation_new (&ningxia, 4072, ATLAS_QUALIFIER_EXACT, 2023, "2023"), "");
  assert_text (&count, &people, observation_new (&wuzhong, 753, ATLAS_QUALIFIER_EXACT, 2022, "2022"),
               observation_new (&ningxia, 4072, ATLAS_QUALIFIER_EXACT, 2023, "2023"), "");
  assert_text (&count, &people, observation_new (&wuzhong, 753, ATLAS_QUALIFIER_EXACT, 0, ""),
               observation_new (&ningxia, 4072, ATLAS_QUALIFIER_EXACT, 0, ""), "");
}

static void
test_distance (void)
{
  assert_text (&ratio, &percent, observation_new (&wuzhong, 100.0 * 753 / 3134, ATLAS_QUALIFIER_EXACT, 2023, "2023"),
               observation_new (&ningxia, 100.0 * 4072 / 13000, ATLAS_QUALIFIER_EXACT, 2023, "2023"),
               "−7.3 percentage points");
  assert_text (&ratio, &percent, observation_new (&dali, 100.0 * 477 / 4330, ATLAS_QUALIFIER_EXACT, 0, ""),
               observation_new (&ningxia, 100.0 * 4072 / 13000, ATLAS_QUALIFIER_EXACT, 2023, "2023"),
               "−20.3 percentage points");
}

/* 94.0 and 94.5 are 0.5 apart for who reads them, though 0.58 lay between what they were rounded from; a bound is not rounded,
 * so that it stays true. */
static void
test_as_shown (void)
{
  assert_text (&ratio, &percent, observation_new (&wuzhong, 93.96, ATLAS_QUALIFIER_EXACT, 2023, "2023"),
               observation_new (&dali, 94.54, ATLAS_QUALIFIER_EXACT, 2023, "2023"), "−0.5 percentage points");
  assert_text (&ratio, &percent, observation_new (&wuzhong, 94.04, ATLAS_QUALIFIER_EXACT, 2023, "2023"),
               observation_new (&dali, 93.96, ATLAS_QUALIFIER_EXACT, 2023, "2023"), "0.0 percentage points");
  assert_text (&ratio, &percent, observation_new (&wuzhong, 54.38, ATLAS_QUALIFIER_AT_LEAST, 2023, "2023"),
               observation_new (&dali, 50.04, ATLAS_QUALIFIER_EXACT, 2023, "2023"), "≥ +4.3 percentage points");
}

/* Of two sums of published parts, each at least so much, neither share nor distance is known. */
static void
test_open_alike (void)
{
  assert_text (&count, &people, observation_new (&wuzhong, 750, ATLAS_QUALIFIER_AT_LEAST, 2023, "2023"),
               observation_new (&ningxia, 4000, ATLAS_QUALIFIER_AT_LEAST, 2023, "2023"), "");
  assert_text (&ratio, &percent, observation_new (&dali, 10, ATLAS_QUALIFIER_AT_MOST, 2023, "2023"),
               observation_new (&ningxia, 20, ATLAS_QUALIFIER_AT_MOST, 2023, "2023"), "");
}

static void
test_missing (void)
{
  AtlasObservation *missing = observation_new (&dali, 1, ATLAS_QUALIFIER_EXACT, 2023, "2023");

  missing->status = ATLAS_STATUS_MISSING;
  assert_text (&ratio, &percent, missing, observation_new (&ningxia, 1, ATLAS_QUALIFIER_EXACT, 2023, "2023"), "");
  assert_text (&ratio, &percent, observation_new (&ningxia, 1, ATLAS_QUALIFIER_EXACT, 2023, "2023"),
               observation_new (&ningxia, 1, ATLAS_QUALIFIER_EXACT, 2023, "2023"), "");
}

static void
assert_between (const char          *indicator,
                const char          *regions,
                AtlasDifferenceMode  mode,
                const char          *expected)
{
  g_autoptr (AtlasTable) table = bundled_ask (indicator, regions, "", 2023);
  AtlasDifference difference = atlas_difference_between (table, 1, 0, mode);
  g_autofree char *text = atlas_difference_dup_text (&difference, atlas_table_get_unit (table));

  g_assert_cmpstr (text, ==, expected);
}

/* Ningxia has 4,072 certified of 13,000, Wuzhong 753 of 3,134, Dali 477 of 4,330; Qijiang at least 810. */
static void
test_modes (void)
{
  assert_between ("certified_workers", "640000,532900", ATLAS_DIFFERENCE_MODE_SUITED, "");
  assert_between ("certified_workers", "640000,532900", ATLAS_DIFFERENCE_MODE_ABSOLUTE, "−3,595 people");
  assert_between ("certified_workers", "640000,532900", ATLAS_DIFFERENCE_MODE_PERCENT, "−88.3%");
  assert_between ("certified_workers", "532900,640000", ATLAS_DIFFERENCE_MODE_PERCENT, "+753.7%");
  assert_between ("certified_workers", "640300,500110", ATLAS_DIFFERENCE_MODE_ABSOLUTE, "≥ +57 people");
  /* Percentages differ by points, never by per cent of a percentage. */
  assert_between ("certified_share", "640000,532900", ATLAS_DIFFERENCE_MODE_PERCENT, "−20.3 percentage points");
  assert_between ("certified_share", "640000,500110", ATLAS_DIFFERENCE_MODE_PERCENT, "");
}

static void
assert_distance (double          distance,
                 AtlasQualifier  qualifier,
                 AtlasScale      scale,
                 const char     *expected)
{
  AtlasDifference difference = { ATLAS_DIFFERENCE_DISTANCE, { distance, qualifier } };
  g_autofree char *text = atlas_difference_dup_distance (&difference, &people, scale);

  g_assert_cmpstr (text, ==, expected);
}

/* In the unit of the column; "at least" of one that lies below may also be above. */
static void
test_distance_in_column (void)
{
  assert_distance (-9569, ATLAS_QUALIFIER_EXACT, ATLAS_SCALE_ONE, "−9,569");
  assert_distance (-9569, ATLAS_QUALIFIER_EXACT, ATLAS_SCALE_WAN, "−0.96");
  assert_distance (12400, ATLAS_QUALIFIER_AT_LEAST, ATLAS_SCALE_WAN, "≥ +1.2");
  assert_distance (0, ATLAS_QUALIFIER_EXACT, ATLAS_SCALE_ONE, "0");
  assert_distance (-5, ATLAS_QUALIFIER_AT_LEAST, ATLAS_SCALE_ONE, NULL);
  assert_distance (5, ATLAS_QUALIFIER_AT_MOST, ATLAS_SCALE_ONE, NULL);
}

static void
assert_allowed (AtlasQualifier  qualifier,
                int             from_year,
                const char     *from_period,
                int             to_year,
                const char     *to_period,
                gboolean        stand_in,
                gboolean        allowed)
{
  g_autoptr (AtlasObservation) from = observation_new (&nation, 660, qualifier, from_year, from_period);
  g_autoptr (AtlasObservation) to = observation_new (&nation, 931, ATLAS_QUALIFIER_ABOUT, to_year, to_period);

  from->stand_in = stand_in;
  g_assert_cmpint (atlas_change_is_allowed (from, to), ==, allowed);
}

static void
test_change (void)
{
  assert_allowed (ATLAS_QUALIFIER_EXACT, 2021, "2021", 2022, "2022", FALSE, TRUE);
  assert_allowed (ATLAS_QUALIFIER_ABOUT, 2020, "2020", 2022, "2022", FALSE, TRUE);
  /* 13 and 8 months */
  assert_allowed (ATLAS_QUALIFIER_EXACT, 2021, "2021-11", 2022, "2022", FALSE, TRUE);
  assert_allowed (ATLAS_QUALIFIER_EXACT, 2021, "2021", 2022, "2022-08", FALSE, FALSE);
  assert_allowed (ATLAS_QUALIFIER_EXACT, 2021, "2021-08-31", 2022, "2022", FALSE, FALSE);
  /* "More than" is no base, an interval no date, and a figure of another year stands for none. */
  assert_allowed (ATLAS_QUALIFIER_AT_LEAST, 2021, "2021", 2022, "2022", FALSE, FALSE);
  assert_allowed (ATLAS_QUALIFIER_EXACT, 2021, "2021/..", 2022, "2022", FALSE, FALSE);
  assert_allowed (ATLAS_QUALIFIER_EXACT, 2021, "2021", 2022, "2022", TRUE, FALSE);
  assert_allowed (ATLAS_QUALIFIER_EXACT, 2022, "2022", 2022, "2022", FALSE, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/difference/share", test_share);
  g_test_add_func ("/difference/no-share", test_no_share);
  g_test_add_func ("/difference/distance", test_distance);
  g_test_add_func ("/difference/distance-in-column", test_distance_in_column);
  g_test_add_func ("/difference/as-shown", test_as_shown);
  g_test_add_func ("/difference/open-alike", test_open_alike);
  g_test_add_func ("/difference/missing", test_missing);
  g_test_add_func ("/difference/change", test_change);
  g_test_add_func ("/difference/modes", test_modes);

  result = g_test_run ();
  bundled_clear ();
  return result;
}
