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
/* The same without an answer for each township, of which the country has 41,000. The others of which nothing is known count among
 * the townships, and not among the covered ones: OUT_N_UNRETURNED takes how many lie in divisions that have not returned the
 * register, OUT_N_UNPLACED how many in counties that have stations which lie in no township. */
GPtrArray  *atlas_townships_find_uncovered (AtlasDataset *dataset, AtlasCatalogue *catalogue, const AtlasRegion *region,
                                            int year, guint *out_n_unreturned, guint *out_n_unplaced, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
