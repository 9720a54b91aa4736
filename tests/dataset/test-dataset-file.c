/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* A dataset as a file: what is refused and stays as it was, read-only places, locks, interrupted writing, full disks. */

#include "config.h"

#include "fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dataset/dataset-private.h"
#include "dataset/registers/register-row.h"
#include "dataset/table-reader.h"
#include "dataset/text.h"

/* Opening PATH, for reading and for writing, fails with CODE and changes no byte of it and no name beside it. */
static void
check_refused (const char        *path,
               AtlasDatasetError  code,
               const char        *says)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *before = fixture_hash_file (path);
  guint n_files = test_folder_count (folder);

  for (int mode = ATLAS_DATASET_READ_ONLY; mode <= ATLAS_DATASET_READ_WRITE; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, mode, &error);
      g_autofree char *after = fixture_hash_file (path);

      g_assert_null (dataset);
      g_assert_error (error, ATLAS_DATASET_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, says));
      g_assert_nonnull (strstr (error->message, path));
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (test_folder_count (folder), ==, n_files);
    }
}

static void
test_foreign (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = g_build_filename (folder, "a.atlas", NULL);
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *other = g_build_filename (folder, "other.db", NULL);

  check_refused (path, ATLAS_DATASET_ERROR_FAILED, "No such file or directory");
  check_refused (folder, ATLAS_DATASET_ERROR_NOT_A_DATASET, "is no dataset of this program");
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  check_refused (path, ATLAS_DATASET_ERROR_NOT_A_DATASET, "is no dataset of this program");
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  check_refused (path, ATLAS_DATASET_ERROR_NOT_A_DATASET, "is no dataset of this program");
  fixture_run_sql (other, "CREATE TABLE regions (code); INSERT INTO regions VALUES ('000000');");
  check_refused (other, ATLAS_DATASET_ERROR_NOT_A_DATASET, "is no dataset of this program");
  test_folder_remove (folder);
}

static void
test_newer (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");

  fixture_run_sql (path, "PRAGMA user_version = 9");
  check_refused (path, ATLAS_DATASET_ERROR_NEWER_VERSION, "newer version");
  fixture_run_sql (path, "PRAGMA user_version = -1"); /* 4294967295 */
  check_refused (path, ATLAS_DATASET_ERROR_NEWER_VERSION, "newer version");
  test_folder_remove (folder);
}

/* Until version 6 there were four registers, until version 7 eleven. */
#define REGISTER_AWAY(name) "DROP TABLE " name "; DROP TABLE " name "_history;"
#define FURTHER_REGISTERS_AWAY \
  REGISTER_AWAY ("organisations") REGISTER_AWAY ("projects") REGISTER_AWAY ("training") REGISTER_AWAY ("posts") \
  REGISTER_AWAY ("policies") REGISTER_AWAY ("incentives") REGISTER_AWAY ("funds") \
  REGISTER_AWAY ("inspections")
/* Until version 8 it was not kept where a row had stood. */
#define ORIGIN_AWAY(name) \
  "ALTER TABLE " name " DROP COLUMN input; ALTER TABLE " name " DROP COLUMN line;" \
  "ALTER TABLE " name "_history DROP COLUMN input; ALTER TABLE " name "_history DROP COLUMN line;"
#define ORIGINS_OF_FOUR_AWAY \
  ORIGIN_AWAY ("stations") ORIGIN_AWAY ("personnel") ORIGIN_AWAY ("funding") ORIGIN_AWAY ("services")
#define VERSION_6_VALUES_AWAY \
  "DELETE FROM dimensions WHERE (dimension, value) IN (VALUES ('holder', 'rural_community'), ('holder', 'township')," \
  "  ('sector', 'education'), ('sector', 'health'), ('sector', 'justice'), ('sector', 'other'), ('topic', 'other')," \
  "  ('topic', 'policy_and_law'), ('topic', 'supervision'));"

