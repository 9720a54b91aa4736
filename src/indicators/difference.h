/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/qualified-number.h"
#include "indicators/number-format.h"
#include "indicators/table.h"

G_BEGIN_DECLS

/**
 * AtlasDifferenceKind:
 * @ATLAS_DIFFERENCE_NONE: nothing can be said: a number is missing, the two are not comparable, or both are
 *   open to the same side
 * @ATLAS_DIFFERENCE_SHARE: a count is so many per cent of that of the region around it, in the same year
 * @ATLAS_DIFFERENCE_DISTANCE: it lies so far above or below, in its unit
 * @ATLAS_DIFFERENCE_PERCENT: it is so many per cent more or less
 */
typedef enum {
  ATLAS_DIFFERENCE_NONE,
  ATLAS_DIFFERENCE_SHARE,
  ATLAS_DIFFERENCE_DISTANCE,
  ATLAS_DIFFERENCE_PERCENT,
} AtlasDifferenceKind;

/**
 * AtlasDifferenceMode:
 * @ATLAS_DIFFERENCE_MODE_SUITED: a part's share of the whole, the distance of a rate or mean; nothing between the counts
 *   of two regions of which neither holds the other
 * @ATLAS_DIFFERENCE_MODE_ABSOLUTE: how much more or less, of the same year
 * @ATLAS_DIFFERENCE_MODE_PERCENT: by how many per cent more or less, of the same year; percentages differ by percentage
 *   points
 */
typedef enum {
  ATLAS_DIFFERENCE_MODE_SUITED,
  ATLAS_DIFFERENCE_MODE_ABSOLUTE,
  ATLAS_DIFFERENCE_MODE_PERCENT,
} AtlasDifferenceMode;

/* How one observation stands against that of a reference region; the number has the qualifier that follows from both. */
typedef struct {
  AtlasDifferenceKind kind;
  AtlasQualifiedNumber number;
} AtlasDifference;

/* Both rows are of TABLE. */
AtlasDifference atlas_difference_between (AtlasTable *table, guint row, guint reference_row, AtlasDifferenceMode mode);
/* The suited one of two observations of INDICATOR, which are in UNIT, and that may stand in different tables. */
AtlasDifference atlas_difference_of      (const AtlasIndicator *indicator, const AtlasUnit *unit,
                                          const AtlasObservation *observation, const AtlasObservation *reference);
/* How much more OBSERVATION is than REFERENCE, as they are shown: 29.2% is 0.7 above 28.5%, whatever either was rounded from;
 * neither is missing. */
AtlasQualifiedNumber atlas_difference_subtract (const AtlasObservation *observation, const AtlasObservation *reference,
                                                const AtlasUnit *unit);

/* "−7.3", "≥ +1.2": a distance beside or below values whose header carries SCALE and UNIT; NULL where the qualifiers leave
 * even the direction open; (transfer full). */
char           *atlas_difference_dup_distance (const AtlasDifference *self, const AtlasUnit *unit, AtlasScale scale)
  G_GNUC_WARN_UNUSED_RESULT;
/* "占 18.5%", "−7.3 百分点", "+12.5%"; "" for NONE. UNIT is that of the observations; (transfer full). */
char           *atlas_difference_dup_text (const AtlasDifference *self, const AtlasUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
