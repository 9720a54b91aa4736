/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/log-scale.h"

#include <math.h>

#define MIN_DECADES 2.5
#define MIN_TICKS 2
#define PER_DECADE 3

/* The value of the step INDEX: 0 is 1, 1 is 2, 2 is 5, 3 is 10, −1 is 0.5. */
static double
step_value (int index)
{
  static const double factors[PER_DECADE] = { 1.0, 2.0, 5.0 };
  int decade = (int) floor ((double) index / PER_DECADE);

  return factors[index - decade * PER_DECADE] * pow (10.0, decade);
}

/* The last step that is not above VALUE. */
static int
step_below (double value)
{
  int index = PER_DECADE * (int) floor (log10 (value) + 1e-9);

  while (step_value (index + 1) <= value * (1.0 + 1e-9))
    index++;
  return index;
}

static int
step_above (double value)
{
  int below = step_below (value);

  return step_value (below) >= value * (1.0 - 1e-9) ? below : below + 1;
}

/* The first multiple of STRIDE from INDEX on, so that ticks are the same whatever the ends. */
static int
first_tick (int   index,
            guint stride)
{
  return (int) stride * (int) ceil ((double) index / stride);
}

static guint
count_ticks (int   first,
             int   last,
             guint stride)
{
  int from = first_tick (first, stride);

  return from > last ? 0 : (guint) (last - from) / stride + 1;
}

/* The finest ticks of which there are not too many. */
static guint
choose_stride (int   first,
               int   last,
               guint wanted)
{
  guint stride = 1;

  for (guint next = PER_DECADE; count_ticks (first, last, stride) > wanted && count_ticks (first, last, next) >= MIN_TICKS;
       next += PER_DECADE)
    stride = next;
  return stride;
}

gboolean
atlas_log_scale_suits (double low,
                       double high)
{
  return isfinite (low) && isfinite (high) && low > 0.0 && log10 (high / low) >= MIN_DECADES;
}

AtlasLogScale
atlas_log_scale_nice (double low,
                      double high,
                      guint  wanted)
{
  AtlasLogScale self = { 0 };
  int first, last;

  if (!isfinite (low) || !isfinite (high) || low <= 0.0 || high < low)
    {
      low = 1.0;
      high = 10.0;
    }
  first = step_below (low);
  last = step_above (high);
  if (last == first)
    {
      first--;
      last++;
    }
  self.stride = choose_stride (first, last, MAX (wanted, MIN_TICKS));
  self.first = first_tick (first, self.stride);
  self.n_ticks = count_ticks (first, last, self.stride);
  self.low = step_value (first);
  self.high = step_value (last);
  self.start = 0.0;
  self.end = 1.0;
  return self;
}

double
atlas_log_scale_position (const AtlasLogScale *self,
                          double               value)
{
  return self->start + log (value / self->low) / log (self->high / self->low) * (self->end - self->start);
}

double
atlas_log_scale_tick (const AtlasLogScale *self,
                      guint                n)
{
  return step_value (self->first + (int) (n * self->stride));
}
