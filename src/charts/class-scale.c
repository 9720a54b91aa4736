/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/class-scale.h"

#include <math.h>

/* How far an edge may move from where the classes would be equally large, as a share of one, to stand at a rounder
 * number. */
#define REACH 0.35

/* A place between two neighbours of the sorted values, where an edge may stand. */
typedef struct {
  guint at; /* of the first value above it; 0: none */
  double edge;
  double step; /* what the edge is a multiple of: the larger, the rounder */
} Cut;

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static GArray *
sort_finite (const double *values,
             guint         n_values)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (double), n_values);

  for (guint i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      g_array_append_val (sorted, values[i]);
  g_array_sort (sorted, compare_numbers);
  return sorted;
}

/* The roundest number above LOW and not above HIGH: the multiple of the largest step that has one there. */
static double
round_between (double  low,
               double  high,
               double *out_step)
{
  static const double digits[] = { 5.0, 2.0, 1.0 };
  int power = (int) floor (log10 (MAX (fabs (low), fabs (high)))) + 1;

  for (int tries = 0; tries < 18; tries++, power--)
    for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
      {
        /* Divided by whole powers below one, so that 0.3 is the number that is written 0.3. */
        double unit = power < 0 ? 1.0 / pow (10.0, -power) : pow (10.0, power);
        double n = floor (high / (digits[i] * unit) + 1e-9);
        double number = power < 0 ? n * digits[i] / pow (10.0, -power) : n * digits[i] * unit;

        if (number > low && number <= high)
          {
            *out_step = digits[i] * unit;
            return number;
          }
      }
  *out_step = 0.0;
  return high;
}

static gboolean
is_better (const Cut *cut,
           const Cut *best,
           double     wanted)
{
  if (best->at == 0 || cut->step > best->step)
    return TRUE;
  return cut->step == best->step && fabs (cut->at - wanted) < fabs (best->at - wanted);
}

/* The best place for an edge from FROM to TO, of which WANTED is the middle. */
static Cut
find_cut (GArray *sorted,
          guint   from,
          guint   to,
          double  wanted)
{
  Cut best = { 0 };

  for (guint i = from; i <= to; i++)
    {
      double below = g_array_index (sorted, double, i - 1), above = g_array_index (sorted, double, i);
      Cut cut = { i };

      if (below == above)
        continue;
      cut.edge = round_between (below, above, &cut.step);
      if (is_better (&cut, &best, wanted))
        best = cut;
    }
  return best;
}

static guint
count_distinct (GArray *sorted)
{
  guint n = MIN (sorted->len, 1);

  for (guint i = 1; i < sorted->len; i++)
    n += g_array_index (sorted, double, i) != g_array_index (sorted, double, i - 1);
  return n;
}

AtlasClassScale
atlas_class_scale_choose (const double *values,
                          guint         n_values)
{
  g_autoptr (GArray) sorted = sort_finite (values, n_values);
  guint n_wanted = MIN (count_distinct (sorted), ATLAS_N_CLASSES), last = 0;
  double size = (double) sorted->len / MAX (n_wanted, 1);
  AtlasClassScale self = { MIN (n_wanted, 1) };

  for (guint i = 1; i < n_wanted; i++)
    {
      double wanted = i * size;
      guint from = MAX ((guint) ceil (wanted - REACH * size), last + 1);
      guint to = MIN ((guint) floor (wanted + REACH * size), sorted->len - 1);
      Cut cut = find_cut (sorted, from, to, wanted);

      /* Many equal values fill the whole reach: then the next place on is as near as one comes. */
      if (cut.at == 0)
        for (guint k = MAX (to, last) + 1; k < sorted->len && cut.at == 0; k++)
          cut = find_cut (sorted, k, k, wanted);
      if (cut.at == 0 || cut.at <= last)
        continue;
      self.edges[self.n_classes - 1] = cut.edge;
      self.n_classes++;
      last = cut.at;
    }
  return self;
}

guint
atlas_class_scale_find (const AtlasClassScale *self,
                        double                 value)
{
  guint class = 0;

  while (class + 1 < self->n_classes && value >= self->edges[class])
    class++;
  return class;
}
