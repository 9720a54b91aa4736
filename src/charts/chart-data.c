/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-data.h"

#include <math.h>

void
atlas_chart_entry_free (AtlasChartEntry *entry)
{
  g_free (entry->name);
  g_free (entry->key);
  g_free (entry);
}

guint
atlas_chart_data_get_n_cells (const AtlasChartData *self)
{
  return self->panels->len * self->categories->len * self->series->len;
}

int *
atlas_chart_data_get_cell (const AtlasChartData *self,
                           guint                 panel,
                           guint                 category,
                           guint                 series)
{
  return &self->cells[(panel * self->categories->len + category) * self->series->len + series];
}

/* The cells of the categories, or series, of INDICES alone, in that order. */
static int *
pick_cells (const AtlasChartData *self,
            GArray               *indices,
            gboolean              categories)
{
  guint n_categories = categories ? indices->len : self->categories->len;
  guint n_series = categories ? self->series->len : indices->len;
  int *cells = g_new (int, self->panels->len * n_categories * n_series + 1), *next = cells;

  for (guint p = 0; p < self->panels->len; p++)
    for (guint c = 0; c < n_categories; c++)
      for (guint s = 0; s < n_series; s++)
        *next++ = *atlas_chart_data_get_cell (self, p, categories ? g_array_index (indices, guint, c) : c,
                                              categories ? s : g_array_index (indices, guint, s));
  return cells;
}

void
atlas_chart_data_pick (AtlasChartData *self,
                       GArray         *indices,
                       gboolean        categories)
{
  GPtrArray *entries = categories ? self->categories : self->series;
  GPtrArray *moved = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_chart_entry_free);
  int *cells = pick_cells (self, indices, categories);

  for (guint i = 0; i < indices->len; i++)
    g_ptr_array_add (moved, g_steal_pointer (&entries->pdata[g_array_index (indices, guint, i)]));
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    if (entries->pdata[i] != NULL)
      atlas_chart_entry_free (entries->pdata[i]);
  g_ptr_array_unref (entries);
  *(categories ? &self->categories : &self->series) = moved;
  g_free (self->cells);
  self->cells = cells;
}

const AtlasObservation *
atlas_chart_data_get_value_in (const AtlasChartData *self,
                               guint                 panel,
                               guint                 category,
                               guint                 series)
{
  int row = *atlas_chart_data_get_cell (self, panel, category, series);
  const AtlasObservation *observation = row >= 0 ? atlas_table_get_row (self->table, (guint) row) : NULL;

  if (observation == NULL || atlas_observation_is_missing (observation) || !isfinite (observation->value))
    return NULL;
  return observation;
}

void
atlas_chart_data_use_measure (AtlasChartData          *self,
                              const AtlasChartMeasure *measure)
{
  self->unit = measure->unit;
  self->scale = measure->scale;
  self->lowest = measure->lowest;
  self->highest = measure->highest;
  self->is_whole = measure->is_whole;
}

const AtlasChartMeasure *
atlas_chart_data_get_part_measure (const AtlasChartData *self,
                                   guint                 part)
{
  return &g_array_index (self->measures, AtlasChartMeasure, part);
}

void
atlas_chart_data_free (AtlasChartData *self)
{
  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->empty_names);
  g_ptr_array_unref (self->between_names);
  g_array_unref (self->measures);
  g_free (self->cells);
  g_free (self->period);
  g_clear_pointer (&self->ranking, atlas_ranking_free);
  atlas_table_unref (self->table);
  g_free (self);
}

int
atlas_chart_data_get_row (const AtlasChartData *self,
                          guint                 category,
                          guint                 series)
{
  return *atlas_chart_data_get_cell (self, self->panel, category, series);
}

gboolean
atlas_chart_data_has_row (const AtlasChartData *self,
                          guint                 row)
{
  if (self->between_names->len == 0)
    return TRUE;
  for (guint i = 0; i < atlas_chart_data_get_n_cells (self); i++)
    if (self->cells[i] == (int) row)
      return TRUE;
  return FALSE;
}

const AtlasObservation *
atlas_chart_data_get (const AtlasChartData *self,
                      guint                 category,
                      guint                 series)
{
  int row = atlas_chart_data_get_row (self, category, series);

  return row >= 0 ? atlas_table_get_row (self->table, (guint) row) : NULL;
}

const AtlasObservation *
atlas_chart_data_get_value (const AtlasChartData *self,
                            guint                 category,
                            guint                 series)
{
  return atlas_chart_data_get_value_in (self, self->panel, category, series);
}

const AtlasChartEntry *
atlas_chart_data_get_category (const AtlasChartData *self,
                               guint                 category)
{
  return g_ptr_array_index (self->categories, category);
}

const AtlasChartEntry *
atlas_chart_data_get_series (const AtlasChartData *self,
                             guint                 series)
{
  return g_ptr_array_index (self->series, series);
}

const AtlasChartMeasure *
atlas_chart_data_get_measure (const AtlasChartData *self,
                              guint                 series)
{
  guint part = self->has_indicator_panels ? self->panel : atlas_chart_data_get_series (self, series)->part;

  return atlas_chart_data_get_part_measure (self, part);
}

const AtlasChartMeasure *
atlas_chart_data_get_row_measure (const AtlasChartData *self,
                                  guint                 row)
{
  return atlas_chart_data_get_part_measure (self, atlas_table_get_part_of_row (self->table, row));
}

void
atlas_chart_data_init_panel (AtlasChartData       *self,
                             const AtlasChartData *whole,
                             guint                 panel)
{
  *self = *whole;
  self->panel = panel;
  if (self->has_indicator_panels)
    atlas_chart_data_use_measure (self, atlas_chart_data_get_part_measure (self, panel));
}
