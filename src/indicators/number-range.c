/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/number-range.h"

#include <math.h>

/* How far a computed number may be off that rests on one which is "about". */
#define ABOUT_SHARE 0.01

/* The worth of one in the last digit that is not zero: 1,000 for 737,000, 0.1 for 88.3. */
static double
get_last_digit (AtlasDecimal value)
{
  double worth = pow (10, -(int) value.decimals);

  for (gint64 rest = value.mantissa; rest != 0 && rest % 10 == 0; rest /= 10)
    worth *= 10;
  return worth;
}

static AtlasRange
make_range (double         value,
            AtlasQualifier qualifier,
            double         about,
            double         nearly)
{
  switch (qualifier)
    {
    case ATLAS_QUALIFIER_ABOUT:
      return (AtlasRange) { value - about, value + about };
    case ATLAS_QUALIFIER_NEARLY:
      return (AtlasRange) { value - nearly, value };
    case ATLAS_QUALIFIER_AT_LEAST:
      return (AtlasRange) { value, INFINITY };
    case ATLAS_QUALIFIER_AT_MOST:
      return (AtlasRange) { -INFINITY, value };
    case ATLAS_QUALIFIER_EXACT:
    default:
      return (AtlasRange) { value, value };
    }
}

AtlasRange
atlas_range_of_figure (const AtlasFigure *figure)
{
  double worth = get_last_digit (figure->value);

  return make_range (atlas_decimal_to_double (figure->value), figure->qualifier, worth / 2, worth);
}

AtlasRange
atlas_range_of_rounded (const AtlasFigure *figure)
{
  double value = atlas_decimal_to_double (figure->value);
  double half = pow (10, -(int) figure->value.decimals) / 2;

  if (figure->qualifier != ATLAS_QUALIFIER_EXACT)
    return atlas_range_of_figure (figure);
  return (AtlasRange) { value - half, value + half };
}

AtlasRange
atlas_range_of_number (AtlasQualifiedNumber number)
{
  double share = fabs (number.value) * ABOUT_SHARE;

  return make_range (number.value, number.qualifier, share, share);
}

AtlasRange
atlas_range_add (AtlasRange a,
                 AtlasRange b)
{
  return (AtlasRange) { a.low + b.low, a.high + b.high };
}

gboolean
atlas_range_overlaps (AtlasRange a,
                      AtlasRange b)
{
  return a.low <= b.high && b.low <= a.high;
}
