/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "built-report.h"
#include "dataset/sheets/sheet.h"
#include "reports/report-format.h"
#include "test-language.h"

/* 5 January 2026, 08:00 UTC */
#define EPOCH "1767600000"

static char *folder;

static AtlasReport *
build_comparison (void)
{
  g_autoptr (GError) error = NULL;
  AtlasReport *report = built_report_build ("comparison", "640000,640300,532900,500110", 0, &error);

  g_assert_no_error (error);
  return report;
}

/* Takes REPORT. */
static char *
save (AtlasReport       *report,
      AtlasReportFormat  format,
      const char        *name)
{
  g_autoptr (AtlasReport) taken = report;
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  atlas_report_save (report, format, atlas_report_style_find ("plain"), "0123abcd", path, &error);
  g_assert_no_error (error);
  return path;
}

/* What a reader of a text document finds. Texts of cells have a line for each paragraph, rows have "|" between cells. */
typedef struct {
  gboolean in_body, in_cell, in_head;
  GString *text;
  GString *cell;
  GString *row;
  GPtrArray *headings; /* "1 Text" */
  GPtrArray *paragraphs;
  GPtrArray *heads;
  GPtrArray *rows;
  GPtrArray *pictures; /* of GBytes */
  GPtrArray *descriptions;
  char *level;
  char *language;
  char *title;
} Document;

static void
start (GMarkupParseContext  *context,
       const char           *name,
       const char          **keys,
       const char          **values,
       gpointer              data,
       GError              **error)
{
  Document *self = data;

  if (g_str_equal (name, "office:text"))
    self->in_body = TRUE;
  else if (g_str_equal (name, "table:table-header-rows"))
    self->in_head = TRUE;
  else if (g_str_equal (name, "table:table-row"))
    g_string_truncate (self->row, 0);
  else if (g_str_equal (name, "table:table-cell"))
    {
      self->in_cell = TRUE;
      g_string_truncate (self->cell, 0);
    }
  else if (g_str_equal (name, "text:s"))
    g_string_append_c (self->text, ' ');
  else if (g_str_equal (name, "text:tab"))
    g_string_append_c (self->text, '\t');
  else if (g_str_equal (name, "text:line-break"))
    g_string_append_c (self->text, '\n');
  else if (!g_str_equal (name, "text:span"))
    g_string_truncate (self->text, 0);
  for (guint i = 0; g_str_equal (name, "text:h") && keys[i] != NULL; i++)
    if (g_str_equal (keys[i], "text:outline-level"))
      {
        g_free (self->level);
        self->level = g_strdup (values[i]);
      }
}

static void
end_paragraph (Document *self)
{
  if (!self->in_cell)
    g_ptr_array_add (self->paragraphs, g_strdup (self->text->str));
  else if (self->cell->len > 0)
    g_string_append_printf (self->cell, "\n%s", self->text->str);
  else
    g_string_append (self->cell, self->text->str);
}

static void
end_picture (Document *self)
{
  gsize size;
  guchar *bytes = g_base64_decode (self->text->str, &size);

  g_ptr_array_add (self->pictures, g_bytes_new_take (bytes, size));
}

static void
end (GMarkupParseContext  *context,
     const char           *name,
     gpointer              data,
     GError              **error)
{
  Document *self = data;

  if (g_str_equal (name, "dc:language"))
    self->language = g_strdup (self->text->str);
  else if (g_str_equal (name, "dc:title"))
    self->title = g_strdup (self->text->str);
  else if (g_str_equal (name, "text:p") && self->in_body)
    end_paragraph (self);
  else if (g_str_equal (name, "text:h"))
    g_ptr_array_add (self->headings, g_strdup_printf ("%s %s", self->level, self->text->str));
  else if (g_str_equal (name, "office:binary-data"))
    end_picture (self);
  else if (g_str_equal (name, "svg:desc"))
    g_ptr_array_add (self->descriptions, g_strdup (self->text->str));
  else if (g_str_equal (name, "table:table-cell"))
    {
      self->in_cell = FALSE;
      g_string_append_printf (self->row, "%s|", self->cell->str);
    }
  else if (g_str_equal (name, "table:table-row"))
    g_ptr_array_add (self->in_head ? self->heads : self->rows, g_strdup (self->row->str));
  else if (g_str_equal (name, "table:table-header-rows"))
    self->in_head = FALSE;
}

