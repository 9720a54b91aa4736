/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/area-cell.h"
#include "charts/chart-label.h"
#include "charts/class-legend.h"
#include "charts/colour.h"
#include "charts/kinds/map-projection.h"
#include "charts/kinds/map-series.h"
#include "charts/size-legend.h"

#define BORDER 1.5
#define LEAST_HEIGHT 90.0
#define LOWEST 0.45
#define HIGHEST 1.1
/* Of the shorter side of the map, the diameter of the largest circle. */
#define CIRCLE_SHARE 0.16
#define LABEL_PADDING 2.0

typedef struct {
  AtlasChartBuild *build;
  const AtlasChartMeasure *measure;
  guint series;
  gboolean is_rate;
  AtlasMapProjection projection;
  double full; /* diameter of the largest circle */
  GArray *labels; /* (element-type AtlasRect): where texts stand already */
  guint n_unlabelled;
} Map;

static AtlasBoundaries *
get_boundaries (const AtlasChartBuild *build)
{
  return build->spec->boundaries;
}

static void
map_init (Map             *map,
          AtlasChartBuild *build)
{
  *map = (Map) { build };
  map->series = atlas_map_series_choose (build);
  map->measure = atlas_chart_data_get_measure (build->data, map->series);
  map->is_rate = atlas_map_series_is_rate (build);
}

/* Draws it, unless MEASURE_ONLY; returns its height. */
static double
put_legend (const Map *map,
            AtlasRect  plot,
            gboolean   measure_only)
{
  g_autoptr (AtlasClassLegend) legend = NULL;

  if (!map->is_rate)
    return measure_only ? atlas_size_legend_measure (map->build, map->measure, ATLAS_SYMBOL_CIRCLE, map->full)
                        : atlas_size_legend_draw (map->build, map->measure, ATLAS_SYMBOL_CIRCLE, map->full, plot.width,
                                                  plot.x, plot.y);
  legend = atlas_class_legend_new (map->build, map->measure, plot.width);
  if (!measure_only)
    atlas_class_legend_draw (legend, plot.x, plot.y);
  return atlas_class_legend_get_height (legend);
}

static double
choose_full (AtlasRect room)
{
  return MAX (MIN (room.width, room.height) * CIRCLE_SHARE, 4.0);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  AtlasRect room = { 0.0, 0.0, width, width * HIGHEST };
  AtlasMapProjection projection;
  Map map;

  if (get_boundaries (build) == NULL || build->data->series->len == 0)
    return LEAST_HEIGHT;
  map_init (&map, build);
  projection = atlas_map_projection_new (get_boundaries (build), room);
  room.height = MAX (projection.height, width * LOWEST);
  map.full = choose_full (room);
  return ceil (room.height + put_legend (&map, room, TRUE));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  return LEAST_HEIGHT;
}

static void
draw_borders (const Map           *map,
              const AtlasBoundary *area,
              AtlasPaint           paint,
              double               width)
{
  for (guint i = 0; i < area->rings->len; i++)
    {
      g_autoptr (GArray) ring = atlas_map_projection_ring (&map->projection, &g_array_index (area->rings, AtlasRing, i));

      atlas_shape_list_add_line (map->build->shapes, (const AtlasPoint *) ring->data, ring->len, TRUE, paint, width,
                                 ATLAS_STROKE_SOLID);
    }
}

static void
fill (const Map           *map,
      const AtlasBoundary *area,
      AtlasPaint           paint,
      gboolean             is_hatched)
{
  g_autoptr (GPtrArray) polygons = atlas_map_projection_polygons (&map->projection, area);

  for (guint i = 0; i < polygons->len; i++)
    {
      GArray *corners = g_ptr_array_index (polygons, i);
      const AtlasPoint *points = (const AtlasPoint *) corners->data;

      atlas_shape_list_add_polygon (map->build->shapes, points, corners->len, paint);
      if (is_hatched)
        atlas_shape_list_add_hatch (map->build->shapes, points, corners->len, atlas_chart_build_axis (map->build));
    }
}

static gboolean
is_free (const Map *map,
         AtlasRect  box)
{
  for (guint i = 0; i < map->labels->len; i++)
    {
      AtlasRect other = g_array_index (map->labels, AtlasRect, i);

      if (box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height &&
          other.y < box.y + box.height)
        return FALSE;
    }
  return TRUE;
}

