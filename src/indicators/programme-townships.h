/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/programme-registers.h"
#include "indicators/question.h"

G_BEGIN_DECLS

/* The townships of REGION of which a register says that they have none of what WANTED asks for; what it does not tell of, or what does
 * not count for the region, is not among them. Empty where no register counts it. */
AtlasProgrammeRegister *atlas_programme_list_townships (AtlasDataset *dataset, AtlasCatalogue *catalogue,
                                                        const AtlasQuestion *wanted, const AtlasRegion *region,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
