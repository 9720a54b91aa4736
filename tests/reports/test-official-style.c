/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#include "reports/font-set.h"
#include "reports/report-file.h"
#include "reports/report-template.h"
#include "test-language.h"

/* GB/T 9704 in points: the text block of 156 × 225 mm, 28 mm from the left and 37 mm from the upper edge. */
#define MM (72 / 25.4)
#define LEFT (28 * MM)
#define RIGHT (LEFT + 156 * MM)
#define TOP (37 * MM)
#define BOTTOM (TOP + 225 * MM)
#define PITCH 29.61
#define N_LINES 22
#define N_CHARACTERS 28

/* Poppler 22.12 has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerFontInfo, g_object_unref)

/* A line of one and the same character. */
typedef struct {
  guint n;
  double x;
  double right;
  double y; /* the middle */
} Line;

static char *folder;

static PopplerDocument *
make_document (AtlasReport *report)
{
  g_autoptr (AtlasReportPages) pages =
    atlas_report_pages_new_styled (report, atlas_report_style_find ("official"));
  g_autofree char *path = g_build_filename (folder, "official.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;
  gsize size;

  atlas_report_save_pdf (pages, "0123abcd", path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  pdf = g_bytes_new (bytes, size);
  document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  return document;
}

static char *
repeat (const char *character,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, character);
  return g_string_free (text, FALSE);
}

/* Where CHARACTER stands on PAGE, as (element-type Line). */
static GArray *
list_lines (PopplerPage *page,
            gunichar     character)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  const char *at = text;
  guint n;

  g_assert_true (poppler_page_get_text_layout (page, &places, &n));
  for (guint i = 0; i < n && *at != '\0'; i++, at = g_utf8_next_char (at))
    {
      Line *last = lines->len > 0 ? &g_array_index (lines, Line, lines->len - 1) : NULL;
      double middle = (places[i].y1 + places[i].y2) / 2;

      if (g_utf8_get_char (at) != character)
        continue;
      if (last == NULL || fabs (last->y - middle) > 1)
        {
          Line line = { 1, places[i].x1, places[i].x2, middle };

          g_array_append_val (lines, line);
          continue;
        }
      last->n++;
      last->right = places[i].x2;
    }
  return lines;
}

static const Line *
nth_line (GArray *lines,
          guint   n)
{
  g_assert_cmpuint (n, <, lines->len);
  return &g_array_index (lines, Line, n);
}

/* The box of the ink within AREA of a page, in points, measured at a quarter of one. */
static PopplerRectangle
measure_ink (PopplerPage            *page,
             const PopplerRectangle *area)
{
  const double scale = 4;
  PopplerRectangle ink = { 10000, 10000, 0, 0 };
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale), (int) (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = (int) (area->y1 * scale); y < MIN (area->y2, height - 1) * scale; y++)
    for (int x = (int) (area->x1 * scale); x < MIN (area->x2, width - 1) * scale; x++)
      if (cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x] < 128)
        {
          ink.x1 = MIN (ink.x1, x / scale);
          ink.x2 = MAX (ink.x2, (x + 1) / scale);
          ink.y1 = MIN (ink.y1, y / scale);
          ink.y2 = MAX (ink.y2, (y + 1) / scale);
        }
  cairo_surface_destroy (surface);
  return ink;
}

/* Two full pages of one paragraph and a part of the third. */
static AtlasReport *
write_full_pages (void)
{
  AtlasReport *report = atlas_report_new ("网格");
  g_autofree char *text = repeat ("测", 2 * N_LINES * N_CHARACTERS + 100);

  atlas_report_add_paragraph (report, text);
  return report;
}

static void
assert_full_page (PopplerPage *page,
                  gboolean     first)
{
  g_autoptr (GArray) lines = list_lines (page, g_utf8_get_char ("测"));
  const PopplerRectangle above_number = { 0, 0, 10000, BOTTOM + 5 };
  PopplerRectangle ink = measure_ink (page, &above_number);

  g_assert_cmpuint (lines->len, ==, N_LINES);
  for (guint i = 0; i < N_LINES; i++)
    {
      const Line *line = nth_line (lines, i);
      guint indent = first && i == 0 ? 2 : 0;

      g_assert_cmpuint (line->n, ==, N_CHARACTERS - indent);
      g_assert_cmpfloat_with_epsilon (line->x, LEFT + indent * 15.79, 0.1);
      g_assert_cmpfloat_with_epsilon (line->right, RIGHT, 0.1);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (line->y - nth_line (lines, i - 1)->y, PITCH, 0.05);
    }
  g_assert_cmpfloat (ink.x1, >=, LEFT);
  g_assert_cmpfloat (ink.x2, <=, RIGHT);
  g_assert_cmpfloat_with_epsilon (ink.y1, TOP, 2);
  g_assert_cmpfloat_with_epsilon (ink.y2, BOTTOM, 2);
}

/* 22 lines of 28 characters, the first indented by two. */
static void
test_grid (void)
{
  g_autoptr (PopplerDocument) document = make_document (write_full_pages ());

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 3);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);

      assert_full_page (page, i == 0);
    }
}

