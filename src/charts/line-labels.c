/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/chart-label.h"
#include "charts/line-chart.h"

#define OFFSET 6.0
#define CLEARANCE 2.0

typedef struct {
  const AtlasLineChart *chart;
  GArray *boxes;  /* (element-type AtlasRect): of texts placed */
  GArray *points; /* (element-type AtlasPoint): of the line, NAN between its pieces */
} Labels;

static gboolean
overlap (AtlasRect a,
         AtlasRect b)
{
  return a.x < b.x + b.width + CLEARANCE && b.x < a.x + a.width + CLEARANCE && a.y < b.y + b.height &&
         b.y < a.y + a.height;
}

/* Whether the straight line from A to B comes into BOX: its part between the box's sides lies neither all above nor all
 * below. Lines go from left to right. */
static gboolean
line_crosses (AtlasPoint a,
              AtlasPoint b,
              AtlasRect  box)
{
  double left = MAX (a.x, box.x - CLEARANCE), right = MIN (b.x, box.x + box.width + CLEARANCE);
  double slope = b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0.0;
  double one = a.y + (left - a.x) * slope, other = a.y + (right - a.x) * slope;

  if (isnan (a.x) || isnan (b.x) || left > right)
    return FALSE;
  return !(MAX (one, other) < box.y || MIN (one, other) > box.y + box.height);
}

static gboolean
is_free (const Labels *self,
         AtlasRect     box)
{
  const AtlasRect *area = &self->chart->area;

  if (box.x < area->x || box.x + box.width > area->x + area->width || box.y + box.height > area->y + area->height ||
      box.y < area->y - self->chart->build->style->text_size * 0.7)
    return FALSE;
  for (guint i = 0; i < self->boxes->len; i++)
    if (overlap (box, g_array_index (self->boxes, AtlasRect, i)))
      return FALSE;
  for (guint i = 0; i < self->points->len; i++)
    {
      AtlasPoint point = g_array_index (self->points, AtlasPoint, i);
      AtlasRect marker = { point.x - OFFSET + 2.0, point.y - OFFSET + 2.0, 2.0 * OFFSET - 4.0, 2.0 * OFFSET - 4.0 };

      if (!isnan (point.x) && overlap (box, marker))
        return FALSE;
      if (i > 0 && line_crosses (g_array_index (self->points, AtlasPoint, i - 1), point, box))
        return FALSE;
    }
  return TRUE;
}

static gboolean
try_place (Labels             *self,
           const AtlasTextRun *run,
           double              x,
           double              y)
{
  AtlasChartBuild *build = self->chart->build;
  AtlasRect box = { x, y, run->width, run->height };

  if (!is_free (self, box))
    return FALSE;
  atlas_text_run_place (run, build->text, build->shapes, x, y, atlas_chart_build_dim (build));
  g_array_append_val (self->boxes, box);
  return TRUE;
}

static const AtlasObservation *
get_value (const Labels *self,
           guint         category)
{
  const AtlasObservation *value = atlas_chart_data_get_value (self->chart->build->data, category, 0);

  return value != NULL && atlas_chart_kind_shows (ATLAS_CHART_LINE, value) ? value : NULL;
}

/* Above the point, else to its upper left or right, else below, else beside it, where a steep line leaves room: the
 * first that is free. */
