/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/strip-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/absent-values.h"
#include "charts/kinds/dot-marker.h"
#include "charts/quantile.h"
#include "charts/reference-line.h"

#define MAX_RADIUS 4.5
#define MIN_RADIUS 1.5
#define RADIUS_STEP 0.5
#define NATURAL_BAND 4.5 /* of the size of the text: what dots get where the chart is as high as it likes */
#define LEAST_BAND 1.6
/* Rows grow beyond their natural height up to this, but for dots that need more. */
#define MAX_STRETCH 1.8
#define BOX_SHARE 0.62   /* of the band that the box of the quartiles takes */
#define MEDIAN_WIDTH 2.0
#define MEDIAN_REACH 2.0 /* beyond the box */
#define MIN_HIT 8.0
#define MAX_COLUMN_SHARE 0.3
#define NAME_GAP 8.0
/* Of fewer values, quartiles and a median say less than the dots themselves. */
#define MIN_FOR_BOX 5
#define MIN_FOR_MEDIAN 3

static double
measure_foot (AtlasChartBuild *build)
{
  AtlasValueAxis axis = atlas_value_axis_new_below (build);

  return atlas_value_axis_measure_foot (&axis, build);
}

static double
measure_rows (AtlasChartBuild *build,
              guint            n_rows,
              double           band)
{
  return ceil (n_rows * (atlas_strip_labels_measure (build) + band * build->style->text_size)) +
         atlas_reference_line_measure (build) + measure_foot (build);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  return measure_rows (build, build->data->series->len, NATURAL_BAND);
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  return measure_rows (build, MIN (build->data->series->len, 2), LEAST_BAND);
}

typedef struct {
  const AtlasChartData *data;
  guint series;
} Sorting;

static int
by_value (gconstpointer a,
          gconstpointer b,
          gpointer      user_data)
{
  const Sorting *sorting = user_data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  double x = atlas_chart_data_get_value (sorting->data, one, sorting->series)->value;
  double y = atlas_chart_data_get_value (sorting->data, other, sorting->series)->value;

  return x < y ? -1 : x > y ? 1 : (one < other ? -1 : one > other);
}

static void
find_quartiles (AtlasStripRow *row,
                double        *values)
{
  row->lower = row->median = row->upper = NAN;
  if (row->n >= MIN_FOR_MEDIAN)
    row->median = atlas_quantile (values, row->n, 0.5);
  if (row->n < MIN_FOR_BOX)
    return;
  row->lower = atlas_quantile (values, row->n, 0.25);
  row->upper = atlas_quantile (values, row->n, 0.75);
}

static AtlasStripRow
make_row (const AtlasStripChart *self,
          guint                  series,
          double                 column)
{
  AtlasChartBuild *build = self->build;
  g_autoptr (GArray) categories = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *values = NULL;
  Sorting sorting = { build->data, series };
  AtlasStripRow row = { NULL };

  for (guint c = 0; c < build->data->categories->len; c++)
    if (atlas_chart_data_get_value (build->data, c, series) != NULL)
      g_array_append_val (categories, c);
  g_array_sort_with_data (categories, by_value, &sorting);
  row.n = categories->len;
  row.categories = (guint *) g_array_free (g_steal_pointer (&categories), FALSE);
  row.dots = g_new0 (AtlasSwarmDot, row.n + 1);
  values = g_new (double, row.n + 1);
  for (guint i = 0; i < row.n; i++)
    values[i] = atlas_chart_data_get_value (build->data, row.categories[i], series)->value;
  find_quartiles (&row, values);
  if (column > 0.0)
    row.name = atlas_text_run_new (build->text, ATLAS_TEXT_LABEL, atlas_chart_data_get_series (build->data, series)->name,
                                   column, 2);
  return row;
}

/* A row for each series, as far as there is room; what has none is counted. */
static void
make_rows (AtlasStripChart *self,
           AtlasRect        plot)
{
  AtlasChartBuild *build = self->build;
  guint n_series = build->data->series->len;
  double least = atlas_strip_labels_measure (build) + LEAST_BAND * build->style->text_size;
  guint n = CLAMP ((guint) (plot.height / least), 1, n_series), n_hidden = 0;

  for (guint s = 0; s < n; s++)
    {
      AtlasStripRow row = make_row (self, s, n_series > 1 ? plot.width * MAX_COLUMN_SHARE : 0.0);

      g_array_append_val (self->rows, row);
    }
  for (guint s = n; s < n_series; s++)
    for (guint c = 0; c < build->data->categories->len; c++)
      n_hidden += atlas_chart_data_get_value (build->data, c, s) != NULL;
  atlas_chart_notes_set_hidden (build->notes, n_hidden, 0);
}

