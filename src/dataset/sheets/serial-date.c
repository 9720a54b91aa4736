/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/serial-date.h"

#include <math.h>
#include <string.h>

#define DAY_SECONDS 86400
/* What GDate counts for the days before the first, behind the 29th that never was, and for the last. */
#define DAY_1899_12_31 693595
#define DAY_1899_12_30 693594
#define DAY_1904_01_01 695056
#define DAY_9999_12_31 3652059
#define FALSE_LEAP_DAY 60

static void
append_pair (GString *out,
             guint    value)
{
  g_string_append_c (out, '0' + value / 10);
  g_string_append_c (out, '0' + value % 10);
}

/* By hand, since there may be millions. */
static void
append_date (GString *out,
             guint    year,
             guint    month,
             guint    day,
             guint    seconds)
{
  append_pair (out, year / 100);
  append_pair (out, year % 100);
  g_string_append_c (out, '-');
  append_pair (out, month);
  g_string_append_c (out, '-');
  append_pair (out, day);
  if (seconds > 0)
    g_string_append_printf (out, "T%02u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

gboolean
atlas_serial_date_append (GString  *out,
                          double    serial,
                          gboolean  from_1904)
{
  guint days, seconds, origin;
  GDate date;

  if (!(serial >= 1 && serial <= DAY_9999_12_31))
    return FALSE;
  days = floor (serial);
  seconds = floor ((serial - days) * DAY_SECONDS + 0.5);
  days += seconds / DAY_SECONDS;
  seconds %= DAY_SECONDS;
  if (!from_1904 && days == FALSE_LEAP_DAY)
    {
      append_date (out, 1900, 2, 29, seconds);
      return TRUE;
    }
  origin = from_1904 ? DAY_1904_01_01 : days < FALSE_LEAP_DAY ? DAY_1899_12_31 : DAY_1899_12_30;
  if (origin + days > DAY_9999_12_31)
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, origin + days);
  append_date (out, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), seconds);
  return TRUE;
}

/* Two digits up to LIMIT. */
static gboolean
take_pair (const char **at,
           guint        limit,
           guint       *value)
{
  const char *text = *at;

  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  *value = (text[0] - '0') * 10 + (text[1] - '0');
  *at += 2;
  return *value <= limit;
}

static gboolean
take_char (const char **at,
           char         c)
{
  if (**at != c)
    return FALSE;
  *at += 1;
  return TRUE;
}

/* .250, then Z, +08:00 or nothing. */
static gboolean
is_time_rest (const char *text)
{
  guint hours, minutes;

  if (take_char (&text, '.'))
    text += strspn (text, "0123456789");
  if (take_char (&text, 'Z') || *text == '\0')
    return *text == '\0';
  return (take_char (&text, '+') || take_char (&text, '-')) && take_pair (&text, 14, &hours) &&
         take_char (&text, ':') && take_pair (&text, 59, &minutes) && *text == '\0';
}

/* T08:30, T08:30:00 and what may stand behind. */
static gboolean
read_time (const char *text,
           guint      *seconds)
{
  guint hour, minute, second = 0;

  if (!take_char (&text, 'T') || !take_pair (&text, 23, &hour) || !take_char (&text, ':') ||
      !take_pair (&text, 59, &minute))
    return FALSE;
  if (take_char (&text, ':') && !take_pair (&text, 59, &second))
    return FALSE;
  *seconds = hour * 3600 + minute * 60 + second;
  return is_time_rest (text);
}

gboolean
atlas_iso_date_append (GString    *out,
                       const char *text)
{
  guint century, year, month, day, seconds = 0;

  if (!take_pair (&text, 99, &century) || !take_pair (&text, 99, &year) || !take_char (&text, '-') ||
      !take_pair (&text, 12, &month) || !take_char (&text, '-') || !take_pair (&text, 31, &day) ||
      !g_date_valid_dmy (day, month, century * 100 + year))
    return FALSE;
  if (*text != '\0' && !read_time (text, &seconds))
    return FALSE;
  append_date (out, century * 100 + year, month, day, seconds);
  return TRUE;
}
