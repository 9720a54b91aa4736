/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/area-cell.h"
#include "charts/chart-label.h"
#include "charts/class-legend.h"
#include "charts/kinds/map-series.h"
#include "charts/kinds/province-tiles.h"
#include "charts/size-legend.h"

#define MAX_WIDTH 88.0
/* Of its width that a tile is high: counts need room for a square between the texts. */
#define RATE_ASPECT 0.72
#define COUNT_ASPECT 0.94
#define SIDE 3.0
#define EDGE 2.5 /* of texts from the edge above or below them, where a square stands between */
/* Lines of one tile stand closer than in running text. */
#define LINE 1.2
/* By which a tile may be lower than its one line: letters of it have nothing below them. */
#define LINE_SLACK 2.0
/* The largest square is at least this wide below a name. */
#define LEAST_SQUARE 7.0
/* A legend narrower than this stands above the tiles instead of in their empty corner. */
#define LEAST_CORNER 250.0

typedef struct {
  AtlasChartBuild *build;
  const AtlasChartMeasure *measure;
  guint series;
  gboolean is_rate;
  double x, y;
  double width, height; /* of a tile */
  AtlasTextRole role;
  gboolean by_letters;
  const AtlasRegion *regions[ATLAS_N_PROVINCE_TILES]; /* (nullable) */
  int categories[ATLAS_N_PROVINCE_TILES];             /* −1: not asked for */
  guint n_unlabelled;
} TileMap;

/* Where the legend stands. */
typedef enum {
  LEGEND_NONE,
  LEGEND_CORNER, /* in the empty corner above */
  LEGEND_ABOVE,  /* all tiles */
  LEGEND_APART,  /* low in that corner, and its words in the empty one below */
} LegendPlace;

static double
line_height (const TileMap *map)
{
  return atlas_text_maker_get_size (map->build->text, map->role) * LINE;
}

static double
aspect (const AtlasChartBuild *build)
{
  return atlas_map_series_is_rate (build) ? RATE_ASPECT : COUNT_ASPECT;
}

static double
tile_width (double width)
{
  return floor (MIN (width / ATLAS_TILE_COLUMNS, MAX_WIDTH));
}

static double
two_lines (const AtlasChartBuild *build)
{
  return 2.0 * LINE * atlas_text_maker_get_size (build->text, ATLAS_TEXT_NOTE) + ATLAS_AREA_GAP + 2.0;
}

/* As high as suits, but at least two lines. */
static double
tile_height (AtlasChartBuild *build,
             double           width)
{
  return ceil (MAX (tile_width (width) * aspect (build), two_lines (build)));
}

/* Of all but the empty tiles. */
static AtlasRect
inside_tile (const TileMap *map)
{
  return atlas_area_inset ((AtlasRect) { 0.0, 0.0, map->width, map->height });
}

/* How many lines stand above and below a square: name and value, the name, or none where it stands beside the name. */
static double
lines_about_square (const TileMap *map)
{
  double height = inside_tile (map).height, line = line_height (map);

  return height >= 4.0 * line ? 2.0 : height >= line + LEAST_SQUARE ? 1.0 : 0.0;
}

/* Where tiles are too low for one below the other, the square stands behind the name. */
static gboolean
is_beside (const TileMap *map)
{
  return !map->is_rate && lines_about_square (map) <= 0.0;
}

static double
full_side (const TileMap *map)
{
  AtlasRect inside = inside_tile (map);
  double lines = lines_about_square (map);

  return MAX (MIN (inside.width - 2.0 * SIDE, inside.height - lines * (line_height (map) + EDGE) - EDGE), 1.0);
}

/* What a name has of a tile's width. */
static double
name_room (const TileMap *map)
{
  return inside_tile (map).width - 2.0 * SIDE - (is_beside (map) ? full_side (map) : 0.0);
}

/* Room above the tiles for a legend that does not fit into their corner. */
static double
legend_above (const TileMap *map,
              double         height)
{
  gboolean fits = ATLAS_TILE_FREE_COLUMNS * map->width >= LEAST_CORNER &&
                  ATLAS_TILE_FREE_ROWS * map->height >= height;

  return fits ? 0.0 : height;
}

