/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-order.h"

#include <math.h>
#include <string.h>

typedef struct {
  const AtlasChartData *data;
  gboolean in_order; /* one of their own */
  gboolean by_code;
  double *keys;
} Sorting;

/* By value, descending, missing last, ties by region code; a time axis and dimension values with an order of their own
 * keep it (C2, C21). */
static int
compare_categories (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const Sorting *sorting = user_data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  const AtlasChartEntry *one = atlas_chart_data_get_category (sorting->data, i);
  const AtlasChartEntry *other = atlas_chart_data_get_category (sorting->data, k);
  double x = sorting->keys[i], y = sorting->keys[k];

  if (sorting->by_code)
    return strcmp (one->key, other->key);
  if (sorting->in_order)
    return one->order != other->order ? (one->order < other->order ? -1 : 1) : one->year - other->year;
  if (isnan (x) || isnan (y))
    return isnan (x) && isnan (y) ? strcmp (one->key, other->key) : (isnan (x) ? 1 : -1);
  return x > y ? -1 : x < y ? 1 : strcmp (one->key, other->key);
}

/* Of the series in which values decide the order of a table: its first column, of years the latest. */
static guint
leading_series (const AtlasChartData *self)
{
  return atlas_chart_data_get_series (self, 0)->year > 0 ? self->series->len - 1 : 0;
}

/* What a category is sorted by: its value, or the sum of its parts, in all panels alike. NAN where it has none. */
static double
sort_key (const AtlasChartData *self,
          AtlasChartOrder       order,
          guint                 category)
{
  double sum = NAN;
  guint first = 0, end = self->series->len;

  if (order == ATLAS_ORDER_FIRST && end > 0)
    {
      first = leading_series (self);
      end = first + 1;
    }
  for (guint p = 0; p < self->panels->len; p++)
    for (guint s = first; s < end; s++)
      {
        const AtlasObservation *value = atlas_chart_data_get_value_in (self, p, category, s);

        if (value != NULL)
          sum = isnan (sum) ? value->value : sum + value->value;
      }
  return sum;
}

/* Of two indicators, so that those across stand from left to right. */
static double
sort_key_across (const AtlasChartData *self,
                 guint                 category)
{
  const AtlasObservation *value = atlas_chart_data_get_value (self, category, 0);

  return value != NULL ? -value->value : NAN;
}

/* Of series that are set against each other: the latest year, or the first of others; or how far apart they are. */
static double
sort_key_of_pair (const AtlasChartData *self,
                  gboolean              by_gap,
                  guint                 category)
{
  guint end = self->series->len - 1;
  gboolean are_years = atlas_chart_data_get_series (self, 0)->year > 0;
  const AtlasObservation *first = atlas_chart_data_get_value (self, category, 0);
  const AtlasObservation *last = atlas_chart_data_get_value (self, category, end);
  const AtlasObservation *leading = are_years ? last : first;

  if (by_gap)
    return first != NULL && last != NULL ? fabs (last->value - first->value) : NAN;
  return leading != NULL ? leading->value : NAN;
}

static double
choose_sort_key (const AtlasChartData *self,
                 const AtlasChartSpec *spec,
                 guint                 category)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (spec->kind);

  if (traits->is_plane)
    return sort_key_across (self, category);
  if (traits->is_paired)
    return sort_key_of_pair (self, spec->by_gap, category);
  return sort_key (self, traits->order, category);
}

void
atlas_chart_order_categories (AtlasChartData       *self,
                              const AtlasChartSpec *spec)
{
  g_autofree double *keys = g_new (double, self->categories->len + 1);
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (spec->kind);
  Sorting sorting = { self, TRUE, traits->order == ATLAS_ORDER_CODE, keys };

  for (guint i = 0; i < self->categories->len; i++)
    {
      const AtlasChartEntry *entry = atlas_chart_data_get_category (self, i);

      keys[i] = choose_sort_key (self, spec, i);
      sorting.in_order &= entry->order > 0 || (entry->year > 0 && g_ascii_isdigit (entry->name[0]));
      g_array_append_val (indices, i);
    }
  self->leading = -1;
  if ((spec->keep_order || traits->is_staged) && !sorting.in_order)
    return;
  if (traits->order == ATLAS_ORDER_FIRST && !sorting.in_order && self->series->len > 0)
    self->leading = (int) leading_series (self);
  g_array_sort_with_data (indices, compare_categories, &sorting);
  atlas_chart_data_pick (self, indices, TRUE);
}

static int
compare_series (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const AtlasChartData *self = user_data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  const AtlasChartEntry *one = atlas_chart_data_get_series (self, i);
  const AtlasChartEntry *other = atlas_chart_data_get_series (self, k);

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;
  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  return i < k ? -1 : 1;
}

void
atlas_chart_order_series (AtlasChartData *self)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->series->len; i++)
    g_array_append_val (indices, i);
  g_array_sort_with_data (indices, compare_series, self);
  atlas_chart_data_pick (self, indices, FALSE);
}

static int
compare_panels (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const AtlasChartData *self = user_data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  const AtlasChartEntry *one = g_ptr_array_index (self->panels, i), *other = g_ptr_array_index (self->panels, k);

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;
  return one->year != other->year ? one->year - other->year : (int) i - (int) k;
}

void
atlas_chart_order_panels (AtlasChartData *self)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = self->panels->len, size = self->categories->len * self->series->len;
  g_autofree gpointer *panels = g_memdup2 (self->panels->pdata, n * sizeof (gpointer));
  int *cells = g_new (int, n * size + 1);

  for (guint i = 0; i < n; i++)
    g_array_append_val (indices, i);
  g_array_sort_with_data (indices, compare_panels, self);
  for (guint i = 0; i < n; i++)
    {
      guint from = g_array_index (indices, guint, i);

      self->panels->pdata[i] = panels[from];
      memcpy (&cells[i * size], &self->cells[from * size], size * sizeof *cells);
    }
  g_free (self->cells);
  self->cells = cells;
}
