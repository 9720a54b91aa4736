/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/text-paint.h"

static const cairo_user_data_key_t outlines_key;

static gboolean
uses_outlines (cairo_t *cr)
{
  return cairo_get_user_data (cr, &outlines_key) != NULL;
}

void
atlas_text_paint_layout (cairo_t     *cr,
                         PangoLayout *layout)
{
  if (!uses_outlines (cr))
    {
      pango_cairo_show_layout (cr, layout);
      return;
    }
  pango_cairo_layout_path (cr, layout);
  cairo_fill (cr);
}

void
atlas_text_paint_line (cairo_t         *cr,
                       PangoLayoutLine *line)
{
  if (!uses_outlines (cr))
    {
      pango_cairo_show_layout_line (cr, line);
      return;
    }
  pango_cairo_layout_line_path (cr, line);
  cairo_fill (cr);
}

void
atlas_text_paint_item (cairo_t        *cr,
                       const char     *text,
                       PangoGlyphItem *glyphs)
{
  if (!uses_outlines (cr))
    {
      pango_cairo_show_glyph_item (cr, text, glyphs);
      return;
    }
  pango_cairo_glyph_string_path (cr, glyphs->item->analysis.font, glyphs->glyphs);
  cairo_fill (cr);
}

void
atlas_text_paint_use_outlines (cairo_t *cr)
{
  cairo_set_user_data (cr, &outlines_key, cr, NULL);
}
