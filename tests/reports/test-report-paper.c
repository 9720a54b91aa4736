/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "reports/pages/text-lines.h"
#include "reports/report-file.h"

#define MM (72 / 25.4)
#define CHARACTER 15.79
#define PITCH 29.61

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

static AtlasReportStyle
adapt (const char       *style,
       AtlasPaper        paper,
       AtlasPageNumbers  numbers)
{
  return atlas_report_style_adapt (atlas_report_style_find (style), paper, numbers);
}

/* Twelve columns of long numbers lie across on A4 and stand upright on A3. */
static AtlasReport *
make_report (void)
{
  AtlasReport *report = atlas_report_new ("Wide");
  AtlasReportTable *table = atlas_report_table_new ("Numbers", NULL);

  for (guint c = 0; c < 12; c++)
    atlas_report_table_add_column (table, "Number", c > 0);
  atlas_report_table_add_row (table);
  for (guint c = 0; c < 12; c++)
    atlas_report_table_add_cell (table, "1,234,567");
  atlas_report_add_table (report, table);
  atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
  atlas_report_add_paragraph (report, "Text.");
  return report;
}

static void
assert_first_page (const char *style,
                   AtlasPaper  paper,
                   double      width,
                   double      height)
{
  AtlasReportStyle adapted = adapt (style, paper, ATLAS_PAGE_NUMBERS_STANDARD);
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new_styled (make_report (), &adapted);
  double page_width, page_height;

  atlas_report_pages_get_size (pages, 0, &page_width, &page_height);
  g_assert_cmpfloat_with_epsilon (page_width, width * MM, 0.1);
  g_assert_cmpfloat_with_epsilon (page_height, height * MM, 0.1);
}

static void
test_wide_table (gconstpointer style)
{
  assert_first_page (style, ATLAS_PAPER_A4, 297, 210);
  assert_first_page (style, ATLAS_PAPER_A3, 297, 420);
}

/* 297 mm less the margins of 28 and 26 mm are 43 characters, 420 mm less 37 and 35 mm are 33 lines. */
static void
test_grid (void)
{
  AtlasReportStyle style = adapt ("official", ATLAS_PAPER_A3, ATLAS_PAGE_NUMBERS_STANDARD);
  g_autoptr (AtlasTextShaper) shaper = atlas_text_shaper_new (&style, ATLAS_LANGUAGE_CHINESE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AtlasTextLines) lines = NULL;

  for (guint i = 0; i < 2 * 43; i++)
    g_string_append (text, "中");
  lines = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_BODY, text->str, style.upright.width);
  g_assert_cmpuint (atlas_text_lines_get_n (lines), ==, 2);
  g_assert_cmpfloat_with_epsilon (atlas_text_lines_get_width (lines), 43 * CHARACTER, 0.1);
  g_assert_cmpfloat_with_epsilon (style.upright.height, 33 * PITCH, 0.01);
  g_assert_cmpfloat (style.upright.x, ==, 28 * MM);
  /* The dashes stay 7 mm under the characters of the last line. */
  g_assert_cmpfloat_with_epsilon (style.height - style.page_number,
                                  37 * MM + 33 * PITCH - (PITCH - CHARACTER) + 7 * MM, 0.3);
}

/* All that is printed stays on the paper, in both directions. */
static void
test_areas (gconstpointer name)
{
  AtlasReportStyle style = adapt (name, ATLAS_PAPER_A3, ATLAS_PAGE_NUMBERS_STANDARD);
  const AtlasPageArea *upright = &style.upright, *across = &style.landscape;

  g_assert_cmpfloat (upright->x + upright->width, <, style.width - 20 * MM);
  g_assert_cmpfloat (upright->y + upright->height, <, style.height - style.page_number);
  g_assert_cmpfloat (across->x + across->width, <, style.height - 20 * MM);
  g_assert_cmpfloat (across->y + across->height, <, style.width - 20 * MM);
}

/* Where the number on PAGE, a digit, begins, in points from the left. */
static double
find_digit (PopplerDocument *document,
            int              page)
{
  g_autoptr (PopplerPage) opened = poppler_document_get_page (document, page);
  g_autofree char *text = poppler_page_get_text (opened);
  PopplerRectangle *boxes;
  guint n;
  double x;
  const char *last = strrchr (text, '1' + page);

  g_assert_true (poppler_page_get_text_layout (opened, &boxes, &n));
  x = boxes[g_utf8_pointer_to_offset (text, last)].x1;
  g_free (boxes);
  return x;
}

static void
assert_digits (const char       *style,
               AtlasPageNumbers  numbers,
               double            first,
               double            second)
{
  AtlasReportStyle adapted = adapt (style, ATLAS_PAPER_A4, numbers);
  AtlasReport *report = atlas_report_new ("Numbers");
  g_autoptr (AtlasReportPages) pages = NULL;
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("atlas-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "numbers.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  atlas_report_add_paragraph (report, "Text.");
  atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
  atlas_report_add_paragraph (report, "Text.");
  pages = atlas_report_pages_new_styled (report, &adapted);
  atlas_report_save_pdf (pages, "0123abcd", path, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (find_digit (document, 0), first, 15);
  g_assert_cmpfloat_with_epsilon (find_digit (document, 1), second, 15);
  g_remove (path);
  g_rmdir (folder);
}

/* In points from the left: the middle of the text block, or near its edge. "Page 2 of 2" ends in a digit. */
static void
test_numbers (void)
{
  double middle = 28 * MM + 78 * MM - 4, right = 184 * MM - 14 - 28, left = 28 * MM + 14 + 20;

  assert_digits ("official", ATLAS_PAGE_NUMBERS_STANDARD, right, left);
  assert_digits ("official", ATLAS_PAGE_NUMBERS_OUTER, right, left);
  assert_digits ("official", ATLAS_PAGE_NUMBERS_CENTRED, middle, middle);
  assert_digits ("plain", ATLAS_PAGE_NUMBERS_STANDARD, 68 + 459 / 2., 68 + 459 / 2. + 20);
  assert_digits ("plain", ATLAS_PAGE_NUMBERS_OUTER, 68 + 459 - 25, 68 + 40);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reports/paper/wide-table-plain", "plain", test_wide_table);
  g_test_add_data_func ("/reports/paper/wide-table-official", "official", test_wide_table);
  g_test_add_func ("/reports/paper/grid", test_grid);
  g_test_add_data_func ("/reports/paper/areas-plain", "plain", test_areas);
  g_test_add_data_func ("/reports/paper/areas-official", "official", test_areas);
  g_test_add_func ("/reports/paper/numbers", test_numbers);
  return g_test_run ();
}
