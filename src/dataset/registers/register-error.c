/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-error.h"

#include "dataset/sheets/sheet.h"

G_DEFINE_QUARK (atlas-register-error-quark, atlas_register_error)

static const char *const sheet_ids[] = {
  [ATLAS_SHEET_ERROR_EMPTY_FILE] = "empty_file",
  [ATLAS_SHEET_ERROR_WRONG_FORMAT] = "wrong_format",
  [ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT] = "unsupported_format",
  [ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE] = "corrupt_archive",
  [ATLAS_SHEET_ERROR_ENCRYPTED] = "encrypted",
  [ATLAS_SHEET_ERROR_TOO_LARGE] = "too_large",
};

static const char *const register_ids[] = {
  [ATLAS_REGISTER_ERROR_NO_ROWS] = "no_rows",
  [ATLAS_REGISTER_ERROR_MISSING_COLUMN] = "missing_column",
  [ATLAS_REGISTER_ERROR_DUPLICATE_COLUMN] = "duplicate_column",
  [ATLAS_REGISTER_ERROR_UNIT_UNKNOWN] = "unit_unknown",
  [ATLAS_REGISTER_ERROR_UNKNOWN_TABLE] = "missing_column",
};

const char *
atlas_refusal_get_id (const GError *error)
{
  if (error->domain == ATLAS_SHEET_ERROR && error->code < (int) G_N_ELEMENTS (sheet_ids))
    return sheet_ids[error->code];
  if (error->domain == ATLAS_REGISTER_ERROR && error->code < (int) G_N_ELEMENTS (register_ids))
    return register_ids[error->code];
  return NULL;
}
