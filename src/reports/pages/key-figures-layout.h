/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/text-lines.h"
#include "reports/report-block.h"

G_BEGIN_DECLS

/* Headline numbers side by side on cards of one size. */
typedef struct _AtlasKeyFiguresLayout AtlasKeyFiguresLayout;

AtlasKeyFiguresLayout *atlas_key_figures_layout_new (AtlasTextShaper *shaper, GPtrArray *key_figures,
                                                     double width) G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_key_figures_layout_free (AtlasKeyFiguresLayout *self);
double                 atlas_key_figures_layout_get_height (const AtlasKeyFiguresLayout *self);
void atlas_key_figures_layout_draw (const AtlasKeyFiguresLayout *self, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasKeyFiguresLayout, atlas_key_figures_layout_free)

G_END_DECLS