/* As version 1 of the schema had it, without what later steps added. */
static void
take_back_to_version_1 (const char *path)
{
  fixture_run_sql (path,
                   "PRAGMA foreign_keys = OFF;"
                   "DROP TABLE stations; DROP TABLE personnel; DROP TABLE funding; DROP TABLE services;"
                   "DROP TABLE stations_history; DROP TABLE personnel_history; DROP TABLE funding_history;"
                   "DROP TABLE services_history; DROP TABLE sources_history; DROP TABLE figures_history;"
                   FURTHER_REGISTERS_AWAY
                   "DROP TABLE returns; DROP TABLE rollups;"
                   "ALTER TABLE sources DROP COLUMN import_id; ALTER TABLE figures DROP COLUMN import_id;"
                   "DROP TABLE import_inputs; DROP TABLE imports;"
                   "DROP TABLE programmes; DELETE FROM indicators WHERE indicator_id = 'mentees_per_mentor';"
                   "DELETE FROM units WHERE unit = 'people_per_mentor';"
                   "DELETE FROM dimensions WHERE (dimension, value) IN (VALUES ('kind', 'case'), ('kind', 'community_activity'),"
                   "  ('kind', 'group'), ('kind', 'household_visit'), ('kind', 'volunteer'), ('purpose', 'other'),"
                   "  ('source', 'county'), ('source', 'other'), ('source', 'welfare_lottery'), ('stage', 'budgeted'),"
                   "  ('stage', 'allocated'), ('stage', 'spent'), ('status', 'building'), ('status', 'closed'));"
                   VERSION_6_VALUES_AWAY
                   "DELETE FROM indicators WHERE indicator_id IN ('education_compliance', 'registrations_expiring');"
                   "DELETE FROM dimensions WHERE dimension IN ('hours', 'month', 'result', 'staff');"
                   "UPDATE indicators SET name_zh = '考试通过率', name_en = 'Exam pass rate' WHERE indicator_id = 'exam_pass_rate';"
                   "UPDATE indicators SET dimensions = 'programme;purpose;source' WHERE indicator_id = 'funding';"
                   "UPDATE indicators SET dimensions = 'group;programme;type' WHERE indicator_id = 'service_person_times';"
                   "PRAGMA user_version = 1;");
}

/* A file of an earlier version is brought up to date where it can be written, and says then what a new one says; where
 * it cannot be written it is read all the same, and stays as it is. */
static void
test_earlier_version (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autofree char *new_hash = atlas_dataset_dup_hash (fixture_open_published (), NULL);
  g_autofree char *before = NULL;
  AtlasDatasetMode modes[] = { ATLAS_DATASET_READ_ONLY, ATLAS_DATASET_READ_WRITE };

  take_back_to_version_1 (path);
  before = fixture_hash_file (path);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, modes[i], &error);
      g_autofree char *hash = NULL, *after = NULL;

      g_assert_no_error (error);
      hash = atlas_dataset_dup_hash (dataset, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (hash, ==, new_hash);
      after = fixture_hash_file (path);
      if (modes[i] == ATLAS_DATASET_READ_ONLY)
        g_assert_cmpstr (after, ==, before);
      else
        g_assert_cmpstr (after, !=, before);
    }
  test_folder_remove (folder);
}

/* Until version 4 counts did not say their level; what is counted has grown since, so that all is counted anew. */
#define ROLLUPS_OF_VERSION_3 \
  "DROP TABLE rollups;" \
  "CREATE TABLE rollups (region_code TEXT NOT NULL, \"table\" TEXT NOT NULL, cells BLOB NOT NULL," \
  "  PRIMARY KEY (\"table\", region_code)) STRICT, WITHOUT ROWID;"

static void
test_rollups_of_version_3 (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  gint64 n;

  fixture_run_sql (path, ROLLUPS_OF_VERSION_3 FURTHER_REGISTERS_AWAY ORIGINS_OF_FOUR_AWAY
                   "INSERT INTO rollups VALUES ('000000', 'funding', x'01'), ('640303', 'personnel', x'0203');"
                   "INSERT INTO personnel SELECT 1, 'P1', '', 'none', '', '', '', '', '', '', 7200, 'exact', '', '640303100', '', 2023,"
                   "  '2023-12-31', 1;"
                   "DROP TABLE programmes; PRAGMA user_version = 3;");
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_sqlite_get_int (atlas_dataset_get_db (dataset),
                                       "SELECT count (*) * 100 + count (*) FILTER (WHERE (\"table\", level, region_code) IN "
                                       "(VALUES ('personnel', 'nation', '000000'), ('personnel', 'province', '640000'),"
                                       "  ('personnel', 'prefecture', '640300'), ('personnel', 'county', '640303'),"
                                       "  ('personnel', 'township', '640303100'))) FROM rollups", &n, &error));
  g_assert_cmpint (n, ==, 505);
  g_clear_object (&dataset);
  test_folder_remove (folder);
}