static void
text (GMarkupParseContext  *context,
      const char           *characters,
      gsize                 length,
      gpointer              data,
      GError              **error)
{
  Document *self = data;

  g_string_append_len (self->text, characters, (gssize) length);
}

static void
document_read (Document   *self,
               const char *path)
{
  const GMarkupParser parser = { start, end, text, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, self, NULL);
  g_autofree char *xml = NULL;
  gsize size;
  g_autoptr (GError) error = NULL;

  *self = (Document) { FALSE };
  self->text = g_string_new (NULL);
  self->cell = g_string_new (NULL);
  self->row = g_string_new (NULL);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->paragraphs = g_ptr_array_new_with_free_func (g_free);
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->descriptions = g_ptr_array_new_with_free_func (g_free);
  g_assert_true (g_file_get_contents (path, &xml, &size, NULL));
  g_markup_parse_context_parse (context, xml, (gssize) size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
document_clear (Document *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->cell, TRUE);
  g_string_free (self->row, TRUE);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->paragraphs);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->pictures);
  g_ptr_array_unref (self->descriptions);
  g_free (self->level);
  g_free (self->language);
  g_free (self->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

static const char *
nth (GPtrArray *texts,
     guint      n)
{
  g_assert_cmpuint (n, <, texts->len);
  return g_ptr_array_index (texts, n);
}

static gboolean
has (GPtrArray  *texts,
     const char *wanted)
{
  return g_ptr_array_find_with_equal_func (texts, wanted, g_str_equal, NULL);
}

static AtlasReportTable *
make_table (guint n_columns)
{
  AtlasReportTable *table = atlas_report_table_new ("A: <b> & [c]/d, of which the title is long", "Unit: people");

  atlas_report_table_add_column (table, "Name", FALSE);
  for (guint i = 1; i < n_columns; i++)
    atlas_report_table_add_column (table, "Number", TRUE);
  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, "=1+1");
  for (guint i = 1; i < n_columns; i++)
    atlas_report_table_add_cell (table, i == 1 ? "4,072\nup 5%" : "−1,234,567.5");
  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, "\"Q\" & 'A'  <x>");
  for (guint i = 1; i < n_columns; i++)
    atlas_report_table_add_cell (table, i == 1 ? "≥ 810" : "24.0%");
  table->note = g_strdup ("Of the table");
  return table;
}

static AtlasReport *
make_report (void)
{
  AtlasReport *report = atlas_report_new ("One & all\x01");
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);

  atlas_report_add_title (report, "Detail");
  g_ptr_array_add (figures, atlas_key_figure_new ("Workers", "4,072", "people", "2023"));
  g_ptr_array_add (figures, atlas_key_figure_new ("Share", "24.0%", NULL, NULL));
  atlas_report_add_key_figures (report, figures);
  atlas_report_add_heading (report, 1, "First");
  atlas_report_add_heading (report, 2, "Second");
  atlas_report_add_paragraph (report, " Two  blanks,\ttab\nand line");
  atlas_report_add_table (report, make_table (3));
  atlas_report_add_note (report, "Noted");
  return report;
}

