/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dimension-values.h"
#include "hand-built.h"
#include "indicators/published-parts.h"

typedef AtlasPartsSum *(*SumFunc) (AtlasCatalogue *, const AtlasSlice *, GPtrArray *);

static AtlasPartsSum *
sum (SumFunc     func,
     const char *indicator_id,
     const char *where,
     GPtrArray  *figures)
{
  g_autoptr (AtlasCatalogue) catalogue = hand_built_catalogue ();
  g_autoptr (GPtrArray) asked = atlas_dimension_values_parse (where, NULL);
  g_autoptr (AtlasSlice) slice = NULL;
  g_autoptr (GPtrArray) owned = figures;

  slice = atlas_slice_new (catalogue, atlas_catalogue_find_indicator (catalogue, indicator_id), asked, NULL);
  return func (catalogue, slice, owned);
}

static AtlasFigure *
money (const char *id,
       const char *dimensions,
       const char *value,
       const char *period)
{
  return hand_built_figure (id, "funding", dimensions, value, period, "2023");
}

static AtlasFigure *
graded (const char *id,
        const char *grade,
        const char *value)
{
  g_autofree char *dimensions = g_strconcat ("grade=", grade, NULL);

  return hand_built_figure (id, "certified_workers", dimensions, value, "2023", "");
}

static void
assert_sum (const AtlasPartsSum *self,
            const char          *value,
            AtlasQualifier       qualifier,
            guint                n_figures,
            guint                n_others)
{
  g_autofree char *text = atlas_decimal_to_string (self->value);

  g_assert_cmpstr (text, ==, value);
  g_assert_cmpint (self->qualifier, ==, qualifier);
  g_assert_cmpuint (self->figures->len, ==, n_figures);
  g_assert_cmpuint (self->others->len, ==, n_others);
}

static void
test_complete_set (void)
{
  g_autoptr (AtlasPartsSum) total = NULL;
  AtlasFigure *about = graded ("F2", "assistant", "3202");

  about->qualifier = ATLAS_QUALIFIER_ABOUT;
  about->status = ATLAS_STATUS_LOW_RELIABILITY;
  total = sum (atlas_parts_sum_complete_set, "certified_workers", "",
               hand_built_list (graded ("F1", "senior", "2"), about, graded ("F3", "intermediate", "868"), NULL));
  assert_sum (total, "4072", ATLAS_QUALIFIER_ABOUT, 3, 0);
  g_assert_cmpint (total->status, ==, ATLAS_STATUS_LOW_RELIABILITY);
}

static void
test_incomplete_set (void)
{
  g_assert_null (sum (atlas_parts_sum_complete_set, "certified_workers", "",
                      hand_built_list (graded ("F1", "senior", "2"), graded ("F2", "assistant", "3202"), NULL)));
}

static void
test_rates_do_not_add_up (void)
{
  g_assert_null (sum (atlas_parts_sum_complete_set, "allowance_rate", "",
                      hand_built_list (hand_built_figure ("F1", "allowance_rate", "grade=senior", "500", "2023", ""),
                                       hand_built_figure ("F2", "allowance_rate", "grade=intermediate", "300", "2023", ""),
                                       hand_built_figure ("F3", "allowance_rate", "grade=assistant", "200", "2023", ""),
                                       NULL)));
}

static void
test_funding_is_at_least (void)
{
  g_autoptr (AtlasPartsSum) total = NULL;

  total = sum (atlas_parts_sum_funding, "funding", "",
               hand_built_list (money ("F1", "purpose=training;source=central", "100.25", ""),
                                money ("F2", "programme=double_hundred", "200.50", ""), NULL));
  assert_sum (total, "300.75", ATLAS_QUALIFIER_AT_LEAST, 2, 0);
}

static void
test_purpose_without_source (void)
{
  g_autoptr (AtlasPartsSum) total = NULL;

  total = sum (atlas_parts_sum_funding, "funding", "purpose=training",
               hand_built_list (money ("F1", "purpose=training;source=central", "7", ""),
                                money ("F2", "purpose=training;source=provincial", "5", ""),
                                money ("F3", "purpose=incentives;source=central", "9", ""), NULL));
  assert_sum (total, "12", ATLAS_QUALIFIER_AT_LEAST, 2, 0);
}

