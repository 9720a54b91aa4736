/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "bundled-dataset.h"
#include "indicators/answer.h"
#include "printed-page.h"
#include "reports/report-file.h"
#include "reports/report-template.h"
#include "test-language.h"

/* 5 January 2026, 08:00 UTC */
#define EPOCH "1767600000"
#define EPOCH_SECONDS 1767600000

/* Poppler 22.12 has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerFontInfo, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerStructureElement, g_object_unref)

static char *folder;
static AtlasDataset *dataset;
static AtlasCatalogue *catalogue;

static char *
save (AtlasReport *report,
      const char  *name)
{
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new (report);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  atlas_report_save_pdf (pages, "0123abcd", path, &error);
  g_assert_no_error (error);
  return path;
}

static AtlasReport *
build_comparison (void)
{
  const char *const regions[] = { "640000", "640300", "532900", "500110", NULL };
  AtlasReportRequest request = { "comparison", regions, 0 };
  g_autoptr (GError) error = NULL;
  AtlasReport *report = atlas_report_build (dataset, catalogue, &request, &error);

  g_assert_no_error (error);
  return report;
}

static PopplerDocument *
open_pdf (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The text of all pages without line ends, so that a sentence can be found over them. */
static char *
read_text (PopplerDocument *document)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      g_autofree char *page_text = poppler_page_get_text (page);

      g_string_append (text, page_text);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
remove_line_ends (char    *text,
                  gboolean spaced)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != '\n')
      *to++ = *from;
    else if (spaced)
      *to++ = ' ';
  *to = '\0';
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* Whether any pixel of the page rendered at one per point is not white: inside the frame, and outside of it.
 */
static void
find_ink (PopplerPage *page,
          double       margin_x,
          double       margin_y,
          gboolean    *inside,
          gboolean    *outside)
{
  double width, height;
  cairo_surface_t *surface = printed_page_draw (page);

  poppler_page_get_size (page, &width, &height);
  for (int y = 0; y < (int) height; y++)
    for (int x = 0; x < (int) width; x++)
      {
        const guint8 *pixel =
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
        gboolean framed = x >= margin_x && x <= width - margin_x && y >= margin_y && y <= height - margin_y;

        if (pixel[0] < 250 || pixel[1] < 250 || pixel[2] < 250)
          *(framed ? inside : outside) = TRUE;
      }
  cairo_surface_destroy (surface);
}

/* Nothing stands left or right of the text area, above the running head or below the page number; no page is
 * blank. */
static void
assert_ink_in_margins (PopplerDocument *document)
{
  const AtlasReportStyle *style = atlas_report_style_find ("plain");

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      gboolean inside = FALSE, outside = FALSE;

      find_ink (page, style->upright.x - 2, style->page_number - 4, &inside, &outside);
      g_assert_true (inside);
      g_assert_false (outside);
    }
}

static void
assert_fonts_embedded (PopplerDocument *document)
{
  g_autoptr (PopplerFontInfo) info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  guint n = 0;

  while (poppler_font_info_scan (info, 100, &iter))
    {
      do
        {
          const char *name = poppler_fonts_iter_get_name (iter);

          g_assert_true (poppler_fonts_iter_is_embedded (iter));
          /* Han text is in SC faces, never in a Japanese one. */
          g_assert_true (strstr (name, "CJK") == NULL || strstr (name, "CJKsc") != NULL);
          n++;
        }
      while (poppler_fonts_iter_next (iter));
      poppler_fonts_iter_free (iter);
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_chinese (void)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PopplerDocument) document = NULL;

  test_language_speak ("zh_CN");
  path = save (build_comparison (), "zh.pdf");
  document = open_pdf (path);
  text = read_text (document);
  remove_line_ends (text, FALSE);
  assert_contains (text, "吴忠市持证社工753人，占宁夏的18.5%，持证率24.0%，低于宁夏7.3个百分点〔2〕。");
  assert_contains (text, "图1持证社工");
  assert_contains (text, "一、主要情况");
  assert_contains (text, "48 / 47");
  assert_contains (text, "〔3〕 《云南大理：“四聚焦四保障”开启社会工作新格局》");
  assert_fonts_embedded (document);
  assert_ink_in_margins (document);
  g_remove (path);
}

