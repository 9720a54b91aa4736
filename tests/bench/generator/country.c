/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "country.h"

#include <string.h>

#include "dataset/csv-file.h"
#include "random.h"

enum { CODE, NAME, NAME_EN, PINYIN, LEVEL, PARENT_CODE, STATUTORY, N_COLUMNS };

#define MILLION G_GINT64_CONSTANT (1000000)
#define MEAN_TOWNSHIPS 14 /* in a county */

static gboolean
read_division (guint              line,
               const char *const *cells,
               guint              n_cells,
               gpointer           user_data,
               GError           **error)
{
  Country *self = user_data;
  Division division = { "" };

  if (n_cells != N_COLUMNS || !atlas_region_level_from_id (cells[LEVEL], &division.level))
    return TRUE; /* the header */
  g_strlcpy (division.code, cells[CODE], sizeof division.code);
  division.name = g_string_chunk_insert (self->names, cells[NAME]);
  division.statutory = strcmp (cells[STATUTORY], "0") != 0;
  g_array_append_val (self->divisions, division);
  return TRUE;
}

static void
find_unique_names (Country *self)
{
  g_autoptr (GHashTable) first_named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->divisions->len; i++)
    {
      Division *division = &g_array_index (self->divisions, Division, i);
      Division *first = g_hash_table_lookup (first_named, division->name);

      division->is_named_once = first == NULL;
      if (first != NULL)
        first->is_named_once = FALSE;
      else
        g_hash_table_insert (first_named, (gpointer) division->name, division);
    }
}

/* Divisions come in code order: those below one stand behind it. */
static guint
count_townships (Country *self,
                 guint    index)
{
  guint n = 0;

  while (index + n + 1 < self->divisions->len &&
         g_array_index (self->divisions, Division, index + n + 1).level == ATLAS_REGION_LEVEL_TOWNSHIP)
    n++;
  return n;
}

static void
add_ledger (Country        *self,
            const Division *division,
            guint           n_townships)
{
  Ledger ledger = { division, self->provinces->len - 1, n_townships };

  g_array_append_val (self->ledgers, ledger);
}

static const char *
get_last_ledger_code (Country *self)
{
  guint n = self->ledgers->len;

  return n > 0 ? g_array_index (self->ledgers, Ledger, n - 1).division->code : "";
}

/* Whether both lie below what the first N digits name. */
static gboolean
share_digits (const char *code,
              const char *other,
              guint       n)
{
  return strncmp (code, other, n) == 0;
}

/* Adds the county at DIVISION and, before the first in each, PROVINCE and PREFECTURE. Some have no prefecture (those
 * of municipalities, Xiantao), and Dongguan is its own. */
static void
add_county (Country        *self,
            const Division *province,
            const Division *prefecture,
            const Division *division,
            guint           n_townships)
{
  const char *last_code = get_last_ledger_code (self);
  County county = { division, 0, division + 1, n_townships };

  if (!share_digits (last_code, province->code, 2))
    {
      g_ptr_array_add (self->provinces, (gpointer) province);
      add_ledger (self, province, 0);
    }
  if (prefecture != division && share_digits (prefecture->code, division->code, 4) &&
      !share_digits (last_code, prefecture->code, 4))
    add_ledger (self, prefecture, 0);
  county.province = self->provinces->len - 1;
  g_array_append_val (self->counties, county);
  add_ledger (self, division, n_townships);
}

/* "wanted" is how many townships are wanting so far, in millionths. Whether the next county takes part does not
 * depend on its own size, so that small ones come no more often than large ones. */
static void
choose_counties (Country *self,
                 guint64  per_million,
                 guint64  seed)
{
  const Division *first = &g_array_index (self->divisions, Division, 0);
  const Division *province = first, *prefecture = first;
  gint64 wanted;
  Random random;

  random_start (&random, seed, "counties", "");
  wanted = -(gint64) random_below (&random, MILLION + 1 - MIN (per_million, MILLION)) * MEAN_TOWNSHIPS;
  for (guint i = 0; i < self->divisions->len; i++)
    {
      const Division *division = first + i;
      guint n_townships = division->level == ATLAS_REGION_LEVEL_TOWNSHIP ? 0 : count_townships (self, i);

      if (division->level == ATLAS_REGION_LEVEL_PROVINCE)
        province = division;
      if (division->level == ATLAS_REGION_LEVEL_PREFECTURE)
        prefecture = division;
      if (n_townships == 0)
        continue;
      wanted += n_townships * MIN (per_million, MILLION);
      if (wanted > 0)
        {
          add_county (self, province, prefecture, division, n_townships);
          wanted -= n_townships * MILLION;
        }
    }
}

Country *
country_read (const char  *path,
              guint64      per_million,
              guint64      seed,
              GError     **error)
{
  g_autoptr (Country) self = g_new0 (Country, 1);

  self->divisions = g_array_new (FALSE, FALSE, sizeof (Division));
  self->counties = g_array_new (FALSE, FALSE, sizeof (County));
  self->provinces = g_ptr_array_new ();
  self->ledgers = g_array_new (FALSE, FALSE, sizeof (Ledger));
  self->names = g_string_chunk_new (65536);
  if (!atlas_csv_read_file (path, read_division, self, error))
    return NULL;
  find_unique_names (self);
  choose_counties (self, per_million, seed);
  return g_steal_pointer (&self);
}

void
country_free (Country *self)
{
  for (guint i = 0; i < self->counties->len; i++)
    g_clear_pointer (&g_array_index (self->counties, County, i).stations, g_array_unref);
  g_array_unref (self->counties);
  g_array_unref (self->divisions);
  g_array_unref (self->ledgers);
  g_ptr_array_unref (self->provinces);
  g_string_chunk_free (self->names);
  g_free (self);
}

guint
country_share (guint64 total,
               guint64 before,
               guint64 weight,
               guint64 all)
{
  return total * (before + weight) / all - total * before / all;
}
