/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/chart-label.h"
#include "charts/end-label.h"
#include "charts/point-marker.h"
#include "charts/series-break.h"
#include "indicators/change.h"

#define ROW_HEIGHT 2.2  /* of the size of the text */
#define LEAST_HEIGHT 24.0
#define LEAST_ROWS 4
#define GAP 5.0
#define RADIUS 2.6
#define DOT 1.2         /* of a value that no line reaches */
#define LINE_WIDTH 1.5
#define MIN_LINE 14.0
#define MAX_NAME_SHARE 0.35
#define MIN_HIT 4.0

typedef struct {
  AtlasChartBuild *build;
  guint n_rows;
  double band;
  AtlasRect area; /* of the lines of all rows */
  AtlasTextRun **names;
  AtlasTextRun **values;
} SparkChart;

static double
measure (AtlasChartBuild *build,
         double           width)
{
  return MAX (LEAST_HEIGHT, ceil (build->data->series->len * ROW_HEIGHT * build->style->text_size));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  return MAX (LEAST_HEIGHT, MIN (build->data->series->len, LEAST_ROWS) *
                              atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE));
}

static const AtlasObservation *
get_value (const SparkChart *self,
           guint             category,
           guint             series)
{
  const AtlasObservation *value = atlas_chart_data_get_value (self->build->data, category, series);

  return value != NULL && atlas_chart_kind_shows (ATLAS_CHART_SPARK, value) ? value : NULL;
}

/* The last category that SERIES has a value in, or −1. */
static int
last_of (const SparkChart *self,
         guint             series)
{
  for (guint c = self->build->data->categories->len; c-- > 0;)
    if (get_value (self, c, series) != NULL)
      return (int) c;
  return -1;
}

/* " ▲" since the year before, where the two figures make a change. */
static const char *
change_sign (const SparkChart *self,
             guint             last,
             guint             series)
{
  const AtlasObservation *from, *to = get_value (self, last, series);

  if (!atlas_series_joins (self->build->data, ATLAS_CHART_SPARK, last, series))
    return "";
  from = get_value (self, last - 1, series);
  if (!atlas_change_is_allowed (from, to))
    return "";
  atlas_chart_notes_add (self->build->notes, _("▲ ▼ =: against the year before"));
  return to->value > from->value ? " ▲" : to->value < from->value ? " ▼" : " =";
}

/* The last value with its change; the sign for what is missing where there is none. */
static AtlasTextRun *
value_run (const SparkChart *self,
           guint             series,
           double            room)
{
  AtlasChartBuild *build = self->build;
  const AtlasObservation *missing = atlas_chart_data_get (build->data, build->data->categories->len - 1, series);
  AtlasMissing kind = missing != NULL ? missing->missing : ATLAS_MISSING_NOT_REPORTED;
  int last = last_of (self, series);
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  if (last < 0)
    {
      atlas_chart_notes_use_symbol (build->notes, kind);
      return atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, atlas_chart_notes_get_symbol (build->notes, kind), room, 1);
    }
  value = atlas_end_label_dup_value (build, (guint) last, series);
  text = g_strconcat (value, change_sign (self, (guint) last, series), NULL);
  return atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, room, 1);
}

/* Lines stand between names, where there are several, and last values, where they are wanted. */
static void
place_columns (SparkChart *self,
               AtlasRect   plot)
{
  const AtlasChartData *data = self->build->data;
  double names = 0.0, values = 0.0;

  self->names = g_new0 (AtlasTextRun *, self->n_rows + 1);
  self->values = g_new0 (AtlasTextRun *, self->n_rows + 1);
  for (guint s = 0; s < self->n_rows; s++)
    {
      const char *name = atlas_chart_data_get_series (data, s)->name;

      if (data->series->len > 1)
        {
          self->names[s] = atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, name, plot.width * MAX_NAME_SHARE, 1);
          names = MAX (names, ceil (self->names[s]->width + GAP));
        }
    }
  for (guint s = 0; s < self->n_rows && self->build->spec->show_last; s++)
    {
      self->values[s] = value_run (self, s, MAX (plot.width - names - GAP - MIN_LINE, MIN_LINE));
      values = MAX (values, ceil (self->values[s]->width + GAP));
    }
  self->area = (AtlasRect) { plot.x + names + RADIUS, plot.y, MAX (plot.width - names - values - 2.0 * RADIUS, 1.0),
                             self->n_rows * self->band };
}

/* C30: linear in time; the last year stands at the right end. */
static double
get_x (const SparkChart *self,
       guint             category)
{
  const AtlasChartData *data = self->build->data;
  int first = atlas_chart_data_get_category (data, 0)->year;
  int last = atlas_chart_data_get_category (data, data->categories->len - 1)->year;
  int year = atlas_chart_data_get_category (data, category)->year;

  return self->area.x + self->area.width * (last > first ? (double) (year - first) / (last - first) : 1.0);
}

