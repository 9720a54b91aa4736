/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "charts/bar-rows.h"
#include "charts/chart-label.h"
#include "charts/chart-legend.h"
#include "charts/label-placement.h"
#include "charts/linear-scale.h"
#include "charts/reference-line.h"

#define LABEL_GAP 5.0
/* How much of the height of a line is ink. */
#define LABEL_INK 0.75
#define BAR_GAP 2.0
/* A bar thinner than this is a line. */
#define LEAST_BAR 5.0
#define LEGEND_GAP 8.0
#define TICK_GAP 3.0
#define TICK_PITCH 60.0
#define MIN_TICK_GAP 10.0
/* With less room than for so many lines, the bars have it rather than the axis. */
#define MIN_LINES 3
#define FEW_ROWS 3

/* A bar of a group, with what stands beside it. */
typedef struct {
  guint category, series;
  double y, height;    /* of its share of the row */
  double middle;       /* of its label */
  gboolean is_unnamed; /* one of a group without any value, for which another says why */
  AtlasTextRun *label; /* (nullable) */
} GroupBar;

typedef struct {
  AtlasChartBuild *build;
  AtlasBarRows *rows;
  GArray *bars; /* (element-type GroupBar) */
  double zero, scale;
} Groups;

static double
bar_pitch (const AtlasChartBuild *build)
{
  return atlas_text_maker_get_size (build->text, ATLAS_TEXT_SMALL) * 1.3;
}

static double
row_height (const AtlasChartBuild *build)
{
  return build->data->series->len * bar_pitch (build) + build->style->text_size * 0.9;
}

static double
least_row (const AtlasChartBuild *build)
{
  return (build->data->series->len + 0.6) * LEAST_BAR;
}

static double
axis_height (const AtlasChartBuild *build)
{
  return ceil (atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE) + TICK_GAP);
}

static double
legend_height (const AtlasChartLegend *legend)
{
  double height = atlas_chart_legend_get_height (legend);

  return height > 0.0 ? ceil (height + LEGEND_GAP) : 0.0;
}

static AtlasChartLegend *
make_legend (AtlasChartBuild *build,
             double           width)
{
  return build->data->series->len > 1 ? atlas_chart_legend_new_series (build, width)
                                      : atlas_chart_legend_new (build, width);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  g_autoptr (AtlasChartLegend) legend = make_legend (build, width);

  return legend_height (legend) + atlas_reference_line_measure (build) +
         atlas_bar_rows_measure (build, width, row_height (build)) + axis_height (build);
}

/* The legend and the bars of one category, or of a few as thin as they may be. */
static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  g_autoptr (AtlasChartLegend) legend = make_legend (build, width);

  return legend_height (legend) + atlas_reference_line_measure (build) +
         MAX (row_height (build), MIN (build->data->categories->len, FEW_ROWS) * least_row (build));
}

/* Whether nobody has a figure for any bar of CATEGORY: then the reason is said once, in words. */
static gboolean
is_all_missing (AtlasChartBuild *build,
                guint            category)
{
  for (guint s = 0; s < build->data->series->len; s++)
    {
      const AtlasObservation *observation = atlas_chart_data_get (build->data, category, s);

      if (observation != NULL && (!atlas_observation_is_missing (observation) ||
                                  observation->missing != atlas_chart_data_get (build->data, category, 0)->missing))
        return FALSE;
    }
  return TRUE;
}

static AtlasTextRun *
label_run (AtlasChartBuild *build,
           guint            category,
           guint            series,
           double           room)
{
  const AtlasObservation *observation = atlas_chart_data_get (build->data, category, series);
  g_autofree char *label = NULL;

  if (is_all_missing (build, category) && !atlas_chart_notes_leave_blank (build->notes))
    {
      label = atlas_chart_dup_missing_text (build->data->table, observation);
      return atlas_text_run_new (build->text, ATLAS_TEXT_SMALL, label, room, 1);
    }
  if (atlas_chart_data_get_value (build->data, category, series) == NULL)
    {
      atlas_chart_notes_use_symbol (build->notes, observation->missing);
      return atlas_text_run_new (build->text, ATLAS_TEXT_SMALL,
                                 atlas_chart_notes_get_symbol (build->notes, observation->missing), 0.0, 1);
    }
  label = atlas_chart_build_dup_label (build, category, series, TRUE);
  return atlas_text_run_new (build->text, ATLAS_TEXT_SMALL, label, 0.0, 1);
}

