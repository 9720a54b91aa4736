/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/class-legend.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/area-cell.h"
#include "charts/chart-label.h"
#include "charts/label-placement.h"

#define SWATCH_HEIGHT 11.0
#define LEAST_SWATCH 30.0
#define MOST_SWATCH 80.0
#define LABEL_GAP 8.0
#define ITEM_GAP 18.0
#define HATCH_WIDTH 22.0
#define POINTER 5.0
#define GAP_BELOW 9.0
/* Of one whose words stand apart, where there is little room. */
#define LOW_SWATCH 7.0
#define LOW_POINTER 3.0
#define LOW_LINE 1.2
#define MAX_LOW_LINES 2

/* A text below the swatches: an edge, or what stands at an end. */
typedef struct {
  AtlasTextRun *run;
  double place; /* in swatches from the left */
} Label;

struct _AtlasClassLegend {
  AtlasChartBuild *build;
  const AtlasChartMeasure *measure; /* NULL: of several columns */
  AtlasClassScale classes;
  GArray *labels; /* (element-type Label) */
  AtlasTextRun *reference; /* (nullable) */
  AtlasTextRun *missing; /* (nullable) */
  gboolean missing_is_below;
  double swatch;
  double apart; /* how wide the words are that stand elsewhere; 0: here */
};

static void
label_clear (gpointer data)
{
  Label *label = data;

  atlas_text_run_free (label->run);
}

/* Takes TEXT. */
static void
add_label (AtlasClassLegend *self,
           double            place,
           char             *text)
{
  Label label = { atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, text, 0.0, 1), place };

  g_array_append_val (self->labels, label);
  g_free (text);
}

static void
add_edges (AtlasClassLegend *self)
{
  const AtlasChartMeasure *measure = self->measure;

  add_label (self, 0.0, atlas_chart_dup_value_text (measure, measure->lowest, ATLAS_QUALIFIER_EXACT));
  for (guint i = 0; i + 1 < self->classes.n_classes; i++)
    {
      double edge = self->classes.edges[i];

      add_label (self, i + 1.0, atlas_format_tick (edge, edge != 0.0 ? edge : 1.0, measure->scale));
    }
  /* A class of one value alone is named once. */
  if (measure->highest > measure->lowest &&
      (self->classes.n_classes < 2 || measure->highest > self->classes.edges[self->classes.n_classes - 2]))
    add_label (self, self->classes.n_classes,
               atlas_chart_dup_value_text (measure, measure->highest, ATLAS_QUALIFIER_EXACT));
}

static void
add_ends (AtlasClassLegend *self)
{
  add_label (self, 0.0, g_strdup (C_("end of a scale of colours", "lowest of the column")));
  add_label (self, self->classes.n_classes, g_strdup (C_("end of a scale of colours", "highest")));
}

static gboolean
has_missing (const AtlasChartBuild *build)
{
  return atlas_table_count_missing (build->data->table) > 0 && !atlas_chart_notes_leave_blank (build->notes);
}

/* Wide enough for the widest edge and an extreme beside it, narrow enough for WIDTH. */
static double
choose_swatch (const AtlasClassLegend *self,
               double                  width)
{
  double widest = 0.0;

  for (guint i = 0; i < self->labels->len && self->measure != NULL; i++)
    widest = MAX (widest, g_array_index (self->labels, Label, i).run->width);
  if (self->apart > 0.0)
    return floor (MIN (width / MAX (self->classes.n_classes, 1), MOST_SWATCH));
  return floor (MIN (CLAMP (1.5 * widest + LABEL_GAP, LEAST_SWATCH, MOST_SWATCH), width / MAX (self->classes.n_classes, 1)));
}

static double
bar_width (const AtlasClassLegend *self)
{
  return self->swatch * self->classes.n_classes;
}

static void
add_missing (AtlasClassLegend *self,
             double            width)
{
  double left = bar_width (self) > 0.0 && self->apart <= 0.0 ? bar_width (self) + ITEM_GAP : 0.0;

  self->missing = atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, C_("legend", "no value"),
                                      width - HATCH_WIDTH - LABEL_GAP, 1);
  self->missing_is_below = left + HATCH_WIDTH + LABEL_GAP + self->missing->width > width;
}

/* Panels have one legend together, unless each is of another indicator and has classes of its own. */
static gboolean
leave_to_panels (AtlasChartBuild         *build,
                 const AtlasChartMeasure *measure)
{
  if (build->share == NULL || build->data->has_indicator_panels)
    return FALSE;
  build->share->wants_classes = TRUE;
  build->share->classes = measure;
  return TRUE;
}

