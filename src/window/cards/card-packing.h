/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasCardPlace:
 * @card: given: what is placed, for the caller's functions
 * @least_width: given: stands beside others only where it is not narrower than this, in pixels
 * @column: found: which of the columns, from 0
 * @n_columns: found: into how many columns its line is divided
 * @y: found
 * @height: found
 */
typedef struct {
  gpointer card;
  int least_width;
  int column;
  int n_columns;
  int y;
  int height;
} AtlasCardPlace;

/**
 * AtlasCardPacking:
 * @measure: the height that CARD needs in a line divided into N_COLUMNS
 * @grows: whether CARD fills more height than it needs with something
 * @width: (with @max_columns, @spacing), in pixels
 *
 * How cards are put in columns. They stand in lines, in their order; beside one that is much higher than its neighbours
 * the cards that follow fill up the column, and where none fits it takes a line of its own, so that nothing is left empty, unless that made it
 * wider than anybody can read across. None is left over for a line of its own that two lines could share.
 */
typedef struct {
  int (*measure) (gpointer card, int n_columns, int width);
  gboolean (*grows) (gpointer card);
  int width;
  int max_columns;
  int spacing;
} AtlasCardPacking;

/* Finds the places of N cards; their height in all. */
int atlas_card_packing_place (const AtlasCardPacking *self, AtlasCardPlace *places, guint n);

G_END_DECLS
