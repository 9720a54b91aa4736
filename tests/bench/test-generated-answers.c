/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Registers that `generate` makes, imported, against what it says must be counted in them. */

#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "dataset/registers/import.h"
#include "indicators/answer.h"
#include "test-folder.h"

static char *folder;
static AtlasDataset *dataset;
static AtlasCatalogue *catalogue;
static JsonParser *expected;

static void
generate (const char *program)
{
  const char *argv[] = { program, folder, "--scale", "0.01", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

static void
import (const char *path)
{
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autoptr (GError) error = NULL;
  AtlasImportOptions options = { .as_of = (char *) "2024-12-31" };
  g_autoptr (AtlasImportResult) result = NULL;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  const char *names[] = { "stations", "personnel", "funding", "services" };

  g_assert_true (atlas_dataset_create (path, csv_dir, FALSE, &error));
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (inputs, g_strdup_printf ("%s/%s.csv", folder, names[i]));
  g_ptr_array_add (inputs, NULL);
  result = atlas_import_run (dataset, (const char *const *) inputs->pdata, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  catalogue = atlas_catalogue_new (dataset, &error);
  g_assert_no_error (error);
}

/* PROGRAM: generate. */
static void
set_up_all (const char *program)
{
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  folder = test_folder_make ();
  generate (program);
  path = g_build_filename (folder, "generated.atlas", NULL);
  import (path);
  json = g_build_filename (folder, "expected.json", NULL);
  expected = json_parser_new ();
  g_assert_true (json_parser_load_from_file (expected, json, &error));
}

static void
tear_down_all (void)
{
  g_object_unref (expected);
  atlas_catalogue_unref (catalogue);
  g_assert_finalize_object (dataset);
  test_folder_remove (folder);
}

/* The regions of YEAR: their codes, and what is counted in them. */
static JsonObject *
get_year (int year)
{
  g_autofree char *member = g_strdup_printf ("%d", year);
  JsonObject *root = json_node_get_object (json_parser_get_root (expected));

  return json_object_get_object_member (json_object_get_object_member (root, "years"), member);
}

static AtlasTable *
ask (const char *indicator,
     const char *by,
     int         year)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  g_autoptr (GList) codes = json_object_get_members (get_year (year));
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  AtlasTable *table;

  for (GList *l = codes; l != NULL; l = l->next)
    g_ptr_array_add (regions, l->data);
  g_ptr_array_add (regions, NULL);
  atlas_question_set_regions (question, (const char *const *) regions->pdata);
  atlas_question_set_years (question, year, year);
  atlas_question_set_by (question, by);
  question->from = ATLAS_FROM_REGISTERS;
  table = atlas_answer (dataset, catalogue, question, &error);
  g_assert_no_error (error);
  return table;
}

/* Of no row nothing is said where not all have returned the register. */
static void
assert_value (AtlasTable *table,
              const char *region,
              const char *by,
              gint64      value,
              guint8      decimals)
{
  const AtlasObservation *row = atlas_table_find (table, region, 0, by);

  if (value == 0 && (row == NULL || atlas_observation_is_missing (row)))
    return;
  if (row == NULL || atlas_observation_is_missing (row))
    g_error ("%s in %s: nothing, but there are %" G_GINT64_FORMAT, by != NULL ? by : "", region, value);
  g_assert_true (row->has_exact);
  g_assert_cmpint (row->exact.mantissa, ==, value);
  g_assert_cmpint (row->exact.decimals, ==, decimals);
  g_assert_cmpint (row->qualifier, ==, ATLAS_QUALIFIER_EXACT);
  g_assert_cmpint (row->basis, ==, ATLAS_BASIS_REGISTERS);
}

/* MEMBER of each region and year: a number, or by BY an object of numbers. */
static void
check_member (const char *member,
              const char *indicator,
              const char *by,
              guint8      decimals)
{
  for (int year = 2020; year <= 2024; year++)
    {
      g_autoptr (AtlasTable) table = ask (indicator, by, year);
      JsonObjectIter regions, values;
      const char *code, *value;
      JsonNode *node;

      json_object_iter_init (&regions, get_year (year));
      while (json_object_iter_next (&regions, &code, &node))
        {
          JsonObject *region = json_node_get_object (node);

          if (by == NULL)
            {
              assert_value (table, code, NULL, json_object_get_int_member (region, member), decimals);
              continue;
            }
          json_object_iter_init (&values, json_object_get_object_member (region, member));
          while (json_object_iter_next (&values, &value, &node))
            assert_value (table, code, value, json_node_get_int (node), decimals);
        }
    }
}

static void
test_certified (void)
{
  check_member ("certified", "certified_workers", "grade", 0);
}

static void
test_stations (void)
{
  check_member ("stations", "stations", NULL, 0);
}

static void
test_funding (void)
{
  check_member ("funding_fen", "funding", "source", 2);
}

static void
test_services (void)
{
  check_member ("household_visits", "household_visits", NULL, 0);
}

static void
test_covered (void)
{
  JsonObject *root = json_node_get_object (json_parser_get_root (expected));
  JsonObject *townships = json_object_get_object_member (root, "townships");

  for (int year = 2020; year <= 2024; year++)
    {
      g_autoptr (AtlasTable) table = ask ("township_coverage", NULL, year);

      for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
        {
          const AtlasObservation *row = atlas_table_get_row (table, i);
          JsonObject *region = json_object_get_object_member (get_year (year), row->region->code);
          gint64 covered = json_object_get_int_member (region, "covered");

          if (atlas_observation_is_missing (row))
            g_assert_cmpint (covered, ==, 0);
          else
            {
              g_assert_cmpfloat (row->numerator, ==, covered);
              g_assert_cmpfloat (row->denominator, ==, json_object_get_int_member (townships, row->region->code));
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  if (argc != 2)
    g_error ("usage: test-generated-answers GENERATE");
  set_up_all (argv[1]);
  g_test_add_func ("/generated-answers/certified", test_certified);
  g_test_add_func ("/generated-answers/stations", test_stations);
  g_test_add_func ("/generated-answers/covered", test_covered);
  g_test_add_func ("/generated-answers/funding", test_funding);
  g_test_add_func ("/generated-answers/services", test_services);
  result = g_test_run ();
  tear_down_all ();
  return result;
}