static void
test_text_blocks (void)
{
  g_auto (Document) document = { FALSE };
  g_autofree char *path = NULL;

  test_language_speak ("en");
  path = save (make_report (), ATLAS_REPORT_FORMAT_FODT, "made.fodt");
  document_read (&document, path);
  g_remove (path);
  g_assert_cmpstr (document.title, ==, "One & all");
  g_assert_cmpstr (document.language, ==, "en");
  g_assert_cmpuint (document.headings->len, ==, 2);
  g_assert_cmpstr (nth (document.headings, 0), ==, "1 1. First");
  g_assert_cmpstr (nth (document.headings, 1), ==, "2 (1) Second");
  g_assert_cmpstr (nth (document.paragraphs, 0), ==, "One & all");
  g_assert_cmpstr (nth (document.paragraphs, 1), ==, "Detail");
  g_assert_cmpstr (nth (document.paragraphs, 2), ==, " Two  blanks,\ttab\nand line");
  g_assert_cmpstr (nth (document.paragraphs, 3), ==, "Table\302\2401  A: <b> & [c]/d, of which the title is long");
  g_assert_cmpstr (nth (document.paragraphs, 4), ==, "Unit: people");
  g_assert_cmpstr (nth (document.paragraphs, 5), ==, "Of the table");
  g_assert_cmpstr (nth (document.paragraphs, 6), ==, "Noted");
  g_assert_cmpuint (document.heads->len, ==, 1);
  g_assert_cmpstr (nth (document.heads, 0), ==, "Name|Number|Number|");
  g_assert_cmpuint (document.rows->len, ==, 3);
  g_assert_cmpstr (nth (document.rows, 0), ==, "Workers\n4,072 people\n2023|Share\n24.0%|");
  g_assert_cmpstr (nth (document.rows, 1), ==, "=1+1|4,072\nup 5%|−1,234,567.5|");
  g_assert_cmpstr (nth (document.rows, 2), ==, "\"Q\" & 'A'  <x>|≥ 810|24.0%|");
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + 1, part))
    n++;
  return n;
}

/* A table that is too wide lies on a page of its own kind; what follows stands upright again. */
static guint
count_words (const char *path,
             const char *word)
{
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    n++;
  return n;
}

/* On a grid the page number of each kind of page stands at the right, that of left pages at the left; in plain style in
 * the middle of both. */
static void
test_text_page_numbers (void)
{
  const char *left = "<style:footer-left><text:p text:style-name=\"Footer_20_left\">";
  g_autofree char *path = g_build_filename (folder, "official.fodt", NULL);
  g_autofree char *plain = save (make_report (), ATLAS_REPORT_FORMAT_FODT, "plain.fodt");
  g_autoptr (AtlasReport) report = make_report ();
  g_autoptr (GError) error = NULL;

  atlas_report_save (report, ATLAS_REPORT_FORMAT_FODT, atlas_report_style_find ("official"), "0123abcd", path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (path, "<style:footer>"), ==, 3);
  g_assert_cmpuint (count_words (path, left), ==, 3);
  g_assert_cmpuint (count_words (plain, left), ==, 0);
}

/* What stands under a title is broken between its two parts, as on the page, and not within a date. */
static void
test_text_detail (void)
{
  g_autofree char *path = g_build_filename (folder, "detail.fodt", NULL);
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("zh_CN");
  report = atlas_report_new ("简报");
  atlas_report_add_title (report, "数据：最新名册（台账）数和公布数　　生成日期：2026年11月26日");
  atlas_report_add_paragraph (report, "Text.");
  atlas_report_save (report, ATLAS_REPORT_FORMAT_FODT, atlas_report_style_find ("official"), "0123abcd", path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (path, "数和公布数</text:p>"), ==, 1);
  g_assert_cmpuint (count_words (path, ">生成日期："), ==, 1);
  test_language_speak ("en");
}

/* Eleven chapters of a page each, with a section in each. */
static AtlasReport *
make_long_report (guint n_chapters)
{
  AtlasReport *report = atlas_report_new ("Long");
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);

  atlas_report_add_title (report, "Detail");
  atlas_report_add_cover (report, facts, "Office", TRUE);
  atlas_report_add_contents (report, "Contents");
  for (guint i = 0; i < n_chapters; i++)
    {
      g_autofree char *name = g_strdup_printf ("Chapter %c", 'A' + i);

      if (i > 0)
        atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
      atlas_report_add_heading (report, 1, name);
      atlas_report_add_heading (report, 2, "Section");
      atlas_report_add_heading (report, 3, "Detail");
      atlas_report_add_paragraph (report, "Text");
    }
  return report;
}

