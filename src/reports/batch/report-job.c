/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/batch/report-job.h"

#include "reports/report-file.h"

gboolean
atlas_report_job_write (const AtlasReportJob      *self,
                        const AtlasReportRequest  *request,
                        const char                *path,
                        guint                     *out_n_pages,
                        char                     **out_lacking,
                        GError                   **error)
{
  g_autoptr (AtlasReport) report = atlas_report_build (self->dataset, self->catalogue, request, error);
  g_autoptr (AtlasReportPages) pages = NULL;

  if (out_n_pages != NULL)
    *out_n_pages = 0;
  if (out_lacking != NULL)
    *out_lacking = NULL;
  if (report == NULL)
    return FALSE;
  if (self->format != ATLAS_REPORT_FORMAT_PDF)
    return atlas_report_save (report, self->format, request->style, self->hash, path, error);
  pages = atlas_report_pages_new_styled (g_steal_pointer (&report), request->style);
  if (out_n_pages != NULL)
    *out_n_pages = atlas_report_pages_get_n_pages (pages);
  if (out_lacking != NULL)
    *out_lacking = atlas_report_pages_dup_lacking (pages);
  return atlas_report_save_pdf (pages, self->hash, path, error);
}