static void
test_english (void)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PopplerDocument) document = NULL;

  test_language_speak ("en");
  path = save (build_comparison (), "en.pdf");
  document = open_pdf (path);
  text = read_text (document);
  remove_line_ends (text, TRUE);
  assert_contains (
    text, "Wuzhong City has 753 certified social workers, 18.5% of those in Ningxia, a certified share of "
          "24.0%, 7.3 percentage points below Ningxia [2].");
  assert_contains (text, "1. Main findings");
  assert_fonts_embedded (document);
  assert_ink_in_margins (document);
  g_remove (path);
}

/* A report on Ningxia by template NAME: what its first sentences say is on the page, and nothing is cut off. */
static void
read_back (const char *name,
           const char *part)
{
  const char *const regions[] = { "640000", NULL };
  AtlasReportRequest request = { name, regions, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (PopplerDocument) document = NULL;
  AtlasReport *report;

  report = atlas_report_build (dataset, catalogue, &request, &error);
  g_assert_no_error (error);
  path = save (report, "region.pdf");
  document = open_pdf (path);
  text = read_text (document);
  remove_line_ends (text, FALSE);
  assert_contains (text, part);
  assert_fonts_embedded (document);
  assert_ink_in_margins (document);
  g_remove (path);
}

static void
test_region_reports (void)
{
  test_language_speak ("zh_CN");
  read_back ("coverage", "2023年，宁夏乡镇（街道）社工站242个，法定乡镇（街道）243个，覆盖率99.6%〔1〕。");
  read_back ("funding", "2023年，宁夏社会工作资金不少于8175万元〔1〕。");
  read_back ("personnel", "持证社工中，取得中级及以上证书的占21.4%〔1〕。");
  read_back ("checks", "共核查出相互矛盾4项、提示2项，涉及2个地区。详见表1。");
}

static void
test_metadata (void)
{
  g_autofree char *path = NULL, *title = NULL, *keywords = NULL, *label = NULL;
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (PopplerPage) page = NULL;
  double width, height;

  test_language_speak ("zh_CN");
  path = save (build_comparison (), "metadata.pdf");
  document = open_pdf (path);
  title = poppler_document_get_title (document);
  keywords = poppler_document_get_keywords (document);
  page = poppler_document_get_page (document, 1);
  label = poppler_page_get_label (page);
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpstr (title, ==, "宁夏、吴忠市、大理州、綦江区社会工作发展情况对比");
  assert_contains (keywords, "0123abcd");
  g_assert_cmpint (poppler_document_get_creation_date (document), ==, EPOCH_SECONDS);
  g_assert_cmpstr (label, ==, "2");
  g_assert_cmpfloat_with_epsilon (width, 595.276, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.001);
  g_remove (path);
}

static void
test_bookmarks (void)
{
  g_autofree char *path = NULL;
  g_autoptr (PopplerDocument) document = NULL;
  PopplerIndexIter *iter;
  PopplerAction *action;

  test_language_speak ("zh_CN");
  path = save (build_comparison (), "bookmarks.pdf");
  document = open_pdf (path);
  iter = poppler_index_iter_new (document);
  g_assert_nonnull (iter);
  g_assert_true (poppler_index_iter_next (iter));
  action = poppler_index_iter_get_action (iter);
  g_assert_cmpstr (action->any.title, ==, "一、主要情况");
  g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
  poppler_action_free (action);
  poppler_index_iter_free (iter);
  g_remove (path);
}

typedef struct {
  guint n_headings;
  guint n_rows;
  guint n_figures;
} Structure;

static void
walk (PopplerStructureElementIter *iter,
      Structure                   *structure)
{
  do
    {
      g_autoptr (PopplerStructureElement) element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
      g_autofree char *description = NULL;

      switch (poppler_structure_element_get_kind (element))
        {
        case POPPLER_STRUCTURE_ELEMENT_HEADING_2:
          structure->n_headings++;
          break;
        case POPPLER_STRUCTURE_ELEMENT_TABLE_ROW:
          structure->n_rows++;
          break;
        case POPPLER_STRUCTURE_ELEMENT_FIGURE:
          description = poppler_structure_element_get_alt_text (element);
          g_assert_nonnull (description);
          g_assert_cmpuint (strlen (description), >, 20);
          structure->n_figures++;
          break;
        default:
          break;
        }
      if (child != NULL)
        {
          walk (child, structure);
          poppler_structure_element_iter_free (child);
        }
    }
  while (poppler_structure_element_iter_next (iter));
}

static void
test_tags (void)
{
  g_autofree char *path = NULL;
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (PopplerStructureElement) root = NULL;
  PopplerStructureElementIter *iter;
  Structure structure = { 0 };

  test_language_speak ("zh_CN");
  path = save (build_comparison (), "tags.pdf");
  document = open_pdf (path);
  iter = poppler_structure_element_iter_new (document);
  g_assert_nonnull (iter);
  root = poppler_structure_element_iter_get_element (iter);
  g_assert_cmpint (poppler_structure_element_get_kind (root), ==, POPPLER_STRUCTURE_ELEMENT_DOCUMENT);
  walk (iter, &structure);
  g_assert_cmpuint (structure.n_headings, ==, 11);
  g_assert_cmpuint (structure.n_figures, ==, 5);
  g_assert_cmpuint (structure.n_rows, >, 20);
  poppler_structure_element_iter_free (iter);
  g_remove (path);
}

static void
test_same_bytes (void)
{
  g_autofree char *first = NULL, *second = NULL, *first_bytes = NULL, *second_bytes = NULL;
  gsize first_size, second_size;

  test_language_speak ("zh_CN");
  first = save (build_comparison (), "first.pdf");
  second = save (build_comparison (), "second.pdf");
  g_assert_true (g_file_get_contents (first, &first_bytes, &first_size, NULL));
  g_assert_true (g_file_get_contents (second, &second_bytes, &second_size, NULL));
  g_assert_cmpmem (first_bytes, first_size, second_bytes, second_size);
  assert_contains (first_bytes, "%PDF-1.");
  g_remove (first);
  g_remove (second);
}

static AtlasReportTable *
make_table (guint n_rows,
            guint n_columns)
{
  AtlasReportTable *table = atlas_report_table_new ("长表", "单位：人");

  for (guint c = 0; c < n_columns; c++)
    atlas_report_table_add_column (table, c == 0 ? "地区" : "持证社会工作者人数", c > 0);
  for (guint r = 0; r < n_rows; r++)
    {
      atlas_report_table_add_row (table);
      for (guint c = 0; c < n_columns; c++)
        {
          g_autofree char *cell = c == 0 ? g_strdup_printf ("row-%u-", r) : g_strdup_printf ("1,234,5%u", r);

          atlas_report_table_add_cell (table, cell);
        }
    }
  return table;
}

/* The header stands again on every page, and every row once. */
static void
test_long_table (void)
{
  AtlasReport *report;
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (PopplerDocument) document = NULL;

  test_language_speak ("zh_CN");
  report = atlas_report_new ("长表");
  atlas_report_add_title (report, NULL);
  atlas_report_add_table (report, make_table (100, 3));
  path = save (report, "long.pdf");
  document = open_pdf (path);
  g_assert_cmpint (poppler_document_get_n_pages (document), >=, 3);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      g_autofree char *page_text = poppler_page_get_text (page);

      assert_contains (page_text, "持证社会工作者人数");
      assert_contains (page_text, i == 0 ? "长表" : "表1（续）");
    }
  text = read_text (document);
  for (guint r = 0; r < 100; r++)
    {
      g_autofree char *row = g_strdup_printf ("row-%u-", r);
      const char *found = strstr (text, row);

      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, row));
    }
  g_remove (path);
}

