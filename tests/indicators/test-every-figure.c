/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Every row of the bundled figures.csv, read here without the engine, is asked for in its own terms and must come back
 * as it stands, or stand beside the one that was preferred. */

#include "config.h"

#include <string.h>

#include "bundled.h"
#include "csv-rows.h"
#include "dataset/dimension-values.h"

static GHashTable *
find (GPtrArray  *rows,
      const char *column,
      const char *value)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (csv_rows_get (g_ptr_array_index (rows, i), column), value) == 0)
      return g_ptr_array_index (rows, i);
  g_assert_not_reached ();
}

/* The year by the rule of docs/answers.md, worked out anew: one year; else as_of; else end of interval; else the source's. */
static int
expected_year (GHashTable *row,
               GHashTable *source)
{
  const char *period = csv_rows_get (row, "period");
  const char *slash = strchr (period, '/');

  if (strlen (period) == 4)
    return atoi (period);
  if (csv_rows_get (row, "as_of")[0] != '\0')
    return atoi (csv_rows_get (row, "as_of"));
  if (slash != NULL && g_ascii_isdigit (slash[1]))
    return atoi (slash + 1);
  return atoi (csv_rows_get (source, "as_of"));
}

/* Where an indicator has a default that the figure does not speak of, the total over it is asked for. */
static char *
dup_where (GHashTable *row,
           GHashTable *indicator)
{
  g_autoptr (GPtrArray) where = atlas_dimension_values_parse (csv_rows_get (row, "dimensions"), NULL);
  g_autoptr (GPtrArray) defaults = atlas_dimension_values_parse (csv_rows_get (indicator, "defaults"), NULL);

  for (guint i = 0; i < defaults->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (defaults, i);

      if (atlas_dimension_values_lookup (where, pair->dimension) == NULL)
        atlas_dimension_values_set (where, pair->dimension, "_T");
    }
  return atlas_dimension_values_to_string (where);
}

static gboolean
has_figure (GPtrArray  *figures,
            const char *figure_id)
{
  for (guint i = 0; i < figures->len; i++)
    if (strcmp (((const AtlasFigure *) g_ptr_array_index (figures, i))->figure_id, figure_id) == 0)
      return TRUE;
  return FALSE;
}

/* The answer is the row itself. */
static void
assert_is_row (AtlasTable             *table,
               const AtlasObservation *answer,
               GHashTable             *row,
               GHashTable             *source)
{
  const char *period = csv_rows_get (row, "period")[0] != '\0' ? csv_rows_get (row, "period") : csv_rows_get (row, "as_of");
  g_autofree char *exact = atlas_decimal_to_string (answer->exact);

  g_assert_true (answer->has_exact);
  g_assert_cmpstr (exact, ==, csv_rows_get (row, "value"));
  g_assert_cmpfloat (answer->value, ==, g_ascii_strtod (csv_rows_get (row, "value"), NULL));
  g_assert_cmpstr (atlas_qualifier_to_id (answer->qualifier), ==, csv_rows_get (row, "qualifier"));
  g_assert_cmpstr (atlas_status_to_id (answer->status), ==, csv_rows_get (row, "status"));
  g_assert_cmpstr (atlas_table_get_unit (table)->unit, ==, csv_rows_get (row, "unit"));
  g_assert_cmpstr (answer->period, ==, period[0] != '\0' ? period : csv_rows_get (source, "as_of"));
  g_assert_cmpuint (answer->sources->len, ==, 1);
  g_assert_cmpstr (((AtlasSource *) g_ptr_array_index (answer->sources, 0))->source_id, ==, csv_rows_get (row, "source_id"));
  g_assert_cmpint (answer->basis, ==, ATLAS_BASIS_PUBLISHED);
}

static void
test_every_figure (void)
{
  g_autoptr (GPtrArray) rows = csv_rows_read ("figures.csv");
  g_autoptr (GPtrArray) sources = csv_rows_read ("sources.csv");
  g_autoptr (GPtrArray) indicators = csv_rows_read ("indicators.csv");
  guint chosen = 0, beside = 0;

  g_assert_cmpuint (rows->len, ==, 631);
  for (guint i = 0; i < rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (rows, i);
      GHashTable *source = find (sources, "source_id", csv_rows_get (row, "source_id"));
      GHashTable *indicator = find (indicators, "indicator_id", csv_rows_get (row, "indicator_id"));
      g_autofree char *where = dup_where (row, indicator);
      g_autoptr (AtlasTable) table = bundled_ask (csv_rows_get (row, "indicator_id"), csv_rows_get (row, "region_code"), where,
                                                  expected_year (row, source));
      const AtlasObservation *answer = atlas_table_get_row (table, 0);

      g_test_message ("%s %s", csv_rows_get (row, "figure_id"), where);
      g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 1);
      if (has_figure (answer->figures, csv_rows_get (row, "figure_id")))
        {
          assert_is_row (table, answer, row, source);
          chosen++;
        }
      else
        {
          g_assert_true (has_figure (answer->others, csv_rows_get (row, "figure_id")));
          g_assert_false (atlas_observation_is_missing (answer));
          beside++;
        }
    }
  g_test_message ("%u chosen, %u beside", chosen, beside);
  g_assert_cmpuint (chosen, >, 500);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/every-figure", test_every_figure);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
