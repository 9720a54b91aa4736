/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "hand-built.h"
#include "indicators/table.h"

static const AtlasRegion regions[] = { { .code = "640000" }, { .code = "640300" } };

static void
add_row (GPtrArray  *rows,
         guint       region,
         int         year,
         const char *period,
         const char *by,
         double      value)
{
  AtlasObservation *row = atlas_observation_new (&regions[region]);

  row->year = year;
  g_free (row->period);
  row->period = g_strdup (period);
  g_strfreev (row->by);
  row->by = g_strsplit (by, ",", -1);
  row->value = value;
  row->status = value < 0 ? ATLAS_STATUS_MISSING : ATLAS_STATUS_NORMAL;
  g_ptr_array_add (rows, row);
}

/* Takes ROWS. */
static AtlasTable *
table_of (GPtrArray *rows)
{
  g_autoptr (AtlasCatalogue) catalogue = hand_built_catalogue ();
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");

  atlas_question_set_by (question, "grade");
  return atlas_table_new (catalogue, question, rows);
}

static GPtrArray *
no_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
}

static void
test_find (void)
{
  GPtrArray *rows = no_rows ();
  g_autoptr (AtlasTable) table = NULL;

  add_row (rows, 0, 2021, "2021", "senior", 1);
  add_row (rows, 0, 2023, "2023", "senior", 2);
  add_row (rows, 1, 2023, "2023", "assistant", -1);
  table = table_of (rows);
  g_assert_cmpfloat (atlas_table_find (table, "640000", 0, NULL)->value, ==, 1);
  g_assert_cmpfloat (atlas_table_find (table, "640000", 2023, "senior")->value, ==, 2);
  g_assert_null (atlas_table_find (table, "640000", 2023, "assistant"));
  g_assert_cmpuint (atlas_table_count_missing (table), ==, 1);
  g_assert_cmpstr (atlas_table_get_by_name (table, 0, 0), ==, "senior");
  g_assert_cmpstr (atlas_table_get_by_name (table, 0, 1), ==, "");
  g_assert_cmpstr (atlas_table_get_unit (table)->unit, ==, "people");
}

static void
test_sources_once (void)
{
  GPtrArray *rows = no_rows ();
  g_autoptr (AtlasFigure) figure = hand_built_figure ("F1", "certified_workers", "", "1", "", "");
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (AtlasTable) table = NULL;

  add_row (rows, 0, 2023, "2023", "senior", 1);
  add_row (rows, 1, 2023, "2023", "senior", 1);
  for (guint i = 0; i < rows->len; i++)
    atlas_observation_add_source (g_ptr_array_index (rows, i), figure->source);
  table = table_of (rows);
  sources = atlas_table_list_sources (table);
  g_assert_cmpuint (sources->len, ==, 1);
}

/* Two answers side by side: all rows, each knowing its part, its unit and its break-down. */
static void
test_join (void)
{
  g_autoptr (AtlasCatalogue) catalogue = hand_built_catalogue ();
  g_autoptr (AtlasQuestion) funding = atlas_question_new ("funding");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  GPtrArray *rows = no_rows (), *others = no_rows ();
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) alone = NULL;
  g_autofree char *name = NULL;

  add_row (rows, 0, 2023, "2023", "senior", 1);
  add_row (rows, 1, 2023, "2023", "assistant", 2);
  add_row (others, 1, 2023, "2023", "", 3);
  g_ptr_array_add (parts, table_of (rows));
  alone = atlas_table_join (parts);
  g_assert_true (alone == g_ptr_array_index (parts, 0));
  g_assert_cmpuint (atlas_table_get_n_parts (alone), ==, 1);
  g_assert_true (atlas_table_get_part (alone, 0) == alone);
  g_ptr_array_add (parts, atlas_table_new (catalogue, funding, others));
  table = atlas_table_join (parts);
  g_assert_cmpuint (atlas_table_get_n_parts (table), ==, 2);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (atlas_table_get_part_of_row (table, 1), ==, 0);
  g_assert_cmpuint (atlas_table_get_part_of_row (table, 2), ==, 1);
  g_assert_cmpfloat (atlas_table_get_row (table, 2)->value, ==, 3);
  g_assert_cmpstr (atlas_table_get_by_name (table, 0, 0), ==, "senior");
  g_assert_cmpstr (atlas_table_get_indicator (atlas_table_get_part (table, 1))->indicator_id, ==, "funding");
  name = atlas_table_dup_name (table);
  g_assert_nonnull (strstr (name, ", "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/table/find", test_find);
  g_test_add_func ("/indicators/table/join", test_join);
  g_test_add_func ("/indicators/table/sources-once", test_sources_once);
  return g_test_run ();
}
