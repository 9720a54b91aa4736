/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/outside-labels.h"

/* Where an axis of LENGTH may start, as far as the labels left and right of the marks allow. */
static void
find_bounds (const AtlasOutside *rows,
             guint               n_rows,
             double              lowest,
             double              span,
             double              left,
             double              right,
             double              length,
             double             *low,
             double             *high)
{
  *low = left;
  *high = right - length;
  for (guint i = 0; i < n_rows; i++)
    {
      double from = (rows[i].low - lowest) / span * length, to = (rows[i].high - lowest) / span * length;

      *low = MAX (*low, left + rows[i].before - from);
      *high = MIN (*high, right - rows[i].after - to);
    }
}

void
atlas_outside_fit (const AtlasOutside *rows,
                   guint               n_rows,
                   double              lowest,
                   double              highest,
                   double              left,
                   double              right,
                   double             *out_start,
                   double             *out_end)
{
  double span = highest > lowest ? highest - lowest : 1.0, fits = 0.0, too_long = MAX (right - left, 0.0), low, high;

  /* Every bound is linear in the length, so what fits is all from nothing up to some length: halving finds it. */
  for (guint i = 0; i < 50; i++)
    {
      double middle = (fits + too_long) / 2.0;

      find_bounds (rows, n_rows, lowest, span, left, right, middle, &low, &high);
      *(low <= high ? &fits : &too_long) = middle;
    }
  find_bounds (rows, n_rows, lowest, span, left, right, fits, &low, &high);
  *out_start = (low + high) / 2.0;
  *out_end = *out_start + fits;
}
