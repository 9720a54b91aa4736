/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/state/session.h"

G_BEGIN_DECLS

/**
 * AtlasInquiry:
 * @ask: (nullable result) (transfer full): asks DATASET, a connection of its own, in a worker; NULL on error
 * @show: takes ANSWER (nullable: ERROR says why) where the main loop runs, for OWNER, who began
 * @free_data: (nullable): (with @free_answer): bear any thread
 *
 * What is asked of the session's dataset while the main loop goes on: an import or another program may hold the file for
 * seconds. The CATALOGUE is that of the session when it was begun.
 */
typedef struct {
  gpointer (*ask) (AtlasDataset *dataset, AtlasCatalogue *catalogue, gconstpointer data, GError **error);
  void (*show) (gpointer owner, gpointer answer, const GError *error);
  GDestroyNotify free_data;
  GDestroyNotify free_answer;
} AtlasInquiry;

/* Asks SELF, which is kept and not copied, with DATA (nullable) (transfer full) of the dataset that SESSION has open. CANCELLABLE
 * is a field of OWNER, a GObject: what was begun with it before is dropped, and it is NULL again once the answer is there. */
void atlas_inquiry_begin (const AtlasInquiry *self, AtlasSession *session, gpointer owner, GCancellable **cancellable,
                          gpointer data);
/* Drops what was begun with CANCELLABLE, if it is still asked: it is not shown. */
void atlas_inquiry_stop  (GCancellable **cancellable);

G_END_DECLS
