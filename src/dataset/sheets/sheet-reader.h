/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/* What workbook.c needs of each kind of file. A reader is made from bytes that stay: a mapped file, or what was pasted. */

typedef struct _AtlasSheetReader AtlasSheetReader;

/**
 * AtlasSheetReaderClass:
 * @read_sheet: as atlas_workbook_read_sheet()
 */
typedef struct {
  gboolean (*read_sheet) (AtlasSheetReader *self, guint sheet, AtlasSheetRowFunc func, gpointer user_data,
                          GCancellable *cancellable, GError **error);
  void (*free) (AtlasSheetReader *self);
} AtlasSheetReaderClass;

/**
 * AtlasSheetReader:
 * @name: how messages name the file
 * @encoding: (nullable): of a text file
 * @sheets: (element-type AtlasSheetInfo): at least one
 *
 * The head of each kind's own structure. atlas_sheet_reader_init() and _clear() care for it.
 */
struct _AtlasSheetReader {
  const AtlasSheetReaderClass *class;
  char *name;
  GBytes *bytes;
  const char *encoding;
  GPtrArray *sheets;
};

void atlas_sheet_reader_init      (AtlasSheetReader *self, const AtlasSheetReaderClass *class, GBytes *bytes,
                                   const char *name);
void atlas_sheet_reader_clear     (AtlasSheetReader *self);
void atlas_sheet_reader_add_sheet (AtlasSheetReader *self, const char *name, gboolean hidden);

/* The kinds; each fails with an #AtlasSheetError. */
/* MAPPED: the bytes are those of a mapped file, whose memory may be given back once it was read. */
AtlasSheetReader *atlas_csv_reader_new  (GBytes *bytes, gboolean mapped, const char *name, const char *encoding,
                                         GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasSheetReader *atlas_xlsx_reader_new (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* FLAT: one XML file instead of an archive (.fods). */
AtlasSheetReader *atlas_ods_reader_new  (GBytes *bytes, const char *name, gboolean flat, GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
