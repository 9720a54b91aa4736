/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "reports/pdf/pdf-document.h"
#include "test-language.h"

/* Poppler 22.12 has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerStructureElement, g_object_unref)

/* Two pages, with a heading on each. */
static AtlasReport *
build (const char *title)
{
  AtlasReport *report = atlas_report_new (title);

  atlas_report_add_title (report, NULL);
  atlas_report_add_heading (report, 1, "Front");
  atlas_report_add_paragraph (report, "Text.");
  atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
  atlas_report_add_heading (report, 1, "Back");
  atlas_report_add_paragraph (report, "Text.");
  return report;
}

static void
add (AtlasPdfDocument *document,
     const char       *title)
{
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new (build (title));

  g_assert_cmpuint (atlas_report_pages_get_n_pages (pages), ==, 2);
  atlas_report_pages_set_numbers (pages, atlas_pdf_document_get_n_pages (document) + 1, 4);
  g_assert_true (atlas_pdf_document_add (document, pages, title, NULL, NULL));
}

static PopplerDocument *
read_back (AtlasPdfDocument *document)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-pdf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "two.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (AtlasReport) about = atlas_report_new ("Two reports");
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf;

  atlas_pdf_document_save (document, about, "0123abcd", path, &error);
  g_assert_no_error (error);
  pdf = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return pdf;
}

static void
assert_page (PopplerDocument *pdf,
             int              page,
             const char      *has,
             const char      *number)
{
  g_autoptr (PopplerPage) found = poppler_document_get_page (pdf, page);
  g_autofree char *text = poppler_page_get_text (found);

  g_assert_nonnull (strstr (text, has));
  g_assert_nonnull (strstr (text, number));
}

/* "First(1. Front→1 2. Back→2)…": titles and the pages they lead to. */
static void
print_bookmarks (PopplerIndexIter *iter,
                 GString          *text)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      g_string_append_printf (text, "%s→%d;", action->any.title, action->goto_dest.dest->page_num);
      if (child != NULL)
        {
          g_string_append_c (text, '(');
          print_bookmarks (child, text);
          g_string_append_c (text, ')');
          poppler_index_iter_free (child);
        }
      poppler_action_free (action);
    }
  while (poppler_index_iter_next (iter));
}

/* Two reports in one document: pages and their numbers run on, and each has a bookmark over its headings. */
static void
test_two_reports (void)
{
  g_autoptr (AtlasPdfDocument) document = atlas_pdf_document_new ();
  g_autoptr (PopplerDocument) pdf = NULL;
  g_autoptr (GString) bookmarks = g_string_new (NULL);
  g_autofree char *title = NULL;
  PopplerIndexIter *iter;

  add (document, "First");
  add (document, "Second");
  g_assert_cmpuint (atlas_pdf_document_get_n_pages (document), ==, 4);
  pdf = read_back (document);
  title = poppler_document_get_title (pdf);
  g_assert_cmpstr (title, ==, "Two reports");
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 4);
  assert_page (pdf, 0, "Front", "Page 1 of 4");
  assert_page (pdf, 1, "First", "Page 2 of 4");
  assert_page (pdf, 2, "Front", "Page 3 of 4");
  assert_page (pdf, 3, "Second", "Page 4 of 4");
  iter = poppler_index_iter_new (pdf);
  print_bookmarks (iter, bookmarks);
  poppler_index_iter_free (iter);
  g_assert_cmpstr (bookmarks->str, ==, "First→1;(1. Front→1;2. Back→2;)Second→3;(1. Front→3;2. Back→4;)");
}

/* In the tree of tags each report is a part of the document. */
static void
test_parts (void)
{
  g_autoptr (AtlasPdfDocument) document = atlas_pdf_document_new ();
  g_autoptr (PopplerDocument) pdf = NULL;
  PopplerStructureElementIter *iter;
  PopplerStructureElementIter *child;
  guint n_parts = 0;

  add (document, "First");
  add (document, "Second");
  pdf = read_back (document);
  iter = poppler_structure_element_iter_new (pdf);
  g_assert_nonnull (iter);
  child = poppler_structure_element_iter_get_child (iter);
  g_assert_nonnull (child);
  do
    {
      g_autoptr (PopplerStructureElement) element = poppler_structure_element_iter_get_element (child);

      g_assert_cmpint (poppler_structure_element_get_kind (element), ==, POPPLER_STRUCTURE_ELEMENT_PART);
      n_parts++;
    }
  while (poppler_structure_element_iter_next (child));
  poppler_structure_element_iter_free (child);
  poppler_structure_element_iter_free (iter);
  g_assert_cmpuint (n_parts, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  test_language_speak ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/pdf-document/two-reports", test_two_reports);
  g_test_add_func ("/reports/pdf-document/parts", test_parts);
  return g_test_run ();
}
