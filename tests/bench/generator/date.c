/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "date.h"

Date
date_draw (Random *random,
           guint   year)
{
  guint month = random_between (random, 1, 12);

  return DATE (year, month, random_between (random, 1, g_date_get_days_in_month (month, year)));
}

Date
date_add_years (Date  self,
                guint years)
{
  Date later = self + years * 10000;

  return later % 10000 == 229 && !g_date_is_leap_year (DATE_YEAR (later)) ? later - 1 : later;
}

guint
date_to_serial (Date self)
{
  GDate day, first;

  g_date_clear (&day, 1);
  g_date_clear (&first, 1);
  g_date_set_dmy (&day, DATE_DAY (self), DATE_MONTH (self), DATE_YEAR (self));
  /* Day 1 is 1 January 1900, but a 29 February 1900 that there was not is counted too. */
  g_date_set_dmy (&first, 30, 12, 1899);
  return g_date_days_between (&first, &day);
}
