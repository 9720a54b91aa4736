/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/chart-label.h"
#include "charts/label-placement.h"
#include "charts/line-chart.h"
#include "charts/linear-scale.h"
#include "charts/point-marker.h"

#define TICK_GAP 6.0
#define YEAR_GAP 4.0
#define INSET 10.0       /* of the first and last year from the ends of the axis */
#define END_GAP 10.0     /* between the last year and the labels of the lines */
#define MAX_END_SHARE 0.4
#define LINE_WIDTH 2.0
#define RADIUS 3.2
#define TICK_PITCH 30.0
#define HIT_RADIUS 14.0
#define LABEL_OFFSET 6.0

/* Below this share of the highest value the lowest is near enough to zero for the axis to begin there. */
#define ZERO_BELOW 0.5

static double
pitch (const AtlasLineChart *self,
       AtlasTextRole         role)
{
  return atlas_text_maker_get_pitch (self->build->text, role);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  guint n_ends = build->data->series->len;
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

static const AtlasObservation *
get_value (const AtlasLineChart *self,
           guint                 category,
           guint                 series)
{
  const AtlasObservation *value = atlas_chart_data_get_value (self->build->data, category, series);

  return value != NULL && atlas_chart_kind_shows (ATLAS_CHART_LINE, value) ? value : NULL;
}

static int
get_year (const AtlasLineChart *self,
          guint                 category)
{
  return atlas_chart_data_get_category (self->build->data, category)->year;
}

AtlasPoint
atlas_line_chart_get_point (const AtlasLineChart *self,
                            guint                 category,
                            guint                 series)
{
  return (AtlasPoint) { atlas_linear_scale_position (&self->x, get_year (self, category)),
                        atlas_linear_scale_position (&self->y, get_value (self, category, series)->value) };
}

/* The last category that SERIES has a value in, or −1. */
static int
last_of (const AtlasLineChart *self,
         guint                 series)
{
  for (guint c = self->build->data->categories->len; c-- > 0;)
    if (get_value (self, c, series) != NULL)
      return (int) c;
  return -1;
}

static void
make_value_scale (AtlasLineChart *self)
{
  const AtlasChartData *data = self->build->data;
  double low = data->lowest, high = data->highest, reference = self->build->spec->reference;
  gboolean zero;

  if (isfinite (reference))
    {
      low = MIN (low, reference);
      high = MAX (high, reference);
    }
  zero = low <= high * ZERO_BELOW;
  self->y = atlas_linear_scale_nice (low, high, zero, data->is_whole,
                                     (guint) CLAMP (self->area.height / TICK_PITCH + 1.0, 2.0, 8.0));
  self->y.start = self->area.y + self->area.height;
  self->y.end = self->area.y;
  if (self->y.low > 0.0)
    atlas_chart_notes_add (self->build->notes, _("The vertical axis does not begin at 0"));
}

/* C30: linear in time. */
static void
make_time_scale (AtlasLineChart *self)
{
  guint n = self->build->data->categories->len;
  double inset = MIN (INSET, self->area.width / 4.0);

  self->x = (AtlasLinearScale) { get_year (self, 0), get_year (self, n - 1), self->area.x + inset,
                                 self->area.x + self->area.width - inset, 1.0, 0, 0 };
  if (n < 2)
    {
      self->x.low -= 1.0;
      self->x.high += 1.0;
    }
}

/* NAME and VALUE in ROOM; where that is short, the name gives way and never the value. */
static AtlasTextRun *
fit_name (AtlasLineChart *self,
          const char     *name,
          const char     *value,
          double          room)
{
  for (glong length = g_utf8_strlen (name, -1); length >= 0; length--)
    {
      g_autofree char *start = g_utf8_substring (name, 0, length);
      gboolean is_cut = start[strlen (start)] != name[strlen (start)];
      g_autofree char *text = g_strdup_printf ("%s%s %s", start, is_cut ? "…" : "", value);
      AtlasTextRun *run = atlas_text_run_new (self->build->text, ATLAS_TEXT_LABEL, text, 0.0, 1);

      if (run->width <= room || length == 0)
        return run;
      atlas_text_run_free (run);
    }
  g_assert_not_reached ();
}

/* The last value, with its year where the line ends before the axis does. */
static char *
dup_end_value (const AtlasLineChart *self,
               guint                 series,
               guint                 last)
{
  g_autofree char *value = atlas_chart_build_dup_label (self->build, last, series, TRUE);
  int year = get_year (self, last);

  if (year == get_year (self, self->build->data->categories->len - 1))
    return g_steal_pointer (&value);
  /* Translators: the value at the end of a line, and the year it is of */
  return g_strdup_printf (C_("end of a line", "%s (%d)"), value, year);
}

static AtlasTextRun *
end_run (AtlasLineChart *self,
         guint           series,
         double          room)
{
  AtlasChartBuild *build = self->build;
  const AtlasChartEntry *entry = atlas_chart_data_get_series (build->data, series);
  int last = last_of (self, series);
  g_autofree char *value = NULL;
  g_autofree char *short_name = NULL;
  AtlasTextRun *run;

  if (last < 0)
    return NULL;
  value = dup_end_value (self, series, (guint) last);
  if (build->data->series->len == 1)
    return atlas_text_run_new (build->text, ATLAS_TEXT_STRONG, value, 0.0, 1);
  run = fit_name (self, entry->name, value, G_MAXDOUBLE);
  if (run->width <= room)
    return run;
  atlas_text_run_free (run);
  short_name = entry->is_region ? atlas_region_dup_short_name (entry->region) : g_strdup (entry->name);
  return fit_name (self, short_name, value, room);
}

static void
make_ends (AtlasLineChart *self,
           double          room)
{
  const char *label = self->build->spec->reference_label;
  guint n = self->build->data->series->len;

  self->n_ends = n + 1;
  self->ends = g_new0 (AtlasTextRun *, n + 1);
  for (guint s = 0; s < n; s++)
    self->ends[s] = end_run (self, s, room);
  if (isfinite (self->build->spec->reference) && label != NULL)
    self->ends[n] = atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, label, room, 1);
}

