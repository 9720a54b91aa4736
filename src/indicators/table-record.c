/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/table-record.h"

#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/machine-format.h"
#include "indicators/record-text.h"

/* Several sources stand in one cell. */
#define SOURCE_SEPARATOR ";"

/* The money's source and the document's would share a name, of which a reader of records keeps one. */
static void
add_dimension_column (GStrvBuilder *columns,
                      const char   *dimension)
{
  g_strv_builder_add (columns, strcmp (dimension, "source") == 0 ? "dimension_source" : dimension);
}

static void
add_dimension_columns (GStrvBuilder        *columns,
                       const AtlasQuestion *question)
{
  for (guint i = 0; question->by != NULL && question->by[i] != NULL; i++)
    add_dimension_column (columns, question->by[i]);
  for (guint i = 0; i < question->where->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (question->where, i);

      add_dimension_column (columns, pair->dimension);
    }
}

char **
atlas_table_dup_columns (AtlasTable *self)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();

  g_strv_builder_add_many (columns, "region", "region_name", "indicator", "period", NULL);
  add_dimension_columns (columns, atlas_table_get_question (self));
  g_strv_builder_add_many (columns, "value", "unit", "status", "qualifier", "source", "basis", "numerator",
                           "denominator", "note", NULL);
  return g_strv_builder_end (columns);
}

static void
add_dimension_cells (GStrvBuilder           *cells,
                     const AtlasQuestion    *question,
                     const AtlasObservation *row)
{
  for (guint i = 0; question->by != NULL && question->by[i] != NULL; i++)
    g_strv_builder_add (cells, row->by[i]);
  for (guint i = 0; i < question->where->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (question->where, i);

      g_strv_builder_add (cells, pair->value);
    }
}

/* Of a missing value, the year that was asked for: else the rows of several years could not be told apart. */
static void
add_period (GStrvBuilder           *cells,
            const AtlasQuestion    *question,
            const AtlasObservation *row)
{
  g_autofree char *year = NULL;

  if (row->period[0] == '\0' && atlas_observation_is_missing (row) && question->first_year != 0)
    year = g_strdup_printf ("%d", row->year);
  g_strv_builder_add (cells, year != NULL ? year : row->period);
}

static char *
join_sources (GPtrArray *sources)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const AtlasSource *source = g_ptr_array_index (sources, i);

      g_string_append_printf (text, "%s%s", i > 0 ? SOURCE_SEPARATOR : "", source->source_id);
    }
  return g_string_free (text, FALSE);
}

static void
add_value (GStrvBuilder           *cells,
           const AtlasUnit        *unit,
           const AtlasObservation *row)
{
  gboolean missing = atlas_observation_is_missing (row);
  g_autofree char *value = atlas_format_machine (row, unit);

  g_strv_builder_add_many (cells, value, unit->unit, atlas_status_to_id (row->status),
                           missing ? "" : atlas_qualifier_to_id (row->qualifier), NULL);
}

static void
add_ratio (GStrvBuilder           *cells,
           const AtlasObservation *row)
{
  g_autofree char *numerator = atlas_format_machine_number (row->numerator);
  g_autofree char *denominator = atlas_format_machine_number (row->denominator);

  g_strv_builder_add_many (cells, numerator, denominator, NULL);
}

char **
atlas_table_dup_cells (AtlasTable *self,
                       guint       row)
{
  const AtlasObservation *observation = atlas_table_get_row (self, row);
  const AtlasQuestion *question = atlas_table_get_question (self);
  g_autofree char *sources = join_sources (observation->sources);
  g_autofree char *note = atlas_observation_dup_note (observation);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add_many (cells, observation->region->code, observation->region->name, question->indicator,
                           NULL);
  add_period (cells, question, observation);
  add_dimension_cells (cells, question, observation);
  add_value (cells, atlas_table_get_unit (self), observation);
  g_strv_builder_add_many (cells, sources, atlas_basis_to_id (observation->basis), NULL);
  add_ratio (cells, observation);
  g_strv_builder_add (cells, note);
  return g_strv_builder_end (cells);
}

/* (element-type GStrv): the cells of all rows. */
static GPtrArray *
list_rows (AtlasTable *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < atlas_table_get_n_rows (self); i++)
    g_ptr_array_add (rows, atlas_table_dup_cells (self, i));
  return rows;
}

char *
atlas_table_to_csv (AtlasTable *self)
{
  g_auto (GStrv) columns = atlas_table_dup_columns (self);
  g_autoptr (GPtrArray) rows = list_rows (self);

  return atlas_records_to_csv ((const char *const *) columns, rows);
}

char *
atlas_table_to_json (AtlasTable *self)
{
  g_auto (GStrv) columns = atlas_table_dup_columns (self);
  g_autoptr (GPtrArray) rows = list_rows (self);

  return atlas_records_to_json ((const char *const *) columns, rows);
}
