/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet-row.h"
#include "dataset/sheets/xlsx-reference.h"

G_BEGIN_DECLS

/* Gives the cells of merged ranges the value of the first while rows go by: it remembers the ranges of which
 * the first row has gone by and the last has not, and so takes no time or memory for the height of a range. */
typedef struct _AtlasXlsxSpread AtlasXlsxSpread;

/* RANGES by first row and column; they must stay. */
AtlasXlsxSpread *atlas_xlsx_spread_new   (const AtlasXlsxRange *ranges, guint n_ranges) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_xlsx_spread_free  (AtlasXlsxSpread *self);
/* Sets the merged cells of ROW in BUILDER, which has all that stand there. Of a range that begins in a row
 * above that was not seen, they are empty; of ranges that overlap, the one that begins first holds. FALSE
 * where the values that are to be remembered are too long. */
gboolean         atlas_xlsx_spread_apply (AtlasXlsxSpread *self, AtlasRowBuilder *builder, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasXlsxSpread, atlas_xlsx_spread_free)

G_END_DECLS
