/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "built-report.h"
#include "printed-page.h"
#include "test-language.h"

/* Of every template, in both styles, the PDF read back with the tools that an office would check it with. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

typedef struct {
  const char *name;
  const char *regions;
  const char *language;
  const char *style;
} Case;

/* A report as it was built, and as it was printed. */
typedef struct {
  const AtlasReportStyle *style;
  AtlasReportPages *pages;
  AtlasReport *report; /* of the pages */
  GPtrArray *descriptions; /* (element-type utf8): of the charts */
  PopplerDocument *document;
  char *path;
  char *text; /* lines as lines */
} Printed;

/* A cell of so many characters is never broken, unless between words. */
#define MAX_CELL 12

static char *folder;

/* What the program CALL prints; it has to succeed; (transfer full). */
static char *
run (const char *const *call)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *complaints = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) call, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaints, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s%s", call[0], output, complaints);
  return output;
}

static void
printed_clear (Printed *self)
{
  g_remove (self->path);
  g_free (self->path);
  g_free (self->text);
  g_object_unref (self->document);
  g_ptr_array_unref (self->descriptions);
  atlas_report_pages_free (self->pages);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Printed, printed_clear)

static void
print (Printed    *self,
       const Case *of)
{
  g_auto (GStrv) regions = g_strsplit (of->regions, ",", -1);
  AtlasReportRequest request = {
    .template_name = of->name, .regions = (const char *const *) regions, .style = atlas_report_style_find (of->style),
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  test_language_speak (of->language);
  self->style = request.style;
  self->path = g_build_filename (folder, "printed.pdf", NULL);
  self->report = built_report_build_request (&request, &error);
  g_assert_no_error (error);
  self->pages = atlas_report_pages_new_styled (self->report, self->style);
  self->descriptions = atlas_report_pages_list_descriptions (self->pages);
  atlas_report_save_pdf (self->pages, "0123abcd", self->path, &error);
  g_assert_no_error (error);
  uri = g_filename_to_uri (self->path, NULL, NULL);
  self->document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  self->text = run ((const char *const[]) { "pdftotext", "-layout", self->path, "-", NULL });
}

static void
assert_sound_file (const Printed *self)
{
  g_autofree char *report = run ((const char *const[]) { "qpdf", "--check", self->path, NULL });

  g_assert_nonnull (strstr (report, "No syntax or stream encoding errors found"));
}

/* "emb sub uni": embedded, a subset, with a table of what its glyphs mean. */
static void
assert_fonts (const Printed *self)
{
  g_autofree char *list = run ((const char *const[]) { "pdffonts", self->path, NULL });
  g_auto (GStrv) lines = g_strsplit (g_strchomp (list), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    if (!g_regex_match_simple (" yes +yes +yes +[0-9]+ +0$", lines[i], 0, 0))
      g_error ("font: %s", lines[i]);
}

/* What of PAGE is not white, at a pixel for each point, from X1, Y1 to X2, Y2. */
static guint
count_ink (cairo_surface_t *page,
           double           x1,
           double           y1,
           double           x2,
           double           y2)
{
  guint n = 0;

  for (int y = MAX (0, (int) y1); y < MIN (y2, cairo_image_surface_get_height (page)); y++)
    for (int x = MAX (0, (int) x1); x < MIN (x2, cairo_image_surface_get_width (page)); x++)
      n += cairo_image_surface_get_data (page)[y * cairo_image_surface_get_stride (page) + 4 * x] < 200 ? 1 : 0;
  return n;
}

/* How far down the text block of PAGE its ink reaches, from 0 to 1. */
static double
measure_fill (const Printed   *self,
              cairo_surface_t *page)
{
  int width = cairo_image_surface_get_width (page), height = cairo_image_surface_get_height (page);
  const AtlasPageArea *area = width > height ? &self->style->landscape : &self->style->upright;
  double y = area->y + area->height;

  while (y > area->y && count_ink (page, area->x, y - 1, area->x + area->width, y) == 0)
    y--;
  return (y - area->y) / area->height;
}

/* PAGE is not less than two fifths full, unless it is the last one or has a cover or contents. */
static void
assert_filled (const Printed   *self,
               guint            number,
               cairo_surface_t *page)
{
  if (number >= atlas_report_pages_get_n_front (self->pages) && number + 1 < atlas_report_pages_get_n_pages (self->pages) &&
      measure_fill (self, page) < 0.4)
    g_error ("page %u is only %.0f %% full", number + 1, 100 * measure_fill (self, page));
}

/* Ink within the text block, and none beside it; above it is at most a running head, below it a page number, on a landscape
 * page of an official report at the left. */
static void
assert_ink (const Printed *self)
{
  for (int i = 0; i < poppler_document_get_n_pages (self->document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (self->document, i);
      cairo_surface_t *drawn = printed_page_draw (page);
      int width = cairo_image_surface_get_width (drawn), height = cairo_image_surface_get_height (drawn);
      gboolean landscape = width > height, on_grid = self->style->pitch > 0;
      const AtlasPageArea *area = landscape ? &self->style->landscape : &self->style->upright;
      double right = area->x + area->width, bottom = area->y + area->height;

      g_assert_cmpuint (count_ink (drawn, area->x, area->y, right, bottom), >, 100);
      g_assert_cmpuint (count_ink (drawn, right + 2, 0, width, height), ==, 0);
      g_assert_cmpuint (count_ink (drawn, 0, 0, landscape && on_grid ? area->x - 60 : area->x - 2, height), ==, 0);
      g_assert_cmpuint (count_ink (drawn, 0, 0, width, on_grid ? area->y - 2 : self->style->running_head - 14), ==, 0);
      if (!(landscape && on_grid))
        g_assert_cmpuint (count_ink (drawn, 0, height - self->style->page_number + 20, width, height), ==, 0);
      assert_filled (self, (guint) i, drawn);
      cairo_surface_destroy (drawn);
    }
}

/* A row as one line; NULL where a cell may have been broken, or has a second line; (transfer full). */
static char *
dup_row (const AtlasReportTable *table,
         guint                   row)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint c = 0; c < table->columns->len; c++)
    {
      const char *cell = atlas_report_table_get_cell (table, row, c);

      if (g_utf8_strlen (cell, -1) > MAX_CELL || strchr (cell, '\n') != NULL ||
          g_regex_match_simple ("[A-Za-z] ", cell, 0, 0))
        return NULL;
      g_string_append (line, cell);
    }
  return printed_text_squeeze (line->str);
}

static void
count_in (GHashTable *counts,
          char       *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
}

/* Each row that can be told so is a line as often as tables have it. */
static void
assert_rows (const Printed *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) printed = g_strsplit (self->text, "\n", -1);
  GPtrArray *blocks = atlas_report_get_blocks (self->report);
  GHashTableIter iter;
  gpointer row, n;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      for (guint r = 0; block->kind == ATLAS_BLOCK_TABLE && r < block->table->rows->len; r++)
        {
          char *line = dup_row (block->table, r);

          if (line != NULL)
            count_in (rows, line);
        }
    }
  for (guint i = 0; printed[i] != NULL; i++)
    count_in (lines, printed_text_squeeze (printed[i]));
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &row, &n))
    if (GPOINTER_TO_UINT (g_hash_table_lookup (lines, row)) != GPOINTER_TO_UINT (n))
      g_error ("the row “%s” is there %u times, not %u", (char *) row,
               GPOINTER_TO_UINT (g_hash_table_lookup (lines, row)), GPOINTER_TO_UINT (n));
}

