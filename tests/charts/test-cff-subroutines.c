/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <poppler.h>
#include <string.h>
#include <zlib.h>

#include "charts/byte-stream.h"
#include "charts/pdf/cff-subroutines.h"
#include "charts/pdf/font-file.h"
#include "charts/pdf/pdf-rewrite.h"

/* Poppler 22.12 has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

#define WIDTH 900
#define HEIGHT 30
/* In this order cairo 1.16 and 1.18 lose count of the hints of the last one, and keep all subroutines of the font. */
#define TEXT "SocialwrknCh:yebRgFusftmp2854(0),Pdv1N6.O37BjTHxIMLJ9ZAGqzYQXD;≈%[]W/≥U·–-①②V—<“”_E÷×年"
#define N_ROUNDS 3000

/* As text, or as lines only. */
static GBytes *
draw (const char *text,
      const char *family,
      gboolean    is_text)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (atlas_byte_stream_append, bytes, WIDTH, HEIGHT);
  cairo_t *cr;
  PangoLayout *layout;
  PangoFontDescription *font = pango_font_description_from_string (family);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cr = cairo_create (surface);
  layout = pango_cairo_create_layout (cr);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if (is_text)
    pango_cairo_show_layout (cr, layout);
  else
    pango_cairo_layout_path (cr, layout);
  cairo_fill (cr);
  g_object_unref (layout);
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
draw_text (void)
{
  return draw (TEXT, "Noto Sans CJK SC 10", TRUE);
}

