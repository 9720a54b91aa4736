/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/bar-rows.h"
#include "charts/chart-legend.h"
#include "charts/class-legend.h"
#include "charts/size-legend.h"

/* Of the text size: how wide a panel is at least before there is one less beside it, how narrow before one is left out,
 * and what lies between them. */
#define PANEL_WIDTH 13.5
#define LEAST_WIDTH 12.0
#define GAP 1.6
#define TITLE_GAP 2.0
#define LEGEND_GAP 6.0

/* Small multiples: the panels of a chart in rows and columns, each with its name above it. */
typedef struct {
  AtlasChartBuild *build;
  const AtlasChartPlot *kind;
  guint n_columns, n_rows;
  double width;  /* of a panel, without names */
  double names;  /* width of the names that the first panel of a row has for all of them */
  double title;  /* height of its name, with the gap below */
  double gap;
  double legend; /* height of the one legend of all panels, with its gap */
  gboolean has_classes; /* whether that is of classes, of those of a measure (nullable) */
  const AtlasChartMeasure *classes;
} Grid;

static guint
get_n_panels (const Grid *self)
{
  return self->build->data->panels->len;
}

/* As many columns as asked for, and then no more than their rows need: 4 panels are 2 × 2, not 3 and 1. */
static void
set_columns (Grid   *self,
             guint   n_columns,
             double  width)
{
  guint n = get_n_panels (self);

  n_columns = CLAMP (n_columns, 1, n);
  self->n_rows = (n + n_columns - 1) / n_columns;
  self->n_columns = (n + self->n_rows - 1) / self->n_rows;
  self->width = (width - self->names - (self->n_columns - 1) * self->gap) / self->n_columns;
}

static guint
fitting_columns (const Grid *self,
                 double      width,
                 double      panel)
{
  return (guint) MAX (1.0, floor ((width - self->names + self->gap) / (panel * self->build->style->text_size + self->gap)));
}

/* What the panels share as far as it is known before they are laid out. */
static AtlasPanelShare
make_share (const Grid *self)
{
  return (AtlasPanelShare) { .names = self->names };
}

/* BUILD as PANEL sees it: its own view of the data, and everything else shared. */
static AtlasChartBuild
enter_panel (const Grid      *self,
             guint            panel,
             AtlasChartData  *view,
             AtlasPanelShare *share)
{
  AtlasChartBuild build = *self->build;

  atlas_chart_data_init_panel (view, self->build->data, panel);
  build.data = view;
  build.share = share;
  share->hides_names = panel % self->n_columns > 0;
  build.first_category = panel * self->build->data->categories->len;
  return build;
}

static double
measure_panels (const Grid *self,
                double (*measure) (AtlasChartBuild *build, double width))
{
  AtlasPanelShare share = make_share (self);
  double height = 0.0;

  for (guint i = 0; i < get_n_panels (self); i++)
    {
      AtlasChartData view;
      AtlasChartBuild build = enter_panel (self, i, &view, &share);

      double own = measure (&build, self->width + (share.hides_names ? 0.0 : self->names));

      height = MAX (height, own);
    }
  return height;
}

static void
init_grid (Grid            *self,
           AtlasChartBuild *build,
           double           width)
{
  AtlasPanelShare share = { 0 };
  AtlasChartData view;
  AtlasChartBuild first;

  *self = (Grid) { build, atlas_chart_plot_find (build->spec->kind) };
  self->gap = round (build->style->text_size * GAP);
  self->title = ceil (atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_STRONG) + TITLE_GAP);
  set_columns (self, fitting_columns (self, width, PANEL_WIDTH), width);
  /* Whether the kind has a legend shows when it is measured. */
  first = enter_panel (self, 0, &view, &share);
  self->kind->measure (&first, self->width);
  if (share.wants_names && build->data->categories->len > 1)
    {
      self->names = atlas_bar_rows_measure_names (build, MIN (width, 2.0 * PANEL_WIDTH * build->style->text_size));
      set_columns (self, fitting_columns (self, width, PANEL_WIDTH), width);
    }
  if (share.wants_legend)
    {
      g_autoptr (AtlasChartLegend) legend = atlas_chart_legend_new_series (build, width);

      self->legend = ceil (atlas_chart_legend_get_height (legend) + LEGEND_GAP);
    }
  if (share.wants_classes)
    {
      g_autoptr (AtlasClassLegend) legend = atlas_class_legend_new (build, share.classes, width);

      self->has_classes = TRUE;
      self->classes = share.classes;
      self->legend = atlas_class_legend_get_height (legend);
    }
  if (share.wants_sizes)
    self->legend = atlas_size_legend_measure (build, share.sizes, share.size_symbol, share.size_full);
}

static double
total_height (const Grid *self,
              guint       n_rows,
              double      plot)
{
  return self->legend + n_rows * (self->title + plot) + (n_rows - 1) * self->gap;
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  Grid grid;

  init_grid (&grid, build, width);
  return ceil (total_height (&grid, grid.n_rows, measure_panels (&grid, grid.kind->measure)));
}

/* One row of panels as narrow as they may be. */
static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  Grid grid;

  init_grid (&grid, build, width);
  set_columns (&grid, fitting_columns (&grid, width, LEAST_WIDTH), width);
  return total_height (&grid, 1, measure_panels (&grid, grid.kind->measure_least));
}

/* Narrower panels where the height asks for it, and then as many rows of them as there is room for. */
static guint
fit_rows (Grid      *self,
          AtlasRect  plot)
{
  guint most = fitting_columns (self, plot.width, LEAST_WIDTH);
  double least = measure_panels (self, self->kind->measure_least);

  for (guint n = self->n_columns + 1; n <= most && total_height (self, self->n_rows, least) > plot.height; n++)
    {
      set_columns (self, n, plot.width);
      least = measure_panels (self, self->kind->measure_least);
    }
  for (guint rows = self->n_rows; rows > 1; rows--)
    if (total_height (self, rows, least) <= plot.height)
      return rows;
  return 1;
}

