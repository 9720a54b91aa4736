/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/pdf/cff-font.h"

G_BEGIN_DECLS

/* The operator that a subroutine ends with. */
#define ATLAS_CFF_RETURN 11

/* What the outlines of a font are followed through: subroutines of its own, or of the font that it is a part of. */
typedef struct {
  AtlasCffFont *bodies; /* where those that are called are marked as used */
  guint n_calls;
  gboolean has_gap; /* one that is called is not there */
} AtlasCffWalk;

/* Whether cairo has left out the subroutine that is PART: it makes a return of such. */
gboolean atlas_cff_is_gap (const AtlasCffFont *font, AtlasCffPart part);
/* Follows all glyphs of FONT, of whose dictionary I that of the bodies is DICTIONARIES[I]; FALSE where one is not understood. */
gboolean atlas_cff_walk (AtlasCffWalk *walk, const AtlasCffFont *font, const guint *dictionaries) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
