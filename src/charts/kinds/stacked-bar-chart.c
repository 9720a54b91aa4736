/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/bar-rows.h"
#include "charts/chart-label.h"
#include "charts/chart-legend.h"
#include "charts/stack.h"

/* Stacked bars and those of 100 %. With one category alone there is no column of names; the segments carry their own,
 * and those too narrow for it are listed below. */

#define BAR_SHARE 0.66
#define ROW_HEIGHT 2.35
#define SINGLE_HEIGHT 2.7
#define LEGEND_GAP 8.0
#define LABEL_GAP 6.0
#define PADDING 5.0
#define SEGMENT_GAP 1.5 /* C17 */
#define MIN_HIT 6.0

typedef struct {
  AtlasChartBuild *build;
  AtlasBarRows *rows; /* (nullable): of several categories */
  AtlasStack *stacks;
  AtlasTextRun **ends; /* what stands at the end of each bar */
  double zero, scale;
  gboolean has_unlabelled;
} Stacks;

static gboolean
is_percent (const AtlasChartBuild *build)
{
  return build->spec->kind == ATLAS_CHART_PERCENT_BAR;
}

static gboolean
is_single (const AtlasChartBuild *build)
{
  return build->data->categories->len == 1;
}

static double
row_height (const AtlasChartBuild *build)
{
  return atlas_text_maker_get_size (build->text, ATLAS_TEXT_LABEL) * ROW_HEIGHT;
}

static char *
dup_share (const AtlasStack       *stack,
           const AtlasObservation *part)
{
  double share;
  AtlasQualifier qualifier;
  AtlasUnit percent = { (char *) "percent", (char *) "%", (char *) "%", FALSE };

  if (!atlas_stack_get_share (stack, part, &share, &qualifier))
    return NULL;
  return atlas_format_label (share, qualifier, &percent, ATLAS_SCALE_ONE);
}

/* "Senior 2 (0.0%)", or for a segment "Senior 2  0.0%". */
static char *
dup_part_text (const Stacks *self,
               guint         category,
               guint         series,
               gboolean      in_segment)
{
  const AtlasChartData *data = self->build->data;
  const AtlasObservation *part = atlas_chart_data_get (data, category, series);
  const char *name = atlas_chart_data_get_series (data, series)->name;
  g_autofree char *value = atlas_chart_build_dup_label (self->build, category, series, TRUE);
  g_autofree char *share = NULL;

  if (atlas_chart_data_get_value (data, category, series) != NULL)
    share = dup_share (&self->stacks[category], part);
  if (share == NULL)
    return g_strdup_printf ("%s %s", name, value);
  if (in_segment)
    return g_strdup_printf ("%s %s   %s", name, value, share);
  /* Translators: a part of a whole: its name, value and share, as in “Senior 2 (0.0%)” */
  return g_strdup_printf (C_("part of a bar", "%s %s (%s)"), name, value, share);
}

/* What stands in a segment of one bar among several. */
static char *
dup_segment_text (const Stacks *self,
                  guint         category,
                  guint         series)
{
  if (is_percent (self->build))
    return dup_share (&self->stacks[category], atlas_chart_data_get (self->build->data, category, series));
  return atlas_chart_build_dup_label (self->build, category, series, TRUE);
}

