/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What lines are set in. */
typedef struct _AtlasLineFont AtlasLineFont;

/* ATTRIBUTES hold the font too. */
AtlasLineFont *atlas_line_font_new       (PangoContext *context, PangoAttrList *attributes) G_GNUC_WARN_UNUSED_RESULT;
void           atlas_line_font_free      (AtlasLineFont *self);

/* A text on one line, shaped once: what nearly all texts of tables and charts are. A PangoLayout of it takes twice the time and
 * four times the memory, since it looks for places to break at. Shared, and used in the thread that made it. */
typedef struct _AtlasTextLine AtlasTextLine;

/* Whether TEXT has nothing that only a layout can set: no end of a line or paragraph, no tabulator. */
gboolean       atlas_text_line_suits     (const char *text);
AtlasTextLine *atlas_text_line_new       (const AtlasLineFont *font, const char *text) G_GNUC_WARN_UNUSED_RESULT;
AtlasTextLine *atlas_text_line_ref       (AtlasTextLine *self);
void           atlas_text_line_unref     (AtlasTextLine *self);
const char    *atlas_text_line_get_text  (const AtlasTextLine *self);
/* In points. */
double         atlas_text_line_get_width (const AtlasTextLine *self);
/* From left to right; (element-type PangoGlyphItem) (transfer none). */
GSList        *atlas_text_line_get_runs  (const AtlasTextLine *self);
/* In the colour of CR; X is its left end, BASELINE where its characters stand. */
void           atlas_text_line_draw      (const AtlasTextLine *self, cairo_t *cr, double x, double baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLineFont, atlas_line_font_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextLine, atlas_text_line_unref)

G_END_DECLS
