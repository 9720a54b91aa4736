/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

#include "reports/report.h"

G_BEGIN_DECLS

/* Finds "Figure 3", "Table 1" and "[2]" in texts as they were set, and makes links of them. */
typedef struct _AtlasReferenceLinks AtlasReferenceLinks;

/* For the figures, tables and sources that REPORT has now: what names no other is a link. */
AtlasReferenceLinks *atlas_reference_links_new  (AtlasReport *report) G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_reference_links_free (AtlasReferenceLinks *self);
/* Whether there are any in TEXT from its byte BEGIN to END. */
gboolean atlas_reference_links_has    (const AtlasReferenceLinks *self, const char *text, int begin, int end);
/* Those in RUNS (element-type PangoGlyphItem), which TEXT was set in from its byte BEGIN to END. */
void atlas_reference_links_add_runs   (const AtlasReferenceLinks *self, const char *text, int begin, int end,
                                       GSList *runs, cairo_t *cr, double x, double baseline);
/* Those in LINE of LAYOUT, whose left end is at X and whose BASELINE there. Drawn behind the text, in points of the page. */
void atlas_reference_links_add_line   (const AtlasReferenceLinks *self, PangoLayout *layout, int line, cairo_t *cr,
                                       double x, double baseline);
/* Those in all of LAYOUT, which stands at X, Y. */
void atlas_reference_links_add_layout (const AtlasReferenceLinks *self, PangoLayout *layout, cairo_t *cr, double x,
                                       double y);

/* Makes BLOCK, standing at X, Y, what references to its number lead to, if it has one. */
void atlas_reference_target           (cairo_t *cr, const AtlasBlock *block, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReferenceLinks, atlas_reference_links_free)

G_END_DECLS
