/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-axes.h"

#include <string.h>

static gboolean
asks_for_years (AtlasTable *table)
{
  const AtlasQuestion *question = atlas_table_get_question (table);

  return question->first_year != question->last_year;
}

static void
find_what_varies (AtlasChartAxes *self)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (self->spec->kind);
  guint n_rows = atlas_table_get_n_rows (self->table);
  const AtlasObservation *first = n_rows > 0 ? atlas_table_get_row (self->table, 0) : NULL;

  self->varies[ATLAS_AXIS_PART] = atlas_table_get_n_parts (self->table) > 1;
  self->varies[ATLAS_AXIS_YEAR] = traits->is_over_time || asks_for_years (self->table);
  /* A lone bar of a break-down is that part, not the whole region. */
  self->varies[ATLAS_AXIS_BY] = traits->is_flat && n_rows > 0 && first->by[0] != NULL;
  for (guint i = 1; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self->table, i);

      self->varies[ATLAS_AXIS_REGION] |= row->region != first->region;
      self->varies[ATLAS_AXIS_BY] |= !g_strv_equal ((const char *const *) row->by, (const char *const *) first->by);
    }
}

/* Flat kinds: every row its own category. Others: what is broken down by, and the indicators, make the series, else the
 * years do. */
static void
choose_sides (AtlasChartAxes *self)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (self->spec->kind);
  gboolean has_regions = self->varies[ATLAS_AXIS_REGION] && self->spec->panels != ATLAS_PANELS_REGION;
  gboolean has_series = (self->varies[ATLAS_AXIS_BY] && self->spec->panels != ATLAS_PANELS_BY) ||
                        (self->varies[ATLAS_AXIS_PART] && self->spec->panels != ATLAS_PANELS_INDICATOR);

  self->sides[ATLAS_AXIS_REGION] = self->sides[ATLAS_AXIS_YEAR] = ATLAS_SIDE_CATEGORY;
  self->sides[ATLAS_AXIS_BY] = self->sides[ATLAS_AXIS_PART] =
    traits->is_flat ? ATLAS_SIDE_CATEGORY : ATLAS_SIDE_SERIES;
  if (traits->is_plane)
    self->sides[ATLAS_AXIS_BY] = ATLAS_SIDE_CATEGORY;
  else if (traits->is_over_time && !traits->is_flat)
    self->sides[ATLAS_AXIS_REGION] = ATLAS_SIDE_SERIES;
  else if (!traits->is_flat && !has_series && (has_regions || traits->is_paired) && self->varies[ATLAS_AXIS_YEAR])
    self->sides[ATLAS_AXIS_YEAR] = ATLAS_SIDE_SERIES;
  /* Years along an axis cannot be panels as well. */
  if (self->spec->panels != ATLAS_PANELS_NONE && !(traits->is_over_time && self->spec->panels == ATLAS_PANELS_YEAR))
    self->sides[self->spec->panels - ATLAS_PANELS_REGION] = ATLAS_SIDE_PANEL;
}

void
atlas_chart_axes_init (AtlasChartAxes       *self,
                       const AtlasChartSpec *spec)
{
  *self = (AtlasChartAxes) { spec, spec->table };
  find_what_varies (self);
  choose_sides (self);
}

static gboolean
is_on (const AtlasChartAxes *self,
       AtlasChartAxis        axis,
       AtlasChartSide        side)
{
  return self->varies[axis] && self->sides[axis] == side;
}

static void
append_separator (GString *text)
{
  if (text->len > 0)
    g_string_append (text, " · ");
}

static void
append_part (const AtlasChartAxes *self,
             guint                 row,
             gboolean              keys,
             GString              *text)
{
  guint part = atlas_table_get_part_of_row (self->table, row);
  g_autofree char *name = keys ? g_strdup_printf ("#%u", part)
                               : atlas_table_dup_name (atlas_table_get_part (self->table, part));

  append_separator (text);
  g_string_append (text, name);
}

static void
append_by (const AtlasChartAxes *self,
           guint                 row,
           gboolean              keys,
           GString              *text)
{
  const AtlasObservation *observation = atlas_table_get_row (self->table, row);

  for (guint i = 0; observation->by[i] != NULL; i++)
    {
      append_separator (text);
      g_string_append (text, keys ? observation->by[i] : atlas_table_get_by_name (self->table, row, i));
    }
}

