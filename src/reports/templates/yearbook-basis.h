/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/templates/yearbook-grid.h"

G_BEGIN_DECLS

/* What has to be known before figures of a yearbook that stand beside each other are compared. */

/* "持证社工、每万人持证社工数（全国、陕西）为公布数，……": in which columns of the N GRIDS documents have the say of which of REGIONS
 * (element-type AtlasRegion), while registers are counted for others, by indicators alone or WITH_PARTS of them too; (nullable)
 * where nowhere; (transfer full). */
char *atlas_yearbook_basis_dup_mixture (AtlasYearbookGrid *const *grids, guint n, GPtrArray *regions, gboolean with_parts)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same of one REGION, whose other figures in GRID are counted; (nullable); (transfer full). */
char *atlas_yearbook_basis_dup_own     (const AtlasYearbookGrid *grid, const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
