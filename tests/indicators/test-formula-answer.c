/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "hand-built.h"
#include "indicators/answer-cell.h"
#include "indicators/year-order.h"

static const AtlasRegion ningxia = { .code = "640000", .level = ATLAS_REGION_LEVEL_PROVINCE };

typedef struct {
  AtlasAnswerContext context;
  AtlasSlice *slice;
} Fixture;

/* Takes FIGURES. */
static Fixture *
fixture_new (const char *indicator_id,
             GPtrArray  *figures)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GPtrArray) where = g_ptr_array_new ();

  self->context.catalogue = hand_built_catalogue ();
  self->context.index = atlas_figure_index_new ();
  atlas_figure_index_add (self->context.index, figures);
  g_ptr_array_unref (figures);
  self->slice = atlas_slice_new (self->context.catalogue,
                                 atlas_catalogue_find_indicator (self->context.catalogue, indicator_id), where, NULL);
  return self;
}

static void
fixture_free (Fixture *self)
{
  atlas_slice_free (self->slice);
  atlas_figure_index_free (self->context.index);
  atlas_catalogue_unref (self->context.catalogue);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static AtlasObservation *
in_year (Fixture *fixture,
         int      year)
{
  return atlas_cell_in_year (&fixture->context, &ningxia, fixture->slice, year, NULL);
}

static char *
known_years (Fixture *fixture)
{
  g_auto (AtlasKnownYears) years;
  GString *text = g_string_new (NULL);

  atlas_known_years_init (&years);
  atlas_cell_add_years (&fixture->context, &ningxia, fixture->slice, &years);
  for (guint i = 0; i < years.whole->len; i++)
    g_string_append_printf (text, "%d ", g_array_index (years.whole, int, i));
  return g_string_free (text, FALSE);
}

static void
test_inputs_of_one_year (void)
{
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) share = NULL;
  g_autofree char *years = NULL;

  fixture = fixture_new ("certified_share",
                         hand_built_list (hand_built_figure ("F1", "certified_workers", "", "10", "2015", ""),
                                          hand_built_figure ("F2", "certified_workers", "", "30", "2018", ""),
                                          hand_built_figure ("F3", "social_workers", "", "40", "", "2018-05"),
                                          hand_built_figure ("F4", "social_workers", "", "80", "2021", ""), NULL));
  years = known_years (fixture);
  g_assert_cmpstr (years, ==, "2018 ");
  g_assert_null (in_year (fixture, 2021));
  share = in_year (fixture, 2018);
  g_assert_cmpfloat (share->value, ==, 75);
  g_assert_cmpfloat (share->numerator, ==, 30);
  g_assert_cmpfloat (share->denominator, ==, 40);
  g_assert_cmpint (share->basis, ==, ATLAS_BASIS_COMPUTED);
  g_assert_cmpstr (share->period, ==, "2018");
  g_assert_cmpuint (share->inputs->len, ==, 2);
  g_assert_cmpuint (share->sources->len, ==, 1);
  g_assert_false (share->has_exact);
}

static void
test_qualifiers (void)
{
  AtlasFigure *staff = hand_built_figure ("F2", "social_workers", "", "3500", "", "2023-05");
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) share = NULL;

  staff->qualifier = ATLAS_QUALIFIER_AT_LEAST;
  fixture = fixture_new ("certified_share",
                         hand_built_list (hand_built_figure ("F1", "certified_workers", "", "1385", "", "2023-05"), staff,
                                          NULL));
  share = in_year (fixture, 2023);
  g_assert_cmpint (share->qualifier, ==, ATLAS_QUALIFIER_AT_MOST);
  g_assert_cmpfloat_with_epsilon (share->value, 39.5714, 0.0001);
  g_assert_cmpint (share->denominator_qualifier, ==, ATLAS_QUALIFIER_AT_LEAST);
  g_assert_cmpstr (share->period, ==, "2023-05");
}

