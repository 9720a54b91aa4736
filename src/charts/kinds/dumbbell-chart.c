/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/bar-rows.h"
#include "charts/chart-label.h"
#include "charts/chart-legend.h"
#include "charts/outside-labels.h"
#include "charts/pair.h"
#include "charts/point-marker.h"
#include "charts/reference-line.h"
#include "charts/value-axis.h"

/* Two dots a row, such as allocated and spent, joined by a line; values stand outside of them, the difference at the end
 * of the row. */

#define ROW_HEIGHT 2.1
#define RADIUS 4.0
#define LINE_WIDTH 2.5
#define LABEL_GAP 4.0
#define LEGEND_GAP 8.0
#define DIFFERENCE_GAP 12.0
/* The column of differences takes no more of what the names leave. */
#define MAX_DIFFERENCE_SHARE 0.3
/* With fewer lines of room than this, the rows have it rather than the axis. */
#define MIN_LINES 3
#define MIN_AXIS 36.0
#define MAX_ROUNDS 5

typedef struct {
  AtlasChartBuild *build;
  AtlasPair pair;
  AtlasBarRows *rows;
  AtlasValueAxis axis;
  AtlasTextRun **labels;      /* two a row: of the first series and of the last, NULL where there is none */
  AtlasTextRun **differences; /* of each row */
  double column;              /* width of the differences; 0: none are shown */
} Dumbbells;

static double
row_height (const AtlasChartBuild *build)
{
  return atlas_text_maker_get_size (build->text, ATLAS_TEXT_LABEL) * ROW_HEIGHT;
}

static double
axis_height (const AtlasChartBuild *build)
{
  return ceil (atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE) * 1.3);
}

/* Only the two series that are shown. */
static AtlasChartLegend *
make_legend (AtlasChartBuild *build,
             double           width)
{
  AtlasChartLegend *legend = atlas_chart_legend_new (build, width);
  AtlasPair pair = atlas_pair_of (build->data);

  if (pair.first == pair.last)
    return legend;
  atlas_chart_legend_add (legend, atlas_chart_data_get_series (build->data, pair.first)->name, pair.first);
  atlas_chart_legend_add (legend, atlas_chart_data_get_series (build->data, pair.last)->name, pair.last);
  return legend;
}

static double
head_height (AtlasChartBuild        *build,
             const AtlasChartLegend *legend)
{
  double height = atlas_chart_legend_get_height (legend);

  return (height > 0.0 ? ceil (height + LEGEND_GAP) : 0.0) + atlas_reference_line_measure (build);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  g_autoptr (AtlasChartLegend) legend = make_legend (build, width);

  return head_height (build, legend) + atlas_bar_rows_measure (build, width, row_height (build)) + axis_height (build);
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  g_autoptr (AtlasChartLegend) legend = make_legend (build, width);

  return head_height (build, legend) + atlas_bar_rows_measure_few (build);
}

static guint
series_of (const Dumbbells *self,
           guint            end)
{
  return end == 0 ? self->pair.first : self->pair.last;
}

static guint
n_ends (const Dumbbells *self)
{
  return self->pair.first == self->pair.last ? 1 : 2;
}

static const AtlasObservation *
get_value (const Dumbbells *self,
           guint            row,
           guint            end)
{
  return atlas_chart_data_get_value (self->build->data, row, series_of (self, end));
}

static gboolean
has_no_value (const Dumbbells *self,
              guint            row)
{
  return get_value (self, row, 0) == NULL && get_value (self, row, n_ends (self) - 1) == NULL;
}

static AtlasMissing
get_missing (const Dumbbells *self,
             guint            row,
             guint            end)
{
  const AtlasObservation *observation = atlas_chart_data_get (self->build->data, row, series_of (self, end));

  return observation != NULL ? observation->missing : ATLAS_MISSING_NOT_REPORTED;
}

/* The end whose label stands left: the lower one; a missing one stands left of the other. */
static guint
left_end (const Dumbbells *self,
          guint            row)
{
  const AtlasObservation *first = get_value (self, row, 0), *last = get_value (self, row, n_ends (self) - 1);

  if (first == NULL || last == NULL)
    return first == NULL ? 0 : 1;
  return first->value <= last->value ? 0 : 1;
}

