/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/chart-views/chart-view.h"

G_BEGIN_DECLS

/* What the pointer and the keyboard do to a chart. */

/* The mark of the row that is selected, or −1. */
int  atlas_chart_view_get_current_mark (AtlasChartView *self);
/* By the user: the selection everyone hears of. −1: none. */
void atlas_chart_view_choose_mark      (AtlasChartView *self, int mark);
/* Pointing to X, Y in the chart. */
void atlas_chart_view_show_menu        (AtlasChartView *self, double x, double y);

G_END_DECLS
