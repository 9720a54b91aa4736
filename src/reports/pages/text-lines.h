/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/text-shaper.h"

G_BEGIN_DECLS

/* A text broken into lines that all stand the same distance apart, whatever faces they mix. */
typedef struct _AtlasTextLines AtlasTextLines;

/* The lines of TEXT within WIDTH points (below 0: one line, as long as it is). INDENT points before the
 * first. JUSTIFY makes both edges even, but for the last line and for those that would be torn apart by it. */
AtlasTextLines *atlas_text_lines_new (AtlasTextShaper *shaper, AtlasTextRole role, const char *text,
                                      double width, PangoAlignment alignment, double indent,
                                      gboolean justify) G_GNUC_WARN_UNUSED_RESULT;
/* The same, left aligned, without indent. */
AtlasTextLines *atlas_text_lines_new_plain  (AtlasTextShaper *shaper, AtlasTextRole role, const char *text,
                                             double width) G_GNUC_WARN_UNUSED_RESULT;
/* Centred in WIDTH and so broken that the lines are about equally long: for titles. */
AtlasTextLines *atlas_text_lines_new_balanced (AtlasTextShaper *shaper, AtlasTextRole role, const char *text,
                                               double width) G_GNUC_WARN_UNUSED_RESULT;
/* The TITLE of a report in its role: on one line where that fits, else broken at its newline, where it is best, else
 * wherever needed. */
AtlasTextLines *atlas_text_lines_new_title  (AtlasTextShaper *shaper, const char *title,
                                             double width) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the only line of what was made without a width to the left or the right of WIDTH; FALSE where it is longer. */
gboolean        atlas_text_lines_fit        (AtlasTextLines *self, double width, PangoAlignment alignment);
void            atlas_text_lines_free       (AtlasTextLines *self);
guint           atlas_text_lines_get_n      (const AtlasTextLines *self);
double          atlas_text_lines_get_pitch  (const AtlasTextLines *self);
double          atlas_text_lines_get_height (const AtlasTextLines *self);
/* Of the longest line. */
double          atlas_text_lines_get_width  (const AtlasTextLines *self);
/* Of the last line. */
double          atlas_text_lines_get_last_width (const AtlasTextLines *self);
/* The baseline of the first line, from its top. */
double          atlas_text_lines_get_baseline (const AtlasTextLines *self);
/* Draws N lines from FIRST on; X, Y is the top left corner of the first of them. */
void atlas_text_lines_draw (const AtlasTextLines *self, cairo_t *cr, double x, double y, guint first,
                            guint n);
void            atlas_text_lines_draw_all   (const AtlasTextLines *self, cairo_t *cr, double x, double y);
/* The same as an element TAG of the structure, such as "P". */
void            atlas_text_lines_draw_tagged (const AtlasTextLines *self, cairo_t *cr, const char *tag, double x, double y);
/* The same as atlas_text_lines_draw (), and makes links (nullable: of none) of the references; then the text is an element of
 * its own, since cairo marks no text of an element that holds others. */
void            atlas_text_lines_draw_linked (const AtlasTextLines *self, const AtlasReferenceLinks *links, cairo_t *cr,
                                              double x, double y, guint first, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextLines, atlas_text_lines_free)

G_END_DECLS
