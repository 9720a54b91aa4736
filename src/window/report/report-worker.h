/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "reports/files/report-sheets.h"
#include "window/pages/report-order.h"

G_BEGIN_DECLS

/* Makes reports in a thread of its own, which keeps the dataset open from one to the next for as long as they come one
 * after the other: a report that changes as it is looked at is there again at once. */
typedef struct _AtlasReportWorker AtlasReportWorker;

AtlasReportWorker *atlas_report_worker_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/* What was begun is brought to its end. */
void               atlas_report_worker_free (AtlasReportWorker *self);
/* What is in the dataset may have changed: it is opened anew. */
void               atlas_report_worker_forget (AtlasReportWorker *self);

/* Builds the report of ORDER (transfer full) and draws its pages. OWNER is the source object that CALLBACK gets. */
void               atlas_report_worker_draw (AtlasReportWorker *self, AtlasReportOrder *order, GObject *owner,
                                             GCancellable *cancellable, GAsyncReadyCallback callback,
                                             gpointer user_data);
/* (transfer full) */
AtlasReportSheets *atlas_report_worker_draw_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportWorker, atlas_report_worker_free)

G_END_DECLS
