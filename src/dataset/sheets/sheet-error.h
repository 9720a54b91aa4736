/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/* Sets ERROR to “NAME cannot be read: REASON”, with REASON a translated half-sentence that also says what to do.
 * Returns: FALSE */
gboolean atlas_sheet_refuse         (GError **error, AtlasSheetError code, const char *name, const char *reason);
/* The same for what stands in LINE of a text file. */
gboolean atlas_sheet_refuse_at_line (GError **error, AtlasSheetError code, const char *name, guint line,
                                     const char *reason);

/* Sets CORRUPT_ARCHIVE for NAME and a PART of it (nullable); REASON is a translated half-sentence. Returns: FALSE */
gboolean atlas_sheet_set_damaged    (const char *name, const char *part, const char *reason, GError **error);
/* Sets TOO_LARGE in the same way. Returns: FALSE */
gboolean atlas_sheet_set_too_large  (const char *name, const char *reason, GError **error);

G_END_DECLS