/* Version 2 had whole hours. */
static void
test_hours_of_version_2 (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasTableReader) reader = NULL;
  gint64 hours;

  fixture_run_sql (path,
                   ROLLUPS_OF_VERSION_3 FURTHER_REGISTERS_AWAY ORIGINS_OF_FOUR_AWAY
                   "ALTER TABLE personnel RENAME COLUMN education_hours_hundredths TO education_hours;"
                   "ALTER TABLE personnel_history RENAME COLUMN education_hours_hundredths TO education_hours;"
                   "INSERT INTO personnel SELECT 1, 'P1', '', 'none', '', '', '', '', '', '', 72, 'at_least', '', '640303', '', 2023, '', 1;"
                   "INSERT INTO personnel SELECT 2, 'P2', '', 'none', '', '', '', '', '', '', NULL, '', '', '640303', '', 2023, '', 1;"
                   "INSERT INTO personnel_history SELECT *, 1 FROM personnel;"
                   "DROP TABLE programmes; PRAGMA user_version = 2;");
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  reader = atlas_table_reader_new (atlas_dataset_get_db (dataset), atlas_table_definition_find ("personnel"), TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (atlas_table_reader_next (reader, &error)[ATLAS_PERSON_EDUCATION_HOURS], ==, "≥72");
  g_assert_cmpstr (atlas_table_reader_next (reader, &error)[ATLAS_PERSON_EDUCATION_HOURS], ==, "");
  g_assert_true (atlas_sqlite_get_int (atlas_dataset_get_db (dataset), "SELECT sum (education_hours_hundredths) FROM "
                                       "personnel_history", &hours, &error));
  g_assert_cmpint (hours, ==, 7200);
  g_clear_pointer (&reader, atlas_table_reader_free);
  g_clear_object (&dataset);
  test_folder_remove (folder);
}

/* The rows of version 7 stay; of them nobody knows where they stood. */
static void
test_rows_of_version_7 (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  gint64 n;

  fixture_run_sql (path,
                   ORIGINS_OF_FOUR_AWAY
                   ORIGIN_AWAY ("organisations") ORIGIN_AWAY ("projects") ORIGIN_AWAY ("training") ORIGIN_AWAY ("posts")
                   ORIGIN_AWAY ("policies") ORIGIN_AWAY ("incentives") ORIGIN_AWAY ("funds") ORIGIN_AWAY ("inspections")
                   "INSERT INTO personnel SELECT 1, 'P1', '', 'none', '', '', '', '', '', '', 7200, 'exact', '', '640303100', '', 2023,"
                   "  '2023-12-31', 1;"
                   "INSERT INTO personnel_history SELECT *, 1 FROM personnel;"
                   "PRAGMA user_version = 7;");
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_sqlite_get_int (atlas_dataset_get_db (dataset),
                                       "SELECT (SELECT count (*) FROM personnel WHERE person_id = 'P1' AND line IS NULL) * 10 + "
                                       "count (*) FROM personnel_history WHERE input IS NULL AND replaced_by = 1", &n, &error));
  g_assert_cmpint (n, ==, 11);
  g_clear_object (&dataset);
  test_folder_remove (folder);
}

/* Cut off anywhere: in the header, in the schema, in the middle, by a single byte. */
static void
test_cut_off (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  gsize length;
  g_autofree char *contents = fixture_read (path, &length);
  const gsize lengths[] = { 100, 101, 4095, 4096, 50000, length / 2, length - 4096, length - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_assert_true (g_file_set_contents (path, contents, lengths[i], NULL));
      check_refused (path, ATLAS_DATASET_ERROR_DAMAGED, "is not complete");
    }
  g_assert_true (g_file_set_contents (path, contents, 99, NULL));
  check_refused (path, ATLAS_DATASET_ERROR_NOT_A_DATASET, "is no dataset");
  test_folder_remove (folder);
}

static void
overwrite (const char *path,
           long        offset,
           int         byte,
           gsize       length)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, offset, SEEK_SET), ==, 0);
  for (gsize i = 0; i < length; i++)
    g_assert_cmpint (fputc (byte, file), ==, byte);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_damaged (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");

  overwrite (path, 4096, 0xff, 400000); /* pages of divisions */
  check_refused (path, ATLAS_DATASET_ERROR_DAMAGED, "is damaged");
  overwrite (path, 100, 0xff, 2000); /* the schema */
  check_refused (path, ATLAS_DATASET_ERROR_DAMAGED, "is damaged");
  test_folder_remove (folder);
}

