/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "reports/batch/report-batch.h"
#include "window/pages/report-order.h"

G_BEGIN_DECLS

/* A report on each division of a level, made in a worker with a connection of its own to the dataset. */
#define ATLAS_TYPE_BATCH_JOB (atlas_batch_job_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBatchJob, atlas_batch_job, ATLAS, BATCH_JOB, GObject)

/* ORDER (transfer full): its regions are not read. The other fields are those of #AtlasReportBatch. */
AtlasBatchJob   *atlas_batch_job_new (AtlasReportOrder *order, AtlasReportFormat format, const char *within,
                                      AtlasRegionLevel level, const char *folder, gboolean volume, gboolean resume)
  G_GNUC_WARN_UNUSED_RESULT;
/* Once; the program does not end before it has come to its end. */
void             atlas_batch_job_run          (AtlasBatchJob *self, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) */
AtlasBatchIndex *atlas_batch_job_run_finish   (AtlasBatchJob *self, GAsyncResult *result, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* How many of OUT_N reports are made, and the name of the region of the last; (nullable) (transfer full). */
char            *atlas_batch_job_dup_progress (AtlasBatchJob *self, guint *out_done, guint *out_n)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
