/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/kinds/line-chart.h"
#include "charts/label-field.h"
#include "charts/series-break.h"

#define LINE_WIDTH 2.0
#define DIM_WIDTH 1.0
#define SLANT 2.5       /* of the two strokes of a break, to either side */
#define STROKE_HEIGHT 5.0
#define STROKE_GAP 2.5
#define DIM_SHARE 0.6   /* of that, where a line stands back */

/* What is only planned is no line of facts. */
static AtlasStroke
stroke_of (const AtlasLineChart *self,
           guint                 series)
{
  const AtlasChartEntry *entry = atlas_chart_data_get_series (self->build->data, series);

  return strstr (entry->key, "planned") != NULL ? ATLAS_STROKE_DASHED : ATLAS_STROKE_SOLID;
}

static void
flush (const AtlasLineChart *self,
       guint                 series,
       GArray               *points)
{
  double width = atlas_line_chart_is_dim (self, series) ? DIM_WIDTH : LINE_WIDTH;

  if (points->len > 1)
    atlas_shape_list_add_line (self->build->shapes, (const AtlasPoint *) points->data, points->len, FALSE,
                               atlas_line_chart_get_paint (self, series), width, stroke_of (self, series));
  g_array_set_size (points, 0);
}

static void
draw_path (const AtlasLineChart *self,
           guint                 series)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));

  for (guint c = 0; c < self->build->data->categories->len; c++)
    {
      AtlasPoint at;

      if (!atlas_line_chart_joins (self, c, series))
        flush (self, series, points);
      if (atlas_line_chart_get_value (self, c, series) == NULL)
        continue;
      at = atlas_line_chart_get_point (self, c, series);
      if (self->is_stepped && points->len > 0)
        {
          AtlasPoint corner = { at.x, g_array_index (points, AtlasPoint, points->len - 1).y };

          g_array_append_val (points, corner);
        }
      g_array_append_val (points, at);
    }
  flush (self, series, points);
}

AtlasPoint
atlas_line_chart_get_break (const AtlasLineChart *self,
                            guint                 category,
                            guint                 series)
{
  AtlasPoint before = atlas_line_chart_get_point (self, category - 1, series);
  AtlasPoint after = atlas_line_chart_get_point (self, category, series);

  return (AtlasPoint) { (before.x + after.x) / 2.0, (before.y + after.y) / 2.0 };
}

static void
draw_strokes (const AtlasLineChart *self,
              guint                 series,
              AtlasPoint            at)
{
  double size = atlas_line_chart_is_dim (self, series) ? DIM_SHARE : 1.0;

  for (int side = -1; side <= 1; side += 2)
    {
      double x = at.x + side * STROKE_GAP * size, rise = STROKE_HEIGHT * size;
      AtlasPoint ends[] = { { x - SLANT * size, at.y + rise }, { x + SLANT * size, at.y - rise } };

      atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_dim (self->build), 1.2 * size,
                                 ATLAS_STROKE_SOLID);
    }
}

/* Whose lines break at CATEGORY for that CAUSE, NULL where all do; (transfer full). */
static char *
dup_broken (const AtlasLineChart *self,
            guint                 category,
            const char           *cause)
{
  const AtlasChartData *data = self->build->data;
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_broken = 0;

  for (guint s = 0; s < data->series->len; s++)
    {
      g_autofree char *own = atlas_series_breaks (data, self->build->spec->kind, category, s)
                               ? atlas_series_break_dup_cause (atlas_chart_data_get (data, category - 1, s),
                                                               atlas_chart_data_get (data, category, s))
                               : NULL;

      if (g_strcmp0 (own, cause) == 0)
        g_string_append_printf (names, "%s%s", n_broken++ > 0 ? C_("between names", ", ") : "",
                                atlas_chart_data_get_series (data, s)->name);
    }
  return n_broken < data->series->len ? g_strdup (names->str) : NULL;
}

/* "Break between 2020 and 2021: …", with whose it is where other lines go on. */
static char *
dup_break_note (const AtlasLineChart *self,
                guint                 category,
                guint                 series)
{
  const AtlasChartData *data = self->build->data;
  int year = atlas_chart_data_get_category (data, category)->year;
  g_autofree char *cause = atlas_series_break_dup_cause (atlas_chart_data_get (data, category - 1, series),
                                                         atlas_chart_data_get (data, category, series));
  g_autofree char *broken = dup_broken (self, category, cause);

  if (broken == NULL)
    return g_strdup_printf (_("Break between %d and %d: %s"), year - 1, year, cause);
  /* Translators: of which regions or parts the lines of a chart break, between which years, and why */
  return g_strdup_printf (_("Break of %s between %d and %d: %s"), broken, year - 1, year, cause);
}

/* C11: a gap with a mark, and a note by number that names the cause. */
static void
draw_break (const AtlasLineChart *self,
            AtlasLabelField      *field,
            guint                 category,
            guint                 series)
{
  AtlasChartBuild *build = self->build;
  AtlasPoint at = atlas_line_chart_get_break (self, category, series);
  g_autofree char *note = dup_break_note (self, category, series);
  g_autofree char *number = atlas_chart_notes_number (build->notes, note);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, number, 0.0, 1);
  AtlasRect box;

  draw_strokes (self, series, at);
  if (number[0] != '\0' && atlas_label_field_take_beside (field, at, STROKE_HEIGHT + 1.0, 0.0, run->width, run->height, &box))
    atlas_text_run_place (run, build->text, build->shapes, box.x, box.y, atlas_chart_build_dim (build));
}

void
atlas_line_paths_draw (const AtlasLineChart *self)
{
  const AtlasChartData *data = self->build->data;
  g_autoptr (AtlasLabelField) field = atlas_label_field_new (self->area);

  for (guint pass = 0; pass < 2; pass++)
    for (guint s = 0; s < data->series->len; s++)
      if (atlas_line_chart_is_dim (self, s) == (pass == 0))
        draw_path (self, s);
  for (guint s = 0; s < data->series->len; s++)
    for (guint c = 1; c < data->categories->len; c++)
      if (atlas_series_breaks (data, self->build->spec->kind, c, s))
        draw_break (self, field, c, s);
}