static void
test_missing_tables (void)
{
  const char *statements[] = {
    "DROP TABLE figures", "ALTER TABLE sources DROP COLUMN publisher",
    "DROP TABLE colour_slots; DROP TABLE figures; DROP TABLE denominators; DROP TABLE regions",
    "PRAGMA foreign_keys = OFF; DELETE FROM regions WHERE code = '640000'", "DELETE FROM regions",
    "DROP TABLE rollups", "ALTER TABLE returns RENAME COLUMN year TO years", "ALTER TABLE stations DROP COLUMN as_of",
    "PRAGMA user_version = 2; DROP TABLE programmes; DROP TABLE personnel", "DROP TABLE programmes",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      char *folder = test_folder_make ();
      g_autofree char *path = fixture_copy (folder, "a.atlas");

      fixture_run_sql (path, statements[i]);
      check_refused (path, ATLAS_DATASET_ERROR_DAMAGED, "is damaged");
      test_folder_remove (folder);
    }
}

static AtlasFigure *
make_figure (const char *region_code)
{
  AtlasFigure *figure = atlas_figure_new ();

  figure->source = atlas_source_new ();
  atlas_text_set (&figure->source->source_id, "test");
  atlas_text_set (&figure->source->title, "Test");
  atlas_text_set (&figure->region_code, region_code);
  atlas_text_set (&figure->indicator_id, "population");
  atlas_text_set (&figure->unit, "people");
  figure->value.mantissa = 1;
  return figure;
}

static void
assert_not_writable (AtlasDataset *dataset)
{
  g_autoptr (AtlasFigure) figure = make_figure ("640000");
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_dataset_is_read_only (dataset));
  g_assert_false (atlas_dataset_add_figure (dataset, figure, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_READ_ONLY);
  /* Colours are given all the same. */
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "640000"), ==, 0);
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "500110"), ==, 1);
}

/* Opens PATH with MODE; it can be read, but not written, and stays as it was. */
static void
check_read_only (const char       *path,
                 AtlasDatasetMode  mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, mode, &error);
  g_autofree char *before = fixture_hash_file (path);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) figures = NULL;

  g_assert_no_error (error);
  figures = atlas_dataset_load_figures (dataset, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures->len, ==, 631);
  assert_not_writable (dataset);
  after = fixture_hash_file (path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_read_only (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "只读 100%? #1.atlas");

  check_read_only (path, ATLAS_DATASET_READ_ONLY);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  check_read_only (path, ATLAS_DATASET_READ_WRITE);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  check_read_only (path, ATLAS_DATASET_READ_WRITE);
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  test_folder_remove (folder);
}

static char *
hash_dataset (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  char *hash;

  g_assert_no_error (error);
  hash = atlas_dataset_dup_hash (dataset, &error);
  g_assert_no_error (error);
  return hash;
}

static void
test_hash (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_build (folder, "a.atlas");
  g_autofree char *other = fixture_build (folder, "b.atlas");
  g_autofree char *hash = hash_dataset (path);
  g_autofree char *hash_again = hash_dataset (other);
  g_autofree char *hash_reordered = NULL, *hash_coloured = NULL, *hash_changed = NULL, *hash_back = NULL;

  g_assert_cmpuint (strlen (hash), ==, 64);
  g_assert_cmpstr (hash_again, ==, hash);
  /* Neither the order of rows nor what is kept for display counts. */
  fixture_run_sql (path, "UPDATE figures SET position = 10000 - position; VACUUM;");
  hash_reordered = hash_dataset (path);
  g_assert_cmpstr (hash_reordered, ==, hash);
  fixture_run_sql (path, "INSERT INTO colour_slots VALUES ('640000', 3)");
  hash_coloured = hash_dataset (path);
  g_assert_cmpstr (hash_coloured, ==, hash);
  fixture_run_sql (path, "UPDATE figures SET value_mantissa = value_mantissa + 1 WHERE figure_id = 'F0400'");
  hash_changed = hash_dataset (path);
  g_assert_cmpstr (hash_changed, !=, hash);
  fixture_run_sql (path, "UPDATE figures SET value_mantissa = value_mantissa - 1 WHERE figure_id = 'F0400'");
  hash_back = hash_dataset (path);
  g_assert_cmpstr (hash_back, ==, hash);
  test_folder_remove (folder);
}

