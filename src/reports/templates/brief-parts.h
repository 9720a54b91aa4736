/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/subject.h"

G_BEGIN_DECLS

/**
 * AtlasBrief:
 * @certified: with @share: of the region, its parent and the nation
 * @trend: the region's certified workers in all years from the first to the last figure
 * @children: (nullable): certified workers of the divisions below that have a figure
 *
 * The answers that a brief on one region is made of.
 */
typedef struct {
  AtlasSubject about;
  AtlasTable *certified;
  AtlasTable *share;
  AtlasTable *professionals;
  AtlasTable *grades;
  AtlasTable *per_10k;
  AtlasTable *tiers;
  AtlasTable *coverage;
  AtlasTable *organisations;
  AtlasTable *funding;
  AtlasTable *purposes;
  AtlasTable *trend;
  AtlasTable *children;
} AtlasBrief;

/* Up to four headline numbers, if at least two are known. */
void              atlas_brief_add_key_figures     (AtlasBrief *self);
/* All published figures of the region that the sections before do not speak of; NULL if there is none. */
AtlasReportTable *atlas_brief_other_figures_table (AtlasBrief *self,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