static void
test_wider_part_contains_narrower (void)
{
  g_autoptr (AtlasPartsSum) total = NULL;

  total = sum (atlas_parts_sum_funding, "funding", "",
               hand_built_list (money ("F1", "purpose=training", "12", ""),
                                money ("F2", "purpose=training;source=provincial", "5", ""),
                                money ("F3", "purpose=incentives;source=central", "9", ""), NULL));
  assert_sum (total, "21", ATLAS_QUALIFIER_AT_LEAST, 2, 1);
}

static void
test_same_part_twice (void)
{
  g_autoptr (AtlasPartsSum) total = NULL;

  total = sum (atlas_parts_sum_funding, "funding", "",
               hand_built_list (money ("F1", "purpose=training", "12", ""), money ("F2", "purpose=training", "13", ""),
                                NULL));
  assert_sum (total, "12", ATLAS_QUALIFIER_AT_LEAST, 1, 1);
}

static void
test_one_document_and_period (void)
{
  AtlasFigure *elsewhere = money ("F3", "purpose=incentives", "9", "");
  g_autoptr (AtlasPartsSum) total = NULL;

  hand_built_set_source (elsewhere, "other", "", "", ATLAS_SOURCE_KIND_PRESS);
  total = sum (atlas_parts_sum_funding, "funding", "",
               hand_built_list (money ("F1", "purpose=training", "5", ""), money ("F2", "purpose=incentives", "50", "2021/.."),
                                elsewhere, NULL));
  assert_sum (total, "9", ATLAS_QUALIFIER_AT_LEAST, 1, 2);
}

/* Two sums of one year: the more reliable one goes before the higher one, then the better source. */
static void
test_better_sum (void)
{
  AtlasFigure *doubtful = money ("F2", "purpose=incentives", "50", "");
  AtlasFigure *official = money ("F3", "purpose=incentives", "9", "");
  g_autoptr (AtlasPartsSum) reliable = NULL;
  g_autoptr (AtlasPartsSum) from_official = NULL;

  doubtful->status = ATLAS_STATUS_LOW_RELIABILITY;
  hand_built_set_source (doubtful, "other", "", "", ATLAS_SOURCE_KIND_OFFICIAL);
  reliable = sum (atlas_parts_sum_funding, "funding", "",
                  hand_built_list (money ("F1", "purpose=training", "5", ""), doubtful, NULL));
  assert_sum (reliable, "5", ATLAS_QUALIFIER_AT_LEAST, 1, 1);

  hand_built_set_source (official, "other", "", "", ATLAS_SOURCE_KIND_OFFICIAL);
  from_official = sum (atlas_parts_sum_funding, "funding", "",
                       hand_built_list (money ("F1", "purpose=training", "50", ""), official, NULL));
  assert_sum (from_official, "9", ATLAS_QUALIFIER_AT_LEAST, 1, 1);
}

static void
test_source_alone_is_no_part (void)
{
  g_assert_null (sum (atlas_parts_sum_funding, "funding", "",
                      hand_built_list (money ("F1", "source=central", "5", ""), NULL)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/published-parts/complete-set", test_complete_set);
  g_test_add_func ("/indicators/published-parts/incomplete-set", test_incomplete_set);
  g_test_add_func ("/indicators/published-parts/rates", test_rates_do_not_add_up);
  g_test_add_func ("/indicators/published-parts/funding", test_funding_is_at_least);
  g_test_add_func ("/indicators/published-parts/purpose-without-source", test_purpose_without_source);
  g_test_add_func ("/indicators/published-parts/containing", test_wider_part_contains_narrower);
  g_test_add_func ("/indicators/published-parts/same-part-twice", test_same_part_twice);
  g_test_add_func ("/indicators/published-parts/one-document-and-period", test_one_document_and_period);
  g_test_add_func ("/indicators/published-parts/better-sum", test_better_sum);
  g_test_add_func ("/indicators/published-parts/source-alone", test_source_alone_is_no_part);
  return g_test_run ();
}
