/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fuzz-workbook.h"

#include "dataset/sheets/sheet-reader.h"

/* A few bytes may stand for ten million rows; their cells are checked in the first ones. */
#define MAX_ROWS 2000

typedef struct {
  guint line;
  guint n_rows;
} Reading;

static gboolean
check_row (const AtlasSheetRow  *row,
           gpointer              user_data,
           GError              **error)
{
  Reading *reading = user_data;

  return ++reading->n_rows <= MAX_ROWS && fuzz_check_row (row, &reading->line, error);
}

/* What was opened has been gone through, so that nothing in it hinders the reading. */
static void
read_sheets (AtlasSheetReader *reader)
{
  for (guint i = 0; i < reader->sheets->len; i++)
    {
      g_autoptr (GError) error = NULL;
      Reading reading = { 0 };

      g_assert (reader->class->read_sheet (reader, i, check_row, &reading, NULL, &error));
      g_assert (error == NULL);
    }
}

/* A flat file; its XML is that of content.xml in an archive. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  AtlasSheetReader *reader = atlas_ods_reader_new (bytes, "fuzz", TRUE, NULL, &error);

  g_assert ((reader == NULL) == (error != NULL));
  if (reader == NULL)
    return 0;
  read_sheets (reader);
  reader->class->free (reader);
  return 0;
}
