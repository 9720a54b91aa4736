/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/heat-columns.h"

#include <glib/gi18n.h>
#include <math.h>

#define SIDE 2.0
#define GAP_BELOW 3.0
/* Of the size of small text: narrower columns could not hold a number of four digits. */
#define LEAST_WIDTH 2.8

/* Where all columns have one unit the subtitle says it. */
static char *
dup_unit (const AtlasChartBuild *build,
          guint                  series)
{
  const AtlasChartMeasure *measure = atlas_chart_data_get_measure (build->data, series);

  return build->data->is_one_unit ? g_strdup ("") : atlas_scale_dup_unit (measure->scale, measure->unit);
}

static void
add_column (AtlasHeatColumns *self,
            AtlasChartBuild  *build,
            guint             series,
            guint             max_lines,
            double           *names,
            double           *units)
{
  const AtlasChartEntry *entry = atlas_chart_data_get_series (build->data, series);
  double width = MAX (self->width - 2.0 * SIDE, 1.0);
  g_autofree char *unit = dup_unit (build, series);
  AtlasTextRun *name_run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, entry->name, width, max_lines);
  AtlasTextRun *unit_run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, unit, width, 2);

  g_ptr_array_add (self->names, name_run);
  g_ptr_array_add (self->units, unit_run);
  *names = MAX (*names, name_run->height);
  *units = MAX (*units, unit[0] != '\0' ? unit_run->height : 0.0);
}

AtlasHeatColumns *
atlas_heat_columns_new (AtlasChartBuild *build,
                        double           room,
                        guint            max_lines)
{
  AtlasHeatColumns *self = g_new0 (AtlasHeatColumns, 1);
  double least = LEAST_WIDTH * atlas_text_maker_get_size (build->text, ATLAS_TEXT_NOTE), names = 0.0, units = 0.0;

  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_text_run_free);
  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_text_run_free);
  self->n_columns = MIN (build->data->series->len, (guint) MAX (floor (room / least), 1.0));
  self->width = room / MAX (self->n_columns, 1);
  for (guint i = 0; i < self->n_columns; i++)
    add_column (self, build, i, max_lines, &names, &units);
  self->height = names + units + GAP_BELOW;
  return self;
}

void
atlas_heat_columns_free (AtlasHeatColumns *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->units);
  g_free (self);
}

void
atlas_heat_columns_draw (const AtlasHeatColumns *self,
                         AtlasChartBuild        *build,
                         double                  left,
                         double                  column,
                         double                  bottom)
{
  double units = 0.0;

  if (!build->data->is_one_unit)
    for (guint i = 0; i < self->n_columns; i++)
      units = MAX (units, ((const AtlasTextRun *) g_ptr_array_index (self->units, i))->height);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const AtlasTextRun *name = g_ptr_array_index (self->names, i), *unit = g_ptr_array_index (self->units, i);
      double middle = left + (i + 0.5) * column, line = bottom - GAP_BELOW - units;

      atlas_text_run_place_centred (name, build->text, build->shapes, middle, line - name->height,
                                    atlas_chart_build_text (build));
      if (atlas_text_run_get_text (unit)[0] != '\0')
        atlas_text_run_place_centred (unit, build->text, build->shapes, middle, line, atlas_chart_build_dim (build));
    }
}

void
atlas_heat_columns_note (const AtlasHeatColumns *self,
                         AtlasChartBuild        *build)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = self->n_columns; i < build->data->series->len; i++)
    g_ptr_array_add (names, atlas_chart_data_get_series (build->data, i)->name);
  list = atlas_chart_notes_join_names (names);
  if (names->len > 0)
    sentence = g_strdup_printf (_("Only in the table: %s"), list);
  atlas_chart_notes_set_left_out (build->notes, sentence);
}
