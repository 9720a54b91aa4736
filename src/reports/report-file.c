/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-file.h"

#include "reports/pdf/pdf-document.h"

G_DEFINE_QUARK (atlas-report-error-quark, atlas_report_error)

gboolean
atlas_report_save_pdf (AtlasReportPages  *pages,
                       const char        *dataset_hash,
                       const char        *path,
                       GError           **error)
{
  return atlas_report_save_pdf_until (pages, dataset_hash, path, NULL, error);
}

gboolean
atlas_report_save_pdf_until (AtlasReportPages  *pages,
                             const char        *dataset_hash,
                             const char        *path,
                             GCancellable      *cancellable,
                             GError           **error)
{
  g_autoptr (AtlasPdfDocument) document = atlas_pdf_document_new ();

  return atlas_pdf_document_add (document, pages, NULL, cancellable, error) &&
         atlas_pdf_document_save (document, atlas_report_pages_get_report (pages), dataset_hash, path, error);
}