/* Of more than ten pages there are a cover, which has the title, and a list of contents that an office program knows as one and can
 * bring up to date: two levels of headings, each with a link to its heading and the number of its page behind a tab. The
 * third chapter is on page 5, behind cover and contents; its heading is the seventh of all. */
static void
test_text_contents (void)
{
  g_autofree char *path = NULL, *xml = NULL, *brief = NULL;

  test_language_speak ("en");
  path = save (make_long_report (11), ATLAS_REPORT_FORMAT_FODT, "long.fodt");
  brief = save (make_long_report (3), ATLAS_REPORT_FORMAT_FODT, "short.fodt");
  g_assert_true (g_file_get_contents (path, &xml, NULL, NULL));
  g_assert_cmpuint (count (xml, "<text:table-of-content "), ==, 1);
  g_assert_cmpuint (count (xml, "<text:table-of-content-source text:outline-level=\"2\""), ==, 1);
  g_assert_cmpuint (count (xml, "<text:index-entry-page-number/>"), ==, 2);
  g_assert_cmpuint (count (xml, "xlink:href=\"#Heading_"), ==, 22);
  g_assert_cmpuint (count (xml, "<text:bookmark text:name=\"Heading_"), ==, 33);
  g_assert_nonnull (strstr (xml, "xlink:href=\"#Heading_7\">3. Chapter C<text:tab/><text:bookmark-ref text:reference-format=\"page\" "
                                 "text:ref-name=\"Heading_7\">5</text:bookmark-ref></text:a>"));
  g_assert_nonnull (strstr (xml, "<text:bookmark text:name=\"Heading_7\"/>3. Chapter C</text:h>"));
  g_assert_nonnull (strstr (xml, "<text:p text:style-name=\"Contents_20_2\">"));
  /* On the cover, and in the running heads of two kinds of pages. */
  g_assert_cmpuint (count_words (path, ">Long</text:p>"), ==, 3);
  g_assert_cmpuint (count_words (brief, "table-of-content "), ==, 0);
  g_remove (path);
  g_remove (brief);
}

static void
test_text_turns (void)
{
  AtlasReport *report = make_report ();
  g_autofree char *path = NULL;
  g_autofree char *xml = NULL;

  test_language_speak ("en");
  atlas_report_add_table (report, make_table (12));
  atlas_report_add_table (report, make_table (12));
  atlas_report_add_paragraph (report, "Upright");
  atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
  atlas_report_add_paragraph (report, "Next page");
  path = save (report, ATLAS_REPORT_FORMAT_FODT, "wide.fodt");
  g_assert_true (g_file_get_contents (path, &xml, NULL, NULL));
  g_remove (path);
  g_assert_cmpuint (count (xml, "style:master-page-name=\"First\""), ==, 1);
  g_assert_cmpuint (count (xml, "style:master-page-name=\"Landscape\""), ==, 1);
  g_assert_cmpuint (count (xml, "style:master-page-name=\"Standard\""), ==, 1);
  g_assert_cmpuint (count (xml, "fo:break-before=\"page\""), ==, 1);
}

/* What stands upright on paper since it is set smaller does so here too. */
static void
test_text_small_table (void)
{
  AtlasReport *report = make_report ();
  g_autofree char *path = NULL;
  g_autofree char *xml = NULL;

  test_language_speak ("en");
  atlas_report_add_table (report, make_table (8));
  path = save (report, ATLAS_REPORT_FORMAT_FODT, "small.fodt");
  g_assert_true (g_file_get_contents (path, &xml, NULL, NULL));
  g_remove (path);
  g_assert_cmpuint (count (xml, "style:master-page-name=\"Landscape\""), ==, 0);
  g_assert_cmpuint (count (xml, "table:style-name=\"SmallHeadCell\""), ==, 8);
  g_assert_cmpuint (count (xml, "<text:p text:style-name=\"Small_20_Header"), ==, 8);
}

static AtlasReportTable *
make_long_table (guint n_rows)
{
  AtlasReportTable *table = atlas_report_table_new ("Long", NULL);

  atlas_report_table_add_column (table, "Division", FALSE);
  for (guint r = 0; r < n_rows; r++)
    {
      atlas_report_table_add_row (table);
      atlas_report_table_add_cell (table, "Ningxia");
    }
  return table;
}

