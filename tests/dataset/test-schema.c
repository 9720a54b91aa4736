/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/schema.h"

static sqlite3 *
make_tables (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  /* As for every dataset: what names no column is no text instead. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  g_assert_true (atlas_schema_upgrade (db, 0, &error));
  g_assert_no_error (error);
  return db;
}

/* Tables and columns as "table.column". */
static GPtrArray *
list_columns (sqlite3 *db)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (db, "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info (t.name) c "
                          "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'", NULL);
  gboolean row = TRUE;

  while (atlas_sqlite_step (stmt, &row, NULL) && row)
    g_ptr_array_add (columns, g_strdup (atlas_sqlite_text (stmt, 0)));
  return columns;
}

/* Whichever column of whichever table is missing, it is noticed. */
static void
test_every_column (void)
{
  g_autoptr (sqlite3) db = make_tables ();
  g_autoptr (GPtrArray) columns = list_columns (db);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_schema_check_tables (db, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (columns->len, >, 180);
  for (guint i = 0; i < columns->len; i++)
    {
      g_auto (GStrv) names = g_strsplit (g_ptr_array_index (columns, i), ".", 2);
      g_autofree char *sql = g_strdup_printf ("BEGIN; ALTER TABLE %s RENAME COLUMN \"%s\" TO other", names[0], names[1]);

      g_assert_true (atlas_sqlite_run (db, sql, &error));
      if (atlas_schema_check_tables (db, NULL))
        g_error ("%s is not missed", (char *) g_ptr_array_index (columns, i));
      g_assert_true (atlas_sqlite_run (db, "ROLLBACK", &error));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/schema/every-column", test_every_column);
  return g_test_run ();
}
