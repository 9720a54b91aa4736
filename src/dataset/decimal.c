/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/decimal.h"

#include <math.h>

static const gint64 powers[ATLAS_DECIMAL_MAX_DECIMALS + 1] = {
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
};

static gboolean
push_digit (gint64 *mantissa,
            int     digit)
{
  return !__builtin_mul_overflow (*mantissa, 10, mantissa) &&
         !__builtin_add_overflow (*mantissa, digit, mantissa);
}

/**
 * atlas_decimal_parse:
 * @text: digits with at most one point between them and a sign before them: "-1234.50"; no blanks
 * @out: (out): the number with as many decimals as @text has
 *
 * Returns: %FALSE if @text is not written so, has more than 9 decimals or does not fit
 */
gboolean
atlas_decimal_parse (const char   *text,
                     AtlasDecimal *out)
{
  int sign = text[0] == '-' ? -1 : 1;
  const char *point = NULL;
  const char *p = text;
  AtlasDecimal value = ATLAS_DECIMAL_ZERO;

  if (*p == '-' || *p == '+')
    p++;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; *p != '\0'; p++)
    {
      if (*p == '.' && point == NULL && g_ascii_isdigit (p[1]))
        point = p;
      else if (!g_ascii_isdigit (*p) || !push_digit (&value.mantissa, sign * (*p - '0')))
        return FALSE;
    }
  if (point != NULL && p - point - 1 > ATLAS_DECIMAL_MAX_DECIMALS)
    return FALSE;
  value.decimals = point != NULL ? p - point - 1 : 0;
  *out = value;
  return TRUE;
}

/**
 * atlas_decimal_to_string:
 *
 * Returns: (transfer full): @value with all its decimals, "1234.50"; what atlas_decimal_parse() reads
 */
char *
atlas_decimal_to_string (AtlasDecimal value)
{
  guint64 digits = value.mantissa < 0 ? -(guint64) value.mantissa : (guint64) value.mantissa;
  guint64 power = powers[value.decimals];
  const char *sign = value.mantissa < 0 ? "-" : "";

  if (value.decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, digits);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          sign, digits / power, value.decimals, digits % power);
}

double
atlas_decimal_to_double (AtlasDecimal value)
{
  return (double) value.mantissa / powers[value.decimals];
}

/**
 * atlas_decimal_from_double:
 * @decimals: how many decimals to round to, 0 to 9
 * @out: (out): the nearest number with that many decimals
 *
 * Returns: %FALSE if @value is not finite or does not fit
 */
gboolean
atlas_decimal_from_double (double        value,
                           guint         decimals,
                           AtlasDecimal *out)
{
  double scaled;

  g_return_val_if_fail (decimals <= ATLAS_DECIMAL_MAX_DECIMALS, FALSE);

  scaled = round (value * powers[decimals]);
  if (!(fabs (scaled) < 0x1p63))
    return FALSE;
  *out = (AtlasDecimal) { (gint64) scaled, decimals };
  return TRUE;
}

/**
 * atlas_decimal_rescale:
 * @decimals: how many decimals @out is to have, 0 to 9
 * @out: (out): the same number
 *
 * Returns: %FALSE if the number does not fit, or has digits that would be lost: nothing exact is rounded
 */
gboolean
atlas_decimal_rescale (AtlasDecimal  value,
                       guint         decimals,
                       AtlasDecimal *out)
{
  gint64 mantissa = value.mantissa;

  g_return_val_if_fail (decimals <= ATLAS_DECIMAL_MAX_DECIMALS, FALSE);

  if (decimals >= value.decimals)
    {
      if (__builtin_mul_overflow (mantissa, powers[decimals - value.decimals], &mantissa))
        return FALSE;
    }
  else
    {
      gint64 power = powers[value.decimals - decimals];

      if (mantissa % power != 0)
        return FALSE;
      mantissa /= power;
    }
  *out = (AtlasDecimal) { mantissa, decimals };
  return TRUE;
}

/* Brings both to the decimals of the finer one. */
static gboolean
align (AtlasDecimal *a,
       AtlasDecimal *b)
{
  guint decimals = MAX (a->decimals, b->decimals);

  return atlas_decimal_rescale (*a, decimals, a) && atlas_decimal_rescale (*b, decimals, b);
}

/**
 * atlas_decimal_add:
 * @out: (out): a + b, with the decimals of the finer one; may be one of them
 *
 * Returns: %FALSE, with @out as it was, if the sum does not fit
 */
gboolean
atlas_decimal_add (AtlasDecimal  a,
                   AtlasDecimal  b,
                   AtlasDecimal *out)
{
  gint64 sum;

  if (!align (&a, &b) || __builtin_add_overflow (a.mantissa, b.mantissa, &sum))
    return FALSE;
  *out = (AtlasDecimal) { sum, a.decimals };
  return TRUE;
}

/**
 * atlas_decimal_subtract:
 * @out: (out): a − b, with the decimals of the finer one; may be one of them
 *
 * Returns: %FALSE, with @out as it was, if the difference does not fit
 */
gboolean
atlas_decimal_subtract (AtlasDecimal  a,
                        AtlasDecimal  b,
                        AtlasDecimal *out)
{
  gint64 difference;

  if (!align (&a, &b) || __builtin_sub_overflow (a.mantissa, b.mantissa, &difference))
    return FALSE;
  *out = (AtlasDecimal) { difference, a.decimals };
  return TRUE;
}

/**
 * atlas_decimal_compare:
 *
 * Returns: below, equal to or above zero as @a is less than, equal to or greater than @b; 88.30 is 88.3
 */
int
atlas_decimal_compare (AtlasDecimal a,
                       AtlasDecimal b)
{
  /* Wide enough for any mantissa with nine more digits, so that comparing never fails. */
  __int128 left = (__int128) a.mantissa * powers[b.decimals];
  __int128 right = (__int128) b.mantissa * powers[a.decimals];

  return (left > right) - (left < right);
}
