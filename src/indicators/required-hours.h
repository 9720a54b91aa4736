/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/station-education.h"
#include "indicators/catalogue.h"

G_BEGIN_DECLS

/* The hours of continuing education that hold in REGION in YEAR (0: the latest), of all grades: those entered, else those of the
 * national rule. */
gboolean atlas_required_hours_find (AtlasDataset        *dataset,
                                    AtlasCatalogue      *catalogue,
                                    const AtlasRegion   *region,
                                    int                  year,
                                    AtlasRequiredHours  *out,
                                    GError             **error);

G_END_DECLS
