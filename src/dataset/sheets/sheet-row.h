/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/* Collects the cells of one row for all readers, in memory that is used again for the next. */
typedef struct _AtlasRowBuilder AtlasRowBuilder;

AtlasRowBuilder *atlas_row_builder_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_row_builder_free   (AtlasRowBuilder *self);
/* Begins a row: no cells. */
void             atlas_row_builder_begin  (AtlasRowBuilder *self, guint line, gboolean hidden);
/* Sets the cell in COLUMN (from 0; cells before it that were not set are empty) to TEXT of LENGTH bytes (-1: NUL-terminated),
 * copied. FALSE beyond ATLAS_SHEET_MAX_COLUMNS. */
gboolean         atlas_row_builder_set    (AtlasRowBuilder *self, guint column, AtlasCellKind kind, const char *text,
                                          gssize length, gboolean spread);
/* Sets the N cells behind COLUMN, which was set, to the same; the text is not copied again. FALSE beyond
 * ATLAS_SHEET_MAX_COLUMNS. */
gboolean         atlas_row_builder_repeat (AtlasRowBuilder *self, guint column, guint n, gboolean spread);
/* Marks the row as faulty in COLUMN; the first fault stays. */
void             atlas_row_builder_fault  (AtlasRowBuilder *self, AtlasRowFault fault, guint column);
/* (nullable): the row as it stands, without empty cells at its end; NULL where all are empty and nothing is faulty. Valid
 * until the next begin. */
const AtlasSheetRow *atlas_row_builder_get (AtlasRowBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowBuilder, atlas_row_builder_free)

G_END_DECLS
