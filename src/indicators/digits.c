/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/digits.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define MINUS "−"

/* More would feign exactness beside a 万. */
#define SIGNIFICANT_DIGITS 4

/* The nudge keeps a number that is already round from being pushed on by its last binary digits, and is far below a fen. */
double
atlas_digits_round (double         value,
                    AtlasQualifier qualifier)
{
  double nudge = MAX (1e-9, 16.0 * DBL_EPSILON * fabs (value));

  switch (qualifier)
    {
    case ATLAS_QUALIFIER_AT_LEAST:
      return floor (value + nudge);
    case ATLAS_QUALIFIER_NEARLY:
    case ATLAS_QUALIFIER_AT_MOST:
      return ceil (value - nudge);
    case ATLAS_QUALIFIER_EXACT:
    case ATLAS_QUALIFIER_ABOUT:
    default:
      return round (value);
    }
}

double
atlas_digits_round_to_decimals (double         value,
                                guint          decimals,
                                AtlasQualifier qualifier)
{
  double power = pow (10, decimals);

  return atlas_digits_round (value * power, qualifier) / power;
}

double
atlas_digits_round_to_significant (double         value,
                                   AtlasQualifier qualifier)
{
  double step = pow (10, floor (log10 (fabs (value))) - (SIGNIFICANT_DIGITS - 1));

  return atlas_digits_round (value / step, qualifier) * step;
}

char *
atlas_digits_write (double   value,
                    guint    decimals,
                    gboolean separated)
{
  char buffer[512], format[16];
  GString *text = g_string_new (value < 0 ? MINUS : "");
  size_t whole;

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, fabs (value));
  whole = strcspn (buffer, ".");
  for (size_t i = 0; buffer[i] != '\0'; i++)
    {
      if (separated && i > 0 && i < whole && (whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, buffer[i]);
    }
  return g_string_free (text, FALSE);
}

char *
atlas_digits_trim_zeros (char *digits)
{
  size_t length = strlen (digits);

  if (strchr (digits, '.') == NULL)
    return digits;
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  digits[length] = '\0';
  return digits;
}

guint
atlas_digits_count_decimals (double value,
                             guint  decimals)
{
  if (value == 0)
    return 0;
  while (fabs (value) < 0.5 * pow (10, -(int) decimals) && decimals < 9)
    decimals++;
  return decimals;
}
