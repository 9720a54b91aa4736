/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/comparison-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "reports/sentences.h"

/* So many regions are many. */
#define MANY_REGIONS 4

/* (transfer container): the rows of the report's regions that have a value, in the order of these (element-type AtlasObservation). */
static GPtrArray *
list_known (AtlasReportBuilder *builder,
            AtlasTable         *table)
{
  GPtrArray *known = g_ptr_array_new ();

  for (guint i = 0; i < builder->regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (builder->regions, i);
      const AtlasObservation *row = atlas_table_find (table, region->code, 0, NULL);

      if (!atlas_observation_is_missing (row))
        g_ptr_array_add (known, (gpointer) row);
    }
  return known;
}

static gboolean
are_of_one_period (GPtrArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    if (strcmp (((const AtlasObservation *) g_ptr_array_index (rows, i))->period,
                ((const AtlasObservation *) g_ptr_array_index (rows, 0))->period) != 0)
      return FALSE;
  return TRUE;
}

char *
atlas_comparison_list (AtlasReportBuilder *builder,
                       AtlasTable         *table)
{
  g_autoptr (GPtrArray) known = list_known (builder, table);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL, *citation = NULL, *clause = NULL, *dated = NULL;

  if (known->len < MANY_REGIONS || !are_of_one_period (known))
    return NULL;
  for (guint i = 0; i < known->len; i++)
    {
      const AtlasObservation *row = g_ptr_array_index (known, i);
      g_autofree char *value = atlas_clause_value (row, atlas_table_get_unit (table));

      /* Translators: in a list: a region, and its number */
      g_ptr_array_add (values, g_strdup_printf (C_("region and number", "%1$s %2$s"),
                                                atlas_report_builder_get_name (builder, row->region), value));
    }
  list = atlas_sentence_list (values);
  citation =
    atlas_report_builder_cite_several (builder, (const AtlasObservation *const *) known->pdata, known->len);
  clause = g_strdup_printf (C_("parts", "%1$s: %2$s"), atlas_indicator_get_name (atlas_table_get_indicator (table)), list);
  dated = atlas_clause_dated (clause, g_ptr_array_index (known, 0), "-");
  return atlas_sentence_make ((const char *const[]) { dated }, 1, citation);
}

gboolean
atlas_comparison_tells_total (const AtlasObservation *total,
                              AtlasTable             *purposes)
{
  if (atlas_observation_is_missing (total) || total->basis == ATLAS_BASIS_PUBLISHED_PARTS)
    return FALSE;
  for (guint i = 0; i < atlas_table_get_n_rows (purposes); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (purposes, i);

      if (row->region == total->region && !atlas_observation_is_missing (row) && strcmp (row->period, total->period) != 0)
        return FALSE;
    }
  return TRUE;
}

char *
atlas_comparison_list_totals (AtlasReportBuilder *builder,
                              AtlasTable         *totals,
                              AtlasTable         *purposes)
{
  for (guint i = 0; i < builder->regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (builder->regions, i);

      if (!atlas_comparison_tells_total (atlas_table_find (totals, region->code, 0, NULL), purposes))
        return NULL;
    }
  return atlas_comparison_list (builder, totals);
}
