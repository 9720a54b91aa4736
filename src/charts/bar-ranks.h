/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/bar-rows.h"

G_BEGIN_DECLS

/* The ranks of bars, and how they changed, in columns of their own beside the names (C28). */
typedef struct _AtlasBarRanks AtlasBarRanks;

/* Makes room for the columns in ROWS, and says in the notes who is not ranked. NULL where the chart shows no ranks. */
AtlasBarRanks *atlas_bar_ranks_new  (AtlasChartBuild *build, AtlasBarRows *rows) G_GNUC_WARN_UNUSED_RESULT;
void           atlas_bar_ranks_free (AtlasBarRanks *self);
void           atlas_bar_ranks_draw (const AtlasBarRanks *self, AtlasChartBuild *build, const AtlasBarRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBarRanks, atlas_bar_ranks_free)

G_END_DECLS
