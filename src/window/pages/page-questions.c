/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/page-questions.h"

gboolean
atlas_table_has_values (AtlasTable *table)
{
  return atlas_table_count_missing (table) < atlas_table_get_n_rows (table);
}

AtlasTable *
atlas_table_new_without_missing (AtlasTable *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      AtlasObservation *row = (AtlasObservation *) atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row))
        g_ptr_array_add (rows, atlas_observation_ref (row));
    }
  return atlas_table_new (atlas_table_get_catalogue (table), atlas_table_get_question (table), rows);
}
