/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <poppler.h>
#include <string.h>

#include "charts/byte-stream.h"
#include "charts/chart-file.h"
#include "reports/pdf/pdf-accessibility.h"
#include "reports/report-file.h"

/* Poppler 22.12 has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerStructureElement, g_object_unref)

#define N_FIGURES 3

/* As cairo writes it. */
static GBytes *
draw_figures (cairo_pdf_version_t version)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (atlas_byte_stream_append, bytes, 200, 200);
  cairo_t *cr;

  cairo_pdf_surface_restrict_to_version (surface, version);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      cairo_tag_begin (cr, "Figure", NULL);
      cairo_rectangle (cr, 20, 20 + 50 * i, 100, 30);
      cairo_fill (cr);
      cairo_tag_end (cr, "Figure");
    }
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
complete (GBytes  *drawn,
          guint    n_descriptions,
          GError **error)
{
  static const char *const descriptions[] = { "One", "\u4e8c (\U0001F642)", "Three", "Four" };
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = 0; i < n_descriptions; i++)
    g_ptr_array_add (some, (gpointer) descriptions[i]);
  return atlas_pdf_make_accessible (drawn, ATLAS_LANGUAGE_ENGLISH, some, 0, error);
}

/* Each figure has the description of its place. */
static void
test_descriptions (void)
{
  g_autoptr (GBytes) drawn = draw_figures (CAIRO_PDF_VERSION_1_4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = complete (drawn, N_FIGURES, &error);
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  PopplerStructureElementIter *iter, *child;

  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  iter = poppler_structure_element_iter_new (document);
  child = poppler_structure_element_iter_get_child (iter);
  do
    {
      g_autoptr (PopplerStructureElement) element = poppler_structure_element_iter_get_element (child);
      g_autofree char *text = poppler_structure_element_get_alt_text (element);

      g_string_append_printf (found, "%s;", text);
    }
  while (poppler_structure_element_iter_next (child));
  poppler_structure_element_iter_free (child);
  poppler_structure_element_iter_free (iter);
  g_assert_cmpstr (found->str, ==, "One;\u4e8c (\U0001F642);Three;");
}

static void
assert_refused (GBytes *drawn,
                guint   n_descriptions,
                GQuark  domain,
                int     code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (complete (drawn, n_descriptions, &error));
  g_assert_error (error, domain, code);
}

/* A figure without a description, or a description without a figure, would mean that others are told of the wrong one. */
static void
test_other_number (void)
{
  g_autoptr (GBytes) drawn = draw_figures (CAIRO_PDF_VERSION_1_4);

  assert_refused (drawn, N_FIGURES - 1, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE);
  assert_refused (drawn, N_FIGURES + 1, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE);
}

/* The bytes of DATA with WORD, which is in them once, made another. */
static GBytes *
change_word (const char *data,
             gsize       size,
             const char *word)
{
  char *changed = g_memdup2 (data, size);
  guint n = 0;

  for (gsize i = 0; i + strlen (word) <= size; i++)
    if (memcmp (changed + i, word, strlen (word)) == 0)
      {
        changed[i + strlen (word) - 1] = 'X';
        n++;
      }
  g_assert_cmpuint (n, ==, 1);
  return g_bytes_new_take (changed, size);
}

/* Nothing that has no catalogue is a document. */
static void
test_no_catalogue (void)
{
  g_autoptr (GBytes) drawn = draw_figures (CAIRO_PDF_VERSION_1_4);
  gsize size;
  const char *data = g_bytes_get_data (drawn, &size);
  g_autoptr (GBytes) without_root = change_word (data, size, "/Root");
  g_autoptr (GBytes) without_catalogue = change_word (data, size, "/Type /Catalog");

  assert_refused (without_root, N_FIGURES, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_DRAW);
  assert_refused (without_catalogue, N_FIGURES, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE);
}

/* Newer versions of cairo put objects into streams where they may, which is refused and not half read; others write the same
 * for every version. */
static void
test_newer_version (void)
{
  g_autoptr (GBytes) drawn = draw_figures (CAIRO_PDF_VERSION_1_5);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = complete (drawn, N_FIGURES, &error);

  if (cairo_version () < CAIRO_VERSION_ENCODE (1, 17, 6))
    g_assert_no_error (error);
  else
    g_assert_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_DRAW);
  g_assert_cmpint (pdf == NULL, ==, error != NULL);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-accessibility/descriptions", test_descriptions);
  g_test_add_func ("/pdf-accessibility/other-number", test_other_number);
  g_test_add_func ("/pdf-accessibility/no-catalogue", test_no_catalogue);
  g_test_add_func ("/pdf-accessibility/newer-version", test_newer_version);
  return g_test_run ();
}
