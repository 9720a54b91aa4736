/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/package.h"
#include "dataset/sheets/xlsx-reference.h"

G_BEGIN_DECLS

/* Of the element <mergeCells> of a sheet: where merged ranges are. It stands behind the cells, so that it has
 * to be looked for before they are read. */
typedef struct _AtlasXlsxMerges AtlasXlsxMerges;

AtlasXlsxMerges      *atlas_xlsx_merges_read       (AtlasPackage *package, const char *part, GCancellable *cancellable,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_xlsx_merges_free       (AtlasXlsxMerges *self);
/* Those of more than one cell, by first row and column. */
const AtlasXlsxRange *atlas_xlsx_merges_get_ranges (const AtlasXlsxMerges *self, guint *n);
/* How many elements there were, for a reader of the whole sheet to compare. */
guint                 atlas_xlsx_merges_get_listed (const AtlasXlsxMerges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasXlsxMerges, atlas_xlsx_merges_free)

G_END_DECLS
