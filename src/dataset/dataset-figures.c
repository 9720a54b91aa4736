/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dataset-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/registers/figure-ids.h"
#include "dataset/table-definition.h"
#include "dataset/text.h"

/* Figures of one document share its source. */
static gpointer
read_figure (AtlasDataset  *self,
             sqlite3_stmt  *stmt,
             GError       **error)
{
  g_autoptr (AtlasFigure) figure = atlas_figure_new ();
  AtlasSource *source = atlas_dataset_find_source (self, atlas_sqlite_text (stmt, 1), error);

  if (source == NULL)
    return NULL;
  figure->source = atlas_source_ref (source);
  atlas_text_set (&figure->figure_id, atlas_sqlite_text (stmt, 0));
  atlas_text_set (&figure->region_code, atlas_sqlite_text (stmt, 2));
  atlas_text_set (&figure->indicator_id, atlas_sqlite_text (stmt, 3));
  figure->value.mantissa = sqlite3_column_int64 (stmt, 5);
  figure->value.decimals = sqlite3_column_int (stmt, 6);
  atlas_qualifier_from_id (atlas_sqlite_text (stmt, 7), &figure->qualifier);
  atlas_text_set (&figure->unit, atlas_sqlite_text (stmt, 8));
  atlas_text_set (&figure->period, atlas_sqlite_text (stmt, 9));
  atlas_text_set (&figure->as_of, atlas_sqlite_text (stmt, 10));
  atlas_text_set (&figure->printed, atlas_sqlite_text (stmt, 11));
  atlas_status_from_id (atlas_sqlite_text (stmt, 12), &figure->status);
  atlas_text_set (&figure->note, atlas_sqlite_text (stmt, 13));
  g_ptr_array_unref (figure->dimensions);
  figure->dimensions = atlas_dimension_values_parse (atlas_sqlite_text (stmt, 4), error);
  return figure->dimensions != NULL ? g_steal_pointer (&figure) : NULL;
}

/* Leaves only the figures of REGION_CODES. One indicator has some hundred figures: reading them all and dropping
 * costs less than a query for each region. */
static void
keep_regions (GPtrArray         *figures,
              const char *const *region_codes)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_kept = 0;

  for (; *region_codes != NULL; region_codes++)
    g_hash_table_add (wanted, (gpointer) *region_codes);
  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (!g_hash_table_contains (wanted, figure->region_code))
        continue;
      figures->pdata[i] = figures->pdata[n_kept];
      figures->pdata[n_kept++] = figure;
    }
  g_ptr_array_set_size (figures, n_kept);
}

GPtrArray *
atlas_dataset_load_figures (AtlasDataset       *self,
                            const char         *indicator_id,
                            const char *const  *region_codes,
                            GError            **error)
{
  const AtlasTableDefinition *table = atlas_table_definition_find ("figures");
  g_autofree char *sql = atlas_table_definition_dup_select (table, indicator_id != NULL ? "indicator_id = ?" : NULL,
                                                            "region_code, figure_id");
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (atlas_dataset_get_db (self), sql, error);
  GPtrArray *figures;

  if (stmt == NULL)
    return NULL;
  if (indicator_id != NULL)
    atlas_sqlite_bind (stmt, 1, indicator_id);
  figures = atlas_dataset_collect (self, stmt, read_figure, (GDestroyNotify) atlas_figure_unref, error);
  if (figures != NULL && region_codes != NULL)
    keep_regions (figures, region_codes);
  return figures;
}

/* Whether KEY is in FIELD of TABLE. */
static gboolean
has_row (sqlite3     *db,
         const char  *table,
         const char  *field,
         const char  *key,
         gboolean    *out,
         GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE %s = ?", table, field);
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, key);
  return atlas_sqlite_step (stmt, out, error);
}

static gboolean
refuse (const char  *reason,
        GError     **error)
{
  g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT, reason);
  return FALSE;
}

/* The id has to be new, and what the figure refers to has to be there. */
static gboolean
check_references (sqlite3            *db,
                  const AtlasFigure  *figure,
                  GError            **error)
{
  gboolean is_taken, has_region, has_indicator, has_unit;

  if (!has_row (db, "figures", "figure_id", figure->figure_id, &is_taken, error) ||
      !has_row (db, "regions", "code", figure->region_code, &has_region, error) ||
      !has_row (db, "indicators", "indicator_id", figure->indicator_id, &has_indicator, error) ||
      !has_row (db, "units", "unit", figure->unit, &has_unit, error))
    return FALSE;
  if (is_taken)
    return refuse (_("The figure has an id that another figure has already"), error);
  if (!has_region)
    return refuse (_("The figure names a division that this dataset does not have"), error);
  if (!has_indicator)
    return refuse (_("The figure names an indicator that this dataset does not have"), error);
  return has_unit || refuse (_("The figure names a unit that this dataset does not have"), error);
}

