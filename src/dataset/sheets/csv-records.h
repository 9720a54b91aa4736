/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/* Parts UTF-8 text, fed block by block, into records and hands them on as rows. Bytes that are no UTF-8, and NUL
 * bytes, make the row faulty. */
typedef struct _AtlasCsvRecords AtlasCsvRecords;

/* NAME, which has to stay, stands in messages; the first line fed is LINE. */
AtlasCsvRecords *atlas_csv_records_new        (const char *name, guint line, char delimiter, AtlasSheetRowFunc func,
                                               gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_csv_records_free       (AtlasCsvRecords *self);
/* SOUND: all text up to the end of this block is known to be UTF-8 without NUL bytes, and need not be looked at. */
void             atlas_csv_records_feed       (AtlasCsvRecords *self, const char *text, gsize length, gboolean sound);
/* Whether nothing more will be handed on. */
gboolean         atlas_csv_records_is_stopped (const AtlasCsvRecords *self);
/* The last record; to be called in the end. FALSE with ERROR set for what went wrong in the whole reading. */
gboolean         atlas_csv_records_end        (AtlasCsvRecords *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCsvRecords, atlas_csv_records_free)

G_END_DECLS
