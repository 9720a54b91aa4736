/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the tables of the window have in common. */

/* The label of a cell: numbers stand at its end; what does not fit ends in “…”. */
GtkWidget *atlas_grid_cell_new          (gboolean is_number) G_GNUC_WARN_UNUSED_RESULT;
/* COLUMN is one of numbers. */
void       atlas_grid_column_set_number (GtkColumnViewColumn *column);
/* Puts the headings of such columns to the end, too. To be called when VIEW has got columns. */
void       atlas_grid_align_headings    (GtkColumnView *view);

G_END_DECLS
