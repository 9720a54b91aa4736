/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>

#include "charts/chart-label.h"
#include "charts/kinds/line-chart.h"
#include "charts/label-field.h"
#include "charts/series-break.h"

#define OFFSET 6.0
/* Of a point, with its edge. */
#define MARKER 4.0
#define BREAK 6.0
#define ARROW_LIFT 6.0
#define GAP_LIFT 2.0

typedef struct {
  const AtlasLineChart *chart;
  AtlasLabelField *field;
} Labels;

static const AtlasObservation *
get_value (const Labels *self,
           guint         category)
{
  return atlas_line_chart_get_value (self->chart, category, 0);
}

static void
place (const Labels       *self,
       const AtlasTextRun *run,
       AtlasRect           box)
{
  AtlasChartBuild *build = self->chart->build;

  atlas_text_run_place (run, build->text, build->shapes, box.x, box.y, atlas_chart_build_dim (build));
}

static void
label_point (Labels *self,
             guint   category)
{
  AtlasChartBuild *build = self->chart->build;
  AtlasPoint at = atlas_line_chart_get_point (self->chart, category, 0);
  g_autofree char *text = atlas_chart_build_dup_label (build, category, 0, TRUE);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
  double lift = get_value (self, category)->qualifier == ATLAS_QUALIFIER_AT_LEAST ? ARROW_LIFT : 0.0;
  AtlasRect box;

  if (atlas_label_field_take_beside (self->field, at, OFFSET, lift, run->width, run->height, &box))
    place (self, run, box);
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
             : atlas_chart_dup_missing_text (build->data->table, missing);
  /* Translators: a year without a figure in a line chart, and why: “2013: not published” */
  text = g_strdup_printf (C_("gap in a line", "%s: %s"), entry->name, reason);
  run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
  x = atlas_line_chart_get_year_x (self->chart, category) - run->width / 2.0;
  /* From the axis up, since low values stand there as well. */
  for (double y = bottom - run->height - GAP_LIFT; y > self->chart->area.y; y -= run->height / 2.0)
    {
      AtlasRect box = { x, y, run->width, run->height };

      if (!atlas_label_field_take (self->field, box))
        continue;
      place (self, run, box);
      return;
    }
}

static void
add_piece (Labels *self,
           guint   category)
{
  AtlasPoint from = atlas_line_chart_get_point (self->chart, category - 1, 0);
  AtlasPoint to = atlas_line_chart_get_point (self->chart, category, 0);
  AtlasPoint corner = self->chart->is_stepped ? (AtlasPoint) { to.x, from.y } : to;

  atlas_label_field_add_line (self->field, from, corner);
  atlas_label_field_add_line (self->field, corner, to);
}

static void
add_box (Labels    *self,
         AtlasPoint at,
         double     reach)
{
  atlas_label_field_add_box (self->field, (AtlasRect) { at.x - reach, at.y - reach, 2.0 * reach, 2.0 * reach });
}

/* Markers, lines and the marks of breaks are in the way of labels. */
static void
add_points (Labels *self)
{
  AtlasChartBuild *build = self->chart->build;

  for (guint c = 0; c < build->data->categories->len; c++)
    {
      if (get_value (self, c) == NULL)
        continue;
      add_box (self, atlas_line_chart_get_point (self->chart, c, 0), MARKER);
      if (atlas_line_chart_joins (self->chart, c, 0))
        add_piece (self, c);
      else if (atlas_series_breaks (build->data, build->spec->kind, c, 0))
        add_box (self, atlas_line_chart_get_break (self->chart, c, 0), BREAK);
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
  AtlasRect room = self->area;
  double head = self->build->style->text_size * 0.7;
  g_autoptr (AtlasLabelField) field = NULL;
  Labels labels = { self };

  if (self->build->data->series->len != 1)
    return;
  room.y -= head;
  room.height += head;
  labels.field = field = atlas_label_field_new (room);
  atlas_label_field_add_texts (field, self->build->shapes);
  add_points (&labels);
  label_points (&labels);
}
