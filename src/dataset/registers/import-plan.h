/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import-file.h"
#include "dataset/registers/import.h"

G_BEGIN_DECLS

/**
 * AtlasPlannedInput:
 * @file: borrowed
 * @sheet: its number in the file
 * @input: borrowed from the result
 *
 * A sheet that is to be taken, whose table has been found.
 */
typedef struct {
  AtlasImportFile *file;
  guint sheet;
  AtlasImportInput *input;
} AtlasPlannedInput;

/* Looks into FILES (element-type AtlasImportFile) which sheets hold what, and adds an input for each to RESULT, refused ones
 * too. Hidden sheets, and those of a workbook that are no table at all while others are, are left out with a notice.
 *
 * Returns: (element-type AtlasPlannedInput): those not refused, in the order in which they are to be taken; NULL with ERROR
 * set where the call is wrong, or cancelled */
GPtrArray *atlas_import_plan (GPtrArray *files, const AtlasImportOptions *options, AtlasRegionTree *regions,
                              AtlasImportResult *result, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
