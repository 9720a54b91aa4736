/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import-input.h"

G_BEGIN_DECLS

/* What became of an import, as the command line tells it; (transfer full). */

/* One object for each input and sheet, each on a line of its own: file, sheet, table, encoding, inserted, updated, unchanged,
 * skipped, rejected, notices, refused. */
char *atlas_import_report_to_json (const AtlasImportResult *result) G_GNUC_WARN_UNUSED_RESULT;
/* A line of counts for each, the first rejected rows and the notices below it. IS_DRY: nothing was to be written. */
char *atlas_import_report_to_text (const AtlasImportResult *result, gboolean is_dry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
