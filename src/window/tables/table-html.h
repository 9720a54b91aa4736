/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-kind.h"
#include "indicators/table.h"

G_BEGIN_DECLS

/* All rows for a document, with the texts that the table view shows: an HTML table with caption and head; (transfer full). */
char *atlas_table_dup_html (AtlasTable *table, AtlasChartKind chart) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
