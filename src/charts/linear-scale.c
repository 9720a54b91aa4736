/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/linear-scale.h"

#include <math.h>

#define MIN_TICKS 2
#define MAX_TICKS 12

/* Of 1, 2, 5 × 10^n the one nearest to RAW by ratio. */
static double
nice_step (double   raw,
           gboolean whole)
{
  double decade = pow (10.0, floor (log10 (raw) + 1e-9));
  double share = raw / decade;
  double factor = share < G_SQRT2 ? 1.0 : share < sqrt (10.0) ? 2.0 : share < sqrt (50.0) ? 5.0 : 10.0;

  return whole ? MAX (1.0, factor * decade) : factor * decade;
}

/* A domain of no width is widened to something around its value. */
static void
widen (double *low,
       double *high)
{
  double half = *low == 0.0 ? 1.0 : fabs (*low) * 0.5;

  if (*high > *low)
    return;
  *low -= half;
  *high += half;
}

AtlasLinearScale
atlas_linear_scale_nice (double   low,
                         double   high,
                         gboolean zero,
                         gboolean whole,
                         guint    wanted)
{
  AtlasLinearScale self = { 0.0, 1.0, 0.0, 1.0, 1.0, 0, 2 };
  double last;

  if (!isfinite (low) || !isfinite (high) || low > high)
    low = high = 0.0;
  if (zero)
    {
      low = MIN (low, 0.0);
      high = MAX (high, 0.0);
      if (low == high)
        high = 1.0;
    }
  widen (&low, &high);
  wanted = CLAMP (wanted, MIN_TICKS, MAX_TICKS);
  self.step = nice_step ((high - low) / (wanted - 1), whole);
  self.first = (gint64) floor (low / self.step + 1e-9);
  last = ceil (high / self.step - 1e-9);
  self.n_ticks = (guint) (last - self.first) + 1;
  self.low = self.first * self.step;
  self.high = last * self.step;
  return self;
}

double
atlas_linear_scale_position (const AtlasLinearScale *self,
                             double                  value)
{
  return self->start + (value - self->low) / (self->high - self->low) * (self->end - self->start);
}

double
atlas_linear_scale_tick (const AtlasLinearScale *self,
                         guint                   n)
{
  return (self->first + (gint64) n) * self->step;
}