/* A refused figure leaves no trace, not even its source. */
static void
test_refused_figures (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autofree char *before = hash_dataset (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_autoptr (AtlasFigure) region = make_figure ("999999");
  g_autoptr (AtlasFigure) indicator = make_figure ("640000");
  g_autoptr (AtlasFigure) unit = make_figure ("640000");
  g_autoptr (AtlasFigure) taken = make_figure ("640000");
  const AtlasFigure *figures[] = { region, indicator, unit, taken };

  atlas_text_set (&indicator->indicator_id, "happiness");
  atlas_text_set (&unit->unit, "furlongs");
  atlas_text_set (&taken->figure_id, "F0001");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_assert_false (atlas_dataset_add_figure (dataset, figures[i], NULL, &error));
      g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
      g_clear_error (&error);
    }
  after = atlas_dataset_dup_hash (dataset, &error);
  g_assert_cmpstr (after, ==, before);
  test_folder_remove (folder);
}

static void
test_busy (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autoptr (AtlasFigure) figure = make_figure ("640000");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_autoptr (AtlasDataset) other = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (atlas_dataset_add_figure (dataset, figure, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BUSY);
  g_clear_error (&error);
  other = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BUSY);
  g_clear_error (&error);

  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_true (atlas_dataset_add_figure (dataset, figure, NULL, &error));
  g_assert_no_error (error);
  test_folder_remove (folder);
}

/* Does SQL in a process that dies without closing the file. */
static void
run_and_die (const char *path,
             const char *sql)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      sqlite3 *db = NULL;

      sqlite3_open (path, &db);
      _exit (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* A process that dies while it writes leaves a half-changed file and a journal, or one that holds nothing yet; the next to
 * open it sets it right, even only to read. */
static void
test_interrupted (void)
{
  const char *changes[] = {
    "PRAGMA cache_size = 1; BEGIN; UPDATE regions SET name_en = name_en || ' changed'; DELETE FROM figures;",
    "BEGIN; DELETE FROM figures;",
  };
  AtlasDatasetMode modes[] = { ATLAS_DATASET_READ_ONLY, ATLAS_DATASET_READ_WRITE };

  for (guint i = 0; i < 4; i++)
    {
      char *folder = test_folder_make ();
      g_autofree char *path = fixture_copy (folder, "a.atlas");
      g_autofree char *before = hash_dataset (path);
      g_autofree char *bytes = fixture_hash_file (path);
      g_autofree char *left = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasDataset) dataset = NULL;

      run_and_die (path, changes[i / 2]);
      left = fixture_hash_file (path);
      g_assert_true ((strcmp (left, bytes) == 0) == (i / 2 == 1));
      g_assert_cmpuint (test_folder_count (folder), ==, 2);
      dataset = atlas_dataset_open (path, modes[i % 2], &error);
      g_assert_no_error (error);
      g_assert_cmpuint (test_folder_count (folder), ==, 1);
      after = atlas_dataset_dup_hash (dataset, &error);
      g_assert_cmpstr (after, ==, before);
      test_folder_remove (folder);
    }
}

/* The journal of a program that is still writing stays, and so does what it has written. */
static void
test_journal_in_use (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autofree char *before = hash_dataset (path);
  g_autofree char *after = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN; DELETE FROM figures", NULL, NULL, NULL), ==, SQLITE_OK);
  for (int mode = ATLAS_DATASET_READ_ONLY; mode <= ATLAS_DATASET_READ_WRITE; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, mode, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (test_folder_count (folder), ==, 2);
    }
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  after = hash_dataset (path);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  test_folder_remove (folder);
}

static guint
read_byte (const char *path,
           gsize       offset)
{
  gsize length;
  g_autofree char *contents = fixture_read (path, &length);

  g_assert_cmpuint (length, >, offset);
  return (guchar) contents[offset];
}

/* The same for what is written through a log: what was committed counts, what was not does not, and the file is one file
 * again as soon as somebody opens it, for reading too. */