static void
place_rows (AtlasStripChart *self,
            AtlasRect        plot)
{
  double column = 0.0;

  for (guint s = 0; s < self->rows->len; s++)
    {
      const AtlasStripRow *row = &g_array_index (self->rows, AtlasStripRow, s);

      if (row->name != NULL)
        column = MAX (column, ceil (row->name->width + NAME_GAP));
    }
  self->area = (AtlasRect) { plot.x + column, plot.y, plot.width - column, plot.height };
  atlas_value_axis_fit_within (&self->axis, self->build, self->area.x, self->area.x + self->area.width, MAX_RADIUS + 1.0);
}

/* Gives each row the same height, from the top. */
static void
stack_rows (AtlasStripChart *self,
            double           height)
{
  for (guint s = 0; s < self->rows->len; s++)
    {
      AtlasStripRow *row = &g_array_index (self->rows, AtlasStripRow, s);

      row->rect = (AtlasRect) { self->area.x, self->area.y + s * height, self->area.width, height };
      row->middle = row->rect.y + height / 2.0;
    }
  self->area.height = height * self->rows->len;
}

static double
get_band (const AtlasStripChart *self)
{
  return g_array_index (self->rows, AtlasStripRow, 0).rect.height - atlas_strip_labels_measure (self->build);
}

static double
get_room (const AtlasStripChart *self)
{
  return MAX (get_band (self) / 2.0, MIN_RADIUS);
}

/* Packs all rows with dots of one size; returns how many then fit. */
static guint
pack (AtlasStripChart *self,
      double           radius)
{
  guint n_fit = 0;

  self->radius = radius;
  for (guint s = 0; s < self->rows->len; s++)
    {
      AtlasStripRow *row = &g_array_index (self->rows, AtlasStripRow, s);

      for (guint i = 0; i < row->n; i++)
        row->dots[i].along = atlas_value_axis_get_position (
          &self->axis, atlas_chart_data_get_value (self->build->data, row->categories[i], s)->value);
      row->reach = atlas_swarm_pack (row->dots, row->n, 2.0 * radius);
      n_fit += row->reach + radius <= get_room (self);
    }
  return n_fit;
}

/* Of so many equal values that they do not fit, the dots overlap rather than leave their row. */
static void
press_together (AtlasStripChart *self)
{
  double room = MAX (get_room (self) - self->radius, 0.0);

  for (guint s = 0; s < self->rows->len; s++)
    {
      AtlasStripRow *row = &g_array_index (self->rows, AtlasStripRow, s);

      if (row->reach <= room)
        continue;
      for (guint i = 0; i < row->n; i++)
        row->dots[i].across *= room / row->reach;
      atlas_chart_notes_add (self->build->notes, _("Dots overlap for lack of room; the table has all"));
    }
}

/* The largest dots with which most rows fit. */
static void
fit_dots (AtlasStripChart *self)
{
  double best = MIN_RADIUS;
  guint n_best = 0;

  for (double radius = MAX_RADIUS; radius >= MIN_RADIUS; radius -= RADIUS_STEP)
    {
      guint n_fit = pack (self, radius);

      if (n_fit > n_best)
        {
          n_best = n_fit;
          best = radius;
        }
      if (n_fit == self->rows->len)
        return;
    }
  pack (self, best);
  press_together (self);
}

/* As high as suits; all there is where the dots need it, since a few dots in a high chart are an empty box. */
static void
fit_rows (AtlasStripChart *self,
          double           room)
{
  AtlasChartBuild *build = self->build;
  double most = atlas_strip_labels_measure (build) + NATURAL_BAND * MAX_STRETCH * build->style->text_size;
  double height = room / self->rows->len;

  stack_rows (self, MIN (height, most));
  if (height > most && pack (self, MAX_RADIUS) < self->rows->len)
    stack_rows (self, height);
  fit_dots (self);
}

static double
get_half_box (const AtlasStripChart *self)
{
  return MAX (get_band (self), 4.0) * BOX_SHARE / 2.0;
}

AtlasRect
atlas_strip_chart_get_median (const AtlasStripChart *self,
                              const AtlasStripRow   *row)
{
  double x = atlas_value_axis_get_position (&self->axis, row->median);
  double half = get_half_box (self) + MEDIAN_REACH;

  return (AtlasRect) { x - MEDIAN_WIDTH / 2.0, row->middle - half, MEDIAN_WIDTH, 2.0 * half };
}

