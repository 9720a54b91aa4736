/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-coverage.h"

#include "../fixture.h"
#include "dataset/sqlite-tools.h"

#define MARK(table, code, year, import) "INSERT INTO returns VALUES ('" table "', '" code "', " #year ", " #import ");"
#define IMPORT(id, as_of) "INSERT INTO imports VALUES (" #id ", '2024-02-0" #id "T08:00:00Z', '" as_of "');"
#define INPUT(id, position, file, sheet, table) \
  "INSERT INTO import_inputs VALUES (" #id ", " #position ", '" file "', '" sheet "', '" table "', '2023-12-31', 1, 0, 0, 0, 0);"

/* 吴忠市 (640300) has five counties: 640302, 640303, 640323, 640324, 640381. */
static const char registers[] =
  IMPORT (1, "2022-12-31") IMPORT (2, "2023-12-31") IMPORT (3, "2023-12-31")
  INPUT (1, 1, "/home/office/a.csv", "", "personnel") INPUT (2, 1, "b.xlsx", "人员", "personnel")
  INPUT (2, 2, "b.xlsx", "站点", "stations") INPUT (2, 3, "c.csv", "", "personnel") INPUT (3, 1, "d.csv", "", "personnel")
  MARK ("personnel", "640302", 2022, 1) MARK ("personnel", "640303", 2022, 1)
  MARK ("personnel", "640302", 2023, 2) MARK ("personnel", "640303", 2023, 2) MARK ("personnel", "640303", 2023, 3)
  MARK ("personnel", "640323", 2023, 2) MARK ("personnel", "640324", 2023, 2) MARK ("personnel", "640381", 2023, 2)
  MARK ("stations", "640000", 2023, 2) MARK ("funding", "640303100", 2023, 1) MARK ("funding", "441900", 2023, 1);

typedef struct {
  char *folder;
  AtlasDataset *dataset;
  AtlasRegisterCoverage *coverage;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  sqlite3 *db;

  self->folder = test_folder_make ();
  path = fixture_copy (self->folder, "a.atlas");
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (atlas_sqlite_run (db, data, &error));
  g_assert_no_error (error);
  sqlite3_close (db);
  self->dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  self->coverage = atlas_register_coverage_load (self->dataset, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  atlas_register_coverage_unref (self->coverage);
  g_assert_finalize_object (self->dataset);
  test_folder_remove (self->folder);
}

static const AtlasRegion *
find (Fixture    *self,
      const char *code)
{
  return atlas_region_tree_lookup (atlas_dataset_get_regions (self->dataset), code);
}

/* "2 of 5" */
static void
check (Fixture    *self,
       const char *table,
       const char *code,
       int         year,
       const char *expected)
{
  guint out_of;
  guint n = atlas_register_coverage_count (self->coverage, atlas_table_definition_find (table), find (self, code), year,
                                           &out_of);
  g_autofree char *text = g_strdup_printf ("%u of %u", n, out_of);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_counts (Fixture       *self,
             gconstpointer  data)
{
  check (self, "personnel", "640300", 2022, "2 of 5");
  check (self, "personnel", "640300", 2023, "5 of 5");
  check (self, "personnel", "640300", 2021, "0 of 5");
  check (self, "personnel", "640303", 2022, "1 of 1");
  check (self, "personnel", "640303100", 2022, "1 of 1");
  check (self, "personnel", "640381", 2022, "0 of 1");
  check (self, "personnel", "640000", 2023, "5 of 22");
  check (self, "services", "640303", 2023, "0 of 1");
  /* What is marked covers all that lies in it. */
  check (self, "stations", "640000", 2023, "22 of 22");
  check (self, "stations", "640303", 2023, "1 of 1");
  check (self, "stations", "640303100", 2023, "1 of 1");
  /* But a township not its county. Dongguan has no counties and returns registers itself. */
  check (self, "funding", "640303100", 2023, "1 of 1");
  check (self, "funding", "640303", 2023, "0 of 1");
  check (self, "funding", "441900", 2023, "1 of 1");
  check (self, "funding", "441900003", 2023, "1 of 1");
  check (self, "funding", "440000", 2023, "1 of 124");
  /* A development zone returns its own, but nobody waits for it. */
  check (self, "personnel", "130171", 2023, "0 of 1");
}

static char *
name_all (GPtrArray *regions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < regions->len; i++)
    g_string_append_printf (text, "%s ", ((const AtlasRegion *) g_ptr_array_index (regions, i))->code);
  return g_string_free (text, FALSE);
}

static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  static const struct {
    const char *code;
    int year;
    const char *expected;
  } cases[] = {
    { "640300", 2022, "640323 640324 640381 " }, { "640300", 2023, "" }, { "640381", 2022, "640381 " },
    { "640303100", 2021, "640303100 " }, { "640303100", 2022, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) missing =
        atlas_register_coverage_list_missing (self->coverage, atlas_table_definition_find ("personnel"),
                                              find (self, cases[i].code), cases[i].year);
      g_autofree char *names = name_all (missing);

      g_assert_cmpstr (names, ==, cases[i].expected);
    }
}

