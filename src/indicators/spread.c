/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/spread.h"

#include <math.h>
#include <string.h>

/* Below that nobody would say that two numbers differ. */
#define LEAST_RATIO 1.1

/* A count of a few divisions that have returned their register says nothing yet of the region's size. */
static gboolean
takes_part (const AtlasObservation *observation)
{
  return !atlas_observation_is_missing (observation) && !observation->stand_in && !observation->is_partial &&
         observation->year != 0 && isfinite (observation->value) && observation->value > 0;
}

/* "At least" three times as much stays true where the higher is more, or the lower less; the other way round the ratio
 * may be anything. */
static gboolean
is_stateable (AtlasQualifiedNumber ratio)
{
  return ratio.qualifier == ATLAS_QUALIFIER_EXACT || ratio.qualifier == ATLAS_QUALIFIER_ABOUT ||
         ratio.qualifier == ATLAS_QUALIFIER_AT_LEAST;
}

static gboolean
are_open_alike (const AtlasObservation *a,
                const AtlasObservation *b)
{
  return a->qualifier == b->qualifier && a->qualifier != ATLAS_QUALIFIER_EXACT && a->qualifier != ATLAS_QUALIFIER_ABOUT;
}

static guint
count_in_year (AtlasTable *table,
               int         year)
{
  guint n = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      n += takes_part (row) && row->year == year;
    }
  return n;
}

/* The year of which most rows are; of several the last. 0 if there is none. */
static int
choose_year (AtlasTable *table)
{
  int chosen = 0;
  guint most = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);
      guint n = takes_part (row) ? count_in_year (table, row->year) : 0;

      if (n > most || (n > 0 && n == most && row->year > chosen))
        {
          most = n;
          chosen = row->year;
        }
    }
  return chosen;
}

gboolean
atlas_spread_find (AtlasTable  *table,
                   AtlasSpread *out)
{
  const AtlasObservation *highest = NULL;
  const AtlasObservation *lowest = NULL;

  g_return_val_if_fail (table != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  *out = (AtlasSpread) { table, choose_year (table) };
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!takes_part (row) || row->year != out->year)
        continue;
      if (highest == NULL || row->value > highest->value)
        highest = row, out->highest = i;
      if (lowest == NULL || row->value < lowest->value)
        lowest = row, out->lowest = i;
    }
  if (highest == NULL || highest->value <= lowest->value || are_open_alike (highest, lowest))
    return FALSE;
  return atlas_qualified_divide ((AtlasQualifiedNumber) { highest->value, highest->qualifier },
                                 (AtlasQualifiedNumber) { lowest->value, lowest->qualifier }, &out->ratio) &&
         is_stateable (out->ratio);
}

/* Whether SPREAD says something of TABLE as a whole: it is of half of the rows at least, and more than a trifle. */
static gboolean
is_telling (const AtlasSpread *spread)
{
  return count_in_year (spread->table, spread->year) * 2 >= atlas_table_get_n_rows (spread->table) &&
         spread->ratio.value >= LEAST_RATIO;
}

gboolean
atlas_spread_find_widest (GPtrArray   *tables,
                          AtlasSpread *out)
{
  gboolean found = FALSE;

  g_return_val_if_fail (tables != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  for (guint i = 0; i < tables->len; i++)
    {
      AtlasTable *table = g_ptr_array_index (tables, i);
      AtlasSpread spread;

      if (strcmp (atlas_table_get_indicator (table)->over_regions, "sum") == 0 || !atlas_spread_find (table, &spread) ||
          !is_telling (&spread))
        continue;
      if (!found || spread.ratio.value > out->ratio.value)
        *out = spread;
      found = TRUE;
    }
  return found;
}
