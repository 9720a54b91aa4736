/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/plain-number.h"

#include <string.h>

/* A double ends at 1.8E308 and begins at 4.9E-324. */
#define MAX_ZEROS 400

/* How many digits stand at AT, which goes behind them. */
static gsize
skip_digits (const char **at)
{
  const char *start = *at;

  while (g_ascii_isdigit (**at))
    (*at)++;
  return *at - start;
}

static void
skip_blanks (const char **at)
{
  while (g_ascii_isspace (**at))
    (*at)++;
}

/* Returns: whether it is a minus */
static gboolean
skip_sign (const char **at)
{
  gboolean minus = **at == '-';

  if (minus || **at == '+')
    (*at)++;
  return minus;
}

/* One that is too great for any number stays so great. */
static gboolean
take_exponent (const char **at,
               gssize      *exponent)
{
  gboolean minus;
  const char *digit;

  if (**at != 'e' && **at != 'E')
    return TRUE;
  (*at)++;
  minus = skip_sign (at);
  digit = *at;
  if (skip_digits (at) == 0)
    return FALSE;
  for (; digit < *at && *exponent < G_MAXINT32; digit++)
    *exponent = *exponent * 10 + (*digit - '0');
  if (minus)
    *exponent = -*exponent;
  return TRUE;
}

static void
append_zeros (GString *out,
              gssize   n)
{
  for (gssize i = 0; i < n; i++)
    g_string_append_c (out, '0');
}

void
atlas_plain_number_append_digits (GString    *out,
                                  const char *digits,
                                  gssize      n,
                                  gssize      point)
{
  while (n > 0 && point > 1 && *digits == '0')
    {
      digits++;
      n--;
      point--;
    }
  if (point <= 0)
    g_string_append_c (out, '0');
  g_string_append_len (out, digits, CLAMP (point, 0, n));
  append_zeros (out, point - n);
  if (point >= n)
    return;
  g_string_append_c (out, '.');
  append_zeros (out, -point);
  g_string_append_len (out, digits + MAX (point, 0), n - MAX (point, 0));
}

/* Appends to DIGITS those of the number at AT, which goes behind them. Returns: how many stand before the point */
static gsize
take_digits (const char **at,
             GString     *digits)
{
  const char *start = *at;
  gsize n_whole = skip_digits (at);

  g_string_append_len (digits, start, n_whole);
  if (**at != '.')
    return n_whole;
  start = ++*at;
  g_string_append_len (digits, start, skip_digits (at));
  return n_whole;
}

gboolean
atlas_plain_number (const char *text,
                    GString    *out)
{
  g_autoptr (GString) digits = g_string_sized_new (32);
  const char *at = text;
  gssize point, exponent = 0;
  gboolean minus;

  skip_blanks (&at);
  minus = skip_sign (&at);
  point = take_digits (&at, digits);
  if (digits->len == 0 || !take_exponent (&at, &exponent))
    return FALSE;
  skip_blanks (&at);
  if (*at != '\0' || ABS (exponent) > MAX_ZEROS)
    return FALSE;
  if (strspn (digits->str, "0") == digits->len)
    exponent = 0;
  else if (minus)
    g_string_append_c (out, '-');
  atlas_plain_number_append_digits (out, digits->str, digits->len, point + exponent);
  return TRUE;
}
