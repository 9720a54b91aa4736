/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/figure-references.h"
#include "dataset/registers/import-run.h"
#include "dataset/registers/register-writer.h"
#include "dataset/registers/return-marks.h"
#include "dataset/registers/station-places.h"

G_BEGIN_DECLS

/**
 * AtlasImportRows:
 * @writer: of the table
 * @stations: (nullable): for people and services
 * @references: (nullable): for figures
 * @rollup: (nullable): for registers
 * @marks: the divisions that its rows lie in
 *
 * The rows of one input on their way into the dataset.
 */
typedef struct {
  AtlasImportRun *run;
  const AtlasPlannedInput *planned;
  AtlasRegisterWriter *writer;
  AtlasStationPlaces *stations;
  AtlasFigureReferences *references;
  AtlasRollup *rollup;
  AtlasReturnMarks *marks;
} AtlasImportRows;

/* Reads the sheet and judges and writes its rows. */
gboolean atlas_import_rows_take (AtlasImportRows *self, GError **error);

G_END_DECLS
