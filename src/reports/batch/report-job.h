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
  const char *hash;
  AtlasReportFormat format;
} AtlasReportJob;

/* Builds the report of REQUEST, which has a style, and writes it to PATH, a folder where the format is one of its charts.
 * OUT_N_PAGES (out) (optional): 0 in a format without pages. OUT_LACKING (out) (optional) (nullable) (transfer full):
 * which characters the faces of a PDF lack, as a sentence. */
gboolean atlas_report_job_write (const AtlasReportJob *self, const AtlasReportRequest *request, const char *path,
                                 guint *out_n_pages, char **out_lacking, GError **error);

G_END_DECLS
