/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-data.h"

#include <string.h>

#include "charts/chart-axes.h"
#include "charts/chart-order.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"

/* Panels × categories × series in the table's own order. */
static void
fill_cells (const AtlasChartAxes *axes,
            AtlasChartData       *self)
{
  g_autoptr (GHashTable) panels = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) categories = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) series = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = atlas_table_get_n_rows (self->table);
  g_autofree guint *at = g_new (guint, 3 * n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    {
      at[3 * i] = atlas_chart_axes_intern (axes, self->panels, panels, i, ATLAS_SIDE_PANEL);
      at[3 * i + 1] = atlas_chart_axes_intern (axes, self->categories, categories, i, ATLAS_SIDE_CATEGORY);
      at[3 * i + 2] = atlas_chart_axes_intern (axes, self->series, series, i, ATLAS_SIDE_SERIES);
    }
  self->cells = g_new (int, atlas_chart_data_get_n_cells (self) + 1);
  for (guint i = 0; i < atlas_chart_data_get_n_cells (self); i++)
    self->cells[i] = -1;
  for (guint i = n_rows; i-- > 0;)
    *atlas_chart_data_get_cell (self, at[3 * i], at[3 * i + 1], at[3 * i + 2]) = (int) i;
}

static gboolean
belongs_to_whole (const AtlasChartData  *self,
                  const AtlasChartEntry *entry)
{
  const AtlasQuestion *question = atlas_table_get_question (self->table);
  const AtlasDimensionValue *value;

  if (question->by == NULL || question->by[0] == NULL)
    return TRUE;
  value = atlas_catalogue_find_value (atlas_table_get_catalogue (self->table), question->by[0], entry->key);
  return value == NULL || value->part_of_complete_set;
}

static gboolean
has_value (const AtlasChartData *self,
           guint                 index,
           gboolean              category)
{
  guint n = category ? self->series->len : self->categories->len;

  for (guint p = 0; p < self->panels->len; p++)
    for (guint i = 0; i < n; i++)
      if (atlas_chart_data_get_value_in (self, p, category ? index : i, category ? i : index) != NULL)
        return TRUE;
  return FALSE;
}

/* Values of a dimension that nobody has a figure for are named under the chart instead of drawn as empty slots. A
 * complete set (the grades) keeps its gaps: there they mean that the whole is unknown. */
static void
drop_empty (AtlasChartData *self,
            AtlasChartKind  kind,
            gboolean        categories)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *entries = categories ? self->categories : self->series;

  if (self->n_values == 0 || atlas_chart_kind_get_traits (kind)->is_staged)
    return;
  for (guint i = 0; i < entries->len; i++)
    {
      const AtlasChartEntry *entry = g_ptr_array_index (entries, i);

      if (has_value (self, i, categories) || belongs_to_whole (self, entry))
        g_array_append_val (kept, i);
      else
        g_ptr_array_add (self->empty_names, g_strdup (entry->name));
    }
  if (kept->len < entries->len)
    atlas_chart_data_pick (self, kept, categories);
}

/* Whether the series from FIRST up to END are years that follow each other, and so many that their names are a list. */
static gboolean
are_many_years (const AtlasChartData *self,
                guint                 first,
                guint                 end)
{
  int year = atlas_chart_data_get_series (self, first)->year;

  for (guint i = first; i < end; i++)
    if (year == 0 || atlas_chart_data_get_series (self, i)->year != year + (int) (i - first))
      return FALSE;
  return end - first > 2;
}

static void
name_between (AtlasChartData *self,
              guint           first,
              guint           end)
{
  g_autofree char *period = NULL;

  if (are_many_years (self, first, end))
    {
      period = g_strdup_printf ("%d/%d", atlas_chart_data_get_series (self, first)->year,
                                atlas_chart_data_get_series (self, end - 1)->year);
      g_ptr_array_add (self->between_names, atlas_format_period (period));
      return;
    }
  for (guint i = first; i < end; i++)
    g_ptr_array_add (self->between_names, g_strdup (atlas_chart_data_get_series (self, i)->name));
}

/* A kind that sets two series against each other takes the first and the last. */
static void
drop_between (AtlasChartData *self,
              AtlasChartKind  kind)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (kind);
  guint ends[] = { 0, MAX (self->series->len, 1) - 1 };
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!traits->is_paired || traits->n_parts_most > 2 || self->series->len <= 2)
    return;
  name_between (self, 1, ends[1]);
  g_array_append_vals (kept, ends, 2);
  atlas_chart_data_pick (self, kept, FALSE);
}

static gboolean
series_are_complete (const AtlasChartData *self)
{
  for (guint i = 0; i < self->series->len; i++)
    if (!belongs_to_whole (self, atlas_chart_data_get_series (self, i)))
      return FALSE;
  return TRUE;
}

/* Of the rows of PART, or of all where the parts have ONE unit. */
static AtlasChartMeasure
measure_part (AtlasTable     *table,
              AtlasChartKind  kind,
              gboolean        is_one_unit,
              guint           part)
{
  AtlasTable *measured = atlas_table_get_part (table, part);
  AtlasMeasuring measuring = atlas_measuring_begin (atlas_table_get_unit (measured));
  AtlasChartMeasure measure;
  guint n_rows = atlas_table_get_n_rows (table);

  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (atlas_chart_kind_shows (kind, row) && (is_one_unit || atlas_table_get_part_of_row (table, i) == part))
        atlas_measuring_add (&measuring, row);
    }
  measure = atlas_measuring_end (&measuring, kind);
  atlas_table_get_scale (measured, &measure.scale);
  return measure;
}

