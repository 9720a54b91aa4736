/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/period-format.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
month_name (guint month)
{
  static const char *const names[] = {
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
  };

  return _(names[month - 1]);
}

/* The number in LENGTH digits at AT, or 0. */
static guint
read_digits (const char *at,
             guint       length)
{
  guint number = 0;

  for (guint i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (at[i]))
        return 0;
      number = number * 10 + (at[i] - '0');
    }
  return number;
}

typedef struct {
  guint year;
  guint month; /* 0: the whole year */
  guint day;   /* 0: the whole month */
} PartialDate;

/* Reads "2022", "2022-09" and "2022-09-30". */
static gboolean
read_date (const char  *text,
           PartialDate *out)
{
  size_t length = strlen (text);
  PartialDate date = { 0 };

  if ((length != 4 && length != 7 && length != 10) || (length > 4 && text[4] != '-') ||
      (length > 7 && text[7] != '-'))
    return FALSE;
  date.year = read_digits (text, 4);
  if (length > 4)
    date.month = read_digits (text + 5, 2);
  if (length > 7)
    date.day = read_digits (text + 8, 2);
  *out = date;
  return date.year > 0 && (length == 4 || (date.month >= 1 && date.month <= 12)) &&
         (length < 10 || (date.day >= 1 && date.day <= 31));
}

static char *
format_date (PartialDate date)
{
  if (date.day > 0)
    /* Translators: day, month and year, such as 30 September 2022 */
    return g_strdup_printf (_("%1$u %2$s %3$u"), date.day, month_name (date.month), date.year);
  if (date.month > 0)
    /* Translators: month and year, such as September 2022 */
    return g_strdup_printf (_("%1$s %2$u"), month_name (date.month), date.year);
  return g_strdup_printf (C_("year", "%u"), date.year);
}

static char *
format_interval (const PartialDate *first,
                 const PartialDate *last)
{
  g_autofree char *from = first != NULL ? format_date (*first) : NULL;
  g_autofree char *to = last != NULL ? format_date (*last) : NULL;

  if (to == NULL)
    return g_strdup_printf (C_("period", "since %s"), from);
  if (from == NULL)
    return g_strdup_printf (C_("period", "up to %s"), to);
  if (first->month == 0 && last->month == 0)
    return g_strdup_printf (C_("period", "%u–%u"), first->year, last->year);
  return g_strdup_printf (C_("period", "%s – %s"), from, to);
}

/* PERIOD split at its slash into the ends of an interval; ".." is an open end. NULL if it cannot be read. */
static char *
format_ends (const char *period)
{
  g_auto (GStrv) ends = g_strsplit (period, "/", 3);
  gboolean open_start = strcmp (ends[0], "..") == 0;
  gboolean open_end = strcmp (ends[1], "..") == 0;
  PartialDate first, last;

  if (ends[2] != NULL || (open_start && open_end) || (!open_start && !read_date (ends[0], &first)) ||
      (!open_end && !read_date (ends[1], &last)))
    return NULL;
  return format_interval (open_start ? NULL : &first, open_end ? NULL : &last);
}

char *
atlas_format_period (const char *period)
{
  PartialDate date;
  char *text = NULL;

  if (period[0] == '\0')
    return g_strdup (C_("period", "undated"));
  if (read_date (period, &date))
    return format_date (date);
  if (strchr (period, '/') != NULL)
    text = format_ends (period);
  return text != NULL ? text : g_strdup (period);
}
