/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/table.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"

struct _AtlasTable {
  AtlasCatalogue *catalogue;
  AtlasQuestion *question;
  char *unit; /* (nullable): other than the indicator's own */
  char *name; /* (nullable): other than the indicator's */
  gboolean has_scale;
  AtlasScale scale;
  GPtrArray *rows;
  GPtrArray *parts; /* (nullable) (element-type AtlasTable): of a joined table */
};

/**
 * atlas_table_new:
 * @catalogue: what the table speaks of; kept
 * @question: what it answers; copied
 * @rows: (element-type AtlasObservation) (transfer full): with a free function set
 *
 * Returns: (transfer full): the table
 */
AtlasTable *
atlas_table_new (AtlasCatalogue      *catalogue,
                 const AtlasQuestion *question,
                 GPtrArray           *rows)
{
  AtlasTable *self = g_atomic_rc_box_new0 (AtlasTable);

  self->catalogue = atlas_catalogue_ref (catalogue);
  self->question = atlas_question_copy (question);
  self->rows = rows;
  return self;
}

AtlasTable *
atlas_table_new_in_unit (AtlasCatalogue      *catalogue,
                         const AtlasQuestion *question,
                         const char          *unit,
                         GPtrArray           *rows)
{
  AtlasTable *self = atlas_table_new (catalogue, question, rows);

  self->unit = g_strdup (unit);
  return self;
}

AtlasTable *
atlas_table_join (GPtrArray *parts)
{
  AtlasTable *first = g_ptr_array_index (parts, 0);
  AtlasTable *self;

  if (parts->len == 1)
    return atlas_table_ref (first);
  self = atlas_table_new (first->catalogue, first->question,
                          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref));
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  for (guint p = 0; p < parts->len; p++)
    {
      AtlasTable *part = g_ptr_array_index (parts, p);

      g_ptr_array_add (self->parts, atlas_table_ref (part));
      for (guint i = 0; i < part->rows->len; i++)
        g_ptr_array_add (self->rows, atlas_observation_ref (g_ptr_array_index (part->rows, i)));
    }
  return self;
}

AtlasTable *
atlas_table_ref (AtlasTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
table_clear (gpointer data)
{
  AtlasTable *self = data;

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->unit);
  g_free (self->name);
  atlas_question_free (self->question);
  atlas_catalogue_unref (self->catalogue);
}

void
atlas_table_unref (AtlasTable *self)
{
  g_atomic_rc_box_release_full (self, table_clear);
}

AtlasCatalogue *
atlas_table_get_catalogue (AtlasTable *self)
{
  return self->catalogue;
}

const AtlasQuestion *
atlas_table_get_question (AtlasTable *self)
{
  return self->question;
}

const AtlasIndicator *
atlas_table_get_indicator (AtlasTable *self)
{
  return atlas_catalogue_find_indicator (self->catalogue, self->question->indicator);
}

const AtlasUnit *
atlas_table_get_unit (AtlasTable *self)
{
  return atlas_catalogue_find_unit (self->catalogue,
                                    self->unit != NULL ? self->unit : atlas_table_get_indicator (self)->unit);
}

void
atlas_table_set_name (AtlasTable *self,
                      const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
}

void
atlas_table_set_scale (AtlasTable *self,
                       AtlasScale  scale)
{
  self->has_scale = TRUE;
  self->scale = scale;
}

gboolean
atlas_table_get_scale (AtlasTable *self,
                       AtlasScale *out_scale)
{
  if (self->has_scale)
    *out_scale = self->scale;
  return self->has_scale;
}

guint
atlas_table_get_n_parts (AtlasTable *self)
{
  return self->parts != NULL ? self->parts->len : 1;
}

AtlasTable *
atlas_table_get_part (AtlasTable *self,
                      guint       part)
{
  g_return_val_if_fail (part < atlas_table_get_n_parts (self), NULL);

  return self->parts != NULL ? g_ptr_array_index (self->parts, part) : self;
}

/* Also where ROW stands in its part. */
static guint
locate_row (AtlasTable *self,
            guint       row,
            guint      *out_row)
{
  guint part = 0;

  while (self->parts != NULL && row >= atlas_table_get_part (self, part)->rows->len)
    row -= atlas_table_get_part (self, part++)->rows->len;
  *out_row = row;
  return part;
}

guint
atlas_table_get_part_of_row (AtlasTable *self,
                             guint       row)
{
  guint row_of_part;

  g_return_val_if_fail (row < self->rows->len, 0);

  return locate_row (self, row, &row_of_part);
}

AtlasTable *
atlas_table_find_part (AtlasTable *self,
                       guint       row,
                       guint      *out_row)
{
  guint part, row_of_part;

  g_return_val_if_fail (row < self->rows->len, NULL);

  part = locate_row (self, row, &row_of_part);
  if (out_row != NULL)
    *out_row = row_of_part;
  return atlas_table_get_part (self, part);
}

