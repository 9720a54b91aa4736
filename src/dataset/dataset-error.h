/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasDatasetError:
 * @ATLAS_DATASET_ERROR_FAILED: anything else; the message says what
 * @ATLAS_DATASET_ERROR_NOT_A_DATASET: the file is no dataset: choose another
 * @ATLAS_DATASET_ERROR_NEWER_VERSION: written by a newer program: update
 * @ATLAS_DATASET_ERROR_DAMAGED: the file is damaged: take the backup
 * @ATLAS_DATASET_ERROR_READ_ONLY: cannot be written: copy it elsewhere
 * @ATLAS_DATASET_ERROR_BUSY: another program is writing: try again
 * @ATLAS_DATASET_ERROR_FULL: no space on the disk
 * @ATLAS_DATASET_ERROR_EXISTS: the file to be made is already there
 * @ATLAS_DATASET_ERROR_BAD_INPUT: a table to be read says something impossible; file and row are named
 *
 * One code for each thing that the user can do about it.
 */
typedef enum {
  ATLAS_DATASET_ERROR_FAILED,
  ATLAS_DATASET_ERROR_NOT_A_DATASET,
  ATLAS_DATASET_ERROR_NEWER_VERSION,
  ATLAS_DATASET_ERROR_DAMAGED,
  ATLAS_DATASET_ERROR_READ_ONLY,
  ATLAS_DATASET_ERROR_BUSY,
  ATLAS_DATASET_ERROR_FULL,
  ATLAS_DATASET_ERROR_EXISTS,
  ATLAS_DATASET_ERROR_BAD_INPUT,
} AtlasDatasetError;

#define ATLAS_DATASET_ERROR (atlas_dataset_error_quark ())
GQuark atlas_dataset_error_quark (void);

G_END_DECLS
