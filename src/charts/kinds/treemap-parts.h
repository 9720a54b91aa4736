/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/**
 * AtlasTreemapPart:
 * @category: which it is
 * @group: which of the groups it is in
 * @name: within its group
 * @area: where it lies
 */
typedef struct {
  guint category;
  guint group;
  const char *name;
  double value;
  AtlasRect area;
} AtlasTreemapPart;

/**
 * AtlasTreemapGroup:
 * @key: the region or the value of a dimension that its parts share
 * @name: (nullable): NULL where parts are not grouped
 * @value: of all its parts
 * @row: the first row of the table that has it
 * @slot: its place in the table, from where it has its colour unless its key has one
 */
typedef struct {
  const char *key;
  const char *name;
  double value;
  guint row;
  guint slot;
  AtlasRect area;
} AtlasTreemapGroup;

/* The parts above zero, by groups, both in descending order (element-type AtlasTreemapPart), and the groups into OUT_GROUPS
 * (element-type AtlasTreemapGroup), with their areas within PLOT; (transfer full). What has no area is named in the notes. */
GArray *atlas_treemap_parts_new (AtlasChartBuild *build, AtlasRect plot, GArray **out_groups) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
