/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* floor-import FOLDER DATABASE: the least that an import can take. Reads the divisions and the four registers in
 * FOLDER (as generate writes them) through libcsv into tables as plain as can be, and builds eight indices. Nothing is
 * checked, looked up or counted: what an import takes beyond this is what it does beyond this. */

#include "config.h"

#include <csv.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

#include "dataset/dataset.h"
#include "measure.h"

#define MAX_CELLS 16

typedef struct {
  const char *name;
  guint n_columns;
} Table;

static const Table tables[] = {
  { "regions", 7 }, { "stations", 9 }, { "personnel", 13 }, { "funding", 7 }, { "services", 6 },
};

static const char *const create_tables =
  "CREATE TABLE regions (code TEXT, name TEXT, name_en TEXT, pinyin TEXT, level TEXT, parent_code TEXT,"
  "  statutory INTEGER);"
  "CREATE TABLE stations (station_id TEXT, name TEXT, tier TEXT, region_code TEXT, status TEXT, opened_on TEXT,"
  "  closed_on TEXT, operator TEXT, staff_count INTEGER);"
  "CREATE TABLE personnel (person_id TEXT, name TEXT, grade TEXT, certificate_no TEXT, certified_on TEXT,"
  "  registration_expires_on TEXT, assistant_on TEXT, intermediate_on TEXT, senior_on TEXT, education_hours INTEGER,"
  "  station_id TEXT, region_code TEXT, employer_kind TEXT);"
  "CREATE TABLE funding (entry_id TEXT, year INTEGER, region_code TEXT, source TEXT, purpose TEXT,"
  "  amount_yuan TEXT, stage TEXT);"
  "CREATE TABLE services (year INTEGER, month INTEGER, station_id TEXT, kind TEXT, count INTEGER,"
  "  person_times INTEGER);";

/* The five keys, and the three ways in which rows are looked up. */
static const char *const create_indices =
  "CREATE UNIQUE INDEX regions_key ON regions (code);"
  "CREATE UNIQUE INDEX stations_key ON stations (station_id);"
  "CREATE UNIQUE INDEX personnel_key ON personnel (person_id);"
  "CREATE UNIQUE INDEX funding_key ON funding (region_code, year, entry_id);"
  "CREATE UNIQUE INDEX services_key ON services (year, month, station_id, kind);"
  "CREATE INDEX stations_by_region ON stations (region_code);"
  "CREATE INDEX personnel_by_region ON personnel (region_code);"
  "CREATE INDEX personnel_by_station ON personnel (station_id);";

/* One file on its way into a table; without a statement it is read and no more. */
typedef struct {
  sqlite3_stmt *insert;
  GString *cells; /* those of the row, each ended by NUL */
  gsize starts[MAX_CELLS + 1];
  guint n_cells;
  guint n_rows; /* with the header */
} Load;

static void
run (sqlite3    *db,
     const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    measure_fail (sql, sqlite3_errmsg (db));
}

static void
take_cell (void  *bytes,
           size_t n_bytes,
           void  *user_data)
{
  Load *load = user_data;

  if (load->n_cells == MAX_CELLS)
    measure_fail ("row", "too many cells");
  g_string_append_len (load->cells, bytes, n_bytes);
  g_string_append_c (load->cells, '\0');
  load->starts[++load->n_cells] = load->cells->len;
}

static void
insert_row (Load *load)
{
  for (guint i = 0; i < load->n_cells; i++)
    {
      gsize n_bytes = load->starts[i + 1] - load->starts[i] - 1;

      if (n_bytes > 0)
        sqlite3_bind_text (load->insert, i + 1, load->cells->str + load->starts[i], n_bytes, SQLITE_STATIC);
      else
        sqlite3_bind_null (load->insert, i + 1);
    }
  if (sqlite3_step (load->insert) != SQLITE_DONE)
    measure_fail ("row", sqlite3_errmsg (sqlite3_db_handle (load->insert)));
  sqlite3_reset (load->insert);
}

static void
take_row (int   terminator,
          void *user_data)
{
  Load *load = user_data;

  if (load->insert != NULL && load->n_rows > 0)
    insert_row (load);
  load->n_rows++;
  load->n_cells = 0;
  g_string_truncate (load->cells, 0);
}

/* How many rows there are below the header. INSERT (nullable): into what they go. */
static guint
read_file (const char   *path,
           sqlite3_stmt *insert)
{
  Load load = { insert, g_string_new (NULL) };
  static char buffer[65536];
  struct csv_parser parser;
  FILE *file = g_fopen (path, "rb");
  gsize n_bytes;

  if (file == NULL)
    measure_fail (path, "cannot be opened");
  csv_init (&parser, CSV_APPEND_NULL);
  while ((n_bytes = fread (buffer, 1, sizeof buffer, file)) > 0)
    if (csv_parse (&parser, buffer, n_bytes, take_cell, take_row, &load) != n_bytes)
      measure_fail (path, csv_strerror (csv_error (&parser)));
  csv_fini (&parser, take_cell, take_row, &load);
  csv_free (&parser);
  fclose (file);
  g_string_free (load.cells, TRUE);
  return load.n_rows - 1;
}

static sqlite3_stmt *
prepare_insert (sqlite3     *db,
                const Table *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *insert;

  g_string_printf (sql, "INSERT INTO %s VALUES (?", table->name);
  for (guint i = 1; i < table->n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  if (sqlite3_prepare_v2 (db, sql->str, -1, &insert, NULL) != SQLITE_OK)
    measure_fail (sql->str, sqlite3_errmsg (db));
  return insert;
}

/* All files into DB, or (NULL) nowhere; how many rows they have. */
static guint
read_files (sqlite3    *db,
            const char *folder)
{
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  guint n_rows = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strconcat (tables[i].name, ".csv", NULL);
      g_autofree char *path = g_build_filename (i == 0 ? csv_dir : folder, name, NULL);
      sqlite3_stmt *insert = db != NULL ? prepare_insert (db, &tables[i]) : NULL;

      n_rows += read_file (path, insert);
      sqlite3_finalize (insert);
    }
  return n_rows;
}

/* A large cache helps while rows come in and hurts while they are sorted for the indices. */
static void
import (sqlite3    *db,
        const char *folder)
{
  gint64 start = g_get_monotonic_time ();
  gint64 indices_start;
  guint n_rows;

  run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536");
  run (db, "BEGIN");
  run (db, create_tables);
  n_rows = read_files (db, folder);
  measure_print_rate ("inserting", n_rows, start);
  indices_start = g_get_monotonic_time ();
  run (db, "PRAGMA cache_size = -2000");
  run (db, create_indices);
  measure_print_rate ("indices", 8, indices_start);
  run (db, "COMMIT");
  run (db, "PRAGMA journal_mode = DELETE");
  measure_print_rate ("import", n_rows, start);
}

int
main (int    argc,
      char **argv)
{
  sqlite3 *db;
  gint64 start;

  if (argc != 3)
    measure_fail ("usage", "floor-import FOLDER DATABASE");
  if (g_file_test (argv[2], G_FILE_TEST_EXISTS))
    measure_fail (argv[2], "is there already");
  start = g_get_monotonic_time ();
  measure_print_rate ("parsing", read_files (NULL, argv[1]), start);
  if (sqlite3_open (argv[2], &db) != SQLITE_OK)
    measure_fail (argv[2], sqlite3_errmsg (db));
  import (db, argv[1]);
  sqlite3_close (db);
  measure_print_usage ();
  return 0;
}
