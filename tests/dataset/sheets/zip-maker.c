/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "zip-maker.h"

#include <string.h>

typedef struct {
  char *name;
  ZipMakerFlags flags;
  guint32 sum;
  guint64 packed_size;
  guint64 size;
  guint32 offset;
} Entry;

struct _ZipMaker {
  GByteArray *bytes;
  GArray *entries; /* of Entry */
};

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->name);
}

ZipMaker *
zip_maker_new (void)
{
  ZipMaker *self = g_new (ZipMaker, 1);

  self->bytes = g_byte_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

/* Little-endian, in SIZE bytes. */
static void
put (ZipMaker *self,
     guint64   value,
     guint     size)
{
  for (; size > 0; size--, value >>= 8)
    {
      guint8 byte = value & 0xff;

      g_byte_array_append (self->bytes, &byte, 1);
    }
}

static guint32
add_to_sum (guint32     sum,
            const char *data,
            gsize       length)
{
  static guint32 table[256];

  if (table[1] == 0)
    for (guint i = 0; i < 256; i++)
      {
        table[i] = i;
        for (guint bit = 0; bit < 8; bit++)
          table[i] = table[i] & 1 ? table[i] >> 1 ^ 0xedb88320 : table[i] >> 1;
      }
  sum = ~sum;
  for (gsize i = 0; i < length; i++)
    sum = table[(sum ^ (guint8) data[i]) & 0xff] ^ sum >> 8;
  return ~sum;
}

static guint
get_method (const Entry *entry)
{
  if (entry->flags & ZIP_MAKER_ODD_METHOD)
    return 14;
  return entry->flags & ZIP_MAKER_STORED ? 0 : 8;
}

/* From the version needed to the sizes: alike before the data and in the directory. */
static void
put_common (ZipMaker    *self,
            const Entry *entry,
            gboolean     with_sizes)
{
  gboolean in_64 = (entry->flags & ZIP_MAKER_ZIP64) != 0;
  guint64 size = entry->flags & ZIP_MAKER_LIES_SMALL ? 1 : entry->size;

  put (self, in_64 ? 45 : 20, 2);
  put (self,
       (entry->flags & ZIP_MAKER_ENCRYPTED ? 1 : 0) | (entry->flags & ZIP_MAKER_STREAMED ? 8 : 0) | 0x800, 2);
  put (self, get_method (entry), 2);
  put (self, 0, 2);
  put (self, 0x21, 2);
  put (self, with_sizes ? entry->sum ^ (entry->flags & ZIP_MAKER_BAD_SUM ? 1 : 0) : 0, 4);
  put (self, in_64 ? 0xffffffff : with_sizes ? entry->packed_size : 0, 4);
  put (self, in_64 ? 0xffffffff : with_sizes ? size : 0, 4);
  put (self, strlen (entry->name), 2);
  put (self, in_64 ? 20 : 0, 2);
}

static void
put_name (ZipMaker    *self,
          const Entry *entry)
{
  g_byte_array_append (self->bytes, (const guint8 *) entry->name, strlen (entry->name));
  if ((entry->flags & ZIP_MAKER_ZIP64) == 0)
    return;
  put (self, 1, 2);
  put (self, 16, 2);
  put (self, entry->size, 8);
  put (self, entry->packed_size, 8);
}

static void
put_local_header (ZipMaker    *self,
                  const Entry *entry)
{
  put (self, 0x04034b50, 4);
  put_common (self, entry, (entry->flags & ZIP_MAKER_STREAMED) == 0);
  put_name (self, entry);
}

static void
put_directory_entry (ZipMaker    *self,
                     const Entry *entry)
{
  put (self, 0x02014b50, 4);
  put (self, 45, 2);
  put_common (self, entry, TRUE);
  put (self, 0, 2);
  put (self, 0, 2);
  put (self, 0, 2);
  put (self, 0, 4);
  put (self, entry->offset, 4);
  put_name (self, entry);
}

/* Packs DATA behind PACKED; at the END with what the converter still holds. */
static void
pack (GConverter *converter,
      GByteArray *packed,
      const char *data,
      gsize       length,
      gboolean    end)
{
  GConverterResult result = G_CONVERTER_CONVERTED;
  guint8 piece[65536];

  while (length > 0 || (end && result != G_CONVERTER_FINISHED))
    {
      gsize n_read, n_written;

      result = g_converter_convert (converter, data, length, piece, sizeof piece,
                                    end ? G_CONVERTER_INPUT_AT_END : 0, &n_read, &n_written, NULL);
      g_assert_cmpint (result, !=, G_CONVERTER_ERROR);
      data += n_read;
      length -= n_read;
      g_byte_array_append (packed, piece, n_written);
    }
}

/* Writes ENTRY, whose sizes and sum are known, and takes its name. */
static void
add_entry (ZipMaker     *self,
           Entry        *entry,
           const guint8 *packed)
{
  entry->offset = self->bytes->len;
  put_local_header (self, entry);
  g_byte_array_append (self->bytes, packed, entry->packed_size);
  if (entry->flags & ZIP_MAKER_STREAMED)
    {
      put (self, 0x08074b50, 4);
      put (self, entry->sum, 4);
      put (self, entry->packed_size, 4);
      put (self, entry->size, 4);
    }
  g_array_append_val (self->entries, *entry);
}

void
zip_maker_add_full (ZipMaker      *self,
                    const char    *name,
                    const char    *data,
                    gssize         length,
                    ZipMakerFlags  flags)
{
  gsize size = length < 0 ? strlen (data) : length;
  Entry entry = { g_strdup (name), flags, add_to_sum (0, data, size), size, size };
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);

  if (flags & ZIP_MAKER_STORED)
    g_byte_array_append (packed, (const guint8 *) data, size);
  else
    pack (G_CONVERTER (compressor), packed, data, size, TRUE);
  entry.packed_size = packed->len;
  add_entry (self, &entry, packed->data);
}

