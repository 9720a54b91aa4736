/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/number-format.h"
#include "indicators/observation.h"

G_BEGIN_DECLS

/* What stands for a value that is missing or too small to be written, in charts and tables (C9). */
typedef enum {
  ATLAS_SIGNS_STANDARD,
  ATLAS_SIGNS_YEARBOOK, /* as statistical yearbooks have it: a blank, and … below the smallest unit */
} AtlasSignSet;

/* "standard", "yearbook", in the order of the values; (array zero-terminated=1). */
const char *const *atlas_sign_set_list_ids (void);
/* That of ID; the standard where there is none of this id. */
AtlasSignSet       atlas_sign_set_from_id  (const char *id);

/* Whether VALUE is not 0 but would be written so with the decimals of its unit: below half of 0.1%, of 0.1万, else of
 * 0.01. UNIT (nullable). */
gboolean           atlas_value_is_below_unit (double value, const AtlasUnit *unit, AtlasScale scale);
/* Whether "…" stands for OBSERVATION, which has a value: only for an exact one, as a sign in the place of "at least" so
 * much would lose that. */
gboolean           atlas_sign_set_hides      (AtlasSignSet self, const AtlasObservation *observation, const AtlasUnit *unit,
                                              AtlasScale scale);

G_END_DECLS
