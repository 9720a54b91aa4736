/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/area-cell.h"
#include "charts/kinds/map-series.h"
#include "charts/kinds/unit-groups.h"

#define MOST_SIZE 14.0
#define LEAST_SIZE 4.0
#define TITLE_GAP 8.0
#define MAX_TITLE_SHARE 0.42
#define LEAST_GROUPS 3
/* Beside each other groups stand where there is more room than a page has, and none needs it. */
#define LEAST_WIDTH_OF_LANES 760.0
#define LANE_GAP 28.0
#define MOST_LANES 3
/* By so many levels groups get coarser, from counties over prefectures to provinces, before any of them goes. */
#define MOST_COARSER 2

typedef struct {
  AtlasChartBuild *build;
  guint series;
  GArray *groups;      /* (element-type AtlasUnitGroup) */
  gboolean *is_hidden; /* of each group */
  double left, right; /* of the cells in the first lane */
  guint n_lanes;      /* in which groups stand beside each other */
  double lane_pitch;
  double bottom;
  double size; /* of a cell */
  double gap;  /* between groups */
  guint n_left_out; /* cells of a group that is too large by itself */
} Grid;

static double
group_gap (double size)
{
  return MIN (size * 0.4, 5.0);
}

static double
cell_pitch (const Grid *grid)
{
  return grid->size + ATLAS_AREA_GAP;
}

static void
choose_lanes (Grid      *grid,
              AtlasRect  plot)
{
  guint longest = 0;
  double needed;

  for (guint i = 0; i < grid->groups->len; i++)
    longest = MAX (longest, g_array_index (grid->groups, AtlasUnitGroup, i).n);
  needed = grid->left - plot.x + longest * cell_pitch (grid) + LANE_GAP;
  grid->n_lanes = plot.width < LEAST_WIDTH_OF_LANES ? 1 : MIN ((guint) ((plot.width + LANE_GAP) / needed), MOST_LANES);
  grid->n_lanes = CLAMP (grid->n_lanes, 1, MAX (grid->groups->len, 1));
  grid->lane_pitch = (plot.width + LANE_GAP) / grid->n_lanes;
  grid->right = plot.x + grid->lane_pitch - LANE_GAP;
}

static void
grid_init (Grid            *grid,
           AtlasChartBuild *build,
           AtlasRect        plot,
           guint            coarser)
{
  double widest = 0.0;

  *grid = (Grid) { build };
  grid->series = atlas_map_series_choose (build);
  grid->groups = atlas_unit_groups_new (build, grid->series, coarser);
  grid->is_hidden = g_new0 (gboolean, grid->groups->len + 1);
  for (guint i = 0; i < grid->groups->len; i++)
    {
      g_autofree char *title = atlas_unit_group_dup_title (&g_array_index (grid->groups, AtlasUnitGroup, i));
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, title, 0.0, 1);

      widest = MAX (widest, run->width);
    }
  grid->left = plot.x + ceil (MIN (widest, plot.width * MAX_TITLE_SHARE)) + TITLE_GAP;
  grid->size = MOST_SIZE;
  grid->gap = group_gap (grid->size);
  choose_lanes (grid, plot);
}

static void
grid_clear (Grid *grid)
{
  g_array_unref (grid->groups);
  g_free (grid->is_hidden);
}

static guint
n_columns (const Grid *grid)
{
  return MAX ((guint) floor ((grid->right - grid->left + ATLAS_AREA_GAP) / cell_pitch (grid)), 1);
}

static double
line_height (const Grid *grid)
{
  return atlas_text_maker_get_size (grid->build->text, ATLAS_TEXT_NOTE) * 1.2;
}

static double
group_height (const Grid           *grid,
              const AtlasUnitGroup *group)
{
  guint columns = n_columns (grid), n_rows = (group->n + columns - 1) / columns;

  return MAX (n_rows * cell_pitch (grid), line_height (grid)) + grid->gap;
}

