/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "charts/chart-spec.h"

G_BEGIN_DECLS

/* Puts SPEC, with titles and source, on a white ground on CLIPBOARD: as a picture twice WIDTH (in pixels) wide, and
 * as SVG. */
void        atlas_chart_copy_picture (const AtlasChartSpec *spec, double width, GdkClipboard *clipboard);
/* Puts TABLE on CLIPBOARD as spreadsheets take it, one line a row and cells divided by tabs, and as documents do, in HTML. */
void        atlas_chart_copy_table   (AtlasTable *table, AtlasChartKind chart, GdkClipboard *clipboard);

/* What can be done with one chart. */
GMenuModel *atlas_chart_menu_new     (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
