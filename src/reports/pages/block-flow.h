/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/paginator.h"
#include "reports/report-block.h"
#include "reports/report-style.h"

G_BEGIN_DECLS

/* How block I of BLOCKS (element-type AtlasBlock), which is no page break, stands to those beside it: sets in ITEM the space
 * before it, in points, whether a page begins with it, what it may not be parted from, and how it lies on the grid. ABOVE
 * (nullable) is the block before it, page breaks apart. */
void atlas_block_flow_complete (AtlasFlowItem *item, GPtrArray *blocks, guint i, const AtlasBlock *above,
                                const AtlasReportStyle *style, AtlasLanguage language);

G_END_DECLS
