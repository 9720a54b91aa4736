/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/quantile.h"

#include <math.h>
#include <stdlib.h>

static int
compare (const void *a,
         const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

double
atlas_quantile (double *values,
                guint   n_values,
                double  share)
{
  double place = share * (n_values - 1);
  guint below = (guint) floor (place);
  guint above = MIN (below + 1, n_values - 1);

  g_return_val_if_fail (n_values > 0, NAN);

  qsort (values, n_values, sizeof *values, compare);
  return values[below] + (place - below) * (values[above] - values[below]);
}
