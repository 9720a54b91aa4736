/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "indicators/catalogue.h"
#include "window/tables/row-model.h"

G_BEGIN_DECLS

/* How a cell of a table of rows is written, and what its tooltip says. */

/* Whether the cells of COLUMN stand at its end. */
gboolean atlas_row_cell_is_number   (const AtlasColumn *column);
/* Writes COLUMN, the one of NUMBER in its table, of ITEM to LABEL; where an import changed it, what stood there, too. */
void     atlas_row_cell_show        (GtkLabel *label, AtlasRowItem *item, guint number, const AtlasColumn *column,
                                     AtlasCatalogue *catalogue);
/* Writes what an import did to a row. */
void     atlas_row_cell_show_change (GtkLabel *label, AtlasRowChange change);

G_END_DECLS