static void
bar_clear (gpointer data)
{
  GroupBar *bar = data;

  g_clear_pointer (&bar->label, atlas_text_run_free);
}

/* The bars of one category, each with its share of its row. */
static void
collect_row (Groups *self,
             guint   category)
{
  const AtlasChartBuild *build = self->build;
  AtlasRect row = atlas_bar_rows_get_row (self->rows, category);
  double inner = MAX (row.height * 0.5, row.height - build->style->text_size * 0.9);
  double pitch = inner / build->data->series->len;
  gboolean all_missing = is_all_missing (self->build, category), is_first = TRUE;

  for (guint s = 0; s < build->data->series->len; s++)
    {
      GroupBar bar = { category, s, row.y + (row.height - inner) / 2.0 + s * pitch, pitch };

      if (atlas_chart_data_get_row (build->data, category, s) < 0)
        continue;
      bar.middle = all_missing ? row.y + row.height / 2.0 : bar.y + pitch / 2.0;
      bar.is_unnamed = all_missing && !is_first;
      is_first = FALSE;
      g_array_append_val (self->bars, bar);
    }
}

/* Labels for as many bars as there is room for, those of the largest values first. */
static void
make_labels (Groups *self)
{
  double line = atlas_text_maker_get_size (self->build->text, ATLAS_TEXT_SMALL) * 1.2;
  double room = self->rows->right - self->rows->left - LABEL_GAP;
  g_autofree AtlasLabelSlot *slots = g_new0 (AtlasLabelSlot, self->bars->len + 1);
  g_autofree guint *indices = g_new (guint, self->bars->len + 1);
  guint n = 0, n_dropped = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const GroupBar *bar = &g_array_index (self->bars, GroupBar, i);
      const AtlasObservation *value = atlas_chart_data_get_value (self->build->data, bar->category, bar->series);

      if (bar->is_unnamed)
        continue;
      slots[n] = (AtlasLabelSlot) { bar->middle, line, value != NULL ? fabs (value->value) : -1.0 };
      indices[n++] = i;
    }
  if (n > 0 && g_array_index (self->bars, GroupBar, 0).height < line)
    n_dropped = atlas_labels_thin (slots, n, self->rows->top - BAR_GAP,
                                   atlas_bar_rows_get_bottom (self->rows) + BAR_GAP);
  for (guint i = 0; i < n; i++)
    {
      GroupBar *bar = &g_array_index (self->bars, GroupBar, indices[i]);

      if (!slots[i].dropped)
        bar->label = label_run (self->build, bar->category, bar->series, room);
    }
  atlas_chart_notes_add_hidden (self->build->notes, n_dropped);
}

static double
bar_thickness (const GroupBar *bar)
{
  return MAX (1.0, bar->height - MIN (BAR_GAP, bar->height * 0.2));
}

static void
fit_scale (Groups *self)
{
  g_autofree AtlasBarLength *lengths = g_new0 (AtlasBarLength, self->bars->len + 1);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const GroupBar *bar = &g_array_index (self->bars, GroupBar, i);
      const AtlasObservation *value = atlas_chart_data_get_value (self->build->data, bar->category, bar->series);

      if (value != NULL)
        {
          lengths[i].value = value->value;
          lengths[i].label = atlas_bar_get_overhang (bar_thickness (bar), value->qualifier);
        }
      if (bar->label != NULL)
        lengths[i].label += LABEL_GAP + bar->label->width;
    }
  if (isfinite (self->build->spec->reference))
    lengths[self->bars->len].value = self->build->spec->reference;
  self->scale = atlas_bar_fit (self->build, lengths, self->bars->len + 1, self->rows->right - self->rows->left, &self->zero);
  self->zero += self->rows->left;
}

