/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "indicators/difference.h"
#include "window/pages/sibling-ranks.h"

G_BEGIN_DECLS

/* Indicators × regions: each region's value, how it stands against the reference, the first region, and its place among
 * those that lie in the same division. Each cell is a button that selects its observation. */
#define ATLAS_TYPE_DIFFERENCE_TABLE (atlas_difference_table_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDifferenceTable, atlas_difference_table, ATLAS, DIFFERENCE_TABLE, GtkWidget)

GtkWidget *atlas_difference_table_new        (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* TABLES (element-type AtlasTable): one an indicator, each with one row a region, in the same order, the reference
 * first. An indicator that no region has a value of is left out. RANKS (transfer full): theirs. */
void       atlas_difference_table_set_tables (AtlasDifferenceTable *self, GPtrArray *tables, AtlasSiblingRanks *ranks);
/* How the differences are stated; at first as suits each indicator. */
void       atlas_difference_table_set_mode   (AtlasDifferenceTable *self, AtlasDifferenceMode mode);

/* For a spreadsheet: of each region its value, how it stands against the reference and its rank, as shown; "" where nothing
 * is; (transfer full). */
char      *atlas_difference_table_dup_tsv   (AtlasDifferenceTable *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
