/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset-private.h"
#include "dataset/registers/import.h"

/* A dataset in a folder of its own, for imports. All is as of 2023-06-30 unless the options say otherwise. */
typedef struct {
  char *folder;
  char *path;
  AtlasDataset *dataset;
  sqlite3 *db;
  AtlasImportOptions options;
  AtlasImportResult *result; /* of the last import */
} ImportFixture;

void  import_fixture_set_up    (ImportFixture *self, gconstpointer data);
void  import_fixture_tear_down (ImportFixture *self, gconstpointer data);

/* Writes FOLDER/NAME. */
void  import_fixture_write     (ImportFixture *self, const char *name, const char *text);
/* Imports files of the folder, NAMES ended by NULL, as TABLE (NULL: auto). Does not fail. */
void  import_fixture_run       (ImportFixture *self, const char *table, ...) G_GNUC_NULL_TERMINATED;
/* The same with TEXT as the only file, "a.csv". */
void  import_fixture_run_text  (ImportFixture *self, const char *table, const char *text);

/* What became of input N. */
void  import_fixture_check     (ImportFixture *self, guint n, guint64 inserted, guint64 updated, guint64 unchanged,
                                const char *rejects);
/* The single text that SQL gives, rows joined with newlines and fields with "|". */
char *import_fixture_select    (ImportFixture *self, const char *sql);
void  import_fixture_check_sql (ImportFixture *self, const char *sql, const char *expected);

/* All that imports write, as text: rows with their places and imports, what they replaced, returns, roll-ups, the history
 * without its times. */
char *import_fixture_dump      (ImportFixture *self);
/* Whether the roll-ups are those that counting all rows anew gives. */
void  import_fixture_check_rollups (ImportFixture *self);
