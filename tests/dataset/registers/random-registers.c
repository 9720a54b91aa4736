/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "random-registers.h"

#include <string.h>

#include "dataset/registers/register-cursor.h"
#include "dataset/registers/register-fields.h"

/* Communities of a township that has none in the list, a development zone, a county without townships asked for. */
static const char *const places[] = {
  "640303100", "640303101", "640303200", "640303100201", "640303001", "640303", "640302", "640302401", "640300",
  "640000",    "110101001", "441900003", "000000",
};

/* A row in the making; its texts live as long as it does. */
typedef struct {
  AtlasRegisterRow row;
  GStringChunk *texts;
} Draft;

static gboolean
chance (guint percent)
{
  return (guint) g_test_rand_int_range (0, 100) < percent;
}

static char *
make_date (void)
{
  int year = g_test_rand_int_range (2016, 2026);

  return chance (20) ? g_strdup_printf ("%d", year)
                     : g_strdup_printf ("%d-%02d-%02d", year, g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
}

static char *
pick_word (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strdup (list[g_test_rand_int_range (0, (gint) g_strv_length (list))]);
}

static char *
make_text (const AtlasColumn *column)
{
  if (!column->required && chance (40))
    return g_strdup ("");
  switch (column->kind)
    {
    case ATLAS_COLUMN_ENUM:
      return pick_word (column->detail);
    case ATLAS_COLUMN_DATE:
      return make_date ();
    case ATLAS_COLUMN_PLACE:
      return g_strdup (places[g_test_rand_int_range (0, G_N_ELEMENTS (places))]);
    default:
      return g_strdup_printf ("%d", g_test_rand_int_range (0, 100000000));
    }
}

static void
fill_number (AtlasRegisterValue *value,
             const AtlasColumn  *column)
{
  value->text = "";
  value->is_missing = !column->required && chance (30);
  value->number = value->is_missing ? 0 : g_test_rand_int_range (0, 1000);
  if (!value->is_missing && chance (20))
    value->qualifier = (AtlasQualifier) g_test_rand_int_range (0, 5);
}

static gboolean
is_number (AtlasColumnKind kind)
{
  return kind == ATLAS_COLUMN_COUNT || atlas_column_kind_has_qualifier (kind);
}

static void
fill_draft (Draft                      *self,
            const AtlasTableDefinition *table)
{
  self->texts = g_string_chunk_new (1024);
  self->row.table = table;
  self->row.counted_from = g_test_rand_int_range (2022, 2024);
  self->row.as_of = "2023-06-30";
  for (guint i = 0; i < table->n_columns; i++)
    {
      const AtlasColumn *column = &table->columns[i];
      AtlasRegisterValue *value = &self->row.values[i];

      if (is_number (column->kind))
        fill_number (value, column);
      else
        {
          g_autofree char *text = make_text (column);

          value->text = g_string_chunk_insert (self->texts, text);
          value->is_missing = text[0] == '\0';
        }
      if (strcmp (column->name, "year") == 0)
        value->number = g_test_rand_int_range (2020, 2024);
    }
}

/* A station that is there, for a service record; "" if there is none. */
static void
choose_station (Draft   *self,
                sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (
    db, "SELECT station_id FROM stations ORDER BY row_id LIMIT 1 OFFSET abs (?) % (SELECT max (1, count (*)) FROM stations)",
    NULL);

  sqlite3_bind_int (stmt, 1, g_test_rand_int_range (0, 1000000));
  sqlite3_step (stmt);
  self->row.values[ATLAS_SERVICE_STATION].text =
    g_string_chunk_insert (self->texts, sqlite3_column_count (stmt) > 0 ? atlas_sqlite_text (stmt, 0) : "");
}

/* Writes SELF as the row ROW_ID, 0 for a new one. Returns: its row_id. */
static gint64
write_draft (Draft   *self,
             sqlite3 *db,
             gint64   row_id)
{
  g_auto (GStrv) fields = atlas_table_definition_dup_fields (self->row.table);
  g_autofree char *names = g_strjoinv (", ", fields);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int next;

  g_string_printf (sql, "INSERT OR REPLACE INTO \"%s\" (row_id, counted_from, as_of, import_id, %s) VALUES (?, ?, ?, 1",
                   self->row.table->name, names);
  for (guint i = 0; fields[i] != NULL; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  stmt = atlas_sqlite_prepare (db, sql->str, NULL);
  if (row_id != 0)
    sqlite3_bind_int64 (stmt, 1, row_id);
  sqlite3_bind_int (stmt, 2, self->row.counted_from);
  atlas_sqlite_bind (stmt, 3, self->row.as_of);
  next = atlas_register_fields_bind (&self->row, stmt, 4);
  g_assert_cmpint (next, ==, 4 + (int) g_strv_length (fields));
  g_assert_true (atlas_sqlite_finish (stmt, NULL));
  return sqlite3_last_insert_rowid (db);
}

/* Counts the row as it stands in the register; of a station, its services too where WITH_SERVICES says so. */
static void
count_stored (sqlite3                    *db,
              AtlasRollup                *rollup,
              const AtlasTableDefinition *table,
              gint64                      row_id,
              int                         sign,
              gboolean                    with_services)
{
  g_autoptr (AtlasRegisterCursor) cursor =
    atlas_register_cursor_new (db, table, FALSE, "WHERE row_id = ?", atlas_rollup_get_regions (rollup), NULL);
  const AtlasStoredRow *stored;

  sqlite3_bind_int64 (atlas_register_cursor_get_stmt (cursor), 1, row_id);
  stored = atlas_register_cursor_next (cursor, NULL);
  g_assert_nonnull (stored);
  atlas_rollup_count (rollup, &stored->row, sign);
  if (with_services)
    g_assert_true (atlas_rollup_move_services (rollup, db, stored->row.values[ATLAS_STATION_ID].text,
                                               sign < 0 ? stored->row.region : NULL,
                                               sign > 0 ? stored->row.region : NULL, NULL));
}

static const AtlasTableDefinition *
choose_table (void)
{
  return &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES + (guint) g_test_rand_int_range (0, ATLAS_N_REGISTERS)];
}

/* Draws until the key is new. */
void
random_registers_insert (sqlite3     *db,
                         AtlasRollup *rollup,
                         guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      const AtlasTableDefinition *table = choose_table ();
      Draft draft = { 0 };

      fill_draft (&draft, table);
      if (strcmp (table->name, "services") == 0)
        {
          /* One record a month and kind: the months go on and on. */
          choose_station (&draft, db);
          draft.row.values[ATLAS_SERVICE_MONTH].number = g_test_rand_int_range (0, G_MAXINT32);
        }
      count_stored (db, rollup, table, write_draft (&draft, db, 0), 1, FALSE);
      g_string_chunk_free (draft.texts);
    }
}

