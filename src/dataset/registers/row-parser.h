/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-header.h"
#include "dataset/registers/register-row.h"
#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/* Understands the rows of one sheet, one after the other. */
typedef struct _AtlasRowParser AtlasRowParser;

/* HEADER has to stay. IS_TEXT: the sheet is of a text file. */
AtlasRowParser         *atlas_row_parser_new         (const AtlasRegisterHeader *header, AtlasRegionTree *regions,
                                                      gboolean is_text) G_GNUC_WARN_UNUSED_RESULT;
void                    atlas_row_parser_free        (AtlasRowParser *self);

/* To be called for every row of the sheet, from its first: merged cells reach down from rows that are no data. */
void                    atlas_row_parser_take        (AtlasRowParser *self, const AtlasSheetRow *row);
/* The row taken last, valid until the next; NULL with REJECTION where it is not to be understood: its first fault in the
 * order of the table's columns. */
const AtlasRegisterRow *atlas_row_parser_parse       (AtlasRowParser *self, AtlasRejection **rejection);
/* The same row rejected for what it is beside others: its COLUMN, −1 where the whole row is meant. (transfer full) */
AtlasRejection         *atlas_row_parser_reject      (AtlasRowParser *self, int column, AtlasRejectCode code,
                                                      const char *reason) G_GNUC_WARN_UNUSED_RESULT;
/* Sentences about what was decided in several rows, appended to NOTICES (element-type utf8). */
void                    atlas_row_parser_add_notices (AtlasRowParser *self, GPtrArray *notices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowParser, atlas_row_parser_free)

G_END_DECLS
