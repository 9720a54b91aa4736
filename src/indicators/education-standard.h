/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer-cell.h"

G_BEGIN_DECLS

/* What the national rule requires within three years, where nobody has entered what else holds: 72 hours of assistants, 90 of the
 * others (《社会工作者继续教育办法》). */
#define ATLAS_EDUCATION_OF_ASSISTANTS 72
#define ATLAS_EDUCATION_OF_OTHERS 90

/* Those of GRADE, in hours. */
double            atlas_education_get_national  (const char *grade);
/* (nullable): the hours of GRADE that have been entered for REGION or one above it, for YEAR or the nearest; OUT_SLICE what they are
 * the value of. */
AtlasObservation *atlas_education_find_entered  (const AtlasAnswerContext *context, const AtlasRegion *region, const char *grade,
                                                 int year, AtlasSlice **out_slice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
