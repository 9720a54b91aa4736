/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "../fixture.h"
#include "dataset/registers/register-row.h"
#include "dataset/registers/row-index.h"

/* Six people in three counties, money, and stations with what is done in them. */
static AtlasDataset *
open_with_rows (const char *folder)
{
  g_autofree char *path = fixture_copy (folder, "rows.atlas");
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset;

  fixture_run_sql (path,
                   "INSERT INTO imports VALUES (1, '', '2023-12-31'), (2, '', '2024-12-31');"
                   "INSERT INTO personnel (person_id, name, grade, certificate_no, certified_on, registration_expires_on,"
                   "  assistant_on, intermediate_on, senior_on, education_hours_hundredths, education_hours_qualifier, station_id,"
                   "  region_code, employer_kind, counted_from, as_of, import_id) VALUES"
                   "  ('p3', '王小明', 'senior', '2019051234567890', '', '', '', '', '', 9000, 'at_least', '', '640303100', '', 2023, '2023-12-31', 1),"
                   "  ('p1', '李四', 'none', '', '', '', '', '', '', NULL, '', '', '640303', '机构_50%', 2023, '2023-12-31', 1),"
                   "  ('p2', '张三', 'assistant', '77', '', '', '', '', '', 950, 'exact', '', '640302', '', 2023, '2023-12-31', 2),"
                   "  ('p4', '赵', 'assistant', '', '', '', '', '', '', 10000, 'exact', '', '110101001', '', 2023, '2023-12-31', 2),"
                   "  ('p5', '钱', 'assistant', '', '', '', '', '', '', NULL, '', '', '640303100201', '', 2023, '2023-12-31', 2),"
                   "  ('p6', '孙', 'assistant', '', '', '', '', '', '', 1800, 'exact', '', '532901', '', 2023, '2023-12-31', 2);"
                   "INSERT INTO stations (station_id, name, tier, region_code, status, opened_on, closed_on, operator,"
                   "  staff_count_qualifier, counted_from, as_of, import_id) VALUES"
                   "  ('s1', '甲', 'township_station', '640303100', 'operating', '', '', '', '', 2023, '2023-12-31', 1),"
                   "  ('s2', '乙', 'township_station', '532901001', 'operating', '', '', '', '', 2023, '2023-12-31', 1);"
                   "INSERT INTO services (station_id, year, month, kind, count, count_qualifier, person_times,"
                   "  person_times_qualifier, counted_from, as_of, import_id) VALUES"
                   "  ('s1', 2023, 1, 'case', 1, 'exact', 1, 'exact', 2023, '2023-12-31', 1),"
                   "  ('s2', 2023, 1, 'case', 2, 'exact', 2, 'exact', 2023, '2023-12-31', 1);");
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  return dataset;
}

static AtlasRowQuery *
query_of (const char *table)
{
  return atlas_row_query_new (atlas_table_definition_find (table));
}

/* The first cells of all rows that answer QUERY, with commas between. */
static char *
list_keys (AtlasDataset        *dataset,
           const AtlasRowQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRowIndex) index = atlas_row_index_new (dataset, query, NULL, &error);
  g_autoptr (AtlasRowPage) page = NULL;
  GString *keys = g_string_new (NULL);

  g_assert_no_error (error);
  page = atlas_row_index_load_page (index, dataset, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_row_page_get_n_rows (page), ==, atlas_row_index_get_n_rows (index));
  for (guint i = 0; i < atlas_row_page_get_n_rows (page); i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? "," : "", atlas_row_page_get_cell (page, i, 0));
  return g_string_free (keys, FALSE);
}

static void
assert_keys (AtlasDataset        *dataset,
             const AtlasRowQuery *query,
             const char          *expected)
{
  g_autofree char *keys = list_keys (dataset, query);

  g_assert_cmpstr (keys, ==, expected);
}