guint
atlas_table_get_n_rows (AtlasTable *self)
{
  return self->rows->len;
}

const AtlasObservation *
atlas_table_get_row (AtlasTable *self,
                     guint       row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, row);
}

static gboolean
row_is (const AtlasObservation *row,
        const char             *region_code,
        int                     year,
        const char             *by)
{
  return strcmp (row->region->code, region_code) == 0 && (year == 0 || row->year == year) &&
         (by == NULL || g_strcmp0 (row->by[0], by) == 0);
}

/**
 * atlas_table_find:
 * @self: a table
 * @region_code: a division code
 * @year: as in the rows, or 0 for any
 * @by: (nullable): value of the first dimension broken down by, or %NULL for any
 *
 * Returns: (transfer none) (nullable): the first such row
 */
const AtlasObservation *
atlas_table_find (AtlasTable *self,
                  const char *region_code,
                  int         year,
                  const char *by)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const AtlasObservation *row = g_ptr_array_index (self->rows, i);

      if (row_is (row, region_code, year, by))
        return row;
    }
  return NULL;
}

guint
atlas_table_count_missing (AtlasTable *self)
{
  guint count = 0;

  for (guint i = 0; i < self->rows->len; i++)
    count += atlas_observation_is_missing (g_ptr_array_index (self->rows, i));
  return count;
}

GPtrArray *
atlas_table_list_sources (AtlasTable *self)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const AtlasObservation *row = g_ptr_array_index (self->rows, i);

      for (guint s = 0; s < row->sources->len; s++)
        {
          AtlasSource *source = g_ptr_array_index (row->sources, s);

          if (g_hash_table_add (seen, source->source_id))
            g_ptr_array_add (sources, atlas_source_ref (source));
        }
    }
  return sources;
}

/* Whether a default of the indicator holds for DIMENSION: the question neither names it nor breaks down by it. */
static gboolean
holds_by_default (const AtlasQuestion *question,
                  const char          *dimension)
{
  if (question->by != NULL && g_strv_contains ((const char *const *) question->by, dimension))
    return FALSE;
  return atlas_dimension_values_lookup (question->where, dimension) == NULL;
}

static void
append_value_name (GString                  *text,
                   AtlasCatalogue           *catalogue,
                   const AtlasDimensionPair *pair)
{
  const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

  if (value != NULL)
    g_string_append_printf (text, " · %s", atlas_dimension_value_get_name (value));
}

static char *
dup_part_names (AtlasTable *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *name = atlas_table_dup_name (g_ptr_array_index (self->parts, i));

      g_string_append_printf (text, "%s%s", i > 0 ? C_("between names", ", ") : "", name);
    }
  return g_string_free (text, FALSE);
}

char *
atlas_table_dup_name (AtlasTable *self)
{
  const AtlasIndicator *indicator = atlas_table_get_indicator (self);
  const AtlasQuestion *question = atlas_table_get_question (self);
  GString *text;

  if (self->name != NULL)
    return g_strdup (self->name);
  if (self->parts != NULL)
    return dup_part_names (self);
  text = g_string_new (atlas_indicator_get_name (indicator));
  for (guint i = 0; i < indicator->defaults->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (indicator->defaults, i);

      if (holds_by_default (question, pair->dimension))
        append_value_name (text, self->catalogue, pair);
    }
  for (guint i = 0; i < question->where->len; i++)
    append_value_name (text, self->catalogue, g_ptr_array_index (question->where, i));
  return g_string_free (text, FALSE);
}

/**
 * atlas_table_get_by_name:
 * @self: a table
 * @row: a row
 * @n: which of the dimensions broken down by
 *
 * Returns: (transfer none): the name of the row's value in the user's language, "" where it has none
 */
const char *
atlas_table_get_by_name (AtlasTable *self,
                         guint       row,
                         guint       n)
{
  const AtlasObservation *observation = atlas_table_get_row (self, row);
  const AtlasDimensionValue *value;

  const AtlasQuestion *question;
  guint row_of_part;

  if (n >= g_strv_length (observation->by) || observation->by[n][0] == '\0')
    return "";
  question = atlas_table_get_part (self, locate_row (self, row, &row_of_part))->question;
  value = atlas_catalogue_find_value (self->catalogue, question->by[n], observation->by[n]);
  return value != NULL ? atlas_dimension_value_get_name (value) : observation->by[n];
}

AtlasScale
atlas_table_choose_scale (AtlasTable *self)
{
  double smallest = G_MAXDOUBLE, largest = 0;

  if (self->has_scale)
    return self->scale;
  for (guint i = 0; i < atlas_table_get_n_rows (self); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self, i);

      if (atlas_observation_is_missing (row) || row->value == 0)
        continue;
      smallest = MIN (smallest, fabs (row->value));
      largest = MAX (largest, fabs (row->value));
    }
  return atlas_scale_choose (smallest, largest, atlas_table_get_unit (self));
}
