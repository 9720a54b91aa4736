/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dataset-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/figure-selector.h"
#include "dataset/table-definition.h"
#include "dataset/text.h"

GPtrArray *
atlas_dataset_collect (AtlasDataset        *self,
                       sqlite3_stmt        *stmt,
                       AtlasDatasetReadRow  read_row,
                       GDestroyNotify       free_func,
                       GError             **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_func);
  gboolean row;

  while (atlas_sqlite_step (stmt, &row, error))
    {
      gpointer item;

      if (!row)
        return g_steal_pointer (&items);
      item = read_row (self, stmt, error);
      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return NULL;
}

/* The rows of a whole table in file order. */
static GPtrArray *
collect_table (AtlasDataset         *self,
               const char           *name,
               AtlasDatasetReadRow   read_row,
               GDestroyNotify        free_func,
               GError              **error)
{
  const AtlasTableDefinition *table = atlas_table_definition_find (name);
  g_autofree char *sql = atlas_table_definition_dup_select (table, NULL, table->file_order);
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (atlas_dataset_get_db (self), sql, error);

  return stmt != NULL ? atlas_dataset_collect (self, stmt, read_row, free_func, error) : NULL;
}

static void
take_text (char         **text,
           sqlite3_stmt  *stmt,
           int            column)
{
  atlas_text_set (text, atlas_sqlite_text (stmt, column));
}

/* "a;b" as a list; "" as an empty one. */
static void
take_list (char         ***list,
           sqlite3_stmt   *stmt,
           int             column)
{
  g_strfreev (*list);
  *list = g_strsplit (atlas_sqlite_text (stmt, column), ";", -1);
}

static gpointer
read_indicator (AtlasDataset  *self,
                sqlite3_stmt  *stmt,
                GError       **error)
{
  g_autoptr (AtlasIndicator) indicator = atlas_indicator_new ();

  take_text (&indicator->indicator_id, stmt, 0);
  take_text (&indicator->name_zh, stmt, 1);
  take_text (&indicator->name_en, stmt, 2);
  take_text (&indicator->group, stmt, 3);
  take_text (&indicator->unit, stmt, 4);
  take_text (&indicator->over_regions, stmt, 5);
  take_text (&indicator->over_time, stmt, 6);
  take_list (&indicator->dimensions, stmt, 7);
  take_text (&indicator->formula, stmt, 9);
  take_text (&indicator->definition_en, stmt, 10);
  take_text (&indicator->definition_zh, stmt, 11);
  g_ptr_array_unref (indicator->defaults);
  indicator->defaults = atlas_dimension_values_parse (atlas_sqlite_text (stmt, 8), error);
  return indicator->defaults != NULL ? g_steal_pointer (&indicator) : NULL;
}

static AtlasDimensionKind
dimension_kind_from_id (const char *id)
{
  if (strcmp (id, "attribute") == 0)
    return ATLAS_DIMENSION_ATTRIBUTE;
  return strcmp (id, "aggregate") == 0 ? ATLAS_DIMENSION_AGGREGATE : ATLAS_DIMENSION_BREAKDOWN;
}

static gpointer
read_dimension (AtlasDataset  *self,
                sqlite3_stmt  *stmt,
                GError       **error)
{
  AtlasDimensionValue *value = atlas_dimension_value_new ();

  take_text (&value->dimension, stmt, 0);
  take_text (&value->value, stmt, 1);
  value->kind = dimension_kind_from_id (atlas_sqlite_text (stmt, 2));
  value->order = sqlite3_column_int (stmt, 3);
  value->part_of_complete_set = sqlite3_column_int (stmt, 4) != 0;
  take_text (&value->name_zh, stmt, 5);
  take_text (&value->name_en, stmt, 6);
  return value;
}

static gpointer
read_unit (AtlasDataset  *self,
           sqlite3_stmt  *stmt,
           GError       **error)
{
  AtlasUnit *unit = atlas_unit_new ();

  take_text (&unit->unit, stmt, 0);
  take_text (&unit->symbol_zh, stmt, 1);
  take_text (&unit->symbol_en, stmt, 2);
  unit->is_money = sqlite3_column_int (stmt, 3) != 0;
  return unit;
}

static gpointer
read_denominator (AtlasDataset  *self,
                  sqlite3_stmt  *stmt,
                  GError       **error)
{
  AtlasDenominator *denominator = atlas_denominator_new ();

  take_text (&denominator->region_code, stmt, 0);
  take_text (&denominator->valid_from, stmt, 1);
  take_text (&denominator->basis, stmt, 2);
  take_list (&denominator->excluded, stmt, 3);
  take_text (&denominator->note, stmt, 4);
  return denominator;
}

