/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/reference-line.h"

#include <math.h>

#define TEXT_CLEARANCE 2.0
#define LABEL_GAP 3.0
/* What is left of the line between two texts is drawn from this length on: crumbs look like dirt. */
#define LEAST_PIECE 4.0

static gboolean
has_reference (const AtlasChartBuild *build)
{
  return isfinite (build->spec->reference) && build->data->n_values > 0;
}

static gboolean
has_label (const AtlasChartBuild *build)
{
  return has_reference (build) && build->spec->reference_label != NULL && build->spec->reference_label[0] != '\0';
}

/* Only bars have room for two. */
static gboolean
has_further (const AtlasChartBuild *build)
{
  return build->spec->kind == ATLAS_CHART_BAR && isfinite (build->spec->further_reference) &&
         build->spec->further_label != NULL && build->data->n_values > 0;
}

static double
line_height (const AtlasChartBuild *build)
{
  return ceil (atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE) + LABEL_GAP);
}

double
atlas_reference_line_measure (const AtlasChartBuild *build)
{
  return (has_label (build) ? line_height (build) : 0.0) + (has_further (build) ? line_height (build) : 0.0);
}

static void
draw_label (AtlasChartBuild *build,
            const char      *label,
            AtlasRect        plot,
            double           x,
            double           y)
{
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, label, plot.width, 1);
  double left = CLAMP (x - run->width / 2.0, plot.x, MAX (plot.x, plot.x + plot.width - run->width));

  atlas_text_run_place (run, build->text, build->shapes, left, y, atlas_chart_build_dim (build));
}

static void
draw_piece (AtlasChartBuild *build,
            double           x,
            double           top,
            double           bottom)
{
  AtlasPoint ends[] = { { x, top }, { x, bottom } };

  if (bottom - top >= LEAST_PIECE)
    atlas_shape_list_add_line (build->shapes, ends, 2, FALSE, atlas_chart_build_text (build), 1.0, ATLAS_STROKE_DASHED);
}

static int
by_top (gconstpointer a,
        gconstpointer b)
{
  const AtlasRect *one = a, *other = b;

  return one->y < other->y ? -1 : one->y > other->y;
}

/* From TOP to BOTTOM, broken where it would run through a text drawn from the FIRST shape on. */
static void
draw_broken (AtlasChartBuild *build,
             double           x,
             double           top,
             double           bottom,
             guint            first)
{
  g_autoptr (GArray) boxes = atlas_shape_list_list_text_boxes (build->shapes, first);

  g_array_sort (boxes, by_top);
  for (guint i = 0; i < boxes->len; i++)
    {
      const AtlasRect *box = &g_array_index (boxes, AtlasRect, i);

      if (x < box->x - TEXT_CLEARANCE || x > box->x + box->width + TEXT_CLEARANCE || box->y + box->height < top)
        continue;
      draw_piece (build, x, top, box->y - TEXT_CLEARANCE);
      top = box->y + box->height + TEXT_CLEARANCE;
    }
  draw_piece (build, x, top, bottom);
}

void
atlas_reference_line_draw (AtlasChartBuild *build,
                           AtlasRect        plot,
                           double           x,
                           double           top,
                           double           bottom,
                           guint            first)
{
  if (!has_reference (build))
    return;
  draw_broken (build, x, top, bottom, first);
  if (has_label (build))
    draw_label (build, build->spec->reference_label, plot, x,
                plot.y + (has_further (build) ? line_height (build) : 0.0));
}

void
atlas_reference_line_draw_further (AtlasChartBuild *build,
                                   AtlasRect        plot,
                                   double           x,
                                   double           bottom,
                                   guint            first)
{
  if (!has_further (build))
    return;
  draw_broken (build, x, plot.y + line_height (build), bottom, first);
  draw_label (build, build->spec->further_label, plot, x, plot.y);
}
