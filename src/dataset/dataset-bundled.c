/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "build-roots.h"
#include "config.h"

#include "dataset/dataset.h"

gboolean
atlas_runs_from_build (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, BUILD_ROOT G_DIR_SEPARATOR_S);
}

char *
atlas_dataset_dup_bundled_csv_dir (void)
{
  return g_strdup (atlas_runs_from_build () ? SOURCE_ROOT "/data/dataset" : PKGDATADIR "/dataset");
}

char *
atlas_dataset_dup_bundled_path (void)
{
  return g_strdup (atlas_runs_from_build () ? BUILD_ROOT "/data/published.atlas" : PKGDATADIR "/published.atlas");
}