/* Where the bar with its pointed end ends. */
static double
get_tip (const Groups   *self,
         const GroupBar *bar)
{
  const AtlasObservation *value = atlas_chart_data_get_value (self->build->data, bar->category, bar->series);
  double overhang = value != NULL ? atlas_bar_get_overhang (bar_thickness (bar), value->qualifier) : 0.0;

  if (value == NULL)
    return self->zero;
  return self->zero + value->value * self->scale + (value->value < 0.0 ? -overhang : overhang);
}

/* Whether OTHER, above or below BAR, reaches to where the label of that stands. */
static gboolean
is_covered_by (const Groups   *self,
               const GroupBar *bar,
               const GroupBar *other)
{
  double tip = get_tip (self, bar), end = get_tip (self, other), half = LABEL_INK / 2.0 * bar->label->height;

  if (other == bar || bar->middle + half <= other->y || bar->middle - half >= other->y + other->height)
    return FALSE;
  return tip < self->zero ? end < tip - LABEL_GAP : end > tip + LABEL_GAP;
}

/* C6: of bars lower than a line of text, some lie beside a longer one, where a label would stand on that. */
static void
drop_covered_labels (Groups *self)
{
  guint n_dropped = 0, reach = self->build->data->series->len;

  for (guint i = 0; i < self->bars->len; i++)
    {
      GroupBar *bar = &g_array_index (self->bars, GroupBar, i);

      for (guint j = i > reach ? i - reach : 0; j < MIN (i + reach + 1, self->bars->len) && bar->label != NULL; j++)
        if (is_covered_by (self, bar, &g_array_index (self->bars, GroupBar, j)))
          {
            g_clear_pointer (&bar->label, atlas_text_run_free);
            n_dropped++;
          }
    }
  atlas_chart_notes_add_hidden (self->build->notes, n_dropped);
}

static void
draw_tick (const Groups *self,
           double        x,
           const char   *text,
           double        bottom)
{
  AtlasChartBuild *build = self->build;
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
  AtlasPoint ends[] = { { x, self->rows->top }, { x, bottom } };
  double left = MAX (x - run->width / 2.0, self->rows->start);

  if (x + run->width / 2.0 > self->rows->right || x < self->rows->left - 1.0)
    return;
  atlas_shape_list_add_line (build->shapes, ends, 2, FALSE, atlas_chart_build_grid (build), 1.0, ATLAS_STROKE_SOLID);
  atlas_text_run_place (run, build->text, build->shapes, left, bottom + TICK_GAP, atlas_chart_build_dim (build));
}

/* The widest of the labels that a scale's ends have. */
static double
tick_width (const Groups           *self,
            const AtlasLinearScale *scale)
{
  g_autofree char *first = atlas_format_tick (scale->low, scale->step, self->build->data->scale);
  g_autofree char *last = atlas_format_tick (scale->high, scale->step, self->build->data->scale);
  g_autoptr (AtlasTextRun) one = atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, first, 0.0, 1);
  g_autoptr (AtlasTextRun) other = atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, last, 0.0, 1);

  return MAX (one->width, other->width);
}

/* As many ticks as their labels leave room for; FALSE where not even two do. */
static gboolean
choose_ticks (const Groups     *self,
              AtlasLinearScale *out)
{
  const AtlasChartData *data = self->build->data;
  double span = (MAX (data->highest, 0.0) - MIN (data->lowest, 0.0)) * self->scale;

  for (guint wanted = (guint) CLAMP (span / TICK_PITCH + 1.0, 2.0, 8.0); wanted >= 2; wanted--)
    {
      *out = atlas_linear_scale_nice (data->lowest, data->highest, TRUE, data->is_whole, wanted);
      if (out->step * self->scale >= tick_width (self, out) + MIN_TICK_GAP)
        return TRUE;
    }
  return FALSE;
}

