/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/programme-answer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/figure-selector.h"

void
atlas_programme_part_free (AtlasProgrammePart *self)
{
  g_free (self->kind);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

static gboolean
add_question (AtlasProgrammePart  *self,
              const char          *text,
              const char          *by,
              GError             **error)
{
  g_autoptr (AtlasFigureSelector) selector = atlas_figure_selector_parse (text, error);
  AtlasQuestion *question;

  if (selector == NULL)
    return FALSE;
  question = atlas_question_new (selector->indicator_id);
  question->stand_in = TRUE;
  atlas_question_set_by (question, by);
  g_ptr_array_unref (question->where);
  question->where = atlas_dimension_values_copy (selector->dimensions);
  g_ptr_array_add (self->questions, question);
  return TRUE;
}

/* "percent-bar funding[purpose=training] by source" */
static AtlasProgrammePart *
parse_part (const char  *text,
            GError     **error)
{
  g_autoptr (AtlasProgrammePart) self = g_new0 (AtlasProgrammePart, 1);
  const char *blank = strchr (text, ' ');
  g_auto (GStrv) halves = g_strsplit (blank != NULL ? blank + 1 : "", " by ", 2);
  g_auto (GStrv) selectors = g_strsplit (halves[0] != NULL ? halves[0] : "", " + ", -1);
  const char *by = halves[0] != NULL ? halves[1] : NULL;

  self->kind = g_strndup (text, blank != NULL ? (gsize) (blank - text) : strlen (text));
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_question_free);
  for (guint i = 0; selectors[i] != NULL; i++)
    if (!add_question (self, selectors[i], by, error))
      return NULL;
  if (self->questions->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
               _("“%s” names no indicator: write a kind of chart and what it shows, such as “bar stations by tier”"), text);
  return NULL;
}

/**
 * atlas_programme_parse_answer:
 * @text: "" for a programme that nothing answers
 *
 * Returns: (transfer full) (nullable): the parts in their order
 */
GPtrArray *
atlas_programme_parse_answer (const char  *text,
                              GError     **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_programme_part_free);
  g_auto (GStrv) texts = g_strsplit (text, " | ", -1);

  for (guint i = 0; text[0] != '\0' && texts[i] != NULL; i++)
    {
      AtlasProgrammePart *part = parse_part (texts[i], error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  return g_steal_pointer (&parts);
}
