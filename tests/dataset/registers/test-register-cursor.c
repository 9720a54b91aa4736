/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "../fixture.h"

#include "dataset/dataset-private.h"
#include "dataset/registers/register-cursor.h"
#include "dataset/registers/register-fields.h"

#define ROWS \
  "INSERT INTO stations VALUES " \
  "(7, 'S1', '镇站', 'township_station', '640303100', 'operating', '2021-05', '', '', 3, 'at_least', 2022, " \
  " '2022-12-31', 4, 1, 12)," \
  "(9, 'S2', '村室', 'community_room', '640303100205', 'closed', '2021', '2023-01-31', '某中心', NULL, '', 2023, " \
  " '2023-06-30', 5, NULL, NULL);" \
  "INSERT INTO stations_history SELECT 7, 'S1', name, tier, '640303', 'planned', '', '', '', NULL, '', 2021, " \
  "'2021-12-31', 3, 4, 0, 9 FROM stations WHERE station_id = 'S1';" \
  "INSERT INTO services VALUES (1, 'S2', 2023, 5, 'case', 12, 'exact', 3400, 'about', 2023, '2023-06-30', 5, NULL, NULL);" \
  "INSERT INTO funding VALUES (3, '640303', 2022, '1', 'central', 'training', 123450, 'exact', '', 2023, '2023-06-30', 5, NULL, NULL);"

