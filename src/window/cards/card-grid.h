/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a wide card has beside the source panel of a usual screen: where a half or a third of a large one is no less, it can
 * stand beside others. */
#define ATLAS_CARD_GRID_WIDE 780

/**
 * AtlasCardGrid:
 *
 * Cards in columns of one width, as many as fit, as AtlasCardPacking puts them: in lines, and below each other beside one
 * that is much higher. Unlike in a flow box each line has its own height, a card is never narrower than it has to be, and the
 * cards of a last line that is not full share its width. Cards that are lacking what they show stand behind all others.
 *
 * Properties: "column-width" (the width in pixels from which on a further column is opened), "max-columns", "spacing".
 */
#define ATLAS_TYPE_CARD_GRID (atlas_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCardGrid, atlas_card_grid, ATLAS, CARD_GRID, GtkWidget)

void       atlas_card_grid_append          (AtlasCardGrid *self, GtkWidget *card);
/* CARD, a child, stands beside others only where it gets so many pixels, unless it is lacking. */
void       atlas_card_grid_set_least_width (AtlasCardGrid *self, GtkWidget *card, int least_width);
/* CARD, a child, has nothing to show but what to enter for it. */
void       atlas_card_grid_set_lacking     (AtlasCardGrid *self, GtkWidget *card, gboolean is_lacking);

G_END_DECLS
