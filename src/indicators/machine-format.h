/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/indicator.h"
#include "indicators/observation.h"

G_BEGIN_DECLS

/* For files: base units with a point, no separators; money with two decimals; "" for NAN. */
char       *atlas_format_machine   (const AtlasObservation *observation, const AtlasUnit *unit)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same for a number without a unit, such as a denominator: the shortest digits that read back as it. */
char       *atlas_format_machine_number (double value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