static AtlasTextRun *
reference_run (const AtlasClassLegend *self,
               double                  width)
{
  const char *label = self->build->spec->reference_label;

  return self->apart > 0.0 ? atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, label,
                                                 self->apart - 2.0 * POINTER - LABEL_GAP, MAX_LOW_LINES)
                           : atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, label, width, 1);
}

static AtlasClassLegend *
make (AtlasChartBuild         *build,
      const AtlasChartMeasure *measure,
      double                   width,
      double                   apart)
{
  AtlasClassLegend *self = g_new0 (AtlasClassLegend, 1);
  const AtlasChartSpec *spec = build->spec;

  self->build = build;
  self->measure = measure;
  self->apart = apart;
  self->classes.n_classes = build->data->n_values > 0 ? ATLAS_N_CLASSES : 0;
  if (measure != NULL)
    self->classes = measure->classes;
  self->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  g_array_set_clear_func (self->labels, label_clear);
  if (leave_to_panels (build, measure))
    {
      self->classes.n_classes = 0;
      return self;
    }
  if (self->classes.n_classes > 0 && measure != NULL)
    add_edges (self);
  else if (self->classes.n_classes > 0)
    add_ends (self);
  self->swatch = choose_swatch (self, width);
  if (measure != NULL && self->classes.n_classes > 0 && isfinite (spec->reference) && spec->reference_label != NULL)
    self->reference = reference_run (self, width);
  if (has_missing (build))
    add_missing (self, apart > 0.0 ? apart : width);
  return self;
}

AtlasClassLegend *
atlas_class_legend_new (AtlasChartBuild         *build,
                        const AtlasChartMeasure *measure,
                        double                   width)
{
  return make (build, measure, width, 0.0);
}

AtlasClassLegend *
atlas_class_legend_new_apart (AtlasChartBuild         *build,
                              const AtlasChartMeasure *measure,
                              double                   width,
                              double                   apart)
{
  return make (build, measure, width, apart);
}

void
atlas_class_legend_free (AtlasClassLegend *self)
{
  g_array_unref (self->labels);
  g_clear_pointer (&self->reference, atlas_text_run_free);
  g_clear_pointer (&self->missing, atlas_text_run_free);
  g_free (self);
}

static double
pitch (const AtlasClassLegend *self)
{
  if (self->apart > 0.0)
    return ceil (atlas_text_maker_get_size (self->build->text, ATLAS_TEXT_NOTE) * LOW_LINE);
  return atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_NOTE);
}

static double
reference_height (const AtlasClassLegend *self)
{
  if (self->reference == NULL)
    return 0.0;
  return self->apart > 0.0 ? LOW_POINTER : pitch (self) + POINTER;
}

static double
bar_height (const AtlasClassLegend *self)
{
  if (self->classes.n_classes == 0)
    return 0.0;
  return self->apart > 0.0 ? LOW_SWATCH + pitch (self) : 2.0 * pitch (self);
}

double
atlas_class_legend_get_height (const AtlasClassLegend *self)
{
  double height = reference_height (self) + bar_height (self);

  if (self->apart > 0.0)
    return height;
  if (self->missing != NULL && (self->missing_is_below || height <= 0.0))
    height += pitch (self);
  return height > 0.0 ? ceil (height + GAP_BELOW) : 0.0;
}

static void
draw_swatches (const AtlasClassLegend *self,
               double                  x,
               double                  y)
{
  for (guint i = 0; i < self->classes.n_classes; i++)
    {
      AtlasRect swatch = { x + i * self->swatch, y, self->swatch - ATLAS_AREA_GAP,
                           self->apart > 0.0 ? LOW_SWATCH : SWATCH_HEIGHT };

      atlas_shape_list_add_rect (self->build->shapes, swatch,
                                 atlas_chart_build_class (self->build, self->classes.n_classes, i));
    }
}

/* Where the middle of a label stands, from the left end: at its edge, but none leaves the bar. */
static double
label_middle (const AtlasClassLegend *self,
              const Label            *label)
{
  double half = label->run->width / 2.0, at = label->place * self->swatch;

  return MAX (MIN (at, bar_width (self) - half), half);
}

/* Edges before extremes, where there is no room for both (C16). */
static void
draw_labels (const AtlasClassLegend *self,
             double                  x,
             double                  y)
{
  g_autofree AtlasLabelSlot *slots = g_new0 (AtlasLabelSlot, self->labels->len + 1);
  AtlasPaint paint = atlas_chart_build_dim (self->build);

  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);
      gboolean is_end = label->place <= 0.0 || label->place >= self->classes.n_classes;

      slots[i] = (AtlasLabelSlot) { label_middle (self, label), label->run->width + 2.0, is_end ? 0.0 : 1.0 };
    }
  atlas_labels_thin (slots, self->labels->len, -G_MAXDOUBLE, G_MAXDOUBLE);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);

      if (!slots[i].dropped)
        atlas_text_run_place (label->run, self->build->text, self->build->shapes,
                              x + slots[i].wanted - label->run->width / 2.0, y, paint);
    }
}