static AtlasRect
get_panel (const Grid *self,
           AtlasRect   plot,
           guint       n_rows,
           guint       panel)
{
  double height = (plot.height - self->legend + self->gap) / n_rows - self->gap;
  guint row = panel / self->n_columns, column = panel % self->n_columns;

  return (AtlasRect) { plot.x + (column > 0 ? self->names : 0.0) + column * (self->width + self->gap),
                       plot.y + self->legend + row * (height + self->gap) + self->title,
                       self->width + (column > 0 ? 0.0 : self->names), MAX (height - self->title, 1.0) };
}

/* Lays all panels out without keeping anything: tells what they need, so that plots are equally wide and, where HAS_ONE_SCALE,
 * one scale fits the bars of all (C26). */
static void
collect (const Grid      *self,
         AtlasRect        plot,
         guint            n_rows,
         guint            n_shown,
         gboolean         has_one_scale,
         AtlasPanelShare *share)
{
  g_autoptr (AtlasShapeList) shapes = atlas_shape_list_new ();
  g_autoptr (GArray) marks = atlas_chart_build_new_marks ();

  if (has_one_scale)
    share->lengths = g_array_new (FALSE, FALSE, sizeof (AtlasBarLength));
  share->room = G_MAXDOUBLE;
  share->is_collecting = TRUE;
  for (guint i = 0; i < n_shown; i++)
    {
      AtlasChartData view;
      AtlasChartBuild build = enter_panel (self, i, &view, share);

      build.shapes = shapes;
      build.marks = marks;
      self->kind->draw (&build, get_panel (self, plot, n_rows, i));
    }
  share->is_collecting = FALSE;
}

static void
draw_title (const Grid *self,
            guint       panel,
            AtlasRect   at)
{
  const AtlasChartEntry *entry = g_ptr_array_index (self->build->data->panels, panel);
  g_autofree char *unit = NULL;
  g_autofree char *text = NULL;
  g_autoptr (AtlasTextRun) run = NULL;

  if (self->build->data->has_indicator_panels && !self->build->data->is_one_unit)
    {
      const AtlasChartMeasure *own = &g_array_index (self->build->data->measures, AtlasChartMeasure, entry->part);

      unit = atlas_scale_dup_unit (own->scale, own->unit);
    }
  /* Translators: the name of an indicator and its unit, above a panel: “Funding (10,000 yuan)” */
  text = unit != NULL && unit[0] != '\0' ? g_strdup_printf (C_("indicator and unit", "%s (%s)"), entry->name, unit)
                                         : g_strdup (entry->name);
  if (panel % self->n_columns == 0)
    at.x += self->names;
  run = atlas_text_run_new (self->build->text, ATLAS_TEXT_STRONG, text, self->width, 1);
  atlas_text_run_place (run, self->build->text, self->build->shapes, at.x, at.y - self->title,
                        atlas_chart_build_text (self->build));
}

/* Returns the lowest end of the panels. */
static double
draw_panels (const Grid      *self,
             AtlasRect        plot,
             guint            n_rows,
             guint            n_shown,
             AtlasPanelShare *share)
{
  double bottom = plot.y;

  for (guint i = 0; i < n_shown; i++)
    {
      AtlasChartData view;
      AtlasChartBuild build = enter_panel (self, i, &view, share);
      AtlasRect at = get_panel (self, plot, n_rows, i);
      double end;

      draw_title (self, i, at);
      end = self->kind->draw (&build, at);
      bottom = MAX (bottom, end);
      atlas_chart_notes_end_panel (self->build->notes);
    }
  return bottom;
}

/* Sizes are those of the panels as they were laid out: SHARE tells them. */
static void
draw_legend (const Grid            *self,
             const AtlasPanelShare *share,
             AtlasRect              plot)
{
  if (share->wants_sizes)
    atlas_size_legend_draw (self->build, share->sizes, share->size_symbol, share->size_full, plot.width, plot.x, plot.y);
  else if (self->has_classes)
    {
      g_autoptr (AtlasClassLegend) legend = atlas_class_legend_new (self->build, self->classes, plot.width);

      atlas_class_legend_draw (legend, plot.x, plot.y);
    }
  else if (self->legend > 0.0)
    {
      g_autoptr (AtlasChartLegend) legend = atlas_chart_legend_new_series (self->build, plot.width);

      atlas_chart_legend_draw (legend, plot.x, plot.y);
    }
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  Grid grid;
  AtlasPanelShare share;
  guint n_rows, n_shown;
  gboolean has_one_scale = build->data->is_one_unit || !build->data->has_indicator_panels;
  double bottom;

  init_grid (&grid, build, plot.width);
  share = make_share (&grid);
  n_rows = fit_rows (&grid, plot);
  n_shown = MIN (n_rows * grid.n_columns, get_n_panels (&grid));
  collect (&grid, plot, n_rows, n_shown, has_one_scale, &share);
  if (!has_one_scale)
    atlas_chart_notes_add (build->notes, _("Each panel has a scale of its own"));
  atlas_chart_notes_begin_panels (build->notes, get_n_panels (&grid) - n_shown);
  draw_legend (&grid, &share, plot);
  bottom = draw_panels (&grid, plot, n_rows, n_shown, &share);
  g_clear_pointer (&share.lengths, g_array_unref);
  return bottom;
}

const AtlasChartPlot atlas_panels_plot = { measure, measure_least, draw };
