/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/figure-choice.h"

#include <string.h>

#include "indicators/figure-year.h"

static const char *
get_as_of (const AtlasFigure *figure)
{
  return figure->as_of[0] != '\0' ? figure->as_of : figure->source->as_of;
}

gboolean
atlas_figure_is_year_end (const AtlasFigure *figure)
{
  if (figure->period[0] != '\0' && !atlas_period_is_interval (figure->period))
    return TRUE;
  return strlen (get_as_of (figure)) >= 7 && strncmp (get_as_of (figure) + 4, "-12", 3) == 0;
}

/* The later date first. A figure of a whole year without a date of its own stands for its last month. */
static int
compare_date (const AtlasFigure *a,
              const AtlasFigure *b)
{
  const AtlasFigure *figures[] = { a, b };
  char dates[2][16];

  for (guint i = 0; i < 2; i++)
    {
      const AtlasFigure *figure = figures[i];

      if (figure->as_of[0] == '\0' && figure->period[0] != '\0' && !atlas_period_is_interval (figure->period))
        g_snprintf (dates[i], sizeof dates[i], "%.4s-12", figure->period);
      else
        g_strlcpy (dates[i], get_as_of (figure), sizeof dates[i]);
    }
  return strcmp (dates[1], dates[0]);
}

static int
compare_reliability (const AtlasFigure *a,
                     const AtlasFigure *b)
{
  if (a->status != b->status)
    return (int) a->status - (int) b->status;
  if (a->qualifier != b->qualifier)
    return (int) a->qualifier - (int) b->qualifier;
  if (a->source->kind != b->source->kind)
    return (int) a->source->kind - (int) b->source->kind;
  return strcmp (b->source->published_on, a->source->published_on);
}

/* Money of several years is never one year's: a figure of the year itself goes before it. */
static int
compare_span (const AtlasFigure *a,
              const AtlasFigure *b)
{
  return atlas_period_is_interval (atlas_figure_get_period (a)) -
         atlas_period_is_interval (atlas_figure_get_period (b));
}

int
atlas_figure_compare (const AtlasFigure *a,
                      const AtlasFigure *b,
                      gboolean           flow)
{
  int order = flow ? compare_span (a, b) : atlas_figure_is_year_end (b) - atlas_figure_is_year_end (a);

  if (order == 0 && !flow)
    order = compare_date (a, b);
  if (order == 0)
    order = compare_reliability (a, b);
  return order != 0 ? order : strcmp (a->figure_id, b->figure_id);
}

AtlasFigure *
atlas_slice_choose (const AtlasSlice *slice,
                    AtlasCatalogue   *catalogue,
                    GPtrArray        *figures)
{
  gboolean flow = atlas_indicator_is_flow (slice->indicator);
  AtlasFigure *best = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (atlas_slice_match (slice, catalogue, figure) == ATLAS_MATCH_FIGURE &&
          (best == NULL || atlas_figure_compare (figure, best, flow) < 0))
        best = figure;
    }
  return best;
}
