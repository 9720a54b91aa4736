/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* Draws every kind of chart from DATASET into FOLDER, which is made where it is not: in each language and style, with an
 * index.html that shows them side by side and also in grey. To look at, and to compare before and after a change. */
gboolean atlas_chart_gallery_write (AtlasDataset *dataset, const char *folder, GError **error);

G_END_DECLS
