/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "reports/files/report-sheets.h"

G_BEGIN_DECLS

/* A print operation that draws SHEETS, which were laid out before: on PAPER ("iso_a4"), each in its own orientation and made
 * to fit, printer and settings as they were last time. The caller runs it. */
GtkPrintOperation *atlas_report_print_new (AtlasReportSheets *sheets, const char *paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
