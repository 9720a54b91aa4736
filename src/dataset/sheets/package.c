/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "dataset/sheets/package.h"

#include <glib/gi18n.h>
#include <string.h>
#include <zip.h>

#include "dataset/sheets/sheet-limits.h"

/* Of an archive; a workbook of a thousand sheets with drawings has some thousand. */
#define MAX_ENTRIES 50000
#define PIECE_BYTES (256 * 1024)

struct _AtlasPackage {
  char *name;
  GBytes *bytes;
  zip_t *archive;
  GHashTable *folded_names; /* (nullable): fold_name() → index + 1; made when first needed */
};

static gboolean
set_cut_off (const char  *name,
             GError     **error)
{
  return atlas_sheet_set_damaged (name, NULL, _("its archive is cut off or not readable"), error);
}

/* The directory names each entry behind this mark, so that there are no more entries than marks: libzip would
 * take some hundred bytes for each before it could be asked for their number. */
static gboolean
has_too_many_entries (GBytes *bytes)
{
  static const char mark[] = { 'P', 'K', 1, 2 };
  gsize length;
  const char *at = g_bytes_get_data (bytes, &length), *end = at + length;
  guint n = 0;

  while (n <= MAX_ENTRIES && (at = memmem (at, end - at, mark, sizeof mark)) != NULL)
    {
      n++;
      at += sizeof mark;
    }
  return n > MAX_ENTRIES;
}

static zip_t *
open_archive (GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  zip_source_t *source = zip_source_buffer_create (data, length, 0, NULL);
  zip_t *archive;

  if (source == NULL)
    return NULL;
  archive = zip_open_from_source (source, ZIP_RDONLY, NULL);
  if (archive == NULL)
    zip_source_free (source);
  return archive;
}

