/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/number-parse.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/chinese-numeral.h"
#include "dataset/number-words.h"
#include "dataset/qualified-number.h"

G_DEFINE_QUARK (atlas-number-error-quark, atlas_number_error)

/* No number has a multiplier as great as this: before the first. */
#define NO_EXPONENT 99

typedef struct {
  const char *text; /* as written */
  const char *at;   /* in the text made plain */
  AtlasParsedNumber number;
  GError **error;
} Reader;

/* Always FALSE, so that a caller can return it. */
static gboolean
fail (Reader           *reader,
      AtlasNumberError  code)
{
  switch (code)
    {
    case ATLAS_NUMBER_ERROR_AMBIGUOUS:
      g_set_error (reader->error, ATLAS_NUMBER_ERROR, code,
                   _("“%s” can be read as more than one number: write it in digits"), reader->text);
      break;
    case ATLAS_NUMBER_ERROR_RANGE:
      g_set_error (reader->error, ATLAS_NUMBER_ERROR, code, _("“%s” is too large or too fine a number"),
                   reader->text);
      break;
    case ATLAS_NUMBER_ERROR_NOT_A_NUMBER:
    default:
      g_set_error (reader->error, ATLAS_NUMBER_ERROR, code, _("“%s” is not a number"), reader->text);
      break;
    }
  return FALSE;
}

/* Full width to half width, minus signs to the one on the keyboard, capitals to small letters. Not NFKC: that
 * would make the digits of footnote marks (① and ²) part of the number. */
static gunichar
make_plain (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFF01 - '!';
  if (c == 0x2212)
    return '-';
  if (c == 0xFFE5)
    return 0xA5; /* ￥, ¥ */
  return c < 128 ? (gunichar) g_ascii_tolower (c) : c;
}

static char *
make_text_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = make_plain (g_utf8_get_char (p));

      g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : c);
    }
  return g_strstrip (g_string_free (plain, FALSE));
}

