/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/text-lines.h"

/* 28 characters of body text in the official style. */
#define CHARACTER 15.79
#define WIDTH (28 * CHARACTER + 0.05)

static AtlasTextShaper *shaper;

/* N Han characters, then MORE; (transfer full). */
static char *
make_text (guint       n,
           const char *more)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, "中");
  g_string_append (text, more);
  return g_string_free (text, FALSE);
}

static AtlasTextLines *
break_lines (const char *text)
{
  return atlas_text_lines_new (shaper, ATLAS_TEXT_BODY, text, WIDTH, PANGO_ALIGN_LEFT, 0, TRUE);
}

/* The word goes over to the second line. What its first line lacks is spread where that is one character, and left at the
 * right where it is six; a space in it takes up no more than any other gap. */
static void
test_even_out (void)
{
  const struct {
    guint n;
    const char *more;
    double width;
  } cases[] = {
    { 27, "wwwwwwwwww中中", 28 },
    { 22, "wwwwwwwwwwwwwwww中中", 22 },
    { 5, "中中", 7 }, /* the only line, and so the last */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_text (cases[i].n, cases[i].more);
      g_autoptr (AtlasTextLines) lines = break_lines (text);

      g_assert_cmpuint (atlas_text_lines_get_n (lines), ==, i < 2 ? 2 : 1);
      g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_width (lines), cases[i].width * CHARACTER, 0.2);
    }
}

/* By Unicode no line could end within 中“中”“中”中; in Chinese it may before an opening mark, and behind a closing one. */
static void
test_quotation_marks (void)
{
  g_autofree char *text = make_text (26, "“中中”“中中”“中中”中");
  g_autoptr (AtlasTextLines) lines = break_lines (text);

  g_assert_cmpuint (atlas_text_lines_get_n (lines), ==, 2);
  /* Two characters lack, not the whole row of quotations: they are spread. */
  g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_width (lines), 28 * CHARACTER, 0.2);
}

/* 27 characters, and room for one more: 图 goes over with its number. */
static void
test_reference (void)
{
  g_autofree char *text = make_text (27, "图12中");
  g_autoptr (AtlasTextLines) lines = break_lines (text);

  g_assert_cmpuint (atlas_text_lines_get_n (lines), ==, 2);
  g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_last_width (lines),
                                  atlas_text_shaper_measure (shaper, ATLAS_TEXT_BODY, "图12中"), 0.01);
}

/* Where lines are not made even a number stays with its unit: the bracket before it and the one behind go over too. */
static void
test_unit (void)
{
  g_autofree char *text = make_text (25, "（22个）");
  g_autoptr (AtlasTextLines) lines = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_BODY, text, WIDTH);

  g_assert_cmpuint (atlas_text_lines_get_n (lines), ==, 2);
  g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_last_width (lines),
                                  atlas_text_shaper_measure (shaper, ATLAS_TEXT_BODY, "（22个）"), 0.01);
}

/* How many characters stand on the last line of TEXT in ROLE where a line has room for N. */
static double
count_last (AtlasTextRole role,
            const char   *text,
            double        n)
{
  double size = atlas_text_shaper_get_style (shaper)->texts[role].size;
  g_autoptr (AtlasTextLines) lines = atlas_text_lines_new_plain (shaper, role, text, n * size + 0.1);

  return atlas_text_lines_get_last_width (lines) / size;
}

/* 社会, 工作师 and not 社会工作, 师; where there is no room for it a word is broken, and in running text as well. */
static void
test_words (void)
{
  g_assert_cmpfloat_with_epsilon (count_last (ATLAS_TEXT_CELL_HEADER, "社会工作师", 4), 3, 0.01);
  g_assert_cmpfloat_with_epsilon (count_last (ATLAS_TEXT_CELL, "乡镇（街道）社工站覆盖率", 11), 3, 0.01);
  g_assert_cmpfloat_with_epsilon (count_last (ATLAS_TEXT_CARD_LABEL, "乡镇（街道）社工站覆盖率", 8), 6, 0.01);
  g_assert_cmpfloat_with_epsilon (count_last (ATLAS_TEXT_CELL_HEADER, "工作师", 2), 1, 0.01);
  g_assert_cmpfloat_with_epsilon (count_last (ATLAS_TEXT_BODY, "社会工作师", 4), 1, 0.01);
}

/* 〔7〕—〔8〕 is one piece, and so is 资料来源 with what stands behind it. */
static void
test_sources (void)
{
  double range = atlas_text_shaper_measure (shaper, ATLAS_TEXT_NOTE, "〔7〕—〔8〕");
  double size = atlas_text_shaper_get_style (shaper)->texts[ATLAS_TEXT_NOTE].size;

  g_assert_cmpfloat_with_epsilon (count_last (ATLAS_TEXT_NOTE, "中〔1〕〔7〕—〔8〕", range / size + 3), range / size, 0.01);
  g_assert_cmpfloat_with_epsilon (count_last (ATLAS_TEXT_NOTE, "中中中资料来源中", 6), 5, 0.01);
}