/* A dash, the number, a dash: their ends one character of 14 points from the outer edge of the text block, the dashes
 * 7 mm under it. */
static void
test_page_number (void)
{
  g_autoptr (PopplerDocument) document = make_document (write_full_pages ());

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      g_autoptr (GArray) dashes = list_lines (page, g_utf8_get_char ("—"));
      g_autoptr (GArray) digits = list_lines (page, '1' + i);
      const Line *dash = nth_line (dashes, 0);
      PopplerRectangle area = { 0, BOTTOM + 5, 10000, 10000 };
      PopplerRectangle ink;

      g_assert_cmpuint (dashes->len, ==, 1);
      g_assert_cmpuint (dash->n, ==, 2);
      g_assert_cmpuint (digits->len, ==, 1);
      g_assert_cmpfloat (nth_line (digits, 0)->x, >, dash->x + 14);
      g_assert_cmpfloat (nth_line (digits, 0)->right, <, dash->right - 14);
      if (i % 2 == 0)
        g_assert_cmpfloat_with_epsilon (dash->right, RIGHT - 14, 0.2);
      else
        g_assert_cmpfloat_with_epsilon (dash->x, LEFT + 14, 0.2);
      area.x1 = dash->x;
      area.x2 = dash->x + 14;
      ink = measure_ink (page, &area);
      g_assert_cmpfloat_with_epsilon (ink.y1, BOTTOM + 7 * MM, 0.5);
    }
}

static AtlasReportTable *
make_table (guint n_rows,
            guint n_columns)
{
  AtlasReportTable *table = atlas_report_table_new ("持证人数", "单位：人");

  for (guint c = 0; c < n_columns; c++)
    atlas_report_table_add_column (table, c == 0 ? "地区" : "持证社会工作者人数", c > 0);
  for (guint r = 0; r < n_rows; r++)
    {
      atlas_report_table_add_row (table);
      for (guint c = 0; c < n_columns; c++)
        atlas_report_table_add_cell (table, c == 0 ? "吴忠市" : "1,234,567");
    }
  return table;
}

/* Whatever a table needs, the text after it stands on the lines of the page again. */
static void
test_table (void)
{
  for (guint n = 1; n <= 6; n++)
    {
      AtlasReport *report = atlas_report_new ("表");
      g_autoptr (PopplerDocument) document = NULL;
      g_autoptr (PopplerPage) page = NULL;
      g_autoptr (GArray) lines = NULL;
      double taken;

      atlas_report_add_paragraph (report, "测测");
      atlas_report_add_table (report, make_table (n, 3));
      atlas_report_add_paragraph (report, "测测");
      document = make_document (report);
      page = poppler_document_get_page (document, 0);
      lines = list_lines (page, g_utf8_get_char ("测"));
      g_assert_cmpuint (lines->len, ==, 2);
      taken = (nth_line (lines, 1)->y - nth_line (lines, 0)->y) / PITCH;
      g_assert_cmpfloat (taken, >, 2);
      g_assert_cmpfloat_with_epsilon (taken, round (taken), 0.005);
    }
}

/* A wide table lies across within the same block, turned; its page number stands where it is on the others. */
static void
test_landscape (void)
{
  AtlasReport *report = atlas_report_new ("宽表");
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (PopplerPage) page = NULL;
  const PopplerRectangle text = { 841.89 - BOTTOM - 5, 0, 10000, 10000 };
  const PopplerRectangle number = { 0, 0, 841.89 - BOTTOM - 5, 10000 };
  PopplerRectangle ink;
  double width, height;

  atlas_report_add_table (report, make_table (30, 12));
  document = make_document (report);
  page = poppler_document_get_page (document, 0);
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 595.276, 0.001);
  ink = measure_ink (page, &text);
  g_assert_cmpfloat (ink.x1, >=, 841.89 - BOTTOM - 0.3);
  g_assert_cmpfloat (ink.x2, <=, 841.89 - TOP + 0.3);
  g_assert_cmpfloat (ink.y1, >=, LEFT - 0.3);
  g_assert_cmpfloat (ink.y2, <=, RIGHT + 0.3);
  ink = measure_ink (page, &number);
  g_assert_cmpfloat (ink.x1, >, 841.89 - BOTTOM - 7 * MM - 12);
  g_assert_cmpfloat (ink.x2, <, 841.89 - BOTTOM);
  g_assert_cmpfloat_with_epsilon (ink.y2, RIGHT - 14, 2);
}

/* The first part of a font's name in a PDF that is not the mark of a subset, without blanks. */
static gboolean
has_font (PopplerDocument *document,
          const char      *name)
{
  g_autoptr (PopplerFontInfo) info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  gboolean found = FALSE;

  while (poppler_font_info_scan (info, 100, &iter))
    {
      do
        {
          g_assert_true (poppler_fonts_iter_is_embedded (iter));
          found |= strstr (poppler_fonts_iter_get_name (iter), name) != NULL;
        }
      while (poppler_fonts_iter_next (iter));
      poppler_fonts_iter_free (iter);
    }
  return found;
}

