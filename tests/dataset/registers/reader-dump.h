/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-reader.h"

/* What a reader made of a text file: its good rows as "LINE column=value …", with the marks of qualifiers, missing values left out
 * and the division in which the row counts behind "@"; its rejected rows as "LINE code column «value»"; one a line. */
typedef struct {
  GString *rows;
  GString *rejects;
  GString *reasons; /* of the rejected rows, one a line */
  char *table;
  char *header;
  char *notices; /* joined with " | " */
  guint n_skipped;
} ReaderDump;

/* Reads TEXT as a file "a.csv" of TABLE, NULL for the table of its headers; COLUMNS (nullable) are the chosen ones. */
ReaderDump *reader_dump_new      (const char *text, const char *table, const int *columns, GError **error);
/* The same for a sheet of a workbook in tests/data/sheets. */
ReaderDump *reader_dump_workbook (AtlasWorkbook *workbook, guint sheet, const char *table, const int *columns, GError **error);
void        reader_dump_free     (ReaderDump *self);

/* Checks that all of TEXT is read as ROWS and REJECTS; "" for none. */
void        reader_dump_check    (const char *text, const char *table, const char *rows, const char *rejects);
/* Checks that TEXT is refused with CODE, and that its message says SAYS. */
void        reader_dump_check_refused (const char *text, const char *table, AtlasRegisterError code, const char *says);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaderDump, reader_dump_free)
