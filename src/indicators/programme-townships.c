/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/programme-townships.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/rollup-series.h"
#include "indicators/answer.h"
#include "indicators/period-format.h"
#include "indicators/uncovered-townships.h"

/* (nullable): the first register that counts INDICATOR_ID. */
static const AtlasTableDefinition *
find_counting (const char *indicator_id)
{
  for (guint i = 0; i < ATLAS_SERIES_END; i++)
    {
      const AtlasSeries *series = atlas_series_get (i);

      if (series->table != NULL && strcmp (series->indicator_id, indicator_id) == 0)
        return series->table;
    }
  return NULL;
}

static AtlasTable *
ask (AtlasDataset         *dataset,
     AtlasCatalogue       *catalogue,
     const AtlasQuestion  *wanted,
     const AtlasRegion    *region,
     GError              **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_copy (wanted);

  question->from = ATLAS_FROM_REGISTERS;
  question->stand_in = FALSE;
  atlas_question_set_within (question, region->code, ATLAS_REGION_LEVEL_TOWNSHIP);
  return atlas_answer (dataset, catalogue, question, error);
}

static char *
dup_period (AtlasTable        *table,
            const AtlasRegion *township)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (atlas_table_get_row (table, i)->region == township)
      return atlas_format_period (atlas_table_get_row (table, i)->period);
  return g_strdup ("");
}

static char **
row_new (AtlasTable        *table,
         const AtlasRegion *township)
{
  char **cells = g_new0 (char *, 4);

  cells[0] = g_strdup (atlas_region_get_display_name (township->parent));
  cells[1] = g_strdup (atlas_region_get_display_name (township));
  cells[2] = dup_period (table, township);
  return cells;
}

AtlasProgrammeRegister *
atlas_programme_list_townships (AtlasDataset         *dataset,
                                AtlasCatalogue       *catalogue,
                                const AtlasQuestion  *wanted,
                                const AtlasRegion    *region,
                                GError              **error)
{
  const char *headings[] = { _("County"), _("Township"), _("Period"), NULL };
  g_autoptr (AtlasTable) table = ask (dataset, catalogue, wanted, region, error);
  g_autoptr (GPtrArray) without = table != NULL ? atlas_townships_list_uncovered (table, region) : NULL;
  g_autofree char *name = NULL;
  AtlasProgrammeRegister *self;

  if (without == NULL)
    return NULL;
  name = atlas_table_dup_name (table);
  self = g_new0 (AtlasProgrammeRegister, 1);
  self->table = find_counting (wanted->indicator);
  /* Translators: over a list of townships that have none of this: "Service projects · Government purchase of services" */
  self->title = g_strdup_printf (_("Townships without: %s"), name);
  self->headings = g_strdupv ((char **) headings);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_rows = self->table != NULL ? without->len : 0;
  for (guint i = 0; i < MIN (self->n_rows, ATLAS_PROGRAMME_MAX_ROWS); i++)
    g_ptr_array_add (self->rows, row_new (table, g_ptr_array_index (without, i)));
  return self;
}
