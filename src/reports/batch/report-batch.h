/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "reports/batch/batch-index.h"
#include "reports/batch/report-job.h"

G_BEGIN_DECLS

/**
 * AtlasReportBatch:
 * @request: by which template, for which year, in which style; its regions are not read
 * @within: a region, in which there is to be a report on each division of @level
 * @folder: made if it is not there
 * @volume: PDF only: also one document with all of them
 * @resume: what is in the folder already, made from the same data in the same way, stays
 */
typedef struct {
  AtlasReportJob job;
  const AtlasReportRequest *request;
  const char *within;
  AtlasRegionLevel level;
  const char *folder;
  gboolean volume;
  gboolean resume;
} AtlasReportBatch;

/* Called after each report with its ROW, and how many of N are DONE. LACKING (nullable): which characters its faces
 * lack. */
typedef void (*AtlasReportBatchFunc) (const AtlasBatchRow *row, const char *lacking, guint done, guint n,
                                      gpointer user_data);

/* Writes a report for each division: CODE-NAME.pdf, or the like, and which there are and what failed as index.csv and
 * log.csv. A report that fails does not keep the others from being made; development zones without any figure are passed
 * over. No more than one report is held at a time. Where it is cancelled, the rows that it did not come to are pending,
 * and there is no volume.
 * FUNC may be NULL. NULL with ERROR where the regions are none, the folder cannot be written, nothing at all was
 * written, or the volume was not. */
AtlasBatchIndex *atlas_report_batch_run             (const AtlasReportBatch *self, AtlasReportBatchFunc func,
                                                     gpointer user_data, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* The path of the volume; (transfer full). */
char            *atlas_report_batch_dup_volume_path (const AtlasReportBatch *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
