/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/paginator.h"
#include "reports/pages/text-lines.h"

G_BEGIN_DECLS

/* A list of contents: headings, charts and tables, each with the number of its page, to which it leads. */
typedef struct _AtlasContentsLayout AtlasContentsLayout;

AtlasContentsLayout *atlas_contents_layout_new  (AtlasTextShaper *shaper, const char *title, double width)
  G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_contents_layout_free (AtlasContentsLayout *self);
/* Takes all rows out again. CONDENSED: those of lower levels that are added from now on are as small as a list. */
void                 atlas_contents_layout_clear (AtlasContentsLayout *self, gboolean condensed);
/* Adds a row: LEVEL 0 stands over rows of its kind and leads nowhere; others lead to the block at position TARGET of the
 * report's layouts. IN_LIST: it is smaller, one of many figures or tables. */
void                 atlas_contents_layout_add  (AtlasContentsLayout *self, const char *text, guint level,
                                                 gboolean in_list, guint target);
/* Says that the page where the block at TARGET stands bears NUMBER. */
void                 atlas_contents_layout_place (AtlasContentsLayout *self, guint target, guint number);
AtlasFlowItem        atlas_contents_layout_get_flow (const AtlasContentsLayout *self);
void                 atlas_contents_layout_draw (const AtlasContentsLayout *self, cairo_t *cr, double x, double y,
                                                 const AtlasFlowPart *part);

G_END_DECLS
