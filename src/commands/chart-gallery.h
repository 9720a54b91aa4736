/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-spec.h"
#include "dataset/dataset.h"

G_BEGIN_DECLS

/* Draws every kind of chart from DATASET into FOLDER, which is made where it is not: in each language and style, with an
 * index.html that shows them side by side and also in grey. To look at, and to compare before and after a change. The map has
 * the borders of the file BOUNDARIES (nullable), else squares, which lie in the folder as an example. SIGNS: those of all charts. */
gboolean atlas_chart_gallery_write (AtlasDataset *dataset, const char *folder, const char *boundaries, AtlasSignSet signs,
                                    GError **error);

/* Its charts one by one, in the user's language. */
guint           atlas_chart_gallery_get_n_charts (void);
AtlasChartSpec *atlas_chart_gallery_make_chart   (guint n, AtlasDataset *dataset, AtlasCatalogue *catalogue,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
