/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/area-cell.h"
#include "charts/bar-rows.h"
#include "charts/chart-label.h"
#include "charts/class-legend.h"
#include "charts/kinds/heat-columns.h"

/* Of the font size that a row is high. */
#define ROW_HEIGHT 2.0
#define CELL_PADDING 3.0
/* Of the names of columns: they give way to rows. */
#define MAX_HEADER_LINES 4
#define LEAST_HEADER_LINES 2

typedef struct {
  AtlasChartBuild *build;
  AtlasBarRows *rows;
  AtlasHeatColumns *columns;
  AtlasTextRole role;
  guint n_unlabelled;
} Heat;

static double
row_height (const AtlasChartBuild *build)
{
  return atlas_text_maker_get_size (build->text, ATLAS_TEXT_LABEL) * ROW_HEIGHT;
}

/* Of several indicators each column has classes of its own. */
static AtlasClassLegend *
make_legend (AtlasChartBuild *build,
             double           width)
{
  gboolean is_one = build->data->is_one_unit && build->data->series->len > 0;

  return atlas_class_legend_new (build, is_one ? atlas_chart_data_get_measure (build->data, 0) : NULL, width);
}

/* The columns beside the names that a table as high as HEIGHT has; with their names and a few rows no higher than ROOM, where
 * that can be. */
static AtlasHeatColumns *
make_columns (AtlasChartBuild *build,
              double           width,
              double           height,
              double           room)
{
  AtlasRect plot = { 0.0, 0.0, width, MAX (height, 1.0) };
  g_autoptr (AtlasBarRows) rows = atlas_bar_rows_new (build, plot, row_height (build), atlas_bar_rows_get_least (build));
  AtlasHeatColumns *columns = atlas_heat_columns_new (build, rows->right - rows->left, MAX_HEADER_LINES);

  for (guint n = MAX_HEADER_LINES - 1;
       n >= LEAST_HEADER_LINES && columns->height + atlas_bar_rows_measure_few (build) > room; n--)
    {
      atlas_heat_columns_free (columns);
      columns = atlas_heat_columns_new (build, rows->right - rows->left, n);
    }
  return columns;
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  double rows = atlas_bar_rows_measure (build, width, row_height (build));
  g_autoptr (AtlasHeatColumns) columns = make_columns (build, width, rows, G_MAXDOUBLE);
  g_autoptr (AtlasClassLegend) legend = make_legend (build, width);

  return ceil (rows + columns->height + atlas_class_legend_get_height (legend));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  g_autoptr (AtlasHeatColumns) columns = make_columns (build, width,
                                                       atlas_bar_rows_measure (build, width, row_height (build)), 0.0);

  return atlas_bar_rows_measure_few (build) + columns->height;
}

static AtlasRect
get_cell (const Heat *heat,
          guint       category,
          guint       series)
{
  AtlasRect row = atlas_bar_rows_get_row (heat->rows, category);
  double width = row.width / heat->columns->n_columns;

  return (AtlasRect) { row.x + series * width, row.y, width, row.height };
}

/* The larger of the two sizes in which every number has room in its cell, else the smaller. */
static AtlasTextRole
choose_role (const Heat *heat)
{
  double width = atlas_area_inset (get_cell (heat, 0, 0)).width - 2.0 * CELL_PADDING;

  if (heat->rows->role == ATLAS_TEXT_NOTE)
    return ATLAS_TEXT_NOTE;
  for (guint c = 0; c < heat->rows->n_rows; c++)
    for (guint s = 0; s < heat->columns->n_columns; s++)
      if (atlas_chart_data_get_value (heat->build->data, c, s) != NULL)
        {
          g_autofree char *label = atlas_chart_build_dup_label (heat->build, c, s, TRUE);
          g_autoptr (AtlasTextRun) run = atlas_text_run_new (heat->build->text, ATLAS_TEXT_LABEL, label, 0.0, 1);

          if (run->width > width)
            return ATLAS_TEXT_NOTE;
        }
  return ATLAS_TEXT_LABEL;
}

