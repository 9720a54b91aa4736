/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <locale.h>
#include <poppler.h>
#include <string.h>

#include "charts/chart-file.h"
#include "charts/pdf/pdf-objects.h"
#include "charts/pdf/pdf-packer.h"

/* Poppler 22.12 has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* Object 4 has the length of 3; 5 is free. */
static const char *const parts[] = {
  "1 0 obj\n<< /Type /Catalog % the first\n   /Pages 2 0 R >>\nendobj\n",
  "2 0 obj\n<< /Kids [ ]\n   /Count -0\n   /Note (a \\( ( endobj\n ) b) /Code < 00 41 > >>\nendobj\n",
  "3 0 obj\n<< /Length 4 0 R\n   /Filter /None >>\nstream\nq 1 0 endobj\nendstream\nendobj\n",
  "4 0 obj\n   12\nendobj\n",
};

static GString *
make_pdf (void)
{
  GString *pdf = g_string_new ("%PDF-1.5\n");
  gsize places[G_N_ELEMENTS (parts)], table;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      places[i] = pdf->len;
      g_string_append (pdf, parts[i]);
    }
  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", (guint) G_N_ELEMENTS (parts) + 2);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", places[i]);
  g_string_append_printf (pdf, "0000000000 65535 f \ntrailer\n<< /Size 6\n   /Root 1 0 R\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
  return pdf;
}

static AtlasPdfObjects *
read_objects (const GString  *pdf,
              GError        **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (pdf->str, pdf->len);

  return atlas_pdf_objects_new (bytes, error);
}

static void
test_read (void)
{
  g_autoptr (GString) pdf = make_pdf ();
  g_autoptr (GString) text = g_string_new ("before");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasPdfObjects) objects = read_objects (pdf, &error);
  AtlasPdfObject object;

  g_assert_no_error (error);
  g_assert_cmpuint (atlas_pdf_objects_get_n (objects), ==, 6);
  g_assert_cmpuint (atlas_pdf_objects_find (objects, "/Root"), ==, 1);
  g_assert_cmpuint (atlas_pdf_objects_find (objects, "/Info"), ==, 0);
  g_assert_true (atlas_pdf_objects_read (objects, 1, text, &object, &error));
  g_assert_cmpstr (text->str, ==, "<</Type/Catalog/Pages 2 0 R>>");
  g_assert_true (atlas_pdf_objects_read (objects, 2, text, &object, &error));
  g_assert_cmpstr (text->str, ==, "<</Kids[]/Count -0/Note(a \\( ( endobj\n ) b)/Code<00 41>>>");
  g_assert_null (object.data);
  g_assert_true (atlas_pdf_objects_read (objects, 3, text, &object, &error));
  g_assert_cmpstr (text->str, ==, "<</Length 12/Filter/None>>");
  g_assert_cmpmem (object.data, object.size, "q 1 0 endobj", 12);
  g_assert_cmpuint (object.length, ==, 4);
  g_assert_true (atlas_pdf_objects_read (objects, 4, text, &object, &error));
  g_assert_cmpstr (text->str, ==, "12");
}

static void
test_absent (void)
{
  g_autoptr (GString) pdf = make_pdf ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasPdfObjects) objects = read_objects (pdf, &error);
  AtlasPdfObject object;

  g_assert_false (atlas_pdf_objects_read (objects, 0, text, &object, &error));
  g_assert_false (atlas_pdf_objects_read (objects, 5, text, &object, &error));
  g_assert_false (atlas_pdf_objects_read (objects, 6, text, &object, &error));
  g_assert_no_error (error);
}

static void
assert_refused (const char *data,
                gsize       size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_pdf_objects_new (bytes, &error));
  g_assert_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_DRAW);
}

/* Without its first bytes, or without its last ones, of which "%%EOF" says nothing. */
static void
test_torn (void)
{
  g_autoptr (GString) pdf = make_pdf ();

  for (gsize n = 1; n <= pdf->len; n++)
    {
      assert_refused (pdf->str + n, pdf->len - n);
      if (n > strlen ("\n%%EOF\n"))
        assert_refused (pdf->str, pdf->len - n);
    }
}

