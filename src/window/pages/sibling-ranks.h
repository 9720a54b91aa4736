/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-context.h"

G_BEGIN_DECLS

/* Which place regions have among those that lie in the same division. A plain value, made in a worker. */
typedef struct _AtlasSiblingRanks AtlasSiblingRanks;

/* The ranks of all regions of TABLES (element-type AtlasTable), each by the indicator of its table, among their siblings in the
 * view CONTEXT. Where those cannot be asked, or once CANCELLABLE is cancelled, a region has no rank. */
AtlasSiblingRanks *atlas_sibling_ranks_new  (AtlasCardContext *context, GPtrArray *tables, GCancellable *cancellable)
  G_GNUC_WARN_UNUSED_RESULT;
void               atlas_sibling_ranks_free (AtlasSiblingRanks *self);

/* "rank 3 of 18": REGION's place by INDICATOR; (nullable) (transfer full): NULL where it has none, is the nation, or is not of
 * the tables.
 * OUT_DETAILS (out) (nullable) (transfer full): among whom, and how many of them have a figure. */
char              *atlas_sibling_ranks_dup  (AtlasSiblingRanks *self, const char *indicator, const AtlasRegion *region,
                                             char **out_details) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSiblingRanks, atlas_sibling_ranks_free)

G_END_DECLS
