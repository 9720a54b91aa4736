/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-format.h"
#include "window/pages/report-order.h"

G_BEGIN_DECLS

/**
 * AtlasReportDraft:
 * @report: (nullable): not yet laid out; NULL once it was saved as PDF
 * @dataset_hash: of the dataset that it is on
 *
 * A report whose questions have been answered. It asks nothing more, and may go to another thread.
 */
typedef struct {
  AtlasReport *report;
  char *dataset_hash;
  AtlasReportStyle style;
} AtlasReportDraft;

/* Answers, in a worker with a connection of its own, the questions of the report of ORDER (transfer full). OWNER is the
 * source object that CALLBACK gets. */
void              atlas_report_draft_make        (AtlasReportOrder *order, GObject *owner, GCancellable *cancellable,
                                                  GAsyncReadyCallback callback, gpointer user_data);
/* (nullable) (transfer full): NULL with an error also where there is no figure to report on. */
AtlasReportDraft *atlas_report_draft_make_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the report to PATH, a folder where FORMAT is one of its charts; as PDF, for which it is laid out, once. */
gboolean          atlas_report_draft_save        (AtlasReportDraft *self, AtlasReportFormat format, const char *path,
                                                  GCancellable *cancellable, GError **error);
void              atlas_report_draft_free        (AtlasReportDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportDraft, atlas_report_draft_free)

G_END_DECLS