static double
label_room (const AtlasTextRun *label)
{
  return label != NULL ? RADIUS + LABEL_GAP + label->width : RADIUS;
}

/* Labels so wide that both sides would leave no axis to speak of go; those that stay always fit. */
static AtlasTextRun *
keep_narrow (const Dumbbells *self,
             AtlasTextRun    *run)
{
  double room = (self->rows->right - self->rows->left - self->column - MIN_AXIS) / 2.0;

  if (run == NULL || label_room (run) <= room)
    return run;
  atlas_text_run_free (run);
  atlas_chart_notes_add_hidden (self->build->notes, 1);
  return NULL;
}

/* The value, or the sign of why there is none; in words where there is neither. */
static AtlasTextRun *
label_run (const Dumbbells *self,
           guint            row,
           guint            end)
{
  AtlasChartBuild *build = self->build;
  AtlasMissing missing;
  g_autofree char *label = NULL;

  if (get_value (self, row, end) != NULL)
    {
      label = atlas_chart_build_dup_label (build, row, series_of (self, end), TRUE);
      return keep_narrow (self, atlas_text_run_new (build->text, self->rows->role, label, 0.0, 1));
    }
  missing = get_missing (self, row, end);
  if (has_no_value (self, row) && !atlas_chart_notes_leave_blank (build->notes))
    return end > 0 ? NULL
                   : atlas_text_run_new (build->text, self->rows->role, atlas_missing_get_meaning (missing),
                                         self->rows->right - self->rows->left - LABEL_GAP, 1);
  atlas_chart_notes_use_symbol (build->notes, missing);
  return atlas_text_run_new (build->text, self->rows->role, atlas_chart_notes_get_symbol (build->notes, missing), 0.0, 1);
}

static void
make_differences (Dumbbells *self)
{
  double room = self->rows->right - self->rows->left;

  for (guint i = 0; i < self->rows->n_rows; i++)
    {
      g_autofree char *text = atlas_pair_dup_difference (self->build->data, self->pair, i);

      if (text == NULL || !atlas_bar_rows_is_named (self->rows, i))
        continue;
      self->differences[i] = atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
      self->column = MAX (self->column, self->differences[i]->width + DIFFERENCE_GAP);
    }
  if (self->column > room * MAX_DIFFERENCE_SHARE)
    self->column = 0.0;
}

static void
make_texts (Dumbbells *self)
{
  guint n = self->rows->n_rows;

  self->labels = g_new0 (AtlasTextRun *, 2 * n + 1);
  self->differences = g_new0 (AtlasTextRun *, n + 1);
  make_differences (self);
  for (guint i = 0; i < n; i++)
    for (guint end = 0; end < n_ends (self) && atlas_bar_rows_is_named (self->rows, i); end++)
      self->labels[2 * i + end] = label_run (self, i, end);
}

/* What stands outside of the dots of ROW. */
static AtlasOutside
outside_of (const Dumbbells *self,
            guint            row)
{
  guint left = left_end (self, row);
  const AtlasObservation *low = get_value (self, row, MIN (left, n_ends (self) - 1));
  const AtlasObservation *high = get_value (self, row, n_ends (self) == 2 ? 1 - left : 0);
  AtlasOutside outside = { 0 };

  if (low == NULL)
    low = high;
  if (high == NULL)
    high = low;
  outside.low = low->value;
  outside.high = high->value;
  outside.before = n_ends (self) == 2 ? label_room (self->labels[2 * row + left]) : RADIUS;
  outside.after = label_room (self->labels[2 * row + (n_ends (self) == 2 ? 1 - left : 0)]);
  return outside;
}

/* All rows, and last the axis itself with the texts at its ends; (transfer full). */
static GArray *
list_outside (const Dumbbells *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (AtlasOutside));
  double overhang = atlas_value_axis_measure_overhang (&self->axis, self->build) + 1.0;
  AtlasOutside axis = { atlas_value_axis_get_lowest (&self->axis), atlas_value_axis_get_highest (&self->axis), overhang,
                        overhang };

  for (guint i = 0; i < self->rows->n_rows; i++)
    if (!has_no_value (self, i))
      {
        AtlasOutside outside = outside_of (self, i);

        g_array_append_val (list, outside);
      }
  g_array_append_val (list, axis);
  return list;
}

/* Places the axis so that no label leaves the room that the names and differences leave. How long it can be depends on its
 * ends, and these on how long it is: a few rounds settle that. */
