/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dimension-values.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dataset-error.h"

static void
pair_free (AtlasDimensionPair *pair)
{
  g_free (pair->dimension);
  g_free (pair->value);
  g_free (pair);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const AtlasDimensionPair *left = *(const AtlasDimensionPair *const *) a;
  const AtlasDimensionPair *right = *(const AtlasDimensionPair *const *) b;

  return strcmp (left->dimension, right->dimension);
}

static AtlasDimensionPair *
find_pair (GPtrArray  *values,
           const char *dimension)
{
  for (guint i = 0; i < values->len; i++)
    {
      AtlasDimensionPair *pair = g_ptr_array_index (values, i);

      if (strcmp (pair->dimension, dimension) == 0)
        return pair;
    }
  return NULL;
}

GPtrArray *
atlas_dimension_values_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pair_free);
}

/**
 * atlas_dimension_values_parse:
 * @text: "purpose=training;source=central", or "" for none
 * @error: return location for an #AtlasDatasetError
 *
 * Returns: (transfer full) (nullable): the pairs, or %NULL if @text has a pair without "=", or a dimension twice
 */
GPtrArray *
atlas_dimension_values_parse (const char  *text,
                              GError     **error)
{
  g_autoptr (GPtrArray) values = atlas_dimension_values_new ();
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *equals = strchr (*part, '=');

      if (parts[1] == NULL && **part == '\0')
        break;
      if (equals == NULL || equals == *part || equals[1] == '\0')
        {
          g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                       _("“%s” is no dimension and value: write it as “grade=senior”"), *part);
          return NULL;
        }
      *equals = '\0';
      if (find_pair (values, *part) != NULL)
        {
          g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                       _("The dimension “%s” is named twice"), *part);
          return NULL;
        }
      atlas_dimension_values_set (values, *part, equals + 1);
    }
  return g_steal_pointer (&values);
}

GPtrArray *
atlas_dimension_values_copy (GPtrArray *values)
{
  GPtrArray *copy = atlas_dimension_values_new ();

  for (guint i = 0; i < values->len; i++)
    {
      AtlasDimensionPair *pair = g_ptr_array_index (values, i);

      atlas_dimension_values_set (copy, pair->dimension, pair->value);
    }
  return copy;
}

char *
atlas_dimension_values_to_string (GPtrArray *values)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      AtlasDimensionPair *pair = g_ptr_array_index (values, i);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? ";" : "", pair->dimension, pair->value);
    }
  return g_string_free (text, FALSE);
}

const char *
atlas_dimension_values_lookup (GPtrArray  *values,
                               const char *dimension)
{
  AtlasDimensionPair *pair = find_pair (values, dimension);

  return pair != NULL ? pair->value : NULL;
}

void
atlas_dimension_values_set (GPtrArray  *values,
                            const char *dimension,
                            const char *value)
{
  AtlasDimensionPair *pair = find_pair (values, dimension);

  if (pair == NULL)
    {
      pair = g_new0 (AtlasDimensionPair, 1);
      pair->dimension = g_strdup (dimension);
      g_ptr_array_add (values, pair);
      g_ptr_array_sort (values, compare_pairs);
    }
  else
    g_free (pair->value);
  pair->value = g_strdup (value);
}

gboolean
atlas_dimension_values_equal (GPtrArray *a,
                              GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      AtlasDimensionPair *left = g_ptr_array_index (a, i);
      AtlasDimensionPair *right = g_ptr_array_index (b, i);

      if (strcmp (left->dimension, right->dimension) != 0 || strcmp (left->value, right->value) != 0)
        return FALSE;
    }
  return TRUE;
}
