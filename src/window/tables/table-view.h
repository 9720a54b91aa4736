/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "charts/chart-kind.h"
#include "indicators/table.h"

G_BEGIN_DECLS

/**
 * AtlasTableView:
 *
 * The numbers of a chart as a table, with the same texts as on its marks.
 *
 * Signals:
 * "row-selected" (guint row): the user chose a row
 * "row-activated" (guint row): by double click or Enter
 * "row-pointed" (int row): the pointer came over a row; -1: it left the table
 */
#define ATLAS_TYPE_TABLE_VIEW (atlas_table_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTableView, atlas_table_view, ATLAS, TABLE_VIEW, GtkWidget)


/* (nullable): written as beside a chart of kind CHART */
void        atlas_table_view_set_table    (AtlasTableView *self, AtlasTable *table, AtlasChartKind chart);
/* The selected row, or -1. Setting it emits nothing. */
void        atlas_table_view_set_selected (AtlasTableView *self, int row);
/* Marks the rows of the region CODE (nullable). */
void        atlas_table_view_set_linked   (AtlasTableView *self, const char *code);

G_END_DECLS
