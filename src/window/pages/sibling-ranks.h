/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/state/session.h"

G_BEGIN_DECLS

/* Which place a region has among those that lie in the same division. Each ranking is made once: a page keeps one of
 * these for as long as its view stays. */
typedef struct _AtlasSiblingRanks AtlasSiblingRanks;

AtlasSiblingRanks *atlas_sibling_ranks_new  (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_sibling_ranks_free (AtlasSiblingRanks *self);

/* "rank 3 of 18": REGION's place by INDICATOR; (nullable) (transfer full): NULL where it has none, or is the nation.
 * OUT_DETAILS (out) (nullable) (transfer full): among whom, and how many of them have a figure. */
char              *atlas_sibling_ranks_dup  (AtlasSiblingRanks *self, const char *indicator, const AtlasRegion *region,
                                             char **out_details) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSiblingRanks, atlas_sibling_ranks_free)

G_END_DECLS