/* A cell as it is tagged: with a link in it poppler tells no text. */
typedef struct {
  GString *text;
  gboolean is_linked;
  gboolean is_head;
} TaggedCell;

static void
tagged_cell_free (TaggedCell *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* Reads LINE of the structure into the last cell of ROW. */
static void
read_tagged (GPtrArray  *row,
             const char *line)
{
  TaggedCell *cell = row->len > 0 ? g_ptr_array_index (row, row->len - 1) : NULL;

  if (strcmp (line, "TD") == 0 || g_str_has_prefix (line, "TH"))
    {
      cell = g_new0 (TaggedCell, 1);
      cell->text = g_string_new (NULL);
      g_ptr_array_add (row, cell);
    }
  else if (cell != NULL && line[0] == '"')
    g_string_append_len (cell->text, line + 1, (gssize) strlen (line) - 2);
  else if (cell != NULL && g_str_has_prefix (line, "Link"))
    cell->is_linked = TRUE;
  else if (cell != NULL && strcmp (line, "/Scope /Column") == 0)
    cell->is_head = TRUE;
}

static guint
count_blanks (const char *line)
{
  return (guint) strspn (line, " ");
}

/* The rows of all tables in the order of the tags, whatever pages and lines they take, without their heads: (element-type
 * GPtrArray of TaggedCell) (transfer full). */
static GPtrArray *
list_tagged_rows (const Printed *self)
{
  g_autofree char *tags = run ((const char *const[]) { "pdfinfo", "-struct-text", self->path, NULL });
  g_auto (GStrv) lines = g_strsplit (tags, "\n", -1);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = NULL;
  guint depth = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i] + count_blanks (lines[i]);

      if (strcmp (line, "TR") == 0)
        {
          row = g_ptr_array_new_with_free_func ((GDestroyNotify) tagged_cell_free);
          depth = count_blanks (lines[i]);
          g_ptr_array_add (rows, row);
        }
      else if (row != NULL && count_blanks (lines[i]) > depth)
        read_tagged (row, line);
      else
        row = NULL;
    }
  for (guint i = rows->len; i-- > 0;)
    {
      GPtrArray *cells = g_ptr_array_index (rows, i);

      if (cells->len > 0 && ((TaggedCell *) g_ptr_array_index (cells, 0))->is_head)
        g_ptr_array_remove_index (rows, i);
    }
  return rows;
}

