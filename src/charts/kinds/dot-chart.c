/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "charts/bar-rows.h"
#include "charts/kinds/dot-marker.h"
#include "charts/reference-line.h"
#include "charts/value-axis.h"

#define ROW_HEIGHT 2.0  /* of the size of the text */
#define RADIUS 4.5
#define LABEL_GAP 5.0
/* Labels of the largest values take up to this much of the room; beyond that they stand left of their dots. */
#define MAX_LABEL_SHARE 0.3

typedef struct {
  AtlasChartBuild *build;
  AtlasBarRows *rows;
  AtlasValueAxis axis;
  AtlasTextRun **labels; /* of each row; NULL where there is no room for one */
} DotChart;

static double
row_height (const AtlasChartBuild *build)
{
  return atlas_text_maker_get_size (build->text, ATLAS_TEXT_LABEL) * ROW_HEIGHT;
}

static double
measure_foot (AtlasChartBuild *build)
{
  AtlasValueAxis axis = atlas_value_axis_new_below (build);

  return atlas_value_axis_measure_foot (&axis, build);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  return atlas_bar_rows_measure (build, width, row_height (build)) + atlas_reference_line_measure (build) +
         measure_foot (build);
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  guint n = MIN (build->data->categories->len, 3);

  return n * atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_LABEL) + atlas_reference_line_measure (build) +
         measure_foot (build);
}

static void
make_labels (DotChart *self)
{
  AtlasChartBuild *build = self->build;
  double room = self->rows->right - self->rows->left;

  self->labels = g_new0 (AtlasTextRun *, self->rows->n_rows + 1);
  for (guint i = 0; i < self->rows->n_rows; i++)
    {
      g_autofree char *label = NULL;

      if (!atlas_bar_rows_is_named (self->rows, i))
        continue;
      if (atlas_chart_data_get_value (build->data, i, 0) == NULL)
        {
          self->labels[i] = atlas_bar_rows_missing_run (build, self->rows->role, atlas_chart_data_get (build->data, i, 0),
                                                        room - RADIUS - LABEL_GAP);
          continue;
        }
      label = atlas_chart_build_dup_label (build, i, 0, FALSE);
      self->labels[i] = atlas_text_run_new (build->text, self->rows->role, label, 0.0, 1);
    }
}

static double
widest_label (const DotChart *self)
{
  double width = 0.0;

  for (guint i = 0; i < self->rows->n_rows; i++)
    if (self->labels[i] != NULL && atlas_chart_data_get_value (self->build->data, i, 0) != NULL)
      width = MAX (width, self->labels[i]->width);
  return width;
}

static void
fit_axis (DotChart *self)
{
  double room = self->rows->right - self->rows->left;
  double labels = MIN (widest_label (self) + LABEL_GAP + RADIUS, room * MAX_LABEL_SHARE);
  double start = self->rows->left + RADIUS, end = MAX (self->rows->right - labels, start + 20.0), overhang;

  atlas_value_axis_fit (&self->axis, self->build, start, end);
  overhang = atlas_value_axis_measure_overhang (&self->axis, self->build);
  end = MIN (end, self->rows->right - overhang);
  /* Without names on the left the first tick needs its room as well. */
  start = MAX (start, self->rows->start + overhang);
  atlas_value_axis_fit (&self->axis, self->build, start, MAX (end, start + 20.0));
}

static double
get_radius (const DotChart *self)
{
  return MIN (RADIUS, MAX (self->rows->band / 2.0, 1.0));
}

/* The outermost dots that the text of CATEGORY would touch, where rows are lower than text. */
static void
find_touched (const DotChart *self,
              guint           category,
              double         *out_left,
              double         *out_right)
{
  guint touched = atlas_bar_rows_count_touched (self->rows, self->build, 2.0 * get_radius (self));

  *out_left = G_MAXDOUBLE;
  *out_right = -G_MAXDOUBLE;
  for (guint i = category - MIN (touched, category); i <= category + touched && i < self->rows->n_rows; i++)
    {
      const AtlasObservation *value = atlas_chart_data_get_value (self->build->data, i, 0);
      double at = value != NULL ? atlas_value_axis_get_position (&self->axis, value->value) : 0.0;

      if (value == NULL)
        continue;
      *out_left = MIN (*out_left, at);
      *out_right = MAX (*out_right, at);
    }
}

/* Right of the dot and of those that it would touch, else left of them; FALSE where there is no room on either side. */
static gboolean
find_label_x (const DotChart     *self,
              const AtlasTextRun *run,
              guint               category,
              double             *out_x)
{
  double first, last, left, right;

  find_touched (self, category, &first, &last);
  right = last + RADIUS + LABEL_GAP;
  left = first - RADIUS - LABEL_GAP - run->width;

  *out_x = right + run->width <= self->rows->right ? right : left;
  return *out_x == right || left >= self->rows->left;
}

