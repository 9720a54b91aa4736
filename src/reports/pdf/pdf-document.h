/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/report-pages.h"

G_BEGIN_DECLS

/* A PDF that the pages of one report or of several are drawn into, one after the other. */
typedef struct _AtlasPdfDocument AtlasPdfDocument;

AtlasPdfDocument *atlas_pdf_document_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_pdf_document_free (AtlasPdfDocument *self);
/* Draws all PAGES as the next ones; they are not to be drawn again then. BOOKMARK (nullable): one over those of the
 * headings of PAGES. FALSE where it is cancelled before the last of them; the document is of no use then. */
gboolean          atlas_pdf_document_add  (AtlasPdfDocument *self, AtlasReportPages *pages, const char *bookmark,
                                           GCancellable *cancellable, GError **error);
guint             atlas_pdf_document_get_n_pages (AtlasPdfDocument *self);
/* Completes the document, which has at least one page, and writes it to PATH, beside and renamed: with title, subject
 * and language of REPORT, DATASET_HASH and the date (SOURCE_DATE_EPOCH, else now) in its metadata. Called once. */
gboolean          atlas_pdf_document_save (AtlasPdfDocument *self, AtlasReport *report, const char *dataset_hash,
                                           const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPdfDocument, atlas_pdf_document_free)

G_END_DECLS
