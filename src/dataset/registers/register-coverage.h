/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Which divisions have returned which register for which year, and what it was imported from, read once and immutable.
 * Reference counted; safe to read from any thread.
 *
 * Registers are returned by divisions of the county level (statutory ones, and prefectures that have townships and no
 * counties). A division is covered for a year where it or one above it is marked as returned, or where all of those in it
 * are covered. */
typedef struct _AtlasRegisterCoverage AtlasRegisterCoverage;

AtlasRegisterCoverage *atlas_register_coverage_load  (AtlasDataset *dataset, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasRegisterCoverage *atlas_register_coverage_ref   (AtlasRegisterCoverage *self);
void                   atlas_register_coverage_unref (AtlasRegisterCoverage *self);

/* Whether no import had rows of any register, or said that there are none. */
gboolean               atlas_register_coverage_is_empty  (AtlasRegisterCoverage *self);
/* Whether some had, or did, of TABLE. */
gboolean               atlas_register_coverage_has_table (AtlasRegisterCoverage *self,
                                                          const AtlasTableDefinition *table);
/* Whether any division in REGION has returned any register. */
gboolean               atlas_register_coverage_has_region (AtlasRegisterCoverage *self, const AtlasRegion *region);
/* Whether any township stations, of whatever year and status, are registered with REGION itself or a county in it, and no township. */
gboolean               atlas_register_coverage_has_own_stations (AtlasRegisterCoverage *self, const AtlasRegion *region);
/* How many divisions of those that return TABLE in REGION have done so for YEAR; OUT_OF, at least 1, of how many. REGION
 * is covered where it is all of them. */
guint                  atlas_register_coverage_count (AtlasRegisterCoverage *self, const AtlasTableDefinition *table,
                                                      const AtlasRegion *region, int year, guint *out_of);
/* All those that return registers in REGION, REGION itself where none do; (element-type AtlasRegion) (transfer container). */
GPtrArray             *atlas_register_coverage_list_units (AtlasRegisterCoverage *self, const AtlasRegion *region)
  G_GNUC_WARN_UNUSED_RESULT;
/* Those that have not; (element-type AtlasRegion) (transfer container). */
GPtrArray             *atlas_register_coverage_list_missing (AtlasRegisterCoverage *self,
                                                             const AtlasTableDefinition *table,
                                                             const AtlasRegion *region, int year)
  G_GNUC_WARN_UNUSED_RESULT;
/* The years for which any division in REGION has returned TABLE, ascending; (element-type int) (transfer full). */
GArray                *atlas_register_coverage_list_years (AtlasRegisterCoverage *self,
                                                           const AtlasTableDefinition *table,
                                                           const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;
/* The last of them, 0 where there is none. */
int                    atlas_register_coverage_get_last_year (AtlasRegisterCoverage *self,
                                                              const AtlasTableDefinition *table,
                                                              const AtlasRegion *region);
/* What the returns of TABLE in REGION for YEAR were imported from; all its imports where none is marked for that year;
 * where they are many, one source for them all. (element-type AtlasSource) (transfer full). */
GPtrArray             *atlas_register_coverage_list_sources (AtlasRegisterCoverage *self,
                                                             const AtlasTableDefinition *table,
                                                             const AtlasRegion *region, int year)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegisterCoverage, atlas_register_coverage_unref)

G_END_DECLS