static GBytes *
complete (GBytes *drawn)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = atlas_pdf_rewrite (drawn, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* The page in shades of grey, three times as large. */
static cairo_surface_t *
render (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_autoptr (PopplerPage) page = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 3 * WIDTH, 3 * HEIGHT);
  cairo_t *cr = cairo_create (surface);

  g_assert_no_error (error);
  page = poppler_document_get_page (document, 0);
  cairo_scale (cr, 3, 3);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What no glyph needs is gone, and each looks as before. */
static void
test_same_picture (void)
{
  g_autoptr (GBytes) drawn = draw_text ();
  g_autoptr (GBytes) pdf = complete (drawn);
  cairo_surface_t *before = render (drawn), *behind = render (pdf);
  gsize size = 3 * HEIGHT * cairo_image_surface_get_stride (before);

  g_assert_cmpmem (cairo_image_surface_get_data (before), size, cairo_image_surface_get_data (behind), size);
  g_assert_cmpuint (5 * g_bytes_get_size (pdf), <, g_bytes_get_size (drawn));
  cairo_surface_destroy (before);
  cairo_surface_destroy (behind);
}

/* How dark the page of PDF is. */
static double
measure_ink (GBytes *pdf)
{
  cairo_surface_t *surface = render (pdf);
  const guint8 *data = cairo_image_surface_get_data (surface);
  gsize size = 3 * HEIGHT * cairo_image_surface_get_stride (surface);
  double ink = 0;

  for (gsize i = 0; i < size; i++)
    ink += data[i];
  cairo_surface_destroy (surface);
  return ink;
}

/* The last mask of hints of these is followed by a subroutine that cairo 1.16 leaves out, and they would not be drawn. */
static void
test_no_glyph_is_lost (void)
{
  const char *samples[][2] = { { "Noto Sans CJK SC 10", "如威辑挪繁m" },
                               { "Noto Sans CJK SC Bold 10", "置别熟晓" },
                               { "Noto Serif CJK SC 10", "苏范化被虎E" },
                               { "Noto Serif CJK SC Bold 10", "黄措辐模席M" } };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (const char *p = samples[i][1]; *p != '\0'; p = g_utf8_next_char (p))
      {
        g_autofree char *character = g_strndup (p, g_utf8_next_char (p) - p);
        g_autoptr (GBytes) drawn = draw (character, samples[i][0], TRUE);
        g_autoptr (GBytes) pdf = complete (drawn);
        g_autoptr (GBytes) lines = draw (character, samples[i][0], FALSE);
        double expected = measure_ink (lines);

        g_test_message ("%s %s", samples[i][0], character);
        g_assert_cmpfloat_with_epsilon (measure_ink (pdf), expected, 0.1 * expected);
      }
}

/* The first place in PDF behind WORD. */
static gsize
find_behind (GBytes     *pdf,
             gsize       from,
             const char *word)
{
  gsize size, length = strlen (word);
  const char *data = g_bytes_get_data (pdf, &size);

  for (gsize i = from; i + length <= size; i++)
    if (memcmp (data + i, word, length) == 0)
      return i + length;
  g_assert_not_reached ();
}

/* As it was before it was compressed; (transfer full). */
static guint8 *
extract_font (GBytes *pdf,
              gsize  *size)
{
  gsize place = find_behind (pdf, find_behind (pdf, 0, "/CIDFontType0C"), "stream\n"), all;
  const guint8 *data = g_bytes_get_data (pdf, &all);
  uLongf room = 4 * 1024 * 1024;
  guint8 *font = g_malloc (room);

  g_assert_cmpint (uncompress2 (font, &room, data + place, &(uLong) { all - place }), ==, Z_OK);
  *size = room;
  return font;
}

/* Whatever is changed in a font, it is understood or left alone. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) drawn = draw_text ();
  gsize size;
  g_autofree guint8 *font = extract_font (drawn, &size);
  g_autofree guint8 *damaged = g_malloc (size), *cleared = g_malloc (size);
  guint n_refused = 0;
  gboolean has_gap;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      memcpy (damaged, font, size);
      for (guint k = 0; k < 20; k++)
        damaged[g_test_rand_int_range (0, 12000)] = (guint8) g_test_rand_int_range (0, 256);
      memcpy (cleared, damaged, size);
      if (atlas_cff_clear_unused (cleared, size, &has_gap))
        continue;
      g_assert_cmpmem (cleared, size, damaged, size);
      n_refused++;
    }
  g_assert_cmpuint (n_refused, >, 0);
  for (gsize n = 0; n < 200; n++)
    g_assert_false (atlas_cff_clear_unused (damaged, n, &has_gap));
}

/* What is filled from another font, or from a damaged one, is left alone, or whole by its own rules. */
static void
test_other_original (void)
{
  g_autoptr (GBytes) drawn = draw ("如", "Noto Sans CJK SC 10", TRUE);
  gsize size;
  g_autofree guint8 *font = extract_font (drawn, &size);
  g_autoptr (GByteArray) part = g_byte_array_append (g_byte_array_new (), font, (guint) size);
  g_autoptr (GPtrArray) bold = atlas_font_file_list_outlines ("NotoSansCJKsc-Bold");
  g_autoptr (GPtrArray) regular = atlas_font_file_list_outlines ("NotoSansCJKsc-Regular");
  g_autoptr (GByteArray) whole = NULL;
  gboolean has_gap = TRUE;

  g_assert_cmpuint (bold->len, >, 0);
  g_assert_null (atlas_cff_fill_gaps (part, g_ptr_array_index (bold, 0)));
  whole = atlas_cff_fill_gaps (part, g_ptr_array_index (regular, 0));
  g_assert_nonnull (whole);
  g_assert_true (atlas_cff_clear_unused (whole->data, whole->len, &has_gap));
  g_assert_false (has_gap);
  for (guint i = 0; i < N_ROUNDS / 50; i++)
    {
      g_autoptr (GByteArray) filled = NULL;

      for (guint k = 0; k < 20; k++)
        part->data[g_test_rand_int_range (0, (int) MIN (size, 4000))] = (guint8) g_test_rand_int_range (0, 256);
      filled = atlas_cff_fill_gaps (part, g_ptr_array_index (regular, 0));
      memcpy (part->data, font, size);
    }
}

static void
test_unknown_font (void)
{
  g_autoptr (GPtrArray) outlines = atlas_font_file_list_outlines ("NoSuchFont-Regular");

  g_assert_cmpuint (outlines->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cff-subroutines/same-picture", test_same_picture);
  g_test_add_func ("/cff-subroutines/no-glyph-is-lost", test_no_glyph_is_lost);
  g_test_add_func ("/cff-subroutines/damaged", test_damaged);
  g_test_add_func ("/cff-subroutines/other-original", test_other_original);
  g_test_add_func ("/cff-subroutines/unknown-font", test_unknown_font);
  return g_test_run ();
}