/* Name and value about CENTRE; nothing, and FALSE, where they would leave BODY (nullable) or the map, or touch another label. */
static AtlasRect
label_box (AtlasPoint          centre,
           const AtlasTextRun *above,
           const AtlasTextRun *below)
{
  double width = MAX (above->width, below != NULL ? below->width : 0.0) + 2.0 * LABEL_PADDING;
  double height = above->height + (below != NULL ? below->height : 0.0);

  return (AtlasRect) { centre.x - width / 2.0, centre.y - height / 2.0, width, height };
}

static gboolean
has_room (const Map          *map,
          const AtlasMapBody *body,
          AtlasRect           box,
          AtlasRect           plot)
{
  return (body == NULL || atlas_map_body_contains (body, box)) && is_free (map, box) && box.x >= plot.x && box.y >= plot.y &&
         box.x + box.width <= plot.x + plot.width && box.y + box.height <= plot.y + plot.height;
}

/* (nullable): the value that fits below its name: with period and notes, else with a sign that there is more to it. */
static AtlasTextRun *
value_run (const Map          *map,
           const AtlasMapBody *body,
           guint               category,
           AtlasPoint          centre,
           AtlasRect           plot,
           const AtlasTextRun *above)
{
  AtlasChartBuild *build = map->build;
  g_autofree char *full = atlas_chart_build_dup_label (build, category, map->series, TRUE);
  g_autofree char *number = atlas_chart_build_dup_number (build, category, map->series);
  g_autofree char *marked = g_strconcat (number, " *", NULL);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, full, 0.0, 1);
  g_autoptr (AtlasTextRun) terse = NULL;

  if (has_room (map, body, label_box (centre, above, run), plot))
    return g_steal_pointer (&run);
  terse = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, marked, 0.0, 1);
  if (strcmp (full, number) == 0 || !has_room (map, body, label_box (centre, above, terse), plot))
    return NULL;
  return atlas_area_label_new (build, ATLAS_TEXT_NOTE, category, map->series, terse->width);
}

/* Name and value, or the name alone; whether it is both. */
static gboolean
draw_label (const Map          *map,
            const AtlasMapBody *body,
            guint               category,
            AtlasPoint          centre,
            AtlasRect           plot,
            AtlasPaint          paint)
{
  AtlasChartBuild *build = map->build;
  const AtlasRegion *region = atlas_chart_data_get_category (build->data, category)->region;
  g_autofree char *name = atlas_region_dup_short_name (region);
  g_autoptr (AtlasTextRun) above = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, name, 0.0, 1);
  g_autoptr (AtlasTextRun) below = value_run (map, body, category, centre, plot, above);
  AtlasRect box = label_box (centre, above, below);

  if (below == NULL && !has_room (map, body, box, plot))
    return FALSE;
  atlas_text_run_place_centred (above, build->text, build->shapes, centre.x, box.y, paint);
  if (below != NULL)
    atlas_text_run_place_centred (below, build->text, build->shapes, centre.x, box.y + above->height, paint);
  g_array_append_val (map->labels, box);
  return below != NULL;
}

/* On hatching a label has a plate, so only the sign of what is missing stands there. */
static gboolean
draw_missing_sign (const Map              *map,
                   const AtlasMapBody     *body,
                   const AtlasObservation *observation)
{
  AtlasChartBuild *build = map->build;
  AtlasPaint background = { build->style->background, "background" };
  const char *symbol = atlas_chart_notes_get_symbol (build->notes, observation->missing);
  g_autoptr (AtlasTextRun) sign = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, symbol, 0.0, 1);
  AtlasRect plate = { body->centroid.x - sign->width / 2.0 - LABEL_PADDING, body->centroid.y - sign->height / 2.0,
                      sign->width + 2.0 * LABEL_PADDING, sign->height };

  if (!atlas_map_body_contains (body, plate) || !is_free (map, plate))
    return FALSE;
  atlas_shape_list_add_rect (build->shapes, plate, background);
  atlas_area_place (build, plate, sign, atlas_chart_build_dim (build));
  atlas_chart_notes_use_symbol (build->notes, observation->missing);
  g_array_append_val (map->labels, plate);
  return TRUE;
}

