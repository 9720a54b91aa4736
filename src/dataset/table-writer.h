/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes tables row by row to a CSV or XLSX file in bounded memory, beside its place and renamed into it at the end. Text
 * that a spreadsheet would run as a formula is disarmed: in CSV by an apostrophe before it, in XLSX by being text. */
typedef struct _AtlasTableWriter AtlasTableWriter;

/**
 * AtlasWriterKind:
 * @ATLAS_WRITER_TEXT: cells are text
 * @ATLAS_WRITER_NUMBER: those that read as a number are written as one where a double holds it exactly, and fractions of
 *   more than nine decimals as the nearest double
 * @ATLAS_WRITER_DATE: those that are a day ("2023-05-01", not "2023-05") are written as one
 *
 * What the cells of a column are in a workbook; what does not read so stays text.
 */
typedef enum {
  ATLAS_WRITER_TEXT,
  ATLAS_WRITER_NUMBER,
  ATLAS_WRITER_DATE,
} AtlasWriterKind;

typedef struct {
  const char *name;
  AtlasWriterKind kind;
} AtlasWriterColumn;

/* The kind of file is told by PATH's ending: .csv or .xlsx. ENCODING (nullable): of a CSV file, UTF-8 with byte order mark
 * where NULL, or "GB18030", in which every character of UTF-8 has a code. NULL with an #AtlasDatasetError. */
AtlasTableWriter *atlas_table_writer_new    (const char *path, const char *encoding, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* Throws away what has not been finished. */
void              atlas_table_writer_free   (AtlasTableWriter *self);

/* TITLE (nullable) stands in bold over the head of each sheet that is begun from now on; a CSV file has none. */
void              atlas_table_writer_set_title (AtlasTableWriter *self, const char *title);
/* Begins a table; in a workbook that is a sheet with its head frozen, in a CSV file an empty line is before all but the
 * first. NAME is cut to what a sheet's name may be, and made unlike those before it. COLUMNS (nullable) with their names:
 * they are copied; without them there is no head. A table of more rows than a sheet holds goes on in further sheets. */
gboolean          atlas_table_writer_begin  (AtlasTableWriter *self, const char *name, const AtlasWriterColumn *columns,
                                             guint n_columns, GError **error);
gboolean          atlas_table_writer_add    (AtlasTableWriter *self, const char *const *cells, guint n_cells,
                                             GError **error);
/* Whether the file has sheets, so that notes may have one of their own. */
gboolean          atlas_table_writer_has_sheets (AtlasTableWriter *self);
/* Puts the file in its place. */
gboolean          atlas_table_writer_finish (AtlasTableWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTableWriter, atlas_table_writer_free)

G_END_DECLS
