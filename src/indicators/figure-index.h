/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* The published figures that one question needs, by indicator and region, so that no rule asks SQLite. */
typedef struct _AtlasFigureIndex AtlasFigureIndex;

AtlasFigureIndex *atlas_figure_index_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_figure_index_free   (AtlasFigureIndex *self);

/* Adds (element-type AtlasFigure) FIGURES. */
void              atlas_figure_index_add    (AtlasFigureIndex *self, GPtrArray *figures);
/* (element-type AtlasFigure) (transfer none): those of INDICATOR_ID in REGION_CODE, by figure_id; may be empty. */
GPtrArray        *atlas_figure_index_lookup (AtlasFigureIndex *self, const char *indicator_id,
                                             const char *region_code);
/* (element-type utf8) (transfer container): the codes of all regions that have a figure, in no order. */
GPtrArray        *atlas_figure_index_list_regions (AtlasFigureIndex *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFigureIndex, atlas_figure_index_free)

G_END_DECLS
