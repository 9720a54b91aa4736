/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/region-tree.h"

G_BEGIN_DECLS

/* What was found; a number below zero is not known. */
typedef struct {
  char *on; /* ISO 8601 */
  double score;
  int problems;
  int staff;
  char *result; /* id of the word, or "" */
} AtlasInspection;

/* The last two inspections of a station. */
typedef struct {
  char *station_id;
  char *name;
  char *region_code;
  AtlasInspection before;
  AtlasInspection now;
} AtlasStationChange;

void       atlas_station_change_free (AtlasStationChange *self);

/* (element-type AtlasStationChange) (transfer full): the stations in REGION that have been inspected twice, those first whose score
 * has changed most, up or down; where that is alike or not known, whose number of problems, then of staff. LIMIT of them; OUT_N
 * how many there are, OUT_ONCE how many have been inspected only once. It reads the register: for a list that names stations. */
GPtrArray *atlas_station_changes_list (AtlasDataset *dataset, const AtlasRegion *region, guint limit, guint *out_n,
                                       guint *out_once, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasStationChange, atlas_station_change_free)

G_END_DECLS
