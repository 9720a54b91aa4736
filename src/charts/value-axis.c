/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/value-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/label-placement.h"

#define TICK_GAP 6.0
#define FOOT_GAP 4.0
#define TITLE_GAP 3.0
#define TEXT_GAP 10.0     /* between the texts of a bottom axis */
#define TICK_PITCH 30.0   /* of a left axis: what a tick takes */
#define TICK_LENGTH 56.0  /* of a bottom axis, if its texts allow */
#define MIN_TICKS 2.0
#define MAX_TICKS 8.0
#define LEAST_LENGTH 20.0

/* Below this share of the highest value the lowest is near enough to zero for the axis to begin there. */
#define ZERO_BELOW 0.5

AtlasValueAxis
atlas_value_axis_new (AtlasAxisSide            side,
                      const AtlasChartMeasure *measure)
{
  return (AtlasValueAxis) {
    .side = side, .unit = measure->unit, .scale = measure->scale, .is_whole = measure->is_whole,
    .low = measure->lowest, .high = measure->highest,
  };
}

AtlasValueAxis
atlas_value_axis_new_below (const AtlasChartBuild *build)
{
  AtlasValueAxis self = atlas_value_axis_new (ATLAS_AXIS_BOTTOM,
                                              &g_array_index (build->data->measures, AtlasChartMeasure, 0));

  atlas_value_axis_include (&self, build->spec->reference);
  self.is_log = atlas_value_axis_suits_log (&self);
  return self;
}

void
atlas_value_axis_include (AtlasValueAxis *self,
                          double          value)
{
  if (!isfinite (value))
    return;
  self->low = MIN (self->low, value);
  self->high = MAX (self->high, value);
}

gboolean
atlas_value_axis_suits_log (const AtlasValueAxis *self)
{
  return atlas_log_scale_suits (self->low, self->high);
}

gboolean
atlas_value_axis_allows_log (const AtlasValueAxis *self)
{
  return self->low > 0.0;
}

static void
choose_ticks (AtlasValueAxis *self,
              guint           wanted)
{
  gboolean zero = self->has_zero || self->low <= self->high * ZERO_BELOW;

  if (self->is_log)
    self->log = atlas_log_scale_nice (self->low, self->high, wanted);
  else
    self->linear = atlas_linear_scale_nice (self->low, self->high, zero, self->is_whole, wanted);
}

void
atlas_value_axis_move (AtlasValueAxis *self,
                       double          start,
                       double          end)
{
  self->linear.start = self->log.start = start;
  self->linear.end = self->log.end = end;
}

double
atlas_value_axis_get_position (const AtlasValueAxis *self,
                               double                value)
{
  return self->is_log ? atlas_log_scale_position (&self->log, value)
                      : atlas_linear_scale_position (&self->linear, value);
}

guint
atlas_value_axis_get_n_ticks (const AtlasValueAxis *self)
{
  return self->is_log ? self->log.n_ticks : self->linear.n_ticks;
}

double
atlas_value_axis_get_tick (const AtlasValueAxis *self,
                           guint                 n)
{
  return self->is_log ? atlas_log_scale_tick (&self->log, n) : atlas_linear_scale_tick (&self->linear, n);
}

double
atlas_value_axis_get_lowest (const AtlasValueAxis *self)
{
  return self->is_log ? self->log.low : self->linear.low;
}

double
atlas_value_axis_get_highest (const AtlasValueAxis *self)
{
  return self->is_log ? self->log.high : self->linear.high;
}

/* Each tick of a logarithmic axis has the decimals that it needs itself. */
static AtlasTextRun *
tick_run (const AtlasValueAxis *self,
          AtlasChartBuild      *build,
          guint                 n)
{
  double value = atlas_value_axis_get_tick (self, n);
  g_autofree char *text = atlas_format_tick (value, self->is_log ? value : self->linear.step, self->scale);

  return atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
}