/* In the order of the file, by a text, and by numbers; what is not said comes last either way. */
static void
test_order (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_rows (folder);
  g_autoptr (AtlasRowQuery) query = query_of ("personnel");

  assert_keys (dataset, query, "p3,p1,p2,p4,p5,p6");
  query->sort_column = ATLAS_PERSON_ID;
  assert_keys (dataset, query, "p1,p2,p3,p4,p5,p6");
  query->descending = TRUE;
  assert_keys (dataset, query, "p6,p5,p4,p3,p2,p1");
  query->sort_column = ATLAS_PERSON_EDUCATION_HOURS;
  assert_keys (dataset, query, "p4,p3,p6,p2,p1,p5");
  query->descending = FALSE;
  assert_keys (dataset, query, "p2,p6,p3,p4,p1,p5");
  query->sort_column = ATLAS_PERSON_CERTIFICATE_NO;
  assert_keys (dataset, query, "p3,p2,p1,p4,p5,p6");
  test_folder_remove (folder);
}

/* A division means all below it, communities too; a service record lies where its station does. */
static void
test_within (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_rows (folder);
  static const char *const cases[][2] = {
    { "000000", "p3,p1,p2,p4,p5,p6" }, { "640000", "p3,p1,p2,p5" }, { "640300", "p3,p1,p2,p5" },
    { "640303", "p3,p1,p5" },          { "640303100", "p3,p5" },    { "110000", "p4" },
    { "650000", "" },
  };
  g_autoptr (AtlasRowQuery) services = query_of ("services");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasRowQuery) query = query_of ("personnel");

      query->within = g_strdup (cases[i][0]);
      assert_keys (dataset, query, cases[i][1]);
    }
  services->within = g_strdup ("530000");
  assert_keys (dataset, services, "s2");
  test_folder_remove (folder);
}

/* Text is found as it stands; names only by those who may see them. */
static void
test_text (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_rows (folder);
  g_autoptr (AtlasRowQuery) query = query_of ("personnel");

  query->text = g_strdup ("P2");
  assert_keys (dataset, query, "p2");
  g_free (query->text);
  query->text = g_strdup ("_50%");
  assert_keys (dataset, query, "p1");
  g_free (query->text);
  query->text = g_strdup ("小明");
  assert_keys (dataset, query, "");
  query->unmasked = TRUE;
  assert_keys (dataset, query, "p3");
  g_clear_pointer (&query->text, g_free);
  query->import_id = 1;
  assert_keys (dataset, query, "p3,p1");
  test_folder_remove (folder);
}

static void
test_masked (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_rows (folder);
  g_autoptr (AtlasRowQuery) query = query_of ("personnel");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AtlasRowIndex) index = NULL;
      g_autoptr (AtlasRowPage) page = NULL;

      query->unmasked = i == 1;
      index = atlas_row_index_new (dataset, query, NULL, NULL);
      page = atlas_row_index_load_page (index, dataset, 0, NULL);
      g_assert_cmpstr (atlas_row_page_get_cell (page, 0, ATLAS_PERSON_NAME), ==, i == 1 ? "王小明" : "王*");
      g_assert_cmpstr (atlas_row_page_get_cell (page, 0, ATLAS_PERSON_CERTIFICATE_NO), ==,
                       i == 1 ? "2019051234567890" : "2019**********90");
      g_assert_cmpstr (atlas_row_page_get_cell (page, 0, ATLAS_PERSON_EDUCATION_HOURS), ==, "≥90");
      g_assert_cmpstr (atlas_row_page_get_cell (page, 1, ATLAS_PERSON_EDUCATION_HOURS), ==, "");
      g_assert_cmpint (atlas_row_page_get_origin (page, 1).import_id, ==, 1);
      g_assert_cmpint (atlas_row_page_get_origin (page, 2).import_id, ==, 2);
    }
  test_folder_remove (folder);
}