/* What goes over to the second line where one is a point too long. */
static void
test_latin (void)
{
  static const struct {
    const char *text;
    const char *last;
  } cases[] = {
    { "certified workers [1]", "workers [1]" },
    { "certified workers [1][2]", "[2]" },
    { "Service person-times", "person-times" },
    { "Documents disagree: ≈ 929,000", "≈ 929,000" },
    { "Documents disagree: < 929,000", "< 929,000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double natural = atlas_text_shaper_measure (shaper, ATLAS_TEXT_NOTE, cases[i].text);
      g_autoptr (AtlasTextLines) lines = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_NOTE, cases[i].text, natural - 1);

      g_assert_cmpuint (atlas_text_lines_get_n (lines), ==, 2);
      g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_last_width (lines),
                                      atlas_text_shaper_measure (shaper, ATLAS_TEXT_NOTE, cases[i].last), 0.05);
    }
}

/* （100.0%） does not part, and would leave the first line ragged: 22 characters and the five or six of it are more than 28 only by
 * what the blanks of two marks and the brackets can lose. */
static void
test_squeeze (void)
{
  g_autofree char *text = make_text (20, "，中，（100.0%）中中");
  double first = 25 * CHARACTER + atlas_text_shaper_measure (shaper, ATLAS_TEXT_BODY, "100.0%");
  g_autoptr (AtlasTextLines) lines = break_lines (text);

  g_assert_cmpfloat (first, >, 28 * CHARACTER);
  g_assert_cmpfloat (first, <, 30 * CHARACTER);
  g_assert_cmpuint (atlas_text_lines_get_n (lines), ==, 2);
  g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_width (lines), 28 * CHARACTER, 0.2);
  g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_last_width (lines), 2 * CHARACTER, 0.2);
}

/* Where the ink of LINES, which stand at 0, begins and ends, in points. */
static void
find_ink (const AtlasTextLines *lines,
          double               *left,
          double               *right)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double y, width, height;

  atlas_text_lines_draw_all (lines, cr, 0, 0);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, left, &y, &width, &height);
  *right = *left + width;
  cairo_surface_destroy (surface);
}

/* 中 reaches over nearly all of its em. What is one line stands at either end of WIDTH, or in its middle. */
static void
test_alignment (void)
{
  const struct {
    const char *text;
    PangoAlignment alignment;
    double indent;
    double left;
  } cases[] = {
    { "中中", PANGO_ALIGN_LEFT, 0, 0 },
    { "中中", PANGO_ALIGN_LEFT, 2 * CHARACTER, 2 },
    { "中中", PANGO_ALIGN_CENTER, 0, 13 },
    { "中中", PANGO_ALIGN_RIGHT, 0, 26 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasTextLines) lines = atlas_text_lines_new (shaper, ATLAS_TEXT_BODY, cases[i].text, WIDTH,
                                                               cases[i].alignment, cases[i].indent, FALSE);
      double left, right;

      find_ink (lines, &left, &right);
      g_assert_cmpuint (atlas_text_lines_get_n (lines), ==, 1);
      g_assert_cmpfloat_with_epsilon (left, cases[i].left * CHARACTER, 2);
      g_assert_cmpfloat_with_epsilon (right, (cases[i].left + 2) * CHARACTER, 2);
    }
}

/* What is written from right to left begins at the right. */
static void
test_right_to_left (void)
{
  g_autoptr (AtlasTextLines) lines =
    atlas_text_lines_new (shaper, ATLAS_TEXT_BODY, "שלום", WIDTH, PANGO_ALIGN_LEFT, 0, FALSE);
  double left, right;

  find_ink (lines, &left, &right);
  g_assert_cmpfloat_with_epsilon (right, WIDTH, 2);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shaper = atlas_text_shaper_new (atlas_report_style_find ("official"), ATLAS_LANGUAGE_CHINESE);
  g_test_add_func ("/reports/text-lines/even-out", test_even_out);
  g_test_add_func ("/reports/text-lines/quotation-marks", test_quotation_marks);
  g_test_add_func ("/reports/text-lines/reference", test_reference);
  g_test_add_func ("/reports/text-lines/unit", test_unit);
  g_test_add_func ("/reports/text-lines/words", test_words);
  g_test_add_func ("/reports/text-lines/sources", test_sources);
  g_test_add_func ("/reports/text-lines/latin", test_latin);
  g_test_add_func ("/reports/text-lines/squeeze", test_squeeze);
  g_test_add_func ("/reports/text-lines/alignment", test_alignment);
  g_test_add_func ("/reports/text-lines/right-to-left", test_right_to_left);
  status = g_test_run ();
  atlas_text_shaper_free (shaper);
  return status;
}
