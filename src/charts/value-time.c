/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/value-time.h"

#include <stdio.h>
#include <string.h>

#include "indicators/figure-year.h"

static double
time_of_date (int year,
              int month,
              int day)
{
  GDate date;

  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return year + g_date_get_day_of_year (&date) / (g_date_is_leap_year ((GDateYear) year) ? 366.0 : 365.0);
}

double
atlas_value_get_time (const AtlasObservation *observation)
{
  int year, month, day, n_read = 0;

  if (!atlas_period_is_interval (observation->period))
    n_read = sscanf (observation->period, "%4d-%2d-%2d", &year, &month, &day);
  if (n_read == 3 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return time_of_date (year, month, day);
  if (n_read >= 2 && month >= 1 && month <= 12)
    return year + month / 12.0;
  return observation->year + 1.0;
}
