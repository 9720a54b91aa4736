/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/schema.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "dataset/dataset-error.h"
#include "dataset/table-definition.h"

/* Each step leads from the version of its index to the next. Steps are never changed once released: files of every
 * version are about. The tables hold what the CSV files of the same names hold, "position" the order there. */
static const char *const steps[ATLAS_SCHEMA_VERSION] = {
  "CREATE TABLE regions ("
  "  code TEXT NOT NULL PRIMARY KEY,"
  "  name TEXT NOT NULL,"
  "  name_en TEXT NOT NULL,"
  "  pinyin TEXT NOT NULL,"
  "  level TEXT NOT NULL"
  "    CHECK (level IN ('nation', 'province', 'prefecture', 'county', 'township', 'community')),"
  "  parent_code TEXT REFERENCES regions (code),"
  "  statutory INTEGER CHECK (statutory IN (0, 1))"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE units ("
  "  position INTEGER PRIMARY KEY,"
  "  unit TEXT NOT NULL UNIQUE,"
  "  symbol_zh TEXT NOT NULL,"
  "  symbol_en TEXT NOT NULL,"
  "  is_money INTEGER NOT NULL CHECK (is_money IN (0, 1))"
  ") STRICT;"

  "CREATE TABLE dimensions ("
  "  position INTEGER PRIMARY KEY,"
  "  dimension TEXT NOT NULL,"
  "  value TEXT NOT NULL,"
  "  kind TEXT NOT NULL CHECK (kind IN ('breakdown', 'attribute', 'aggregate')),"
  "  \"order\" INTEGER,"
  "  part_of_complete_set INTEGER NOT NULL CHECK (part_of_complete_set IN (0, 1)),"
  "  name_zh TEXT NOT NULL,"
  "  name_en TEXT NOT NULL,"
  "  UNIQUE (dimension, value)"
  ") STRICT;"

  "CREATE TABLE indicators ("
  "  position INTEGER PRIMARY KEY,"
  "  indicator_id TEXT NOT NULL UNIQUE,"
  "  name_zh TEXT NOT NULL,"
  "  name_en TEXT NOT NULL,"
  "  \"group\" TEXT NOT NULL,"
  "  unit TEXT NOT NULL REFERENCES units (unit),"
  "  over_regions TEXT NOT NULL CHECK (over_regions IN ('sum', 'none', 'recompute')),"
  "  over_time TEXT NOT NULL CHECK (over_time IN ('sum', 'last', 'none', 'recompute')),"
  "  dimensions TEXT NOT NULL,"
  "  defaults TEXT NOT NULL,"
  "  formula TEXT NOT NULL,"
  "  definition TEXT NOT NULL,"
  "  definition_zh TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE denominators ("
  "  position INTEGER PRIMARY KEY,"
  "  region_code TEXT NOT NULL REFERENCES regions (code),"
  "  valid_from TEXT NOT NULL,"
  "  basis TEXT NOT NULL CHECK (basis IN ('statutory')),"
  "  excluded TEXT NOT NULL,"
  "  note TEXT NOT NULL,"
  "  UNIQUE (region_code, valid_from)"
  ") STRICT;"

  "CREATE TABLE sources ("
  "  position INTEGER PRIMARY KEY,"
  "  source_id TEXT NOT NULL UNIQUE,"
  "  title TEXT NOT NULL,"
  "  publisher TEXT NOT NULL,"
  "  published_on TEXT NOT NULL,"
  "  as_of TEXT NOT NULL,"
  "  as_of_basis TEXT NOT NULL CHECK (as_of_basis IN ('', 'printed', 'inferred')),"
  "  kind TEXT NOT NULL CHECK (kind IN ('official', 'institution', 'press', 'secondary')),"
  "  address TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE figures ("
  "  position INTEGER PRIMARY KEY,"
  "  figure_id TEXT NOT NULL UNIQUE,"
  "  source_id TEXT NOT NULL REFERENCES sources (source_id),"
  "  region_code TEXT NOT NULL REFERENCES regions (code),"
  "  indicator_id TEXT NOT NULL REFERENCES indicators (indicator_id),"
  "  dimensions TEXT NOT NULL,"
  "  value_mantissa INTEGER NOT NULL,"
  "  value_decimals INTEGER NOT NULL CHECK (value_decimals BETWEEN 0 AND 9),"
  "  qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'about', 'nearly', 'at_least', 'at_most')),"
  "  unit TEXT NOT NULL REFERENCES units (unit),"
  "  period TEXT NOT NULL,"
  "  as_of TEXT NOT NULL,"
  "  printed TEXT NOT NULL,"
  "  status TEXT NOT NULL CHECK (status IN ('A', 'E', 'U', 'M')),"
  "  note TEXT NOT NULL"
  ") STRICT;"
  "CREATE INDEX figures_by_indicator ON figures (indicator_id, region_code, figure_id);"

  "CREATE TABLE colour_slots ("
  "  region_code TEXT NOT NULL PRIMARY KEY REFERENCES regions (code),"
  "  slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 7)"
  ") STRICT, WITHOUT ROWID;",
};

static gboolean
set_version (sqlite3  *db,
             GError  **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                          ATLAS_SCHEMA_APPLICATION_ID, ATLAS_SCHEMA_VERSION);

  return atlas_sqlite_run (db, sql, error);
}

