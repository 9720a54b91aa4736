/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/schematic-map.h"

#include "charts/kinds/province-tiles.h"

/* Degrees: about where the country lies, each square as wide as it is high there. */
#define WEST 80
#define NORTH 52
#define WIDTH 6
#define HEIGHT 5
/* What is left free around a square: they are no borders, and nothing should look like one. */
#define GAP 0.2

static void
append_square (GString                 *text,
               const AtlasProvinceTile *tile)
{
  double west = WEST + WIDTH * (int) tile->column + GAP, east = west + WIDTH - 2 * GAP;
  double north = NORTH - HEIGHT * (int) tile->row - GAP, south = north - HEIGHT + 2 * GAP;

  g_string_append_printf (text,
                          "{ \"type\": \"Feature\", \"properties\": { \"adcode\": \"%s\" }, \"geometry\": { \"type\": "
                          "\"Polygon\", \"coordinates\": [[[%.1f, %.1f], [%.1f, %.1f], [%.1f, %.1f], [%.1f, %.1f], "
                          "[%.1f, %.1f]]] } }",
                          tile->code, west, south, east, south, east, north, west, north, west, south);
}

char *
atlas_schematic_map_dup_geojson (void)
{
  GString *text = g_string_new ("{ \"type\": \"FeatureCollection\", \"features\": [\n");

  for (guint i = 0; i < ATLAS_N_PROVINCE_TILES; i++)
    {
      append_square (text, atlas_province_tile_get_nth (i));
      g_string_append (text, i + 1 < ATLAS_N_PROVINCE_TILES ? ",\n" : "\n");
    }
  g_string_append (text, "] }\n");
  return g_string_free (text, FALSE);
}
