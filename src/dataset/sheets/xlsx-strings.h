/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/package.h"

G_BEGIN_DECLS

/* The texts that cells of an XLSX workbook share, in one block of memory. */
typedef struct _AtlasXlsxStrings AtlasXlsxStrings;

/* PART (nullable): none. */
AtlasXlsxStrings *atlas_xlsx_strings_read (AtlasPackage *package, const char *part, GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_xlsx_strings_free (AtlasXlsxStrings *self);
/* (nullable): the text and its LENGTH in bytes, not ended by NUL; NULL beyond the last. */
const char       *atlas_xlsx_strings_get  (const AtlasXlsxStrings *self, guint index, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasXlsxStrings, atlas_xlsx_strings_free)

G_END_DECLS