static double
corner_width (const TileMap *map)
{
  return ATLAS_TILE_FREE_COLUMNS * map->width - SIDE;
}

/* Draws it at the top, unless MEASURE_ONLY; returns its height. */
static double
put_legend (TileMap  *map,
            double    width,
            double    x,
            double    y,
            gboolean  measure_only)
{
  double corner = corner_width (map);
  double room = corner >= LEAST_CORNER - SIDE ? corner : width;
  g_autoptr (AtlasClassLegend) legend = NULL;

  if (!map->is_rate)
    return measure_only ? atlas_size_legend_measure (map->build, map->measure, ATLAS_SYMBOL_SQUARE, full_side (map))
                        : atlas_size_legend_draw (map->build, map->measure, ATLAS_SYMBOL_SQUARE, full_side (map), room,
                                                  x, y);
  legend = atlas_class_legend_new (map->build, map->measure, room);
  if (!measure_only)
    atlas_class_legend_draw (legend, x, y);
  return atlas_class_legend_get_height (legend);
}

static void
init (TileMap         *map,
      AtlasChartBuild *build,
      double           width)
{
  gboolean has_series = build->data->series->len > 0;

  *map = (TileMap) { build };
  map->series = has_series ? atlas_map_series_choose (build) : 0;
  map->measure = has_series ? atlas_chart_data_get_measure (build->data, map->series)
                            : &g_array_index (build->data->measures, AtlasChartMeasure, 0);
  map->is_rate = atlas_map_series_is_rate (build);
  map->width = tile_width (width);
  map->height = tile_height (build, width);
  map->role = ATLAS_TEXT_NOTE;
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  TileMap map;

  init (&map, build, width);
  return ceil (ATLAS_TILE_ROWS * map.height + legend_above (&map, put_legend (&map, width, 0.0, 0.0, TRUE)));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  return ATLAS_TILE_ROWS * (atlas_text_maker_get_size (build->text, ATLAS_TEXT_NOTE) * LINE + ATLAS_AREA_GAP);
}

static AtlasRect
get_tile (const TileMap *map,
          guint          tile)
{
  const AtlasProvinceTile *place = atlas_province_tile_get_nth (tile);

  return (AtlasRect) { map->x + place->column * map->width, map->y + place->row * map->height, map->width, map->height };
}

/* "宁夏" or, where not all have room for that, "宁"; (transfer full). */
static char *
dup_name (const TileMap *map,
          guint          tile)
{
  if (map->regions[tile] == NULL || map->by_letters)
    return g_strdup (atlas_province_tile_get_letters (atlas_province_tile_get_nth (tile)));
  return atlas_region_dup_short_name (map->regions[tile]);
}

static gboolean
names_fit (const TileMap *map)
{
  for (guint i = 0; i < ATLAS_N_PROVINCE_TILES; i++)
    {
      g_autofree char *name = dup_name (map, i);
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (map->build->text, map->role, name, 0.0, 1);

      if (run->width > name_room (map))
        return FALSE;
    }
  return TRUE;
}

static gboolean
labels_fit (const TileMap *map)
{
  for (guint i = 0; i < ATLAS_N_PROVINCE_TILES; i++)
    if (map->categories[i] >= 0 &&
        atlas_chart_data_get_value (map->build->data, (guint) map->categories[i], map->series) != NULL)
      {
        g_autofree char *label = atlas_chart_build_dup_label (map->build, (guint) map->categories[i], map->series, TRUE);
        g_autoptr (AtlasTextRun) run = atlas_text_run_new (map->build->text, map->role, label, 0.0, 1);

        if (run->width > map->width - ATLAS_AREA_GAP - 2.0 * SIDE)
          return FALSE;
      }
  return TRUE;
}

/* The larger size if names and values have room in it; letters where names are too long even in the smaller. */
static void
choose_texts (TileMap *map)
{
  map->role = ATLAS_TEXT_LABEL;
  if (map->height - ATLAS_AREA_GAP < 2.6 * line_height (map) || !names_fit (map) || !labels_fit (map))
    map->role = ATLAS_TEXT_NOTE;
  map->by_letters = !names_fit (map);
}