static gboolean
says_missing (const char *plain)
{
  static const char *const words[] = { "", "—", "——", "-", "--", "–", "/", "无", "n/a", "na" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (plain, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
qualify (Reader         *reader,
         AtlasQualifier  qualifier)
{
  reader->number.qualifier = atlas_qualifier_join (reader->number.qualifier, qualifier);
}

/* Digits with commas between thousands, copied without them; FALSE if the commas stand elsewhere. */
static gboolean
read_whole_part (Reader  *reader,
                 GString *digits)
{
  guint group = 0;
  gboolean separated = FALSE;

  for (;; reader->at++)
    {
      if (g_ascii_isdigit (*reader->at))
        {
          g_string_append_c (digits, *reader->at);
          group++;
        }
      else if (*reader->at == ',' && g_ascii_isdigit (reader->at[1]))
        {
          if (separated ? group != 3 : group > 3)
            return FALSE;
          separated = TRUE;
          group = 0;
        }
      else
        return !separated || group == 3;
    }
}

/* 1,234.50: what looks like a decimal comma is not guessed at. */
static gboolean
read_digits (Reader       *reader,
             AtlasDecimal *value,
             gsize        *n_digits)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  if (!read_whole_part (reader, digits))
    return fail (reader, ATLAS_NUMBER_ERROR_AMBIGUOUS);
  *n_digits = digits->len;
  if (*reader->at == '.' && g_ascii_isdigit (reader->at[1]))
    do
      g_string_append_c (digits, *reader->at++);
    while (g_ascii_isdigit (*reader->at));
  if (!atlas_decimal_parse (digits->str, value))
    return fail (reader, ATLAS_NUMBER_ERROR_RANGE);
  while (*reader->at == ' ')
    reader->at++;
  return TRUE;
}

/* VALUE × 10^EXPONENT, exact. */
static gboolean
multiply (AtlasDecimal *value,
          guint         exponent)
{
  for (; exponent > 0; exponent--)
    if (value->decimals > 0)
      value->decimals--;
    else if (__builtin_mul_overflow (value->mantissa, 10, &value->mantissa))
      return FALSE;
  return TRUE;
}

/**
 * Part:
 * @value: before its multiplier
 * @n_digits: of an Arabic number, its digits before the point; 0 of a Chinese one
 * @has_zero: whether a Chinese one began with 零
 * @exponent: of its multiplier
 * @open: whether 余 or 多 stood behind it
 *
 * A part of a number such as 1亿2000万: digits with their multiplier.
 */
typedef struct {
  AtlasDecimal value;
  gsize n_digits;
  gboolean has_zero;
  guint exponent;
  gboolean open;
} Part;

typedef enum { PART_NONE, PART_READ, PART_FAILED } PartResult;

static PartResult
read_part_digits (Reader *reader,
                  Part   *part)
{
  gint64 numeral = 0;

  if (g_ascii_isdigit (*reader->at))
    {
      if (!read_digits (reader, &part->value, &part->n_digits))
        return PART_FAILED;
      return PART_READ;
    }
  switch (atlas_chinese_numeral_take (&reader->at, &numeral, &part->has_zero))
    {
    case ATLAS_NUMERAL_READ:
      part->value.mantissa = numeral;
      return PART_READ;
    case ATLAS_NUMERAL_AMBIGUOUS:
      fail (reader, ATLAS_NUMBER_ERROR_AMBIGUOUS);
      return PART_FAILED;
    case ATLAS_NUMERAL_WRONG:
      fail (reader, ATLAS_NUMBER_ERROR_NOT_A_NUMBER);
      return PART_FAILED;
    case ATLAS_NUMERAL_NONE:
    default:
      return PART_NONE;
    }
}

/* The multipliers behind the digits, with 余 or 多 among them: 6000余万, 82.4万余. */
static guint
read_part_multipliers (Reader *reader,
                       Part   *part)
{
  guint exponent, n_read = 0;

  for (;; n_read++)
    {
      if (atlas_number_take_remainder (&reader->at))
        part->open = TRUE;
      if (!atlas_number_take_multiplier (&reader->at, &exponent))
        return n_read;
      part->exponent += exponent;
    }
}

/* 万 and the like may stand without digits at the start only: 突破万人. */
static PartResult
read_part (Reader   *reader,
           Part     *part,
           gboolean  first)
{
  PartResult result;
  guint n_multipliers = 0;

  *part = (Part) { 0 };
  result = read_part_digits (reader, part);
  if (result == PART_READ || (result == PART_NONE && first))
    n_multipliers = read_part_multipliers (reader, part);
  if (result == PART_NONE && n_multipliers > 0)
    {
      part->value.mantissa = 1;
      result = PART_READ;
    }
  if (result == PART_READ && !multiply (&part->value, part->exponent))
    {
      fail (reader, ATLAS_NUMBER_ERROR_RANGE);
      result = PART_FAILED;
    }
  return result;
}

/* Whether PART may follow one with the multiplier 10^LAST: 12万3456 may, 3万5 is said for 35,000. */
static gboolean
check_order (Reader     *reader,
             const Part *part,
             guint       last)
{
  AtlasDecimal limit = { 1, 0 };

  if (last == NO_EXPONENT)
    return TRUE;
  if (part->exponent >= last || (last <= 18 && multiply (&limit, last) &&
                                 atlas_decimal_compare (part->value, limit) >= 0))
    return fail (reader, ATLAS_NUMBER_ERROR_NOT_A_NUMBER);
  if (part->exponent == 0 && part->n_digits != last && !part->has_zero &&
      (part->n_digits > 0 || part->value.mantissa < 10))
    return fail (reader, ATLAS_NUMBER_ERROR_AMBIGUOUS);
  return TRUE;
}

/* All parts of the number, added up. */
static gboolean
read_amount (Reader *reader)
{
  guint last = NO_EXPONENT;

  for (;;)
    {
      Part part;
      PartResult result = read_part (reader, &part, last == NO_EXPONENT);

      if (result == PART_NONE && last == NO_EXPONENT)
        return fail (reader, ATLAS_NUMBER_ERROR_NOT_A_NUMBER);
      if (result == PART_NONE)
        return TRUE;
      if (result == PART_FAILED || !check_order (reader, &part, last))
        return FALSE;
      if (!atlas_decimal_add (reader->number.value, part.value, &reader->number.value))
        return fail (reader, ATLAS_NUMBER_ERROR_RANGE);
      if (part.open)
        qualify (reader, ATLAS_QUALIFIER_AT_LEAST);
      reader->number.exponent = MAX (reader->number.exponent, part.exponent);
      /* Nothing can follow digits without a multiplier, nor 余. */
      if (part.exponent == 0 || part.open)
        return TRUE;
      last = part.exponent;
    }
}

static void
read_prefixes (Reader *reader)
{
  AtlasQualifier qualifier;

  while (atlas_number_take_prefix (&reader->at, &qualifier))
    qualify (reader, qualifier);
}

static void
read_unit (Reader *reader)
{
  const char *unit = reader->at;

  if (!atlas_number_take_unit (&reader->at))
    return;
  reader->number.measure = atlas_number_take_money (&unit) ? ATLAS_NUMBER_MEASURE_MONEY : ATLAS_NUMBER_MEASURE_OTHER;
}

static void
read_suffixes (Reader *reader)
{
  AtlasQualifier qualifier;

  if (atlas_number_take_percent (&reader->at))
    reader->number.is_percent = TRUE;
  else
    read_unit (reader);
  while (atlas_number_take_suffix (&reader->at, &qualifier))
    qualify (reader, qualifier);
}

/* Whether what is left is the second half of "1000-2000" or "1至3". */
static gboolean
is_range (const char *rest)
{
  static const char *const joints[] = { "-", "–", "—", "~", "至", "到" };
  gint64 numeral;
  gboolean has_zero;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (atlas_number_take_word (&rest, joints[i]))
      return g_ascii_isdigit (*rest) ||
             atlas_chinese_numeral_take (&rest, &numeral, &has_zero) == ATLAS_NUMERAL_READ;
  return FALSE;
}

static gboolean
read_number (Reader *reader)
{
  gboolean negative = FALSE;

  read_prefixes (reader);
  if (atlas_number_take_word (&reader->at, "¥"))
    reader->number.measure = ATLAS_NUMBER_MEASURE_MONEY;
  if (atlas_number_take_word (&reader->at, "百分之"))
    reader->number.is_percent = TRUE;
  if (*reader->at == '-' || *reader->at == '+')
    negative = *reader->at++ == '-';
  if (!read_amount (reader))
    return FALSE;
  if (negative)
    reader->number.value.mantissa = -reader->number.value.mantissa;
  read_suffixes (reader);
  if (is_range (reader->at))
    return fail (reader, ATLAS_NUMBER_ERROR_AMBIGUOUS);
  return *reader->at == '\0' || fail (reader, ATLAS_NUMBER_ERROR_NOT_A_NUMBER);
}

/**
 * atlas_number_parse:
 * @text: a cell of a table, or a number as a document prints it
 * @out: (out): the number; as it was on failure
 * @error: return location for an #AtlasNumberError
 *
 * Returns: whether @text is a number or says that there is none
 */
gboolean
atlas_number_parse (const char         *text,
                    AtlasParsedNumber  *out,
                    GError            **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = make_text_plain (valid);
  Reader reader = { .text = valid, .at = plain, .error = error };

  if (says_missing (plain))
    reader.number.is_missing = TRUE;
  else if (!read_number (&reader))
    return FALSE;
  *out = reader.number;
  return TRUE;
}
