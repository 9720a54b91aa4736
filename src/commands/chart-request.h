/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-spec.h"

G_BEGIN_DECLS

/* What the options of the chart command ask to be drawn: a question for each indicator, and how their answers are shown.
 * The gallery asks in the same words. */
typedef struct _AtlasChartRequest AtlasChartRequest;

AtlasChartRequest *atlas_chart_request_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_chart_request_free (AtlasChartRequest *self);

/* Adds the options to CONTEXT; SELF must live until it has parsed. */
void               atlas_chart_request_add_options (AtlasChartRequest *self, GOptionContext *context);
/* Reads what was parsed; what contradicts itself is a #GOptionError. */
gboolean           atlas_chart_request_finish      (AtlasChartRequest *self, GError **error);
/* The file that was named for the borders of a map; (nullable), borrowed. */
const char        *atlas_chart_request_get_boundaries_path (const AtlasChartRequest *self);
/* The signs that were named, those of the standard if none were; what there is not is a #GOptionError. */
gboolean           atlas_chart_request_get_signs   (const AtlasChartRequest *self, AtlasSignSet *out, GError **error);
/* Gives a map its borders in place of a file. */
void               atlas_chart_request_set_boundaries (AtlasChartRequest *self, AtlasBoundaries *boundaries);
/* Asks DATASET; (transfer full). */
AtlasChartSpec    *atlas_chart_request_make_spec   (AtlasChartRequest *self, AtlasDataset *dataset,
                                                    AtlasCatalogue *catalogue, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartRequest, atlas_chart_request_free)

G_END_DECLS