typedef struct {
  char *folder;
  AtlasDataset *dataset;
  sqlite3 *db;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_make ();
  path = fixture_copy (self->folder, "a.atlas");
  self->dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  self->db = atlas_dataset_get_db (self->dataset);
  g_assert_true (atlas_sqlite_run (self->db, ROWS, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->dataset);
  test_folder_remove (self->folder);
}

static AtlasRegisterCursor *
open_cursor (Fixture    *self,
             const char *table,
             gboolean    history,
             const char *rest)
{
  g_autoptr (GError) error = NULL;
  AtlasRegisterCursor *cursor = atlas_register_cursor_new (self->db, atlas_table_definition_find (table), history, rest,
                                                           atlas_dataset_get_regions (self->dataset), &error);

  g_assert_no_error (error);
  return cursor;
}

static void
test_stations (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (AtlasRegisterCursor) cursor = open_cursor (self, "stations", FALSE, NULL);
  g_autoptr (GError) error = NULL;
  const AtlasStoredRow *stored = atlas_register_cursor_next (cursor, &error);
  const AtlasRegisterValue *values = stored->row.values;

  g_assert_cmpint (stored->row_id, ==, 7);
  g_assert_cmpint (stored->import_id, ==, 4);
  g_assert_cmpint (stored->row.counted_from, ==, 2022);
  g_assert_cmpstr (stored->row.as_of, ==, "2022-12-31");
  g_assert_cmpuint (stored->row.input, ==, 1);
  g_assert_cmpuint (stored->row.line, ==, 12);
  g_assert_cmpstr (stored->row.region->code, ==, "640303100");
  g_assert_cmpstr (values[ATLAS_STATION_OPENED_ON].text, ==, "2021-05");
  g_assert_true (values[ATLAS_STATION_OPERATOR].is_missing);
  g_assert_cmpint (values[ATLAS_STATION_STAFF_COUNT].number, ==, 3);
  g_assert_cmpint (values[ATLAS_STATION_STAFF_COUNT].qualifier, ==, ATLAS_QUALIFIER_AT_LEAST);

  /* A community that is in no list counts in its township. */
  stored = atlas_register_cursor_next (cursor, &error);
  g_assert_cmpint (stored->row_id, ==, 9);
  g_assert_cmpstr (values[ATLAS_STATION_REGION].text, ==, "640303100205");
  g_assert_cmpstr (stored->row.region->code, ==, "640303100");
  g_assert_true (values[ATLAS_STATION_STAFF_COUNT].is_missing);
  g_assert_null (atlas_register_cursor_next (cursor, &error));
  g_assert_no_error (error);
}

static void
test_history (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (AtlasRegisterCursor) cursor = open_cursor (self, "stations", TRUE, "WHERE replaced_by = ?");
  g_autoptr (GError) error = NULL;
  const AtlasStoredRow *stored;

  g_assert_null (atlas_register_cursor_next (cursor, &error));
  sqlite3_bind_int64 (atlas_register_cursor_get_stmt (cursor), 1, 4);
  stored = atlas_register_cursor_next (cursor, &error);
  g_assert_cmpint (stored->row_id, ==, 7);
  g_assert_cmpint (stored->import_id, ==, 3);
  g_assert_cmpuint (stored->row.line, ==, 9);
  g_assert_cmpstr (stored->row.region->code, ==, "640303");
  g_assert_cmpstr (stored->row.values[ATLAS_STATION_STATUS].text, ==, "planned");
}

static void
test_other_tables (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (AtlasRegisterCursor) services = open_cursor (self, "services", FALSE, NULL);
  g_autoptr (AtlasRegisterCursor) funding = open_cursor (self, "funding", FALSE, NULL);
  g_autoptr (AtlasRegisterCursor) figures = open_cursor (self, "figures", FALSE, NULL);
  g_autoptr (AtlasRegisterCursor) sources = open_cursor (self, "sources", FALSE, NULL);
  const AtlasStoredRow *stored = atlas_register_cursor_next (services, NULL);

  g_assert_cmpstr (stored->row.region->code, ==, "640303100");
  g_assert_cmpint (stored->row.values[ATLAS_SERVICE_MONTH].number, ==, 5);
  g_assert_cmpint (stored->row.values[ATLAS_SERVICE_PERSON_TIMES].qualifier, ==, ATLAS_QUALIFIER_ABOUT);
  stored = atlas_register_cursor_next (funding, NULL);
  g_assert_cmpint (stored->row.values[ATLAS_FUNDING_AMOUNT].number, ==, 123450);
  g_assert_cmpstr (stored->row.region->code, ==, "640303");

  /* What the bundled files say of the first figure. */
  stored = atlas_register_cursor_next (figures, NULL);
  g_assert_cmpint (stored->import_id, ==, 0);
  g_assert_cmpstr (stored->row.values[0].text, ==, "F0001");
  g_assert_cmpint (stored->row.values[5].number, ==, 1500000);
  g_assert_cmpstr (stored->row.values[6].text, ==, "at_least");
  stored = atlas_register_cursor_next (sources, NULL);
  g_assert_cmpstr (stored->row.values[0].text, ==, "ningxia-four-combinations");
  g_assert_null (stored->row.region);
}

/* A row that is read and bound again is the same; one that differs in any field is not. */
static void
test_fields (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (AtlasRegisterCursor) cursor = open_cursor (self, "stations", FALSE, NULL);
  AtlasRegisterRow row = atlas_register_cursor_next (cursor, NULL)->row;
  AtlasRegisterRow other = row;
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (self->db, "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", NULL);
  gboolean has_row;

  g_assert_cmpint (atlas_register_fields_bind (&row, stmt, 1), ==, 11);
  g_assert_true (atlas_sqlite_step (stmt, &has_row, NULL));
  atlas_register_fields_read (&other, stmt, 0);
  g_assert_true (atlas_register_fields_equal (&row, &other));

  other.values[ATLAS_STATION_STAFF_COUNT].qualifier = ATLAS_QUALIFIER_EXACT;
  g_assert_false (atlas_register_fields_equal (&row, &other));
  other.values[ATLAS_STATION_STAFF_COUNT] = (AtlasRegisterValue) { .text = "", .is_missing = TRUE };
  g_assert_false (atlas_register_fields_equal (&row, &other));
  other.values[ATLAS_STATION_STAFF_COUNT] = row.values[ATLAS_STATION_STAFF_COUNT];
  g_assert_true (atlas_register_fields_equal (&row, &other));
  other.values[ATLAS_STATION_NAME].text = "镇";
  g_assert_false (atlas_register_fields_equal (&row, &other));
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  TEST ("/register-cursor/stations", test_stations);
  TEST ("/register-cursor/history", test_history);
  TEST ("/register-cursor/other-tables", test_other_tables);
  TEST ("/register-cursor/fields", test_fields);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
