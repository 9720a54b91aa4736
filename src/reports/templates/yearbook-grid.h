/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/templates/division-table.h"

G_BEGIN_DECLS

/**
 * AtlasYearbookColumn:
 * @indicator: its id
 * @dimension: (nullable): with @value: of this part of it only
 * @part: what of the answer is shown: the value, or what a ratio was computed from
 * @header: (nullable): untranslated, instead of the indicator's name
 * @brief: (nullable): untranslated, of the context "column": how it is called in the table of its chapter, where less does
 * @says_unit: @brief needs no unit: it says what is counted, and in a language that gives it all the same has it
 */
typedef struct {
  const char *indicator;
  const char *dimension;
  const char *value;
  AtlasDivisionPart part;
  const char *header;
  const char *brief;
  gboolean says_unit;
} AtlasYearbookColumn;

/**
 * AtlasYearbookGrid:
 * @regions: (element-type AtlasRegion): the whole first, then all divisions in it, those of a lower level behind the one
 * that they lie in
 * @tables: (element-type AtlasTable): the answer for each column, one row a region
 * @scales: (element-type AtlasScale): of each column by itself
 *
 * The figures of one chapter of a yearbook: all divisions by all its indicators.
 */
typedef struct {
  AtlasReportBuilder *builder;
  const AtlasYearbookColumn *columns;
  guint n_columns;
  GPtrArray *regions;
  GPtrArray *tables;
  GArray *scales;
} AtlasYearbookGrid;

/* Asks what the N COLUMNS say of REGIONS; borrows BUILDER and COLUMNS. */
AtlasYearbookGrid *atlas_yearbook_grid_new  (AtlasReportBuilder *builder, GPtrArray *regions,
                                             const AtlasYearbookColumn *columns, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void               atlas_yearbook_grid_free (AtlasYearbookGrid *self);

/* The name of REGION in front of its row: set in where it lies in another division of WHOLE; (transfer full). */
char              *atlas_yearbook_dup_row_name (const AtlasRegion *region, const AtlasRegion *whole) G_GNUC_WARN_UNUSED_RESULT;
/* How a column is called, without its unit; (transfer full). */
char              *atlas_yearbook_grid_dup_name  (const AtlasYearbookGrid *self, guint column) G_GNUC_WARN_UNUSED_RESULT;
/* The same within a sentence; (transfer full). */
char              *atlas_yearbook_grid_dup_told_name (const AtlasYearbookGrid *self, guint column) G_GNUC_WARN_UNUSED_RESULT;
/* The number of a column for REGION as in a cell, in the scale that suits the divisions; (transfer full). */
char              *atlas_yearbook_grid_dup_cell  (const AtlasYearbookGrid *self, guint column, const AtlasRegion *region)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same with the unit that the cell lacks: "Funding (10,000 yuan)"; (transfer full). */
char              *atlas_yearbook_grid_dup_label (const AtlasYearbookGrid *self, guint column) G_GNUC_WARN_UNUSED_RESULT;
/* The answer of a column for REGION; (nullable) (transfer none). */
const AtlasObservation *atlas_yearbook_grid_find (const AtlasYearbookGrid *self, guint column,
                                                  const AtlasRegion *region);
/* Whether REGION (NULL: any division) has a figure in the column. */
gboolean           atlas_yearbook_grid_is_known  (const AtlasYearbookGrid *self, guint column, const AtlasRegion *region);
/* Whether REGION has a figure in any column. */
gboolean           atlas_yearbook_grid_has_figure (const AtlasYearbookGrid *self, const AtlasRegion *region);
/* The answers of a column for the divisions of LEVEL, those without a figure only if WITH_MISSING; (transfer full). */
AtlasTable        *atlas_yearbook_grid_filter    (const AtlasYearbookGrid *self, guint column, AtlasRegionLevel level,
                                                  gboolean with_missing) G_GNUC_WARN_UNUSED_RESULT;
/* All divisions by all indicators of which any has a figure; NULL where none has. */
AtlasReportTable  *atlas_yearbook_grid_tabulate  (AtlasYearbookGrid *self, const char *title)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasYearbookGrid, atlas_yearbook_grid_free)

G_END_DECLS
