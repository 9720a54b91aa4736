/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* What is to be seen of one division in a unit grid: how much it has is for other charts. */
typedef enum {
  ATLAS_UNIT_SOME,
  ATLAS_UNIT_NONE, /* a true zero */
  ATLAS_UNIT_MISSING,
  ATLAS_UNIT_NOT_APPLICABLE,
  ATLAS_UNIT_EXCLUDED, /* no statutory division, or one that does not count for the region asked about */
  ATLAS_N_UNIT_KINDS,
} AtlasUnitKind;

/**
 * AtlasUnitGroup:
 * @above: (nullable): the county that they lie in, or what stands there
 * @first: the first category, the others follow it
 * @n: how many
 * @n_of_kind: of each kind
 */
typedef struct {
  const AtlasRegion *above;
  guint first, n;
  guint n_of_kind[ATLAS_N_UNIT_KINDS];
} AtlasUnitGroup;

AtlasUnitKind  atlas_unit_get_kind   (const AtlasChartBuild *build, guint category, guint series);
/* (element-type AtlasUnitGroup) (transfer full): the categories, which stand in the order of codes, by what they lie in, and
 * COARSER levels above that. */
GArray        *atlas_unit_groups_new (const AtlasChartBuild *build, guint series, guint coarser) G_GNUC_WARN_UNUSED_RESULT;
/* "红寺堡区 3/5": how many of those that count have some; (transfer full). */
char          *atlas_unit_group_dup_title (const AtlasUnitGroup *self) G_GNUC_WARN_UNUSED_RESULT;

/* A cell of KIND, told apart by form as well as colour (C19). */
void           atlas_unit_draw       (AtlasChartBuild *build, AtlasRect cell, AtlasUnitKind kind,
                                      const AtlasObservation *observation);
/* Why cells are not counted, as a note (C8). */
void           atlas_unit_note_excluded (AtlasChartBuild *build, guint series);
/* The kinds there are with how many of each, in lines of WIDTH; returns the height with the gap below. MEASURE_ONLY: draws
 * nothing. */
double         atlas_unit_legend     (AtlasChartBuild *build, GArray *groups, AtlasRect plot, gboolean measure_only);

G_END_DECLS
