/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/checks.h"

#include <string.h>

#include "indicators/check-context.h"

void
atlas_finding_free (AtlasFinding *self)
{
  g_free (self->indicator_id);
  g_free (self->period);
  g_free (self->message);
  g_ptr_array_unref (self->figures);
  g_free (self);
}

/* By region code, warnings first, else as they were found. */
static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const AtlasFinding *left = *(const AtlasFinding *const *) a;
  const AtlasFinding *right = *(const AtlasFinding *const *) b;
  int order = strcmp (left->region->code, right->region->code);

  if (order == 0)
    order = (int) right->severity - (int) left->severity;
  if (order == 0)
    order = strcmp (left->rule, right->rule);
  return order != 0 ? order : strcmp (right->period, left->period);
}

static void
run_rules (AtlasCheckContext *context)
{
  atlas_check_sums (context);
  atlas_check_regions (context);
  atlas_check_certified (context);
  atlas_check_incentives (context);
  atlas_check_stations (context);
  atlas_check_planned (context);
  atlas_check_claims (context);
  atlas_check_sources (context);
  atlas_check_derived (context);
  atlas_check_registers (context);
}

static GPtrArray *
keep_within (GPtrArray         *findings,
             const AtlasRegion *region)
{
  for (guint i = findings->len; i > 0; i--)
    if (!atlas_region_is_within (((AtlasFinding *) g_ptr_array_index (findings, i - 1))->region, region))
      g_ptr_array_remove_index (findings, i - 1);
  return findings;
}

/* COUNTS (nullable): what the registers count. */
static GPtrArray *
run (AtlasCatalogue    *catalogue,
     GPtrArray         *figures,
     AtlasCountIndex   *counts,
     const AtlasRegion *region)
{
  g_autoptr (AtlasFigureIndex) index = atlas_figure_index_new ();
  AtlasCheckContext context = {
    .cells = { catalogue, index, counts, ATLAS_FROM_PUBLISHED },
    .figures = figures,
    .region = region,
    .findings = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_finding_free),
  };

  atlas_figure_index_add (index, figures);
  run_rules (&context);
  g_ptr_array_sort (context.findings, compare_findings);
  return region != NULL ? keep_within (context.findings, region) : context.findings;
}

GPtrArray *
atlas_checks_run_on_figures (AtlasCatalogue    *catalogue,
                             GPtrArray         *figures,
                             const AtlasRegion *region)
{
  return run (catalogue, figures, NULL, region);
}

GPtrArray *
atlas_checks_run (AtlasDataset       *dataset,
                  AtlasCatalogue     *catalogue,
                  const AtlasRegion  *region,
                  GError            **error)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (dataset, NULL, NULL, error);
  g_autoptr (AtlasCountIndex) counts = figures != NULL ? atlas_count_index_new (dataset, error) : NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (counts == NULL)
    return NULL;
  findings = run (catalogue, figures, counts, region);
  return atlas_count_index_check (counts, error) ? g_steal_pointer (&findings) : NULL;
}
