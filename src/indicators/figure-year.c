/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/figure-year.h"

#include <string.h>

static int
read_year (const char *text)
{
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (text[i]))
      return 0;
  if (text[4] != '\0' && text[4] != '-')
    return 0;
  return (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
}

gboolean
atlas_period_is_interval (const char *period)
{
  return strchr (period, '/') != NULL;
}

int
atlas_period_get_year (const char *period)
{
  const char *slash = strchr (period, '/');

  return read_year (slash != NULL ? slash + 1 : period);
}

/**
 * atlas_figure_get_year:
 * @figure: a figure
 * @out_inferred: (out) (optional): whether the year was inferred by whoever copied the document
 *
 * Returns: the year the figure is of, or 0 if it is undated
 */
int
atlas_figure_get_year (const AtlasFigure *figure,
                       gboolean          *out_inferred)
{
  gboolean interval = atlas_period_is_interval (figure->period);
  int year = 0;

  if (out_inferred != NULL)
    *out_inferred = FALSE;
  if (!interval)
    year = read_year (figure->period);
  if (year == 0)
    year = atlas_period_get_year (figure->as_of); /* "../2022" stands there too */
  if (year == 0 && interval)
    year = atlas_period_get_year (figure->period);
  if (year == 0 && (year = atlas_period_get_year (figure->source->as_of)) != 0 && out_inferred != NULL)
    *out_inferred = figure->source->as_of_inferred;
  return year;
}

const char *
atlas_figure_get_period (const AtlasFigure *figure)
{
  if (figure->period[0] != '\0')
    return figure->period;
  return figure->as_of[0] != '\0' ? figure->as_of : figure->source->as_of;
}
