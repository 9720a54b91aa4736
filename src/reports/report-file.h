/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/report-pages.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_REPORT_ERROR_WRITE,    /* the PDF could not be drawn or completed */
  ATLAS_REPORT_ERROR_TEMPLATE, /* unknown template, or regions that do not fit it */
  ATLAS_REPORT_ERROR_EMPTY,    /* nothing to report: no figure for any region */
  ATLAS_REPORT_ERROR_FONTS,    /* the faces of an official document are not installed */
} AtlasReportError;

#define ATLAS_REPORT_ERROR (atlas_report_error_quark ())
GQuark   atlas_report_error_quark (void);

/* Writes PAGES as PDF: fonts embedded, text selectable, bookmarks, page labels, tags, language, title,
 * DATASET_HASH and the date (SOURCE_DATE_EPOCH, else now) in the metadata. Written beside and renamed into
 * place; where that fails, the error is a #AtlasDatasetError that names PATH. PAGES are not to be drawn again then. */
gboolean atlas_report_save_pdf (AtlasReportPages *pages, const char *dataset_hash, const char *path,
                                GError **error);
/* The same, unless it is cancelled before all pages are drawn: then nothing is written, and the error is
 * #G_IO_ERROR_CANCELLED. */
gboolean atlas_report_save_pdf_until (AtlasReportPages *pages, const char *dataset_hash, const char *path,
                                      GCancellable *cancellable, GError **error);

G_END_DECLS
