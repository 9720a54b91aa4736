/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-format.h"
#include "reports/report-template.h"

G_BEGIN_DECLS

/**
 * AtlasReportJob:
 * @hash: of the dataset, for the documents' metadata
 * @format: as what they are written
 *
 * What all reports of one call share.
 */
typedef struct {
  AtlasDataset *dataset;
  AtlasCatalogue *catalogue;
  const AtlasReportStyle *style;
  const char *hash;
  AtlasReportFormat format;
} AtlasReportJob;

/* Builds one report and writes it to PATH, a folder where the format is one of its charts. */
gboolean atlas_report_job_write (const AtlasReportJob *self, const AtlasReportRequest *request,
                                 const char *path, GError **error);

/* Writes a report by the template and for the year of REQUEST (its regions are not read) for each division of
 * LEVEL in WITHIN into FOLDER, made if it is not there: CODE-NAME.pdf, or
 * the like. What could not be written is told on
 * stderr, line by line, and counted in OUT_FAILED; development zones without any figure are passed over.
 * FALSE: nothing was written at all. */
gboolean atlas_report_job_write_each (const AtlasReportJob *self, const AtlasReportRequest *request,
                                      const char *within, AtlasRegionLevel level, const char *folder,
                                      guint *out_written, guint *out_failed, GError **error);

G_END_DECLS