/* The total, or why there is none; TERSE without naming the part that is missing. */
static char *
dup_end_text (const Stacks *self,
              guint         category,
              gboolean      terse)
{
  const AtlasStack *stack = &self->stacks[category];
  const AtlasChartData *data = self->build->data;
  g_autofree char *total = NULL;

  if (stack->n_parts == 0 && atlas_chart_notes_leave_blank (self->build->notes))
    {
      atlas_chart_notes_use_symbol (self->build->notes, ATLAS_MISSING_NOT_REPORTED);
      return g_strdup ("");
    }
  if (stack->n_parts == 0)
    return stack->missing != NULL ? atlas_chart_dup_missing_text (data->table, stack->missing)
                                  : g_strdup (atlas_missing_get_meaning (ATLAS_MISSING_NOT_REPORTED));
  if (stack->is_unknown && (terse || stack->missing == NULL))
    return g_strdup (_("total unknown"));
  if (stack->is_unknown)
    /* Translators: %s is the part of a whole that has not been published, such as the senior grade */
    return g_strdup_printf (_("total unknown, no figure for: %s"),
                            atlas_chart_data_get_series (data, stack->missing_series)->name);
  if (stack->period == NULL)
    return g_strdup (_("different dates, no total"));
  atlas_chart_notes_use_qualifier (self->build->notes, stack->qualifier);
  total = atlas_chart_dup_value_text (atlas_chart_data_get_measure (data, 0), stack->total, stack->qualifier);
  if (is_percent (self->build) && stack->qualifier == ATLAS_QUALIFIER_EXACT)
    /* Translators: of how many the percentages of a bar are */
    return g_strdup_printf (C_("whole of a bar", "n = %s"), total);
  if (is_percent (self->build))
    /* Translators: the same of a number that has a sign before it: "n ≥ 500" */
    return g_strdup_printf (C_("whole of a bar", "n %s"), total);
  return g_steal_pointer (&total);
}

static void
init (Stacks          *self,
      AtlasChartBuild *build)
{
  guint n = build->data->categories->len;

  self->build = build;
  self->stacks = g_new (AtlasStack, n + 1);
  self->ends = g_new0 (AtlasTextRun *, n + 1);
  for (guint i = 0; i < n; i++)
    self->stacks[i] = atlas_stack_of (build->data, i);
}

static void
clear (Stacks *self)
{
  for (guint i = 0; i < self->build->data->categories->len; i++)
    g_clear_pointer (&self->ends[i], atlas_text_run_free);
  g_free (self->ends);
  g_free (self->stacks);
  g_clear_pointer (&self->rows, atlas_bar_rows_free);
}

/* A bar of shares that cannot be known is not drawn. */
static double
drawn_total (const Stacks *self,
             guint         category)
{
  const AtlasStack *stack = &self->stacks[category];

  if (!is_percent (self->build))
    return stack->total;
  return !stack->is_unknown && stack->total > 0.0 ? 100.0 : 0.0;
}

static double
drawn_length (const Stacks           *self,
              guint                   category,
              const AtlasObservation *value)
{
  double total = drawn_total (self, category);

  if (total <= 0.0 || value == NULL)
    return 0.0;
  return MAX (value->value, 0.0) / self->stacks[category].total * total * self->scale;
}

/* The outline of a segment: pointed where it is the last of a bar that is at least so long. */
static void
draw_segment (Stacks                 *self,
              guint                   series,
              const AtlasObservation *value,
              AtlasRect               bounds,
              gboolean                is_last,
              const AtlasStack       *stack)
{
  AtlasBarLook look = { atlas_chart_build_series (self->build, series), ATLAS_QUALIFIER_EXACT, value->stand_in,
                        atlas_chart_build_is_hatched (self->build, series) };
  double width = bounds.width - (is_last ? 0.0 : SEGMENT_GAP);

  if (is_last && !is_percent (self->build) && !stack->is_unknown)
    look.qualifier = stack->qualifier;
  if (width > 0.0)
    atlas_bar_draw (self->build, bounds.x, bounds.x + width, bounds.y, bounds.height, look);
}

/* Writes TEXT into a segment if it fits with padding (C6). */
static gboolean
label_segment (Stacks                 *self,
               guint                   series,
               const AtlasObservation *value,
               AtlasRect               bounds,
               const char             *text)
{
  AtlasChartBuild *build = self->build;
  AtlasPaint fill = atlas_chart_build_series (build, series);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_SMALL, text, 0.0, 1);

  if (run->width + 2.0 * PADDING > bounds.width - SEGMENT_GAP || run->height > bounds.height + 2.0 ||
      atlas_chart_build_is_hatched (build, series))
    return FALSE;
  if (value->stand_in)
    fill = atlas_chart_build_lighter (build, fill);
  atlas_text_run_place (run, build->text, build->shapes, bounds.x + (bounds.width - SEGMENT_GAP - run->width) / 2.0,
                        bounds.y + (bounds.height - run->height) / 2.0, atlas_chart_build_text_on (fill));
  return TRUE;
}