static void
test_population_of_nearest_year (void)
{
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) rate = NULL;
  g_autoptr (AtlasObservation) early = NULL;

  fixture = fixture_new ("certified_per_10k",
                         hand_built_list (hand_built_figure ("F1", "certified_workers", "", "8", "2023", ""),
                                          hand_built_figure ("F2", "certified_workers", "", "5", "2009", ""),
                                          hand_built_figure ("F3", "population", "", "20000", "2020", "2020-11-01"),
                                          hand_built_figure ("F4", "population", "", "40000", "2025", ""), NULL));
  rate = in_year (fixture, 2023);
  g_assert_cmpfloat (rate->value, ==, 4);
  g_assert_cmpstr (rate->period, ==, "2023");
  g_assert_cmpstr (g_ptr_array_index (rate->notes, 0), ==, "population of 2020");
  early = in_year (fixture, 2009);
  g_assert_cmpfloat (early->value, ==, 2.5);
}

static void
test_undated_of_one_document (void)
{
  AtlasFigure *elsewhere = hand_built_figure ("F2", "social_workers", "", "100", "", "");
  AtlasFigure *staff = hand_built_figure ("F3", "social_workers", "", "40", "", "");
  AtlasFigure *certified = hand_built_figure ("F1", "certified_workers", "", "10", "", "");
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) share = NULL;

  hand_built_set_source (elsewhere, "a", "2025", "", ATLAS_SOURCE_KIND_OFFICIAL);
  hand_built_set_source (staff, "b", "", "", ATLAS_SOURCE_KIND_PRESS);
  hand_built_set_source (certified, "b", "", "", ATLAS_SOURCE_KIND_PRESS);
  fixture = fixture_new ("certified_share", hand_built_list (certified, elsewhere, staff, NULL));
  share = in_year (fixture, 0);
  g_assert_cmpfloat (share->value, ==, 25);
  g_assert_cmpint (share->year, ==, 0);
  g_assert_cmpstr (share->period, ==, "");
}

/* The better document for the numerator lacks the denominator: the next one that has both is taken. */
static void
test_undated_of_another_document (void)
{
  AtlasFigure *better = hand_built_figure ("F1", "certified_workers", "", "30", "", "");
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) share = NULL;

  hand_built_set_source (better, "a", "2025", "", ATLAS_SOURCE_KIND_OFFICIAL);
  fixture = fixture_new ("certified_share",
                         hand_built_list (better, hand_built_figure ("F2", "certified_workers", "", "10", "", ""),
                                          hand_built_figure ("F3", "social_workers", "", "40", "", ""), NULL));
  share = in_year (fixture, 0);
  g_assert_cmpfloat (share->value, ==, 25);
}

static void
test_undated_of_two_documents (void)
{
  AtlasFigure *staff = hand_built_figure ("F2", "social_workers", "", "100", "", "");
  g_autoptr (Fixture) fixture = NULL;

  hand_built_set_source (staff, "other", "", "", ATLAS_SOURCE_KIND_PRESS);
  fixture = fixture_new ("certified_share",
                         hand_built_list (hand_built_figure ("F1", "certified_workers", "", "10", "", ""), staff, NULL));
  g_assert_null (in_year (fixture, 0));
}

static void
test_published_where_inputs_are_missing (void)
{
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) computed = NULL;
  g_autoptr (AtlasObservation) published = NULL;

  fixture = fixture_new ("certified_share",
                         hand_built_list (hand_built_figure ("F1", "certified_workers", "", "10", "2018", ""),
                                          hand_built_figure ("F2", "social_workers", "", "40", "2018", ""),
                                          hand_built_figure ("F3", "certified_share", "", "26.5", "2018", ""),
                                          hand_built_figure ("F4", "certified_share", "", "30.5", "2019", ""), NULL));
  computed = in_year (fixture, 2018);
  g_assert_cmpfloat (computed->value, ==, 25);
  g_assert_cmpuint (computed->others->len, ==, 1);
  published = in_year (fixture, 2019);
  g_assert_cmpfloat (published->value, ==, 30.5);
  g_assert_cmpint (published->basis, ==, ATLAS_BASIS_PUBLISHED);
}

