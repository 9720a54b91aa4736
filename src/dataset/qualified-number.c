/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/qualified-number.h"

/**
 * atlas_qualifier_join:
 *
 * Returns: what is known of a sum whose parts are known by @a and @b
 */
AtlasQualifier
atlas_qualifier_join (AtlasQualifier a,
                      AtlasQualifier b)
{
  if (a == b || b == ATLAS_QUALIFIER_EXACT)
    return a;
  if (a == ATLAS_QUALIFIER_EXACT)
    return b;
  if ((a == ATLAS_QUALIFIER_NEARLY && b == ATLAS_QUALIFIER_AT_MOST) ||
      (a == ATLAS_QUALIFIER_AT_MOST && b == ATLAS_QUALIFIER_NEARLY))
    return ATLAS_QUALIFIER_AT_MOST;
  return ATLAS_QUALIFIER_ABOUT;
}

/**
 * atlas_qualifier_reverse:
 *
 * Returns: what is known of −x where @qualifier is known of x
 */
AtlasQualifier
atlas_qualifier_reverse (AtlasQualifier qualifier)
{
  switch (qualifier)
    {
    case ATLAS_QUALIFIER_AT_LEAST:
      return ATLAS_QUALIFIER_AT_MOST;
    case ATLAS_QUALIFIER_NEARLY:
    case ATLAS_QUALIFIER_AT_MOST:
      return ATLAS_QUALIFIER_AT_LEAST;
    case ATLAS_QUALIFIER_EXACT:
    case ATLAS_QUALIFIER_ABOUT:
    default:
      return qualifier;
    }
}

/* What is known of x × FACTOR. */
static AtlasQualifier
turn_by_sign (AtlasQualifier qualifier,
              double         factor)
{
  return factor < 0 ? atlas_qualifier_reverse (qualifier) : qualifier;
}

static gboolean
is_exact_zero (AtlasQualifiedNumber number)
{
  return number.value == 0 && number.qualifier == ATLAS_QUALIFIER_EXACT;
}

AtlasQualifiedNumber
atlas_qualified_add (AtlasQualifiedNumber a,
                     AtlasQualifiedNumber b)
{
  return (AtlasQualifiedNumber) { a.value + b.value, atlas_qualifier_join (a.qualifier, b.qualifier) };
}

AtlasQualifiedNumber
atlas_qualified_subtract (AtlasQualifiedNumber a,
                          AtlasQualifiedNumber b)
{
  AtlasQualifier turned = atlas_qualifier_reverse (b.qualifier);

  return (AtlasQualifiedNumber) { a.value - b.value, atlas_qualifier_join (a.qualifier, turned) };
}

/* Nothing of anything is exactly nothing, however vague the other is. */
AtlasQualifiedNumber
atlas_qualified_multiply (AtlasQualifiedNumber a,
                          AtlasQualifiedNumber b)
{
  AtlasQualifier qualifier = atlas_qualifier_join (turn_by_sign (a.qualifier, b.value),
                                                   turn_by_sign (b.qualifier, a.value));

  if (is_exact_zero (a) || is_exact_zero (b))
    qualifier = ATLAS_QUALIFIER_EXACT;
  return (AtlasQualifiedNumber) { a.value * b.value, qualifier };
}

gboolean
atlas_qualified_divide (AtlasQualifiedNumber  a,
                        AtlasQualifiedNumber  b,
                        AtlasQualifiedNumber *out)
{
  AtlasQualifier turned = atlas_qualifier_reverse (b.qualifier);
  AtlasQualifier qualifier = atlas_qualifier_join (turn_by_sign (a.qualifier, b.value),
                                                   turn_by_sign (turned, a.value));

  if (b.value == 0)
    return FALSE;
  if (is_exact_zero (a))
    qualifier = ATLAS_QUALIFIER_EXACT;
  *out = (AtlasQualifiedNumber) { a.value / b.value, qualifier };
  return TRUE;
}
