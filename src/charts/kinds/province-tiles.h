/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATLAS_N_PROVINCE_TILES 34
#define ATLAS_TILE_COLUMNS 8
#define ATLAS_TILE_ROWS 8
/* How many columns and rows of the corner at the top left hold no tile. */
#define ATLAS_TILE_FREE_COLUMNS 4
#define ATLAS_TILE_FREE_ROWS 2
/* The same of that at the bottom left; and how many columns right of the upper one hold no tile in the first row. */
#define ATLAS_TILE_LOWER_FREE_COLUMNS 3
#define ATLAS_TILE_LOWER_FREE_ROWS 3
#define ATLAS_TILE_FURTHER_FREE_COLUMNS 3

/**
 * AtlasProvinceTile:
 * @code: of the provincial division
 * @column: (with @row) its place, from 0 at the top left
 * @letter_zh: its short form of one character, as on number plates: 宁
 * @letter_en: that of two letters (GB/T 2260): "NX"
 *
 * Where one of the 34 provincial divisions stands in a grid of equal tiles: about where it lies, beside neighbours where that
 * can be, and without any border drawn.
 */
typedef struct {
  const char *code;
  guint column, row;
  const char *letter_zh;
  const char *letter_en;
} AtlasProvinceTile;

const AtlasProvinceTile *atlas_province_tile_get_nth (guint n);
/* Which it is, or −1 for what is no provincial division. */
int                      atlas_province_tile_find    (const char *code);
/* Its short form in the user's language; static. */
const char              *atlas_province_tile_get_letters (const AtlasProvinceTile *self);

G_END_DECLS
