/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/contents-layout.h"
#include "reports/pages/paginator.h"
#include "reports/pages/table-layout.h"
#include "reports/pages/text-lines.h"
#include "reports/report-block.h"

G_BEGIN_DECLS

/* A block broken into lines or rows for a width: what the paginator measures and the page draws. */
typedef struct _AtlasBlockLayout AtlasBlockLayout;

/**
 * AtlasBlockFrame:
 * @width: of the text area of an upright page
 * @height: of it
 * @landscape_width: of the text area of a landscape page
 * @density: of tables
 */
typedef struct {
  double width;
  double height;
  double landscape_width;
  AtlasTableDensity density;
} AtlasBlockFrame;

/* Borrows BLOCK; it is no page break. */
AtlasBlockLayout *atlas_block_layout_new      (AtlasTextShaper *shaper, const AtlasBlock *block,
                                               const AtlasBlockFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
/* It is neither drawn nor described again: frees all but its block. */
void              atlas_block_layout_release (AtlasBlockLayout *self);
void              atlas_block_layout_free     (AtlasBlockLayout *self);
const AtlasBlock *atlas_block_layout_get_block (const AtlasBlockLayout *self);
/* (nullable): of a block of contents, which the caller fills. */
AtlasContentsLayout *atlas_block_layout_get_contents (const AtlasBlockLayout *self);
/* Without the space before it, which depends on what stands above. */
AtlasFlowItem     atlas_block_layout_get_flow (const AtlasBlockLayout *self);
/* Draws a chart that may be lower in HEIGHT, with its caption, where that is less than it asked for. */
void              atlas_block_layout_fit      (AtlasBlockLayout *self, double height);
void              atlas_block_layout_draw     (const AtlasBlockLayout *self, cairo_t *cr, double x, double y,
                                               const AtlasFlowPart *part);
/* Adds the text alternatives of the parts of a chart, one for each, to DESCRIPTIONS (element-type utf8). */
void              atlas_block_layout_add_descriptions (const AtlasBlockLayout *self, GPtrArray *descriptions);

/* "Figure 1  Title", or "Figure 1  (continued)" over what went on to the next page; (transfer full). */
char             *atlas_block_dup_chart_caption (const AtlasBlock *block, gboolean is_continued)
  G_GNUC_WARN_UNUSED_RESULT;

/* What the contents say of a heading, a chart or a table; (transfer full). */
char             *atlas_block_dup_entry         (const AtlasBlock *block) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBlockLayout, atlas_block_layout_free)

G_END_DECLS
