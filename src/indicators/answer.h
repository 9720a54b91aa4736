/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/**
 * AtlasQuestionError:
 * @ATLAS_QUESTION_ERROR_UNKNOWN_INDICATOR: no such indicator: the message names near ones
 * @ATLAS_QUESTION_ERROR_UNKNOWN_REGION: no such division code
 * @ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION: the indicator has no such dimension, or the dimension no such value
 * @ATLAS_QUESTION_ERROR_INVALID: the question contradicts itself
 */
typedef enum {
  ATLAS_QUESTION_ERROR_UNKNOWN_INDICATOR,
  ATLAS_QUESTION_ERROR_UNKNOWN_REGION,
  ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION,
  ATLAS_QUESTION_ERROR_INVALID,
} AtlasQuestionError;

#define ATLAS_QUESTION_ERROR (atlas_question_error_quark ())
GQuark      atlas_question_error_quark (void);

/* Answers QUESTION from DATASET by the rules of docs/answers.md; (nullable)
 * (transfer full): NULL on error. */
AtlasTable *atlas_answer (AtlasDataset *dataset, AtlasCatalogue *catalogue, const AtlasQuestion *question,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The years, ascending, for which INDICATOR (nullable: any) has figures, or can be computed, in one of REGION_CODES
 * (nullable: in any region); undated figures give none. (element-type int) (transfer full). */
GArray     *atlas_answer_list_years (AtlasDataset *dataset, AtlasCatalogue *catalogue, const char *indicator,
                                     const char *const *region_codes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
