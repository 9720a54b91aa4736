/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"

G_BEGIN_DECLS

/**
 * AtlasSlice:
 * @indicator: borrowed
 * @dimensions: (element-type AtlasDimensionPair): the break-down values that a figure must have, exactly these
 * @attributes: (element-type AtlasDimensionPair): attribute values that were asked for
 * @defaulted: (element-type AtlasDimensionPair): those of @dimensions that nobody named and that hold by default
 * @years_back: of an input of a formula: so many years before the one that is asked for
 *
 * An indicator with the dimension values it is asked for: what one row of an answer is the value of.
 */
typedef struct {
  const AtlasIndicator *indicator;
  GPtrArray *dimensions;
  GPtrArray *attributes;
  GPtrArray *defaulted;
  int years_back;
} AtlasSlice;

/**
 * AtlasMatch:
 * @ATLAS_MATCH_FIGURE: the figure answers
 * @ATLAS_MATCH_BATCH: it would, but it counts one batch only
 * @ATLAS_MATCH_PART: it is broken down further than asked
 */
typedef enum {
  ATLAS_MATCH_NONE,
  ATLAS_MATCH_FIGURE,
  ATLAS_MATCH_BATCH,
  ATLAS_MATCH_PART,
} AtlasMatch;

/* BY (nullable) (array zero-terminated=1): dimensions that get their value later, so that no default holds for them. */
AtlasSlice *atlas_slice_new   (AtlasCatalogue *catalogue, const AtlasIndicator *indicator, GPtrArray *where,
                               char **by) G_GNUC_WARN_UNUSED_RESULT;
/* The same with values (array zero-terminated=1) for the dimensions BY. */
AtlasSlice *atlas_slice_with  (const AtlasSlice *self, char **by, char **values) G_GNUC_WARN_UNUSED_RESULT;
void        atlas_slice_free  (AtlasSlice *self);

/* Whether FIGURE, which is of the slice's indicator, answers (docs/answers.md, "Dimensions"). */
AtlasMatch  atlas_slice_match (const AtlasSlice *self, AtlasCatalogue *catalogue, const AtlasFigure *figure);
/* Whether the dimension is the slice's own: named, asked for or there by default. */
gboolean    atlas_slice_has   (const AtlasSlice *self, const char *dimension);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSlice, atlas_slice_free)

G_END_DECLS
