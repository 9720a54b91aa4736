/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "date.h"

/* A table that goes to a file cell by cell. What goes wrong on the way is told at the end. */
typedef struct _OutputFile OutputFile;

/**
 * OutputFileClass:
 * @max_rows: how many rows a sheet may have, its top not counted; 0 for any number
 * @begin_sheet: (nullable): goes on in a sheet of its own; the first is there
 * @put_number: TEXT are the digits of a number, with or without "."
 * @put_title: TEXT over N_COLUMNS, which fill their row
 * @close: frees SELF
 */
typedef struct {
  guint max_rows;
  void (*begin_sheet) (OutputFile *self, const char *name);
  void (*put_text) (OutputFile *self, const char *text);
  void (*put_number) (OutputFile *self, const char *text);
  void (*put_date) (OutputFile *self, Date date);
  void (*put_title) (OutputFile *self, const char *text, guint n_columns);
  void (*end_row) (OutputFile *self);
  gboolean (*close) (OutputFile *self, GError **error);
} OutputFileClass;

struct _OutputFile {
  const OutputFileClass *class;
};

/* ENCODING: a name that iconv knows. AS_WINDOWS: with CRLF and, in UTF-8, a byte-order mark. */
OutputFile *csv_output_new (const char *path, const char *encoding, gboolean as_windows, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* Through libxlsxwriter in constant-memory mode; CREATED is the day it says to be from. */
OutputFile *xlsx_output_new (const char *path, const char *sheet_name, Date created, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
