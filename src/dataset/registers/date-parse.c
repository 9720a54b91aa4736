/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/date-parse.h"

#include <string.h>

#define MAX_PARTS 3
/* No date has more digits in one piece. */
#define MAX_DIGITS 8

/**
 * Parts:
 * @numbers: year, month and day, or what stands for them
 * @n_digits: of each of them
 * @separators: what stands behind each: '-', '/', '.', 'Y', 'M' or 'D' (年, 月, 日), or 0 for nothing
 * @has_time: whether a time stands behind the last
 */
typedef struct {
  guint n;
  guint numbers[MAX_PARTS];
  guint n_digits[MAX_PARTS];
  char separators[MAX_PARTS];
  gboolean has_time;
} Parts;

static gboolean
is_day (guint year,
        guint month,
        guint day)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (leap && month == 2 ? 1u : 0u);
}

static void
write_digits (char  *out,
              guint  number,
              guint  n_digits)
{
  for (guint i = n_digits; i > 0; i--, number /= 10)
    out[i - 1] = (char) ('0' + number % 10);
}

static AtlasDateResult
write_year (guint year,
            char  out[ATLAS_DATE_SIZE])
{
  write_digits (out, year, 4);
  out[4] = '\0';
  return ATLAS_DATE_READ;
}

static AtlasDateResult
write_month (guint year,
             guint month,
             char  out[ATLAS_DATE_SIZE])
{
  if (month < 1 || month > 12)
    return ATLAS_DATE_WRONG;
  write_year (year, out);
  out[4] = '-';
  write_digits (out + 5, month, 2);
  out[7] = '\0';
  return ATLAS_DATE_READ;
}

static AtlasDateResult
write_day (guint year,
           guint month,
           guint day,
           char  out[ATLAS_DATE_SIZE])
{
  if (!is_day (year, month, day))
    return ATLAS_DATE_WRONG;
  write_month (year, month, out);
  out[7] = '-';
  write_digits (out + 8, day, 2);
  out[10] = '\0';
  return ATLAS_DATE_READ;
}

/* Spreadsheets count days from 1899-12-30, as if 1900 had been a leap year. */
static AtlasDateResult
write_serial (guint serial,
              char  out[ATLAS_DATE_SIZE])
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, serial);
  return write_day (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), out);
}

