/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "untidy.h"

#include <string.h>

const char *
untidy_missing (Random *random)
{
  static const char *const marks[] = { "—", "/", "无", "N/A" };

  return random_chance (random, 20) ? marks[random_below (random, G_N_ELEMENTS (marks))] : NULL;
}

const char *
untidy_date (Random *random,
             Date    date,
             char    buffer[UNTIDY_SIZE])
{
  guint year = DATE_YEAR (date), month = DATE_MONTH (date), day = DATE_DAY (date);

  switch (random_below (random, 200))
    {
    case 0:
      g_snprintf (buffer, UNTIDY_SIZE, "%u/%u/%u", year, month, day);
      return buffer;
    case 1:
      g_snprintf (buffer, UNTIDY_SIZE, "%u.%u.%u", year, month, day);
      return buffer;
    case 2:
      g_snprintf (buffer, UNTIDY_SIZE, "%u年%u月%u日", year, month, day);
      return buffer;
    case 3:
      g_snprintf (buffer, UNTIDY_SIZE, "%u", date);
      return buffer;
    case 4:
      g_snprintf (buffer, UNTIDY_SIZE, "%u", date_to_serial (date));
      return buffer;
    default:
      return NULL;
    }
}

/* 1234.5 as 1,234.50: with two decimals where there are some, but never fewer than there are. */
static const char *
group_digits (const char *digits,
              char        buffer[UNTIDY_SIZE])
{
  const char *point = strchr (digits, '.');
  guint n_whole = point != NULL ? point - digits : strlen (digits);
  char *end = buffer;

  for (guint i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        *end++ = ',';
      *end++ = digits[i];
    }
  g_strlcpy (end, point != NULL ? point : "", UNTIDY_SIZE - (end - buffer));
  if (point != NULL && strlen (point) == 2)
    g_strlcat (buffer, "0", UNTIDY_SIZE);
  return buffer;
}

static const char *
widen_digits (const char *digits,
              char        buffer[UNTIDY_SIZE])
{
  char *end = buffer;

  for (; *digits != '\0'; digits++)
    end += g_unichar_to_utf8 (*digits - '!' + 0xff01, end);
  *end = '\0';
  return buffer;
}

const char *
untidy_number (Random     *random,
               const char *digits,
               char        buffer[UNTIDY_SIZE])
{
  if (strcspn (digits, ".") > 3 && random_chance (random, 500))
    return group_digits (digits, buffer);
  return random_chance (random, 10) ? widen_digits (digits, buffer) : NULL;
}

const char *
untidy_money (Random     *random,
              const char *digits,
              char        buffer[UNTIDY_SIZE])
{
  if (!random_chance (random, 10))
    return untidy_number (random, digits, buffer);
  g_snprintf (buffer, UNTIDY_SIZE, "%s万", digits);
  return buffer;
}

const char *
untidy_code (Random     *random,
             const char *code,
             char        buffer[UNTIDY_SIZE])
{
  if (!random_chance (random, 10))
    return NULL;
  g_snprintf (buffer, UNTIDY_SIZE, "%s%s", code, "000000" + strlen (code) - 6);
  return buffer;
}