void
zip_maker_add (ZipMaker   *self,
               const char *name,
               const char *data,
               gssize      length)
{
  zip_maker_add_full (self, name, data, length, 0);
}

void
zip_maker_add_bomb (ZipMaker   *self,
                    const char *name,
                    const char *start,
                    const char *pattern,
                    gsize       length,
                    const char *end)
{
  Entry entry = { g_strdup (name) };
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  g_autoptr (GString) block = g_string_new (NULL);

  while (block->len < 65536)
    g_string_append (block, pattern);
  for (gsize round = 0; entry.size < length; round++)
    {
      const char *data = round == 0 ? start : block->str;
      gsize size = round == 0 ? strlen (start) : block->len;

      entry.sum = add_to_sum (entry.sum, data, size);
      entry.size += size;
      pack (G_CONVERTER (compressor), packed, data, size, FALSE);
    }
  entry.sum = add_to_sum (entry.sum, end, strlen (end));
  entry.size += strlen (end);
  pack (G_CONVERTER (compressor), packed, end, strlen (end), TRUE);
  entry.packed_size = packed->len;
  add_entry (self, &entry, packed->data);
}

void
zip_maker_add_alias (ZipMaker   *self,
                     const char *name)
{
  Entry entry = g_array_index (self->entries, Entry, self->entries->len - 1);

  entry.name = g_strdup (name);
  g_array_append_val (self->entries, entry);
}

/* The end of an archive with more entries or bytes than 32 bits can say, or where it is made to look so. */
static void
put_end_64 (ZipMaker *self,
            guint     n,
            guint     size,
            guint     offset)
{
  guint at = self->bytes->len;

  put (self, 0x06064b50, 4);
  put (self, 44, 8);
  put (self, 45, 2);
  put (self, 45, 2);
  put (self, 0, 8);
  put (self, n, 8);
  put (self, n, 8);
  put (self, size, 8);
  put (self, offset, 8);
  put (self, 0x07064b50, 4);
  put (self, 0, 4);
  put (self, at, 8);
  put (self, 1, 4);
}

static void
put_end (ZipMaker *self,
         guint     size,
         guint     offset)
{
  guint n = self->entries->len;
  ZipMakerFlags flags = n > 0 ? g_array_index (self->entries, Entry, 0).flags : 0;
  gboolean in_64 = n > 0xffff || (flags & ZIP_MAKER_ZIP64) != 0;

  if (in_64)
    put_end_64 (self, n, size, offset);
  put (self, 0x06054b50, 4);
  put (self, 0, 4);
  put (self, in_64 ? 0xffff : n, 2);
  put (self, in_64 ? 0xffff : n, 2);
  put (self, in_64 ? 0xffffffff : size, 4);
  put (self, in_64 ? 0xffffffff : offset, 4);
  put (self, 0, 2);
}

GBytes *
zip_maker_finish (ZipMaker *self)
{
  guint offset = self->bytes->len;
  GBytes *bytes;

  for (guint i = 0; i < self->entries->len; i++)
    put_directory_entry (self, &g_array_index (self->entries, Entry, i));
  put_end (self, self->bytes->len - offset, offset);
  bytes = g_byte_array_free_to_bytes (self->bytes);
  g_array_unref (self->entries);
  g_free (self);
  return bytes;
}
