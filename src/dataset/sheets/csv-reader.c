/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet-reader.h"

#include <glib/gi18n.h>

#include "dataset/sheets/csv-records.h"
#include "dataset/sheets/delimiter.h"
#include "dataset/sheets/encoding.h"
#include "dataset/sheets/sheet-error.h"
#include "dataset/sheets/text-decoder.h"

typedef struct {
  AtlasSheetReader parent;
  AtlasTextBytes bytes; /* those of the parent */
  AtlasEncoding encoding;
  char delimiter;
  gsize n_named; /* bytes of a first line that names the delimiter */
} CsvReader;

/* The first block, without the line that names the delimiter; shorter than that only if another program has changed
 * the file meanwhile. */
static const char *
begin_text (CsvReader        *self,
            AtlasTextDecoder *decoder,
            gsize            *length)
{
  const char *text = atlas_text_decoder_next (decoder, length);
  gsize n_named = MIN (self->n_named, *length);

  *length -= n_named;
  return text + n_named;
}

static gboolean
read_sheet (AtlasSheetReader   *reader,
            guint               sheet,
            AtlasSheetRowFunc   func,
            gpointer            user_data,
            GCancellable       *cancellable,
            GError            **error)
{
  CsvReader *self = (CsvReader *) reader;
  g_autoptr (AtlasTextDecoder) decoder = atlas_text_decoder_new (&self->bytes, &self->encoding);
  g_autoptr (AtlasCsvRecords) records = NULL;
  const char *text;
  gsize length;

  records = atlas_csv_records_new (reader->name, self->n_named > 0 ? 2 : 1, self->delimiter, func, user_data);
  for (text = begin_text (self, decoder, &length); text != NULL && !atlas_csv_records_is_stopped (records);
       text = atlas_text_decoder_next (decoder, &length))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      atlas_csv_records_feed (records, text, length, atlas_text_decoder_is_sound (decoder));
    }
  return atlas_csv_records_end (records, error);
}

static void
free_reader (AtlasSheetReader *reader)
{
  atlas_sheet_reader_clear (reader);
  g_free (reader);
}

/* What stands for a fault is no blank. */
static gboolean
is_blank (const char *text,
          gsize       length)
{
  const char *end = text + length;

  while (text < end && g_unichar_isspace (g_utf8_get_char_validated (text, end - text)))
    text = g_utf8_next_char (text);
  return text >= end;
}

static gboolean
is_odd (const char *text,
        const char *end)
{
  if ((guchar) *text >= 0x80)
    return g_utf8_get_char_validated (text, end - text) > G_MAXINT32;
  return g_ascii_iscntrl (*text) && !g_ascii_isspace (*text);
}

/* Whether more than a tenth of the text is none: control characters, or bytes of no character. A few of them make
 * their rows faulty and no more. */
static gboolean
is_binary (const char *text,
           gsize       length)
{
  const gsize few = 16;
  const char *end = text + length;
  gsize n_odd = 0;

  while (text < end)
    {
      gboolean odd = is_odd (text, end);

      n_odd += odd;
      text = odd ? text + 1 : g_utf8_next_char (text);
    }
  return n_odd > few && n_odd > length / 10;
}

/* (nullable): TEXT, the first block, or the first behind it that is not blank. */
static const char *
skip_blank_blocks (AtlasTextDecoder  *decoder,
                   const char        *name,
                   const char        *text,
                   gsize             *length,
                   GCancellable      *cancellable,
                   GError           **error)
{
  while (text != NULL && is_blank (text, *length))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      text = atlas_text_decoder_next (decoder, length);
    }
  if (text == NULL)
    atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_EMPTY_FILE, name, _("it is empty; choose another file"));
  return text;
}

static gboolean
find_delimiter (CsvReader     *self,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (AtlasTextDecoder) decoder = atlas_text_decoder_new (&self->bytes, &self->encoding);
  gsize length;
  const char *text = atlas_text_decoder_next (decoder, &length);

  self->n_named = text != NULL ? atlas_delimiter_named (text, length, &self->delimiter) : 0;
  text = skip_blank_blocks (decoder, self->parent.name, text, &length, cancellable, error);
  if (text == NULL)
    return FALSE;
  if (is_binary (text, length))
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_WRONG_FORMAT, self->parent.name,
                               _("it is no text; choose a text file (CSV), an .xlsx or an .ods file"));
  if (self->n_named == 0)
    self->delimiter = atlas_delimiter_find (text, length);
  return TRUE;
}

static gboolean
find_encoding (CsvReader     *self,
               const char    *wanted,
               GCancellable  *cancellable,
               GError       **error)
{
  return wanted != NULL
         ? atlas_encoding_choose (wanted, &self->bytes, self->parent.name, &self->encoding, cancellable, error)
         : atlas_encoding_find (&self->bytes, &self->encoding, cancellable, error);
}

AtlasSheetReader *
atlas_csv_reader_new (GBytes        *bytes,
                      gboolean       mapped,
                      const char    *name,
                      const char    *encoding,
                      GCancellable  *cancellable,
                      GError       **error)
{
  static const AtlasSheetReaderClass class = { read_sheet, free_reader };
  CsvReader *self = g_new0 (CsvReader, 1);

  atlas_sheet_reader_init (&self->parent, &class, bytes, name);
  self->bytes.data = g_bytes_get_data (bytes, &self->bytes.length);
  self->bytes.mapped = mapped;
  atlas_sheet_reader_add_sheet (&self->parent, "", FALSE);
  if (find_encoding (self, encoding, cancellable, error) && find_delimiter (self, cancellable, error))
    {
      self->parent.encoding = self->encoding.name;
      return &self->parent;
    }
  free_reader (&self->parent);
  return NULL;
}
