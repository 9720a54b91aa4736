/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/chart-views/chart-paint.h"

#include <string.h>

#include "window/parts/screen-style.h"

/* The ring around a chart lies in the padding of its card: names and numbers reach the chart's edges. */
#define FOCUS_MARGIN 6

GskRenderNode *
atlas_chart_paint_node_new (const AtlasChartLayout *layout)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, atlas_chart_layout_get_width (layout),
                                               atlas_chart_layout_get_height (layout));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  atlas_chart_layout_draw (layout, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
init_rounded (GskRoundedRect *outline,
              AtlasRect       rect,
              double          margin)
{
  gsk_rounded_rect_init_from_rect (outline,
                                   &GRAPHENE_RECT_INIT (rect.x - margin, rect.y - margin,
                                                        rect.width + 2 * margin, rect.height + 2 * margin),
                                   4);
}

static void
append_band (GtkSnapshot *snapshot,
             AtlasRect    rect,
             GdkRGBA      colour)
{
  GskRoundedRect outline;

  init_rounded (&outline, rect, 0);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_ring (GtkSnapshot *snapshot,
             AtlasRect    rect,
             double       margin,
             float        width,
             GdkRGBA      colour)
{
  GskRoundedRect outline;
  float widths[] = { width, width, width, width };
  GdkRGBA colours[] = { colour, colour, colour, colour };

  init_rounded (&outline, rect, margin);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static gboolean
is_of_region (const AtlasChartLayout *layout,
              guint                   mark,
              const char             *code)
{
  const AtlasRegion *region = atlas_chart_layout_get_mark (layout, mark)->observation->region;

  return region != NULL && strcmp (region->code, code) == 0;
}

static gboolean
is_all_of_region (const AtlasChartLayout *layout,
                  const char             *code)
{
  for (guint i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    if (!is_of_region (layout, i, code))
      return FALSE;
  return TRUE;
}

/* An outline, so that it is seen without colours too. */
void
atlas_chart_paint_linked (GtkSnapshot            *snapshot,
                          const AtlasChartLayout *layout,
                          const char             *code,
                          int                     hovered,
                          int                     current)
{
  GdkRGBA ink = atlas_colour_to_rgba (atlas_screen_style ()->text);

  if (is_all_of_region (layout, code))
    return;
  ink.alpha = 0.55;
  for (guint i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    if ((int) i != hovered && (int) i != current && is_of_region (layout, i, code))
      append_ring (snapshot, atlas_chart_layout_get_mark (layout, i)->bounds, 2, 1, ink);
}

void
atlas_chart_paint_overlay (GtkSnapshot            *snapshot,
                           const AtlasChartLayout *layout,
                           int                     hovered,
                           int                     current,
                           gboolean                focused)
{
  GdkRGBA ink = atlas_colour_to_rgba (atlas_screen_style ()->text);

  if (hovered >= 0 && hovered != current)
    {
      ink.alpha = 0.06;
      append_band (snapshot, atlas_chart_layout_get_mark (layout, hovered)->hit, ink);
    }
  if (current >= 0)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, current);

      ink.alpha = 0.08;
      append_band (snapshot, mark->hit, ink);
      ink.alpha = 0.85;
      append_ring (snapshot, mark->bounds, 2.5, focused ? 2 : 1.25, ink);
    }
  else if (focused)
    {
      AtlasRect all = { 0, 0, atlas_chart_layout_get_width (layout), atlas_chart_layout_get_height (layout) };

      ink.alpha = 0.5;
      append_ring (snapshot, all, FOCUS_MARGIN, 2, ink);
    }
}