static guint
last_part (const Stacks *self,
           guint         category)
{
  guint last = 0;

  for (guint s = 0; s < self->build->data->series->len; s++)
    {
      const AtlasObservation *value = atlas_chart_data_get_value (self->build->data, category, s);

      if (value != NULL && value->value > 0.0)
        last = s;
    }
  return last;
}

/* A share that is about where its parts are at least so many is to be explained wherever it is printed (C8). */
static void
explain_share (const Stacks           *self,
               guint                   category,
               const AtlasObservation *value)
{
  AtlasQualifier qualifier;
  double share;

  if (value != NULL && atlas_stack_get_share (&self->stacks[category], value, &share, &qualifier))
    atlas_chart_notes_use_qualifier (self->build->notes, qualifier);
}

/* The segments of one bar from the axis on; those whose text did not fit are added to BELOW, if there is one. Returns
 * where the bar ends. */
static double
draw_stack (Stacks           *self,
            guint             category,
            AtlasRect         bar,
            AtlasRect         row,
            AtlasChartLegend *below)
{
  AtlasChartBuild *build = self->build;
  guint last = last_part (self, category);
  double x = self->zero;

  for (guint s = 0; s < build->data->series->len; s++)
    {
      const AtlasObservation *value = atlas_chart_data_get_value (build->data, category, s);
      AtlasRect bounds = { x, bar.y, drawn_length (self, category, value), bar.height };
      double extra = MAX (0.0, MIN_HIT - bounds.width) / 2.0;
      AtlasRect hit = { bounds.x - extra, row.y, bounds.width + 2.0 * extra, row.height };
      g_autofree char *text = NULL;
      gboolean is_labelled;

      if (atlas_chart_data_get_row (build->data, category, s) < 0)
        continue;
      if (bounds.width > 0.0)
        {
          draw_segment (self, s, value, bounds, s == last, &self->stacks[category]);
          text = below != NULL ? dup_part_text (self, category, s, TRUE) : dup_segment_text (self, category, s);
        }
      is_labelled = text != NULL && label_segment (self, s, value, bounds, text);
      if (below != NULL || (is_labelled && is_percent (build)))
        explain_share (self, category, value);
      if (!is_labelled)
        {
          g_autofree char *full = dup_part_text (self, category, s, FALSE);

          self->has_unlabelled |= text != NULL;
          if (below != NULL)
            atlas_chart_legend_add (below, full, s);
        }
      atlas_chart_build_add_mark (build, category, s, bounds, hit, dup_part_text (self, category, s, FALSE));
      x += bounds.width;
    }
  return x;
}

/* Of a single bar: its segments that may need a line of text below. All of them are counted, since only drawing tells
 * which fit; most often one line is enough. */
static double
single_height (AtlasChartBuild *build,
               double           width)
{
  g_autoptr (AtlasChartLegend) below = atlas_chart_legend_new (build, width);
  double bar = round (build->style->text_size * SINGLE_HEIGHT);
  Stacks stacks = { 0 };

  init (&stacks, build);
  for (guint s = 0; s < build->data->series->len; s++)
    {
      const AtlasObservation *value = atlas_chart_data_get_value (build->data, 0, s);
      g_autofree char *text = NULL;
      g_autoptr (AtlasTextRun) run = NULL;

      if (atlas_chart_data_get_row (build->data, 0, s) < 0)
        continue;
      stacks.scale = drawn_total (&stacks, 0) > 0.0 ? width / drawn_total (&stacks, 0) : 0.0;
      text = dup_part_text (&stacks, 0, s, FALSE);
      run = atlas_text_run_new (build->text, ATLAS_TEXT_SMALL, text, 0.0, 1);
      if (run->width + 2.0 * PADDING + SEGMENT_GAP > drawn_length (&stacks, 0, value) * 0.9)
        atlas_chart_legend_add (below, text, s);
    }
  clear (&stacks);
  return bar + LABEL_GAP + atlas_chart_legend_get_height (below) +
         atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_SMALL);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  g_autoptr (AtlasChartLegend) legend = NULL;

  if (is_single (build))
    return ceil (single_height (build, width));
  legend = atlas_chart_legend_new_series (build, width);
  return ceil (atlas_chart_legend_get_height (legend) + LEGEND_GAP) +
         atlas_bar_rows_measure (build, width, row_height (build));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  g_autoptr (AtlasChartLegend) legend = NULL;

  if (is_single (build))
    return measure (build, width);
  legend = atlas_chart_legend_new_series (build, width);
  return ceil (atlas_chart_legend_get_height (legend) + LEGEND_GAP) +
         atlas_bar_rows_measure_few (build);
}

