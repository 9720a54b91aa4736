/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "reports/report-pages.h"

G_BEGIN_DECLS

/* A print operation that draws PAGES, which it takes: A4, each page in its own orientation, printer and settings as they
 * were last time. The caller runs it. */
GtkPrintOperation *atlas_report_print_new (AtlasReportPages *pages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
