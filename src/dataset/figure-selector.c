/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/figure-selector.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dataset-error.h"
#include "dataset/dimension-values.h"

void
atlas_figure_selector_free (AtlasFigureSelector *self)
{
  g_free (self->indicator_id);
  g_clear_pointer (&self->dimensions, g_ptr_array_unref);
  g_free (self);
}

/* The ids of indicators: small letters, digits and "_". */
static gsize
measure_id (const char *text)
{
  return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_");
}

/* Reads the selector at *TEXT and moves behind it. */
static AtlasFigureSelector *
take_selector (const char **text,
               GError     **error)
{
  g_autoptr (AtlasFigureSelector) self = g_new0 (AtlasFigureSelector, 1);
  gsize length = measure_id (*text);
  const char *open = *text + length;
  const char *end = *open == '[' ? strchr (open, ']') : open;
  g_autofree char *pairs = NULL;

  if (length == 0 || end == NULL)
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                   _("“%s” does not fit: write an indicator such as funding or funding[purpose=training]"), *text);
      return NULL;
    }
  self->indicator_id = g_strndup (*text, length);
  pairs = *open == '[' ? g_strndup (open + 1, (gsize) (end - open - 1)) : g_strdup ("");
  self->dimensions = atlas_dimension_values_parse (pairs, error);
  if (self->dimensions == NULL)
    return NULL;
  *text = *open == '[' ? end + 1 : open;
  return g_steal_pointer (&self);
}

/* What is left behind a selector is nothing, or BETWEEN and another one. */
static gboolean
check_rest (const char  *rest,
            const char  *between,
            GError     **error)
{
  if (*rest == '\0' || (*rest == between[0] && rest[1] != '\0'))
    return TRUE;
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
               _("“%s” does not fit: write an indicator such as funding or funding[purpose=training]"), rest);
  return FALSE;
}

/**
 * atlas_figure_selector_parse:
 *
 * Returns: (transfer full) (nullable): the one selector that TEXT is
 */
AtlasFigureSelector *
atlas_figure_selector_parse (const char  *text,
                             GError     **error)
{
  g_autoptr (AtlasFigureSelector) self = take_selector (&text, error);

  return self != NULL && check_rest (text, "", error) ? g_steal_pointer (&self) : NULL;
}

/**
 * atlas_figure_selectors_parse:
 *
 * Returns: (transfer full) (nullable): the selectors in their order
 */
GPtrArray *
atlas_figure_selectors_parse (const char  *text,
                              GError     **error)
{
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_selector_free);

  while (*text != '\0')
    {
      AtlasFigureSelector *selector = take_selector (&text, error);

      if (selector == NULL)
        return NULL;
      g_ptr_array_add (selectors, selector);
      if (!check_rest (text, ";", error))
        return NULL;
      text += *text == ';';
    }
  return g_steal_pointer (&selectors);
}

static gboolean
matches (const AtlasFigureSelector *self,
         const AtlasFigure         *figure)
{
  if (strcmp (self->indicator_id, figure->indicator_id) != 0)
    return FALSE;
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (self->dimensions, i);

      if (g_strcmp0 (atlas_dimension_values_lookup (figure->dimensions, pair->dimension), pair->value) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
atlas_figure_selectors_match (GPtrArray         *selectors,
                              const AtlasFigure *figure)
{
  for (guint i = 0; i < selectors->len; i++)
    if (matches (g_ptr_array_index (selectors, i), figure))
      return TRUE;
  return FALSE;
}