static void
test_years (Fixture       *self,
            gconstpointer  data)
{
  const AtlasTableDefinition *personnel = atlas_table_definition_find ("personnel");
  g_autoptr (GArray) of_county = atlas_register_coverage_list_years (self->coverage, personnel, find (self, "640303100"));
  g_autoptr (GArray) of_other = atlas_register_coverage_list_years (self->coverage, personnel, find (self, "640381"));
  g_autoptr (GArray) none = atlas_register_coverage_list_years (self->coverage, personnel, find (self, "110000"));

  g_assert_cmpuint (of_county->len, ==, 2);
  g_assert_cmpint (g_array_index (of_county, int, 0), ==, 2022);
  g_assert_cmpint (g_array_index (of_county, int, 1), ==, 2023);
  g_assert_cmpuint (of_other->len, ==, 1);
  g_assert_cmpint (g_array_index (of_other, int, 0), ==, 2023);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (atlas_register_coverage_has_table (self->coverage, personnel));
  g_assert_false (atlas_register_coverage_has_table (self->coverage, atlas_table_definition_find ("services")));
  g_assert_true (atlas_register_coverage_has_region (self->coverage, find (self, "640381")));
  g_assert_false (atlas_register_coverage_has_region (self->coverage, find (self, "110000")));
}

static char *
describe_sources (Fixture    *self,
                  const char *code,
                  int         year)
{
  g_autoptr (GPtrArray) sources = atlas_register_coverage_list_sources (
    self->coverage, atlas_table_definition_find ("personnel"), find (self, code), year);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const AtlasSource *source = g_ptr_array_index (sources, i);

      g_string_append_printf (text, "%s|%s|%s|%s\n", source->source_id, source->title, source->published_on, source->as_of);
    }
  return g_string_free (text, FALSE);
}

static void
test_sources (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *of_2022 = describe_sources (self, "640303", 2022);
  g_autofree char *of_2023 = describe_sources (self, "640303100", 2023);
  g_autofree char *unmarked = describe_sources (self, "110000", 2023);

  g_assert_cmpstr (of_2022, ==, "import-1:personnel|Register of personnel: a.csv|2024-02-01|2023-12-31\n");
  g_assert_cmpstr (of_2023, ==, "import-2:personnel|Register of personnel: b.xlsx (人员), c.csv|2024-02-02|2023-12-31\n"
                                "import-3:personnel|Register of personnel: d.csv|2024-02-03|2023-12-31\n");
  g_assert_true (g_str_has_prefix (unmarked, "import-1:personnel|"));
}

static void
test_many_sources (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *all = describe_sources (self, "000000", 2023);
  g_autofree char *one = describe_sources (self, "640303", 2023);

  g_assert_cmpstr (all, ==, "imports-personnel|Register of personnel: 5 imports|2024-02-05|2023-12-31\n");
  g_assert_cmpstr (one, ==, "import-3:personnel|Register of personnel: c.csv|2024-02-03|2023-12-31\n");
}

static const char many_imports[] =
  IMPORT (1, "2023-12-31") IMPORT (2, "2023-12-31") IMPORT (3, "2023-12-31") IMPORT (4, "2023-12-31")
  IMPORT (5, "2023-12-31") INPUT (1, 1, "a.csv", "", "personnel") INPUT (2, 1, "b.csv", "", "personnel")
  INPUT (3, 1, "c.csv", "", "personnel") INPUT (4, 1, "d.csv", "", "personnel") INPUT (5, 1, "e.csv", "", "personnel")
  MARK ("personnel", "110101", 2023, 1) MARK ("personnel", "110102", 2023, 2) MARK ("personnel", "640303", 2023, 3)
  MARK ("personnel", "640302", 2023, 4) MARK ("personnel", "640381", 2023, 5);

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/register-coverage/counts", Fixture, registers, set_up, test_counts, tear_down);
  g_test_add ("/register-coverage/missing", Fixture, registers, set_up, test_missing, tear_down);
  g_test_add ("/register-coverage/years", Fixture, registers, set_up, test_years, tear_down);
  g_test_add ("/register-coverage/sources", Fixture, registers, set_up, test_sources, tear_down);
  g_test_add ("/register-coverage/many-sources", Fixture, many_imports, set_up, test_many_sources, tear_down);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
