/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/kinds/line-chart.h"
#include "charts/point-marker.h"

#define YEAR_GAP 4.0
#define INSET 10.0       /* of the first and last year from the ends of the axis */
#define MAX_END_SHARE 0.4
#define DIM_RADIUS 2.0
/* The chart does not grow to hold more names than this. */
#define MAX_ENDS 24
#define LEAST_AREA 30.0   /* for the lines, before labels at their ends have to go */
#define HIT_RADIUS 14.0

static double
measure (AtlasChartBuild *build,
         double           width)
{
  guint n_ends = MIN (build->data->series->len, MAX_ENDS);
  double ends = n_ends * atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_LABEL);

  return ceil (MAX (CLAMP (width * 0.42, 9.0 * build->style->text_size, 24.0 * build->style->text_size),
                    ends + 2.0 * build->style->text_size));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  return 5.0 * atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_LABEL);
}

/* C1: steps rise from the floor as columns do, and how high they stand is read as how much there is. */
static void
make_value_axis (AtlasLineChart *self)
{
  self->y = atlas_value_axis_new (ATLAS_AXIS_LEFT, atlas_chart_data_get_measure (self->build->data, 0));
  self->y.has_zero = self->is_stepped;
  atlas_value_axis_include (&self->y, self->build->spec->reference);
  atlas_value_axis_fit (&self->y, self->build, self->area.y + self->area.height, self->area.y);
  atlas_value_axis_note (&self->y, self->build);
}

/* C30: linear in time. Values at their dates need the years from beginning to end. */
static void
make_time_scale (AtlasLineChart *self)
{
  guint n = self->build->data->categories->len;
  double inset = MIN (INSET, self->area.width / 4.0);

  self->x = (AtlasLinearScale) { atlas_line_chart_get_year (self, 0), atlas_line_chart_get_year (self, n - 1), self->area.x + inset,
                                 self->area.x + self->area.width - inset, 1.0, 0, 0 };
  if (self->is_stepped)
    {
      self->x.high += 1.0;
      self->x.start = self->area.x;
    }
  else if (n < 2)
    {
      self->x.low -= 1.0;
      self->x.high += 1.0;
    }
}

/* Panels leave the same beside their lines, so that a year is as wide in all of them. */
static void
share_widths (const AtlasLineChart *self,
              double               *left,
              double               *right)
{
  AtlasPanelShare *share = self->build->share;

  if (share == NULL)
    return;
  if (share->is_collecting)
    {
      share->before = MAX (share->before, *left);
      share->after = MAX (share->after, *right);
    }
  *left = share->before;
  *right = share->after;
}

/* The area between the axes: what ticks, years and the labels at the ends leave of the plot. */
static void
find_area (AtlasLineChart *self,
           AtlasRect       plot)
{
  double head = ceil (self->build->style->text_size * 0.7);
  double foot = ceil (atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_NOTE) + YEAR_GAP);
  double left, right;

  atlas_line_ends_make (self, plot.width * MAX_END_SHARE);
  self->area = (AtlasRect) { plot.x, plot.y + head, plot.width, MAX (plot.height - head - foot, 8.0) };
  make_value_axis (self);
  left = atlas_value_axis_measure_depth (&self->y, self->build);
  right = MAX (atlas_line_ends_measure (self), INSET);
  share_widths (self, &left, &right);
  if (plot.width - left - right < LEAST_AREA)
    {
      atlas_line_ends_drop (self);
      right = INSET;
    }
  self->area.x += left;
  self->area.width = MAX (plot.width - left - right, 20.0);
  make_time_scale (self);
}

/* The smallest step in which the texts of years fit. */
static int
year_step (const AtlasLineChart *self)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50 };
  double a_year = (self->x.end - self->x.start) / (self->x.high - self->x.low);
  g_autoptr (AtlasTextRun) sample = atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, "2000", 0.0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * a_year >= sample->width + 8.0)
      return steps[i];
  return 100;
}

/* Where years have a beginning and an end, these are marked on the axis. */
static void
draw_year_ends (const AtlasLineChart *self)
{
  double bottom = self->area.y + self->area.height;

  for (int year = (int) self->x.low; year <= (int) self->x.high; year++)
    {
      double x = round (atlas_linear_scale_position (&self->x, year)) + 0.5;
      AtlasPoint ends[] = { { x, bottom }, { x, bottom + YEAR_GAP } };

      atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_axis (self->build), 1.0,
                                 ATLAS_STROKE_SOLID);
    }
}

