/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/text-context.h"

#include "dataset/language.h"

/* The families of everything that is no official document: a Latin face and an SC face named explicitly, since
 * fontconfig left alone takes a Japanese or a Kai face for Han text. */
#define SANS_FAMILIES "Cantarell, Noto Sans CJK SC, sans-serif"

PangoContext *
atlas_text_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  gboolean chinese = atlas_language_current () == ATLAS_LANGUAGE_CHINESE;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (chinese ? "zh-cn" : "en"));
  cairo_font_options_destroy (options);
  return context;
}

PangoFontDescription *
atlas_text_font_new (double      size,
                     PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, SANS_FAMILIES);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight (font, weight);
  return font;
}