/* Where VALUE lies in its class, from the left end: classes are alike wide, whatever they hold. */
static double
value_place (const AtlasClassLegend *self,
             double                  value)
{
  guint class = atlas_class_scale_find (&self->classes, value);
  double low = class > 0 ? self->classes.edges[class - 1] : MIN (self->measure->lowest, value);
  double high = class + 1 < self->classes.n_classes ? self->classes.edges[class] : MAX (self->measure->highest, value);
  double share = high > low ? (value - low) / (high - low) : 0.5;

  return (class + share) * self->swatch;
}

/* Its tip at TIP, pointing down. */
static void
draw_pointer (const AtlasClassLegend *self,
              double                  x,
              double                  tip)
{
  double height = self->apart > 0.0 ? LOW_POINTER : POINTER;
  AtlasPoint corners[] = { { x, tip }, { x - POINTER, tip - height }, { x + POINTER, tip - height } };

  atlas_shape_list_add_polygon (self->build->shapes, corners, G_N_ELEMENTS (corners), atlas_chart_build_text (self->build));
}

/* The label stands about its pointer, as far as it does not leave the bar. */
static void
draw_reference (const AtlasClassLegend *self,
                double                  x,
                double                  y)
{
  double at = value_place (self, self->build->spec->reference), tip = y + reference_height (self);
  double place = CLAMP (at, POINTER, MAX (bar_width (self) - POINTER, POINTER));
  double left = place - self->reference->width / 2.0;

  draw_pointer (self, x + place, tip);
  if (self->apart > 0.0)
    return;
  left = MAX (MIN (left, MAX (bar_width (self), self->reference->width) - self->reference->width), 0.0);
  atlas_text_run_place (self->reference, self->build->text, self->build->shapes, x + left, y,
                        atlas_chart_build_text (self->build));
}

static void
draw_missing_at (const AtlasClassLegend *self,
                 AtlasRect               swatch)
{
  atlas_area_draw_hatch (self->build, swatch);
  atlas_text_run_place (self->missing, self->build->text, self->build->shapes, swatch.x + HATCH_WIDTH + LABEL_GAP,
                        swatch.y + (swatch.height - self->missing->height) / 2.0, atlas_chart_build_dim (self->build));
}

static void
draw_missing (const AtlasClassLegend *self,
              double                  x,
              double                  y)
{
  AtlasRect swatch = { x, y, HATCH_WIDTH, SWATCH_HEIGHT };

  if (bar_width (self) > 0.0 && !self->missing_is_below)
    swatch.x += bar_width (self) + ITEM_GAP;
  else
    swatch.y += bar_height (self);
  draw_missing_at (self, swatch);
}

void
atlas_class_legend_draw_missing (const AtlasClassLegend *self,
                                 AtlasRect               area)
{
  AtlasRect swatch = { area.x, area.y + (area.height - LOW_SWATCH) / 2.0, HATCH_WIDTH, LOW_SWATCH };

  if (self->missing != NULL && HATCH_WIDTH + LABEL_GAP + self->missing->width <= area.width)
    draw_missing_at (self, swatch);
}

void
atlas_class_legend_draw_reference (const AtlasClassLegend *self,
                                   AtlasRect               area)
{
  if (self->reference == NULL || self->reference->height > area.height)
    return;
  draw_pointer (self, area.x + POINTER, area.y + (pitch (self) + LOW_POINTER) / 2.0);
  atlas_text_run_place (self->reference, self->build->text, self->build->shapes, area.x + 2.0 * POINTER + LABEL_GAP, area.y,
                        atlas_chart_build_text (self->build));
}

void
atlas_class_legend_draw (const AtlasClassLegend *self,
                         double                  x,
                         double                  y)
{
  double line = y + reference_height (self);
  double bar = self->apart > 0.0 ? line : line + (pitch (self) - SWATCH_HEIGHT) / 2.0;

  if (self->reference != NULL)
    draw_reference (self, x, y);
  draw_swatches (self, x, bar);
  draw_labels (self, x, self->apart > 0.0 ? bar + LOW_SWATCH : line + pitch (self) - 1.0);
  if (self->missing != NULL && self->apart <= 0.0)
    draw_missing (self, x, bar);
}
