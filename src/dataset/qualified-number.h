/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/figure.h"

G_BEGIN_DECLS

/**
 * AtlasQualifiedNumber:
 *
 * A number with what is known of its direction, for formulas. The rules are docs/answers.md's "Qualifiers through
 * formulas": a + b keeps a common direction (exact is neutral), opposite directions or any "about" give "about";
 * for a − b and a ÷ b the direction of b is turned round first, "nearly" counting as "at most". a × b with positive
 * numbers is as a + b. Numbers below zero turn the direction of what they multiply.
 */
typedef struct {
  double value;
  AtlasQualifier qualifier;
} AtlasQualifiedNumber;

AtlasQualifier       atlas_qualifier_join     (AtlasQualifier a, AtlasQualifier b);
AtlasQualifier       atlas_qualifier_reverse  (AtlasQualifier qualifier);
AtlasQualifiedNumber atlas_qualified_add      (AtlasQualifiedNumber a, AtlasQualifiedNumber b);
AtlasQualifiedNumber atlas_qualified_subtract (AtlasQualifiedNumber a, AtlasQualifiedNumber b);
AtlasQualifiedNumber atlas_qualified_multiply (AtlasQualifiedNumber a, AtlasQualifiedNumber b);
/* FALSE where b is zero: the result is missing, never infinite. */
gboolean             atlas_qualified_divide   (AtlasQualifiedNumber a, AtlasQualifiedNumber b,
                                               AtlasQualifiedNumber *out);

G_END_DECLS
