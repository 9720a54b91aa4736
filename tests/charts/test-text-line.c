/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "charts/text-context.h"
#include "charts/text-line.h"
#include "charts/text-paint.h"

#define WIDTH 300
#define HEIGHT 30
#define BASELINE 20

static PangoContext *context;
static PangoFontDescription *font;

static PangoLayout *
make_layout (const char *text)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static AtlasTextLine *
make_line (const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (AtlasLineFont) line_font = NULL;

  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  line_font = atlas_line_font_new (context, attributes);
  pango_attr_list_unref (attributes);
  return atlas_text_line_new (line_font, text);
}

/* Black on white, one byte for each pixel. */
static cairo_surface_t *
draw (const AtlasTextLine *line,
      PangoLayout         *layout)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_move_to (cr, 5, BASELINE);
  if (line != NULL)
    atlas_text_line_draw (line, cr, 5, BASELINE);
  else
    pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* As Pango itself sets it: scripts and faces mixed, combined characters, none at all, one that no font has, and one from right
 * to left. */
static void
test_like_layout (void)
{
  static const char *const texts[] = {
    "12,345", "利通区", "Ningxia 宁夏 −3.5%", "", " ", "A\u0301V fi", "≥ 810 ①", "\U000F0000", "宁夏 שלום 1", "🙂", "7", "0,123,456,789.05", "1,234人", "..1", "11,1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) layout = make_layout (texts[i]);
      g_autoptr (AtlasTextLine) line = make_line (texts[i]);
      cairo_surface_t *ours = draw (line, NULL), *theirs = draw (NULL, layout);
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      g_assert_cmpfloat (atlas_text_line_get_width (line), ==, (double) logical.width / PANGO_SCALE);
      g_assert_cmpstr (atlas_text_line_get_text (line), ==, texts[i]);
      g_assert_cmpmem (cairo_image_surface_get_data (ours), HEIGHT * cairo_image_surface_get_stride (ours),
                       cairo_image_surface_get_data (theirs), HEIGHT * cairo_image_surface_get_stride (theirs));
      cairo_surface_destroy (ours);
      cairo_surface_destroy (theirs);
    }
}

static void
test_suits (void)
{
  g_assert_true (atlas_text_line_suits (""));
  g_assert_true (atlas_text_line_suits ("宁夏 – “微”服务…"));
  g_assert_false (atlas_text_line_suits ("one\ntwo"));
  g_assert_false (atlas_text_line_suits ("one\ttwo"));
  g_assert_false (atlas_text_line_suits ("“one”\u2028two"));
  g_assert_false (atlas_text_line_suits ("one…\u2029"));
}

static double
sum_ink (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  double ink = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      ink += data[y * cairo_image_surface_get_stride (surface) + x];
  return ink;
}

/* As a line, as a layout and as a line of one: TEXT, its glyphs or its outlines. */
static cairo_surface_t *
paint (guint       way,
       const char *text,
       gboolean    outlines)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (AtlasTextLine) line = make_line (text);
  g_autoptr (PangoLayout) layout = make_layout (text);

  if (outlines)
    atlas_text_paint_use_outlines (cr);
  cairo_move_to (cr, 5, way == 1 ? 2 : BASELINE);
  if (way == 0)
    atlas_text_line_draw (line, cr, 5, BASELINE);
  else if (way == 1)
    atlas_text_paint_layout (cr, layout);
  else
    atlas_text_paint_line (cr, pango_layout_get_line_readonly (layout, 0));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* By outlines, that have no hints for a screen, text has about as much ink, at the same place. */
static void
test_outlines (void)
{
  for (guint way = 0; way < 3; way++)
    {
      cairo_surface_t *glyphs = paint (way, "江苏 Wuzhong 1,234.5", FALSE);
      cairo_surface_t *outlines = paint (way, "江苏 Wuzhong 1,234.5", TRUE);
      double ink = sum_ink (glyphs);

      g_assert_cmpfloat (ink, >, 10000);
      g_assert_cmpfloat (ABS (sum_ink (outlines) - ink), <, 0.1 * ink);
      cairo_surface_destroy (glyphs);
      cairo_surface_destroy (outlines);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  context = atlas_text_context_new ();
  font = atlas_text_font_new (9.5, PANGO_WEIGHT_NORMAL);
  g_test_add_func ("/text-line/like-layout", test_like_layout);
  g_test_add_func ("/text-line/suits", test_suits);
  g_test_add_func ("/text-line/outlines", test_outlines);
  status = g_test_run ();
  pango_font_description_free (font);
  g_object_unref (context);
  return status;
}
