/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet-reader.h"

#include <string.h>

#include "dataset/sheets/csv-records.h"

static gboolean
read_sheet (AtlasSheetReader   *self,
            guint               sheet,
            AtlasSheetRowFunc   func,
            gpointer            user_data,
            GCancellable       *cancellable,
            GError            **error)
{
  const gsize block = 64 * 1024;
  g_autoptr (AtlasCsvRecords) records = atlas_csv_records_new (self->name, 1, ',', func, user_data);
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);
  gsize done = length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  for (; done < length && !atlas_csv_records_is_stopped (records); done += block)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      atlas_csv_records_feed (records, data + done, MIN (block, length - done), FALSE);
    }
  return atlas_csv_records_end (records, error);
}

static void
free_reader (AtlasSheetReader *self)
{
  atlas_sheet_reader_clear (self);
  g_free (self);
}

AtlasSheetReader *
atlas_csv_reader_new (GBytes        *bytes,
                      const char    *name,
                      const char    *encoding,
                      GCancellable  *cancellable,
                      GError       **error)
{
  static const AtlasSheetReaderClass class = { read_sheet, free_reader };
  AtlasSheetReader *self = g_new0 (AtlasSheetReader, 1);

  atlas_sheet_reader_init (self, &class, bytes, name);
  atlas_sheet_reader_add_sheet (self, "", FALSE);
  self->encoding = "UTF-8";
  return self;
}
