/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "import-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../fixture.h"

#include "dataset/registers/rollup.h"
#include "rollup-sums.h"

void
import_fixture_set_up (ImportFixture *self,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_make ();
  self->path = fixture_copy (self->folder, "a.atlas");
  self->dataset = atlas_dataset_open (self->path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  self->db = atlas_dataset_get_db (self->dataset);
  self->options.as_of = (char *) "2023-06-30";
}

void
import_fixture_tear_down (ImportFixture *self,
                          gconstpointer  data)
{
  g_clear_pointer (&self->result, atlas_import_result_free);
  g_assert_finalize_object (self->dataset);
  test_folder_remove (self->folder);
  g_free (self->path);
}

void
import_fixture_write (ImportFixture *self,
                      const char    *name,
                      const char    *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
run (ImportFixture     *self,
     const char        *table,
     const char *const *paths)
{
  g_autoptr (GError) error = NULL;

  self->options.table = table != NULL ? atlas_table_definition_find (table) : NULL;
  g_clear_pointer (&self->result, atlas_import_result_free);
  self->result = atlas_import_run (self->dataset, paths, &self->options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
import_fixture_run (ImportFixture *self,
                    const char    *table,
                    ...)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  va_list names;

  va_start (names, table);
  for (const char *name = va_arg (names, const char *); name != NULL; name = va_arg (names, const char *))
    g_ptr_array_add (paths, g_build_filename (self->folder, name, NULL));
  va_end (names);
  g_ptr_array_add (paths, NULL);
  run (self, table, (const char *const *) paths->pdata);
}

void
import_fixture_run_text (ImportFixture *self,
                         const char    *table,
                         const char    *text)
{
  import_fixture_write (self, "a.csv", text);
  import_fixture_run (self, table, "a.csv", NULL);
}

static char *
dup_rejects (const AtlasImportInput *input)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < input->rejected->len; i++)
    {
      const AtlasRejection *rejection = g_ptr_array_index (input->rejected, i);

      g_string_append_printf (text, "%s%u %s %s «%s»", i > 0 ? "\n" : "", rejection->line,
                              atlas_reject_code_to_id (rejection->code), rejection->column, rejection->value);
      g_assert_cmpstr (rejection->reason, !=, "");
      g_assert_nonnull (rejection->cells);
    }
  return g_string_free (text, FALSE);
}

void
import_fixture_check (ImportFixture *self,
                      guint          n,
                      guint64        inserted,
                      guint64        updated,
                      guint64        unchanged,
                      const char    *rejects)
{
  const AtlasImportInput *input;
  g_autofree char *found = NULL;

  g_assert_cmpuint (n, <, self->result->inputs->len);
  input = g_ptr_array_index (self->result->inputs, n);
  found = dup_rejects (input);
  g_assert_no_error (input->refused);
  g_assert_cmpstr (found, ==, rejects);
  g_assert_cmpuint (input->inserted, ==, inserted);
  g_assert_cmpuint (input->updated, ==, updated);
  g_assert_cmpuint (input->unchanged, ==, unchanged);
  g_assert_cmpuint (input->n_rejected, ==, input->rejected->len);
}

/* As text, and distinct for texts, numbers, blobs and NULL where QUOTED. */
static void
append_rows (GString    *text,
             sqlite3    *db,
             const char *sql,
             gboolean    quoted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, &error);
  gboolean row = TRUE, first = TRUE;

  g_assert_no_error (error);
  while (atlas_sqlite_step (stmt, &row, &error) && row)
    {
      if (!first)
        g_string_append_c (text, '\n');
      first = FALSE;
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          sqlite3_value *value = sqlite3_column_value (stmt, i);
          gboolean is_blob = sqlite3_value_type (value) == SQLITE_BLOB;
          g_autofree char *blob =
            is_blob ? g_compute_checksum_for_data (G_CHECKSUM_MD5, sqlite3_value_blob (value),
                                                   (gsize) sqlite3_value_bytes (value)) : NULL;

          g_string_append_printf (text, "%s%s%s", i > 0 ? "|" : "",
                                  quoted && sqlite3_value_type (value) == SQLITE_TEXT ? "'" : "",
                                  is_blob ? blob : atlas_sqlite_text (stmt, i));
        }
    }
  g_assert_no_error (error);
}

char *
import_fixture_select (ImportFixture *self,
                       const char    *sql)
{
  GString *text = g_string_new (NULL);

  append_rows (text, self->db, sql, FALSE);
  return g_string_free (text, FALSE);
}

void
import_fixture_check_sql (ImportFixture *self,
                          const char    *sql,
                          const char    *expected)
{
  g_autofree char *found = import_fixture_select (self, sql);

  g_assert_cmpstr (found, ==, expected);
}

static void
append_table (GString                    *text,
              sqlite3                    *db,
              const AtlasTableDefinition *table)
{
  g_autofree char *rows = g_strdup_printf ("SELECT * FROM %s ORDER BY %s", table->name, table->file_order);
  g_autofree char *history = g_strdup_printf ("SELECT * FROM %s_history ORDER BY %s, replaced_by", table->name,
                                              table->file_order);

  g_string_append_printf (text, "\n# %s\n", table->name);
  append_rows (text, db, rows, TRUE);
  g_string_append_c (text, '\n');
  append_rows (text, db, history, TRUE);
}

char *
import_fixture_dump (ImportFixture *self)
{
  static const char *const selects[] = {
    "SELECT import_id, as_of FROM imports ORDER BY 1", "SELECT * FROM import_inputs ORDER BY import_id, position",
    "SELECT * FROM returns ORDER BY 1, 2, 3, 4", "SELECT * FROM rollups ORDER BY 1, 2, 3",
    "SELECT name, sql FROM sqlite_schema ORDER BY name",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      g_string_append_printf (text, "\n# %s\n", selects[i]);
      append_rows (text, self->db, selects[i], TRUE);
    }
  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    append_table (text, self->db, atlas_table_definition_get_imported (i));
  return g_string_free (text, FALSE);
}

void
import_fixture_check_rollups (ImportFixture *self)
{
  g_autofree char *counted = rollup_dump (self->db);
  g_autofree char *rebuilt = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_sqlite_run (self->db, "BEGIN", &error));
  g_assert_true (atlas_rollups_rebuild (self->db, atlas_dataset_get_regions (self->dataset), &error));
  rebuilt = rollup_dump (self->db);
  g_assert_true (atlas_sqlite_run (self->db, "ROLLBACK", &error));
  g_assert_cmpstr (counted, ==, rebuilt);
}
