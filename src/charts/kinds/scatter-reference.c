/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/chart-label.h"
#include "charts/kinds/scatter-chart.h"
#include "charts/quantile.h"
#include "charts/rate-text.h"

#define LABEL_GAP 4.0
/* Of the distance from the middle of all points, in what is told apart first on a line of one rate: size counts less
 * than a rate of its own. */
#define SIZE_WEIGHT 0.3
#define N_PLACES 14

/* The part of the straight line from A to B that lies in AREA; FALSE where none does. */
static gboolean
clip (AtlasRect   area,
      AtlasPoint *a,
      AtlasPoint *b)
{
  AtlasPoint from = *a, way = { b->x - a->x, b->y - a->y };
  double edges[][2] = { { -way.x, from.x - area.x }, { way.x, area.x + area.width - from.x },
                        { -way.y, from.y - area.y }, { way.y, area.y + area.height - from.y } };
  double enters = 0.0, leaves = 1.0;

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      if (edges[i][0] == 0.0 && edges[i][1] < 0.0)
        return FALSE;
      if (edges[i][0] < 0.0)
        enters = MAX (enters, edges[i][1] / edges[i][0]);
      else if (edges[i][0] > 0.0)
        leaves = MIN (leaves, edges[i][1] / edges[i][0]);
    }
  *a = (AtlasPoint) { from.x + enters * way.x, from.y + enters * way.y };
  *b = (AtlasPoint) { from.x + leaves * way.x, from.y + leaves * way.y };
  return enters < leaves;
}

static double
get_rate (const AtlasScatterChart *self)
{
  double x = 0.0, y = 0.0;

  if (isfinite (self->build->spec->reference))
    return self->build->spec->reference;
  for (guint i = 0; i < self->points->len; i++)
    {
      const AtlasScatterPoint *point = &g_array_index (self->points, AtlasScatterPoint, i);

      x += point->x->value;
      y += point->y->value;
    }
  return x > 0.0 && y > 0.0 ? y / x : NAN;
}

/* On which all regions would lie if all had RATE: through the origin, or the same slope everywhere on two logarithmic
 * axes. */
static gboolean
find_rate_line (const AtlasScatterChart *self,
                double                   rate,
                AtlasPoint              *a,
                AtlasPoint              *b)
{
  double low = atlas_value_axis_get_lowest (&self->x), high = atlas_value_axis_get_highest (&self->x);

  if (!isfinite (rate) || rate <= 0.0)
    return FALSE;
  *a = (AtlasPoint) { atlas_value_axis_get_position (&self->x, low), atlas_value_axis_get_position (&self->y, low * rate) };
  *b = (AtlasPoint) { atlas_value_axis_get_position (&self->x, high),
                      atlas_value_axis_get_position (&self->y, high * rate) };
  return clip (self->area, a, b);
}

static double
get_median (const AtlasScatterChart *self,
            gboolean                 of_y)
{
  g_autofree double *values = g_new (double, self->points->len);

  for (guint i = 0; i < self->points->len; i++)
    {
      const AtlasScatterPoint *point = &g_array_index (self->points, AtlasScatterPoint, i);

      values[i] = of_y ? point->y->value : point->x->value;
    }
  return atlas_quantile (values, self->points->len, 0.5);
}

/* The middle of all points, and the height of the reference where one is given. */
static AtlasPoint
get_middle (const AtlasScatterChart *self)
{
  double reference = self->build->spec->reference;
  double y = !self->are_counts && isfinite (reference) ? reference : get_median (self, TRUE);

  return (AtlasPoint) { atlas_value_axis_get_position (&self->x, get_median (self, FALSE)),
                        atlas_value_axis_get_position (&self->y, y) };
}

static double
distance_to_line (AtlasPoint point,
                  AtlasPoint a,
                  AtlasPoint b)
{
  double length = hypot (b.x - a.x, b.y - a.y);

  return fabs ((b.x - a.x) * (a.y - point.y) - (a.x - point.x) * (b.y - a.y)) / MAX (length, 1e-9);
}

static void
add_line (const AtlasScatterChart *self,
          AtlasPoint               a,
          AtlasPoint               b)
{
  AtlasPoint ends[] = { a, b };

  atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_text (self->build), 1.0,
                             ATLAS_STROKE_DASHED);
  atlas_label_field_add_line (self->field, a, b);
}

static void
draw_medians (const AtlasScatterChart *self,
              AtlasPoint               middle)
{
  const AtlasRect *area = &self->area;

  add_line (self, (AtlasPoint) { middle.x, area->y }, (AtlasPoint) { middle.x, area->y + area->height });
  add_line (self, (AtlasPoint) { area->x, middle.y }, (AtlasPoint) { area->x + area->width, middle.y });
}

void
atlas_scatter_reference_draw (AtlasScatterChart *self)
{
  AtlasPoint middle = get_middle (self), a, b;
  gboolean has_rate = self->are_counts && find_rate_line (self, get_rate (self), &a, &b);

  if (has_rate)
    add_line (self, a, b);
  else if (!self->are_counts)
    draw_medians (self, middle);
  for (guint i = 0; i < self->points->len; i++)
    {
      AtlasScatterPoint *point = &g_array_index (self->points, AtlasScatterPoint, i);
      double from_middle = hypot (point->at.x - middle.x, point->at.y - middle.y);

      point->priority = has_rate ? distance_to_line (point->at, a, b) + SIZE_WEIGHT * from_middle : from_middle;
    }
}

