/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "reports/batch/batch-index.h"
#include "reports/batch/report-job.h"

G_BEGIN_DECLS

/* Writes to PATH one document with all reports that INDEX has as written, made anew one after the other: a list of
 * contents, which also says what failed and why, then the reports, with page numbers that run on and a bookmark for each.
 * WITHIN: the region that it is about. */
gboolean atlas_report_volume_write (const AtlasReportJob *job, const AtlasReportRequest *request, const char *within,
                                    AtlasBatchIndex *index, const char *path, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
