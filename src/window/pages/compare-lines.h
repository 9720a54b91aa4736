/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/pages/sibling-ranks.h"

G_BEGIN_DECLS

/**
 * AtlasCompareLines:
 * @tables: (element-type AtlasTable): one an indicator, each with one row a region compared, in their order
 * @ranks: their places among those that lie in the same division
 *
 * What stands side by side on the page Compare. A plain value, made in a worker.
 */
typedef struct {
  GPtrArray *tables;
  AtlasSiblingRanks *ranks;
} AtlasCompareLines;

/* (nullable): NULL on error, or once CANCELLABLE is cancelled. */
AtlasCompareLines *atlas_compare_lines_new  (AtlasCardContext *context, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void               atlas_compare_lines_free (AtlasCompareLines *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCompareLines, atlas_compare_lines_free)

G_END_DECLS
