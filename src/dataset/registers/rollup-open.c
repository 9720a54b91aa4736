/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dataset-private.h"
#include "dataset/registers/rollup-reader.h"

AtlasRollupReader *
atlas_rollup_reader_new (AtlasDataset  *dataset,
                         GError       **error)
{
  return atlas_rollup_reader_new_for_db (atlas_dataset_get_db (dataset), error);
}
