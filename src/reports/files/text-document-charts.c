/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-layout.h"
#include "charts/chart-split.h"
#include "charts/png-stream.h"
#include "reports/files/text-document-private.h"
#include "reports/files/xml-text.h"
#include "reports/pages/block-layout.h"

/* Pixels to the point: twice the 96 to the inch of a screen. */
#define PICTURE_SCALE (2.0 * 96.0 / 72.0)
/* What has to be left on a page for the caption, even one of two lines. */
#define CAPTION_ROOM 60.0

static GByteArray *
draw_picture (const AtlasChartLayout *layout)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (atlas_chart_layout_get_width (layout) * PICTURE_SCALE + 0.5),
                                (int) (atlas_chart_layout_get_height (layout) * PICTURE_SCALE + 0.5));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PICTURE_SCALE, PICTURE_SCALE);
  atlas_chart_layout_draw (layout, cr);
  cairo_destroy (cr);
  atlas_png_stream_append (bytes, surface);
  cairo_surface_destroy (surface);
  return bytes;
}

static void
append_frame (AtlasTextDocument      *self,
              const AtlasChartLayout *layout,
              const char             *caption)
{
  g_autoptr (GByteArray) picture = draw_picture (layout);
  g_autofree char *encoded = g_base64_encode (picture->data, picture->len);
  g_autofree char *description = atlas_chart_layout_dup_description (layout);

  g_string_append_printf (self->body, "<draw:frame draw:name=\"Chart%u\" text:anchor-type=\"as-char\"",
                          ++self->n_automatic);
  atlas_xml_append_length (self->body, "svg:width", atlas_chart_layout_get_width (layout));
  atlas_xml_append_length (self->body, "svg:height", atlas_chart_layout_get_height (layout));
  g_string_append (self->body, "><draw:image><office:binary-data>");
  g_string_append (self->body, encoded);
  g_string_append (self->body, "</office:binary-data></draw:image>");
  atlas_xml_append_element (self->body, "svg:title", caption);
  atlas_xml_append_element (self->body, "svg:desc", description);
  g_string_append (self->body, "</draw:frame>");
}

static void
add_part (AtlasTextDocument *self,
          const AtlasBlock  *block,
          AtlasChartRange    range,
          double             width,
          double             max_height)
{
  const AtlasChartStyle *style = atlas_chart_style_print ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_copy (block->chart);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autofree char *caption = atlas_block_dup_chart_caption (block, range.first > 0);

  spec->first_category = range.first;
  spec->n_categories = range.n;
  layout = atlas_chart_layout_new (spec, style, width, MIN (atlas_chart_measure_height (spec, style, width), max_height));
  atlas_text_document_add_paragraph (self, atlas_text_document_get_style_name (ATLAS_TEXT_CAPTION), caption);
  g_string_append (self->body, "<text:p text:style-name=\"" ATLAS_STYLE_FIGURE "\">");
  append_frame (self, layout, caption);
  g_string_append (self->body, "</text:p>\n");
}

void
atlas_text_document_add_chart (AtlasTextDocument *self,
                               const AtlasBlock  *block)
{
  double width = atlas_text_document_get_width (self, FALSE);
  double height = self->style->upright.height - CAPTION_ROOM;
  g_autoptr (GArray) ranges = atlas_chart_split (block->chart, atlas_chart_style_print (), width, height);

  for (guint i = 0; i < ranges->len; i++)
    add_part (self, block, g_array_index (ranges, AtlasChartRange, i), width, height);
}
