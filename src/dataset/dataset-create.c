/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <errno.h>

#include "dataset/dataset-loader.h"
#include "dataset/dataset-private.h"
#include "dataset/new-file.h"
#include "dataset/region-table.h"
#include "dataset/schema.h"

/* The file is thrown away if anything fails, so SQLite need not guard it; it is flushed before it gets its name. */
#define BUILD_PRAGMAS \
  "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536;"

/* The loader checks row by row; whether the divisions make a tree shows only at the end. */
static gboolean
check_regions (sqlite3  *db,
               GError  **error)
{
  g_autoptr (GError) tree_error = NULL;
  g_autoptr (AtlasRegionTree) regions = atlas_region_table_read (db, NULL, &tree_error);

  if (regions == NULL)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT, "regions.csv: %s", tree_error->message);
  return regions != NULL;
}

static gboolean
fill (sqlite3     *db,
      const char  *csv_dir,
      gboolean     with_figures,
      GError     **error)
{
  return atlas_sqlite_run (db, BUILD_PRAGMAS, error) && atlas_schema_upgrade (db, 0, error) &&
         atlas_sqlite_run (db, "BEGIN", error) && atlas_dataset_loader_run (db, csv_dir, with_figures, error) &&
         check_regions (db, error) && atlas_sqlite_run (db, "COMMIT", error);
}

static gboolean
build (const char  *path,
       const char  *csv_dir,
       gboolean     with_figures,
       GError     **error)
{
  sqlite3 *db = NULL;
  gboolean success;

  success = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
              ? fill (db, csv_dir, with_figures, error)
              : atlas_sqlite_fail (db, error);
  sqlite3_close (db);
  return success;
}

/* What fails on the disk while building is told of the file that was asked for, and not of the one beside it. */
static void
rename_failure (const char  *path,
                GError     **error)
{
  AtlasDatasetError code = (*error)->code;

  if (code == ATLAS_DATASET_ERROR_BAD_INPUT)
    return;
  g_clear_error (error);
  atlas_new_file_fail (path, code == ATLAS_DATASET_ERROR_FULL ? ENOSPC : EIO, error);
}

gboolean
atlas_dataset_create (const char  *path,
                      const char  *csv_dir,
                      gboolean     with_figures,
                      GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = NULL;
  g_autoptr (GError) build_error = NULL;

  if (g_file_test (absolute, G_FILE_TEST_EXISTS))
    return atlas_new_file_fail (absolute, EEXIST, error);
  temporary = atlas_new_file_begin (absolute, error);
  if (temporary == NULL)
    return FALSE;
  if (!build (temporary, csv_dir, with_figures, &build_error))
    {
      atlas_new_file_cancel (temporary);
      rename_failure (absolute, &build_error);
      g_propagate_error (error, g_steal_pointer (&build_error));
      return FALSE;
    }
  return atlas_new_file_commit (temporary, absolute, FALSE, error);
}
