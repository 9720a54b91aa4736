/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/dimension-match.h"
#include "indicators/observation.h"

G_BEGIN_DECLS

/* What documents print. FIGURES are those of the slice's indicator for REGION, of all years. */

/* The value of SLICE for YEAR (0: undated): a printed one, else the sum of printed parts. SOURCE_ID (nullable) allows
 * one document only. (nullable): NULL where there is none. */
AtlasObservation *atlas_published_in_year        (AtlasCatalogue *catalogue, const AtlasRegion *region,
                                                  const AtlasSlice *slice, GPtrArray *figures, int year,
                                                  const char *source_id) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the years that have a value to YEARS, and those that have but a sum of some parts to PARTIAL. */
void              atlas_published_add_years      (AtlasCatalogue *catalogue, const AtlasSlice *slice,
                                                  GPtrArray *figures, GArray *years, GArray *partial);
/* Says of a missing value which parts are printed for YEAR (0: of any), if there are some. */
void              atlas_published_explain_parts  (AtlasCatalogue *catalogue, const AtlasSlice *slice,
                                                  GPtrArray *figures, int year, AtlasObservation *observation);
/* Adds those of FIGURES that answer SLICE for YEAR, and are not there yet, to the others of OBSERVATION. */
void              atlas_published_add_others     (AtlasCatalogue *catalogue, const AtlasSlice *slice,
                                                  GPtrArray *figures, int year, AtlasObservation *observation);

G_END_DECLS