static void
test_left_in_wal (void)
{
  const char *change = "PRAGMA cache_size = 1; PRAGMA journal_mode = WAL; BEGIN;"
                       "UPDATE figures SET value_mantissa = value_mantissa + 1;"
                       "UPDATE regions SET name_en = name_en || ' changed';";
  AtlasDatasetMode modes[] = { ATLAS_DATASET_READ_ONLY, ATLAS_DATASET_READ_WRITE };

  for (guint i = 0; i < 4; i++)
    {
      char *folder = test_folder_make ();
      g_autofree char *path = fixture_copy (folder, "a.atlas");
      g_autofree char *before = hash_dataset (path);
      g_autofree char *sql = g_strconcat (change, i < 2 ? "" : "COMMIT", NULL);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasDataset) dataset = NULL;

      run_and_die (path, sql);
      g_assert_cmpuint (read_byte (path, 18), ==, 2);
      g_assert_cmpuint (test_folder_count (folder), >, 1);
      dataset = atlas_dataset_open (path, modes[i % 2], &error);
      g_assert_no_error (error);
      g_assert_cmpuint (test_folder_count (folder), ==, 1);
      g_assert_cmpuint (read_byte (path, 18), ==, 1);
      after = atlas_dataset_dup_hash (dataset, &error);
      if (i < 2)
        g_assert_cmpstr (after, ==, before);
      else
        g_assert_cmpstr (after, !=, before);
      test_folder_remove (folder);
    }
}

/* Whether this process holds SQLite's lock for writing on PATH: another process has to ask. */
static gboolean
holds_lock (const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000001, .l_len = 1 };
      int fd = open (path, O_RDWR);

      _exit (fd < 0 || fcntl (fd, F_GETLK, &lock) != 0 ? 2 : lock.l_type != F_UNLCK);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) != 2);
  return WEXITSTATUS (status) == 1;
}

/* Opening a dataset a second time lets the first one keep the locks that guard what it writes. */
static void
test_locks_stay (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_false (holds_lock (path));
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (holds_lock (path));
  for (int mode = ATLAS_DATASET_READ_ONLY; mode <= ATLAS_DATASET_READ_WRITE; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, mode, &error);

      g_assert_no_error (error);
      g_assert_true (holds_lock (path));
      g_clear_object (&dataset);
      g_assert_true (holds_lock (path));
    }
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  test_folder_remove (folder);
}

static void
test_create_refused (void)
{
  char *folder = test_folder_make ();
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autofree char *nowhere = g_build_filename (folder, "no", "a.atlas", NULL);
  g_autofree char *before = fixture_hash_file (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_dataset_create (path, csv_dir, TRUE, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (atlas_dataset_create (nowhere, csv_dir, TRUE, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (atlas_dataset_create ("/proc/a.atlas", csv_dir, TRUE, &error));
  g_assert_nonnull (error);
  after = fixture_hash_file (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  test_folder_remove (folder);
}

/* Where files can grow to one megabyte only, nothing comes to be and nothing changes. */
static void
test_no_room (void)
{
  char *folder = test_folder_make ();
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *path = g_build_filename (folder, "a.atlas", NULL);
  g_autoptr (GError) error = NULL;
  struct rlimit usual, small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  small = (struct rlimit) { 1024 * 1024, usual.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (atlas_dataset_create (path, csv_dir, TRUE, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  g_assert_cmpint (error->domain, ==, ATLAS_DATASET_ERROR);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/file/foreign", test_foreign);
  g_test_add_func ("/dataset/file/newer", test_newer);
  g_test_add_func ("/dataset/file/earlier-version", test_earlier_version);
  g_test_add_func ("/dataset/file/rollups-of-version-3", test_rollups_of_version_3);
  g_test_add_func ("/dataset/file/hours-of-version-2", test_hours_of_version_2);
  g_test_add_func ("/dataset/file/rows-of-version-7", test_rows_of_version_7);
  g_test_add_func ("/dataset/file/cut-off", test_cut_off);
  g_test_add_func ("/dataset/file/damaged", test_damaged);
  g_test_add_func ("/dataset/file/missing-tables", test_missing_tables);
  g_test_add_func ("/dataset/file/read-only", test_read_only);
  g_test_add_func ("/dataset/file/hash", test_hash);
  g_test_add_func ("/dataset/file/refused-figures", test_refused_figures);
  g_test_add_func ("/dataset/file/busy", test_busy);
  g_test_add_func ("/dataset/file/interrupted", test_interrupted);
  g_test_add_func ("/dataset/file/journal-in-use", test_journal_in_use);
  g_test_add_func ("/dataset/file/left-in-wal", test_left_in_wal);
  g_test_add_func ("/dataset/file/locks-stay", test_locks_stay);
  g_test_add_func ("/dataset/file/create-refused", test_create_refused);
  g_test_add_func ("/dataset/file/no-room", test_no_room);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
