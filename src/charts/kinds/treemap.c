/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/area-cell.h"
#include "charts/kinds/treemap-parts.h"

#define PADDING 5.0
#define ASPECT 0.56
#define MAX_LINES 36.0 /* no higher than so many lines of text, however wide */
#define LEAST_HEIGHT 60.0
#define GROUP_GAP 4.0
#define MAX_NAME_LINES 3

typedef struct {
  AtlasChartBuild *build;
  GArray *parts;  /* (element-type AtlasTreemapPart) */
  GArray *groups; /* (element-type AtlasTreemapGroup) */
  GPtrArray *keys; /* (element-type utf8): what the numbers in small parts stand for */
} Treemap;

static double
measure (AtlasChartBuild *build,
         double           width)
{
  return round (MIN (width * ASPECT, MAX_LINES * build->style->text_size));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  return LEAST_HEIGHT;
}

static const AtlasTreemapGroup *
get_group (const Treemap          *map,
           const AtlasTreemapPart *part)
{
  return &g_array_index (map->groups, AtlasTreemapGroup, part->group);
}

/* Words are not broken in the middle, as Han characters may be. */
static gboolean
words_fit (const Treemap *map,
           AtlasTextRole  role,
           const char    *text,
           double         width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && g_ascii_isalpha (text[0]); i++)
    {
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (map->build->text, role, words[i], 0.0, 1);

      if (run->width > width)
        return FALSE;
    }
  return TRUE;
}

/* (nullable): NULL where TEXT has no room in WIDTH × HEIGHT. */
static AtlasTextRun *
fit_run (const Treemap *map,
         AtlasTextRole  role,
         const char    *text,
         double         width,
         double         height)
{
  g_autoptr (AtlasTextRun) run = NULL;

  if (width <= 0.0 || !words_fit (map, role, text, width))
    return NULL;
  run = atlas_text_run_new (map->build->text, role, text, width, MAX_NAME_LINES);
  return run->is_ellipsized || run->height > height || run->width > width ? NULL : g_steal_pointer (&run);
}

/* The name of the group stands in its first part, which is the largest and at its top left. */
static gboolean
is_first_of_group (const Treemap *map,
                   guint          n)
{
  const AtlasTreemapPart *parts = (const AtlasTreemapPart *) map->parts->data;

  return get_group (map, &parts[n])->name != NULL && (n == 0 || parts[n - 1].group != parts[n].group);
}

/* Writes group, name and value below each other from the top left of ROOM; FALSE, and nothing, where they do not fit. */
static gboolean
draw_texts (const Treemap *map,
            guint          n,
            AtlasTextRole  role,
            AtlasRect      room,
            AtlasPaint     paint)
{
  const AtlasTreemapPart *part = &g_array_index (map->parts, AtlasTreemapPart, n);
  AtlasTextMaker *maker = map->build->text;
  AtlasShapeList *shapes = map->build->shapes;
  gboolean is_first = is_first_of_group (map, n);
  g_autoptr (AtlasTextRun) group = NULL;
  g_autoptr (AtlasTextRun) name = fit_run (map, role, part->name, room.width, room.height);
  g_autoptr (AtlasTextRun) value = atlas_area_label_new (map->build, role, part->category, 0, room.width);
  double y = room.y;

  if (is_first)
    group = fit_run (map, role == ATLAS_TEXT_LABEL ? ATLAS_TEXT_STRONG : role, get_group (map, part)->name, room.width,
                     room.height);
  if (name == NULL || value == NULL || (is_first && group == NULL) ||
      (group != NULL ? group->height : 0.0) + name->height + value->height > room.height)
    return FALSE;
  if (group != NULL)
    {
      atlas_text_run_place (group, maker, shapes, room.x, y, paint);
      y += group->height;
    }
  atlas_text_run_place (name, maker, shapes, room.x, y, paint);
  atlas_text_run_place (value, maker, shapes, room.x, y + name->height, paint);
  return TRUE;
}

