/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/report-pages.h"

G_BEGIN_DECLS

/* Writes REPORT as a flat OpenDocument text (.fodt) that office programs open for editing: headings with their levels,
 * tables whose heads repeat, charts as pictures with their text alternative, all in STYLE; language, title, subject,
 * DATASET_HASH and date in the metadata. Its pages are broken by the program that opens it. Written beside and renamed into
 * place; where that fails, the error is a #AtlasDatasetError that names PATH. */
gboolean atlas_report_save_text_document (AtlasReport *report, const AtlasReportStyle *style, const char *dataset_hash,
                                          const char *path, GError **error);

G_END_DECLS