/* Writes RUN in the middle of TILE with its top at TOP. */
static void
place_line (const TileMap      *map,
            const AtlasTextRun *run,
            AtlasRect           tile,
            double              top,
            AtlasPaint          paint)
{
  AtlasRect line = { tile.x, top, tile.width, line_height (map) };

  atlas_area_place (map->build, line, run, paint);
}

/* Name and, below it, LABEL (nullable), about the middle, or at both ends where a square stands between; whether there was
 * room for both. */
static gboolean
draw_texts (const TileMap           *map,
            guint                    tile,
            AtlasRect                cell,
            const AtlasTextRun      *label,
            AtlasPaint               paint)
{
  g_autofree char *name = dup_name (map, tile);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (map->build->text, map->role, name, 0.0, 1);
  double line = line_height (map), top = cell.y + (cell.height - line) / 2.0;
  gboolean has_room = cell.height >= (map->is_rate ? 2.0 : 4.0) * line && label != NULL;

  if (cell.height < line - LINE_SLACK || run->width > (is_beside (map) ? name_room (map) : cell.width))
    return FALSE;
  if (is_beside (map))
    {
      place_line (map, run, (AtlasRect) { cell.x + SIDE, top, run->width, line }, top, paint);
      return FALSE;
    }
  if (!map->is_rate)
    top = cell.y + EDGE;
  else if (has_room)
    top = cell.y + (cell.height - 2.0 * line) / 2.0;
  place_line (map, run, cell, top, paint);
  if (has_room)
    place_line (map, label, cell, map->is_rate ? top + line : cell.y + cell.height - line - EDGE, paint);
  return has_room;
}

static void
draw_outline (const TileMap *map,
              AtlasRect      cell)
{
  AtlasPoint corners[] = { { cell.x + 0.5, cell.y + 0.5 }, { cell.x + cell.width - 0.5, cell.y + 0.5 },
                           { cell.x + cell.width - 0.5, cell.y + cell.height - 0.5 },
                           { cell.x + 0.5, cell.y + cell.height - 0.5 } };

  atlas_shape_list_add_line (map->build->shapes, corners, 4, TRUE, atlas_chart_build_axis (map->build), 1.0,
                             ATLAS_STROKE_SOLID);
}

/* A square in the room that the name above and the value below leave. */
static void
draw_square (const TileMap          *map,
             AtlasRect               cell,
             const AtlasObservation *value)
{
  double line = line_height (map), lines = lines_about_square (map);
  double above = lines > 0.0 ? line + EDGE : 0.0, below = lines > 1.0 ? line + EDGE : 0.0;
  AtlasPoint centre = { cell.x + cell.width / 2.0, cell.y + above + (cell.height - above - below) / 2.0 };

  if (is_beside (map))
    centre.x = cell.x + cell.width - SIDE - full_side (map) / 2.0;
  draw_outline (map, cell);
  atlas_symbol_draw (map->build, ATLAS_SYMBOL_SQUARE, centre,
                     atlas_symbol_get_side (map->measure, value->value, full_side (map)), value->value < 0.0);
}

static gboolean
draw_value (TileMap   *map,
            guint      tile,
            AtlasRect  cell)
{
  AtlasChartBuild *build = map->build;
  guint category = (guint) map->categories[tile];
  const AtlasObservation *value = atlas_chart_data_get_value (build->data, category, map->series);
  AtlasPaint background = { build->style->background, "background" };
  AtlasPaint paint = map->is_rate ? atlas_chart_build_value (build, &map->measure->classes, value->value) : background;
  g_autoptr (AtlasTextRun) label = atlas_area_label_new (build, map->role, category, map->series,
                                                         cell.width - 2.0 * SIDE);

  atlas_area_draw_value (build, cell, paint, value);
  if (!map->is_rate)
    draw_square (map, cell, value);
  return draw_texts (map, tile, cell, label, map->is_rate ? atlas_chart_build_text_on (paint)
                                                          : atlas_chart_build_text (build));
}