/* What a tick takes along the axis: no text may touch the next. */
static AtlasLabelSlot
tick_slot (const AtlasValueAxis *self,
           AtlasChartBuild      *build,
           guint                 n)
{
  g_autoptr (AtlasTextRun) run = tick_run (self, build, n);
  double size = self->side == ATLAS_AXIS_LEFT ? run->height : run->width + TEXT_GAP;
  guint last = atlas_value_axis_get_n_ticks (self) - 1;

  return (AtlasLabelSlot) { atlas_value_axis_get_position (self, atlas_value_axis_get_tick (self, n)), size,
                            n == 0 ? 2.0 : n == last ? 1.0 : 0.0 };
}

static AtlasLabelSlot *
make_slots (const AtlasValueAxis *self,
            AtlasChartBuild      *build,
            guint                *out_n_dropped)
{
  guint n = atlas_value_axis_get_n_ticks (self);
  AtlasLabelSlot *slots = g_new0 (AtlasLabelSlot, n + 1);

  for (guint i = 0; i < n; i++)
    slots[i] = tick_slot (self, build, i);
  *out_n_dropped = atlas_labels_thin (slots, n, -G_MAXDOUBLE, G_MAXDOUBLE);
  return slots;
}

static gboolean
texts_fit (const AtlasValueAxis *self,
           AtlasChartBuild      *build)
{
  guint n_dropped;
  g_autofree AtlasLabelSlot *slots = make_slots (self, build, &n_dropped);

  return n_dropped == 0;
}

void
atlas_value_axis_fit (AtlasValueAxis  *self,
                      AtlasChartBuild *build,
                      double           start,
                      double           end)
{
  double pitch = self->side == ATLAS_AXIS_LEFT ? TICK_PITCH : TICK_LENGTH;
  double wanted = CLAMP (fabs (end - start) / pitch + 1.0, MIN_TICKS, MAX_TICKS);

  for (; wanted >= MIN_TICKS; wanted -= 1.0)
    {
      choose_ticks (self, (guint) wanted);
      atlas_value_axis_move (self, start, end);
      if (self->side == ATLAS_AXIS_LEFT || texts_fit (self, build))
        return;
    }
}

double
atlas_value_axis_measure_depth (const AtlasValueAxis *self,
                                AtlasChartBuild      *build)
{
  double width = 0.0;

  if (self->side == ATLAS_AXIS_BOTTOM)
    return ceil (atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE) + FOOT_GAP);
  for (guint i = 0; i < atlas_value_axis_get_n_ticks (self); i++)
    {
      g_autoptr (AtlasTextRun) run = tick_run (self, build, i);

      width = MAX (width, run->width);
    }
  return ceil (width + TICK_GAP);
}

double
atlas_value_axis_measure_overhang (const AtlasValueAxis *self,
                                   AtlasChartBuild      *build)
{
  g_autoptr (AtlasTextRun) first = tick_run (self, build, 0);
  g_autoptr (AtlasTextRun) last = tick_run (self, build, atlas_value_axis_get_n_ticks (self) - 1);

  return ceil (MAX (first->width, last->width) / 2.0 + 1.0);
}

/* The narrower axis may have other ticks, with longer texts. */
void
atlas_value_axis_fit_within (AtlasValueAxis  *self,
                             AtlasChartBuild *build,
                             double           left,
                             double           right,
                             double           least)
{
  double overhang = least, needed;

  atlas_value_axis_fit (self, build, 0.0, right - left);
  for (needed = atlas_value_axis_measure_overhang (self, build); ; )
    {
      overhang = MAX (overhang, needed);
      atlas_value_axis_fit (self, build, left + overhang, MAX (right - overhang, left + overhang + LEAST_LENGTH));
      needed = atlas_value_axis_measure_overhang (self, build);
      if (needed <= overhang)
        return;
    }
}