/* Where a group begins. */
typedef struct {
  guint lane;
  double top;
} Place;

/* The height of all groups that are shown, down one lane after the other, which are about equally long; PLACES (out)
 * (optional): of each group. */
static double
place_groups (const Grid *grid,
              Place      *places)
{
  Place at = { 0, 0.0 };
  double total = 0.0, height = 0.0;

  for (guint i = 0; i < grid->groups->len; i++)
    if (!grid->is_hidden[i])
      total += group_height (grid, &g_array_index (grid->groups, AtlasUnitGroup, i));
  for (guint i = 0; i < grid->groups->len; i++)
    {
      double own = grid->is_hidden[i] ? 0.0 : group_height (grid, &g_array_index (grid->groups, AtlasUnitGroup, i));

      if (at.lane + 1 < grid->n_lanes && at.top + own / 2.0 > total / grid->n_lanes)
        at = (Place) { at.lane + 1, 0.0 };
      if (places != NULL)
        places[i] = at;
      at.top += own;
      height = MAX (height, at.top);
    }
  return height;
}

static double
grid_height (const Grid *grid)
{
  return place_groups (grid, NULL);
}

/* How many divisions have nothing, or nothing known: what one looks for. */
static guint
count_open (const AtlasUnitGroup *group)
{
  return group->n_of_kind[ATLAS_UNIT_NONE] + group->n_of_kind[ATLAS_UNIT_MISSING];
}

/* The group still shown of which least is to be seen. */
static guint
find_least (const Grid *grid)
{
  int best = -1;

  for (guint i = 0; i < grid->groups->len; i++)
    if (!grid->is_hidden[i] &&
        (best < 0 || count_open (&g_array_index (grid->groups, AtlasUnitGroup, i)) <=
                       count_open (&g_array_index (grid->groups, AtlasUnitGroup, best))))
      best = (int) i;
  return (guint) MAX (best, 0);
}

static gboolean
has_room_for (Grid   *grid,
              double  size,
              double  height)
{
  Grid other = *grid;

  other.size = size;
  other.gap = MIN (grid->gap, group_gap (size));
  return grid_height (&other) <= height;
}

/* The finest groups whose cells all fit into HEIGHT, however small, else those of counties. */
static void
choose_groups (Grid      *grid,
               AtlasRect  plot,
               double     height)
{
  for (guint coarser = 1; coarser <= MOST_COARSER && !has_room_for (grid, LEAST_SIZE, height); coarser++)
    {
      Grid coarse;

      grid_init (&coarse, grid->build, plot, coarser);
      coarse.bottom = grid->bottom;
      if (has_room_for (&coarse, LEAST_SIZE, height))
        {
          grid_clear (grid);
          *grid = coarse;
          return;
        }
      grid_clear (&coarse);
    }
}

/* Smaller cells first; where these are as small as can be, groups give way to their sums, and the cells of those left may
 * grow into the lines that their titles take. */
static void
fit (Grid   *grid,
     double  height)
{
  while (grid->size > LEAST_SIZE && grid_height (grid) > height)
    {
      grid->size -= 1.0;
      grid->gap = group_gap (grid->size);
    }
  for (guint i = 0; i + 1 < grid->groups->len && grid_height (grid) > height; i++)
    grid->is_hidden[find_least (grid)] = TRUE;
  while (grid->size < MOST_SIZE && has_room_for (grid, grid->size + 1.0, height))
    grid->size += 1.0;
}

static void
note_hidden (const Grid *grid)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < grid->groups->len; i++)
    if (grid->is_hidden[i])
      g_ptr_array_add (titles, atlas_unit_group_dup_title (&g_array_index (grid->groups, AtlasUnitGroup, i)));
  list = atlas_chart_notes_join_names (titles);
  if (titles->len > 0)
    sentence = g_strdup_printf (_("Only in sum here, one by one in the table: %s"), list);
  atlas_chart_notes_set_left_out (grid->build->notes, sentence);
}