/* Name and sign on a plate, so that the hatching does not run through them, or the name alone. */
static gboolean
draw_missing (TileMap   *map,
              guint      tile,
              AtlasRect  cell)
{
  AtlasChartBuild *build = map->build;
  const AtlasObservation *observation = atlas_chart_data_get (build->data, (guint) map->categories[tile], map->series);
  AtlasPaint background = { build->style->background, "background" };
  g_autofree char *name = dup_name (map, tile);
  g_autofree char *text = g_strdup_printf ("%s %s", name, atlas_chart_notes_get_symbol (build->notes, observation->missing));
  const char *texts[] = { text, name };

  atlas_area_draw_hatch (build, cell);
  for (guint i = 0; i < G_N_ELEMENTS (texts) && line_height (map) - LINE_SLACK <= cell.height; i++)
    {
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, map->role, texts[i], 0.0, 1);
      AtlasRect plate = { cell.x + (cell.width - run->width) / 2.0 - 2.0,
                          cell.y + (cell.height - line_height (map)) / 2.0, run->width + 4.0, line_height (map) };

      if (plate.width > cell.width)
        continue;
      atlas_shape_list_add_rect (build->shapes, plate, background);
      atlas_area_place (build, cell, run, atlas_chart_build_dim (build));
      if (i == 0)
        atlas_chart_notes_use_symbol (build->notes, observation->missing);
      return i == 0;
    }
  return FALSE;
}

static void
draw_tile (TileMap *map,
           guint    tile)
{
  guint category = (guint) map->categories[tile];
  AtlasRect hit = get_tile (map, tile), cell = atlas_area_inset (hit);
  gboolean is_labelled;

  if (atlas_chart_data_get_value (map->build->data, category, map->series) != NULL)
    is_labelled = draw_value (map, tile, cell);
  else
    is_labelled = draw_missing (map, tile, cell);
  map->n_unlabelled += !is_labelled;
  atlas_chart_build_add_mark (map->build, category, map->series, cell, hit,
                              atlas_chart_build_dup_label (map->build, category, map->series, TRUE));
}

/* A province that was not asked for keeps its place. */
static void
draw_empty (TileMap                 *map,
            guint                    tile)
{
  AtlasRect cell = atlas_area_inset (get_tile (map, tile));
  g_autofree char *name = dup_name (map, tile);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (map->build->text, map->role, name, 0.0, 1);

  draw_outline (map, cell);
  if (run->width <= cell.width - 2.0 && line_height (map) - LINE_SLACK <= cell.height)
    atlas_area_place (map->build, cell, run, atlas_chart_build_dim (map->build));
}

/* Finds the tile of each category, and names those that have none. */
static void
find_regions (TileMap *map)
{
  const AtlasChartData *data = map->build->data;
  AtlasRegionTree *regions = atlas_catalogue_get_regions (atlas_table_get_catalogue (data->table));
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < ATLAS_N_PROVINCE_TILES; i++)
    {
      map->categories[i] = -1;
      if (regions != NULL)
        map->regions[i] = atlas_region_tree_lookup (regions, atlas_province_tile_get_nth (i)->code);
    }
  for (guint c = 0; c < data->categories->len; c++)
    {
      const AtlasChartEntry *entry = atlas_chart_data_get_category (data, c);
      int tile = entry->is_region ? atlas_province_tile_find (entry->region->code) : -1;

      if (tile < 0)
        {
          g_ptr_array_add (others, entry->name);
          continue;
        }
      map->regions[tile] = entry->region;
      if (atlas_chart_data_get (data, c, map->series) != NULL)
        map->categories[tile] = (int) c;
    }
  atlas_chart_notes_add_names (map->build->notes, _("Not on this map of provinces: %s"), others);
}

static AtlasRect
lower_corner (const TileMap *map)
{
  guint first = ATLAS_TILE_ROWS - ATLAS_TILE_LOWER_FREE_ROWS;

  return (AtlasRect) { map->x, map->y + first * map->height, ATLAS_TILE_LOWER_FREE_COLUMNS * map->width - SIDE,
                       ATLAS_TILE_LOWER_FREE_ROWS * map->height };
}

