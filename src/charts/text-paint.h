/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* All text of charts and reports is painted by these, at the current point of CR as the functions of Pango are that they are
 * named after. */
void atlas_text_paint_layout (cairo_t *cr, PangoLayout *layout);
void atlas_text_paint_line   (cairo_t *cr, PangoLayoutLine *line);
/* GLYPHS of TEXT. */
void atlas_text_paint_item   (cairo_t *cr, const char *text, PangoGlyphItem *glyphs);

/* From now on text is painted on CR by its outlines, without fonts. For printers: of the fonts that cairo 1.16 embeds some glyphs
 * lack parts and are not drawn (charts/pdf/cff-subroutines.h), and what is sent to a printer nothing mends. */
void atlas_text_paint_use_outlines (cairo_t *cr);

G_END_DECLS
