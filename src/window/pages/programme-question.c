/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/programme-question.h"

#include "indicators/programme-answer.h"
#include "indicators/programme-registers.h"

AtlasProgrammeQuestion *
atlas_programme_question_new (AtlasProgrammeList          *list,
                              const AtlasProgrammeFigures *found,
                              const AtlasRegion           *region)
{
  AtlasProgrammeQuestion *self = g_new0 (AtlasProgrammeQuestion, 1);

  *self = (AtlasProgrammeQuestion) { atlas_programme_list_ref (list), found, region };
  return self;
}

void
atlas_programme_question_free (AtlasProgrammeQuestion *self)
{
  atlas_programme_list_unref (self->list);
  g_free (self);
}

void
atlas_programme_content_free (AtlasProgrammeContent *self)
{
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->registers, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->all_findings, g_ptr_array_unref);
  g_free (self);
}

/* What registers contradict is not looked for: that takes its time at national size, and is no figure of a document. */
static GPtrArray *
check_figures (AtlasDataset    *dataset,
               AtlasCatalogue  *catalogue,
               GError         **error)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (dataset, NULL, NULL, error);

  return figures != NULL ? atlas_checks_run_on_figures (catalogue, figures, NULL) : NULL;
}

gpointer
atlas_programme_question_ask (AtlasDataset    *dataset,
                              AtlasCatalogue  *catalogue,
                              gconstpointer    question,
                              GError         **error)
{
  const AtlasProgrammeQuestion *self = question;
  const AtlasRegion *within = self->region != NULL && self->region->parent != NULL ? self->region : NULL;
  g_autoptr (AtlasProgrammeContent) content = g_new0 (AtlasProgrammeContent, 1);

  content->answers = atlas_programme_ask_beside (dataset, catalogue, self->found, self->region, error);
  if (content->answers == NULL)
    return NULL;
  content->registers = atlas_programme_list_registers (dataset, catalogue, self->found->programme, within, error);
  if (content->registers == NULL)
    return NULL;
  content->all_findings = check_figures (dataset, catalogue, error);
  if (content->all_findings == NULL)
    return NULL;
  content->findings = atlas_programme_pick_findings (self->found, content->all_findings);
  return g_steal_pointer (&content);
}