static void
fit_axis (Dumbbells *self)
{
  double left = self->rows->left, right = self->rows->right - self->column, start = left, end = right, length;

  self->axis = atlas_value_axis_new (ATLAS_AXIS_BOTTOM, atlas_chart_data_get_measure (self->build->data, self->pair.first));
  atlas_value_axis_include (&self->axis, self->build->spec->reference);
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      g_autoptr (GArray) outside = NULL;

      length = end - start;
      atlas_value_axis_fit (&self->axis, self->build, start, end);
      outside = list_outside (self);
      atlas_outside_fit ((const AtlasOutside *) outside->data, outside->len, atlas_value_axis_get_lowest (&self->axis),
                         atlas_value_axis_get_highest (&self->axis), left, right, &start, &end);
      if (end - start >= length - 0.5)
        break;
    }
  atlas_value_axis_move (&self->axis, start, end);
}

static double
get_x (const Dumbbells *self,
       guint            row,
       guint            end)
{
  return atlas_value_axis_get_position (&self->axis, get_value (self, row, end)->value);
}

static void
draw_line (const Dumbbells *self,
           guint            row,
           double           middle)
{
  AtlasPoint ends[2];
  gboolean is_comparable = atlas_pair_is_comparable (self->build->data, self->pair, row);

  if (!atlas_pair_has_both (self->build->data, self->pair, row))
    return;
  ends[0] = (AtlasPoint) { get_x (self, row, 0), middle };
  ends[1] = (AtlasPoint) { get_x (self, row, 1), middle };
  atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_axis (self->build), LINE_WIDTH,
                             is_comparable ? ATLAS_STROKE_SOLID : ATLAS_STROKE_DASHED);
  if (!is_comparable)
    atlas_pair_note_dashed (self->build, self->pair);
}

static void
place_label (const Dumbbells *self,
             guint            row,
             guint            end,
             double           x,
             double           middle)
{
  AtlasChartBuild *build = self->build;
  const AtlasTextRun *run = self->labels[2 * row + end];
  AtlasPaint background = { build->style->background, "background" };
  gboolean is_left = n_ends (self) == 2 && left_end (self, row) == end;
  double left, height;

  if (run == NULL)
    return;
  if (has_no_value (self, row))
    left = self->rows->left + LABEL_GAP;
  else
    left = is_left ? x - RADIUS - LABEL_GAP - run->width : x + RADIUS + LABEL_GAP;
  height = MIN (run->height, self->rows->band);
  /* The lines of the axis stop at a text. */
  atlas_shape_list_add_rect (build->shapes,
                             (AtlasRect) { left, middle - height / 2.0, run->width, height }, background);
  atlas_text_run_place (run, build->text, build->shapes, left, middle - run->height / 2.0,
                        get_value (self, row, end) != NULL ? atlas_chart_build_text (build)
                                                           : atlas_chart_build_dim (build));
}

/* The pointer finds either dot on its side of the middle between both. */
static AtlasRect
hit_of (const Dumbbells *self,
        guint            row,
        guint            end)
{
  AtlasRect band = atlas_bar_rows_get_row (self->rows, row);
  double start = self->rows->start, stop = self->rows->right, middle;

  if (atlas_pair_has_both (self->build->data, self->pair, row))
    {
      middle = (get_x (self, row, 0) + get_x (self, row, 1)) / 2.0;
      *(left_end (self, row) == end ? &stop : &start) = middle;
    }
  return (AtlasRect) { start, band.y, stop - start, band.height };
}

/* The place of a dot; a missing one's is beside the other, or where the words are. */
static double
find_x (const Dumbbells *self,
        guint            row,
        guint            end)
{
  if (get_value (self, row, end) != NULL)
    return get_x (self, row, end);
  return has_no_value (self, row) ? self->rows->left : get_x (self, row, 1 - end);
}

