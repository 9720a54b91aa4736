/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/observation.h"

G_BEGIN_DECLS

/* When a value was read, in years: 2023.5 for "2023-06", whose last day that is; 2024 for "2023", which is read at the end of
 * that year. */
double atlas_value_get_time (const AtlasObservation *observation);

G_END_DECLS
