/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/observation.h"

G_BEGIN_DECLS

/* Whether a growth from FROM to TO may be stated: both exact or about, none a stand-in, and 9 to 15 months apart for
 * each year of distance, in whichever months of its year a figure is that is only known to be of that year. */
gboolean        atlas_change_is_allowed  (const AtlasObservation *from, const AtlasObservation *to);

G_END_DECLS