char *
atlas_value_axis_dup_title (const AtlasValueAxis *self,
                            const char           *name)
{
  g_autofree char *unit = atlas_scale_dup_unit (self->scale, self->unit);

  if (unit[0] == '\0')
    return self->is_log ? g_strdup_printf (C_("axis title", "%s (logarithmic)"), name) : g_strdup (name);
  if (self->is_log)
    /* Translators: beside an axis: the indicator, its unit, and that the axis is logarithmic */
    return g_strdup_printf (C_("axis title", "%s (%s, logarithmic)"), name, unit);
  /* Translators: beside an axis: the indicator and its unit */
  return g_strdup_printf (C_("axis title", "%s (%s)"), name, unit);
}

void
atlas_value_axis_note (const AtlasValueAxis *self,
                       AtlasChartBuild      *build)
{
  if (self->is_log)
    atlas_chart_notes_add (build->notes, _("Logarithmic axis: equal distances are equal multiples"));
  else if (self->linear.low > 0.0)
    atlas_chart_notes_add (build->notes, self->side == ATLAS_AXIS_LEFT
                                           ? _("The vertical axis does not begin at 0")
                                           : _("The horizontal axis does not begin at 0"));
}

static void
draw_line (const AtlasValueAxis *self,
           AtlasChartBuild      *build,
           AtlasRect             area,
           double                value)
{
  double at = round (atlas_value_axis_get_position (self, value)) + 0.5;
  AtlasPoint across[] = { { area.x, at }, { area.x + area.width, at } };
  AtlasPoint down[] = { { at, area.y }, { at, area.y + area.height } };

  atlas_shape_list_add_line (build->shapes, self->side == ATLAS_AXIS_LEFT ? across : down, 2, FALSE,
                             value == 0.0 ? atlas_chart_build_axis (build) : atlas_chart_build_grid (build), 1.0,
                             ATLAS_STROKE_SOLID);
}

static void
draw_text (const AtlasValueAxis *self,
           AtlasChartBuild      *build,
           AtlasRect             area,
           guint                 n)
{
  g_autoptr (AtlasTextRun) run = tick_run (self, build, n);
  double at = round (atlas_value_axis_get_position (self, atlas_value_axis_get_tick (self, n))) + 0.5;

  if (self->side == ATLAS_AXIS_LEFT)
    atlas_text_run_place_right (run, build->text, build->shapes, area.x - TICK_GAP, at - run->height / 2.0,
                                atlas_chart_build_dim (build));
  else
    atlas_text_run_place (run, build->text, build->shapes, at - run->width / 2.0, area.y + area.height + FOOT_GAP,
                          atlas_chart_build_dim (build));
}

void
atlas_value_axis_draw (const AtlasValueAxis *self,
                       AtlasChartBuild      *build,
                       AtlasRect             area)
{
  guint n_dropped;
  g_autofree AtlasLabelSlot *slots = make_slots (self, build, &n_dropped);

  for (guint i = 0; i < atlas_value_axis_get_n_ticks (self); i++)
    {
      draw_line (self, build, area, atlas_value_axis_get_tick (self, i));
      if (!slots[i].dropped)
        draw_text (self, build, area, i);
    }
}

double
atlas_value_axis_measure_foot (const AtlasValueAxis *self,
                               AtlasChartBuild      *build)
{
  double title = self->is_log ? TITLE_GAP + atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE) : 0.0;

  return atlas_value_axis_measure_depth (self, build) + title;
}

static void
draw_title (const AtlasValueAxis *self,
            AtlasChartBuild      *build,
            AtlasRect             area)
{
  g_autofree char *name = atlas_table_dup_name (build->data->table);
  g_autofree char *title = atlas_value_axis_dup_title (self, name);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, title, area.width, 1);

  atlas_text_run_place_right (run, build->text, build->shapes, area.x + area.width,
                              area.y + area.height + atlas_value_axis_measure_depth (self, build) + TITLE_GAP,
                              atlas_chart_build_text (build));
}

void
atlas_value_axis_draw_below (const AtlasValueAxis *self,
                             AtlasChartBuild      *build,
                             AtlasRect             area)
{
  atlas_value_axis_draw (self, build, area);
  atlas_value_axis_note (self, build);
  if (self->is_log)
    draw_title (self, build, area);
}
