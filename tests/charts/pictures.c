/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "pictures.h"

#include <math.h>

const GetStyle picture_styles[N_STYLES] = { atlas_chart_style_light, atlas_chart_style_dark,
                                            atlas_chart_style_high_contrast, atlas_chart_style_print };

void
picture_init (Picture                *self,
              const AtlasChartLayout *layout,
              const AtlasChartStyle  *style,
              double                  scale)
{
  int width = (int) ceil (atlas_chart_layout_get_width (layout) * scale);
  int height = (int) ceil (atlas_chart_layout_get_height (layout) * scale);
  cairo_t *cr;

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  self->scale = scale;
  cr = cairo_create (self->surface);
  cairo_set_source_rgb (cr, style->background.red, style->background.green, style->background.blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  atlas_chart_layout_draw (layout, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

AtlasColour
picture_get (const Picture *self,
             double         x,
             double         y)
{
  int column = CLAMP ((int) (x * self->scale), 0, cairo_image_surface_get_width (self->surface) - 1);
  int row = CLAMP ((int) (y * self->scale), 0, cairo_image_surface_get_height (self->surface) - 1);
  const guchar *line = cairo_image_surface_get_data (self->surface) + row * cairo_image_surface_get_stride (self->surface);
  guint32 pixel = ((const guint32 *) (const void *) line)[column];

  return (AtlasColour) { (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0, 1.0 };
}

gboolean
picture_same (AtlasColour a,
              AtlasColour b)
{
  return fabs (a.red - b.red) < 1.5 / 255.0 && fabs (a.green - b.green) < 1.5 / 255.0 &&
         fabs (a.blue - b.blue) < 1.5 / 255.0;
}
