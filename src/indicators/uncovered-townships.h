/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/* The operating township stations of every township of REGION by the register of YEAR. */
AtlasTable *atlas_townships_ask_stations   (AtlasDataset *dataset, AtlasCatalogue *catalogue, const AtlasRegion *region,
                                            int year, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Those townships of that answer which count for the coverage of REGION and of which the register says that they have none;
 * (element-type AtlasRegion) (transfer container), in code order. */
GPtrArray  *atlas_townships_list_uncovered (AtlasTable *townships, const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;
/* How many townships of REGION the register says nothing of, since the division they lie in has not returned it. They count among
 * the townships, and not among the covered ones. */
guint       atlas_townships_count_unknown   (AtlasTable *townships, const AtlasRegion *region);

G_END_DECLS