/* Rows are closer in a table of more than 15, which an office program would else carry over by one or two. */
static void
test_text_long_table (void)
{
  AtlasReport *report = make_report ();
  g_autofree char *path = NULL;
  g_autofree char *xml = NULL;

  test_language_speak ("en");
  atlas_report_add_table (report, make_long_table (15));
  atlas_report_add_table (report, make_long_table (16));
  path = save (report, ATLAS_REPORT_FORMAT_FODT, "long-table.fodt");
  g_assert_true (g_file_get_contents (path, &xml, NULL, NULL));
  g_remove (path);
  g_assert_cmpuint (count (xml, "table:style-name=\"LongHeadCell\""), ==, 1);
  g_assert_cmpuint (count (xml, "table:style-name=\"LongBodyCell\""), ==, 15);
  g_assert_cmpuint (count (xml, "table:style-name=\"LongLastCell\""), ==, 1);
}

/* Every row of every table once, in order; headings in order. */
static void
assert_blocks (const Document *document,
               AtlasReport    *report)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint row = 0, heading = 0, table = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      g_assert_cmpint (block->kind, !=, ATLAS_BLOCK_KEY_FIGURES);
      if (block->kind == ATLAS_BLOCK_HEADING)
        g_assert_cmpstr (nth (document->headings, heading++) + strlen ("1 "), ==, block->text);
      if (block->kind == ATLAS_BLOCK_PARAGRAPH)
        g_assert_true (has (document->paragraphs, block->text));
      if (block->kind != ATLAS_BLOCK_TABLE)
        continue;
      table++;
      for (guint r = 0; r < block->table->rows->len; r++)
        {
          g_autoptr (GString) expected = g_string_new (NULL);

          for (guint c = 0; c < block->table->columns->len; c++)
            g_string_append_printf (expected, "%s|", atlas_report_table_get_cell (block->table, r, c));
          g_assert_cmpstr (nth (document->rows, row++), ==, expected->str);
        }
    }
  g_assert_cmpuint (table, >, 0);
  g_assert_cmpuint (document->heads->len, ==, table);
  g_assert_cmpuint (document->rows->len, ==, row);
  g_assert_cmpuint (document->headings->len, ==, heading);
}

typedef struct {
  const guint8 *data;
  gsize left;
} Source;

static cairo_status_t
read_bytes (void          *data,
            unsigned char *to,
            unsigned int   length)
{
  Source *source = data;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (to, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* Twice the 96 pixels to the inch of a screen: the text is 595.276 − 2 × 68 = 459.276 points wide. */
static void
assert_picture (GBytes *bytes)
{
  Source source;
  cairo_surface_t *surface;

  source.data = g_bytes_get_data (bytes, &source.left);
  surface = cairo_image_surface_create_from_png_stream (read_bytes, &source);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1225);
  g_assert_cmpint (cairo_image_surface_get_height (surface), >, 100);
  cairo_surface_destroy (surface);
}

static void
test_text_comparison (gconstpointer data)
{
  const char *const *languages = data;
  g_auto (Document) document = { FALSE };
  g_autoptr (AtlasReport) expected = NULL;
  g_autofree char *path = NULL;

  test_language_speak (languages[0]);
  expected = build_comparison ();
  path = save (build_comparison (), ATLAS_REPORT_FORMAT_FODT, "comparison.fodt");
  document_read (&document, path);
  g_remove (path);
  g_assert_cmpstr (document.language, ==, languages[1]);
  assert_blocks (&document, expected);
  g_assert_cmpuint (document.pictures->len, ==, atlas_report_get_next_chart (expected) - 1);
  g_assert_cmpuint (document.descriptions->len, ==, document.pictures->len);
  g_assert_nonnull (strstr (nth (document.descriptions, 0), "4,072"));
  for (guint i = 0; i < document.pictures->len; i++)
    assert_picture (g_ptr_array_index (document.pictures, i));
}

static void
test_text_same_bytes (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *first_xml = NULL;
  g_autofree char *second_xml = NULL;

  test_language_speak ("en");
  first = save (build_comparison (), ATLAS_REPORT_FORMAT_FODT, "first.fodt");
  second = save (build_comparison (), ATLAS_REPORT_FORMAT_FODT, "second.fodt");
  g_assert_true (g_file_get_contents (first, &first_xml, NULL, NULL));
  g_assert_true (g_file_get_contents (second, &second_xml, NULL, NULL));
  g_assert_cmpstr (first_xml, ==, second_xml);
  g_assert_nonnull (strstr (first_xml, "<dc:date>2026-01-05T08:00:00</dc:date>"));
  g_remove (first);
  g_remove (second);
}

/* "T" or "N" and the text of each cell. */
static gboolean
dump_row (const AtlasSheetRow  *row,
          gpointer              data,
          GError              **error)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < row->n_cells; i++)
    {
      AtlasCellKind kind = row->cells[i].kind;

      g_string_append_printf (line, "%s%s|", kind == ATLAS_CELL_NUMBER ? "N" : kind == ATLAS_CELL_TEXT ? "T" : "",
                              row->cells[i].text);
    }
  g_ptr_array_add (data, g_string_free (line, FALSE));
  return TRUE;
}