static char *
dup_rate (const AtlasScatterChart *self,
          double                   rate)
{
  AtlasQualifier x = ATLAS_QUALIFIER_EXACT, y = ATLAS_QUALIFIER_EXACT;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->points->len; i++)
    {
      const AtlasScatterPoint *point = &g_array_index (self->points, AtlasScatterPoint, i);

      x = atlas_qualifier_join (x, point->x->qualifier);
      y = atlas_qualifier_join (y, point->y->qualifier);
    }
  text = atlas_rate_dup_text (rate, atlas_qualifier_join (y, atlas_qualifier_reverse (x)), self->y.unit, self->x.unit);
  /* Translators: the rate of all points of a chart together: “8.2 people per 10,000 people” */
  return g_strdup_printf (_("All shown together: %s"), text);
}

static char *
dup_reference_label (const AtlasScatterChart *self)
{
  const AtlasChartSpec *spec = self->build->spec;

  if (isfinite (spec->reference) && spec->reference_label != NULL && spec->reference_label[0] != '\0')
    return g_strdup (spec->reference_label);
  return NULL;
}

/* At the place of PLACES that is free first; where none is, the text goes under the chart. */
static void
place_label (const AtlasScatterChart *self,
             const char              *text,
             const AtlasPoint        *places,
             guint                    n_places,
             gboolean                 left_of_them)
{
  AtlasChartBuild *build = self->build;
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
  g_autofree char *note = NULL;

  for (guint i = 0; i < n_places; i++)
    {
      AtlasRect box = { places[i].x - (left_of_them ? run->width : 0.0), places[i].y, run->width, run->height };

      if (!atlas_label_field_take (self->field, box))
        continue;
      atlas_text_run_place (run, build->text, build->shapes, box.x, box.y, atlas_chart_build_dim (build));
      return;
    }
  /* Translators: under a chart: what its dashed line is */
  note = g_strdup_printf (_("Dashed line: %s"), text);
  atlas_chart_notes_add (build->notes, note);
}

/* Along the line from its upper end down, above it. */
static void
label_rate (const AtlasScatterChart *self,
            const char              *text,
            AtlasPoint               a,
            AtlasPoint               b)
{
  double line = atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_NOTE);
  AtlasPoint above[N_PLACES];

  for (guint i = 0; i < N_PLACES; i++)
    {
      double share = 1.0 - (double) i / N_PLACES;

      above[i] = (AtlasPoint) { a.x + share * (b.x - a.x) - LABEL_GAP, a.y + share * (b.y - a.y) - line };
    }
  place_label (self, text, above, N_PLACES, TRUE);
}

/* That of the vertical line beside its upper end, else its lower one. */
static void
label_median_x (const AtlasScatterChart *self,
                double                   x)
{
  const AtlasChartMeasure *measure = atlas_chart_data_get_measure (self->build->data, ATLAS_SCATTER_X);
  double line = atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_NOTE);
  double bottom = self->area.y + self->area.height - line;
  g_autofree char *value = atlas_chart_dup_value_text (measure, get_median (self, FALSE), ATLAS_QUALIFIER_EXACT);
  g_autofree char *text = g_strdup_printf (C_("reference line", "Median %s"), value);
  const AtlasPoint places[] = { { x + LABEL_GAP, self->area.y + 1.0 }, { x + LABEL_GAP, bottom },
                                { x + LABEL_GAP, self->area.y + line + 2.0 }, { x + LABEL_GAP, bottom - line } };

  place_label (self, text, places, G_N_ELEMENTS (places), FALSE);
}

static void
label_median_y (const AtlasScatterChart *self,
                double                   y)
{
  const AtlasChartMeasure *measure = atlas_chart_data_get_measure (self->build->data, ATLAS_SCATTER_Y);
  double line = atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_NOTE);
  double right = self->area.x + self->area.width;
  g_autofree char *value = atlas_chart_dup_value_text (measure, get_median (self, TRUE), ATLAS_QUALIFIER_EXACT);
  g_autofree char *text = dup_reference_label (self);
  const AtlasPoint places[] = { { right, y - line - 1.0 }, { right, y + 1.0 },
                                { right - self->area.width / 4.0, y - line - 1.0 } };

  if (text == NULL)
    text = g_strdup_printf (C_("reference line", "Median %s"), value);
  place_label (self, text, places, G_N_ELEMENTS (places), TRUE);
}

void
atlas_scatter_reference_draw_labels (AtlasScatterChart *self)
{
  double rate = get_rate (self);
  g_autofree char *text = NULL;
  AtlasPoint a, b, middle = get_middle (self);

  if (!self->are_counts)
    {
      label_median_x (self, middle.x);
      label_median_y (self, middle.y);
    }
  else if (find_rate_line (self, rate, &a, &b))
    {
      text = dup_reference_label (self);
      if (text == NULL)
        text = dup_rate (self, rate);
      label_rate (self, text, a, b);
    }
}
