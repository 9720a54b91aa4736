/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_SEVERITY_NOTICE,  /* worth knowing: a claim that cannot be verified, a year of its own */
  ATLAS_SEVERITY_WARNING, /* figures that contradict each other */
} AtlasSeverity;

/**
 * AtlasFinding:
 * @rule: id of the rule, such as "grade-sum"
 * @region: what it is about
 * @indicator_id: (nullable)
 * @period: or ""
 * @message: a sentence in the user's language with the figures in it
 * @figures: (element-type AtlasFigure): those that contradict each other, or a register; none where registers do
 *
 * Something in the data that contradicts itself.
 */
typedef struct {
  const char *rule;
  AtlasSeverity severity;
  const AtlasRegion *region;
  char *indicator_id;
  char *period;
  char *message;
  GPtrArray *figures;
} AtlasFinding;

void       atlas_finding_free (AtlasFinding *self);

/* Runs all rules; REGION (nullable) narrows to it and what lies below. (element-type AtlasFinding) (transfer
 * full), by region code, warnings first. */
GPtrArray *atlas_checks_run   (AtlasDataset *dataset, AtlasCatalogue *catalogue, const AtlasRegion *region,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same on FIGURES (element-type AtlasFigure), in any order. */
GPtrArray *atlas_checks_run_on_figures (AtlasCatalogue *catalogue, GPtrArray *figures,
                                        const AtlasRegion *region)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFinding, atlas_finding_free)

G_END_DECLS