/* C25 */
static void
note_rounding (const Stacks *self,
               gboolean      as_shares)
{
  const AtlasChartData *data = self->build->data;

  for (guint i = 0; i < data->categories->len; i++)
    if (!atlas_stack_adds_up (&self->stacks[i], data, i, as_shares))
      {
        atlas_chart_notes_add (self->build->notes, _("Parts may not add up to the total as they are rounded"));
        return;
      }
}

/* A number alone under the parts would say nothing. */
static char *
dup_single_end (const Stacks *self)
{
  const AtlasStack *stack = &self->stacks[0];
  char *text = dup_end_text (self, 0, FALSE), *total;

  if (stack->n_parts == 0 || stack->is_unknown || stack->period == NULL || is_percent (self->build))
    return text;
  total = g_strdup_printf (_("Total: %s"), text);
  g_free (text);
  return total;
}

/* A single bar above the list of its smaller parts and its total. */
static double
draw_single (AtlasChartBuild *build,
             AtlasRect        plot)
{
  Stacks stacks = { 0 };
  g_autoptr (AtlasChartLegend) below = atlas_chart_legend_new (build, plot.width);
  g_autoptr (AtlasTextRun) end = NULL;
  g_autofree char *end_text = NULL;
  AtlasRect bar = { plot.x, plot.y, plot.width, round (MIN (build->style->text_size * SINGLE_HEIGHT, plot.height * 0.6)) };
  double total, y;

  atlas_chart_notes_set_hidden (build->notes, 0, 0);
  init (&stacks, build);
  total = drawn_total (&stacks, 0);
  stacks.zero = plot.x;
  stacks.scale = total > 0.0 ? (plot.width - atlas_bar_get_overhang (bar.height, stacks.stacks[0].qualifier)) / total
                             : 0.0;
  draw_stack (&stacks, 0, bar, bar, below);
  y = plot.y + (total > 0.0 ? bar.height + LABEL_GAP : 0.0);
  if (y + atlas_chart_legend_get_height (below) <= plot.y + plot.height + 1.0)
    {
      atlas_chart_legend_draw (below, plot.x, y);
      y += atlas_chart_legend_get_height (below);
    }
  else
    atlas_chart_notes_add_hidden (build->notes, atlas_chart_legend_get_n_items (below));
  note_rounding (&stacks, TRUE);
  note_rounding (&stacks, FALSE);
  end_text = dup_single_end (&stacks);
  end = atlas_text_run_new (build->text, ATLAS_TEXT_SMALL, end_text, plot.width, 1);
  if (y + end->height <= plot.y + plot.height + 1.0)
    {
      atlas_text_run_place (end, build->text, build->shapes, plot.x, y, atlas_chart_build_dim (build));
      y += end->height;
    }
  clear (&stacks);
  return y;
}

static AtlasTextRun *
end_run (const Stacks *self,
         guint         category,
         double        room)
{
  AtlasTextMaker *maker = self->build->text;
  g_autofree char *text = dup_end_text (self, category, FALSE);
  g_autofree char *terse = dup_end_text (self, category, TRUE);
  AtlasTextRun *run = atlas_text_run_new (maker, self->rows->role, text, 0.0, 1);

  if (run->width <= room)
    return run;
  atlas_text_run_free (run);
  return atlas_text_run_new (maker, self->rows->role, terse, room, 1);
}

static void
make_ends (Stacks *self)
{
  double room = self->rows->right - self->rows->left - LABEL_GAP;

  for (guint i = 0; i < self->rows->n_rows; i++)
    if (atlas_bar_rows_is_named (self->rows, i))
      self->ends[i] = end_run (self, i, drawn_total (self, i) > 0.0 ? room * 0.5 : room);
}