static void
draw_ticks (const Groups *self)
{
  AtlasLinearScale scale;

  if (self->scale <= 0.0 || !choose_ticks (self, &scale))
    return;
  for (guint i = 0; i < scale.n_ticks; i++)
    {
      double value = atlas_linear_scale_tick (&scale, i);
      g_autofree char *text = atlas_format_tick (value, scale.step, self->build->data->scale);

      draw_tick (self, round (self->zero + value * self->scale) - 0.5, text, atlas_bar_rows_get_bottom (self->rows));
    }
}

static void
draw_bar (const Groups   *self,
          const GroupBar *bar)
{
  AtlasChartBuild *build = self->build;
  const AtlasObservation *value = atlas_chart_data_get_value (build->data, bar->category, bar->series);
  double height = bar_thickness (bar), tip = self->zero;
  AtlasRect bounds = { self->zero, bar->y, 0.0, height };
  AtlasRect hit = { self->rows->start, bar->y, self->rows->right - self->rows->start, bar->height };

  if (value != NULL)
    {
      AtlasBarLook look = { atlas_chart_build_series (build, bar->series), value->qualifier, value->stand_in,
                            atlas_chart_build_is_hatched (build, bar->series) };

      bounds = atlas_bar_draw (build, self->zero, self->zero + value->value * self->scale,
                               bar->y + (bar->height - height) / 2.0, height, look);
      tip = value->value < 0.0 ? bounds.x : bounds.x + bounds.width;
    }
  if (bar->label != NULL)
    atlas_text_run_place (bar->label, build->text, build->shapes,
                          tip < self->zero ? tip - LABEL_GAP - bar->label->width : tip + LABEL_GAP,
                          bar->middle - bar->label->height / 2.0,
                          value != NULL ? atlas_chart_build_text (build) : atlas_chart_build_dim (build));
  atlas_chart_build_add_mark (build, bar->category, bar->series, bounds, hit,
                              atlas_chart_build_dup_label (build, bar->category, bar->series, FALSE));
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  g_autoptr (AtlasChartLegend) legend = make_legend (build, plot.width);
  g_autoptr (AtlasBarRows) rows = NULL;
  double head = legend_height (legend), reference = atlas_reference_line_measure (build);
  double room = plot.height - head - reference;
  gboolean has_axis = room - axis_height (build) >= MIN_LINES * bar_pitch (build);
  AtlasRect below = { plot.x, plot.y + head + reference, plot.width,
                      MAX (1.0, room - (has_axis ? axis_height (build) : 0.0)) };
  AtlasRect under_legend = { plot.x, plot.y + head, plot.width, plot.height - head };
  Groups groups = { build };
  guint first;

  rows = atlas_bar_rows_new (build, below, row_height (build), least_row (build));
  groups.rows = rows;
  groups.bars = g_array_new (FALSE, FALSE, sizeof (GroupBar));
  g_array_set_clear_func (groups.bars, bar_clear);
  for (guint i = 0; i < rows->n_rows; i++)
    collect_row (&groups, i);
  make_labels (&groups);
  fit_scale (&groups);
  drop_covered_labels (&groups);
  atlas_chart_legend_draw (legend, plot.x, plot.y);
  if (has_axis)
    draw_ticks (&groups);
  atlas_bar_rows_draw_axis (rows, build, groups.zero);
  atlas_bar_rows_draw_names (rows, build);
  first = atlas_shape_list_get_n_shapes (build->shapes);
  for (guint i = 0; i < groups.bars->len; i++)
    draw_bar (&groups, &g_array_index (groups.bars, GroupBar, i));
  atlas_reference_line_draw (build, under_legend, groups.zero + build->spec->reference * groups.scale, rows->top,
                             atlas_bar_rows_get_bottom (rows), first);
  g_array_unref (groups.bars);
  return atlas_bar_rows_get_bottom (rows) + (has_axis ? axis_height (build) : 0.0);
}

const AtlasChartPlot atlas_grouped_bar_plot = { measure, measure_least, draw };
