/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/column-widths.h"

#include <math.h>

static double
sum_least (const AtlasColumnNeed *needs,
           guint                  n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += needs[i].least;
  return sum;
}

static double
sum_natural (const AtlasColumnNeed *needs,
             guint                  n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += MAX (needs[i].natural, needs[i].least);
  return sum;
}

gboolean
atlas_column_widths_fit (const AtlasColumnNeed *needs,
                         guint                  n,
                         double                 width)
{
  return sum_least (needs, n) <= width + 1e-6;
}

/* Too narrow even for the least widths. */
static void
shrink (const AtlasColumnNeed *needs,
        guint                  n,
        double                 width,
        double                *widths)
{
  double factor = width / sum_least (needs, n);

  for (guint i = 0; i < n; i++)
    widths[i] = needs[i].least * factor;
}

/* How much column I counts where room is shared out: by the root of what it wants beyond its least width, so that one of
 * long texts gets more than the names beside it, but does not keep these from standing on one line. 0: it has all. */
static double
weigh (const AtlasColumnNeed *needs,
       const double          *widths,
       guint                  i)
{
  return needs[i].natural > widths[i] + 1e-9 ? sqrt (needs[i].natural - needs[i].least) : 0;
}

static double
sum_weights (const AtlasColumnNeed *needs,
             guint                  n,
             const double          *widths)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += weigh (needs, widths, i);
  return sum;
}

/* Gives each column PART for its weight, and no more than it wants; returns what is given. */
static double
give (const AtlasColumnNeed *needs,
      guint                  n,
      double                 part,
      double                *widths)
{
  double given = 0;

  for (guint i = 0; i < n; i++)
    {
      double more = MIN (weigh (needs, widths, i) * part, MAX (needs[i].natural - widths[i], 0));

      widths[i] += more;
      given += more;
    }
  return given;
}

/* Names in front of the rows stand on one line where they take a quarter of the page at most and leave the other columns
 * their least widths: headers may break, and a name that breaks makes its row twice as high. Returns what they take. */
static double
give_names (const AtlasColumnNeed *needs,
            double                 width,
            double                 spare,
            double                *widths)
{
  double more = needs[0].natural - needs[0].least;

  if (needs[0].numeric || more <= 0 || more > spare || needs[0].natural > width / 4)
    return 0;
  widths[0] = needs[0].natural;
  return more;
}

/* Between least and natural. */
static void
share_wish (const AtlasColumnNeed *needs,
            guint                  n,
            double                 width,
            double                *widths)
{
  double spare = width - sum_least (needs, n);
  double weights;

  for (guint i = 0; i < n; i++)
    widths[i] = needs[i].least;
  spare -= give_names (needs, width, spare, widths);
  while (spare > 1e-9 && (weights = sum_weights (needs, n, widths)) > 0)
    spare -= give (needs, n, spare / weights, widths);
}

/* More than enough: the columns of numbers grow towards the widest of them, then all columns alike. */
static void
share_spare (const AtlasColumnNeed *needs,
             guint                  n,
             double                 spare,
             double                *widths)
{
  double widest = 0, lack = 0, part;

  for (guint i = 0; i < n; i++)
    {
      widths[i] = MAX (needs[i].natural, needs[i].least);
      if (needs[i].numeric)
        widest = MAX (widest, widths[i]);
    }
  for (guint i = 0; i < n; i++)
    lack += needs[i].numeric ? widest - widths[i] : 0;
  part = lack > 0 ? MIN (spare / lack, 1) : 0;
  for (guint i = 0; i < n; i++)
    if (needs[i].numeric)
      widths[i] += (widest - widths[i]) * part;
  spare -= lack * part;
  for (guint i = 0; i < n; i++)
    widths[i] += spare / n;
}

void
atlas_column_widths_share (const AtlasColumnNeed *needs,
                           guint                  n,
                           double                 width,
                           double                *widths)
{
  double least = sum_least (needs, n);
  double natural = sum_natural (needs, n);

  if (least > width)
    shrink (needs, n, width, widths);
  else if (natural > width)
    share_wish (needs, n, width, widths);
  else
    share_spare (needs, n, width - natural, widths);
}
