/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* The notes and sources of a chart, measured. */
typedef struct _AtlasChartFooter AtlasChartFooter;

/* MAX_HEIGHT negative: all of it. Else notes are cut short with an ellipsis and sources to "and others, 9 in all"; where
 * that is still too much the notes go. What is not shown is always said, and a line of sources stays (C5, C13). */
AtlasChartFooter *atlas_chart_footer_new        (AtlasChartBuild *build, double width, double max_height)
  G_GNUC_WARN_UNUSED_RESULT;
void              atlas_chart_footer_free       (AtlasChartFooter *self);
double            atlas_chart_footer_get_height (const AtlasChartFooter *self);
void              atlas_chart_footer_draw       (const AtlasChartFooter *self, AtlasChartBuild *build, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartFooter, atlas_chart_footer_free)

G_END_DECLS
