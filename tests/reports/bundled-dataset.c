/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "bundled-dataset.h"

#include <glib/gstdio.h>

void
bundled_dataset_open (const char      *folder,
                      AtlasDataset   **out_dataset,
                      AtlasCatalogue **out_catalogue)
{
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *path = g_build_filename (folder, "test.atlas", NULL);
  g_autoptr (GError) error = NULL;

  atlas_dataset_create (path, csv, TRUE, &error);
  g_assert_no_error (error);
  *out_dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  *out_catalogue = atlas_catalogue_new (*out_dataset, &error);
  g_assert_no_error (error);
  g_remove (path);
}
