/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/question-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"

/* How many near indicators a message names. */
#define MAX_NEAR 3
/* The most letters that may differ between a mistyped id and a near one. */
#define MAX_DISTANCE 4

/* Levenshtein's distance of two ids. */
static guint
get_distance (const char *a,
              const char *b)
{
  gsize length = strlen (b);
  g_autofree guint *row = g_new (guint, length + 1);

  for (gsize j = 0; j <= length; j++)
    row[j] = j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (gsize j = 1; j <= length; j++)
        {
          guint above = row[j];
          guint changed = diagonal + (a[i] != b[j - 1]);

          row[j] = MIN (MIN (above, row[j - 1]) + 1, changed);
          diagonal = above;
        }
    }
  return row[length];
}

/* 0 for an id that has TEXT in it or a name that is or has it, else the distance of the ids. */
static guint
get_farness (const AtlasIndicator *indicator,
             const char           *text)
{
  if (strstr (indicator->indicator_id, text) != NULL || strstr (indicator->name_zh, text) != NULL ||
      strstr (indicator->name_en, text) != NULL)
    return 0;
  return get_distance (text, indicator->indicator_id);
}

static char *
dup_near_indicators (AtlasCatalogue *catalogue,
                     const char     *text)
{
  g_autoptr (GString) near = g_string_new (NULL);
  guint found = 0;

  for (guint distance = 0; distance <= MAX_DISTANCE; distance++)
    for (guint i = 0; i < atlas_catalogue_get_n_indicators (catalogue) && found < MAX_NEAR; i++)
      {
        const AtlasIndicator *indicator = atlas_catalogue_get_nth_indicator (catalogue, i);

        if (get_farness (indicator, text) == distance)
          g_string_append_printf (near, "%s%s", found++ > 0 ? C_("between names", ", ") : "",
                                  indicator->indicator_id);
      }
  return g_strdup (near->str);
}

const AtlasIndicator *
atlas_question_find_indicator (const AtlasQuestion  *question,
                               AtlasCatalogue       *catalogue,
                               GError              **error)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, question->indicator);
  g_autofree char *near = NULL;

  if (indicator != NULL)
    return indicator;
  near = question->indicator[0] != '\0' ? dup_near_indicators (catalogue, question->indicator) : g_strdup ("");
  if (near[0] != '\0')
    g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_INDICATOR,
                 _("There is no indicator “%s”; near it: %s"), question->indicator, near);
  else
    g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_INDICATOR,
                 _("There is no indicator “%s”"), question->indicator);
  return NULL;
}

gboolean
atlas_question_names_attributes (const AtlasQuestion *question,
                                 AtlasCatalogue      *catalogue)
{
  for (guint i = 0; i < question->where->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (question->where, i);

      if (atlas_catalogue_is_attribute (catalogue, pair->dimension))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_used (GPtrArray  *figures,
         const char *attribute)
{
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (atlas_dimension_values_lookup (figure->dimensions, attribute) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_dimension (const AtlasIndicator  *indicator,
                 const char            *dimension,
                 gboolean               allowed,
                 GError               **error)
{
  g_autofree char *known = NULL;

  if (allowed || g_strv_contains ((const char *const *) indicator->dimensions, dimension))
    return TRUE;
  known = g_strjoinv (C_("between names", ", "), indicator->dimensions);
  if (known[0] != '\0')
    g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION,
                 _("The indicator “%s” has no dimension “%s”; it has: %s"), indicator->indicator_id, dimension, known);
  else
    g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION,
                 _("The indicator “%s” has no dimension “%s”; it cannot be broken down"), indicator->indicator_id,
                 dimension);
  return FALSE;
}

static gboolean
check_value (AtlasCatalogue            *catalogue,
             const AtlasDimensionPair  *pair,
             GError                   **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  GPtrArray *values;

  if (strcmp (pair->value, ATLAS_DIMENSION_TOTAL) == 0 ||
      atlas_catalogue_find_value (catalogue, pair->dimension, pair->value) != NULL)
    return TRUE;
  values = atlas_catalogue_get_values (catalogue, pair->dimension);
  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? C_("between names", ", ") : "",
                            ((const AtlasDimensionValue *) g_ptr_array_index (values, i))->value);
  g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_DIMENSION,
               _("The dimension “%s” has no value “%s”; it has: %s"), pair->dimension, pair->value, known->str);
  return FALSE;
}

static gboolean
check_by (const AtlasQuestion   *question,
          const AtlasIndicator  *indicator,
          GError               **error)
{
  for (guint i = 0; question->by != NULL && question->by[i] != NULL; i++)
    {
      if (!check_dimension (indicator, question->by[i], FALSE, error))
        return FALSE;
      if (atlas_dimension_values_lookup (question->where, question->by[i]) == NULL)
        continue;
      g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_INVALID,
                   _("“%s” is asked for with one value and broken down by at once"), question->by[i]);
      return FALSE;
    }
  return TRUE;
}

gboolean
atlas_question_check (const AtlasQuestion  *question,
                      AtlasCatalogue       *catalogue,
                      GPtrArray            *used,
                      GError              **error)
{
  const AtlasIndicator *indicator = atlas_question_find_indicator (question, catalogue, error);

  if (indicator == NULL || !check_by (question, indicator, error))
    return FALSE;
  for (guint i = 0; i < question->where->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (question->where, i);

      if (!check_dimension (indicator, pair->dimension, is_used (used, pair->dimension), error) ||
          !check_value (catalogue, pair, error))
        return FALSE;
    }
  if (question->first_year <= question->last_year && question->first_year >= 0 &&
      (question->first_year != 0 || question->last_year == 0))
    return TRUE;
  g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_INVALID,
               _("%d–%d are no years: the first must not be after the last"), question->first_year,
               question->last_year);
  return FALSE;
}