/* The counties of Hunan: more rows than a page has room for. */
static AtlasTable *
ask_counties (void)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  g_autoptr (GError) error = NULL;
  AtlasTable *table;

  atlas_question_set_within (question, "430000", ATLAS_REGION_LEVEL_COUNTY);
  table = atlas_answer (dataset, catalogue, question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_table_get_n_rows (table), >, 100);
  return table;
}

/* A chart goes over to the next page with its title, source and what it shows, and every row stands on one page. */
static void
test_long_chart (void)
{
  AtlasReport *report;
  g_autoptr (AtlasTable) table = ask_counties ();
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (PopplerDocument) document = NULL;
  guint n_pages;

  test_language_speak ("zh_CN");
  report = atlas_report_new ("长图");
  atlas_report_add_title (report, NULL);
  atlas_report_add_chart (report, atlas_chart_spec_new (ATLAS_CHART_BAR, table));
  path = save (report, "long-chart.pdf");
  document = open_pdf (path);
  n_pages = (guint) poppler_document_get_n_pages (document);
  g_assert_cmpuint (n_pages, >=, 3);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, (int) i);
      g_autofree char *page_text = poppler_page_get_text (page);

      assert_contains (page_text, i == 0 ? "长图" : "图1（续）");
      if (i > 0)
        assert_contains (page_text, "行，共");
    }
  text = read_text (document);
  for (guint r = 0; r < atlas_table_get_n_rows (table); r++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, r);
      g_autofree char *line = g_strdup_printf ("\n%s未公布\n", atlas_region_get_display_name (row->region));
      const char *found = strstr (text, line);

      g_assert_true (atlas_observation_is_missing (row));
      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, line));
    }
  g_remove (path);
}

