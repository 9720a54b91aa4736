/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/chinese-numeral.h"

/* −1: no digit */
static int
digit_of (gunichar c)
{
  switch (c)
    {
    case 0x96F6: /* 零 */
    case 0x3007: /* 〇 */
      return 0;
    case 0x4E00: return 1;
    case 0x4E8C: /* 二 */
    case 0x4E24: /* 两 */
      return 2;
    case 0x4E09: return 3;
    case 0x56DB: return 4;
    case 0x4E94: return 5;
    case 0x516D: return 6;
    case 0x4E03: return 7;
    case 0x516B: return 8;
    case 0x4E5D: return 9;
    default: return -1;
    }
}

/* 0: no power of ten below 万 */
static int
power_of (gunichar c)
{
  switch (c)
    {
    case 0x5341: return 10;
    case 0x767E: return 100;
    case 0x5343: return 1000;
    default: return 0;
    }
}

typedef struct {
  gint64 sum;         /* of the parts with a power */
  gint64 digits;      /* those read since, as a number */
  guint n_digits;
  int last_power;     /* 10000 before the first */
  gboolean zero_before_digits;
} Numeral;

static AtlasNumeralResult
add_digit (Numeral *numeral,
           int      digit)
{
  /* 零 between parts only says that a power is left out. */
  if (digit == 0 && numeral->last_power < 10000 && numeral->n_digits == 0)
    {
      numeral->zero_before_digits = TRUE;
      return ATLAS_NUMERAL_READ;
    }
  if (numeral->n_digits == 18)
    return ATLAS_NUMERAL_WRONG;
  numeral->digits = numeral->digits * 10 + digit;
  numeral->n_digits++;
  return ATLAS_NUMERAL_READ;
}

static AtlasNumeralResult
add_power (Numeral *numeral,
           int      power)
{
  gboolean leading_zero = numeral->n_digits > 1 && numeral->digits < 10;

  if (numeral->n_digits > 1 && !leading_zero)
    return ATLAS_NUMERAL_AMBIGUOUS; /* 二三百: two or three hundred */
  if (power >= numeral->last_power)
    return ATLAS_NUMERAL_WRONG;
  numeral->sum += (numeral->n_digits > 0 ? numeral->digits : 1) * power;
  numeral->digits = 0;
  numeral->n_digits = 0;
  numeral->last_power = power;
  numeral->zero_before_digits = FALSE;
  return ATLAS_NUMERAL_READ;
}

static AtlasNumeralResult
finish (const Numeral *numeral,
        gint64        *value)
{
  gboolean has_powers = numeral->last_power < 10000;

  if (has_powers && numeral->n_digits > 1)
    return ATLAS_NUMERAL_WRONG;
  /* 三千五 is said for 3,500 and can be written for 3,005. */
  if (has_powers && numeral->n_digits == 1 && numeral->last_power > 10 && !numeral->zero_before_digits)
    return ATLAS_NUMERAL_AMBIGUOUS;
  *value = numeral->sum + numeral->digits;
  return ATLAS_NUMERAL_READ;
}

AtlasNumeralResult
atlas_chinese_numeral_take (const char **text,
                            gint64      *value,
                            gboolean    *has_zero)
{
  Numeral numeral = { .last_power = 10000 };
  AtlasNumeralResult result = ATLAS_NUMERAL_NONE;

  *has_zero = digit_of (g_utf8_get_char (*text)) == 0;
  for (const char *p = *text; *p != '\0'; *text = p)
    {
      gunichar c = g_utf8_get_char (p);

      if (digit_of (c) >= 0)
        result = add_digit (&numeral, digit_of (c));
      else if (power_of (c) > 0 && !g_str_has_prefix (p, "百分"))
        result = add_power (&numeral, power_of (c));
      else
        break;
      if (result != ATLAS_NUMERAL_READ)
        return result;
      p = g_utf8_next_char (p);
    }
  return result == ATLAS_NUMERAL_READ ? finish (&numeral, value) : result;
}
