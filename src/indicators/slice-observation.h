/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/dimension-match.h"
#include "indicators/observation.h"

G_BEGIN_DECLS

/* A missing value of SLICE for REGION, with its dimension values and, as notes, what holds by default. */
AtlasObservation *atlas_slice_new_observation (const AtlasSlice *slice, AtlasCatalogue *catalogue,
                                               const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;
/* "Certified social workers (Senior social worker)": the indicator, and the values that are not its defaults. */
char             *atlas_slice_dup_name        (const AtlasSlice *slice, AtlasCatalogue *catalogue)
  G_GNUC_WARN_UNUSED_RESULT;
/* "Second batch", "Training, Central government": those values of FIGURE that SLICE does not ask for. */
char             *atlas_slice_dup_difference  (const AtlasSlice *slice, AtlasCatalogue *catalogue,
                                               const AtlasFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* Notes the attributes of FIGURE that were not asked for: "claimed: stated in words". */
void              atlas_slice_note_attributes (const AtlasSlice *slice, AtlasCatalogue *catalogue,
                                               const AtlasFigure *figure, AtlasObservation *observation);

G_END_DECLS