static GPtrArray *
read_sheet (AtlasWorkbook *workbook,
            guint          sheet)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  atlas_workbook_read_sheet (workbook, sheet, dump_row, rows, NULL, &error);
  g_assert_no_error (error);
  return rows;
}

static void
test_workbook (void)
{
  AtlasReport *report = make_report ();
  g_autofree char *path = NULL;
  g_autoptr (AtlasWorkbook) workbook = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("en");
  atlas_report_add_table (report, make_table (2));
  path = save (report, ATLAS_REPORT_FORMAT_XLSX, "made.xlsx");
  workbook = atlas_workbook_open (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, 3);
  g_assert_cmpstr (atlas_workbook_get_sheet (workbook, 0)->name, ==, "Text and notes");
  /* 31 characters, those that a name of a sheet cannot have replaced by blanks */
  g_assert_cmpstr (atlas_workbook_get_sheet (workbook, 1)->name, ==, "Table 1  A  <b> &  c  d, of whi");
  g_assert_cmpstr (atlas_workbook_get_sheet (workbook, 2)->name, ==, "Table 2  A  <b> &  c  d, of whi");
  words = read_sheet (workbook, 0);
  g_assert_true (has (words, "TWorkers|T4,072|Tpeople|T2023|"));
  g_assert_true (has (words, "T1. First|"));
  g_assert_true (has (words, "TUnit: people|"));
  g_assert_true (has (words, "TOf the table|"));
  g_assert_true (has (words, "TNoted|"));
  rows = read_sheet (workbook, 1);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpstr (nth (rows, 0), ==, "TTable\302\2401  A: <b> & [c]/d, of which the title is long (Unit: people)|");
  g_assert_cmpstr (nth (rows, 1), ==, "TName|TNumber|TNumber: remark|TNumber|");
  g_assert_cmpstr (nth (rows, 2), ==, "T=1+1|N4072|Tup 5%|N-1234567.5|");
  g_assert_cmpstr (nth (rows, 3), ==, "T\"Q\" & 'A'  <x>|T≥ 810||T24.0%|");
  g_remove (path);
}

/* A title that is best broken behind 社会工作 is one line in a cell, without a blank. */
static void
test_workbook_title (void)
{
  AtlasReport *report;
  g_autofree char *path = NULL;
  g_autoptr (AtlasWorkbook) workbook = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) error = NULL;

  test_language_speak ("zh_CN");
  report = atlas_report_new ("兴庆区社会工作\n资金情况报告");
  atlas_report_add_title (report, "One\ntwo");
  path = save (report, ATLAS_REPORT_FORMAT_XLSX, "title.xlsx");
  test_language_speak ("en");
  workbook = atlas_workbook_open (path, NULL, NULL, &error);
  g_assert_no_error (error);
  words = read_sheet (workbook, 0);
  g_assert_true (has (words, "T兴庆区社会工作资金情况报告|"));
  g_assert_true (has (words, "TOne two|"));
  g_remove (path);
}

