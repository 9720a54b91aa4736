/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/page-questions.h"

gboolean
atlas_table_has_values (AtlasTable *table)
{
  return atlas_table_count_missing (table) < atlas_table_get_n_rows (table);
}

static gboolean
has_values_by (AtlasTable *table,
               char      **by)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) && g_strv_equal ((const char *const *) row->by, (const char *const *) by))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_unplaced (AtlasTable             *table,
             const AtlasObservation *row)
{
  return row->missing == ATLAS_MISSING_UNPLACED && has_values_by (table, row->by);
}

static AtlasTable *
new_without (AtlasTable *table,
             gboolean    keep_unplaced)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      AtlasObservation *row = (AtlasObservation *) atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) || (keep_unplaced && is_unplaced (table, row)))
        g_ptr_array_add (rows, atlas_observation_ref (row));
    }
  return atlas_table_new (atlas_table_get_catalogue (table), atlas_table_get_question (table), rows);
}

AtlasTable *
atlas_table_new_without_missing (AtlasTable *table)
{
  return new_without (table, FALSE);
}

AtlasTable *
atlas_table_new_without_empty (AtlasTable *table)
{
  return new_without (table, TRUE);
}

char *
atlas_card_dup_unplaced (AtlasCardContext *context,
                         const char       *indicator)
{
  g_autoptr (AtlasTable) table =
    context->region->level > ATLAS_REGION_LEVEL_COUNTY ? atlas_card_ask_region (context, indicator, NULL, NULL) : NULL;
  const AtlasObservation *row = table != NULL ? atlas_table_get_row (table, 0) : NULL;

  if (row == NULL || !atlas_observation_is_missing (row) || row->missing != ATLAS_MISSING_UNPLACED)
    return NULL;
  return g_strdup (g_ptr_array_index (row->notes, row->notes->len - 1));
}
