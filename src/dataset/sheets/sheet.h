/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasSheetError:
 *
 * Why a file is refused whole. The names are the codes of `import --json`.
 */
typedef enum {
  ATLAS_SHEET_ERROR_FAILED,             /* cannot be opened or read: the message says why */
  ATLAS_SHEET_ERROR_EMPTY_FILE,         /* no bytes, or nothing but blanks */
  ATLAS_SHEET_ERROR_WRONG_FORMAT,       /* neither text nor a workbook: a picture named .xlsx */
  ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT, /* a table, but of a kind that is not read: .xls, .xlsb */
  ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,    /* a workbook that is cut off or damaged */
  ATLAS_SHEET_ERROR_ENCRYPTED,
  ATLAS_SHEET_ERROR_TOO_LARGE,          /* beyond the limits of sheet-limits.h: a bomb */
} AtlasSheetError;

#define ATLAS_SHEET_ERROR (atlas_sheet_error_quark ())
GQuark atlas_sheet_error_quark (void);

typedef enum {
  ATLAS_CELL_EMPTY,
  ATLAS_CELL_TEXT,
  ATLAS_CELL_NUMBER,
  ATLAS_CELL_DATE,
  ATLAS_CELL_BOOLEAN,
  ATLAS_CELL_ERROR,
} AtlasCellKind;

/**
 * AtlasSheetCell:
 * @text: UTF-8, never NULL, as the kind says: EMPTY ""; TEXT as it stands; NUMBER its plain decimal digits with "." and
 *   without exponent, as exact as the file has it ("1234.5", "0.1", "110101199003077758" where the file says so); DATE
 *   "2023-05-01", with "T08:30:00" behind it only where the time is not midnight; BOOLEAN "1" or "0"; ERROR "#N/A"
 * @spread: the cell lies in a merged range and is not its first: kind and text are those of the first
 *
 * A cell as the file has it; nothing is understood yet. Cells of text files are EMPTY or TEXT.
 */
typedef struct {
  AtlasCellKind kind;
  gboolean spread;
  const char *text;
} AtlasSheetCell;

typedef enum {
  ATLAS_ROW_FAULT_NONE,
  ATLAS_ROW_FAULT_NUL_BYTE,     /* text files: a NUL byte in the record */
  ATLAS_ROW_FAULT_BAD_ENCODING, /* text files: bytes that are no text in the file's encoding */
} AtlasRowFault;

/**
 * AtlasSheetRow:
 * @line: text files: the physical line on which the record starts, from 1; workbooks: the number of the sheet's row
 * @hidden: a hidden row of a workbook
 * @fault_column: with @fault, the cell it is in, from 0
 * @cells: (array length=n_cells): up to the last one that is not empty; borrowed until the callback returns
 *
 * A row that has at least one cell that is not empty; others are passed over.
 */
typedef struct {
  guint line;
  gboolean hidden;
  AtlasRowFault fault;
  guint fault_column;
  guint n_cells;
  const AtlasSheetCell *cells;
} AtlasSheetRow;

/* Returns: FALSE to stop reading, with @error set where that is a failure. */
typedef gboolean (*AtlasSheetRowFunc) (const AtlasSheetRow *row, gpointer user_data, GError **error);

/**
 * AtlasSheetInfo:
 * @name: of a sheet of a workbook; "" for a text file
 * @hidden: whether the workbook hides it
 */
typedef struct {
  char *name;
  gboolean hidden;
} AtlasSheetInfo;

/* A file with one table or several: text (comma, tab or semicolon), XLSX, ODS or flat ODS, told by its content and
 * never by its name. Read in bounded memory. Not thread-safe; may be used in any one thread. */
typedef struct _AtlasWorkbook AtlasWorkbook;

/* ENCODING (nullable): a name iconv knows, to overrule what is found; only for text files. Fails with an
 * #AtlasSheetError; the message names the file and says what to do. */
AtlasWorkbook        *atlas_workbook_open          (const char *path, const char *encoding, GCancellable *cancellable,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from memory, such as text pasted from a spreadsheet; NAME stands in messages. */
AtlasWorkbook        *atlas_workbook_open_bytes    (GBytes *bytes, const char *name, const char *encoding,
                                                    GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_workbook_free          (AtlasWorkbook *self);

/* How messages name it. */
const char           *atlas_workbook_get_name      (AtlasWorkbook *self);
guint                 atlas_workbook_get_n_sheets  (AtlasWorkbook *self);
const AtlasSheetInfo *atlas_workbook_get_sheet     (AtlasWorkbook *self, guint sheet);
/* "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", or what was given to overrule them, in capitals; NULL for a workbook. */
const char           *atlas_workbook_get_encoding  (AtlasWorkbook *self);

/* Calls FUNC for each row of SHEET, in order. A sheet may be read several times, each time from its start. FALSE with
 * ERROR set on failure (#AtlasSheetError, G_IO_ERROR_CANCELLED, what FUNC set); TRUE where FUNC stopped without one. */
gboolean              atlas_workbook_read_sheet    (AtlasWorkbook *self, guint sheet, AtlasSheetRowFunc func,
                                                    gpointer user_data, GCancellable *cancellable, GError **error);

/* Keeps THING, which was learnt of SHEET, until the workbook is freed, so that the sheet need not be read for it again. One
 * for each sheet. */
void                  atlas_workbook_keep          (AtlasWorkbook *self, guint sheet, gpointer thing,
                                                    GDestroyNotify destroy);
/* (nullable): what was kept. */
gpointer              atlas_workbook_get_kept      (AtlasWorkbook *self, guint sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasWorkbook, atlas_workbook_free)

G_END_DECLS