/* "2023-05-01", which most are. */
static gboolean
is_iso_day (const char *text)
{
  for (guint i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  return text[10] == '\0';
}

static guint
read_digits (const char *digits,
                 guint       n)
{
  guint number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + (guint) (digits[i] - '0');
  return number;
}

/* Five digits, with a time of day behind the point. */
static gboolean
is_serial (const char *text)
{
  for (guint i = 0; i < 5; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return text[0] != '0' && (text[5] == '\0' || (text[5] == '.' && text[6] != '\0' && text[6 + strspn (text + 6, "0123456789")] == '\0'));
}

/* The digit at TEXT, ASCII or full-width, or −1. */
static int
get_digit (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  if (c >= '0' && c <= '9')
    return (int) c - '0';
  return c >= 0xFF10 && c <= 0xFF19 ? (int) c - 0xFF10 : -1;
}

static void
skip_blanks (const char **at)
{
  while (g_unichar_isspace (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
}

static gboolean
take_number (const char **at,
             guint       *number,
             guint       *n_digits)
{
  int digit;

  *number = *n_digits = 0;
  for (; (digit = get_digit (*at)) >= 0 && *n_digits <= MAX_DIGITS; *at = g_utf8_next_char (*at))
    {
      *number = *number * 10 + (guint) digit;
      (*n_digits)++;
    }
  return *n_digits > 0 && *n_digits <= MAX_DIGITS;
}

static char
take_separator (const char **at)
{
  static const struct { gunichar c; char separator; } separators[] = {
    { '-', '-' }, { '/', '/' }, { '.', '.' }, { 0xFF0D, '-' }, { 0xFF0F, '/' }, { 0xFF0E, '.' }, { 0x2013, '-' },
    { 0x2014, '-' }, { 0x3002, '.' }, { 0x5E74, 'Y' }, { 0x6708, 'M' }, { 0x65E5, 'D' }, { 0x53F7, 'D' },
  };
  gunichar c = g_utf8_get_char (*at);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i].c == c)
      {
        *at = g_utf8_next_char (*at);
        return separators[i].separator;
      }
  return 0;
}

/* "T08:30:00+08:00", "00:00:00", "8:30" */
static gboolean
is_time (const char *text)
{
  if (*text == 'T' || *text == 't')
    text++;
  return g_ascii_isdigit (*text) && strchr (text, ':') != NULL && text[strspn (text, "0123456789:.+-Z")] == '\0';
}

static gboolean
read_parts (const char *text,
            Parts      *parts)
{
  const char *at = text;

  *parts = (Parts) { 0 };
  while (parts->n < MAX_PARTS && take_number (&at, &parts->numbers[parts->n], &parts->n_digits[parts->n]))
    {
      skip_blanks (&at);
      parts->separators[parts->n] = take_separator (&at);
      skip_blanks (&at);
      if (parts->separators[parts->n++] == 0)
        break;
    }
  parts->has_time = is_time (at);
  return parts->n > 0 && (*at == '\0' || parts->has_time);
}

static gboolean
ends_with (const Parts *parts,
           char         separator)
{
  return parts->separators[parts->n - 1] == separator;
}

/* yymmdd or yyyymm: only what cannot be the first is the second. */
static AtlasDateResult
write_six_digits (guint number,
                  char  out[ATLAS_DATE_SIZE])
{
  if (is_day (2000 + number / 10000, number / 100 % 100, number % 100))
    return ATLAS_DATE_AMBIGUOUS;
  return write_month (number / 100, number % 100, out);
}

static AtlasDateResult
write_one (const Parts *parts,
           char         out[ATLAS_DATE_SIZE])
{
  guint number = parts->numbers[0];

  if (parts->n_digits[0] == 4 && !parts->has_time && (ends_with (parts, 0) || ends_with (parts, 'Y')))
    return write_year (number, out);
  if (!ends_with (parts, 0))
    return ATLAS_DATE_WRONG;
  if (parts->n_digits[0] == 8)
    return write_day (number / 10000, number / 100 % 100, number % 100, out);
  return parts->n_digits[0] == 6 && !parts->has_time ? write_six_digits (number, out) : ATLAS_DATE_WRONG;
}

/* 2023.0, which some program took for a number with decimals. */
static gboolean
has_zero_fraction (const Parts *parts)
{
  return parts->separators[0] == '.' && ends_with (parts, 0) && parts->n_digits[1] == 1 && parts->numbers[1] == 0;
}

static AtlasDateResult
write_two (const Parts *parts,
           char         out[ATLAS_DATE_SIZE])
{
  Parts whole = { 1, { parts->numbers[0] }, { parts->n_digits[0] }, { 0 }, FALSE };

  if (has_zero_fraction (parts))
    return write_one (&whole, out);
  if (parts->n_digits[0] <= 2)
    return ATLAS_DATE_AMBIGUOUS;
  if (parts->has_time || parts->n_digits[0] != 4 || parts->n_digits[1] > 2 ||
      parts->separators[1] != (parts->separators[0] == 'Y' ? 'M' : 0))
    return ATLAS_DATE_WRONG;
  if (parts->separators[0] == '.' && parts->n_digits[1] == 1 && parts->numbers[1] == 1)
    return ATLAS_DATE_AMBIGUOUS;
  return write_month (parts->numbers[0], parts->numbers[1], out);
}

static gboolean
are_separators_of_day (const char separators[MAX_PARTS])
{
  if (separators[0] == 'Y')
    return separators[1] == 'M' && (separators[2] == 'D' || separators[2] == 0);
  return separators[0] == separators[1] && separators[2] == 0 && strchr ("-/.", separators[0]) != NULL;
}

static AtlasDateResult
write_three (const Parts *parts,
             char         out[ATLAS_DATE_SIZE])
{
  if (parts->n_digits[0] <= 2)
    return ATLAS_DATE_AMBIGUOUS;
  if (parts->n_digits[0] != 4 || parts->n_digits[1] > 2 || parts->n_digits[2] > 2 ||
      !are_separators_of_day (parts->separators))
    return ATLAS_DATE_WRONG;
  return write_day (parts->numbers[0], parts->numbers[1], parts->numbers[2], out);
}

AtlasDateResult
atlas_date_parse (const char *text,
                  char        out[ATLAS_DATE_SIZE])
{
  Parts parts;

  if (is_iso_day (text))
    return write_day (read_digits (text, 4), read_digits (text + 5, 2), read_digits (text + 8, 2), out);
  if (is_serial (text))
    return write_serial (read_digits (text, 5), out);
  if (!read_parts (text, &parts))
    return ATLAS_DATE_WRONG;
  if (parts.n == 1)
    return write_one (&parts, out);
  return parts.n == 2 ? write_two (&parts, out) : write_three (&parts, out);
}