static void
test_wide_table (void)
{
  AtlasReport *report;
  g_autofree char *path = NULL;
  g_autoptr (PopplerDocument) document = NULL;
  double width, height;

  test_language_speak ("zh_CN");
  report = atlas_report_new ("宽表");
  atlas_report_add_title (report, "一行");
  atlas_report_add_paragraph (report, "正文。");
  atlas_report_add_heading (report, 1, "宽表");
  atlas_report_add_table (report, make_table (5, 15));
  atlas_report_add_paragraph (report, "正文。");
  path = save (report, "wide.pdf");
  document = open_pdf (path);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 3);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);

      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, i == 1 ? 841.89 : 595.276, 0.001);
    }
  assert_ink_in_margins (document);
  g_remove (path);
}

/* A report without blocks is one page with its number. */
static void
test_empty (void)
{
  g_autofree char *path = NULL;
  g_autoptr (PopplerDocument) document = NULL;

  test_language_speak ("en");
  path = save (atlas_report_new ("Nothing"), "empty.pdf");
  document = open_pdf (path);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  g_remove (path);
}

static void
test_unwritable (void)
{
  g_autoptr (AtlasReportPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "no-such-folder", "report.pdf", NULL);
  g_autofree char *expected = g_strdup_printf ("“%s” cannot be written: No such file or directory", path);

  test_language_speak ("en");
  pages = atlas_report_pages_new (atlas_report_new ("Nothing"));
  g_assert_false (atlas_report_save_pdf (pages, "0123abcd", path, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What was cancelled leaves no file, whole or not. */
static void
test_cancelled (void)
{
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new (build_comparison ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "cancelled.pdf", NULL);

  g_cancellable_cancel (cancellable);
  g_assert_false (atlas_report_save_pdf_until (pages, "0123abcd", path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_setenv ("SOURCE_DATE_EPOCH", EPOCH, TRUE);
  g_test_init (&argc, &argv, NULL);
  test_language_bind ();
  folder = g_dir_make_tmp ("atlas-report-XXXXXX", NULL);
  bundled_dataset_open (folder, &dataset, &catalogue);
  g_test_add_func ("/reports/file/chinese", test_chinese);
  g_test_add_func ("/reports/file/english", test_english);
  g_test_add_func ("/reports/file/region-reports", test_region_reports);
  g_test_add_func ("/reports/file/metadata", test_metadata);
  g_test_add_func ("/reports/file/bookmarks", test_bookmarks);
  g_test_add_func ("/reports/file/tags", test_tags);
  g_test_add_func ("/reports/file/same-bytes", test_same_bytes);
  g_test_add_func ("/reports/file/long-table", test_long_table);
  g_test_add_func ("/reports/file/long-chart", test_long_chart);
  g_test_add_func ("/reports/file/wide-table", test_wide_table);
  g_test_add_func ("/reports/file/empty", test_empty);
  g_test_add_func ("/reports/file/unwritable", test_unwritable);
  g_test_add_func ("/reports/file/cancelled", test_cancelled);
  status = g_test_run ();
  atlas_catalogue_unref (catalogue);
  g_object_unref (dataset);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
