/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pdf/pdf-accessibility.h"

#include <glib/gi18n.h>
#include <string.h>
#include <zlib.h>

#include "reports/pdf/cff-subroutines.h"
#include "reports/pdf/font-file.h"
#include "reports/pdf/pdf-artifacts.h"
#include "reports/pdf/pdf-objects.h"
#include "reports/pdf/pdf-packer.h"
#include "reports/report-file.h"

/* How an element of structure begins. */
#define ELEMENT "<</Type/StructElem/"
/* What a font in Compact Font Format is known by. */
#define FONT "/Subtype/CIDFontType0C"

/* What is added. */
typedef struct {
  AtlasLanguage language;
  GPtrArray *descriptions;
  guint n_figures; /* seen so far */
  guint n_front;
  gboolean has_catalogue;
} Additions;

/* TEXT is a dictionary. */
static void
add_key (GString    *text,
         const char *key,
         const char *value)
{
  g_string_truncate (text, text->len - strlen (">>"));
  g_string_append (text, key);
  g_string_append (text, value);
  g_string_append (text, ">>");
}

/* TEXT as UTF-16 in hexadecimal digits. */
static char *
dup_encoded (const char *text)
{
  glong n;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  GString *encoded = g_string_new ("<feff");

  for (glong i = 0; i < n; i++)
    g_string_append_printf (encoded, "%04x", units[i]);
  g_string_append_c (encoded, '>');
  return g_string_free (encoded, FALSE);
}

static void
describe_figure (Additions *additions,
                 GString   *element)
{
  g_autofree char *description = NULL;

  if (additions->n_figures++ >= additions->descriptions->len)
    return;
  description = dup_encoded (g_ptr_array_index (additions->descriptions, additions->n_figures - 1));
  add_key (element, "/Alt", description);
}

/* Pages are labelled as they are numbered: i, ii, iii … and 1, 2, 3 … */
static void
label_pages (GString *catalogue,
             guint    n_front)
{
  g_autofree char *labels =
    g_strdup_printf ("<</Nums[%s%u<</S/D>>]>>", n_front > 0 ? "0<</S/r>>" : "", n_front);

  add_key (catalogue, "/PageLabels", labels);
}

static void
complete_catalogue (Additions *additions,
                    GString   *catalogue)
{
  additions->has_catalogue = TRUE;
  add_key (catalogue, "/Lang", additions->language == ATLAS_LANGUAGE_CHINESE ? "(zh-CN)" : "(en)");
  add_key (catalogue, "/ViewerPreferences", "<</DisplayDocTitle true>>");
  label_pages (catalogue, additions->n_front);
}

/* cairo numbers elements of structure in the order in which they are read. All our header cells stand over a column. */
static void
complete_element (Additions *additions,
                  GString   *element)
{
  /* Which is what it is by its place too: a tenth of a long document says so again and again. */
  g_string_erase (element, strlen ("<<"), strlen (ELEMENT) - strlen ("<</"));
  if (strstr (element->str, "/S/Figure/") != NULL)
    describe_figure (additions, element);
  else if (strstr (element->str, "/S/TH/") != NULL)
    add_key (element, "/A", "<</O/Table/Scope/Column>>");
}

static void
complete (Additions *additions,
          GString   *text)
{
  if (g_str_has_prefix (text->str, ELEMENT))
    complete_element (additions, text);
  else if (g_str_has_prefix (text->str, "<</Type/Catalog/"))
    complete_catalogue (additions, text);
}

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
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE,
               _("Characters of the font %s would be missing in the PDF: choose another font, or write a text to edit"),
               name);
  return NULL;
}

/* What is drawn on a page gets marks; all else, and what is not understood, stays as it is. */
static void
pack_content (guint                 number,
              const char           *dictionary,
              const AtlasPdfObject *object,
              AtlasPdfPacker       *packer)
{
  g_autoptr (GByteArray) content = extract (dictionary, object, "");
  g_autoptr (GByteArray) marked = NULL;

  if (content != NULL && atlas_pdf_is_page_content (content->data, content->len))
    marked = atlas_pdf_mark_artifacts (content->data, content->len);
  if (marked != NULL)
    atlas_pdf_packer_add_compressed (packer, number, "", marked->data, marked->len);
  else
    atlas_pdf_packer_add_stream (packer, number, dictionary, object->data, object->size);
}

/* A stream, of which fonts become whole and smaller. */
static gboolean
pack_stream (guint                  number,
             const char            *dictionary,
             const AtlasPdfObject  *object,
             AtlasPdfPacker        *packer,
             GError               **error)
{
  g_autoptr (GByteArray) font = extract (dictionary, object, FONT);
  gboolean has_gap = FALSE;

  if (font == NULL || !atlas_cff_clear_unused (font->data, font->len, &has_gap))
    {
      pack_content (number, dictionary, object, packer);
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
             Additions              *additions,
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
    return pack_stream (number, text->str, &object, packer, error);
  if (!is_length[number])
    {
      complete (additions, text);
      atlas_pdf_packer_add (packer, number, text->str, text->len);
    }
  return TRUE;
}

static gboolean
pack (const AtlasPdfObjects  *objects,
      Additions              *additions,
      AtlasPdfPacker         *packer,
      GError                **error)
{
  guint n = atlas_pdf_objects_get_n (objects);
  g_autofree gboolean *is_length = g_new0 (gboolean, n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < n; i++)
    if (!pack_object (objects, i, additions, is_length, text, packer, error))
      return FALSE;
  return TRUE;
}

/* A file without what was to be added is none that may be given away. */
static gboolean
check (const Additions  *additions,
       guint             root,
       GError          **error)
{
  if (root > 0 && additions->has_catalogue && additions->n_figures == additions->descriptions->len)
    return TRUE;
  g_set_error_literal (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE,
                       _("The PDF could not be completed: cairo has not written it as expected"));
  return FALSE;
}

GBytes *
atlas_pdf_make_accessible (GBytes         *pdf,
                           AtlasLanguage   language,
                           GPtrArray      *descriptions,
                           guint           n_front,
                           GError        **error)
{
  g_autoptr (AtlasPdfObjects) objects = atlas_pdf_objects_new (pdf, error);
  g_autoptr (AtlasPdfPacker) packer = NULL;
  Additions additions = { language, descriptions, 0, n_front, FALSE };
  guint root;

  if (objects == NULL)
    return NULL;
  root = atlas_pdf_objects_find (objects, "/Root");
  packer = atlas_pdf_packer_new (atlas_pdf_objects_get_n (objects));
  if (!pack (objects, &additions, packer, error) || !check (&additions, root, error))
    return NULL;
  return atlas_pdf_packer_finish (packer, root, atlas_pdf_objects_find (objects, "/Info"));
}