/* The texts of those of the axes that vary and are on SIDE, joined. */
static char *
join_axes (const AtlasChartAxes *self,
           guint                 row,
           AtlasChartSide        side,
           gboolean              keys)
{
  const AtlasObservation *observation = atlas_table_get_row (self->table, row);
  GString *text = g_string_new (NULL);

  if (is_on (self, ATLAS_AXIS_REGION, side))
    g_string_append (text, keys ? observation->region->code : atlas_region_get_display_name (observation->region));
  if (is_on (self, ATLAS_AXIS_BY, side))
    append_by (self, row, keys, text);
  if (is_on (self, ATLAS_AXIS_PART, side))
    append_part (self, row, keys, text);
  if (is_on (self, ATLAS_AXIS_YEAR, side))
    {
      append_separator (text);
      g_string_append_printf (text, "%d", observation->year);
    }
  if (text->len == 0 && !keys && side == ATLAS_SIDE_SERIES)
    g_string_append (text, atlas_indicator_get_name (atlas_table_get_indicator (self->table)));
  /* Above a panel of one region stands its name. */
  if (text->len == 0 && !keys && side == ATLAS_SIDE_CATEGORY && self->sides[ATLAS_AXIS_REGION] != ATLAS_SIDE_PANEL)
    g_string_append (text, atlas_region_get_display_name (observation->region));
  return g_string_free (text, FALSE);
}

static guint
by_order (const AtlasChartAxes *self,
          guint                 row)
{
  guint part = atlas_table_get_part_of_row (self->table, row);
  const AtlasQuestion *question = atlas_table_get_question (atlas_table_get_part (self->table, part));
  const AtlasObservation *observation = atlas_table_get_row (self->table, row);
  const AtlasDimensionValue *value = NULL;

  if (observation->by[0] != NULL && observation->by[1] == NULL)
    value = atlas_catalogue_find_value (atlas_table_get_catalogue (self->table), question->by[0], observation->by[0]);
  return value != NULL ? value->order : 0;
}

/* Parts of one region are told apart by their own colours, as series are. */
static gboolean
is_about_region (const AtlasChartAxes *self,
                 AtlasChartSide        side)
{
  return self->sides[ATLAS_AXIS_REGION] == side &&
         (side != ATLAS_SIDE_SERIES || self->varies[ATLAS_AXIS_REGION] || !self->varies[ATLAS_AXIS_BY]);
}

static AtlasChartEntry *
entry_new (const AtlasChartAxes *self,
           guint                 row,
           AtlasChartSide        side)
{
  const AtlasObservation *observation = atlas_table_get_row (self->table, row);
  AtlasChartEntry *entry = g_new0 (AtlasChartEntry, 1);

  entry->name = join_axes (self, row, side, FALSE);
  if (is_about_region (self, side))
    entry->region = observation->region;
  if (is_on (self, ATLAS_AXIS_YEAR, side))
    entry->year = observation->year;
  if (is_on (self, ATLAS_AXIS_BY, side))
    entry->order = by_order (self, row);
  if (is_on (self, ATLAS_AXIS_PART, side))
    entry->part = atlas_table_get_part_of_row (self->table, row);
  entry->is_region = entry->region != NULL &&
                     strcmp (entry->name, atlas_region_get_display_name (entry->region)) == 0;
  return entry;
}

guint
atlas_chart_axes_intern (const AtlasChartAxes *self,
                         GPtrArray            *entries,
                         GHashTable           *known,
                         guint                 row,
                         AtlasChartSide        side)
{
  g_autofree char *key = join_axes (self, row, side, TRUE);
  AtlasChartEntry *entry;
  gpointer index;

  if (g_hash_table_lookup_extended (known, key, NULL, &index))
    return GPOINTER_TO_UINT (index);
  entry = entry_new (self, row, side);
  entry->key = g_steal_pointer (&key);
  g_ptr_array_add (entries, entry);
  g_hash_table_insert (known, entry->key, GUINT_TO_POINTER (entries->len - 1));
  return entries->len - 1;
}