/* Whether there was room for the number. */
static gboolean
draw_value (const Heat *heat,
            guint       category,
            guint       series,
            AtlasRect   cell)
{
  AtlasChartBuild *build = heat->build;
  const AtlasObservation *value = atlas_chart_data_get_value (build->data, category, series);
  const AtlasChartMeasure *measure = atlas_chart_data_get_measure (build->data, series);
  AtlasPaint paint = atlas_chart_build_value (build, &measure->classes, value->value);
  g_autoptr (AtlasTextRun) run = NULL;

  atlas_area_draw_value (build, cell, paint, value);
  if (cell.height >= atlas_text_maker_get_size (build->text, heat->role) * 1.1)
    run = atlas_area_label_new (build, heat->role, category, series, cell.width - 2.0 * CELL_PADDING);
  if (run != NULL)
    atlas_area_place (build, cell, run, atlas_chart_build_text_on (paint));
  return run != NULL;
}

static void
draw_cell (Heat  *heat,
           guint  category,
           guint  series)
{
  AtlasChartBuild *build = heat->build;
  AtlasRect hit = get_cell (heat, category, series), cell = atlas_area_inset (hit);
  const AtlasObservation *observation = atlas_chart_data_get (build->data, category, series);
  gboolean is_labelled;

  if (observation == NULL)
    return;
  if (atlas_chart_data_get_value (build->data, category, series) != NULL)
    is_labelled = draw_value (heat, category, series, cell);
  else
    is_labelled = atlas_area_draw_missing (build, cell, observation);
  heat->n_unlabelled += !is_labelled;
  atlas_chart_build_add_mark (build, category, series, cell, hit,
                              atlas_chart_build_dup_label (build, category, series, TRUE));
}

/* C2: the order of the rows is not plain to see where the columns differ. */
static void
note_order (AtlasChartBuild *build)
{
  g_autofree char *sentence = NULL;

  if (build->data->leading < 0 || build->data->series->len < 2 || build->data->categories->len < 2)
    return;
  /* Translators: the name of a column */
  sentence = g_strdup_printf (_("In the order of “%s”"),
                              atlas_chart_data_get_series (build->data, (guint) build->data->leading)->name);
  atlas_chart_notes_add (build->notes, sentence);
}

static void
draw_table (Heat *heat)
{
  atlas_bar_rows_draw_names (heat->rows, heat->build);
  atlas_heat_columns_draw (heat->columns, heat->build, heat->rows->left,
                           (heat->rows->right - heat->rows->left) / heat->columns->n_columns,
                           atlas_bar_rows_get_row (heat->rows, 0).y);
  heat->role = choose_role (heat);
  for (guint c = 0; c < heat->rows->n_rows; c++)
    for (guint s = 0; s < heat->columns->n_columns; s++)
      draw_cell (heat, c, s);
  atlas_chart_notes_add_hidden (heat->build->notes, heat->n_unlabelled);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  g_autoptr (AtlasClassLegend) legend = make_legend (build, plot.width);
  double above = atlas_class_legend_get_height (legend), bottom;
  g_autoptr (AtlasHeatColumns) columns = make_columns (build, plot.width, plot.height - above, plot.height);
  g_autoptr (AtlasBarRows) rows = NULL;
  Heat heat = { build, NULL, columns };
  AtlasRect below = plot;

  if (above + columns->height + atlas_bar_rows_measure_few (build) > plot.height)
    above = 0.0;
  else
    atlas_class_legend_draw (legend, plot.x, plot.y);
  below.y += above + columns->height;
  below.height = MAX (plot.height - above - columns->height, 1.0);
  heat.rows = rows = atlas_bar_rows_new (build, below, row_height (build), atlas_bar_rows_get_least (build));
  note_order (build);
  draw_table (&heat);
  atlas_heat_columns_note (columns, build);
  bottom = atlas_bar_rows_get_bottom (rows);
  return bottom;
}

const AtlasChartPlot atlas_heat_plot = { measure, measure_least, draw };
