/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "charts/chart-layout.h"

G_BEGIN_DECLS

/* What a chart view shows: the drawing, which stays, and over it what follows pointer and keyboard. */

/* (transfer full) (nullable): NULL for a chart without extent. */
GskRenderNode *atlas_chart_paint_node_new (const AtlasChartLayout *layout) G_GNUC_WARN_UNUSED_RESULT;
/* The marks of the region CODE, unless all are of it, or pointer or keyboard are on them: then nothing is to be told
 * apart, or more is shown already. */
void           atlas_chart_paint_linked   (GtkSnapshot *snapshot, const AtlasChartLayout *layout, const char *code,
                                           int hovered, int current);
/* HOVERED and CURRENT are marks, or -1; FOCUSED shows where the keyboard is. */
void           atlas_chart_paint_overlay  (GtkSnapshot *snapshot, const AtlasChartLayout *layout, int hovered,
                                           int current, gboolean focused);

G_END_DECLS
