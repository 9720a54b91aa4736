/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/programme-rows.h"

#include <string.h>

#include "indicators/number-format.h"

void
atlas_programme_row_free (AtlasProgrammeRow *self)
{
  g_free (self->item);
  g_free (self->value);
  g_free (self->ratio);
  g_free (self->period);
  g_free (self->note);
  g_free (self);
}

/* "Stations · Operating · Township station": of a break-down with the value behind it. */
static char *
dup_item (AtlasTable *part,
          guint       row)
{
  g_autofree char *name = atlas_table_dup_name (part);
  const char *by = atlas_table_get_row (part, row)->by[0] != NULL ? atlas_table_get_by_name (part, row, 0) : NULL;

  return by != NULL ? g_strdup_printf ("%s · %s", name, by) : g_steal_pointer (&name);
}

static char *
dup_value (const AtlasObservation *observation,
           const AtlasUnit        *unit)
{
  if (atlas_observation_is_missing (observation))
    return g_strdup ("—");
  return atlas_format_label_with_unit (observation->value, observation->qualifier, unit, ATLAS_SCALE_ONE);
}

static AtlasProgrammeRow *
row_new (AtlasTable *table,
         guint       position)
{
  AtlasProgrammeRow *self = g_new0 (AtlasProgrammeRow, 1);
  guint row;
  AtlasTable *part = atlas_table_find_part (table, position, &row);
  const AtlasObservation *observation = atlas_table_get_row (part, row);
  gboolean missing = atlas_observation_is_missing (observation);

  self->row = position;
  self->region = observation->region;
  self->item = dup_item (part, row);
  self->value = dup_value (observation, atlas_table_get_unit (part));
  self->ratio = atlas_format_ratio (observation);
  self->period = missing ? g_strdup ("") : atlas_format_period (observation->period);
  self->note = missing ? atlas_observation_dup_note (observation) : g_strdup ("");
  return self;
}

/* Whether any division has a value where ROW of TABLE has none. */
static gboolean
is_wanted (AtlasTable *table,
           guint       position)
{
  guint row;
  AtlasTable *part = atlas_table_find_part (table, position, &row);
  const AtlasObservation *observation = atlas_table_get_row (part, row);

  if (observation->by[0] == NULL || !atlas_observation_is_missing (observation))
    return TRUE;
  for (guint i = 0; i < atlas_table_get_n_rows (part); i++)
    {
      const AtlasObservation *other = atlas_table_get_row (part, i);

      if (!atlas_observation_is_missing (other) && strcmp (other->by[0], observation->by[0]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The divisions in the order in which they come up. */
static GPtrArray *
list_regions (AtlasTable *table)
{
  GPtrArray *regions = g_ptr_array_new ();

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasRegion *region = atlas_table_get_row (table, i)->region;

      if (!g_ptr_array_find (regions, region, NULL))
        g_ptr_array_add (regions, (gpointer) region);
    }
  return regions;
}

GPtrArray *
atlas_programme_list_rows (AtlasTable *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_programme_row_free);
  g_autoptr (GPtrArray) regions = list_regions (table);

  for (guint i = 0; i < regions->len; i++)
    for (guint j = 0; j < atlas_table_get_n_rows (table); j++)
      if (atlas_table_get_row (table, j)->region == g_ptr_array_index (regions, i) && is_wanted (table, j))
        g_ptr_array_add (rows, row_new (table, j));
  return rows;
}