/* The published figures are a table like others: 631 in pages of 128. */
static void
test_pages (void)
{
  AtlasDataset *dataset = fixture_open_published ();
  g_autoptr (AtlasRowQuery) query = query_of ("figures");
  g_autoptr (AtlasRowIndex) index = NULL;
  g_autoptr (AtlasRowPage) first = NULL, last = NULL, beyond = NULL;
  g_autoptr (GError) error = NULL;

  index = atlas_row_index_new (dataset, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_row_index_get_n_rows (index), ==, 631);
  first = atlas_row_index_load_page (index, dataset, 0, &error);
  last = atlas_row_index_load_page (index, dataset, 4, &error);
  beyond = atlas_row_index_load_page (index, dataset, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_row_page_get_n_rows (first), ==, 128);
  g_assert_cmpuint (atlas_row_page_get_n_rows (last), ==, 631 - 4 * 128);
  g_assert_cmpuint (atlas_row_page_get_n_rows (beyond), ==, 0);
  g_assert_cmpstr (atlas_row_page_get_cell (first, 0, 0), ==, "F0001");
  g_assert_cmpint (atlas_row_page_get_origin (first, 0).import_id, ==, 0);
}

/* A row that was taken back while it was on screen leaves a gap and no error. */
static void
test_gone (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_rows (folder);
  g_autoptr (AtlasRowQuery) query = query_of ("personnel");
  g_autoptr (AtlasRowIndex) index = atlas_row_index_new (dataset, query, NULL, NULL);
  g_autoptr (AtlasRowPage) page = NULL;
  g_autoptr (GError) error = NULL;

  fixture_run_sql (atlas_dataset_get_path (dataset), "DELETE FROM personnel WHERE person_id = 'p1'");
  page = atlas_row_index_load_page (index, dataset, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_row_page_get_n_rows (page), ==, 6);
  g_assert_cmpstr (atlas_row_page_get_cell (page, 1, 0), ==, "");
  g_assert_cmpstr (atlas_row_page_get_cell (page, 2, 0), ==, "p2");
  test_folder_remove (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (AtlasRowQuery) query = query_of ("figures");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "many.atlas");
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasRowIndex) index = NULL;
  g_autoptr (GError) error = NULL;

  fixture_run_sql (path,
                   "INSERT INTO imports VALUES (1, '', '');"
                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                   "INSERT INTO funding SELECT i, '640303', 2023, i, 'county', 'other', i * 7 % 1009, 'exact', '', 2023, '2023-12-31', 1, NULL, NULL FROM n;");
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  query->table = atlas_table_definition_find ("funding");
  query->sort_column = ATLAS_FUNDING_AMOUNT;
  g_cancellable_cancel (cancellable);
  index = atlas_row_index_new (dataset, query, cancellable, &error);
  g_assert_null (index);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_folder_remove (folder);
}

/* Rows that have a word in a column of words, in several columns at once. */
static void
test_words (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_rows (folder);
  g_autoptr (AtlasRowQuery) query = query_of ("personnel");
  g_autoptr (AtlasRowQuery) stations = query_of ("stations");

  query->words[ATLAS_PERSON_GRADE] = "assistant";
  assert_keys (dataset, query, "p2,p4,p5,p6");
  query->within = g_strdup ("640000");
  assert_keys (dataset, query, "p2,p5");
  stations->words[ATLAS_STATION_TIER] = "township_station";
  stations->words[ATLAS_STATION_STATUS] = "operating";
  assert_keys (dataset, stations, "s1,s2");
  stations->words[ATLAS_STATION_STATUS] = "closed";
  assert_keys (dataset, stations, "");
  test_folder_remove (folder);
}

/* What the second import did: p6 was "none" of another name and p4 had no hours; p2 and p5 are new. Earlier versions that
 * the first import replaced are not its own. */
