/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/registers/register-coverage.h"

G_BEGIN_DECLS

/**
 * AtlasStationPost:
 * @region: the division it counts in
 * @n_people: how many people of the register of personnel name it as theirs
 *
 * An operating station of a township for which the registers know of nobody certified.
 */
typedef struct {
  char *station_id;
  char *name;
  const AtlasRegion *region;
  guint n_people;
} AtlasStationPost;

void       atlas_station_post_free (AtlasStationPost *self);

/* The AtlasStationPosts of REGION by the registers as they are now, in the order of divisions; (transfer full). It reads
 * registers, not roll-ups: for lists that name stations. DATASET is the file of REGIONS.
 *
 * A station whose county has not returned the register of personnel is not among them: nothing is known of who works there.
 * OUT_KNOWN: whether anybody in that register says in which station they are; else the list is empty. */
GPtrArray *atlas_station_posts_list_uncertified (AtlasDataset *dataset, AtlasRegisterCoverage *coverage,
                                                 AtlasRegionTree *regions, const AtlasRegion *region,
                                                 gboolean *out_known, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasStationPost, atlas_station_post_free)

G_END_DECLS
