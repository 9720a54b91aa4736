/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/* Writes the tables of REPORT as a workbook (.xlsx), each on a sheet of its own: its number and title, a frozen head, cells
 * that are plain numbers as numbers, all others as text. What stands smaller in a cell has a column of its own behind it.
 * Before them a sheet has all text of the report: headings, paragraphs, key figures, titles, notes and sources. Errors as
 * of atlas_table_writer_new(). */
gboolean atlas_report_save_workbook (AtlasReport *report, const char *path, GError **error);

G_END_DECLS
