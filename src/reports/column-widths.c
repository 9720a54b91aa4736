/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/column-widths.h"

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

/* Between least and natural: what is left goes to each by how much more it would like. */
static void
share_wish (const AtlasColumnNeed *needs,
            guint                  n,
            double                 spare,
            double                *widths)
{
  double wish = sum_natural (needs, n) - sum_least (needs, n);

  for (guint i = 0; i < n; i++)
    widths[i] = needs[i].least +
                (wish > 0 ? spare * (MAX (needs[i].natural, needs[i].least) - needs[i].least) / wish : 0);
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
    share_wish (needs, n, width - least, widths);
  else
    share_spare (needs, n, width - natural, widths);
}
