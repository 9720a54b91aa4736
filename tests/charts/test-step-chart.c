/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/value-time.h"

static double
time_of (const char *period,
         int         year)
{
  g_autoptr (AtlasObservation) value = atlas_observation_new (sample_region ("640000"));

  g_free (value->period);
  value->period = g_strdup (period);
  value->year = year;
  return atlas_value_get_time (value);
}

/* A year is read at its end; of a month its last day; of a day that day. */
static void
test_value_time (void)
{
  g_assert_cmpfloat (time_of ("2023", 2023), ==, 2024.0);
  g_assert_cmpfloat (time_of ("2023-06", 2023), ==, 2023.5);
  g_assert_cmpfloat (time_of ("2023-12", 2023), ==, 2024.0);
  g_assert_cmpfloat (time_of ("2023-12-31", 2023), ==, 2024.0);
  g_assert_cmpfloat_with_epsilon (time_of ("2024-02-29", 2024), 2024.0 + 60.0 / 366.0, 1e-9);
  g_assert_cmpfloat (time_of ("2013/2020", 2020), ==, 2021.0);
  g_assert_cmpfloat (time_of ("2023-13", 2023), ==, 2024.0);
}

static AtlasChartLayout *
lay_out (AtlasTable *table)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STEP, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
}

static double
x_of (const AtlasChartLayout *layout,
      guint                   mark)
{
  AtlasRect bounds = atlas_chart_layout_get_mark (layout, mark)->bounds;

  return bounds.x + bounds.width / 2.0;
}

/* The line of the dump in PAINT with the most points; how many it has. */
static guint
most_points (const AtlasChartLayout *layout,
             const char             *paint)
{
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  guint most = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint n = 0;

      if (!g_str_has_prefix (lines[i], "line ") || !g_str_has_suffix (lines[i], paint))
        continue;
      for (const char *at = strchr (lines[i], ','); at != NULL; at = strchr (at + 1, ','))
        n++;
      most = MAX (most, n);
    }
  return most;
}

/* C30: by the date: the end of 2021, the middle of 2022 and the end of 2023; one line with a corner at each change. */
static void
test_dates (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2021, 100 }, { "640000", NULL, 2022, 180, .period = "2022-06" }, { "640000", NULL, 2023, 242 },
  };
  g_autoptr (AtlasTable) table = sample_table ("stations", NULL, 2021, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 3);
  g_assert_cmpfloat_with_epsilon (x_of (layout, 1) - x_of (layout, 0), 0.25 * (x_of (layout, 2) - x_of (layout, 0)), 1e-6);
  g_assert_cmpuint (most_points (layout, "[neutral]"), ==, 5);
}

/* C1: of 17,400 and 18,100 the one is a sliver above the other, and not all there is. */
static void
test_zero (void)
{
  static const SampleRow rows[] = { { "640000", NULL, 2022, 17400 }, { "640000", NULL, 2023, 18100 } };
  g_autoptr (AtlasTable) table = sample_table ("stations", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  g_assert_nonnull (sample_find_text (shapes, "0"));
  g_assert_null (sample_find_text (shapes, "17,000"));
}

/* C7: nothing is known of 2022, and so no step leads over it. */
static void
test_gap (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2021, 100 }, { "640000", NULL, 2022, NAN }, { "640000", NULL, 2023, 242 },
  };
  g_autoptr (AtlasTable) table = sample_table ("stations", NULL, 2021, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 2);
  g_assert_cmpuint (most_points (layout, "[neutral]"), ==, 0);
  g_assert_nonnull (strstr (dump, "2022: not published"));
}

/* What is planned is dashed, and each line is named at its end. */
static void
test_planned (void)
{
  static const SampleRow rows[] = {
    { "640000", "operating", 2021, 100 }, { "640000", "planned", 2021, 150 }, { "640000", "operating", 2022, 140 },
    { "640000", "planned", 2022, 50 },
  };
  g_autoptr (AtlasTable) table = sample_table ("stations", "status", 2021, 2022, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 4);
  g_assert_nonnull (strstr (dump, "dashed [slot 1]"));
  g_assert_null (strstr (dump, "dashed [slot 0]"));
  g_assert_nonnull (sample_find_text (shapes, "operating 140"));
  g_assert_nonnull (sample_find_text (shapes, "planned 50"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/step/value-time", test_value_time);
  g_test_add_func ("/charts/step/dates", test_dates);
  g_test_add_func ("/charts/step/zero", test_zero);
  g_test_add_func ("/charts/step/gap", test_gap);
  g_test_add_func ("/charts/step/planned", test_planned);
  return g_test_run ();
}