static AtlasPaint
area_paint (const Map *map,
            guint      category)
{
  const AtlasObservation *value = atlas_chart_data_get_value (map->build->data, category, map->series);

  if (value == NULL || !map->is_rate)
    return atlas_chart_build_grid (map->build);
  return atlas_chart_build_value (map->build, &map->measure->classes, value->value);
}

/* A figure of another period has dashes along its border. */
static void
draw_dashes (const Map          *map,
             const AtlasMapBody *body,
             AtlasPaint          paint)
{
  AtlasPaint dashes = { atlas_colour_text_on (paint.colour), "dashes" };

  atlas_shape_list_add_line (map->build->shapes, (const AtlasPoint *) body->corners->data, body->corners->len, TRUE, dashes,
                             1.0, ATLAS_STROKE_DASHED);
}

/* Where the symbol of a count stands: in the middle of its area, but within the map. */
static AtlasRect
circle_box (const Map              *map,
            const AtlasMapBody     *body,
            const AtlasObservation *value,
            AtlasRect               plot)
{
  double side = atlas_symbol_get_side (map->measure, value->value, map->full);

  return (AtlasRect) { CLAMP (body->centroid.x - side / 2.0, plot.x, plot.x + plot.width - side),
                       CLAMP (body->centroid.y - side / 2.0, plot.y, plot.y + plot.height - side), side, side };
}

static gboolean
label_circle (const Map    *map,
              AtlasRect     circle,
              guint         category,
              AtlasRect     plot)
{
  double pitch = atlas_text_maker_get_pitch (map->build->text, ATLAS_TEXT_NOTE);
  AtlasPoint below = { circle.x + circle.width / 2.0, circle.y + circle.height + pitch + 1.0 };

  return draw_label (map, NULL, category, below, plot, atlas_chart_build_text (map->build));
}

static void
draw_category (Map                 *map,
               const AtlasBoundary *area,
               guint                category,
               AtlasRect            plot)
{
  AtlasChartBuild *build = map->build;
  const AtlasObservation *observation = atlas_chart_data_get (build->data, category, map->series);
  const AtlasObservation *value = atlas_chart_data_get_value (build->data, category, map->series);
  AtlasPaint paint = area_paint (map, category);
  AtlasMapBody body = atlas_map_body_find (&map->projection, area);
  gboolean is_labelled;

  if (body.corners == NULL)
    return;
  if (value != NULL && value->stand_in)
    draw_dashes (map, &body, paint);
  if (value == NULL)
    is_labelled = draw_missing_sign (map, &body, observation);
  else if (map->is_rate)
    is_labelled = draw_label (map, &body, category, body.centroid, plot, atlas_chart_build_text_on (paint));
  else
    is_labelled = label_circle (map, circle_box (map, &body, value, plot), category, plot);
  map->n_unlabelled += !is_labelled;
  atlas_chart_build_add_mark (build, category, map->series, body.box, body.box,
                              atlas_chart_build_dup_label (build, category, map->series, TRUE));
  atlas_map_body_clear (&body);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Map *map = user_data;
  const AtlasObservation *one = atlas_chart_data_get_value (map->build->data, *(const guint *) a, map->series);
  const AtlasObservation *other = atlas_chart_data_get_value (map->build->data, *(const guint *) b, map->series);
  double x = fabs (one->value), y = fabs (other->value);

  return x > y ? -1 : x < y ? 1 : 0;
}

/* (nullable) */
static const AtlasBoundary *
find_area (const Map *map,
           guint      category)
{
  const AtlasChartEntry *entry = atlas_chart_data_get_category (map->build->data, category);

  if (!entry->is_region || atlas_chart_data_get (map->build->data, category, map->series) == NULL)
    return NULL;
  return atlas_boundaries_find (get_boundaries (map->build), entry->region->code);
}

/* The largest first, so that none hides a smaller one; labels then keep off all of them. */
static void
draw_circles (const Map *map,
              AtlasRect  plot)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint c = 0; c < map->build->data->categories->len; c++)
    if (find_area (map, c) != NULL && atlas_chart_data_get_value (map->build->data, c, map->series) != NULL)
      g_array_append_val (order, c);
  g_array_sort_with_data (order, compare_sizes, (gpointer) map);
  for (guint i = 0; i < order->len; i++)
    {
      guint category = g_array_index (order, guint, i);
      const AtlasObservation *value = atlas_chart_data_get_value (map->build->data, category, map->series);
      AtlasMapBody body = atlas_map_body_find (&map->projection, find_area (map, category));
      AtlasRect box;

      if (body.corners == NULL)
        continue;
      box = circle_box (map, &body, value, plot);
      atlas_symbol_draw (map->build, ATLAS_SYMBOL_CIRCLE,
                         (AtlasPoint) { box.x + box.width / 2.0, box.y + box.height / 2.0 }, box.width,
                         value->value < 0.0);
      g_array_append_val (map->labels, box);
      atlas_map_body_clear (&body);
    }
}

