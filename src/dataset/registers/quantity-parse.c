/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/quantity-parse.h"

#include <string.h>

#include "dataset/number-parse.h"

/* As many digits fit into 64 bits, whatever they are. */
#define MAX_DIGITS 18
/* 万: from here on a multiplier says what is counted, below it is only how a numeral is spoken. */
#define UNIT_EXPONENT 4
#define FEN_DECIMALS 2
#define HOURS_DECIMALS 2

/**
 * Column:
 * @exponent: of the column's unit
 * @decimals: how many decimals of the base unit are kept
 * @is_money: whether it holds amounts
 */
typedef struct {
  guint exponent;
  guint decimals;
  gboolean is_money;
} Column;

/* Multiplies the number by 10^SHIFT, which may be below zero, exactly. */
static AtlasQuantityResult
shift_number (gint64  number,
              int     shift,
              gint64 *out)
{
  for (; shift > 0 && number != 0; shift--)
    if (__builtin_mul_overflow (number, 10, &number))
      return ATLAS_QUANTITY_TOO_LARGE;
  for (; shift < 0 && number != 0; shift++)
    {
      if (number % 10 != 0)
        return ATLAS_QUANTITY_TOO_FINE;
      number /= 10;
    }
  *out = number;
  return ATLAS_QUANTITY_READ;
}

/* Digits with at most one point among them, which most are; FALSE for anything else. */
static gboolean
read_plain (const char *text,
            gint64     *number,
            int        *decimals)
{
  const char *point = NULL;
  const char *at = text;

  *number = 0;
  for (; *at != '\0'; at++)
    {
      if (*at == '.' && point == NULL && at > text && at[1] != '\0')
        point = at;
      else if (!g_ascii_isdigit (*at) || at - text >= MAX_DIGITS)
        return FALSE;
      else
        *number = *number * 10 + (*at - '0');
    }
  *decimals = point != NULL ? (int) (at - point - 1) : 0;
  return at > text;
}

static AtlasQuantityResult
result_of_error (const GError *error)
{
  switch (error->code)
    {
    case ATLAS_NUMBER_ERROR_AMBIGUOUS:
      return ATLAS_QUANTITY_AMBIGUOUS;
    case ATLAS_NUMBER_ERROR_RANGE:
      return ATLAS_QUANTITY_TOO_LARGE;
    default:
      return ATLAS_QUANTITY_NOT_A_NUMBER;
    }
}

/* A sign of currency says that it is money, and not in what: ¥50 in a column of 万元. */
static gboolean
has_only_sign (const char *text)
{
  return (strstr (text, "¥") != NULL || strstr (text, "￥") != NULL) && strstr (text, "元") == NULL;
}

/* Whether NUMBER, as written, can be of COLUMN, and SCALE, the exponent that it has to be multiplied with. */
static AtlasQuantityResult
find_scale (const AtlasParsedNumber *number,
            const Column            *column,
            guint                   *scale)
{
  AtlasNumberMeasure other = column->is_money ? ATLAS_NUMBER_MEASURE_OTHER : ATLAS_NUMBER_MEASURE_MONEY;

  if (number->is_percent || number->measure == other)
    return ATLAS_QUANTITY_NOT_A_NUMBER;
  *scale = column->exponent;
  if (number->exponent >= UNIT_EXPONENT || number->measure == ATLAS_NUMBER_MEASURE_MONEY)
    *scale = 0;
  else if (number->exponent > 0 && column->exponent > 0)
    return ATLAS_QUANTITY_AMBIGUOUS;
  return ATLAS_QUANTITY_READ;
}

/* Anything but plain digits. */
static AtlasQuantityResult
parse_words (const char     *text,
             const Column   *column,
             gint64         *out,
             AtlasQualifier *qualifier)
{
  AtlasParsedNumber number;
  AtlasQuantityResult result;
  g_autoptr (GError) error = NULL;
  guint scale;

  if (!atlas_number_parse (text, &number, &error))
    return result_of_error (error);
  if (number.is_missing)
    return ATLAS_QUANTITY_MISSING;
  if (column->exponent > 0 && number.exponent < UNIT_EXPONENT && has_only_sign (text))
    return ATLAS_QUANTITY_AMBIGUOUS;
  result = find_scale (&number, column, &scale);
  if (result != ATLAS_QUANTITY_READ)
    return result;
  if (number.value.mantissa < 0)
    return ATLAS_QUANTITY_NEGATIVE;
  *qualifier = number.qualifier;
  return shift_number (number.value.mantissa, (int) (scale + column->decimals) - number.value.decimals, out);
}

static AtlasQuantityResult
parse (const char     *text,
       const Column   *column,
       gint64         *out,
       AtlasQualifier *qualifier)
{
  gint64 number;
  int decimals;

  if (text[0] == '\0')
    return ATLAS_QUANTITY_MISSING;
  if (!read_plain (text, &number, &decimals))
    return parse_words (text, column, out, qualifier);
  *qualifier = ATLAS_QUALIFIER_EXACT;
  return shift_number (number, (int) (column->exponent + column->decimals) - decimals, out);
}

AtlasQuantityResult
atlas_quantity_parse (const char     *text,
                      guint           exponent,
                      gint64         *out,
                      AtlasQualifier *qualifier)
{
  const Column column = { exponent, 0, FALSE };

  return parse (text, &column, out, qualifier);
}

AtlasQuantityResult
atlas_hours_parse (const char     *text,
                   guint           exponent,
                   gint64         *hundredths,
                   AtlasQualifier *qualifier)
{
  const Column column = { exponent, HOURS_DECIMALS, FALSE };

  return parse (text, &column, hundredths, qualifier);
}

AtlasQuantityResult
atlas_money_parse (const char     *text,
                   guint           exponent,
                   gint64         *fen,
                   AtlasQualifier *qualifier)
{
  const Column column = { exponent, FEN_DECIMALS, TRUE };

  return parse (text, &column, fen, qualifier);
}