static gpointer
read_source (AtlasDataset  *self,
             sqlite3_stmt  *stmt,
             GError       **error)
{
  AtlasSource *source = atlas_source_new ();

  take_text (&source->source_id, stmt, 0);
  take_text (&source->title, stmt, 1);
  take_text (&source->publisher, stmt, 2);
  take_text (&source->published_on, stmt, 3);
  take_text (&source->as_of, stmt, 4);
  source->as_of_inferred = strcmp (atlas_sqlite_text (stmt, 5), "inferred") == 0;
  atlas_source_kind_from_id (atlas_sqlite_text (stmt, 6), &source->kind);
  take_text (&source->address, stmt, 7);
  return source;
}

static gboolean
take_selectors (GPtrArray     **selectors,
                sqlite3_stmt   *stmt,
                int             column,
                GError        **error)
{
  GPtrArray *parsed = atlas_figure_selectors_parse (atlas_sqlite_text (stmt, column), error);

  if (parsed == NULL)
    return FALSE;
  g_ptr_array_unref (*selectors);
  *selectors = parsed;
  return TRUE;
}

static gpointer
read_programme (AtlasDataset  *self,
                sqlite3_stmt  *stmt,
                GError       **error)
{
  g_autoptr (AtlasProgramme) programme = atlas_programme_new ();

  take_text (&programme->programme_id, stmt, 0);
  take_text (&programme->group, stmt, 1);
  take_text (&programme->group_zh, stmt, 2);
  take_text (&programme->group_en, stmt, 3);
  take_text (&programme->name_zh, stmt, 4);
  take_text (&programme->name_en, stmt, 5);
  take_text (&programme->description_zh, stmt, 6);
  take_text (&programme->description_en, stmt, 7);
  take_text (&programme->question_zh, stmt, 8);
  take_text (&programme->question_en, stmt, 9);
  take_list (&programme->sources, stmt, 10);
  take_list (&programme->regions, stmt, 11);
  take_text (&programme->answer, stmt, 14);
  take_text (&programme->to_enter_zh, stmt, 15);
  take_text (&programme->to_enter_en, stmt, 16);
  if (!take_selectors (&programme->indicators, stmt, 12, error) || !take_selectors (&programme->related, stmt, 13, error))
    return NULL;
  return g_steal_pointer (&programme);
}

GPtrArray *
atlas_dataset_load_indicators (AtlasDataset  *self,
                               GError       **error)
{
  return collect_table (self, "indicators", read_indicator, (GDestroyNotify) atlas_indicator_free, error);
}

GPtrArray *
atlas_dataset_load_dimensions (AtlasDataset  *self,
                               GError       **error)
{
  return collect_table (self, "dimensions", read_dimension, (GDestroyNotify) atlas_dimension_value_free, error);
}

GPtrArray *
atlas_dataset_load_units (AtlasDataset  *self,
                          GError       **error)
{
  return collect_table (self, "units", read_unit, (GDestroyNotify) atlas_unit_free, error);
}

GPtrArray *
atlas_dataset_load_denominators (AtlasDataset  *self,
                                 GError       **error)
{
  return collect_table (self, "denominators", read_denominator, (GDestroyNotify) atlas_denominator_free, error);
}

GPtrArray *
atlas_dataset_load_sources (AtlasDataset  *self,
                            GError       **error)
{
  return collect_table (self, "sources", read_source, (GDestroyNotify) atlas_source_unref, error);
}

static GHashTable *
read_source_index (AtlasDataset  *self,
                   GError       **error)
{
  g_autoptr (GPtrArray) sources = atlas_dataset_load_sources (self, error);
  GHashTable *index;

  if (sources == NULL)
    return NULL;
  index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) atlas_source_unref);
  for (guint i = 0; i < sources->len; i++)
    {
      AtlasSource *source = g_ptr_array_index (sources, i);

      g_hash_table_insert (index, source->source_id, atlas_source_ref (source));
    }
  atlas_dataset_take_source_index (self, index);
  return index;
}

AtlasSource *
atlas_dataset_find_source (AtlasDataset  *self,
                           const char    *source_id,
                           GError       **error)
{
  GHashTable *index = atlas_dataset_get_source_index (self);
  AtlasSource *source;

  if (index == NULL && (index = read_source_index (self, error)) == NULL)
    return NULL;
  source = g_hash_table_lookup (index, source_id);
  if (source == NULL)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED, _("The document “%s” is missing"), source_id);
  return source;
}

GPtrArray *
atlas_dataset_load_programmes (AtlasDataset  *self,
                               GError       **error)
{
  return collect_table (self, "programmes", read_programme, (GDestroyNotify) atlas_programme_unref, error);
}
