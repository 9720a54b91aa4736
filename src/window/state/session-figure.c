/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/session.h"

#include <stdlib.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-year.h"
#include "window/state/inquiry.h"
#include "window/state/session-private.h"

/* What is asked: a figure of the dataset. */
typedef struct {
  char *figure_id;
  char *indicator_id;
  char *region_code;
  char *period; /* (nullable): the figure's own */
} Wanted;

static void
wanted_free (Wanted *self)
{
  g_free (self->figure_id);
  g_free (self->indicator_id);
  g_free (self->region_code);
  g_free (self->period);
  g_free (self);
}

static const AtlasFigure *
find_figure (GPtrArray    *figures,
             const Wanted *wanted)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (strcmp (figure->figure_id, wanted->figure_id) == 0)
        return figure;
    }
  return NULL;
}

/* The question to which FIGURE is an answer, for the year that PERIOD begins with, else the latest. */
static AtlasQuestion *
question_new (AtlasCatalogue    *catalogue,
              const AtlasFigure *figure,
              const char        *period)
{
  AtlasQuestion *question = atlas_question_new (figure->indicator_id);
  const char *codes[] = { figure->region_code, NULL };
  int year = atoi (period);

  atlas_question_set_regions (question, codes);
  atlas_question_set_years (question, year, year);
  question->stand_in = TRUE;
  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);

      if (!atlas_catalogue_is_attribute (catalogue, pair->dimension))
        atlas_question_set_where (question, pair->dimension, pair->value);
    }
  return question;
}

static gpointer
ask_figure (AtlasDataset    *dataset,
            AtlasCatalogue  *catalogue,
            gconstpointer    data,
            GError         **error)
{
  const Wanted *wanted = data;
  const char *codes[] = { wanted->region_code, NULL };
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (dataset, wanted->indicator_id, codes, error);
  const AtlasFigure *figure = figures != NULL ? find_figure (figures, wanted) : NULL;
  g_autoptr (AtlasQuestion) question = NULL;

  if (figures == NULL)
    return NULL;
  if (figure == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no figure %s", wanted->figure_id);
      return NULL;
    }
  question = question_new (catalogue, figure, wanted->period != NULL ? wanted->period : atlas_figure_get_period (figure));
  return atlas_answer (dataset, catalogue, question, error);
}

/* ANSWER (transfer full) (nullable). */
static void
select_answer (gpointer      session,
               gpointer      answer,
               const GError *error)
{
  g_autoptr (AtlasTable) table = answer;

  if (table != NULL)
    atlas_session_set_selection (session, table, 0);
  else
    g_info ("The figure is not shown: %s", error->message);
}

void
atlas_session_select_figure (AtlasSession *self,
                             const char   *figure_id,
                             const char   *indicator_id,
                             const char   *region_code,
                             const char   *period)
{
  static const AtlasInquiry inquiry = { ask_figure, select_answer, (GDestroyNotify) wanted_free,
                                        (GDestroyNotify) atlas_table_unref };
  Wanted *wanted = g_new0 (Wanted, 1);

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (self->dataset != NULL);

  *wanted = (Wanted) { g_strdup (figure_id), g_strdup (indicator_id), g_strdup (region_code), g_strdup (period) };
  atlas_inquiry_begin (&inquiry, self, self, &self->selecting, wanted);
}