static double
widest_end (const AtlasLineChart *self)
{
  double width = 0.0;

  for (guint i = 0; i < self->n_ends; i++)
    if (self->ends[i] != NULL)
      width = MAX (width, self->ends[i]->width);
  return width;
}

static double
widest_tick (const AtlasLineChart *self)
{
  double width = 0.0;

  for (guint i = 0; i < self->y.n_ticks; i++)
    {
      g_autofree char *text = atlas_format_tick (atlas_linear_scale_tick (&self->y, i), self->y.step,
                                                 self->build->data->scale);
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);

      width = MAX (width, run->width);
    }
  return width;
}

/* The area between the axes: what ticks, years and the labels at the ends leave of the plot. */
static void
find_area (AtlasLineChart *self,
           AtlasRect       plot)
{
  double head = ceil (self->build->style->text_size * 0.7);
  double foot = ceil (pitch (self, ATLAS_TEXT_NOTE) + YEAR_GAP);
  double left, right;

  make_ends (self, plot.width * MAX_END_SHARE);
  self->area = (AtlasRect) { plot.x, plot.y + head, plot.width, MAX (plot.height - head - foot, 8.0) };
  make_value_scale (self);
  left = ceil (widest_tick (self) + TICK_GAP);
  right = widest_end (self) > 0.0 ? ceil (widest_end (self) + END_GAP) : INSET;
  self->area.x += left;
  self->area.width = MAX (plot.width - left - right, 20.0);
  make_time_scale (self);
}

static void
draw_value_axis (const AtlasLineChart *self)
{
  AtlasChartBuild *build = self->build;

  for (guint i = 0; i < self->y.n_ticks; i++)
    {
      double value = atlas_linear_scale_tick (&self->y, i);
      double y = round (atlas_linear_scale_position (&self->y, value)) + 0.5;
      g_autofree char *text = atlas_format_tick (value, self->y.step, build->data->scale);
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
      AtlasPoint ends[] = { { self->area.x, y }, { self->area.x + self->area.width, y } };
      gboolean is_base = value == 0.0;

      atlas_shape_list_add_line (build->shapes, ends, 2, FALSE,
                                 is_base ? atlas_chart_build_axis (build) : atlas_chart_build_grid (build), 1.0,
                                 ATLAS_STROKE_SOLID);
      atlas_text_run_place_right (run, build->text, build->shapes, self->area.x - TICK_GAP, y - run->height / 2.0,
                                  atlas_chart_build_dim (build));
    }
}

/* Years are counted back from the last, which is the one the reader wants, in the smallest step that fits. */
static void
draw_time_axis (const AtlasLineChart *self)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  AtlasChartBuild *build = self->build;
  guint n = build->data->categories->len;
  int first = get_year (self, 0), last = get_year (self, n - 1), step = 1;
  double a_year = n > 1 ? (self->x.end - self->x.start) / (last - first) : self->area.width;
  g_autoptr (AtlasTextRun) sample = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, "2000", 0.0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      step = steps[i];
      if (step * a_year >= sample->width + 8.0)
        break;
    }
  for (int year = last; year >= first; year -= step)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
      double x = atlas_linear_scale_position (&self->x, year);

      atlas_text_run_place (run, build->text, build->shapes, x - run->width / 2.0,
                            self->area.y + self->area.height + YEAR_GAP, atlas_chart_build_dim (build));
    }
}

