/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/chart-views/chart-copy.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/byte-stream.h"
#include "charts/chart-layout.h"
#include "window/tables/table-html.h"
#include "window/tables/table-text.h"

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

static void
draw_picture (const AtlasChartLayout *layout,
              cairo_surface_t        *surface,
              double                  scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, PICTURE_MARGIN, PICTURE_MARGIN);
  atlas_chart_layout_draw (layout, cr);
  cairo_destroy (cr);
}

static GdkContentProvider *
pixels_new (const AtlasChartLayout *layout,
            double                  width,
            double                  height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * PICTURE_SCALE,
                                                         height * PICTURE_SCALE);
  g_autoptr (GdkTexture) texture = NULL;

  draw_picture (layout, surface, PICTURE_SCALE);
  texture = texture_new_for_surface (surface);
  cairo_surface_destroy (surface);
  return gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
}

static GdkContentProvider *
drawing_new (const AtlasChartLayout *layout,
             double                  width,
             double                  height)
{
  GByteArray *svg = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (atlas_byte_stream_append, svg, width, height);

  draw_picture (layout, surface, 1);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (svg);
  return gdk_content_provider_new_for_bytes ("image/svg+xml", bytes);
}

/* Who pastes takes the form that it knows best. */
static void
set_content (GdkClipboard       *clipboard,
             GdkContentProvider *first,
             GdkContentProvider *second)
{
  GdkContentProvider *providers[] = { first, second };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (clipboard, all);
}

void
atlas_chart_copy_picture (const AtlasChartSpec *spec,
                          double                width,
                          GdkClipboard         *clipboard)
{
  const AtlasChartStyle *style = atlas_chart_style_light ();
  g_autoptr (AtlasChartSpec) whole = atlas_chart_spec_copy (spec);
  g_autoptr (AtlasChartLayout) layout = NULL;
  double height;

  whole->show_titles = TRUE;
  whole->show_source = TRUE;
  height = ceil (atlas_chart_measure_height (whole, style, width));
  layout = atlas_chart_layout_new (whole, style, width, height);
  width += 2 * PICTURE_MARGIN;
  height += 2 * PICTURE_MARGIN;
  set_content (clipboard, pixels_new (layout, width, height), drawing_new (layout, width, height));
}

void
atlas_chart_copy_table (AtlasTable     *table,
                        AtlasChartKind  chart,
                        GdkClipboard   *clipboard)
{
  g_autofree char *text = atlas_table_dup_tsv (table);
  char *html = atlas_table_dup_html (table, chart);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));

  set_content (clipboard, gdk_content_provider_new_typed (G_TYPE_STRING, text),
               gdk_content_provider_new_for_bytes ("text/html", bytes));
}

/* Most charts have no rows to choose from: there it is not in the menu at all. */
static void
append_possible (GMenu      *menu,
                 const char *label,
                 const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

GMenuModel *
atlas_chart_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) rows = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();

  g_menu_append (copy, _("_Copy Picture"), "chart.copy-picture");
  g_menu_append (copy, _("Copy _Table"), "chart.copy-table");
  g_menu_append (copy, _("_Save Picture…"), "win.export-image('')");
  append_possible (rows, _("Zoom _In"), "chart.zoom-in");
  append_possible (rows, _("Zoom _Out"), "chart.zoom-out");
  append_possible (rows, _("Show _All Rows"), "chart.zoom-all");
  g_menu_append (other, _("Show as Ta_ble"), "card.show-table");
  append_possible (other, _("Show _Ranks"), "card.show-ranks");
  g_menu_append (other, _("Show S_ource"), "win.show-source");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rows));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));
  return G_MENU_MODEL (menu);
}