static char *
dup_full_name (const Treemap          *map,
               const AtlasTreemapPart *part)
{
  g_autofree char *label = atlas_chart_build_dup_label (map->build, part->category, 0, TRUE);
  const char *group = get_group (map, part)->name;

  if (group == NULL)
    return g_strdup_printf ("%s %s", part->name, label);
  return g_strdup_printf ("%s · %s %s", group, part->name, label);
}

/* What has no room for its name has a number, and the smallest not even that: all are named below. */
static void
draw_number (const Treemap          *map,
             const AtlasTreemapPart *part,
             AtlasRect               cell,
             AtlasPaint              paint)
{
  g_autofree char *number = g_strdup_printf ("%u", map->keys->len + 1);
  g_autofree char *name = dup_full_name (map, part);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (map->build->text, ATLAS_TEXT_NOTE, number, 0.0, 1);

  if (run->width + 2.0 <= cell.width && run->height <= cell.height)
    atlas_area_place (map->build, cell, run, paint);
  g_ptr_array_add (map->keys, g_strdup_printf ("%s %s", number, name));
}

static AtlasPaint
get_paint (const Treemap          *map,
           const AtlasTreemapPart *part)
{
  AtlasChartBuild *build = map->build;
  const AtlasRegion *region = atlas_chart_data_get_category (build->data, part->category)->region;

  if (map->groups->len > 1)
    return atlas_chart_build_value_of (build, get_group (map, part)->key, get_group (map, part)->slot);
  return atlas_chart_build_region (build, region);
}

static void
draw_part (const Treemap *map,
           guint          n)
{
  AtlasChartBuild *build = map->build;
  const AtlasTreemapPart *part = &g_array_index (map->parts, AtlasTreemapPart, n);
  AtlasRect cell = atlas_area_inset (part->area);
  AtlasRect room = { cell.x + PADDING, cell.y + PADDING, cell.width - 2.0 * PADDING, cell.height - 2.0 * PADDING };
  AtlasPaint paint = get_paint (map, part), text = atlas_chart_build_text_on (paint);

  atlas_area_draw_value (build, cell, paint, atlas_chart_data_get_value (build->data, part->category, 0));
  if (!draw_texts (map, n, ATLAS_TEXT_LABEL, room, text) && !draw_texts (map, n, ATLAS_TEXT_NOTE, room, text))
    draw_number (map, part, cell, text);
  atlas_chart_build_add_mark (build, part->category, 0, part->area, part->area,
                              atlas_chart_build_dup_label (build, part->category, 0, TRUE));
}

/* Wider gaps between groups than within them. */
static void
draw_gaps (const Treemap *map)
{
  AtlasPaint background = { map->build->style->background, "background" };

  for (guint i = 0; map->groups->len > 1 && i < map->groups->len; i++)
    {
      AtlasRect area = g_array_index (map->groups, AtlasTreemapGroup, i).area;
      double in = GROUP_GAP / 4.0, right = area.x + area.width - in, bottom = area.y + area.height - in;
      AtlasPoint corners[] = { { area.x + in, area.y + in }, { right, area.y + in }, { right, bottom },
                               { area.x + in, bottom } };

      if (MIN (area.width, area.height) > GROUP_GAP)
        atlas_shape_list_add_line (map->build->shapes, corners, 4, TRUE, background, GROUP_GAP / 2.0,
                                   ATLAS_STROKE_SOLID);
    }
}

static void
note_keys (const Treemap *map)
{
  g_autofree char *list = atlas_chart_notes_join_names (map->keys);

  atlas_chart_notes_set_left_out (map->build->notes, map->keys->len > 0 ? list : NULL);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  Treemap map = { build };

  map.parts = atlas_treemap_parts_new (build, plot, &map.groups);
  map.keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < map.parts->len; i++)
    draw_part (&map, i);
  draw_gaps (&map);
  note_keys (&map);
  g_array_unref (map.parts);
  g_array_unref (map.groups);
  g_ptr_array_unref (map.keys);
  return plot.y + plot.height;
}

const AtlasChartPlot atlas_treemap_plot = { measure, measure_least, draw };
