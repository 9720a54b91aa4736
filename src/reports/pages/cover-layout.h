/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/text-lines.h"
#include "reports/report-block.h"

G_BEGIN_DECLS

/* A cover, which takes up a page: the title in its upper third, facts about the report below, and at its foot who made it
 * and when. */
typedef struct _AtlasCoverLayout AtlasCoverLayout;

/* Borrows BLOCK, a cover. */
AtlasCoverLayout *atlas_cover_layout_new  (AtlasTextShaper *shaper, const AtlasBlock *block, double width,
                                           double height) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_cover_layout_free (AtlasCoverLayout *self);
void              atlas_cover_layout_draw (const AtlasCoverLayout *self, cairo_t *cr, double x, double y);

G_END_DECLS
