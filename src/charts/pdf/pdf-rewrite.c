/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/pdf/pdf-rewrite.h"

#include <glib/gi18n.h>
#include <string.h>
#include <zlib.h>

#include "charts/chart-file.h"
#include "charts/pdf/cff-subroutines.h"
#include "charts/pdf/font-file.h"
#include "charts/pdf/pdf-objects.h"
#include "charts/pdf/pdf-packer.h"

/* What a font in Compact Font Format is known by. */
#define FONT "/Subtype/CIDFontType0C"

/* What DATA was before it was compressed; NULL where it is not as it should be. */
static GByteArray *
uncompress_data (const char *data,
                 gsize       size)
{
  GByteArray *out = g_byte_array_new ();
  z_stream stream = { .next_in = (Bytef *) data, .avail_in = (uInt) size };
  int status = inflateInit (&stream);

  for (guint room = 4 * (guint) size; status == Z_OK; room = out->len)
    {
      g_byte_array_set_size (out, (guint) stream.total_out + room);
      stream.next_out = out->data + stream.total_out;
      stream.avail_out = out->len - (uInt) stream.total_out;
      status = inflate (&stream, Z_NO_FLUSH);
    }
  g_byte_array_set_size (out, (guint) stream.total_out);
  inflateEnd (&stream);
  if (status != Z_STREAM_END)
    g_clear_pointer (&out, g_byte_array_unref);
  return out;
}

/* What OBJECT was before it was compressed; NULL where DICTIONARY says more of it than that, and that it is a KIND. */
static GByteArray *
extract (const char           *dictionary,
         const AtlasPdfObject *object,
         const char           *kind)
{
  g_autofree char *expected =
    g_strdup_printf ("<</Length %" G_GSIZE_FORMAT "/Filter/FlateDecode%s>>", object->size, kind);

  return strcmp (dictionary, expected) == 0 ? uncompress_data (object->data, object->size) : NULL;
}

/* FONT with what its glyphs lack, from the installed one; NULL where that is not found. */
static GByteArray *
fill_gaps (GByteArray  *font,
           GError     **error)
{
  g_autofree char *name = atlas_cff_dup_name (font);
  g_autoptr (GPtrArray) originals = atlas_font_file_list_outlines (name);

  for (guint i = 0; i < originals->len; i++)
    {
      GByteArray *filled = atlas_cff_fill_gaps (font, g_ptr_array_index (originals, i));

      if (filled != NULL)
        return filled;
    }
  g_set_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_DRAW,
               _("Characters of the font %s would be missing in the PDF: choose another font, or another kind of file"),
               name);
  return NULL;
}

/* What is changed in it; all else, and what is not understood, stays as it is. */
static void
pack_content (guint                  number,
              const char            *dictionary,
              const AtlasPdfObject  *object,
              const AtlasPdfChanges *changes,
              AtlasPdfPacker        *packer)
{
  g_autoptr (GByteArray) content = changes != NULL ? extract (dictionary, object, "") : NULL;
  g_autoptr (GByteArray) changed = NULL;

  if (content != NULL)
    changed = changes->change_content (content->data, content->len);
  if (changed != NULL)
    atlas_pdf_packer_add_compressed (packer, number, "", changed->data, changed->len);
  else
    atlas_pdf_packer_add_stream (packer, number, dictionary, object->data, object->size);
}

/* A stream, of which fonts become whole and smaller. */
static gboolean
pack_stream (guint                   number,
             const char             *dictionary,
             const AtlasPdfObject   *object,
             const AtlasPdfChanges  *changes,
             AtlasPdfPacker         *packer,
             GError                **error)
{
  g_autoptr (GByteArray) font = extract (dictionary, object, FONT);
  gboolean has_gap = FALSE;

  if (font == NULL || !atlas_cff_clear_unused (font->data, font->len, &has_gap))
    {
      pack_content (number, dictionary, object, changes, packer);
      return TRUE;
    }
  if (has_gap)
    {
      g_autoptr (GByteArray) filled = fill_gaps (font, error);

      if (filled == NULL)
        return FALSE;
      g_byte_array_unref (font);
      font = g_steal_pointer (&filled);
    }
  atlas_pdf_packer_add_compressed (packer, number, FONT, font->data, font->len);
  return TRUE;
}

/* Object NUMBER, or nothing if all that it says is the length of another. */
static gboolean
pack_object (const AtlasPdfObjects  *objects,
             guint                   number,
             const AtlasPdfChanges  *changes,
             gboolean               *is_length,
             GString                *text,
             AtlasPdfPacker         *packer,
             GError                **error)
{
  AtlasPdfObject object;
  GError *local_error = NULL;

  if (!atlas_pdf_objects_read (objects, number, text, &object, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      return local_error == NULL;
    }
  is_length[object.length] = TRUE;
  if (object.data != NULL)
    return pack_stream (number, text->str, &object, changes, packer, error);
  if (!is_length[number])
    {
      if (changes != NULL)
        changes->change_object (text, changes->data);
      atlas_pdf_packer_add (packer, number, text->str, text->len);
    }
  return TRUE;
}

static gboolean
pack (const AtlasPdfObjects  *objects,
      const AtlasPdfChanges  *changes,
      AtlasPdfPacker         *packer,
      GError                **error)
{
  guint n = atlas_pdf_objects_get_n (objects);
  g_autofree gboolean *is_length = g_new0 (gboolean, n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < n; i++)
    if (!pack_object (objects, i, changes, is_length, text, packer, error))
      return FALSE;
  return TRUE;
}

GBytes *
atlas_pdf_rewrite (GBytes                 *pdf,
                   const AtlasPdfChanges  *changes,
                   GError                **error)
{
  g_autoptr (AtlasPdfObjects) objects = atlas_pdf_objects_new (pdf, error);
  g_autoptr (AtlasPdfPacker) packer = NULL;
  guint root;

  if (objects == NULL)
    return NULL;
  root = atlas_pdf_objects_find (objects, "/Root");
  if (root == 0)
    {
      g_set_error_literal (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_DRAW,
                           _("The PDF could not be completed: cairo has not written it as expected"));
      return NULL;
    }
  packer = atlas_pdf_packer_new (atlas_pdf_objects_get_n (objects));
  if (!pack (objects, changes, packer, error))
    return NULL;
  return atlas_pdf_packer_finish (packer, root, atlas_pdf_objects_find (objects, "/Info"));
}