/* An axis holds what is shown, not what lies between two years that are. */
static void
measure_shown (AtlasChartData *self,
               AtlasChartKind  kind)
{
  AtlasMeasuring measuring = atlas_measuring_begin (self->unit);
  AtlasChartMeasure measure;

  for (guint i = 0; i < atlas_chart_data_get_n_cells (self); i++)
    {
      const AtlasObservation *row = self->cells[i] >= 0 ? atlas_table_get_row (self->table, (guint) self->cells[i]) : NULL;

      if (row != NULL && atlas_chart_kind_shows (kind, row))
        atlas_measuring_add (&measuring, row);
    }
  measure = atlas_measuring_end (&measuring, kind);
  atlas_table_get_scale (self->table, &measure.scale);
  g_array_index (self->measures, AtlasChartMeasure, 0) = measure;
  self->n_values = measure.n_values;
  atlas_chart_data_use_measure (self, &measure);
}

/* Areas have no axis that would be one for all: each indicator has its own classes. */
static gboolean
parts_have_one_unit (AtlasTable     *table,
                     AtlasChartKind  kind)
{
  if (atlas_chart_kind_get_traits (kind)->is_plane)
    return FALSE;
  if (atlas_chart_kind_get_traits (kind)->shape == ATLAS_MARKS_AREAS)
    return atlas_table_get_n_parts (table) == 1;
  for (guint i = 1; i < atlas_table_get_n_parts (table); i++)
    if (strcmp (atlas_table_get_unit (atlas_table_get_part (table, i))->unit, atlas_table_get_unit (table)->unit) != 0)
      return FALSE;
  return TRUE;
}

static void
find_extent (AtlasChartData *self,
             AtlasChartKind  kind)
{
  guint n_parts = atlas_table_get_n_parts (self->table);

  self->is_one_unit = parts_have_one_unit (self->table, kind);
  for (guint i = 0; i < n_parts; i++)
    {
      AtlasChartMeasure measure = measure_part (self->table, kind, self->is_one_unit, i);

      g_array_append_val (self->measures, measure);
      if (i == 0 || !self->is_one_unit)
        self->n_values += measure.n_values;
    }
  atlas_chart_data_use_measure (self, atlas_chart_data_get_part_measure (self, 0));
}

AtlasScale
atlas_chart_choose_scale (AtlasTable     *table,
                          AtlasChartKind  kind,
                          guint           part)
{
  g_autoptr (AtlasChartSpec) spec = NULL;
  g_autoptr (AtlasChartData) data = NULL;

  /* Of these not all rows are shown. */
  if (atlas_chart_kind_get_traits (kind)->is_paired)
    {
      spec = atlas_chart_spec_new (kind, table);
      data = atlas_chart_data_new (spec);
      return atlas_chart_data_get_part_measure (data, part)->scale;
    }
  return measure_part (table, kind, parts_have_one_unit (table, kind), part).scale;
}

char *
atlas_chart_dup_period_key (const AtlasObservation *observation)
{
  int year = observation->stand_in ? atlas_period_get_year (observation->period) : observation->year;

  if (atlas_period_is_interval (observation->period))
    return g_strdup (observation->period);
  return year != 0 ? g_strdup_printf ("%d", year) : g_strdup ("");
}

/* The period most of the values are of; where they are of several, that of the question if it names one. */
static void
find_period (AtlasChartData *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const AtlasQuestion *question = atlas_table_get_question (self->table);
  guint n_rows = atlas_table_get_n_rows (self->table), best = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self->table, i);
      g_autofree char *key = atlas_observation_is_missing (row) ? NULL : atlas_chart_dup_period_key (row);
      guint count;

      if (key == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      g_hash_table_insert (counts, g_strdup (key), GUINT_TO_POINTER (count));
      if (count > best || (count == best && strcmp (key, self->period) > 0))
        {
          best = count;
          g_free (self->period);
          self->period = g_strdup (key);
        }
    }
  self->is_one_period = best == self->n_values;
  if (question->first_year != 0 && question->first_year == question->last_year && !self->is_one_period)
    {
      g_free (self->period);
      self->period = g_strdup_printf ("%d", question->first_year);
    }
  if (self->period == NULL)
    self->period = g_strdup ("");
}

AtlasChartData *
atlas_chart_data_new (const AtlasChartSpec *spec)
{
  AtlasChartData *self = g_new0 (AtlasChartData, 1);
  AtlasChartAxes axes;

  self->table = atlas_table_ref (spec->table);
  self->measures = g_array_new (FALSE, FALSE, sizeof (AtlasChartMeasure));
  self->panels = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_chart_entry_free);
  self->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_chart_entry_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_chart_entry_free);
  self->empty_names = g_ptr_array_new_with_free_func (g_free);
  self->between_names = g_ptr_array_new_with_free_func (g_free);
  find_extent (self, spec->kind);
  find_period (self);
  atlas_chart_axes_init (&axes, spec);
  self->has_years = axes.varies[ATLAS_AXIS_YEAR];
  self->has_indicator_panels = spec->panels == ATLAS_PANELS_INDICATOR;
  fill_cells (&axes, self);
  if (axes.varies[ATLAS_AXIS_BY] && axes.sides[ATLAS_AXIS_BY] != ATLAS_SIDE_PANEL)
    drop_empty (self, spec->kind, axes.sides[ATLAS_AXIS_BY] == ATLAS_SIDE_CATEGORY);
  self->is_complete = series_are_complete (self);
  atlas_chart_order_panels (self);
  atlas_chart_order_series (self);
  drop_between (self, spec->kind);
  if (self->between_names->len > 0)
    measure_shown (self, spec->kind);
  atlas_chart_order_categories (self, spec);
  if (spec->show_ranks)
    self->ranking = atlas_ranking_new (spec->table, g_array_index (self->measures, AtlasChartMeasure, 0).scale, spec->earlier);
  return self;
}
