/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/pdf/pdf-packer.h"

#include <string.h>
#include <zlib.h>

/* Objects that are compressed together: the more, the smaller; but a reader that wants one takes all of them. */
#define MAX_TOGETHER 250
/* More makes them hardly smaller, and takes twice as long. */
#define LEVEL 4
/* What an entry of the table of references takes: its kind, a place, and a place within that. */
#define ENTRY_SIZE 7
/* The filter of PNG that writes each entry as its difference to the one before. */
#define UP 2

typedef enum {
  ENTRY_FREE,
  ENTRY_PLAIN,  /* at a place of the file */
  ENTRY_PACKED, /* in an object, as the how manieth */
} EntryKind;

typedef struct {
  EntryKind kind;
  guint place;
  guint index;
} Entry;

struct _AtlasPdfPacker
{
  GByteArray *pdf;
  GArray *entries;  /* (element-type Entry): by number */
  GString *heads;   /* "12 0 13 37 …": number and place of each object that is packed together next */
  GString *objects; /* those themselves */
  guint n_together;
};

static void
append (AtlasPdfPacker *self,
        const char     *text,
        gsize           length)
{
  g_byte_array_append (self->pdf, (const guint8 *) text, length);
}

static void
append_text (AtlasPdfPacker *self,
             const char     *text)
{
  append (self, text, strlen (text));
}

AtlasPdfPacker *
atlas_pdf_packer_new (guint n)
{
  AtlasPdfPacker *self = g_new0 (AtlasPdfPacker, 1);

  self->pdf = g_byte_array_new ();
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->heads = g_string_new (NULL);
  self->objects = g_string_new (NULL);
  g_array_set_size (self->entries, n);
  /* Bytes above 127 tell that it is no text. */
  append_text (self, "%PDF-1.5\n%\xE7\xA4\xBE\xE5\xB7\xA5\n");
  return self;
}

void
atlas_pdf_packer_free (AtlasPdfPacker *self)
{
  g_clear_pointer (&self->pdf, g_byte_array_unref);
  g_array_unref (self->entries);
  g_string_free (self->heads, TRUE);
  g_string_free (self->objects, TRUE);
  g_free (self);
}

static void
set_entry (AtlasPdfPacker *self,
           guint           number,
           EntryKind       kind,
           guint           place,
           guint           index)
{
  g_array_index (self->entries, Entry, number) = (Entry) { kind, place, index };
}

void
atlas_pdf_packer_add_stream (AtlasPdfPacker *self,
                             guint           number,
                             const char     *dictionary,
                             const char     *data,
                             gsize           size)
{
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n%s\nstream\n", number, dictionary);

  set_entry (self, number, ENTRY_PLAIN, self->pdf->len, 0);
  append_text (self, head);
  append (self, data, size);
  append_text (self, "\nendstream\nendobj\n");
}

void
atlas_pdf_packer_add_compressed (AtlasPdfPacker *self,
                                 guint           number,
                                 const char     *dictionary,
                                 const guint8   *data,
                                 gsize           size)
{
  uLongf room = compressBound (size);
  g_autofree guint8 *compressed = g_malloc (room);
  g_autofree char *whole = NULL;

  compress2 (compressed, &room, data, size, LEVEL);
  whole = g_strdup_printf ("<<%s/Filter/FlateDecode/Length %lu>>", dictionary, room);
  atlas_pdf_packer_add_stream (self, number, whole, (const char *) compressed, room);
}

/* A number behind all others. */
static guint
take_next_number (AtlasPdfPacker *self)
{
  g_array_set_size (self->entries, self->entries->len + 1);
  return self->entries->len - 1;
}

static guint
get_number (AtlasPdfPacker *self)
{
  return self->n_together > 0 ? self->entries->len - 1 : take_next_number (self);
}

static void
write_together (AtlasPdfPacker *self)
{
  g_autofree char *dictionary = NULL;

  if (self->n_together == 0)
    return;
  dictionary = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, self->n_together, self->heads->len);
  g_string_append_len (self->heads, self->objects->str, self->objects->len);
  atlas_pdf_packer_add_compressed (self, self->entries->len - 1, dictionary, (const guint8 *) self->heads->str, self->heads->len);
  g_string_truncate (self->heads, 0);
  g_string_truncate (self->objects, 0);
  self->n_together = 0;
}

/* "37 " */
static void
append_number (GString *text,
               gsize    number)
{
  char digits[24], *first = digits + sizeof digits;

  *--first = ' ';
  do
    *--first = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (text, first, digits + sizeof digits - first);
}

void
atlas_pdf_packer_add (AtlasPdfPacker *self,
                      guint           number,
                      const char     *text,
                      gsize           length)
{
  guint within = get_number (self);

  set_entry (self, number, ENTRY_PACKED, within, self->n_together++);
  append_number (self->heads, number);
  append_number (self->heads, self->objects->len);
  g_string_append_len (self->objects, text, length);
  g_string_append_c (self->objects, '\n');
  if (self->n_together == MAX_TOGETHER)
    write_together (self);
}

static void
encode (const Entry *entry,
        guint8      *bytes)
{
  bytes[0] = (guint8) entry->kind;
  for (guint i = 0; i < 4; i++)
    bytes[1 + i] = (guint8) (entry->place >> (24 - 8 * i));
  bytes[5] = (guint8) (entry->index >> 8);
  bytes[6] = (guint8) entry->index;
}

static GByteArray *
encode_entries (const AtlasPdfPacker *self)
{
  GByteArray *rows = g_byte_array_sized_new (self->entries->len * (ENTRY_SIZE + 1));
  guint8 above[ENTRY_SIZE] = { 0 };

  for (guint i = 0; i < self->entries->len; i++)
    {
      guint8 bytes[ENTRY_SIZE], row[1 + ENTRY_SIZE] = { UP };

      encode (&g_array_index (self->entries, Entry, i), bytes);
      for (guint k = 0; k < ENTRY_SIZE; k++)
        row[1 + k] = (guint8) (bytes[k] - above[k]);
      memcpy (above, bytes, ENTRY_SIZE);
      g_byte_array_append (rows, row, sizeof row);
    }
  return rows;
}

static char *
dup_identifier (const AtlasPdfPacker *self)
{
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_MD5, self->pdf->data, self->pdf->len);

  return g_strdup_printf ("/ID[<%s><%s>]", sum, sum);
}

/* The table of references, which is the trailer too. */
static void
write_entries (AtlasPdfPacker *self,
               guint           root,
               guint           info)
{
  guint number = take_next_number (self);
  g_autofree char *about = info > 0 ? g_strdup_printf ("/Info %u 0 R", info) : g_strdup ("");
  g_autofree char *identifier = dup_identifier (self);
  g_autofree char *dictionary = NULL, *end = NULL;
  g_autoptr (GByteArray) rows = NULL;

  end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", self->pdf->len);
  set_entry (self, number, ENTRY_PLAIN, self->pdf->len, 0);
  set_entry (self, 0, ENTRY_FREE, 0, G_MAXUINT16);
  rows = encode_entries (self);
  dictionary = g_strdup_printf ("/Type/XRef/Size %u/W[1 4 2]/Root %u 0 R%s%s/DecodeParms<</Predictor 12/Columns %u>>",
                                self->entries->len, root, about, identifier, ENTRY_SIZE);
  atlas_pdf_packer_add_compressed (self, number, dictionary, rows->data, rows->len);
  append_text (self, end);
}

GBytes *
atlas_pdf_packer_finish (AtlasPdfPacker *self,
                         guint           root,
                         guint           info)
{
  write_together (self);
  write_entries (self, root, info);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->pdf));
}