static void
remove_picture (const char *inside,
                const char *name,
                const char *begins)
{
  g_autofree char *path = g_build_filename (inside, name, NULL);
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, begins));
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
remove_all (const char *inside)
{
  g_autoptr (GDir) dir = g_dir_open (inside, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (inside, name, NULL);

      g_remove (path);
    }
  g_rmdir (inside);
}

static void
test_pictures (void)
{
  g_autofree char *png = NULL;
  g_autofree char *svg = NULL;

  test_language_speak ("en");
  png = save (build_comparison (), ATLAS_REPORT_FORMAT_PNG, "png");
  remove_picture (png, "Figure-1-Certified-social-workers.png", "\x89PNG");
  remove_picture (png, "Figure-2-Certified-share-of-social-workers.png", "\x89PNG");
  remove_picture (png, "Figure-3-Certified-workers-per-10,000-residents.png", "\x89PNG");
  remove_picture (png, "Figure-4-Township-station-coverage.png", "\x89PNG");
  remove_picture (png, "Figure-5-Social-work-service-organisations.png", "\x89PNG");
  g_assert_cmpint (g_rmdir (png), ==, 0);
  test_language_speak ("zh_CN");
  svg = save (build_comparison (), ATLAS_REPORT_FORMAT_SVG, "svg");
  remove_picture (svg, "图1-持证社工.svg", "<?xml");
  remove_all (svg);
}

static void
test_no_pictures (void)
{
  g_autoptr (AtlasReport) report = make_report ();
  g_autofree char *path = g_build_filename (folder, "none", NULL);
  g_autoptr (GError) error = NULL;

  test_language_speak ("en");
  g_assert_false (atlas_report_save (report, ATLAS_REPORT_FORMAT_PNG, atlas_report_style_find ("plain"), "", path, &error));
  g_assert_cmpstr (error->message, ==, "The report “One & all\x01” has no charts");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_tell (void)
{
  AtlasReportFormat format;

  g_assert_true (atlas_report_format_tell ("a.xlsx.FODT", &format));
  g_assert_cmpint (format, ==, ATLAS_REPORT_FORMAT_FODT);
  g_assert_true (atlas_report_format_tell ("a.pdf", &format));
  g_assert_cmpint (format, ==, ATLAS_REPORT_FORMAT_PDF);
  g_assert_false (atlas_report_format_tell ("a.png", &format));
  g_assert_false (atlas_report_format_tell ("", &format));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const english[] = { "en", "en" };
  static const char *const chinese[] = { "zh_CN", "zh-CN" };
  int status;

  g_setenv ("SOURCE_DATE_EPOCH", EPOCH, TRUE);
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("atlas-report-XXXXXX", NULL);
  built_report_open ();
  g_test_add_func ("/reports/format/tell", test_tell);
  g_test_add_func ("/reports/format/text/blocks", test_text_blocks);
  g_test_add_func ("/reports/format/text/page-numbers", test_text_page_numbers);
  g_test_add_func ("/reports/format/text/turns", test_text_turns);
  g_test_add_func ("/reports/format/text/small-table", test_text_small_table);
  g_test_add_func ("/reports/format/text/long-table", test_text_long_table);
  g_test_add_func ("/reports/format/text-contents", test_text_contents);
  g_test_add_func ("/reports/format/text-detail", test_text_detail);
  g_test_add_data_func ("/reports/format/text/english", english, test_text_comparison);
  g_test_add_data_func ("/reports/format/text/chinese", chinese, test_text_comparison);
  g_test_add_func ("/reports/format/text/same-bytes", test_text_same_bytes);
  g_test_add_func ("/reports/format/workbook", test_workbook);
  g_test_add_func ("/reports/format/workbook-title", test_workbook_title);
  g_test_add_func ("/reports/format/pictures", test_pictures);
  g_test_add_func ("/reports/format/no-pictures", test_no_pictures);
  status = g_test_run ();
  built_report_close ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