/* Years next to each other are joined; a missing one leaves a gap (C7). */
static void
draw_line (const AtlasLineChart *self,
           guint                 series)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  guint n = self->build->data->categories->len;

  for (guint c = 0; c <= n; c++)
    {
      gboolean joins = c < n && get_value (self, c, series) != NULL &&
                       (points->len == 0 || get_year (self, c) - get_year (self, c - 1) == 1);

      if (!joins)
        {
          if (points->len > 1)
            atlas_shape_list_add_line (self->build->shapes, (const AtlasPoint *) points->data, points->len, FALSE,
                                       atlas_chart_build_series (self->build, series), LINE_WIDTH, ATLAS_STROKE_SOLID);
          g_array_set_size (points, 0);
        }
      if (c < n && get_value (self, c, series) != NULL)
        {
          AtlasPoint point = atlas_line_chart_get_point (self, c, series);

          g_array_append_val (points, point);
        }
    }
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
      const AtlasObservation *value = get_value (self, category, s);
      AtlasPoint at;
      AtlasRect bounds, hit;

      if (value == NULL)
        continue;
      at = atlas_line_chart_get_point (self, category, s);
      bounds = (AtlasRect) { at.x - RADIUS, at.y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS };
      hit = (AtlasRect) { at.x - half, self->area.y, 2.0 * half, self->area.height };
      atlas_point_marker_draw (build, at, RADIUS, s, value->qualifier);
      atlas_chart_build_add_mark (build, category, s, bounds, hit,
                                  atlas_chart_build_dup_label (build, category, s, FALSE));
    }
}

/* A thin line from the end of a line to its label, where that had to move; dashed and grey where the line ends years
 * before, so that nobody takes it for data. */
static void
draw_leader (const AtlasLineChart *self,
             AtlasPoint            from,
             double                x,
             double                y,
             AtlasPaint            paint)
{
  gboolean ends_early = from.x < self->x.end - 1.0;
  AtlasPoint ends[] = { { from.x + RADIUS + 2.0, from.y }, { x - 2.0, y } };

  if (ends_early)
    atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_axis (self->build), 0.8,
                               ATLAS_STROKE_DASHED);
  else if (ends[1].x - ends[0].x > 3.0 && fabs (y - from.y) > 3.0)
    atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, paint, 0.8, ATLAS_STROKE_SOLID);
}

static void
draw_end (const AtlasLineChart *self,
          guint                 index,
          double                y)
{
  AtlasChartBuild *build = self->build;
  const AtlasTextRun *run = self->ends[index];
  gboolean is_series = index < build->data->series->len;
  double x = self->area.x + self->area.width + END_GAP;

  if (is_series)
    draw_leader (self, atlas_line_chart_get_point (self, (guint) last_of (self, index), index), x, y,
                 atlas_chart_build_series (build, index));
  atlas_text_run_place (run, build->text, build->shapes, x, y - run->height / 2.0,
                        is_series ? atlas_chart_build_text (build) : atlas_chart_build_dim (build));
}

/* C4: lines are named at their ends, without collisions; the ones for which there is no room are counted. */
static void
draw_ends (const AtlasLineChart *self,
           AtlasRect             plot)
{
  g_autofree AtlasLabelSlot *slots = g_new0 (AtlasLabelSlot, self->n_ends);
  g_autofree guint *indices = g_new (guint, self->n_ends);
  guint n = 0, n_dropped;

  for (guint i = 0; i < self->n_ends; i++)
    {
      double value, y;

      if (self->ends[i] == NULL)
        continue;
      if (i < self->build->data->series->len)
        y = atlas_line_chart_get_point (self, (guint) last_of (self, i), i).y;
      else
        y = atlas_linear_scale_position (&self->y, self->build->spec->reference);
      value = self->y.start - y;
      slots[n] = (AtlasLabelSlot) { y, self->ends[i]->height, value };
      indices[n++] = i;
    }
  n_dropped = atlas_labels_spread (slots, n, plot.y, self->area.y + self->area.height);
  for (guint i = 0; i < n; i++)
    if (!slots[i].dropped)
      draw_end (self, indices[i], slots[i].placed);
  atlas_chart_notes_add_hidden (self->build->notes, n_dropped);
}

static void
draw_reference (const AtlasLineChart *self)
{
  double y = atlas_linear_scale_position (&self->y, self->build->spec->reference);
  AtlasPoint ends[] = { { self->area.x, y }, { self->area.x + self->area.width, y } };

  if (isfinite (self->build->spec->reference))
    atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_text (self->build), 1.0,
                               ATLAS_STROKE_DASHED);
}

static double
draw_nothing (AtlasChartBuild *build,
              AtlasRect        plot)
{
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_LABEL,
                                                     _("No dated figure in these years"), plot.width, 2);

  atlas_text_run_place (run, build->text, build->shapes, plot.x, plot.y, atlas_chart_build_dim (build));
  return plot.y + run->height;
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  AtlasLineChart self = { build };
  guint n = build->data->categories->len;

  atlas_chart_notes_set_hidden (build->notes, 0, 0);
  if (build->data->n_values == 0)
    return draw_nothing (build, plot);
  atlas_line_chart_note_months (&self);
  find_area (&self, plot);
  draw_value_axis (&self);
  draw_time_axis (&self);
  draw_reference (&self);
  for (guint s = 0; s < build->data->series->len; s++)
    draw_line (&self, s);
  for (guint c = 0; c < n; c++)
    draw_points (&self, c);
  draw_ends (&self, plot);
  atlas_line_labels_draw (&self);
  for (guint i = 0; i < self.n_ends; i++)
    g_clear_pointer (&self.ends[i], atlas_text_run_free);
  g_free (self.ends);
  return plot.y + plot.height;
}

const AtlasChartPlot atlas_line_plot = { measure, measure_least, draw };
