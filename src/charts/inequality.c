/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/inequality.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/quantile.h"

static double
divide (double a,
        double b)
{
  return b > 0 ? a / b : NAN;
}

static double
find_variation (const double *values,
                guint         n)
{
  double sum = 0, squares = 0, mean;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  mean = sum / n;
  for (guint i = 0; i < n; i++)
    squares += (values[i] - mean) * (values[i] - mean);
  return divide (sqrt (squares / n), mean);
}

gboolean
atlas_inequality_find (AtlasTable      *table,
                       AtlasInequality *out)
{
  g_autofree double *values = g_new (double, atlas_table_get_n_rows (table) + 1);
  guint n = 0;
  double p10, p90;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (atlas_observation_is_missing (row) || row->stand_in)
        continue;
      if (row->value < 0)
        return FALSE;
      values[n++] = row->value;
    }
  if (n < ATLAS_INEQUALITY_LEAST)
    return FALSE;
  p10 = atlas_quantile (values, n, 0.1);
  p90 = atlas_quantile (values, n, 0.9);
  *out = (AtlasInequality) { n, divide (values[n - 1], values[0]), divide (p90, p10), find_variation (values, n) };
  return TRUE;
}

/* "—" for what cannot be said. */
static char *
dup_number (double number)
{
  if (isnan (number))
    return g_strdup ("—");
  return g_strdup_printf (number < 10 ? "%.2f" : "%.1f", number);
}

char *
atlas_inequality_dup_text (const AtlasInequality *self)
{
  g_autofree char *range = dup_number (self->highest_to_lowest);
  g_autofree char *deciles = dup_number (self->p90_to_p10);
  g_autofree char *variation = dup_number (self->variation);

  /* Translators: how unequal divisions are: their number and three ratios */
  return g_strdup_printf (ngettext ("%1$u division: highest ÷ lowest %2$s, P90 ÷ P10 %3$s, coefficient of variation %4$s",
                                    "%1$u divisions: highest ÷ lowest %2$s, P90 ÷ P10 %3$s, coefficient of variation %4$s", self->n),
                          self->n, range, deciles, variation);
}
