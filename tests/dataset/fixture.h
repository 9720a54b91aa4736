/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "test-folder.h"

/* Builds FOLDER/NAME from the bundled files. */
char         *fixture_build         (const char *folder, const char *name);
/* The same as a copy of a dataset built once. */
char         *fixture_copy          (const char *folder, const char *name);
/* The dataset of the bundled files, built once in a test program; do not change it. */
AtlasDataset *fixture_open_published (void);
/* Frees what the other functions keep; at the end of main(). */
void          fixture_clear         (void);

/* Copies the bundled CSV files to FOLDER/csv. */
char         *fixture_copy_csv      (const char *folder);
/* Writes to the dataset PATH what no program of ours would. */
void          fixture_run_sql       (const char *path, const char *sql);
/* The whole file; "" if there is none. */
char         *fixture_read          (const char *path, gsize *length);
/* SHA-256 of the file. */
char         *fixture_hash_file     (const char *path);
