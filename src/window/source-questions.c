/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/source-questions.h"

#include "dataset/registers/import-history.h"
#include "indicators/checks.h"

void
atlas_source_facts_free (AtlasSourceFacts *self)
{
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->programmes);
  g_free (self);
}

gpointer
atlas_source_ask_reference (AtlasDataset    *dataset,
                            AtlasCatalogue  *catalogue,
                            gconstpointer    question,
                            GError         **error)
{
  return atlas_answer (dataset, catalogue, question, error);
}

gpointer
atlas_source_ask_facts (AtlasDataset    *dataset,
                        AtlasCatalogue  *catalogue,
                        gconstpointer    region,
                        GError         **error)
{
  g_autoptr (GPtrArray) programmes = atlas_dataset_load_programmes (dataset, error);
  GPtrArray *findings = programmes != NULL ? atlas_checks_run (dataset, catalogue, region, error) : NULL;
  AtlasSourceFacts *self;

  if (findings == NULL)
    return NULL;
  self = g_new0 (AtlasSourceFacts, 1);
  self->findings = findings;
  self->programmes = g_steal_pointer (&programmes);
  return self;
}

gpointer
atlas_source_ask_import (AtlasDataset    *dataset,
                         AtlasCatalogue  *catalogue,
                         gconstpointer    import_id,
                         GError         **error)
{
  return atlas_import_history_find (dataset, *(const gint64 *) import_id, error);
}