static void
assert_same_row (const AtlasReportTable *table,
                 guint                   row,
                 GPtrArray              *cells)
{
  g_assert_cmpuint (cells->len, ==, table->columns->len);
  for (guint c = 0; c < cells->len; c++)
    {
      const TaggedCell *cell = g_ptr_array_index (cells, c);
      g_autofree char *printed = printed_text_squeeze (cell->text->str);
      g_autofree char *meant = printed_text_squeeze (atlas_report_table_get_cell (table, row, c));

      if (!cell->is_linked)
        g_assert_cmpstr (printed, ==, meant);
    }
}

/* Every row of every table is there once and in its place, also where a name takes two lines. */
static void
assert_each_row (const Printed *self)
{
  g_autoptr (GPtrArray) rows = list_tagged_rows (self);
  GPtrArray *blocks = atlas_report_get_blocks (self->report);
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      for (guint r = 0; block->kind == ATLAS_BLOCK_TABLE && r < block->table->rows->len; r++)
        {
          g_assert_cmpuint (n, <, rows->len);
          assert_same_row (block->table, r, g_ptr_array_index (rows, n++));
        }
    }
  g_assert_cmpuint (n, ==, rows->len);
}

static gboolean
is_told (AtlasReport *report,
         const char  *label)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);
  g_autofree char *pattern = g_strconcat ("\\Q", label, "\\E(?!\\d)", NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_PARAGRAPH && g_regex_match_simple (pattern, block->text, 0, 0))
        return TRUE;
    }
  return FALSE;
}

/* Figures and tables are numbered from 1 without gaps, each caption is printed, and the text refers to each but for
 * that of a bulletin on the same page. */
