/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/**
 * AtlasBrief:
 * @parent: (nullable): the division above; NULL for the nation
 * @told_period: the period that the text told last, so that it need not be repeated; "-" before the first
 * @certified: with @share: of the region, its parent and the nation
 * @trend: the region's certified workers in all years from the first to the last figure
 * @children: (nullable): certified workers of the divisions below that have a figure
 *
 * The answers that a brief on one region is made of.
 */
typedef struct {
  AtlasReportBuilder *builder;
  const AtlasRegion *region;
  const AtlasRegion *parent;
  const AtlasRegion *nation;
  const char *name;
  const char *parent_name;
  const char *nation_name;
  const char *told_period;
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
/* Purpose, amount, period and source; NULL with fewer than two purposes. */
AtlasReportTable *atlas_brief_purpose_table       (AtlasBrief *self) G_GNUC_WARN_UNUSED_RESULT;
/* All published figures of the region that the sections before do not speak of; NULL if there is none. */
AtlasReportTable *atlas_brief_other_figures_table (AtlasBrief *self,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
