/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/number-pattern.h"

#include <string.h>

static const char general[] = "General";

/**
 * Signs:
 * @letters: letters that stand for parts of a date: y m d e h s
 * @han: 年, 月 or 日, which may as well be what is counted: 0年
 * @digits: places for digits: 0 # ?
 * @elapsed: [h], [mm], [s]
 */
typedef struct {
  gboolean letters;
  gboolean han;
  gboolean digits;
  gboolean elapsed;
} Signs;

/* Behind the quotation that begins at AT. */
static const char *
skip_quoted (const char *at)
{
  const char *end = strchr (at + 1, '"');

  return end != NULL ? end + 1 : at + strlen (at);
}

/* [Red], [$-804], [>=100], or the elapsed [h]. */
static const char *
take_bracket (const char *at,
              Signs      *signs)
{
  gsize length = strcspn (at + 1, "]");

  if (length > 0 && strspn (at + 1, "hHmMsS") == length)
    signs->elapsed = TRUE;
  return at + 1 + length + (at[1 + length] == ']' ? 1 : 0);
}

static const char *
take_letter (const char *at,
             Signs      *signs)
{
  /* 0.00E+00 is a number; E alone is a year in East Asia. */
  if ((*at == 'E' || *at == 'e') && (at[1] == '+' || at[1] == '-'))
    return at + 2;
  if (strchr ("yYmMdDhHsSeE", *at) != NULL)
    signs->letters = TRUE;
  else if (strchr ("0#?", *at) != NULL)
    signs->digits = TRUE;
  return at + 1;
}

static const char *
take_sign (const char *at,
           Signs      *signs)
{
  switch (*at)
    {
    case '"':
      return skip_quoted (at);
    case '[':
      return take_bracket (at, signs);
    /* The next character as it is, as wide as it is, or again and again. */
    case '\\':
    case '_':
    case '*':
      return at[1] != '\0' ? g_utf8_next_char (at + 1) : at + 1;
    default:
      if (g_ascii_strncasecmp (at, general, strlen (general)) == 0)
        return at + strlen (general);
      if (g_str_has_prefix (at, "年") || g_str_has_prefix (at, "月") || g_str_has_prefix (at, "日"))
        signs->han = TRUE;
      return (guchar) *at < 0x80 ? take_letter (at, signs) : g_utf8_next_char (at);
    }
}

gboolean
atlas_number_pattern_is_date (const char *pattern)
{
  Signs signs = { FALSE };

  while (*pattern != '\0')
    pattern = take_sign (pattern, &signs);
  return !signs.elapsed && (signs.letters || (signs.han && !signs.digits));
}

/* 46 is [h]:mm:ss; 27 to 36 and 50 to 58 are the dates and times of East Asia. */
gboolean
atlas_number_format_is_date (guint id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 || (id >= 50 && id <= 58);
}