static void
draw_cells (Grid                 *grid,
            const AtlasUnitGroup *group,
            double                left,
            double                top)
{
  AtlasChartBuild *build = grid->build;
  double pitch = cell_pitch (grid);
  guint columns = n_columns (grid), at = 0;

  for (guint c = group->first; at < group->n; c++)
    {
      AtlasRect cell = { left + at % columns * pitch, top + at / columns * pitch, grid->size, grid->size };
      AtlasRect hit = { cell.x - ATLAS_AREA_GAP / 2.0, cell.y - ATLAS_AREA_GAP / 2.0, pitch, pitch };
      const AtlasObservation *observation = atlas_chart_data_get (build->data, c, grid->series);

      if (observation == NULL)
        continue;
      at++;
      if (cell.y + grid->size > grid->bottom)
        {
          grid->n_left_out++;
          continue;
        }
      atlas_unit_draw (build, cell, atlas_unit_get_kind (build, c, grid->series), observation);
      atlas_chart_build_add_mark (build, c, grid->series, cell, hit,
                                  atlas_chart_build_dup_label (build, c, grid->series, TRUE));
    }
}

static void
draw_group (Grid                 *grid,
            const AtlasUnitGroup *group,
            AtlasRect             plot,
            double                shift,
            double                top)
{
  AtlasChartBuild *build = grid->build;
  g_autofree char *title = atlas_unit_group_dup_title (group);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, title, grid->left - TITLE_GAP - plot.x, 1);
  double first_row = MAX (cell_pitch (grid), line_height (grid));

  atlas_text_run_place_right (run, build->text, build->shapes, grid->left + shift - TITLE_GAP,
                              top + (first_row - run->height) / 2.0, atlas_chart_build_text (build));
  draw_cells (grid, group, grid->left + shift,
              top + MAX ((line_height (grid) - cell_pitch (grid)) / 2.0, 0.0) + ATLAS_AREA_GAP / 2.0);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  AtlasRect plot = { 0.0, 0.0, width, 0.0 };
  Grid grid;
  double height;

  grid_init (&grid, build, plot, 0);
  height = ceil (atlas_unit_legend (build, grid.groups, plot, TRUE) + grid_height (&grid));
  grid_clear (&grid);
  return height;
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  AtlasRect plot = { 0.0, 0.0, width, 0.0 };
  Grid grid;
  double height;

  grid_init (&grid, build, plot, 0);
  height = atlas_unit_legend (build, grid.groups, plot, TRUE) +
           MIN (grid.groups->len, LEAST_GROUPS) * (line_height (&grid) + LEAST_SIZE);
  grid_clear (&grid);
  return height;
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  Grid grid;
  g_autofree Place *places = NULL;
  double y = plot.y, legend, height;

  grid_init (&grid, build, plot, 0);
  legend = atlas_unit_legend (build, grid.groups, plot, TRUE);
  if (plot.height - legend >= 2.0 * line_height (&grid))
    y += atlas_unit_legend (build, grid.groups, plot, FALSE);
  grid.bottom = plot.y + plot.height;
  choose_groups (&grid, plot, grid.bottom - y);
  fit (&grid, grid.bottom - y);
  places = g_new (Place, grid.groups->len + 1);
  height = place_groups (&grid, places);
  for (guint i = 0; i < grid.groups->len; i++)
    if (!grid.is_hidden[i])
      draw_group (&grid, &g_array_index (grid.groups, AtlasUnitGroup, i), plot, places[i].lane * grid.lane_pitch,
                  y + places[i].top);
  atlas_unit_note_excluded (build, grid.series);
  note_hidden (&grid);
  atlas_chart_notes_set_hidden (build->notes, grid.n_left_out, 0);
  if (!build->spec->keep_order)
    atlas_chart_notes_add (build->notes, _("In the order of division codes"));
  grid_clear (&grid);
  return MIN (y + height, plot.y + plot.height);
}

const AtlasChartPlot atlas_unit_grid_plot = { measure, measure_least, draw };
