/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dimension-values.h"
#include "hand-built.h"
#include "indicators/dimension-match.h"

static AtlasMatch
match (const char *indicator_id,
       const char *where,
       const char *figure_dimensions)
{
  g_autoptr (AtlasCatalogue) catalogue = hand_built_catalogue ();
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, indicator_id);
  g_autoptr (GPtrArray) asked = atlas_dimension_values_parse (where, NULL);
  g_autoptr (AtlasSlice) slice = atlas_slice_new (catalogue, indicator, asked, NULL);
  g_autoptr (AtlasFigure) figure = hand_built_figure ("F1", indicator_id, figure_dimensions, "1", "2023", "");

  return atlas_slice_match (slice, catalogue, figure);
}

static void
test_exactly_those_asked (void)
{
  g_assert_cmpint (match ("certified_workers", "", ""), ==, ATLAS_MATCH_FIGURE);
  g_assert_cmpint (match ("certified_workers", "grade=senior", "grade=senior"), ==, ATLAS_MATCH_FIGURE);
  g_assert_cmpint (match ("certified_workers", "grade=senior", "grade=assistant"), ==, ATLAS_MATCH_NONE);
  g_assert_cmpint (match ("certified_workers", "grade=senior", ""), ==, ATLAS_MATCH_NONE);
  g_assert_cmpint (match ("certified_workers", "", "grade=senior"), ==, ATLAS_MATCH_PART);
  g_assert_cmpint (match ("funding", "purpose=training", "purpose=training;source=central"), ==, ATLAS_MATCH_PART);
}

static void
test_aggregate_on_request (void)
{
  g_assert_cmpint (match ("certified_workers", "grade=intermediate_and_above", "grade=intermediate_and_above"), ==,
                   ATLAS_MATCH_FIGURE);
}

static void
test_attributes (void)
{
  g_assert_cmpint (match ("certified_workers", "", "claim=words"), ==, ATLAS_MATCH_FIGURE);
  g_assert_cmpint (match ("certified_workers", "claim=words", ""), ==, ATLAS_MATCH_NONE);
  g_assert_cmpint (match ("certified_workers", "claim=words", "claim=words"), ==, ATLAS_MATCH_FIGURE);
}

static void
test_batch (void)
{
  g_assert_cmpint (match ("certified_workers", "", "batch=2"), ==, ATLAS_MATCH_BATCH);
  g_assert_cmpint (match ("certified_workers", "batch=2", "batch=2"), ==, ATLAS_MATCH_FIGURE);
  g_assert_cmpint (match ("certified_workers", "", "batch=2;grade=senior"), ==, ATLAS_MATCH_NONE);
}

static void
test_defaults (void)
{
  g_assert_cmpint (match ("stations", "", "status=operating;tier=township_station"), ==, ATLAS_MATCH_FIGURE);
  g_assert_cmpint (match ("stations", "status=planned", "status=planned;tier=township_station"), ==,
                   ATLAS_MATCH_FIGURE);
  g_assert_cmpint (match ("stations", "", "status=operating"), ==, ATLAS_MATCH_NONE);
  g_assert_cmpint (match ("stations", "tier=_T", "status=operating"), ==, ATLAS_MATCH_FIGURE);
}

static void
test_defaulted_is_told (void)
{
  g_autoptr (AtlasCatalogue) catalogue = hand_built_catalogue ();
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, "stations");
  g_autoptr (GPtrArray) asked = atlas_dimension_values_parse ("status=planned", NULL);
  g_autoptr (AtlasSlice) slice = atlas_slice_new (catalogue, indicator, asked, NULL);
  g_autoptr (AtlasSlice) by = atlas_slice_new (catalogue, indicator, asked, (char *[]) { (char *) "tier", NULL });
  g_autofree char *defaulted = atlas_dimension_values_to_string (slice->defaulted);

  g_assert_cmpstr (defaulted, ==, "tier=township_station");
  g_assert_cmpuint (by->defaulted->len, ==, 0);
  g_assert_false (atlas_slice_has (by, "tier"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/dimension-match/exactly-those-asked", test_exactly_those_asked);
  g_test_add_func ("/indicators/dimension-match/aggregate-on-request", test_aggregate_on_request);
  g_test_add_func ("/indicators/dimension-match/attributes", test_attributes);
  g_test_add_func ("/indicators/dimension-match/batch", test_batch);
  g_test_add_func ("/indicators/dimension-match/defaults", test_defaults);
  g_test_add_func ("/indicators/dimension-match/defaulted-is-told", test_defaulted_is_told);
  return g_test_run ();
}
