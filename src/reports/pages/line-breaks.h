/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasLineUnit:
 * @width: in any unit
 * @shrink: how much narrower it may be set: the blank that a Chinese punctuation mark has beside it
 * @may_break: a line may begin with it
 * @penalty: of a line that does, where it would be better not to: it counts as much as a line that lacks the root of so
 *   many characters
 *
 * What is never broken: a character.
 */
typedef struct {
  double width;
  double shrink;
  gboolean may_break;
  double penalty;
} AtlasLineUnit;

/* What a line lacks at the right is spread over it, up to so many characters: more would tear it apart. */
#define ATLAS_MAX_SPREAD 2.0

/* Where the lines of a text begin that is set even at both edges: so that all lines together lack, or are squeezed by, as
 * little as possible. WIDTH is that of a line, INDENT what the first one has less, EM a character. (element-type guint)
 * (transfer full); NULL where a line would be too long wherever it is broken. A pure function. */
GArray *atlas_line_breaks_find (const AtlasLineUnit *units, guint n_units, double indent, double width, double em)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
