/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-measure.h"
#include "charts/chart-spec.h"
#include "charts/ranking.h"

G_BEGIN_DECLS

/**
 * AtlasChartEntry:
 * @name: as it stands beside the axis or in the legend
 * @region: (nullable): the division it is about, if it is about one
 * @is_region: whether @name is just that division's
 * @year: of a category on a time axis; 0 else
 * @order: of a dimension value with an order of its own, from 1; 0 else
 * @part: of a series that is an indicator of a joined table, which of its parts; 0 else
 * @key: tells it from the others: codes and ids
 *
 * A category (a row of bars, a year) or a series (a colour, a line).
 */
typedef struct {
  char *name;
  const AtlasRegion *region;
  gboolean is_region;
  int year;
  guint order;
  guint part;
  char *key;
} AtlasChartEntry;

/**
 * AtlasChartData:
 * @panels: (element-type AtlasChartEntry): of small multiples, else one without a name
 * @panel: the one that is being read
 * @has_indicator_panels: whether each is another indicator of a joined table
 * @categories: (element-type AtlasChartEntry): in the order drawn, the same in all panels
 * @series: (element-type AtlasChartEntry)
 * @between_names: (element-type utf8): series that a kind of two leaves out between the first and the last
 * @n_empty_series: series left out since no category has a value in them, as in @empty_names
 * @measures: (element-type AtlasChartMeasure): of each part of the table; all the same where they have one unit
 * @is_one_unit: whether they have, and share one axis; not where areas stand for values of several indicators, each with
 *   its own classes
 * @unit: (with @scale, @lowest, @highest and @is_whole) those of the first measure
 * @period: the key of the period most values are of: a year, an interval, or "" for undated
 * @is_one_period: whether all of them are
 * @has_years: whether years are among the categories or series
 * @n_values: how many there are in all
 * @leading: the series by whose values the categories stand; −1 where they stand in another order
 * @is_complete: whether the series make up a whole, as the three grades do: only then a missing one leaves the total
 *   unknown, and only then is their sum the total
 * @ranking: (nullable): of the rows, where the chart shows ranks
 *
 * A table as a chart sees it: categories × series, in small multiples once for each panel.
 */
typedef struct {
  AtlasTable *table;
  GPtrArray *panels;
  guint panel;
  gboolean has_indicator_panels;
  GPtrArray *categories;
  GPtrArray *series;
  GPtrArray *empty_names;
  GPtrArray *between_names;
  int *cells;
  GArray *measures;
  gboolean is_one_unit;
  const AtlasUnit *unit;
  AtlasScale scale;
  double lowest, highest;
  char *period;
  gboolean is_one_period;
  gboolean has_years;
  guint n_values;
  gboolean is_whole;
  int leading;
  gboolean is_complete;
  AtlasRanking *ranking;
} AtlasChartData;

void                    atlas_chart_entry_free (AtlasChartEntry *self);

AtlasChartData         *atlas_chart_data_new  (const AtlasChartSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
void                    atlas_chart_data_free (AtlasChartData *self);
/* WHOLE as seen in one panel: borrows all of it, and is not to be freed. */
void                    atlas_chart_data_init_panel (AtlasChartData *self, const AtlasChartData *whole, guint panel);

/* Leaves the CATEGORIES, else the series, of INDICES (element-type guint) alone, in that order. */
void                    atlas_chart_data_pick (AtlasChartData *self, GArray *indices, gboolean categories);

/* How many places its cells have; and one of them: the row of the table there, or -1, to be read and set. */
guint                   atlas_chart_data_get_n_cells (const AtlasChartData *self);
int                    *atlas_chart_data_get_cell    (const AtlasChartData *self, guint panel, guint category, guint series);
/* The row of the table, or -1 where the table has none. */
int                     atlas_chart_data_get_row (const AtlasChartData *self, guint category, guint series);
/* Whether a row of the table has a place in the chart, as those of years between two shown ones have not. */
gboolean                atlas_chart_data_has_row (const AtlasChartData *self, guint row);
/* (nullable) */
const AtlasObservation *atlas_chart_data_get     (const AtlasChartData *self, guint category, guint series);
/* The same, but NULL also where the value is missing. */
const AtlasObservation *atlas_chart_data_get_value (const AtlasChartData *self, guint category, guint series);
/* The same in any panel. */
const AtlasObservation *atlas_chart_data_get_value_in (const AtlasChartData *self, guint panel, guint category, guint series);
const AtlasChartEntry  *atlas_chart_data_get_category (const AtlasChartData *self, guint category);
const AtlasChartEntry  *atlas_chart_data_get_series   (const AtlasChartData *self, guint series);
/* Takes unit, scale and extent from MEASURE. */
void                     atlas_chart_data_use_measure  (AtlasChartData *self, const AtlasChartMeasure *measure);
/* Of a part of the table; of the values of a series; of a row of the table. */
const AtlasChartMeasure *atlas_chart_data_get_part_measure (const AtlasChartData *self, guint part);
const AtlasChartMeasure *atlas_chart_data_get_measure  (const AtlasChartData *self, guint series);
const AtlasChartMeasure *atlas_chart_data_get_row_measure (const AtlasChartData *self, guint row);

/* The scale by which a chart of KIND writes the values of a part of TABLE, so that others can write them alike. */
AtlasScale              atlas_chart_choose_scale (AtlasTable *table, AtlasChartKind kind, guint part);

/* The period of a value as far as charts tell periods apart: its year, its interval, or "" where undated. */
char                   *atlas_chart_dup_period_key (const AtlasObservation *observation) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartData, atlas_chart_data_free)

G_END_DECLS