static void
draw_end (const Dumbbells *self,
          guint            row,
          guint            end)
{
  AtlasChartBuild *build = self->build;
  AtlasRect band = atlas_bar_rows_get_row (self->rows, row);
  const AtlasObservation *value = get_value (self, row, end);
  double middle = band.y + band.height / 2.0, x = find_x (self, row, end), radius = MIN (RADIUS, band.height / 2.0);
  AtlasRect bounds = { x - radius, middle - radius, 2.0 * radius, 2.0 * radius };

  if (atlas_chart_data_get_row (build->data, row, series_of (self, end)) < 0)
    return;
  if (value != NULL)
    atlas_point_marker_draw_dot (build, (AtlasPoint) { x, middle }, radius, series_of (self, end),
                                 value->qualifier == ATLAS_QUALIFIER_EXACT, value->stand_in);
  else if (!has_no_value (self, row) && self->labels[2 * row + end] != NULL)
    bounds.x = x - RADIUS - LABEL_GAP - self->labels[2 * row + end]->width;
  atlas_chart_build_add_mark (build, row, series_of (self, end), bounds, hit_of (self, row, end),
                              atlas_chart_build_dup_label (build, row, series_of (self, end), FALSE));
}

static void
draw_row (const Dumbbells *self,
          guint            row)
{
  AtlasChartBuild *build = self->build;
  AtlasRect band = atlas_bar_rows_get_row (self->rows, row);
  double middle = band.y + band.height / 2.0;
  const AtlasTextRun *difference = self->differences[row];

  draw_line (self, row, middle);
  for (guint end = 0; end < n_ends (self); end++)
    {
      place_label (self, row, end, find_x (self, row, end), middle);
      draw_end (self, row, end);
    }
  if (difference != NULL && self->column > 0.0)
    atlas_text_run_place_right (difference, build->text, build->shapes, self->rows->right,
                                middle - difference->height / 2.0, atlas_chart_build_dim (build));
}

static void
draw_axis (const Dumbbells *self)
{
  AtlasRect area = { atlas_value_axis_get_position (&self->axis, atlas_value_axis_get_lowest (&self->axis)),
                     self->rows->top, 0.0, atlas_bar_rows_get_bottom (self->rows) - self->rows->top };

  area.width = atlas_value_axis_get_position (&self->axis, atlas_value_axis_get_highest (&self->axis)) - area.x;
  atlas_value_axis_draw (&self->axis, self->build, area);
}

static void
clear (Dumbbells *self)
{
  for (guint i = 0; i < 2 * self->rows->n_rows; i++)
    g_clear_pointer (&self->labels[i], atlas_text_run_free);
  for (guint i = 0; i < self->rows->n_rows; i++)
    g_clear_pointer (&self->differences[i], atlas_text_run_free);
  g_free (self->labels);
  g_free (self->differences);
  atlas_bar_rows_free (self->rows);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  Dumbbells self = { build, atlas_pair_of (build->data) };
  g_autoptr (AtlasChartLegend) legend = make_legend (build, plot.width);
  double head = head_height (build, legend), reference = atlas_reference_line_measure (build), bottom;
  double room = plot.height - head;
  gboolean has_axis = room - axis_height (build) >= MIN_LINES * row_height (build) && build->data->n_values > 0;
  AtlasRect below = { plot.x, plot.y + head, plot.width, MAX (1.0, room - (has_axis ? axis_height (build) : 0.0)) };
  AtlasRect under_legend = { plot.x, plot.y + head - reference, plot.width, plot.height - head + reference };
  guint first;

  atlas_pair_note_series (build, self.pair);
  if (build->spec->by_gap)
    atlas_chart_notes_add (build->notes, _("In the order of the difference"));
  self.rows = atlas_bar_rows_new (build, below, row_height (build), atlas_bar_rows_get_least (build));
  make_texts (&self);
  fit_axis (&self);
  atlas_chart_legend_draw (legend, plot.x, plot.y);
  if (has_axis)
    draw_axis (&self);
  if (build->data->n_values > 0)
    atlas_value_axis_note (&self.axis, build);
  atlas_bar_rows_draw_names (self.rows, build);
  first = atlas_shape_list_get_n_shapes (build->shapes);
  for (guint i = 0; i < self.rows->n_rows; i++)
    draw_row (&self, i);
  bottom = atlas_bar_rows_get_bottom (self.rows);
  atlas_reference_line_draw (build, under_legend, atlas_value_axis_get_position (&self.axis, build->spec->reference),
                             self.rows->top, bottom, first);
  clear (&self);
  return bottom + (has_axis ? axis_height (build) : 0.0);
}

const AtlasChartPlot atlas_dumbbell_plot = { measure, measure_least, draw };