static void
assert_numbers (const Printed *self)
{
  GPtrArray *blocks = atlas_report_get_blocks (self->report);
  g_autofree char *text = printed_text_squeeze (self->text);
  guint n_charts = 0, n_tables = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *label = NULL, *caption = NULL;

      if (block->kind != ATLAS_BLOCK_CHART && block->kind != ATLAS_BLOCK_TABLE)
        continue;
      g_assert_cmpuint (block->number, ==, block->kind == ATLAS_BLOCK_CHART ? ++n_charts : ++n_tables);
      label = block->kind == ATLAS_BLOCK_CHART ? atlas_report_format_chart_number (block->number)
                                               : atlas_report_format_table_number (block->number);
      caption = printed_text_squeeze (label);
      g_assert_nonnull (strstr (text, caption));
      if (atlas_report_pages_get_n_pages (self->pages) > 1 && !is_told (self->report, label))
        g_error ("no text refers to %s (%s)", label, block->text);
    }
}

static guint
count_bookmarks (PopplerIndexIter *iter)
{
  guint n = 0;

  do
    {
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      n++;
      if (child != NULL)
        n += count_bookmarks (child);
      g_clear_pointer (&child, poppler_index_iter_free);
    }
  while (poppler_index_iter_next (iter));
  return n;
}

/* A bookmark for each heading, and for the title or cover and the contents. */
static void
assert_bookmarks (const Printed *self)
{
  g_autoptr (GArray) headings = atlas_report_pages_list_headings (self->pages);
  PopplerIndexIter *iter = poppler_index_iter_new (self->document);

  g_assert_nonnull (iter);
  g_assert_cmpuint (count_bookmarks (iter), ==, headings->len);
  poppler_index_iter_free (iter);
}

static guint
count_words (const char *text,
             const char *word)
{
  guint n = 0;

  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    n++;
  return n;
}

/* Charts and parts of charts are figures with a text alternative, tables and parts of tables are tables. */
static void
assert_tags (const Printed *self)
{
  g_autofree char *tags = run ((const char *const[]) { "pdfinfo", "-struct", self->path, NULL });

  g_assert_true (g_str_has_prefix (tags, "Document"));
  g_assert_cmpuint (count_words (tags, "\n    Figure") + count_words (tags, "\n  Figure"), ==, self->descriptions->len);
  g_assert_cmpuint (count_words (tags, "Table (block)") + count_words (tags, "  Table\n"), >=,
                    atlas_report_get_next_table (self->report) - 1);
}

static void
test_printed (gconstpointer data)
{
  g_auto (Printed) printed = { NULL };

  print (&printed, data);
  assert_sound_file (&printed);
  assert_fonts (&printed);
  assert_ink (&printed);
  assert_rows (&printed);
  assert_each_row (&printed);
  assert_numbers (&printed);
  assert_bookmarks (&printed);
  assert_tags (&printed);
}

static const Case cases[] = {
  { "brief", "640000", "zh_CN", "official" },
  { "brief", "640000", "en", "plain" },
  { "brief", "500110", "en", "official" },
  { "comparison", "640000,450000,530000", "zh_CN", "official" },
  { "comparison", "640000,450000,530000", "en", "plain" },
  { "coverage", "640000", "zh_CN", "official" },
  { "coverage", "640000", "en", "plain" },
  { "funding", "640000", "zh_CN", "official" },
  { "funding", "000000", "en", "plain" },
  { "personnel", "000000", "zh_CN", "official" },
  { "personnel", "640000", "en", "plain" },
  { "yearbook", "000000", "zh_CN", "plain" },
  { "yearbook", "640000", "en", "official" },
  { "programmes", "640000", "zh_CN", "official" },
  { "programmes", "640000", "en", "plain" },
  { "bulletin", "640000", "zh_CN", "official" },
  { "bulletin", "000000", "en", "plain" },
  { "checks", "000000", "zh_CN", "official" },
  { "checks", "640000", "en", "plain" },
};

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  folder = g_dir_make_tmp ("atlas-printed-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reports/printed/%s-%s-%s-%.6s", cases[i].name, cases[i].language,
                                               cases[i].style, cases[i].regions);

      g_test_add_data_func (path, &cases[i], test_printed);
    }
  status = g_test_run ();
  built_report_close ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
