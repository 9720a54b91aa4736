/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "chart-values.h"

/* What a table is of besides regions: both at once at no time. */
typedef struct {
  const char *dimension;
  const char *const *by; /* (nullable) */
  guint n_by;
  int first_year, last_year;
} Sides;

static void
append_region (GArray      *rows,
               const char  *code,
               const Sides *sides,
               ValueAt      value)
{
  for (int year = sides->first_year; year <= sides->last_year; year++)
    for (guint i = 0; i < sides->n_by; i++)
      {
        SampleRow row = { sample_region (code)->code, sides->by != NULL ? sides->by[i] : NULL, year, value (rows->len) };

        g_array_append_val (rows, row);
      }
}

static AtlasTable *
make_table (const char  *indicator,
            guint        n_regions,
            const Sides *sides,
            ValueAt      value,
            gboolean     long_names)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));

  for (guint i = 0; i < n_regions; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s%03u", long_names ? "910" : "900", i + 1);

      append_region (rows, code, sides, value);
    }
  return sample_table (indicator, sides->dimension, sides->first_year, sides->last_year, (const SampleRow *) rows->data,
                       rows->len);
}

AtlasTable *
values_table (AtlasChartKind kind,
              guint          n,
              ValueAt        value,
              gboolean       long_names)
{
  static const char *const grades[] = { "assistant", "intermediate", "senior" };
  static const char *const stages[] = { "registered", "sat", "passed" };
  static const char *const indicators[] = { "people", "share", "stations" };
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (kind);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  Sides sides = { NULL, NULL, 1, 2023, 2023 };

  if (traits->is_over_time)
    sides.first_year = 2012;
  else if (traits->is_staged)
    sides = (Sides) { "stage", stages, MIN (n, G_N_ELEMENTS (stages)), 2023, 2023 };
  else if (traits->is_paired)
    sides.first_year = 2022;
  else if (!traits->is_flat && traits->n_parts_least < 2)
    sides = (Sides) { "grade", grades, G_N_ELEMENTS (grades), 2023, 2023 };
  if (traits->n_parts_least < 2)
    return make_table (traits->is_staged ? "exam" : "people", traits->is_staged ? MIN (n, 1) : n, &sides, value,
                       long_names);
  for (guint i = 0; i < traits->n_parts_least; i++)
    g_ptr_array_add (parts, make_table (indicators[i], n, &sides, value, long_names));
  return atlas_table_join (parts);
}