gboolean
atlas_schema_upgrade (sqlite3  *db,
                      int       from,
                      GError  **error)
{
  gboolean success = atlas_sqlite_run (db, "BEGIN IMMEDIATE", error);

  for (int version = from; success && version < ATLAS_SCHEMA_VERSION; version++)
    success = atlas_sqlite_run (db, steps[version], error);
  success = success && set_version (db, error) && atlas_sqlite_run (db, "COMMIT", error);
  if (!success)
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return success;
}

/* What a file looks like from outside; all zero for a folder or device (https://www.sqlite.org/fileformat.html, 1.3). */
typedef struct {
  guint8 bytes[100];
  gsize n_bytes;
  gint64 size;
} FileHeader;

static guint32
read_number (const FileHeader *header,
             guint             offset)
{
  guint32 number;

  memcpy (&number, header->bytes + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
read_header (const char  *path,
             FileHeader  *header,
             GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GStatBuf status;
  FILE *file = NULL;

  *header = (FileHeader) { 0 };
  if (g_stat (path, &status) != 0 || (S_ISREG (status.st_mode) && (file = g_fopen (path, "rb")) == NULL))
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED, _("“%s” cannot be opened: %s"),
                   name, g_strerror (errno));
      return FALSE;
    }
  if (file == NULL)
    return TRUE;
  header->n_bytes = fread (header->bytes, 1, sizeof header->bytes, file);
  header->size = status.st_size;
  fclose (file);
  return TRUE;
}

/* A dataset whose writing was cut off has a journal beside it, from which SQLite restores it. */
static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  GStatBuf status;

  return g_stat (journal, &status) == 0 && status.st_size > 0;
}

/* Whether the file is shorter than its header says. */
static gboolean
is_cut_off (const FileHeader *header,
            const char       *path)
{
  guint page_size = header->bytes[16] << 8 | header->bytes[17];

  if (page_size == 1)
    page_size = 65536;
  return header->size < (gint64) page_size * read_number (header, 28) && !has_journal (path);
}

gboolean
atlas_schema_check_file (const char  *path,
                         GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  FileHeader header;

  if (!read_header (path, &header, error))
    return FALSE;
  if (header.n_bytes < sizeof header.bytes || memcmp (header.bytes, "SQLite format 3", 16) != 0 ||
      read_number (&header, 68) != ATLAS_SCHEMA_APPLICATION_ID)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_NOT_A_DATASET,
                 _("“%s” is no dataset of this program: choose a file that ends in .atlas"), name);
  else if (read_number (&header, 60) > ATLAS_SCHEMA_VERSION)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_NEWER_VERSION,
                 _("“%s” was written by a newer version of this program: update the program to open it"), name);
  else if (read_number (&header, 60) == 0 || is_cut_off (&header, path))
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED,
                 _("“%s” is not complete: open a backup copy"), name);
  else
    return TRUE;
  return FALSE;
}

gboolean
atlas_schema_check_tables (sqlite3  *db,
                           GError  **error)
{
  for (guint i = 0; i < ATLAS_N_TABLES; i++)
    {
      const AtlasTableDefinition *table = &atlas_table_definitions[i];
      g_autofree char *sql = atlas_table_definition_dup_select (table, NULL, table->key);
      g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);

      if (stmt == NULL)
        return FALSE;
    }
  return TRUE;
}
