/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/shortest-number.h"

#include <math.h>
#include <string.h>

#include "dataset/sheets/plain-number.h"

/* A double tells all decimals of this many digits apart, and 17 are enough to name any. */
#define SURE_DIGITS 15
#define ALL_DIGITS 17
/* The powers of ten, and the integers, that a double holds exactly. */
#define MAX_EXACT_POWER 22
#define MAX_EXACT_INTEGER (G_GUINT64_CONSTANT (1) << 53)

/**
 * Digits:
 * @digits: from the first that is not 0; no more than are looked at in rounding
 * @n: of them
 * @point: how many stand before the point: 0.05 is 5 with −1
 */
typedef struct {
  char digits[ALL_DIGITS + 1];
  guint n;
  int point;
} Digits;

static Digits
take_digits (const char *plain)
{
  Digits digits = { .point = 0 };
  gboolean behind = FALSE;

  for (; *plain != '\0'; plain++)
    {
      if (*plain == '.')
        behind = TRUE;
      else if (digits.n > 0 || *plain != '0')
        {
          if (digits.n < sizeof digits.digits)
            digits.digits[digits.n++] = *plain;
          digits.point += behind ? 0 : 1;
        }
      else
        digits.point -= behind ? 1 : 0;
    }
  return digits;
}

/* DIGITS to PRECISION, without zeros at the end. */
static Digits
round_digits (const Digits *digits,
              guint         precision,
              gboolean      up)
{
  Digits rounded = *digits;

  rounded.n = MIN (digits->n, precision);
  while (rounded.n > 0 && rounded.digits[rounded.n - 1] == (up ? '9' : '0'))
    rounded.n--;
  if (up && rounded.n > 0)
    rounded.digits[rounded.n - 1]++;
  else if (up)
    {
      rounded.digits[rounded.n++] = '1';
      rounded.point++;
    }
  return rounded;
}

/* Where integer and power of ten are exact, one division or product rounds as reading the text would, and
 * faster. */
static double
to_double (const Digits *digits)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
  char text[64];
  guint64 integer = 0;
  int exponent = digits->point - (int) digits->n;

  for (guint i = 0; i < digits->n; i++)
    integer = integer * 10 + (digits->digits[i] - '0');
  if (integer <= MAX_EXACT_INTEGER && ABS (exponent) <= MAX_EXACT_POWER)
    return exponent < 0 ? integer / powers[-exponent] : integer * powers[exponent];
  g_snprintf (text, sizeof text, "%.*se%d", (int) digits->n, digits->digits, exponent);
  return g_ascii_strtod (text, NULL);
}

static Digits
take_exact_digits (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) plain = g_string_new (NULL);

  g_ascii_formatd (text, sizeof text, "%.16e", value);
  atlas_plain_number (text, plain);
  return take_digits (plain->str);
}

/* Makes DIGITS, which are more than PRECISION, so many, if that leaves VALUE. A last 5 may itself come from
 * rounding, up or down, so both ways are tried. */
static gboolean
shorten_to (Digits *digits,
            guint   precision,
            double  value)
{
  gboolean up = digits->digits[precision] >= '5';
  Digits nearest = round_digits (digits, precision, up), other;

  if (to_double (&nearest) == value)
    {
      *digits = nearest;
      return TRUE;
    }
  other = round_digits (digits, precision, !up);
  if (digits->digits[precision] != '5' || to_double (&other) != value)
    return FALSE;
  *digits = other;
  return TRUE;
}

/* Where the text goes on behind 17 digits, rounding twice may lead astray: then it is those of the double
 * itself. */
static Digits
shorten (Digits digits,
         double value)
{
  for (guint precision = SURE_DIGITS; precision < digits.n && precision <= ALL_DIGITS; precision++)
    if (shorten_to (&digits, precision, value))
      return digits;
  return digits.n <= ALL_DIGITS ? digits : take_exact_digits (value);
}

/* Whether TEXT has neither blanks nor an exponent, nor zeros or a point where none need be, as is nearly all
 * in a sheet. */
static gboolean
scan_plain (const char *text,
            gsize      *length,
            gboolean   *is_integer)
{
  const char *start = text + (*text == '-' ? 1 : 0), *at = start;

  while (g_ascii_isdigit (*at))
    at++;
  *is_integer = *at == '\0';
  if (at == start || (*start == '0' && *at != '.' && (at - start > 1 || start > text)))
    return FALSE;
  if (*at == '.')
    do
      at++;
    while (g_ascii_isdigit (*at));
  *length = at - text;
  return *at == '\0' && at[-1] != '.';
}

/* The double that is written in OUT from START on, with as few digits as it takes. */
static void
shorten_end (GString *out,
             gsize    start)
{
  gsize first = start + (out->str[start] == '-' ? 1 : 0);
  Digits digits = take_digits (out->str + first);

  if (digits.n > SURE_DIGITS)
    digits = shorten (digits, g_ascii_strtod (out->str + first, NULL));
  else
    digits = round_digits (&digits, SURE_DIGITS, FALSE);
  g_string_truncate (out, digits.n > 0 ? first : start);
  if (digits.n > 0)
    atlas_plain_number_append_digits (out, digits.digits, digits.n, digits.point);
  else
    g_string_append_c (out, '0');
}

gboolean
atlas_shortest_number (const char *text,
                       GString    *out)
{
  gsize start = out->len, length;
  gboolean is_integer;

  if (scan_plain (text, &length, &is_integer))
    g_string_append_len (out, text, length);
  else if (atlas_plain_number (text, out))
    is_integer = strpbrk (text, ".eE") == NULL;
  else
    return FALSE;
  /* What is short enough, and does not end in 0, has no digit that could go. */
  if (!is_integer && (out->len - start > SURE_DIGITS || out->str[out->len - 1] == '0'))
    shorten_end (out, start);
  return TRUE;
}
