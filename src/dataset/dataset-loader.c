/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dataset-loader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/csv-file.h"
#include "dataset/dataset-error.h"
#include "dataset/decimal.h"
#include "dataset/table-keys.h"

/* One CSV file on its way into its table. */
typedef struct {
  const AtlasTableDefinition *table;
  const char *file_name;
  AtlasTableKeys *keys; /* NULL: what it refers to is not checked */
  sqlite3_stmt *insert;
  guint *places;      /* of each column of the table among the cells of a record; NULL before the header */
  const char **cells; /* of the record being read, in the order of the table's columns */
} TableLoad;

static gboolean
refuse_cell (TableLoad   *load,
             guint        line,
             const char  *column,
             const char  *fault,
             GError     **error)
{
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
               /* Translators: a file, a line, a column and what is wrong there */
               _("%s, line %u, column %s: %s"), load->file_name, line, column, fault);
  return FALSE;
}

static gboolean
find_place (const char        *column,
            const char *const *header,
            guint              n_cells,
            guint             *out)
{
  for (*out = 0; *out < n_cells; ++*out)
    if (strcmp (header[*out], column) == 0)
      return TRUE;
  return FALSE;
}

/* The columns may stand in any order, but each of them once and no other. */
static gboolean
read_header (TableLoad          *load,
             guint               line,
             const char *const  *header,
             guint               n_cells,
             GError            **error)
{
  g_autofree gboolean *used = g_new0 (gboolean, n_cells);

  load->places = g_new (guint, load->table->n_columns);
  for (guint i = 0; i < load->table->n_columns; i++)
    {
      if (!find_place (load->table->columns[i].name, header, n_cells, &load->places[i]))
        return refuse_cell (load, line, load->table->columns[i].name, _("the column is missing"), error);
      used[load->places[i]] = TRUE;
    }
  for (guint i = 0; i < n_cells; i++)
    if (!used[i])
      return refuse_cell (load, line, header[i], _("no such column belongs here, or not twice"), error);
  return TRUE;
}

static void
bind_number (sqlite3_stmt *stmt,
             int          *parameter,
             const char   *cell)
{
  AtlasDecimal number = ATLAS_DECIMAL_ZERO;

  atlas_decimal_parse (cell, &number);
  sqlite3_bind_int64 (stmt, (*parameter)++, number.mantissa);
  sqlite3_bind_int (stmt, (*parameter)++, number.decimals);
}

/* Binds a checked cell. Where nothing is said a reference or a number is NULL, a flag 0 and a text "". */
static void
bind_cell (sqlite3_stmt      *stmt,
           int               *parameter,
           const AtlasColumn *column,
           const char        *cell)
{
  gboolean empty = cell[0] == '\0';

  switch (column->kind)
    {
    case ATLAS_COLUMN_NUMBER:
      bind_number (stmt, parameter, cell);
      break;
    case ATLAS_COLUMN_FLAG:
      sqlite3_bind_int (stmt, (*parameter)++, !empty);
      break;
    case ATLAS_COLUMN_ANSWER:
    case ATLAS_COLUMN_COUNT:
      if (empty)
        sqlite3_bind_null (stmt, (*parameter)++);
      else
        sqlite3_bind_int64 (stmt, (*parameter)++, g_ascii_strtoll (cell, NULL, 10));
      break;
    case ATLAS_COLUMN_REFERENCE:
      atlas_sqlite_bind (stmt, (*parameter)++, empty ? NULL : cell);
      break;
    default:
      atlas_sqlite_bind (stmt, (*parameter)++, cell);
    }
}

static gboolean
insert_row (TableLoad  *load,
            GError    **error)
{
  int parameter = 1;

  for (guint i = 0; i < load->table->n_columns; i++)
    bind_cell (load->insert, &parameter, &load->table->columns[i], load->cells[i]);
  return atlas_sqlite_finish (load->insert, error);
}

static gboolean
check_row (TableLoad  *load,
           guint       line,
           GError    **error)
{
  guint earlier;

  for (guint i = 0; i < load->table->n_columns; i++)
    {
      g_autofree char *fault = atlas_table_keys_find_fault (load->keys, &load->table->columns[i], load->cells[i]);

      if (fault != NULL)
        return refuse_cell (load, line, load->table->columns[i].name, fault, error);
    }
  if (!atlas_table_keys_add (load->keys, load->table, load->cells, line, &earlier))
    {
      g_autofree char *fault = g_strdup_printf (_("“%s” stands already on line %u"), load->cells[0], earlier);

      return refuse_cell (load, line, load->table->columns[0].name, fault, error);
    }
  return TRUE;
}

static gboolean
take_record (guint               line,
             const char *const  *cells,
             guint               n_cells,
             gpointer            user_data,
             GError            **error)
{
  TableLoad *load = user_data;

  if (load->places == NULL)
    return read_header (load, line, cells, n_cells, error);
  if (n_cells != load->table->n_columns)
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                   _("%s, line %u: %u cells instead of %u"), load->file_name, line, n_cells, load->table->n_columns);
      return FALSE;
    }
  for (guint i = 0; i < load->table->n_columns; i++)
    load->cells[i] = atlas_csv_skip_guard (cells[load->places[i]]);
  return (load->keys == NULL || check_row (load, line, error)) && insert_row (load, error);
}

static gboolean
read_table (TableLoad   *load,
            const char  *csv_dir,
            GError     **error)
{
  g_autofree char *path = g_build_filename (csv_dir, load->file_name, NULL);

  if (!atlas_csv_read_file (path, take_record, load, error))
    return FALSE;
  if (load->places == NULL)
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT, _("%s is empty"), load->file_name);
      return FALSE;
    }
  return TRUE;
}

/* Without KEYS a row whose key is there already is left out. */
static gboolean
load_table (sqlite3                     *db,
            const AtlasTableDefinition  *table,
            AtlasTableKeys              *keys,
            const char                  *csv_dir,
            GError                     **error)
{
  g_autofree char *file_name = g_strconcat (table->name, ".csv", NULL);
  g_autofree char *insert = atlas_table_definition_dup_insert (table);
  g_autofree char *sql = g_strconcat (insert, keys == NULL ? " ON CONFLICT DO NOTHING" : "", NULL);
  g_autofree const char **cells = g_new0 (const char *, table->n_columns);
  TableLoad load = { table, file_name, keys, .cells = cells };
  gboolean success;

  load.insert = atlas_sqlite_prepare (db, sql, error);
  success = load.insert != NULL && read_table (&load, csv_dir, error);
  sqlite3_finalize (load.insert);
  g_free (load.places);
  return success;
}

gboolean
atlas_dataset_loader_run (sqlite3     *db,
                          const char  *csv_dir,
                          gboolean     with_figures,
                          GError     **error)
{
  g_autoptr (AtlasTableKeys) keys = atlas_table_keys_new ();

  for (guint i = 0; i < ATLAS_N_BUNDLED_TABLES; i++)
    {
      const AtlasTableDefinition *table = &atlas_table_definitions[i];

      if (!with_figures && strcmp (table->name, "figures") == 0)
        continue;
      if (!load_table (db, table, keys, csv_dir, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
atlas_dataset_loader_complete (sqlite3     *db,
                               const char  *csv_dir,
                               GError     **error)
{
  static const char *const names[] = { "units", "dimensions", "indicators", "sources", "programmes" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!load_table (db, atlas_table_definition_find (names[i]), NULL, csv_dir, error))
      return FALSE;
  return TRUE;
}
