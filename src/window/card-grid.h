/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasCardGrid:
 *
 * Cards in columns of one width, as many as fit; the cards of a line are as high as the highest of them. Unlike in a
 * flow box each line has its own height, a card is never narrower than it has to be, and the cards of a last line that
 * is not full share its width.
 *
 * Properties: "column-width" (the width in pixels from which on a further column is opened), "max-columns", "spacing".
 */
#define ATLAS_TYPE_CARD_GRID (atlas_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCardGrid, atlas_card_grid, ATLAS, CARD_GRID, GtkWidget)


void       atlas_card_grid_append (AtlasCardGrid *self, GtkWidget *card);

G_END_DECLS