/* Every role in its face; here in those that stand in where no other is installed. */
static void
test_fonts (void)
{
  const AtlasFontSet *set = atlas_font_set_get_default ();
  AtlasReport *report = atlas_report_new ("标题");
  g_autoptr (PopplerDocument) document = NULL;

  atlas_report_add_title (report, NULL);
  atlas_report_add_heading (report, 1, "标题");
  atlas_report_add_heading (report, 2, "标题");
  atlas_report_add_paragraph (report, "正文");
  document = make_document (report);
  if (g_str_equal (atlas_font_set_get_family (set, ATLAS_FONT_TITLE), ATLAS_FONT_FALLBACK))
    g_assert_true (has_font (document, "NotoSerifCJKsc-Bold"));
  if (g_str_equal (atlas_font_set_get_family (set, ATLAS_FONT_LEVEL_1), "Noto Sans CJK SC"))
    g_assert_true (has_font (document, "NotoSansCJKsc-Regular"));
  if (g_str_equal (atlas_font_set_get_family (set, ATLAS_FONT_BODY), ATLAS_FONT_FALLBACK))
    g_assert_true (has_font (document, "NotoSerifCJKsc-Regular"));
  g_assert_false (has_font (document, "NotoSansCJKsc-Bold"));
  g_assert_false (has_font (document, "CJKjp"));
}

/* Known before anything is drawn, in either style: which character, where it stands, and what is to be done; the characters
 * beside it are there. */
static void
test_lacking (void)
{
  static const char *const styles[] = { "official", "plain" };

  test_language_speak ("zh_CN");
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      AtlasReport *report = atlas_report_new ("无");
      g_autoptr (AtlasReportPages) pages = NULL;
      g_autofree char *lacking = NULL;

      atlas_report_add_paragraph (report, "承接机构为\U000F0000社会工作服务中心。");
      pages = atlas_report_pages_new_styled (report, atlas_report_style_find (styles[i]));
      lacking = atlas_report_pages_dup_lacking (pages);
      g_assert_nonnull (lacking);
      g_assert_true (g_str_has_prefix (lacking, "已装字体均无下列字符，将以方框代替：“\U000F0000”（U+F0000，见“承接机构为\U000F0000社会工作服务中”）"
                                                "。请安装含该字的字体，或改用其他写法。"));
      g_assert_null (strstr (lacking, "社（"));
    }
}

/* Nothing is said of a text that plain fonts have. */
static void
test_nothing_lacking (void)
{
  AtlasReport *report = atlas_report_new ("有");
  g_autoptr (AtlasReportPages) pages = NULL;

  atlas_report_add_paragraph (report, "宁夏持证社工3,093人。");
  pages = atlas_report_pages_new_styled (report, atlas_report_style_find ("plain"));
  g_assert_null (atlas_report_pages_dup_lacking (pages));
}

/* The notes on a line each. */
static char *
read_notes (AtlasDataset           *dataset,
            AtlasCatalogue         *catalogue,
            const AtlasReportStyle *style)
{
  const char *const regions[] = { "640300", NULL };
  AtlasReportRequest request = { .template_name = "brief", .regions = regions, .style = style };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report = atlas_report_build (dataset, catalogue, &request, &error);
  GString *text = g_string_new (NULL);
  GPtrArray *blocks;

  g_assert_no_error (error);
  blocks = atlas_report_get_blocks (report);
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_NOTE)
        g_string_append_printf (text, "%s\n", block->text);
    }
  return g_string_free (text, FALSE);
}

/* The note on method names the faces that stand in, and none where the style asks for none. */
static void
test_note (void)
{
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *path = g_build_filename (folder, "test.atlas", NULL);
  g_autofree char *stand_ins = atlas_font_set_dup_stand_ins (atlas_font_set_get_default ());
  g_autofree char *plain = NULL, *official = NULL, *expected = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  atlas_dataset_create (path, csv, TRUE, &error);
  g_assert_no_error (error);
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  catalogue = atlas_catalogue_new (dataset, &error);
  g_assert_no_error (error);
  plain = read_notes (dataset, catalogue, atlas_report_style_find ("plain"));
  official = read_notes (dataset, catalogue, atlas_report_style_find ("official"));
  expected = stand_ins != NULL ? g_strdup_printf ("%s\n%s", stand_ins, plain) : g_strdup (plain);
  g_assert_null (strstr (plain, "字体替代"));
  g_assert_cmpstr (official, ==, expected);
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  test_language_speak ("zh_CN");
  g_test_init (&argc, &argv, NULL);
  test_language_bind ();
  folder = g_dir_make_tmp ("atlas-official-XXXXXX", NULL);
  g_test_add_func ("/reports/official/grid", test_grid);
  g_test_add_func ("/reports/official/page-number", test_page_number);
  g_test_add_func ("/reports/official/table", test_table);
  g_test_add_func ("/reports/official/landscape", test_landscape);
  g_test_add_func ("/reports/official/fonts", test_fonts);
  g_test_add_func ("/reports/official/lacking", test_lacking);
  g_test_add_func ("/reports/official/nothing-lacking", test_nothing_lacking);
  g_test_add_func ("/reports/official/note", test_note);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
