/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "charts/end-label.h"
#include "charts/kinds/line-chart.h"
#include "charts/label-placement.h"

#define END_GAP 10.0     /* between the last year and the labels of the lines */

static gboolean
is_cut (const AtlasTextRun *run)
{
  return strstr (atlas_text_run_get_text (run), "…") != NULL;
}

/* Where the room is short the year goes before the name does: that the line ends early can be seen. */
static AtlasTextRun *
end_run (AtlasLineChart *self,
         guint           series,
         double          room)
{
  AtlasChartBuild *build = self->build;
  const AtlasChartEntry *entry = atlas_chart_data_get_series (build->data, series);
  int last = atlas_line_chart_get_last (self, series);
  g_autofree char *value = last >= 0 ? atlas_chart_build_dup_label (build, (guint) last, series, TRUE) : NULL;
  g_autofree char *dated = NULL;
  AtlasTextRun *run;

  if (last < 0)
    return NULL;
  dated = atlas_end_label_dup_value (build, (guint) last, series);
  if (build->data->series->len == 1)
    return atlas_text_run_new (build->text, ATLAS_TEXT_STRONG, dated, 0.0, 1);
  run = atlas_end_label_new (build, entry, dated, FALSE, room);
  if (!is_cut (run))
    return run;
  atlas_text_run_free (run);
  return atlas_end_label_new (build, entry, value, FALSE, room);
}

void
atlas_line_ends_make (AtlasLineChart *self,
                      double          room)
{
  const char *label = self->build->spec->reference_label;
  guint n = self->build->data->series->len;

  self->n_ends = n + 1;
  self->ends = g_new0 (AtlasTextRun *, n + 1);
  for (guint s = 0; s < n; s++)
    self->ends[s] = end_run (self, s, room);
  if (isfinite (self->build->spec->reference) && label != NULL)
    self->ends[n] = atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, label, room, 1);
}

double
atlas_line_ends_measure (const AtlasLineChart *self)
{
  double width = 0.0;

  for (guint i = 0; i < self->n_ends; i++)
    if (self->ends[i] != NULL)
      width = MAX (width, self->ends[i]->width);
  return width > 0.0 ? ceil (width + END_GAP) : 0.0;
}

void
atlas_line_ends_drop (AtlasLineChart *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_ends; i++)
    {
      n += self->ends[i] != NULL;
      g_clear_pointer (&self->ends[i], atlas_text_run_free);
    }
  atlas_chart_notes_add_hidden (self->build->notes, n);
}

/* A thin line from the end of a line to its label, where that had to move; dashed and grey where the line ends years
 * before, so that nobody takes it for data. */
static void
draw_leader (const AtlasLineChart *self,
             AtlasPoint            from,
             double                x,
             double                y,
             AtlasPaint            paint)
{
  gboolean ends_early = from.x < self->x.end - 1.0;
  AtlasPoint ends[] = { { from.x + ATLAS_LINE_RADIUS + 2.0, from.y }, { x - 2.0, y } };

  if (ends_early)
    atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_axis (self->build), 0.8,
                               ATLAS_STROKE_DASHED);
  else if (ends[1].x - ends[0].x > 3.0 && fabs (y - from.y) > 3.0)
    atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, paint, 0.8, ATLAS_STROKE_SOLID);
}

static void
draw_end (const AtlasLineChart *self,
          guint                 index,
          double                y)
{
  AtlasChartBuild *build = self->build;
  const AtlasTextRun *run = self->ends[index];
  gboolean is_series = index < build->data->series->len;
  double x = self->area.x + self->area.width + END_GAP;

  if (is_series)
    draw_leader (self, atlas_line_chart_get_point (self, (guint) atlas_line_chart_get_last (self, index), index), x, y,
                 atlas_line_chart_get_paint (self, index));
  atlas_text_run_place (run, build->text, build->shapes, x, y - run->height / 2.0,
                        is_series && !atlas_line_chart_is_dim (self, index) ? atlas_chart_build_text (build)
                                                                            : atlas_chart_build_dim (build));
}

/* C4: lines are named at their ends, without collisions; the ones for which there is no room are counted. */
void
atlas_line_ends_draw (const AtlasLineChart *self,
                      AtlasRect             plot)
{
  g_autofree AtlasLabelSlot *slots = g_new0 (AtlasLabelSlot, self->n_ends);
  g_autofree guint *indices = g_new (guint, self->n_ends);
  guint n = 0, n_dropped;

  for (guint i = 0; i < self->n_ends; i++)
    {
      double value, y;

      if (self->ends[i] == NULL)
        continue;
      if (i < self->build->data->series->len)
        y = atlas_line_chart_get_point (self, (guint) atlas_line_chart_get_last (self, i), i).y;
      else
        y = atlas_value_axis_get_position (&self->y, self->build->spec->reference);
      /* The highest first, and before them those that stand out by their colour. */
      value = self->area.y + self->area.height - y;
      if (i < self->build->data->series->len && !atlas_line_chart_is_dim (self, i))
        value += self->area.height;
      slots[n] = (AtlasLabelSlot) { y, self->ends[i]->height, value };
      indices[n++] = i;
    }
  n_dropped = atlas_labels_spread (slots, n, plot.y, self->area.y + self->area.height);
  for (guint i = 0; i < n; i++)
    if (!slots[i].dropped)
      draw_end (self, indices[i], slots[i].placed);
  atlas_chart_notes_add_hidden (self->build->notes, n_dropped);
}

void
atlas_line_ends_clear (AtlasLineChart *self)
{
  for (guint i = 0; i < self->n_ends; i++)
    g_clear_pointer (&self->ends[i], atlas_text_run_free);
  g_clear_pointer (&self->ends, g_free);
  self->n_ends = 0;
}
