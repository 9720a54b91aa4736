/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/header-names.h"
#include "dataset/registers/place-code.h"
#include "dataset/region-tree.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_PLACE_READ,
  ATLAS_PLACE_MISSING,
  ATLAS_PLACE_UNKNOWN,
  ATLAS_PLACE_AMBIGUOUS,
  ATLAS_PLACE_CONTRADICTORY, /* a name of a division that is not in the one named beside it */
} AtlasPlaceResult;

/**
 * AtlasPlace:
 * @region: the division
 * @code: what a register keeps: the code of @region, or 12 digits within it
 * @filled: whether the code had lost zeros, which were put back
 * @contradicts: whether the names beside the code are those of other divisions
 * @fault: (nullable): the text that was not understood
 * @rivals: two divisions that an ambiguous @fault can be
 */
typedef struct {
  const AtlasRegion *region;
  char code[ATLAS_PLACE_CODE_SIZE];
  gboolean filled;
  gboolean contradicts;
  const char *fault;
  const AtlasRegion *rivals[2];
} AtlasPlace;

/* Finds the division of each row of a file, by code, name, or a name within the county that stands beside it. Remembers what it
 * has found. */
typedef struct _AtlasPlaceFinder AtlasPlaceFinder;

AtlasPlaceFinder *atlas_place_finder_new  (AtlasRegionTree *tree) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_place_finder_free (AtlasPlaceFinder *self);

/* CODE, the cell of region_code, may also hold a name; NAMES are those of the #AtlasPlaceColumn; all trimmed, "" where there is
 * nothing. A code counts before names, a name of a lower level before one of a higher. A code that has lost zeros, beside names
 * of another division, is unknown. */
AtlasPlaceResult  atlas_place_finder_find (AtlasPlaceFinder *self, const char *code, const char *const *names,
                                           AtlasPlace *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPlaceFinder, atlas_place_finder_free)

G_END_DECLS