/* 0 where the table is empty. */
static gint64
choose_row (sqlite3                    *db,
            const AtlasTableDefinition *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT row_id FROM \"%s\" ORDER BY row_id LIMIT 1 OFFSET "
                                          "%d %% (SELECT max (1, count (*)) FROM \"%s\")",
                                          table->name, g_test_rand_int_range (0, 1000000), table->name);
  gint64 row_id;

  g_assert_true (atlas_sqlite_get_int (db, sql, &row_id, NULL));
  return row_id;
}

/* The new row has the key of the old one. */
static void
keep_key (Draft   *draft,
          sqlite3 *db,
          gint64   row_id)
{
  const AtlasTableDefinition *table = draft->row.table;

  for (guint i = 0; i < table->n_key; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE row_id = %" G_GINT64_FORMAT,
                                              table->columns[i].name, table->name, row_id);
      g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, NULL);

      sqlite3_step (stmt);
      draft->row.values[i].text = g_string_chunk_insert (draft->texts, atlas_sqlite_text (stmt, 0));
      draft->row.values[i].number = sqlite3_column_int64 (stmt, 0);
    }
}

void
random_registers_change (sqlite3     *db,
                         AtlasRollup *rollup,
                         guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      const AtlasTableDefinition *table = choose_table ();
      gboolean is_station = strcmp (table->name, "stations") == 0;
      gint64 row_id = choose_row (db, table);
      Draft draft = { 0 };

      if (row_id == 0)
        continue;
      fill_draft (&draft, table);
      keep_key (&draft, db, row_id);
      count_stored (db, rollup, table, row_id, -1, is_station);
      write_draft (&draft, db, row_id);
      count_stored (db, rollup, table, row_id, 1, is_station);
      g_string_chunk_free (draft.texts);
    }
}

void
random_registers_remove (sqlite3     *db,
                         AtlasRollup *rollup,
                         guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      const AtlasTableDefinition *table = choose_table ();
      gint64 row_id = choose_row (db, table);
      g_autofree char *sql =
        g_strdup_printf ("DELETE FROM \"%s\" WHERE row_id = %" G_GINT64_FORMAT, table->name, row_id);

      if (row_id == 0)
        continue;
      count_stored (db, rollup, table, row_id, -1, strcmp (table->name, "stations") == 0);
      g_assert_true (atlas_sqlite_run (db, sql, NULL));
    }
}
