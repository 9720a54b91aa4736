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
/* The same without an answer for each township, of which the country has 41,000. OUT_N_UNKNOWN takes how many townships the
 * register says nothing of, since the division they lie in has not returned it: they count among the townships, and not among
 * the covered ones. */
GPtrArray  *atlas_townships_find_uncovered (AtlasDataset *dataset, AtlasCatalogue *catalogue, const AtlasRegion *region,
                                            int year, guint *out_n_unknown, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
