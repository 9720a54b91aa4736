/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasRegisterError:
 * @ATLAS_REGISTER_ERROR_NO_ROWS: there is a header at most: choose another sheet or file
 * @ATLAS_REGISTER_ERROR_MISSING_COLUMN: a column that must be there is not
 * @ATLAS_REGISTER_ERROR_DUPLICATE_COLUMN: two cells of the header name one column
 * @ATLAS_REGISTER_ERROR_UNIT_UNKNOWN: nothing says whether amounts are in 元 or 万元, or it says both
 * @ATLAS_REGISTER_ERROR_UNKNOWN_TABLE: the headers are those of no table
 *
 * Why a table of rows is refused whole, although the file can be read (#AtlasSheetError).
 */
typedef enum {
  ATLAS_REGISTER_ERROR_NO_ROWS,
  ATLAS_REGISTER_ERROR_MISSING_COLUMN,
  ATLAS_REGISTER_ERROR_DUPLICATE_COLUMN,
  ATLAS_REGISTER_ERROR_UNIT_UNKNOWN,
  ATLAS_REGISTER_ERROR_UNKNOWN_TABLE,
} AtlasRegisterError;

#define ATLAS_REGISTER_ERROR (atlas_register_error_quark ())
GQuark      atlas_register_error_quark (void);

/* The code that `import --json` has for an #AtlasSheetError or #AtlasRegisterError; UNKNOWN_TABLE is "missing_column". NULL
 * for other errors, and where the file cannot even be opened. */
const char *atlas_refusal_get_id       (const GError *error);

G_END_DECLS