static void
change_people (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "rows.atlas", NULL);

  fixture_run_sql (path,
                   "INSERT INTO personnel_history (person_id, name, grade, certificate_no, certified_on, registration_expires_on,"
                   "  assistant_on, intermediate_on, senior_on, education_hours_hundredths, education_hours_qualifier, station_id,"
                   "  region_code, employer_kind, counted_from, as_of, import_id, row_id, replaced_by) "
                   "SELECT person_id, '周', 'none', certificate_no, certified_on, registration_expires_on, assistant_on,"
                   "  intermediate_on, senior_on, 300, 'exact', station_id, region_code, employer_kind, counted_from, as_of, 1,"
                   "  row_id, 1 FROM personnel;"
                   "INSERT INTO personnel_history (person_id, name, grade, certificate_no, certified_on, registration_expires_on,"
                   "  assistant_on, intermediate_on, senior_on, education_hours_hundredths, education_hours_qualifier, station_id,"
                   "  region_code, employer_kind, counted_from, as_of, import_id, row_id, replaced_by) "
                   "SELECT person_id, '吴某', 'none', certificate_no, certified_on, registration_expires_on, assistant_on,"
                   "  intermediate_on, senior_on, NULL, '', station_id, region_code, employer_kind, counted_from, as_of, 1,"
                   "  row_id, 2 FROM personnel WHERE person_id IN ('p6', 'p4') ORDER BY person_id DESC;");
}

static guint
count_replaced (AtlasDataset        *dataset,
                const AtlasRowQuery *query)
{
  g_autoptr (AtlasRowIndex) index = atlas_row_index_new (dataset, query, NULL, NULL);

  return atlas_row_index_get_n_replaced (index);
}

static void
test_changes (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_rows (folder);
  g_autoptr (AtlasRowQuery) query = query_of ("personnel");
  g_autoptr (AtlasRowIndex) all = NULL, index = NULL;
  g_autoptr (AtlasRowPage) all_page = NULL, page = NULL;

  change_people (folder);
  all = atlas_row_index_new (dataset, query, NULL, NULL);
  all_page = atlas_row_index_load_page (all, dataset, 0, NULL);
  g_assert_cmpuint (atlas_row_index_get_n_changed (all), ==, 0);
  g_assert_cmpint (atlas_row_page_get_change (all_page, 3), ==, ATLAS_ROW_CHANGE_NONE);
  query->import_id = 2;
  assert_keys (dataset, query, "p4,p6,p2,p5");
  index = atlas_row_index_new (dataset, query, NULL, NULL);
  g_assert_cmpuint (atlas_row_index_get_n_changed (index), ==, 2);
  page = atlas_row_index_load_page (index, dataset, 0, NULL);
  g_assert_cmpint (atlas_row_page_get_change (page, 1), ==, ATLAS_ROW_CHANGE_CHANGED);
  g_assert_cmpstr (atlas_row_page_get_earlier (page, 1, ATLAS_PERSON_GRADE), ==, "none");
  g_assert_cmpstr (atlas_row_page_get_cell (page, 1, ATLAS_PERSON_GRADE), ==, "assistant");
  g_assert_cmpstr (atlas_row_page_get_earlier (page, 1, ATLAS_PERSON_EDUCATION_HOURS), ==, "");
  g_assert_cmpstr (atlas_row_page_get_cell (page, 1, ATLAS_PERSON_EDUCATION_HOURS), ==, "18");
  g_assert_cmpstr (atlas_row_page_get_earlier (page, 1, ATLAS_PERSON_NAME), ==, "吴*");
  g_assert_cmpint (atlas_row_page_get_change (page, 2), ==, ATLAS_ROW_CHANGE_NEW);
  g_assert_null (atlas_row_page_get_earlier (page, 2, ATLAS_PERSON_GRADE));
  g_assert_cmpuint (atlas_row_index_get_n_replaced (index), ==, 0);
  query->sort_column = ATLAS_PERSON_ID;
  assert_keys (dataset, query, "p2,p4,p5,p6");
  query->import_id = 1;
  g_assert_cmpuint (count_replaced (dataset, query), ==, 8);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-index/order", test_order);
  g_test_add_func ("/row-index/within", test_within);
  g_test_add_func ("/row-index/text", test_text);
  g_test_add_func ("/row-index/words", test_words);
  g_test_add_func ("/row-index/changes", test_changes);
  g_test_add_func ("/row-index/masked", test_masked);
  g_test_add_func ("/row-index/pages", test_pages);
  g_test_add_func ("/row-index/gone", test_gone);
  g_test_add_func ("/row-index/cancelled", test_cancelled);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
