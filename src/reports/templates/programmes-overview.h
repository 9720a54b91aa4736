/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/programme-figures.h"
#include "reports/report-builder.h"

G_BEGIN_DECLS

/**
 * AtlasProgrammeSummary:
 * @n_regions: how many divisions are known to run it, by each basis
 * @figures: (element-type AtlasFigure): what is published
 *
 * What a region has of a programme.
 */
typedef struct {
  AtlasProgramme *programme;
  guint n_regions[ATLAS_PROGRAMME_N_BASES];
  GPtrArray *figures;
} AtlasProgrammeSummary;

/* The section that comes first: of how many programmes anything is known in REGION, and a line on each of SUMMARIES (element-type
 * AtlasProgrammeSummary) of which something is. */
void atlas_programmes_overview_add (AtlasReportBuilder *builder, const AtlasRegion *region, GPtrArray *summaries);
/* Whether anything is known. */
gboolean atlas_programme_summary_is_known (const AtlasProgrammeSummary *self);

G_END_DECLS