/* In the first row, behind the upper corner. */
static AtlasRect
further_corner (const TileMap *map)
{
  return (AtlasRect) { map->x + ATLAS_TILE_FREE_COLUMNS * map->width + SIDE, map->y,
                       ATLAS_TILE_FURTHER_FREE_COLUMNS * map->width - 2.0 * SIDE, map->height };
}

/* Whether the legend has room in the empty corners of tiles as they are; it is drawn then, unless MEASURE_ONLY. */
static gboolean
put_apart (TileMap  *map,
           gboolean  measure_only)
{
  double room = ATLAS_TILE_FREE_ROWS * map->height;
  g_autoptr (AtlasClassLegend) legend = NULL;

  if (!map->is_rate)
    {
      if (!measure_only)
        atlas_size_legend_draw (map->build, map->measure, ATLAS_SYMBOL_SQUARE, full_side (map), corner_width (map), map->x,
                                map->y);
      return atlas_size_legend_measure (map->build, map->measure, ATLAS_SYMBOL_SQUARE, full_side (map)) <= room;
    }
  legend = atlas_class_legend_new_apart (map->build, map->measure, corner_width (map), lower_corner (map).width);
  if (!measure_only)
    {
      atlas_class_legend_draw (legend, map->x, map->y);
      atlas_class_legend_draw_missing (legend, further_corner (map));
      atlas_class_legend_draw_reference (legend, lower_corner (map));
    }
  return atlas_class_legend_get_height (legend) <= room;
}

/* In the corner if it fits there, else above the tiles as long as they keep two lines; then rather in both empty corners than
 * that names and values go. */
static LegendPlace
choose_place (TileMap *map,
              double   height,
              double   above)
{
  double least = ATLAS_TILE_ROWS * (line_height (map) - LINE_SLACK + ATLAS_AREA_GAP);

  if (above <= 0.0)
    return height >= least ? LEGEND_CORNER : LEGEND_NONE;
  if (height - above >= ATLAS_TILE_ROWS * two_lines (map->build))
    return LEGEND_ABOVE;
  if (height >= least && put_apart (map, TRUE))
    return LEGEND_APART;
  return height - above >= least ? LEGEND_ABOVE : LEGEND_NONE;
}

/* Sizes are chosen before the legend is drawn: its squares are those of the tiles. */
static void
divide (TileMap   *map,
        AtlasRect  plot)
{
  double natural = map->height, legend, above;
  LegendPlace place;

  map->x = plot.x;
  map->y = plot.y;
  map->height = MIN (natural, plot.height / ATLAS_TILE_ROWS);
  legend = put_legend (map, plot.width, plot.x, plot.y, TRUE);
  above = legend_above (map, legend);
  place = choose_place (map, plot.height, above);
  if (place == LEGEND_ABOVE)
    {
      map->y += above;
      map->height = MIN (natural, (plot.height - above) / ATLAS_TILE_ROWS);
    }
  choose_texts (map);
  if (place == LEGEND_APART)
    put_apart (map, FALSE);
  else if (place != LEGEND_NONE)
    put_legend (map, plot.width, plot.x, plot.y, FALSE);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  TileMap map;

  init (&map, build, plot.width);
  find_regions (&map);
  divide (&map, plot);
  /* In the order of codes, as the marks of all charts follow their categories. */
  for (guint i = 0; i < ATLAS_N_PROVINCE_TILES; i++)
    if (map.categories[i] >= 0)
      draw_tile (&map, i);
    else
      draw_empty (&map, i);
  if (!map.is_rate)
    atlas_chart_notes_add (build->notes, _("Squares in proportion to the values: a count grows with the size of a region"));
  atlas_chart_notes_set_hidden (build->notes, 0, map.n_unlabelled);
  return map.y + ATLAS_TILE_ROWS * map.height;
}

const AtlasChartPlot atlas_tile_map_plot = { measure, measure_least, draw };