static void
draw_box (const AtlasStripChart *self,
          const AtlasStripRow   *row)
{
  AtlasChartBuild *build = self->build;
  double half = get_half_box (self);

  if (!isnan (row->lower))
    {
      double left = atlas_value_axis_get_position (&self->axis, row->lower);
      double right = atlas_value_axis_get_position (&self->axis, row->upper);
      AtlasPoint corners[] = { { left, row->middle - half }, { right, row->middle - half },
                               { right, row->middle + half }, { left, row->middle + half } };

      atlas_shape_list_add_polygon (build->shapes, corners, 4, atlas_chart_build_grid (build));
      atlas_shape_list_add_line (build->shapes, corners, 4, TRUE, atlas_chart_build_axis (build), 1.0,
                                 ATLAS_STROKE_SOLID);
      atlas_chart_notes_add (build->notes, _("Box: the middle half of the values; line in it: the median"));
    }
  if (!isnan (row->median))
    {
      AtlasRect line = atlas_strip_chart_get_median (self, row);
      double x = line.x + line.width / 2.0;
      AtlasPoint ends[] = { { x, line.y }, { x, line.y + line.height } };

      atlas_shape_list_add_line (build->shapes, ends, 2, FALSE, atlas_chart_build_text (build), MEDIAN_WIDTH,
                                 ATLAS_STROKE_SOLID);
    }
}

static void
draw_dot (const AtlasStripChart *self,
          const AtlasStripRow   *row,
          guint                  dot,
          guint                  series)
{
  AtlasChartBuild *build = self->build;
  guint category = row->categories[dot];
  const AtlasObservation *value = atlas_chart_data_get_value (build->data, category, series);
  AtlasPaint paint = atlas_chart_build_region (build, atlas_chart_data_get_category (build->data, category)->region);
  AtlasPoint at = { row->dots[dot].along, row->middle - row->dots[dot].across };
  double radius = self->radius, reach = MAX (radius, MIN_HIT);
  AtlasRect bounds = { at.x - radius, at.y - radius, 2.0 * radius, 2.0 * radius };
  AtlasRect hit = { at.x - reach, at.y - reach, 2.0 * reach, 2.0 * reach };

  atlas_dot_marker_draw (build, at, radius, paint, value->qualifier, value->stand_in);
  atlas_chart_build_add_mark (build, category, series, bounds, hit, atlas_strip_chart_dup_label (self, category, series));
}

static void
draw_name (const AtlasStripChart *self,
           const AtlasStripRow   *row)
{
  AtlasChartBuild *build = self->build;

  if (row->name != NULL)
    atlas_text_run_place_right (row->name, build->text, build->shapes, self->area.x - NAME_GAP,
                                row->middle - row->name->height / 2.0, atlas_chart_build_text (build));
}

static void
draw_rows (const AtlasStripChart *self)
{
  guint n_dropped = 0;

  for (guint s = 0; s < self->rows->len; s++)
    {
      const AtlasStripRow *row = &g_array_index (self->rows, AtlasStripRow, s);

      draw_name (self, row);
      draw_box (self, row);
      for (guint i = 0; i < row->n; i++)
        draw_dot (self, row, i, s);
      atlas_strip_labels_draw_box (self, row);
      n_dropped += atlas_strip_labels_draw_names (self, s);
    }
  atlas_chart_notes_add_hidden (self->build->notes, n_dropped);
}

static void
clear_row (gpointer data)
{
  AtlasStripRow *row = data;

  g_clear_pointer (&row->name, atlas_text_run_free);
  g_free (row->categories);
  g_free (row->dots);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  double header = atlas_reference_line_measure (build), foot = measure_foot (build);
  AtlasRect below = { plot.x, plot.y + header, plot.width, MAX (plot.height - header - foot, 8.0) };
  AtlasStripChart self = { build, atlas_value_axis_new_below (build), g_array_new (FALSE, FALSE, sizeof (AtlasStripRow)) };
  double bottom = plot.y + plot.height;
  guint first;

  g_array_set_clear_func (self.rows, clear_row);
  atlas_absent_values_note_counts (build);
  if (build->data->n_values > 0)
    {
      make_rows (&self, below);
      place_rows (&self, below);
      fit_rows (&self, below.height);
      atlas_value_axis_draw_below (&self.axis, build, self.area);
      first = atlas_shape_list_get_n_shapes (build->shapes);
      draw_rows (&self);
      atlas_reference_line_draw (build, plot, atlas_value_axis_get_position (&self.axis, build->spec->reference), below.y,
                                 below.y + self.area.height, first);
      bottom = MIN (bottom, self.area.y + self.area.height + foot);
    }
  g_array_unref (self.rows);
  return build->data->n_values > 0 ? bottom : atlas_chart_build_draw_message (build, plot, _("No data"));
}

const AtlasChartPlot atlas_strip_plot = { measure, measure_least, draw };
