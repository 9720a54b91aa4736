/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/region-tree.h"

G_BEGIN_DECLS

/* How many hours of continuing education holders of each grade need. */
typedef struct {
  double assistant;
  double intermediate;
  double senior;
} AtlasRequiredHours;

/**
 * AtlasStationEducation:
 * @name: of the station; "" for those who name none
 * @n_short: how many of the holders there have fewer hours than they need
 * @n_known: of how many the register has the hours
 */
typedef struct {
  char *name;
  guint n_short;
  guint n_known;
} AtlasStationEducation;

void       atlas_station_education_free (AtlasStationEducation *self);

/* (element-type AtlasStationEducation) (transfer full): the stations of the people counted in REGION by the register as it is now,
 * those first with most who are short. It reads the register, not roll-ups: numbers only, for a list within a county. */
GPtrArray *atlas_station_education_list (AtlasDataset *dataset, const AtlasRegion *region, const AtlasRequiredHours *required,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasStationEducation, atlas_station_education_free)

G_END_DECLS