/* Divisions of the table without borders, and borders without a division in it (C28). */
static void
note_unmatched (const Map *map)
{
  AtlasBoundaries *boundaries = get_boundaries (map->build);
  g_autoptr (GPtrArray) without_borders = g_ptr_array_new ();
  g_autoptr (GPtrArray) without_rows = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint c = 0; c < map->build->data->categories->len; c++)
    {
      const AtlasBoundary *area = find_area (map, c);

      if (area != NULL)
        g_hash_table_add (known, (gpointer) area);
      else
        g_ptr_array_add (without_borders, atlas_chart_data_get_category (map->build->data, c)->name);
    }
  for (guint i = 0; i < atlas_boundaries_get_n_areas (boundaries); i++)
    {
      const AtlasBoundary *area = atlas_boundaries_get_nth (boundaries, i);

      if (!g_hash_table_contains (known, area))
        g_ptr_array_add (without_rows, area->name[0] != '\0' ? area->name : area->code);
    }
  atlas_chart_notes_add_names (map->build->notes, _("Without borders in the file: %s"), without_borders);
  atlas_chart_notes_add_names (map->build->notes, _("Not asked for: %s"), without_rows);
}

static void
note_skipped (const Map *map)
{
  guint n = atlas_boundaries_get_n_skipped (get_boundaries (map->build));
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u feature of the file has no division code or no polygon",
                                                         "%u features of the file have no division code or no polygon", n),
                                               n);

  if (n > 0)
    atlas_chart_notes_add (map->build->notes, sentence);
}

/* All areas first, then borders and labels over them. */
static void
draw_map (Map       *map,
          AtlasRect  plot)
{
  AtlasBoundaries *boundaries = get_boundaries (map->build);
  AtlasPaint background = { map->build->style->background, "background" };

  for (guint c = 0; c < map->build->data->categories->len; c++)
    {
      const AtlasBoundary *area = find_area (map, c);

      if (area == NULL)
        continue;
      fill (map, area, area_paint (map, c), atlas_chart_data_get_value (map->build->data, c, map->series) == NULL);
      draw_borders (map, area, background, BORDER);
    }
  for (guint i = 0; i < atlas_boundaries_get_n_areas (boundaries); i++)
    {
      const AtlasBoundary *area = atlas_boundaries_get_nth (boundaries, i);

      draw_borders (map, area, atlas_chart_build_axis (map->build), 0.5);
    }
  if (!map->is_rate)
    draw_circles (map, plot);
  for (guint c = 0; c < map->build->data->categories->len; c++)
    if (find_area (map, c) != NULL)
      draw_category (map, find_area (map, c), c, plot);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  AtlasRect room = plot;
  double legend;
  Map map;

  if (get_boundaries (build) == NULL)
    return atlas_chart_build_draw_message (build, plot, _("No borders: a map needs those of a GeoJSON file"));
  if (build->data->series->len == 0)
    return atlas_chart_build_draw_message (build, plot, _("No data"));
  map_init (&map, build);
  map.full = choose_full (room);
  legend = put_legend (&map, plot, TRUE);
  if (plot.height - legend >= LEAST_HEIGHT / 2.0)
    {
      put_legend (&map, plot, FALSE);
      room.y += legend;
      room.height -= legend;
    }
  map.projection = atlas_map_projection_new (get_boundaries (build), room);
  map.labels = g_array_new (FALSE, FALSE, sizeof (AtlasRect));
  draw_map (&map, room);
  note_unmatched (&map);
  note_skipped (&map);
  if (!map.is_rate)
    atlas_chart_notes_add (build->notes, _("Circles in proportion to the values: a count grows with the size of a region"));
  atlas_chart_notes_set_hidden (build->notes, 0, map.n_unlabelled);
  g_array_unref (map.labels);
  return plot.y + plot.height;
}

const AtlasChartPlot atlas_choropleth_plot = { measure, measure_least, draw };