static void
label_point (Labels *self,
             guint   category)
{
  AtlasChartBuild *build = self->chart->build;
  AtlasPoint at = atlas_line_chart_get_point (self->chart, category, 0);
  g_autofree char *text = atlas_chart_build_dup_label (build, category, 0, TRUE);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
  gboolean arrow_up = get_value (self, category)->qualifier == ATLAS_QUALIFIER_AT_LEAST;
  double above = at.y - OFFSET - run->height - (arrow_up ? 6.0 : 0.0), below = at.y + OFFSET;
  double left = at.x - OFFSET - run->width, right = at.x + OFFSET;
  const AtlasPoint places[] = {
    { at.x - 0.5 * run->width, above },        { at.x - 0.8 * run->width, above },
    { at.x - 0.2 * run->width, above },        { at.x - 0.5 * run->width, below },
    { at.x - 0.2 * run->width, below },        { at.x - 0.8 * run->width, below },
    { left, at.y - 0.8 * run->height },        { right, at.y - 0.2 * run->height },
    { left, at.y - 0.2 * run->height },        { right, at.y - 0.8 * run->height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (try_place (self, run, places[i].x, places[i].y))
      return;
}

/* "2013: not published" above the axis in a gap of the line. */
static void
label_gap (Labels *self,
           guint   category)
{
  AtlasChartBuild *build = self->chart->build;
  const AtlasChartEntry *entry = atlas_chart_data_get_category (build->data, category);
  const AtlasObservation *missing = atlas_chart_data_get (build->data, category, 0);
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;
  g_autoptr (AtlasTextRun) run = NULL;
  double bottom = self->chart->area.y + self->chart->area.height, x;

  if (missing == NULL || !atlas_observation_is_missing (missing))
    return;
  /* In a year of its own, figures of other years are just what the line shows. */
  reason = missing->missing == ATLAS_MISSING_OTHER_YEARS
             ? g_strdup (atlas_missing_get_meaning (ATLAS_MISSING_NOT_REPORTED))
             : atlas_chart_dup_missing_text (build->data, missing);
  /* Translators: a year without a figure in a line chart, and why: “2013: not published” */
  text = g_strdup_printf (C_("gap in a line", "%s: %s"), entry->name, reason);
  run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
  x = atlas_linear_scale_position (&self->chart->x, entry->year) - run->width / 2.0;
  /* From the axis up, since low values stand there as well. */
  for (double y = bottom - run->height - CLEARANCE; y > self->chart->area.y; y -= run->height / 2.0)
    if (try_place (self, run, x, y))
      return;
}

static void
collect_points (Labels *self)
{
  guint n = self->chart->build->data->categories->len;
  AtlasPoint gap = { NAN, NAN };
  int before = 0;

  for (guint c = 0; c < n; c++)
    {
      int year = atlas_chart_data_get_category (self->chart->build->data, c)->year;

      if (get_value (self, c) == NULL)
        continue;
      if (self->points->len > 0 && year - before != 1)
        g_array_append_val (self->points, gap);
      before = year;
      {
        AtlasPoint point = atlas_line_chart_get_point (self->chart, c, 0);

        g_array_append_val (self->points, point);
      }
    }
}

static gboolean
is_inner_gap (const Labels *self,
              guint         category)
{
  guint n = self->chart->build->data->categories->len;
  gboolean before = FALSE, after = FALSE;

  for (guint c = 0; c < n; c++)
    if (get_value (self, c) != NULL)
      *(c < category ? &before : &after) = TRUE;
  return before && after && get_value (self, category) == NULL;
}

static void
label_points (Labels *self)
{
  guint n = self->chart->build->data->categories->len;
  int last = -1;

  for (guint c = 0; c < n; c++)
    if (get_value (self, c) != NULL)
      last = (int) c;
  /* From the newest back: the last itself is labelled at the end of the line. */
  for (int c = last - 1; c >= 0; c--)
    if (get_value (self, (guint) c) != NULL)
      label_point (self, (guint) c);
  for (guint c = 0; c < n; c++)
    if (is_inner_gap (self, c))
      label_gap (self, c);
}

void
atlas_line_labels_draw (const AtlasLineChart *self)
{
  Labels labels = { self };

  if (self->build->data->series->len != 1)
    return;
  labels.boxes = atlas_shape_list_list_text_boxes (self->build->shapes, 0);
  labels.points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  collect_points (&labels);
  label_points (&labels);
  g_array_unref (labels.boxes);
  g_array_unref (labels.points);
}