/* Of a bar in a row of ROW points: on whole points where there are enough of them. */
static double
bar_height (double row)
{
  return row >= 6.0 ? round (row * BAR_SHARE) : row * BAR_SHARE;
}

/* How far the bar reaches beyond its total; not at all where that is unknown. */
static double
overhang (const Stacks *self,
          guint         category,
          double        height)
{
  const AtlasStack *stack = &self->stacks[category];

  if (is_percent (self->build) || stack->is_unknown)
    return 0.0;
  return atlas_bar_get_overhang (height, stack->qualifier);
}

static void
fit_scale (Stacks *self)
{
  g_autofree AtlasBarLength *lengths = g_new0 (AtlasBarLength, self->rows->n_rows + 1);
  double height = bar_height (self->rows->band);

  for (guint i = 0; i < self->rows->n_rows; i++)
    {
      lengths[i].value = drawn_total (self, i);
      lengths[i].label = overhang (self, i, height);
      if (self->ends[i] != NULL)
        lengths[i].label += LABEL_GAP + self->ends[i]->width;
    }
  self->scale = atlas_bar_fit (self->build, lengths, self->rows->n_rows, self->rows->right - self->rows->left, &self->zero);
  self->zero += self->rows->left;
}

static void
draw_row (Stacks *self,
          guint   category)
{
  AtlasChartBuild *build = self->build;
  AtlasRect row = atlas_bar_rows_get_row (self->rows, category);
  double height = bar_height (row.height);
  AtlasRect bar = { row.x, round (row.y + (row.height - height) / 2.0), row.width, height };
  double end = draw_stack (self, category, bar, row, NULL);
  const AtlasTextRun *run = self->ends[category];
  gboolean known = !self->stacks[category].is_unknown && self->stacks[category].n_parts > 0;

  end += overhang (self, category, height);
  if (run != NULL)
    atlas_text_run_place (run, build->text, build->shapes, end + LABEL_GAP, row.y + (row.height - run->height) / 2.0,
                          known ? atlas_chart_build_text (build) : atlas_chart_build_dim (build));
}

static gboolean
all_are_whole (const Stacks *self)
{
  for (guint i = 0; i < self->build->data->categories->len; i++)
    if (self->stacks[i].n_parts > 0 && !self->stacks[i].is_whole)
      return FALSE;
  return TRUE;
}

static void
add_notes (const Stacks *self)
{
  if (self->has_unlabelled)
    atlas_chart_notes_add (self->build->notes, _("Segments too narrow for a number have it in the table"));
  note_rounding (self, is_percent (self->build));
  if (is_percent (self->build))
    atlas_chart_notes_add (self->build->notes, all_are_whole (self) ? C_("whole of a bar", "n = 100%")
                                                                       : C_("whole of a bar", "n = 100%: the published parts"));
}

static double
draw_rows (AtlasChartBuild *build,
           AtlasRect        plot)
{
  g_autoptr (AtlasChartLegend) legend = atlas_chart_legend_new_series (build, plot.width);
  double head = ceil (atlas_chart_legend_get_height (legend) + LEGEND_GAP);
  AtlasRect below = { plot.x, plot.y + head, plot.width, MAX (1.0, plot.height - head) };
  Stacks stacks = { 0 };
  double bottom;

  init (&stacks, build);
  stacks.rows = atlas_bar_rows_new (build, below, row_height (build), atlas_bar_rows_get_least (build));
  make_ends (&stacks);
  fit_scale (&stacks);
  atlas_chart_legend_draw (legend, plot.x, plot.y);
  atlas_bar_rows_draw_axis (stacks.rows, build, stacks.zero);
  atlas_bar_rows_draw_names (stacks.rows, build);
  for (guint i = 0; i < stacks.rows->n_rows; i++)
    draw_row (&stacks, i);
  add_notes (&stacks);
  bottom = atlas_bar_rows_get_bottom (stacks.rows);
  clear (&stacks);
  return bottom;
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  return is_single (build) ? draw_single (build, plot) : draw_rows (build, plot);
}

const AtlasChartPlot atlas_stacked_bar_plot = { measure, measure_least, draw };
