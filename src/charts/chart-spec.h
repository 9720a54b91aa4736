/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/boundaries.h"
#include "charts/chart-kind.h"
#include "indicators/sign-set.h"
#include "indicators/table.h"

G_BEGIN_DECLS

/* By what a chart is split into small multiples. */
typedef enum {
  ATLAS_PANELS_NONE,
  ATLAS_PANELS_REGION,
  ATLAS_PANELS_YEAR,
  ATLAS_PANELS_BY,
  ATLAS_PANELS_INDICATOR,
} AtlasChartPanels;

/**
 * AtlasChartSpec:
 * @table: what is drawn; a joined one for several indicators
 * @panels: whether it is drawn as small multiples, all on one scale (C26)
 * @headline: (nullable): the finding, short; NULL: the indicator's name
 * @subtitle: (nullable): measure, unit, geography, period (C12); NULL: made from the table
 * @number: (nullable): "图 1" / "Figure 1" in a report; none on screen
 * @show_titles: FALSE where the page around it says them
 * @show_source: whether source, unit and notes stand under the plot (C13); always in files
 * @source_line: (nullable): stands there in place of the titles of the sources: a report refers to its list by number
 * @slots: (nullable) (element-type utf8 uint): region code → colour slot; NULL: all bars neutral
 * @reference: a value drawn as a dashed line across the plot, with @reference_label; in a scatter chart of two counts,
 *   the rate of the one up to the one across; NAN: none
 * @reference_table: (nullable): the answer that the reference is from, whose sources stand with the others
 * @further_reference: (with @further_label and @further_table) of bars: a second such line, as of the nation beside that of
 *   the province; NAN: none
 * @boundaries: (nullable): the borders of a map
 * @keep_order: rows stay in the table's order instead of by value (C2: the chart says so)
 * @show_fraction: "48/47" before a ratio's value where the table has numerator and denominator
 * @show_ranks: of bars: each with its rank; equal values have equal ranks (C28)
 * @earlier: (nullable): the answer to the same question of an earlier year, for the change of rank
 * @first_category: (with @n_categories) of a chart of rows, which of them in their order are shown; 0 for all. The axis
 *   is that of the whole
 * @show_last: of spark lines: the last value behind each; FALSE where what is around says it
 * @signs: in which signs it says what is missing or very small
 * @by_gap: of a kind that sets two series against each other: rows by how far they are apart, the widest first
 *
 * What is to be drawn: a plain value without sizes or colours of its own.
 */
typedef struct {
  AtlasChartKind kind;
  AtlasTable *table;
  AtlasChartPanels panels;
  char *headline;
  char *subtitle;
  char *number;
  gboolean show_titles;
  gboolean show_source;
  char *source_line;
  GHashTable *slots;
  double reference;
  char *reference_label;
  double further_reference;
  char *further_label;
  AtlasTable *further_table;
  AtlasTable *reference_table;
  AtlasBoundaries *boundaries;
  gboolean keep_order;
  gboolean show_fraction;
  gboolean show_ranks;
  AtlasTable *earlier;
  guint first_category, n_categories;
  gboolean show_last;
  gboolean by_gap;
  AtlasSignSet signs;
} AtlasChartSpec;

AtlasChartSpec *atlas_chart_spec_new  (AtlasChartKind kind, AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
AtlasChartSpec *atlas_chart_spec_copy (const AtlasChartSpec *self) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_chart_spec_free (AtlasChartSpec *self);
void            atlas_chart_spec_set_titles    (AtlasChartSpec *self, const char *headline, const char *subtitle);
void            atlas_chart_spec_set_slot      (AtlasChartSpec *self, const char *region_code, guint slot);
/* Gives each region of the table that has no colour yet the one it has in DATASET, or a free one where that is another's: of the chart
 * or, as long as there are enough, of those that colours had been set for and are shown beside it. Does nothing where there are more
 * regions than colours. */
void            atlas_chart_spec_choose_slots  (AtlasChartSpec *self, AtlasDataset *dataset);
/* Shows ranks, and how they changed since EARLIER. */
void            atlas_chart_spec_set_earlier   (AtlasChartSpec *self, AtlasTable *earlier);
void            atlas_chart_spec_set_reference (AtlasChartSpec *self, double value, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartSpec, atlas_chart_spec_free)

G_END_DECLS
