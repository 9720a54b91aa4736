/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/package.h"

G_BEGIN_DECLS

/* Of the cell formats of an XLSX workbook, which show a number as a date. */
typedef struct _AtlasXlsxStyles AtlasXlsxStyles;

/* PART (nullable): none, and so no dates. */
AtlasXlsxStyles *atlas_xlsx_styles_read    (AtlasPackage *package, const char *part, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_xlsx_styles_free    (AtlasXlsxStyles *self);
/* FALSE also of a format that is not there. */
gboolean         atlas_xlsx_styles_is_date (const AtlasXlsxStyles *self, guint format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasXlsxStyles, atlas_xlsx_styles_free)

G_END_DECLS