/* Entries may share their packed bytes, so each may keep to its limit and all of them not. */
static gboolean
is_too_large (zip_t *archive)
{
  zip_uint64_t total = 0;

  for (zip_int64_t i = 0; i < zip_get_num_entries (archive, 0); i++)
    {
      zip_stat_t stat;

      if (zip_stat_index (archive, i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
        continue;
      if (stat.size > ATLAS_SHEET_MAX_PART_BYTES)
        return TRUE;
      total += stat.size;
      if (total > ATLAS_SHEET_MAX_PART_BYTES)
        return TRUE;
    }
  return FALSE;
}

AtlasPackage *
atlas_package_open (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (AtlasPackage) self = g_new0 (AtlasPackage, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  if (has_too_many_entries (bytes))
    {
      atlas_sheet_set_too_large (name, _("it has too many parts"), error);
      return NULL;
    }
  self->archive = open_archive (bytes);
  /* To libzip no bytes at all are an archive too. */
  if (self->archive == NULL || zip_get_num_entries (self->archive, 0) == 0)
    {
      set_cut_off (name, error);
      return NULL;
    }
  if (is_too_large (self->archive))
    {
      atlas_sheet_set_too_large (name, _("unpacked it would be too long"), error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
atlas_package_free (AtlasPackage *self)
{
  if (self->archive != NULL)
    zip_discard (self->archive);
  g_clear_pointer (&self->folded_names, g_hash_table_unref);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

const char *
atlas_package_get_name (AtlasPackage *self)
{
  return self->name;
}

/* Some programs write back-slashes. */
static char *
fold_name (const char *name)
{
  return g_strdelimit (g_ascii_strdown (name, -1), "\\", '/');
}

/* Of names that fold to the same, the first. */
static void
list_folded_names (AtlasPackage *self)
{
  self->folded_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gssize i = zip_get_num_entries (self->archive, 0) - 1; i >= 0; i--)
    {
      const char *name = zip_get_name (self->archive, i, 0);

      if (name != NULL)
        g_hash_table_replace (self->folded_names, fold_name (name), GSIZE_TO_POINTER (i + 1));
    }
}

/* −1 where there is none. */
static zip_int64_t
find_part (AtlasPackage *self,
           const char   *part)
{
  zip_int64_t index = zip_name_locate (self->archive, part, 0);
  g_autofree char *folded = NULL;

  if (index >= 0)
    return index;
  if (self->folded_names == NULL)
    list_folded_names (self);
  folded = fold_name (part);
  return (zip_int64_t) GPOINTER_TO_SIZE (g_hash_table_lookup (self->folded_names, folded)) - 1;
}

gboolean
atlas_package_has_part (AtlasPackage *self,
                        const char   *part)
{
  return find_part (self, part) >= 0;
}

static gboolean
stat_part (AtlasPackage *self,
           zip_int64_t   index,
           zip_stat_t   *stat)
{
  const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD |
                              ZIP_STAT_ENCRYPTION_METHOD;

  return index >= 0 && zip_stat_index (self->archive, index, 0, stat) == 0 &&
         (stat->valid & needed) == needed;
}

/* Whether the part may be unpacked, by what the directory says. */
static gboolean
check_part (AtlasPackage      *self,
            const zip_stat_t  *stat,
            GError           **error)
{
  if (stat->encryption_method != ZIP_EM_NONE)
    {
      g_set_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_ENCRYPTED,
                   _("“%s” is protected by a password: save it again without one."), self->name);
      return FALSE;
    }
  /* Others are rare, and may want gigabytes to unpack. */
  if (stat->comp_method != ZIP_CM_STORE && stat->comp_method != ZIP_CM_DEFLATE)
    {
      g_set_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT,
                   _("“%s” is packed in an unusual way: save it again in a spreadsheet program."),
                   self->name);
      return FALSE;
    }
  if (stat->size > ATLAS_SHEET_RATIO_FROM && stat->size / ATLAS_SHEET_MAX_RATIO > stat->comp_size)
    return atlas_sheet_set_too_large (self->name, _("unpacked it would be too long"), error);
  return TRUE;
}

/* Reads no further than the directory says, since the limits were checked with that. */
static gboolean
read_pieces (AtlasPackage      *self,
             zip_file_t        *file,
             const zip_stat_t  *stat,
             AtlasPartFunc      func,
             gpointer           user_data,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autofree char *piece = g_malloc (PIECE_BYTES);
  zip_uint64_t done = 0;
  zip_int64_t n;

  while ((n = zip_fread (file, piece, PIECE_BYTES)) > 0)
    {
      done += n;
      if (done > stat->size)
        break;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !func (piece, n, user_data, error))
        return FALSE;
    }
  if (n == 0 && done == stat->size)
    return TRUE;
  return atlas_sheet_set_damaged (self->name, stat->name, _("it cannot be unpacked"), error);
}

static gboolean
read_part (AtlasPackage   *self,
           const char     *part,
           AtlasPartFunc   func,
           gpointer        user_data,
           GCancellable   *cancellable,
           GError        **error)
{
  zip_stat_t stat;
  zip_file_t *file;
  gboolean done;

  if (!stat_part (self, find_part (self, part), &stat))
    return atlas_sheet_set_damaged (self->name, part, _("it is missing"), error);
  if (!check_part (self, &stat, error))
    return FALSE;
  file = zip_fopen_index (self->archive, stat.index, 0);
  if (file == NULL)
    return atlas_sheet_set_damaged (self->name, part, _("it cannot be unpacked"), error);
  done = read_pieces (self, file, &stat, func, user_data, cancellable, error);
  zip_fclose (file);
  return done;
}

/* FALSE without an error means that FUNC wanted no more. */
gboolean
atlas_package_read (AtlasPackage   *self,
                    const char     *part,
                    AtlasPartFunc   func,
                    gpointer        user_data,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_autoptr (GError) failure = NULL;

  if (read_part (self, part, func, user_data, cancellable, &failure) || failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
feed_parser (const char  *data,
             gsize        length,
             gpointer     user_data,
             GError     **error)
{
  return atlas_xml_parser_feed (user_data, data, length, error);
}

gboolean
atlas_package_parse (AtlasPackage            *self,
                     const char              *part,
                     const AtlasXmlHandlers  *handlers,
                     gpointer                 user_data,
                     GCancellable            *cancellable,
                     GError                 **error)
{
  g_autoptr (AtlasXmlParser) parser = atlas_xml_parser_new (handlers, user_data, self->name, part);
  g_autoptr (GError) failure = NULL;

  if (read_part (self, part, feed_parser, parser, cancellable, &failure))
    atlas_xml_parser_finish (parser, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
