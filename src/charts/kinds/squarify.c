/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/squarify.h"

/* How far from a square the worst of a row is: LARGEST and SMALLEST of values that sum up to SUM, along SIDE, where a value
 * takes SCALE of area. */
static double
worst_ratio (double largest,
             double smallest,
             double sum,
             double side,
             double scale)
{
  double area = sum * scale;

  return MAX (side * side * largest * scale / (area * area), area * area / (side * side * smallest * scale));
}

/* How many values from the first on make the row of the best shape along SIDE. */
static guint
row_length (const double *values,
            guint         n,
            double        side,
            double        scale)
{
  double sum = values[0], best = worst_ratio (values[0], values[0], sum, side, scale);

  for (guint i = 1; i < n; i++)
    {
      double ratio = worst_ratio (values[0], values[i], sum + values[i], side, scale);

      if (ratio > best)
        return i;
      best = ratio;
      sum += values[i];
    }
  return n;
}

static double
add_up (const double *values,
        guint         n)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum;
}

/* The row takes the left or, in a high room, the top; returns what is left of the room. */
static AtlasRect
place_row (const double *values,
           guint         n,
           double        share,
           AtlasRect     room,
           AtlasRect    *out_rects)
{
  gboolean is_wide = room.width >= room.height;
  double sum = add_up (values, n), before = 0.0;

  for (guint i = 0; i < n; i++)
    {
      double from = before / sum, part = values[i] / sum;

      if (is_wide)
        out_rects[i] = (AtlasRect) { room.x, room.y + from * room.height, room.width * share, part * room.height };
      else
        out_rects[i] = (AtlasRect) { room.x + from * room.width, room.y, part * room.width, room.height * share };
      before += values[i];
    }
  if (is_wide)
    return (AtlasRect) { room.x + room.width * share, room.y, room.width * (1.0 - share), room.height };
  return (AtlasRect) { room.x, room.y + room.height * share, room.width, room.height * (1.0 - share) };
}

void
atlas_squarify (const double *values,
                guint         n,
                AtlasRect     room,
                AtlasRect    *out_rects)
{
  for (guint i = 0; i < n;)
    {
      double sum = add_up (values + i, n - i);
      guint length = row_length (values + i, n - i, MIN (room.width, room.height), room.width * room.height / sum);
      double share = i + length < n ? add_up (values + i, length) / sum : 1.0;

      room = place_row (values + i, length, share, room, out_rects + i);
      i += length;
    }
}