static void
replace (GString    *pdf,
         const char *before,
         const char *behind)
{
  g_assert_cmpuint (strlen (before), ==, strlen (behind));
  g_assert_cmpuint (g_string_replace (pdf, before, behind, 1), ==, 1);
}

/* An object that is in use and not where it should be is not taken for one that is not there. */
static void
test_lost (void)
{
  g_autoptr (GString) pdf = make_pdf ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasPdfObjects) objects = NULL;
  AtlasPdfObject object;

  replace (pdf, "2 0 obj", "9 0 obj");
  objects = read_objects (pdf, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_pdf_objects_read (objects, 1, text, &object, &error));
  g_assert_false (atlas_pdf_objects_read (objects, 2, text, &object, &error));
  g_assert_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_DRAW);
}

/* What else a PDF may be: a table in a stream, in pieces, or for a part of the objects only. */
static void
test_other_kinds (void)
{
  static const char *const changes[][2] = {
    { "xref\n0 6\n", "7 0 obj\n<" },
    { "xref\n0 6\n", "xref\n1 5\n" },
    { "/Size 6\n ", "/Prev 19 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GString) pdf = make_pdf ();

      replace (pdf, changes[i][0], changes[i][1]);
      assert_refused (pdf->str, pdf->len);
    }
}

/* Whatever single bytes are changed to, every object is read or refused. */
static void
test_damaged (void)
{
  g_autoptr (GString) whole = make_pdf ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) pdf = g_string_new_len (whole->str, whole->len);
      g_autoptr (AtlasPdfObjects) objects = NULL;
      AtlasPdfObject object;

      for (guint i = 0; i < 3; i++)
        pdf->str[g_test_rand_int_range (0, pdf->len)] = (char) g_test_rand_int_range (0, 256);
      objects = read_objects (pdf, NULL);
      for (guint i = 0; objects != NULL && i < atlas_pdf_objects_get_n (objects); i++)
        if (atlas_pdf_objects_read (objects, i, text, &object, NULL) && object.data != NULL)
          g_assert_cmpuint (object.size, <, pdf->len);
    }
}

static void
add (AtlasPdfPacker *packer,
     guint           number,
     const char     *text)
{
  atlas_pdf_packer_add (packer, number, text, strlen (text));
}

/* N pages, so many that not all are packed together; the first of them says something. */
static GBytes *
pack_pages (guint n)
{
  static const char content[] = "BT /F1 12 Tf 72 720 Td (Packed) Tj ET";
  g_autoptr (AtlasPdfPacker) packer = atlas_pdf_packer_new (n + 5);
  g_autoptr (GString) kids = g_string_new ("<</Type/Pages/Kids[");

  add (packer, 1, "<</Type/Catalog/Pages 2 0 R>>");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (kids, "%u 0 R ", i + 5);
      add (packer, i + 5, i == 0 ? "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
                                 : "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>");
    }
  g_string_append_printf (kids, "]/Count %u>>", n);
  add (packer, 2, kids->str);
  add (packer, 4, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  atlas_pdf_packer_add_stream (packer, 3, "<</Length 37>>", content, strlen (content));
  return atlas_pdf_packer_finish (packer, 1, 0);
}

static void
test_pack (void)
{
  g_autoptr (GBytes) pdf = pack_pages (1000);
  g_autoptr (GBytes) again = pack_pages (1000);
  g_autoptr (GError) error = NULL;
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_autoptr (PopplerPage) page = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1000);
  page = poppler_document_get_page (document, 0);
  text = poppler_page_get_text (page);
  g_assert_cmpstr (text, ==, "Packed");
  /* 1,000 pages that hardly differ. */
  g_assert_cmpuint (g_bytes_get_size (pdf), <, 20000);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-objects/read", test_read);
  g_test_add_func ("/pdf-objects/absent", test_absent);
  g_test_add_func ("/pdf-objects/torn", test_torn);
  g_test_add_func ("/pdf-objects/lost", test_lost);
  g_test_add_func ("/pdf-objects/other-kinds", test_other_kinds);
  g_test_add_func ("/pdf-objects/damaged", test_damaged);
  g_test_add_func ("/pdf-packer/pack", test_pack);
  return g_test_run ();
}