/* Years are counted back from the last, which is the one the reader wants. */
static void
draw_time_axis (const AtlasLineChart *self)
{
  AtlasChartBuild *build = self->build;
  guint n = build->data->categories->len;
  int first = atlas_line_chart_get_year (self, 0), last = atlas_line_chart_get_year (self, n - 1), step = year_step (self);

  for (int year = last; year >= first; year -= step)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
      double x = atlas_linear_scale_position (&self->x, year + (self->is_stepped ? 0.5 : 0.0));

      atlas_text_run_place (run, build->text, build->shapes, x - run->width / 2.0,
                            self->area.y + self->area.height + YEAR_GAP, atlas_chart_build_dim (build));
    }
  if (self->is_stepped)
    draw_year_ends (self);
}

/* Whether a line goes through the point. */
static gboolean
is_on_line (const AtlasLineChart *self,
            guint                 category,
            guint                 series)
{
  return atlas_line_chart_joins (self, category, series) ||
         (category + 1 < self->build->data->categories->len && atlas_line_chart_joins (self, category + 1, series));
}

/* Lines that stand back have points only where these say more than the line: of dozens they would be a cloud. */
static void
draw_marker (const AtlasLineChart *self,
             guint                 category,
             guint                 series,
             AtlasPoint            at)
{
  AtlasQualifier qualifier = atlas_line_chart_get_value (self, category, series)->qualifier;
  AtlasPointLook dim = { atlas_chart_build_dim (self->build), 0, qualifier, ATLAS_QUALIFIER_EXACT, FALSE };

  if (!atlas_line_chart_is_dim (self, series))
    atlas_point_marker_draw (self->build, at, ATLAS_LINE_RADIUS, series, qualifier);
  else if (qualifier != ATLAS_QUALIFIER_EXACT || !is_on_line (self, category, series))
    atlas_point_marker_draw_look (self->build, at, DIM_RADIUS, dim);
}

/* A point is hit anywhere above and below it in its year; of several, the nearest is meant. */
static void
draw_points (const AtlasLineChart *self,
             guint                 category)
{
  AtlasChartBuild *build = self->build;
  double half = MAX (HIT_RADIUS, (self->x.end - self->x.start) / (self->x.high - self->x.low) / 2.0);

  for (guint s = 0; s < build->data->series->len; s++)
    {
      const AtlasObservation *value = atlas_line_chart_get_value (self, category, s);
      AtlasPoint at;
      AtlasRect bounds, hit;

      if (value == NULL)
        continue;
      at = atlas_line_chart_get_point (self, category, s);
      bounds = (AtlasRect) { at.x - ATLAS_LINE_RADIUS, at.y - ATLAS_LINE_RADIUS, 2.0 * ATLAS_LINE_RADIUS,
                             2.0 * ATLAS_LINE_RADIUS };
      hit = (AtlasRect) { at.x - half, self->area.y, 2.0 * half, self->area.height };
      draw_marker (self, category, s, at);
      atlas_chart_build_add_mark (build, category, s, bounds, hit,
                                  atlas_chart_build_dup_label (build, category, s, FALSE));
    }
}

static void
draw_reference (const AtlasLineChart *self)
{
  double y = atlas_value_axis_get_position (&self->y, self->build->spec->reference);
  AtlasPoint ends[] = { { self->area.x, y }, { self->area.x + self->area.width, y } };

  if (isfinite (self->build->spec->reference))
    atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_text (self->build), 1.0,
                               ATLAS_STROKE_DASHED);
}

static double
draw_as (AtlasChartBuild *build,
         AtlasRect        plot,
         gboolean         is_stepped)
{
  AtlasLineChart self = { build, is_stepped };
  guint n = build->data->categories->len;

  atlas_chart_notes_set_hidden (build->notes, 0, 0);
  if (build->data->n_values == 0)
    return atlas_chart_build_draw_message (build, plot, _("No dated figure in these years"));
  if (!is_stepped)
    atlas_line_chart_note_months (&self);
  find_area (&self, plot);
  atlas_value_axis_draw (&self.y, build, self.area);
  draw_time_axis (&self);
  draw_reference (&self);
  atlas_line_paths_draw (&self);
  for (guint c = 0; c < n; c++)
    draw_points (&self, c);
  atlas_line_ends_draw (&self, plot);
  atlas_line_labels_draw (&self);
  atlas_line_ends_clear (&self);
  return plot.y + plot.height;
}

static double
draw_line (AtlasChartBuild *build,
           AtlasRect        plot)
{
  return draw_as (build, plot, FALSE);
}

static double
draw_steps (AtlasChartBuild *build,
            AtlasRect        plot)
{
  return draw_as (build, plot, TRUE);
}

const AtlasChartPlot atlas_line_plot = { measure, measure_least, draw_line };
const AtlasChartPlot atlas_step_plot = { measure, measure_least, draw_steps };
