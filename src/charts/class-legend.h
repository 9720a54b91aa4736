/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* What the colours of classes mean (C16): swatches in a row with the edges between them and the extremes at their ends, the
 * specification's reference, such as the parent's value, marked above them, and the hatching of what has no value. */
typedef struct _AtlasClassLegend AtlasClassLegend;

/* Nothing in a panel: one for all of them stands above. MEASURE (nullable): NULL where each column has its own classes: then the ends say only which way values grow. */
AtlasClassLegend *atlas_class_legend_new        (AtlasChartBuild *build, const AtlasChartMeasure *measure,
                                                 double width) G_GNUC_WARN_UNUSED_RESULT;
/* As low as can be and WIDTH wide: its words stand in areas of their own, about APART wide. */
AtlasClassLegend *atlas_class_legend_new_apart  (AtlasChartBuild *build, const AtlasChartMeasure *measure,
                                                 double width, double apart) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_class_legend_free       (AtlasClassLegend *self);
/* With the gap to what stands below. */
double            atlas_class_legend_get_height (const AtlasClassLegend *self);
void              atlas_class_legend_draw       (const AtlasClassLegend *self, double x, double y);
/* The words of one that is apart, as far as they have room in AREA. */
void              atlas_class_legend_draw_missing   (const AtlasClassLegend *self, AtlasRect area);
void              atlas_class_legend_draw_reference (const AtlasClassLegend *self, AtlasRect area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasClassLegend, atlas_class_legend_free)

G_END_DECLS
