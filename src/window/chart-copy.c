/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/chart-copy.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/chart-layout.h"
#include "window/table-text.h"

/* Sharp on paper and on dense screens, and still small enough to paste into a document. */
#define PICTURE_SCALE 2

/* Room around a chart that stands alone. */
#define PICTURE_MARGIN 16

static GdkTexture *
texture_new_for_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
draw_picture (const AtlasChartSpec *spec,
              double                width)
{
  const AtlasChartStyle *style = atlas_chart_style_light ();
  double height = ceil (atlas_chart_measure_height (spec, style, width));
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, style, width, height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (width + 2 * PICTURE_MARGIN) * PICTURE_SCALE,
                                                         (height + 2 * PICTURE_MARGIN) * PICTURE_SCALE);
  cairo_t *cr = cairo_create (surface);
  GdkTexture *texture;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PICTURE_SCALE, PICTURE_SCALE);
  cairo_translate (cr, PICTURE_MARGIN, PICTURE_MARGIN);
  atlas_chart_layout_draw (layout, cr);
  texture = texture_new_for_surface (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texture;
}

void
atlas_chart_copy_picture (const AtlasChartSpec *spec,
                          double                width,
                          GdkClipboard         *clipboard)
{
  g_autoptr (AtlasChartSpec) whole = atlas_chart_spec_copy (spec);
  g_autoptr (GdkTexture) texture = NULL;

  whole->show_titles = TRUE;
  whole->show_source = TRUE;
  texture = draw_picture (whole, width);
  gdk_clipboard_set_texture (clipboard, texture);
}

void
atlas_chart_copy_table (AtlasTable   *table,
                        GdkClipboard *clipboard)
{
  g_autofree char *text = atlas_table_dup_tsv (table);

  gdk_clipboard_set_text (clipboard, text);
}

GMenuModel *
atlas_chart_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();

  g_menu_append (copy, _("_Copy Picture"), "chart.copy-picture");
  g_menu_append (copy, _("Copy _Table"), "chart.copy-table");
  g_menu_append (copy, _("_Save Picture…"), "win.export-image('')");
  g_menu_append (other, _("Show as Ta_ble"), "card.show-table");
  g_menu_append (other, _("Show S_ource"), "win.show-source");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));
  return G_MENU_MODEL (menu);
}
