/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/ods-cell.h"

G_BEGIN_DECLS

/* Makes rows of cells: repeats what stands for several, fills merged ranges, and counts the cells of all sheets. */
typedef struct _AtlasOdsRows AtlasOdsRows;

/* FUNC (nullable): gets the rows; without it they are only counted, so that a file too large is known before its first
 * row is handed on. FILE stands in messages, and must stay. */
AtlasOdsRows *atlas_ods_rows_new         (const char *file, AtlasSheetRowFunc func, gpointer user_data,
                                          GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void          atlas_ods_rows_free        (AtlasOdsRows *self);
void          atlas_ods_rows_begin_sheet (AtlasOdsRows *self);
/* N rows that are the same. */
void          atlas_ods_rows_begin       (AtlasOdsRows *self, guint n, gboolean hidden);
/* The next cell of the row, with what atlas_ods_cell_get() said. FALSE with TOO_LARGE. */
gboolean      atlas_ods_rows_add         (AtlasOdsRows *self, const AtlasOdsCell *cell, AtlasCellKind kind,
                                          const char *text, GError **error);
/* Hands the rows on. FALSE with TOO_LARGE, G_IO_ERROR_CANCELLED or what FUNC set; without an error where it stopped. */
gboolean      atlas_ods_rows_end         (AtlasOdsRows *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOdsRows, atlas_ods_rows_free)

G_END_DECLS