static AtlasPoint
get_point (const SparkChart *self,
           guint             category,
           guint             series)
{
  const AtlasChartMeasure *measure = atlas_chart_data_get_measure (self->build->data, series);
  double inset = RADIUS + 1.0, height = MAX (self->band - 2.0 * inset, 1.0), range = measure->highest - measure->lowest;
  double share = range > 0.0 ? (get_value (self, category, series)->value - measure->lowest) / range : 0.5;

  return (AtlasPoint) { get_x (self, category),
                        self->area.y + series * self->band + inset + height * (1.0 - share) };
}

/* A line through POINTS; a dot for a value that none reaches. */
static void
flush (const SparkChart *self,
       guint             series,
       GArray           *points)
{
  AtlasPaint paint = atlas_chart_build_series (self->build, series);
  const AtlasPoint *first = (const AtlasPoint *) points->data;

  if (points->len > 1)
    atlas_shape_list_add_line (self->build->shapes, first, points->len, FALSE, paint, LINE_WIDTH, ATLAS_STROKE_SOLID);
  else if (points->len == 1)
    atlas_shape_list_add_circle (self->build->shapes, *first, DOT, paint, paint, 0.0);
  g_array_set_size (points, 0);
}

static void
draw_line (const SparkChart *self,
           guint             series)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));

  for (guint c = 0; c < self->build->data->categories->len; c++)
    {
      AtlasPoint at;

      if (!atlas_series_joins (self->build->data, ATLAS_CHART_SPARK, c, series))
        flush (self, series, points);
      if (get_value (self, c, series) == NULL)
        continue;
      at = get_point (self, c, series);
      g_array_append_val (points, at);
    }
  flush (self, series, points);
}

static void
add_marks (const SparkChart *self,
           guint             category)
{
  AtlasChartBuild *build = self->build;
  guint n = build->data->categories->len;
  double half = MAX (MIN_HIT, n > 1 ? self->area.width / (n - 1) / 2.0 : self->area.width);

  for (guint s = 0; s < self->n_rows; s++)
    {
      AtlasPoint at;
      AtlasRect bounds, hit;

      if (get_value (self, category, s) == NULL)
        continue;
      at = get_point (self, category, s);
      bounds = (AtlasRect) { at.x - RADIUS, at.y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS };
      hit = (AtlasRect) { at.x - half, self->area.y + s * self->band, 2.0 * half, self->band };
      atlas_chart_build_add_mark (build, category, s, bounds, hit, atlas_chart_build_dup_label (build, category, s, TRUE));
    }
}

static void
draw_row (const SparkChart *self,
          AtlasRect         plot,
          guint             series)
{
  AtlasChartBuild *build = self->build;
  const AtlasTextRun *name = self->names[series], *value = self->values[series];
  double middle = plot.y + (series + 0.5) * self->band;
  int last = last_of (self, series);

  draw_line (self, series);
  if (last >= 0)
    {
      AtlasPointLook look = { atlas_chart_build_series (build, series), 0,
                              get_value (self, (guint) last, series)->qualifier == ATLAS_QUALIFIER_EXACT
                                ? ATLAS_QUALIFIER_EXACT
                                : ATLAS_QUALIFIER_ABOUT };

      atlas_point_marker_draw_look (build, get_point (self, (guint) last, series), RADIUS - 0.8, look);
    }
  if (name != NULL)
    atlas_text_run_place (name, build->text, build->shapes, plot.x, middle - name->height / 2.0,
                          atlas_chart_build_text (build));
  if (value == NULL)
    return;
  atlas_text_run_place (value, build->text, build->shapes, self->area.x + self->area.width + RADIUS + GAP,
                        middle - value->height / 2.0,
                        last >= 0 ? atlas_chart_build_text (build) : atlas_chart_build_dim (build));
}

/* A row for each series that there is room for. */
static void
choose_rows (SparkChart *self,
             AtlasRect   plot)
{
  const AtlasChartData *data = self->build->data;
  double pitch = atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_NOTE);

  self->n_rows = CLAMP ((guint) (plot.height / pitch), 1, data->series->len);
  self->band = plot.height / self->n_rows;
  atlas_chart_notes_set_hidden (self->build->notes, data->series->len - self->n_rows, 0);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  SparkChart self = { build };

  choose_rows (&self, plot);
  place_columns (&self, plot);
  for (guint s = 0; s < self.n_rows; s++)
    draw_row (&self, plot, s);
  for (guint c = 0; c < build->data->categories->len; c++)
    add_marks (&self, c);
  for (guint s = 0; s < self.n_rows; s++)
    {
      g_clear_pointer (&self.names[s], atlas_text_run_free);
      g_clear_pointer (&self.values[s], atlas_text_run_free);
    }
  g_free (self.names);
  g_free (self.values);
  return plot.y + plot.height;
}

const AtlasChartPlot atlas_spark_plot = { measure, measure_least, draw };
