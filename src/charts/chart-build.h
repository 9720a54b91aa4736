/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"
#include "charts/chart-layout.h"
#include "charts/chart-notes.h"
#include "charts/text-run.h"

G_BEGIN_DECLS

/* A mark with its place in the chart's grid of categories × series. */
typedef struct {
  AtlasChartMark mark;
  guint category;
  guint series;
} AtlasPlacedMark;

/* What stands for a count on a map: its area is the value. */
typedef enum {
  ATLAS_SYMBOL_SQUARE,
  ATLAS_SYMBOL_CIRCLE,
} AtlasSymbol;

/**
 * AtlasPanelShare:
 * @is_collecting: the panels are laid out to find out what they need, and nothing of it is kept
 * @wants_legend: set by the legend that a panel leaves out, since all panels have one together
 * @wants_classes: the same of a legend of classes
 * @classes: (nullable): whose classes they are; NULL: of several columns, each with its own
 * @wants_sizes: the same of a legend of sizes, of symbols of @size_symbol whose largest is @size_full points for @sizes
 * @wants_names: set by rows that have a column of names
 * @names: width of that column, which the first panel of a row has for all beside it; 0: each its own
 * @hides_names: whether the panel being laid out is one of the others
 * @lengths: (nullable) (element-type AtlasBarLength): of the bars of all panels, where they have one unit
 * @room: for a bar with its label in the narrowest panel
 * @before: (with @after) width of what stands left and right of the lines, in the panel that needs most of it
 *
 * What the panels of small multiples have in common, so that one scale holds for all (C26).
 */
typedef struct {
  gboolean is_collecting;
  gboolean wants_legend;
  gboolean wants_classes;
  const AtlasChartMeasure *classes;
  gboolean wants_sizes;
  const AtlasChartMeasure *sizes;
  AtlasSymbol size_symbol;
  double size_full;
  gboolean wants_names;
  double names;
  gboolean hides_names;
  GArray *lengths;
  double room;
  double before;
  double after;
} AtlasPanelShare;

/**
 * AtlasChartBuild:
 * @marks: (element-type AtlasPlacedMark): in the order of categories, then series
 * @share: (nullable): where this is one panel of several
 * @first_category: added to the categories of its marks, so that keys walk from panel to panel
 * @least_height: how low it may become, from as high as suits, with all that stands under it
 *
 * What the kinds of charts share while one is laid out.
 */
typedef struct {
  const AtlasChartSpec *spec;
  const AtlasChartStyle *style;
  AtlasTextMaker *text;
  AtlasChartData *data;
  AtlasChartNotes *notes;
  AtlasShapeList *shapes;
  GArray *marks;
  AtlasPanelShare *share;
  guint first_category;
  double least_height;
} AtlasChartBuild;

/**
 * AtlasChartPlot:
 * @measure: the height that suits the plot at WIDTH
 * @measure_least: the height below which it says too little: notes under it give way first
 * @draw: adds shapes and marks within PLOT, and to the notes what there was no room for; returns where it ends
 *
 * A kind of chart.
 */
typedef struct {
  double (*measure) (AtlasChartBuild *build, double width);
  double (*measure_least) (AtlasChartBuild *build, double width);
  double (*draw) (AtlasChartBuild *build, AtlasRect plot);
} AtlasChartPlot;

extern const AtlasChartPlot atlas_bar_plot;
extern const AtlasChartPlot atlas_grouped_bar_plot;
extern const AtlasChartPlot atlas_stacked_bar_plot;
extern const AtlasChartPlot atlas_line_plot;
extern const AtlasChartPlot atlas_step_plot;
extern const AtlasChartPlot atlas_spark_plot;
extern const AtlasChartPlot atlas_slope_plot;
extern const AtlasChartPlot atlas_scatter_plot;
extern const AtlasChartPlot atlas_dumbbell_plot;
extern const AtlasChartPlot atlas_bullet_plot;
extern const AtlasChartPlot atlas_funnel_plot;
extern const AtlasChartPlot atlas_strip_plot;
extern const AtlasChartPlot atlas_dot_plot;
/* Small multiples of any kind. */
extern const AtlasChartPlot atlas_panels_plot;

const AtlasChartPlot *atlas_chart_plot_find (AtlasChartKind kind);

/* (element-type AtlasPlacedMark) (transfer full): none yet */
GArray     *atlas_chart_build_new_marks (void) G_GNUC_WARN_UNUSED_RESULT;
extern const AtlasChartPlot atlas_heat_plot;
extern const AtlasChartPlot atlas_tile_map_plot;
extern const AtlasChartPlot atlas_unit_grid_plot;
extern const AtlasChartPlot atlas_choropleth_plot;
extern const AtlasChartPlot atlas_treemap_plot;

/* Words in place of a plot that has nothing to show; returns where they end. */
double      atlas_chart_build_draw_message (AtlasChartBuild *build, AtlasRect plot, const char *message);
/* Takes LABEL. */
void        atlas_chart_build_add_mark (AtlasChartBuild *build, guint category, guint series, AtlasRect bounds,
                                        AtlasRect hit, char *label);

/* Colours by what they are for. */
AtlasPaint  atlas_chart_build_text   (const AtlasChartBuild *build);
AtlasPaint  atlas_chart_build_dim    (const AtlasChartBuild *build);
AtlasPaint  atlas_chart_build_axis   (const AtlasChartBuild *build);
AtlasPaint  atlas_chart_build_grid   (const AtlasChartBuild *build);
/* Of the n-th of several things that are no regions; after the last slot they begin again. */
AtlasPaint  atlas_chart_build_slot   (const AtlasChartBuild *build, guint slot);
/* Of VALUE of the first dimension that the table is broken down by: the same in every chart, whichever others there are; or, of a
 * dimension with more values than there are colours, of the one at PLACE among those that there are. */
AtlasPaint  atlas_chart_build_value_of (const AtlasChartBuild *build, const char *value, guint place);
/* Of a region in a chart without series (C20). */
AtlasPaint  atlas_chart_build_region (const AtlasChartBuild *build, const AtlasRegion *region);
/* Of a series: its region's colour, the ramp for grades and years, else the slots in turn (C20, C21). */
AtlasPaint  atlas_chart_build_series (const AtlasChartBuild *build, guint series);
/* Of the n-th of N_CLASSES; of the class that VALUE falls into (C16). */
AtlasPaint  atlas_chart_build_class  (const AtlasChartBuild *build, guint n_classes, guint n);
AtlasPaint  atlas_chart_build_value  (const AtlasChartBuild *build, const AtlasClassScale *classes, double value);
/* Whether SERIES is hatched, as more series than colours are (C19). */
gboolean    atlas_chart_build_is_hatched (const AtlasChartBuild *build, guint series);
/* White or black on a fill of PAINT. */
AtlasPaint  atlas_chart_build_text_on (AtlasPaint paint);
/* The fill of a stand-in: lighter, to be outlined with PAINT itself. */
AtlasPaint  atlas_chart_build_lighter (const AtlasChartBuild *build, AtlasPaint paint);

/* The number of a value that is there, with its qualifier; by the spec's signs, "…" for one below the smallest unit (C9). */
char       *atlas_chart_build_dup_number (const AtlasChartBuild *build, guint category, guint series)
  G_GNUC_WARN_UNUSED_RESULT;
/* The text of a value beside its mark: fraction, value, period and note signs, or
 * why it is missing. TERSE leaves the fraction out. */
char       *atlas_chart_build_dup_label (const AtlasChartBuild *build, guint category, guint series, gboolean terse)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
