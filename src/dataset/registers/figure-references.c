/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/figure-references.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AtlasFigureReferences {
  GHashTable *sources;    /* id → the date its figures speak of, or "" */
  GHashTable *units;      /* indicator → its unit */
  GHashTable *dimensions; /* "dimension=value" */
};

/* Two columns of SQL: keys and values. */
static GHashTable *
load_table (sqlite3     *db,
            const char  *sql,
            GError     **error)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean row = TRUE;

  while (stmt != NULL && atlas_sqlite_step (stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&table);
      g_hash_table_insert (table, g_strdup (atlas_sqlite_text (stmt, 0)), g_strdup (atlas_sqlite_text (stmt, 1)));
    }
  return NULL;
}

AtlasFigureReferences *
atlas_figure_references_load (sqlite3  *db,
                              GError  **error)
{
  g_autoptr (AtlasFigureReferences) self = g_new0 (AtlasFigureReferences, 1);

  if ((self->sources = load_table (db, "SELECT source_id, as_of FROM sources", error)) == NULL ||
      (self->units = load_table (db, "SELECT indicator_id, unit FROM indicators", error)) == NULL ||
      (self->dimensions = load_table (db, "SELECT dimension || '=' || value, '' FROM dimensions", error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
atlas_figure_references_free (AtlasFigureReferences *self)
{
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_clear_pointer (&self->dimensions, g_hash_table_unref);
  g_free (self);
}

static char *
find_dimension_fault (AtlasFigureReferences *self,
                      const char            *text)
{
  g_auto (GStrv) pairs = g_strsplit (text, ";", -1);

  for (char **pair = pairs; *pair != NULL; pair++)
    if (!g_hash_table_contains (self->dimensions, *pair))
      return g_strdup_printf (_("There is no dimension value “%s”: “export FILE.atlas dimensions” lists those there are"),
                              *pair);
  return NULL;
}

/* A number in another unit would be read as one in the indicator's. */
static char *
find_unit_fault (AtlasFigureReferences *self,
                 const char            *indicator_id,
                 const char            *unit)
{
  const char *wanted = g_hash_table_lookup (self->units, indicator_id);

  return strcmp (wanted, unit) == 0
           ? NULL
           : g_strdup_printf (_("The unit of “%s” is “%s” and not “%s”: write the value in it"), indicator_id, wanted, unit);
}

static char *
find_date_fault (const char             *source_as_of,
                 const AtlasRegisterRow *row)
{
  if (!row->values[ATLAS_FIGURE_PERIOD].is_missing || !row->values[ATLAS_FIGURE_AS_OF].is_missing ||
      source_as_of[0] != '\0')
    return NULL;
  return g_strdup (_("Neither the figure nor its document says a date: write the year, or the day it speaks of"));
}

char *
atlas_figure_references_find_fault (AtlasFigureReferences  *self,
                                    const AtlasRegisterRow *row,
                                    guint                  *out_column,
                                    AtlasRejectCode        *out_code)
{
  const char *source_id = row->values[ATLAS_FIGURE_SOURCE].text;
  const char *indicator_id = row->values[ATLAS_FIGURE_INDICATOR].text;
  const char *source_as_of = g_hash_table_lookup (self->sources, source_id);
  char *fault;

  *out_code = ATLAS_REJECT_UNKNOWN_ENUM;
  *out_column = ATLAS_FIGURE_SOURCE;
  if (source_as_of == NULL)
    return g_strdup_printf (_("There is no document “%s”: import it with “sources” before or together with the figures"),
                            source_id);
  *out_column = ATLAS_FIGURE_INDICATOR;
  if (!g_hash_table_contains (self->units, indicator_id))
    return g_strdup_printf (_("There is no indicator “%s”: “export FILE.atlas indicators” lists those there are"),
                            indicator_id);
  *out_column = ATLAS_FIGURE_UNIT;
  fault = find_unit_fault (self, indicator_id, row->values[ATLAS_FIGURE_UNIT].text);
  if (fault != NULL)
    return fault;
  *out_column = ATLAS_FIGURE_DIMENSIONS;
  if (!row->values[ATLAS_FIGURE_DIMENSIONS].is_missing &&
      (fault = find_dimension_fault (self, row->values[ATLAS_FIGURE_DIMENSIONS].text)) != NULL)
    return fault;
  *out_code = ATLAS_REJECT_MISSING_VALUE;
  *out_column = ATLAS_FIGURE_PERIOD;
  return find_date_fault (source_as_of, row);
}