static void
place_label (const DotChart *self,
             guint           category,
             double          x,
             AtlasPaint      paint)
{
  AtlasChartBuild *build = self->build;
  const AtlasTextRun *run = self->labels[category];
  AtlasRect row = atlas_bar_rows_get_row (self->rows, category);

  atlas_text_run_place (run, build->text, build->shapes, x, row.y + (row.height - run->height) / 2.0, paint);
}

static void
label_value (const DotChart *self,
             guint           category)
{
  double x;

  if (self->labels[category] == NULL)
    return;
  if (find_label_x (self, self->labels[category], category, &x))
    place_label (self, category, x, atlas_chart_build_text (self->build));
  else
    atlas_chart_notes_add_hidden (self->build->notes, 1);
}

static void
draw_row (const DotChart *self,
          guint           category)
{
  AtlasChartBuild *build = self->build;
  const AtlasObservation *value = atlas_chart_data_get_value (build->data, category, 0);
  AtlasRect row = atlas_bar_rows_get_row (self->rows, category), bounds = row;
  AtlasRect hit = { 0.0, row.y, self->rows->right, row.height };
  double radius = get_radius (self);
  AtlasPoint at = { self->rows->left + RADIUS, row.y + row.height / 2.0 };

  if (value != NULL)
    {
      const AtlasRegion *region = atlas_chart_data_get_category (build->data, category)->region;

      at.x = atlas_value_axis_get_position (&self->axis, value->value);
      atlas_dot_marker_draw (build, at, radius, atlas_chart_build_region (build, region), value->qualifier,
                             value->stand_in);
      bounds = (AtlasRect) { at.x - radius, at.y - radius, 2.0 * radius, 2.0 * radius };
      label_value (self, category);
    }
  else if (self->labels[category] != NULL)
    place_label (self, category, at.x + LABEL_GAP, atlas_chart_build_dim (build));
  atlas_chart_build_add_mark (build, category, 0, bounds, hit,
                              atlas_bar_rows_dup_mark_label (build, category, self->labels[category]));
}

/* A faint line through each row leads the eye from the name to the dot; where rows are lower than text it would be a grey
 * field. */
static void
draw_leaders (const DotChart *self)
{
  for (guint i = 0; i < self->rows->n_rows; i++)
    {
      const AtlasObservation *value = atlas_chart_data_get_value (self->build->data, i, 0);
      AtlasRect row = atlas_bar_rows_get_row (self->rows, i);
      AtlasPoint ends[2];

      if (value == NULL || self->labels[i] == NULL)
        continue;
      ends[0] = (AtlasPoint) { self->rows->left, row.y + row.height / 2.0 };
      ends[1] = (AtlasPoint) { atlas_value_axis_get_position (&self->axis, value->value), ends[0].y };
      atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_grid (self->build), 1.0,
                                 ATLAS_STROKE_DASHED);
    }
}

/* Where rows are lower than a line of text, the last one's text reaches beyond it. */
static double
get_bottom (const DotChart *self)
{
  double line = atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_LABEL);

  return atlas_bar_rows_get_bottom (self->rows) + MAX ((line - self->rows->band) / 2.0, 0.0);
}

static void
clear (DotChart *self)
{
  for (guint i = 0; i < self->rows->n_rows; i++)
    g_clear_pointer (&self->labels[i], atlas_text_run_free);
  g_free (self->labels);
  atlas_bar_rows_free (self->rows);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  double header = atlas_reference_line_measure (build), foot = measure_foot (build), bottom;
  AtlasRect below = { plot.x, plot.y + header, plot.width, MAX (plot.height - header - foot, 1.0) };
  DotChart self = { build, atlas_bar_rows_new (build, below, row_height (build), 0.0),
                    atlas_value_axis_new_below (build) };
  gboolean has_values = build->data->n_values > 0;
  guint first;

  make_labels (&self);
  fit_axis (&self);
  bottom = get_bottom (&self);
  if (has_values)
    atlas_value_axis_draw_below (&self.axis, build,
                                 (AtlasRect) { self.rows->left, below.y, self.rows->right - self.rows->left,
                                               bottom - below.y });
  draw_leaders (&self);
  first = atlas_shape_list_get_n_shapes (build->shapes);
  atlas_bar_rows_draw_names (self.rows, build);
  for (guint i = 0; i < self.rows->n_rows; i++)
    draw_row (&self, i);
  if (has_values)
    atlas_reference_line_draw (build, plot, atlas_value_axis_get_position (&self.axis, build->spec->reference), below.y,
                               bottom, first);
  clear (&self);
  return bottom + foot;
}

const AtlasChartPlot atlas_dot_plot = { measure, measure_least, draw };
