/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/line-breaks.h"

#include <math.h>

/* Of a line that stays ragged. */
#define RAGGED 12.0
/* Squeezing is seen sooner than spreading. */
#define SQUEEZE 1.5
/* A last line of fewer characters looks lost. */
#define SHORT_LAST 2.0
#define LOST 0.8
/* Widths are sums of rounded ones. */
#define TOLERANCE 1e-6

/* A place where a line may begin, and the end of the text. */
typedef struct {
  guint unit;
  double x;      /* widths before it */
  double shrink; /* what these may lose */
  double cost;   /* of the best lines up to here; infinite: there are none */
  guint before;  /* the place where the last of them begins */
} Place;

static GArray *
list_places (const AtlasLineUnit *units,
             guint                n_units)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  double x = 0, shrink = 0;

  for (guint i = 0; i <= n_units; i++)
    {
      Place place = { i, x, shrink, i == 0 ? 0 : INFINITY, 0 };

      if (i == 0 || i == n_units || units[i].may_break)
        g_array_append_val (places, place);
      if (i == n_units)
        break;
      x += units[i].width;
      shrink += units[i].shrink;
    }
  return places;
}

/* Of a line that lacks so many characters, or, below 0, is too long by them and may lose SHRINK. */
static double
rate (double   lack,
      double   shrink,
      gboolean is_last)
{
  if (lack < -TOLERANCE)
    return -lack <= shrink + TOLERANCE ? SQUEEZE * lack * lack : INFINITY;
  if (is_last)
    return 0;
  return lack * lack + (lack > ATLAS_MAX_SPREAD ? RAGGED : 0);
}

static void
choose_line (GArray *places,
             guint   end,
             double  indent,
             double  width,
             double  em,
             double  penalty)
{
  Place *to = &g_array_index (places, Place, end);
  gboolean is_last = end + 1 == places->len;

  for (guint i = end; i-- > 0;)
    {
      const Place *from = &g_array_index (places, Place, i);
      double room = width - (i == 0 ? indent : 0), natural = to->x - from->x;
      double cost = rate ((room - natural) / em, (to->shrink - from->shrink) / em, is_last);

      if (isinf (cost))
        return;
      if (is_last && i > 0 && natural < SHORT_LAST * em)
        cost += LOST;
      cost += from->cost + penalty;
      if (cost < to->cost)
        {
          to->cost = cost;
          to->before = i;
        }
    }
}

GArray *
atlas_line_breaks_find (const AtlasLineUnit *units,
                        guint                n_units,
                        double               indent,
                        double               width,
                        double               em)
{
  g_autoptr (GArray) places = list_places (units, n_units);
  GArray *lines;

  for (guint i = 1; i < places->len; i++)
    {
      guint unit = g_array_index (places, Place, i).unit;

      choose_line (places, i, indent, width, em, unit < n_units ? units[unit].penalty : 0);
    }
  if (isinf (g_array_index (places, Place, places->len - 1).cost))
    return NULL;
  lines = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = places->len - 1; i > 0; i = g_array_index (places, Place, i).before)
    g_array_prepend_val (lines, g_array_index (places, Place, g_array_index (places, Place, i).before).unit);
  return lines;
}