static gboolean
check_dimensions (sqlite3            *db,
                  const AtlasFigure  *figure,
                  GError            **error)
{
  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);
      g_autofree char *key = g_strconcat (pair->dimension, "=", pair->value, NULL);
      gboolean found;

      if (!has_row (db, "dimensions", "dimension || '=' || value", key, &found, error))
        return FALSE;
      if (!found)
        return refuse (_("The figure names a dimension that this dataset does not have"), error);
    }
  return TRUE;
}

static gboolean
insert_source (sqlite3            *db,
               const AtlasSource  *source,
               GError            **error)
{
  g_autofree char *sql = atlas_table_definition_dup_insert (atlas_table_definition_find ("sources"));
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, source->source_id);
  atlas_sqlite_bind (stmt, 2, source->title);
  atlas_sqlite_bind (stmt, 3, source->publisher);
  atlas_sqlite_bind (stmt, 4, source->published_on);
  atlas_sqlite_bind (stmt, 5, source->as_of);
  atlas_sqlite_bind (stmt, 6, source->as_of[0] == '\0' ? "" : (source->as_of_inferred ? "inferred" : "printed"));
  atlas_sqlite_bind (stmt, 7, atlas_source_kind_to_id (source->kind));
  atlas_sqlite_bind (stmt, 8, source->address);
  return atlas_sqlite_finish (stmt, error);
}

static gboolean
add_source (sqlite3            *db,
            const AtlasSource  *source,
            GError            **error)
{
  gboolean found;

  if (!has_row (db, "sources", "source_id", source->source_id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  if (source->source_id[0] == '\0' || source->title[0] == '\0')
    return refuse (_("The document needs an id and a title"), error);
  return insert_source (db, source, error);
}

static gboolean
insert_figure (sqlite3            *db,
               const AtlasFigure  *figure,
               const char         *figure_id,
               GError            **error)
{
  g_autofree char *sql = atlas_table_definition_dup_insert (atlas_table_definition_find ("figures"));
  g_autofree char *dimensions = atlas_dimension_values_to_string (figure->dimensions);
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, figure_id);
  atlas_sqlite_bind (stmt, 2, figure->source->source_id);
  atlas_sqlite_bind (stmt, 3, figure->region_code);
  atlas_sqlite_bind (stmt, 4, figure->indicator_id);
  atlas_sqlite_bind (stmt, 5, dimensions);
  sqlite3_bind_int64 (stmt, 6, figure->value.mantissa);
  sqlite3_bind_int (stmt, 7, figure->value.decimals);
  atlas_sqlite_bind (stmt, 8, atlas_qualifier_to_id (figure->qualifier));
  atlas_sqlite_bind (stmt, 9, figure->unit);
  atlas_sqlite_bind (stmt, 10, figure->period);
  atlas_sqlite_bind (stmt, 11, figure->as_of);
  atlas_sqlite_bind (stmt, 12, figure->printed);
  atlas_sqlite_bind (stmt, 13, atlas_status_to_id (figure->status));
  atlas_sqlite_bind (stmt, 14, figure->note);
  return atlas_sqlite_finish (stmt, error);
}

/* Its own id, which is checked later, or the next free one. */
static char *
dup_figure_id (sqlite3            *db,
               const AtlasFigure  *figure,
               GError            **error)
{
  g_autoptr (AtlasFigureIds) ids = NULL;

  if (figure->figure_id[0] != '\0')
    return g_strdup (figure->figure_id);
  ids = atlas_figure_ids_new (db, error);
  return ids != NULL ? g_strdup (atlas_figure_ids_take (ids, "", error)) : NULL;
}

/* Inside a transaction. Returns the figure's id. */
static char *
add_figure (sqlite3            *db,
            const AtlasFigure  *figure,
            GError            **error)
{
  g_autofree char *figure_id = dup_figure_id (db, figure, error);

  if (figure_id == NULL || !check_references (db, figure, error) || !check_dimensions (db, figure, error) ||
      !add_source (db, figure->source, error) || !insert_figure (db, figure, figure_id, error))
    return NULL;
  return g_steal_pointer (&figure_id);
}

/**
 * atlas_dataset_add_figure:
 * @figure: with its source
 * @out_figure_id: (out) (optional): the id it was given
 *
 * Returns: %FALSE if the file cannot be written, or if @figure refers to what is not there; then nothing has changed
 */
gboolean
atlas_dataset_add_figure (AtlasDataset       *self,
                          const AtlasFigure  *figure,
                          char              **out_figure_id,
                          GError            **error)
{
  sqlite3 *db = atlas_dataset_get_db (self);
  g_autofree char *figure_id = NULL;

  g_return_val_if_fail (figure->source != NULL, FALSE);

  if (!atlas_sqlite_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  figure_id = add_figure (db, figure, error);
  if (figure_id == NULL || !atlas_sqlite_run (db, "COMMIT", error))
    {
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  atlas_dataset_emit_changed (self);
  if (out_figure_id != NULL)
    *out_figure_id = g_steal_pointer (&figure_id);
  return TRUE;
}
