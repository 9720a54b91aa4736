/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/programme-figures.h"

G_BEGIN_DECLS

/**
 * AtlasProgrammeList:
 * @all: (element-type AtlasProgrammeFigures): in the order of the file
 * @is_here: for each of them whether the region that was asked for runs it, in whatever small part of it
 * @sources: (element-type AtlasSource): the documents that describe any
 * @tree: whose divisions are in @all
 *
 * What a dataset holds about all programmes. Read in a worker, and immutable; reference counted, from any thread.
 */
typedef struct {
  GPtrArray *all;
  gboolean *is_here;
  GPtrArray *sources;
  AtlasRegionTree *tree;
} AtlasProgrammeList;

/* REGION (nullable) is the one asked for. */
AtlasProgrammeList          *atlas_programme_list_load  (AtlasDataset *dataset, const AtlasRegion *region, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasProgrammeList          *atlas_programme_list_ref   (AtlasProgrammeList *self);
void                         atlas_programme_list_unref (AtlasProgrammeList *self);
/* (nullable): what there is about the programme ID, in capitals or not. */
const AtlasProgrammeFigures *atlas_programme_list_find  (const AtlasProgrammeList *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProgrammeList, atlas_programme_list_unref)

G_END_DECLS