static void
test_money_in_fen (void)
{
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) mean = NULL;
  g_autofree char *text = NULL;

  fixture = fixture_new ("funding_per_station",
                         hand_built_list (hand_built_figure ("F1", "funding", "purpose=training", "100", "2021/..", "2023"),
                                          hand_built_figure ("F2", "stations", "status=operating;tier=township_station",
                                                             "3", "", "2023"), NULL));
  mean = in_year (fixture, 2023);
  g_assert_true (mean->has_exact);
  text = atlas_decimal_to_string (mean->exact);
  g_assert_cmpstr (text, ==, "33.33");
  g_assert_cmpfloat (mean->value, ==, 33.33);
  g_assert_cmpint (mean->qualifier, ==, ATLAS_QUALIFIER_AT_LEAST);
  /* Money of several years is never one year's. */
  g_assert_cmpstr (mean->period, ==, "2021/..");
}

static void
test_missing_input (void)
{
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) missing = NULL;
  g_autofree char *note = NULL;

  fixture = fixture_new ("certified_share",
                         hand_built_list (hand_built_figure ("F1", "certified_workers", "", "10", "2018", ""), NULL));
  missing = atlas_cell_missing (&fixture->context, &ningxia, fixture->slice, 2018);
  g_assert_true (atlas_observation_is_missing (missing));
  g_assert_true (isnan (missing->value));
  g_assert_cmpint (missing->missing, ==, ATLAS_MISSING_INPUT);
  g_assert_cmpuint (missing->inputs->len, ==, 2);
  note = atlas_observation_dup_note (missing);
  g_assert_cmpstr (note, ==, "“social_workers” is missing: no published figure");
}

static void
test_no_common_year (void)
{
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) missing = NULL;
  g_autofree char *note = NULL;

  fixture = fixture_new ("certified_share",
                         hand_built_list (hand_built_figure ("F1", "certified_workers", "", "10", "2018", ""),
                                          hand_built_figure ("F2", "social_workers", "", "40", "2021", ""), NULL));
  missing = atlas_cell_missing (&fixture->context, &ningxia, fixture->slice, 0);
  note = atlas_observation_dup_note (missing);
  g_assert_cmpstr (note, ==,
                   "no year has all the figures it takes: certified_workers (2018), social_workers (2021)");
}

static void
test_division_by_zero (void)
{
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (AtlasObservation) missing = NULL;

  fixture = fixture_new ("certified_share",
                         hand_built_list (hand_built_figure ("F1", "certified_workers", "", "10", "2018", ""),
                                          hand_built_figure ("F2", "social_workers", "", "0", "2018", ""), NULL));
  g_assert_null (in_year (fixture, 2018));
  missing = atlas_cell_missing (&fixture->context, &ningxia, fixture->slice, 2018);
  g_assert_cmpint (missing->missing, ==, ATLAS_MISSING_NOT_APPLICABLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/formula-answer/inputs-of-one-year", test_inputs_of_one_year);
  g_test_add_func ("/indicators/formula-answer/qualifiers", test_qualifiers);
  g_test_add_func ("/indicators/formula-answer/population-of-nearest-year", test_population_of_nearest_year);
  g_test_add_func ("/indicators/formula-answer/undated-of-one-document", test_undated_of_one_document);
  g_test_add_func ("/indicators/formula-answer/undated-of-another-document", test_undated_of_another_document);
  g_test_add_func ("/indicators/formula-answer/undated-of-two-documents", test_undated_of_two_documents);
  g_test_add_func ("/indicators/formula-answer/published", test_published_where_inputs_are_missing);
  g_test_add_func ("/indicators/formula-answer/money-in-fen", test_money_in_fen);
  g_test_add_func ("/indicators/formula-answer/missing-input", test_missing_input);
  g_test_add_func ("/indicators/formula-answer/no-common-year", test_no_common_year);
  g_test_add_func ("/indicators/formula-answer/division-by-zero", test_division_by_zero);
  return g_test_run ();
}
