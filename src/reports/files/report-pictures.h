/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/* Writes each chart of REPORT with its number, title and sources into FOLDER, made if it is not there, as
 * "Figure-1-TITLE" and ENDING, ".png" or ".svg". A report without charts makes no folder. Errors as of atlas_chart_save(),
 * or #AtlasReportError. */
gboolean atlas_report_save_pictures (AtlasReport *report, const char *folder, const char *ending, GError **error);

G_END_DECLS
