/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "hand-built.h"
#include "indicators/question-check.h"

/* Takes QUESTION; the message of the error, which must be CODE. */
static char *
refuse (AtlasQuestion      *question,
        GPtrArray          *used,
        AtlasQuestionError  code)
{
  g_autoptr (AtlasQuestion) owned = question;
  g_autoptr (AtlasCatalogue) catalogue = hand_built_catalogue ();
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_question_check (owned, catalogue, used, &error));
  g_assert_error (error, ATLAS_QUESTION_ERROR, code);
  return g_strdup (error->message);
}

static AtlasQuestion *
asking (const char *indicator,
        const char *where)
{
  AtlasQuestion *question = atlas_question_new (indicator);

  g_ptr_array_unref (question->where);
  question->where = atlas_dimension_values_parse (where, NULL);
  return question;
}

static void
test_near_indicators (void)
{
  g_autofree char *typo = refuse (asking ("certified_worker", ""), NULL, ATLAS_QUESTION_ERROR_UNKNOWN_INDICATOR);
  g_autofree char *part = refuse (asking ("certified", ""), NULL, ATLAS_QUESTION_ERROR_UNKNOWN_INDICATOR);
  g_autofree char *far = refuse (asking ("xylophone", ""), NULL, ATLAS_QUESTION_ERROR_UNKNOWN_INDICATOR);
  g_autofree char *none = refuse (asking ("", ""), NULL, ATLAS_QUESTION_ERROR_UNKNOWN_INDICATOR);

  g_assert_cmpstr (typo, ==, "There is no indicator “certified_worker”; near it: certified_workers");
  g_assert_cmpstr (part, ==, "There is no indicator “certified”; near it: "
                             "certified_workers, certified_share, certified_per_10k");
  g_assert_cmpstr (far, ==, "There is no indicator “xylophone”");
  g_assert_cmpstr (none, ==, "There is no indicator “”");
}

static void
test_dimensions (void)
{
  g_autofree char *dimension = refuse (asking ("stations", "grade=senior"), NULL,
                                       ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION);
  g_autofree char *derived = refuse (asking ("certified_share", "grade=senior"), NULL,
                                     ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION);
  g_autofree char *value = refuse (asking ("certified_workers", "grade=junior"), NULL,
                                   ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION);

  g_assert_cmpstr (dimension, ==, "The indicator “stations” has no dimension “grade”; it has: status, tier");
  g_assert_cmpstr (derived, ==, "The indicator “certified_share” has no dimension “grade”; it cannot be broken down");
  g_assert_nonnull (strstr (value, "assistant, intermediate, senior"));
}

static void
test_attributes_that_occur (void)
{
  g_autoptr (AtlasCatalogue) catalogue = hand_built_catalogue ();
  g_autoptr (AtlasQuestion) question = asking ("stations", "batch=2");
  g_autoptr (GPtrArray) used = NULL;
  g_autofree char *unused = NULL;

  used = hand_built_list (hand_built_figure ("F1", "stations", "batch=2", "4", "2023", ""), NULL);
  g_assert_true (atlas_question_names_attributes (question, catalogue));
  g_assert_true (atlas_question_check (question, catalogue, used, NULL));
  unused = refuse (asking ("stations", "claim=words"), used, ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION);
  g_assert_nonnull (strstr (unused, "claim"));
}

static void
test_total_over_a_default (void)
{
  g_autoptr (AtlasCatalogue) catalogue = hand_built_catalogue ();
  g_autoptr (AtlasQuestion) question = asking ("stations", "tier=_T");

  g_assert_true (atlas_question_check (question, catalogue, NULL, NULL));
}

static void
test_by (void)
{
  AtlasQuestion *twice = asking ("stations", "tier=township_station");
  AtlasQuestion *attribute = asking ("stations", "");
  g_autofree char *message = NULL;
  g_autofree char *other = NULL;

  atlas_question_set_by (twice, "tier");
  message = refuse (twice, NULL, ATLAS_QUESTION_ERROR_INVALID);
  atlas_question_set_by (attribute, "batch");
  other = refuse (attribute, NULL, ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION);
}

static void
test_years (void)
{
  AtlasQuestion *backwards = asking ("stations", "");
  AtlasQuestion *half = asking ("stations", "");
  g_autofree char *message = NULL;
  g_autofree char *other = NULL;

  atlas_question_set_years (backwards, 2023, 2021);
  message = refuse (backwards, NULL, ATLAS_QUESTION_ERROR_INVALID);
  atlas_question_set_years (half, 0, 2021);
  other = refuse (half, NULL, ATLAS_QUESTION_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/question-check/near-indicators", test_near_indicators);
  g_test_add_func ("/indicators/question-check/dimensions", test_dimensions);
  g_test_add_func ("/indicators/question-check/attributes-that-occur", test_attributes_that_occur);
  g_test_add_func ("/indicators/question-check/total-over-a-default", test_total_over_a_default);
  g_test_add_func ("/indicators/question-check/by", test_by);
  g_test_add_func ("/indicators/question-check/years", test_years);
  return g_test_run ();
}
