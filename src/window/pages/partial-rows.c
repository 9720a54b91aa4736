/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/partial-rows.h"

#include "dataset/registers/register-coverage.h"

/* Whether at least half of the divisions in REGION have returned the newest register TABLE. */
static gboolean
is_mostly_returned (AtlasCatalogue             *catalogue,
                    const AtlasTableDefinition *table,
                    const AtlasRegion          *region)
{
  AtlasRegisterCoverage *returns = atlas_catalogue_get_register_coverage (catalogue);
  g_autoptr (GArray) years = atlas_register_coverage_list_years (returns, table, region);
  guint out_of, n;

  if (years->len == 0)
    return FALSE;
  n = atlas_register_coverage_count (returns, table, region, g_array_index (years, int, years->len - 1), &out_of);
  return n * 2 >= out_of;
}

AtlasTable *
atlas_partial_rows_leave_out (AtlasTable        *trend,
                              const AtlasRegion *shown,
                              const char        *name)
{
  AtlasCatalogue *catalogue = atlas_table_get_catalogue (trend);
  const AtlasTableDefinition *fallback = atlas_table_definition_find (name);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < atlas_table_get_n_rows (trend); i++)
    {
      AtlasObservation *row = (AtlasObservation *) atlas_table_get_row (trend, i);
      const AtlasTableDefinition *table = row->table != NULL ? row->table : fallback;

      if (row->region == shown || !row->is_partial || is_mostly_returned (catalogue, table, row->region))
        g_ptr_array_add (rows, atlas_observation_ref (row));
    }
  return atlas_table_new (catalogue, atlas_table_get_question (trend), rows);
}
