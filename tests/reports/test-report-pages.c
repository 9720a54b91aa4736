/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>

#include "reports/pages/report-pages-private.h"
#include "reports/report-file.h"

/* What is done so that no page has only a few rows on it. */

static char *folder;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* HEADER (nullable): of a third column. */
static void
add_headed_table (AtlasReport *report,
                  guint        n_rows,
                  const char  *header)
{
  AtlasReportTable *table = atlas_report_table_new ("Numbers", NULL);

  atlas_report_table_add_column (table, "Region", FALSE);
  atlas_report_table_add_column (table, "Number", TRUE);
  if (header != NULL)
    atlas_report_table_add_column (table, header, TRUE);
  for (guint i = 0; i < n_rows; i++)
    {
      atlas_report_table_add_row (table);
      atlas_report_table_add_cell (table, "Ningxia");
      for (guint c = 1; c < table->columns->len; c++)
        atlas_report_table_add_cell (table, "1,234");
    }
  atlas_report_add_table (report, table);
}

static void
add_table (AtlasReport *report,
           guint        n_rows)
{
  add_headed_table (report, n_rows, NULL);
}

/* How often WORD stands on the page NUMBER, from 0 on, of the N that PAGES are. */
static guint
count_on_page (AtlasReportPages *pages,
               int               n,
               int               number,
               const char       *word)
{
  g_autofree char *path = g_build_filename (folder, "pages.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (PopplerPage) page = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autoptr (GError) error = NULL;

  atlas_report_save_pdf (pages, "0123abcd", path, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, n);
  page = poppler_document_get_page (document, number);
  text = poppler_page_get_text (page);
  pieces = g_strsplit (text, word, -1);
  g_remove (path);
  return g_strv_length (pieces) - 1;
}

/* A page of 701.89 takes a caption of 10 × 1.4 + 4, a rule of 1.1 and 36 rows of 9.5 × 1.35 + 6, the header's among them; or 44 of
 * 9.5 × 1.35 + 2.5, or 52 of 8.5 × 1.35 + 1.5. Of 38 rows 3, and of 46 11 would stand alone before the break, and so they are set
 * denser; of 50 15 would, with their header 45 hundredths of a page, which is not poor. */
static void
test_rows_left_over (void)
{
  const guint cases[][2] = { { 35, 2 }, { 38, 2 }, { 46, 2 }, { 50, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasReport *report = atlas_report_new ("Rows");
      g_autoptr (AtlasReportPages) pages = NULL;

      add_table (report, cases[i][0]);
      atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
      atlas_report_add_paragraph (report, "Next page.");
      pages = atlas_report_pages_new (report);
      g_assert_cmpuint (atlas_report_pages_get_n_pages (pages), ==, cases[i][1]);
    }
}

/* Of the same 38 rows 3, and of 39 4, would go over to the page of the text behind them, which saves no page; of 46 rows 11 would, and
 * if it is dense still 3, but if it is as dense as can be none. Of 48 rows 13 are more than a quarter, and go over. */
static void
test_few_rows (void)
{
  const guint cases[][2] = { { 38, 0 }, { 39, 0 }, { 46, 0 }, { 48, 13 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasReport *report = atlas_report_new ("Rows");
      g_autoptr (AtlasReportPages) pages = NULL;

      add_table (report, cases[i][0]);
      for (guint k = 0; k < 18; k++)
        atlas_report_add_paragraph (report, "Line.");
      pages = atlas_report_pages_new (report);
      g_assert_cmpuint (count_on_page (pages, 2, 1, "Ningxia"), ==, cases[i][1]);
    }
}

/* Behind 25 lines 3 of 9 rows would go over, a third but few; behind 27 lines 4 do. */
static void
test_few_rows_of_short_table (void)
{
  for (guint n = 25; n <= 27; n += 2)
    {
      AtlasReport *report = atlas_report_new ("Rows");
      g_autoptr (AtlasReportPages) pages = NULL;

      for (guint k = 0; k < n; k++)
        atlas_report_add_paragraph (report, "Line.");
      add_table (report, 9);
      for (guint k = 0; k < 20; k++)
        atlas_report_add_paragraph (report, "Line.");
      pages = atlas_report_pages_new (report);
      g_assert_cmpuint (count_on_page (pages, 2, 1, "Ningxia"), ==, n == 25 ? 0 : 4);
    }
}

/* Of 48 rows 13 go over, and are many. Two lines alone on the third page make the table dense, so that it has 43 rows on its first page;
 * the 5 that are over then are few, and it becomes as dense as can be. */
static void
test_few_rows_of_saved_page (void)
{
  AtlasReport *report = atlas_report_new ("Rows");
  g_autoptr (AtlasReportPages) pages = NULL;

  add_table (report, 48);
  for (guint k = 0; k < 22; k++)
    atlas_report_add_paragraph (report, "Line.");
  pages = atlas_report_pages_new (report);
  g_assert_cmpuint (count_on_page (pages, 2, 1, "Ningxia"), ==, 0);
}

/* Of two tables the first leaves 3 rows of 38 over. The second follows them with 29 of its 42; once the first is denser it begins a
 * page, of 35 rows, leaves only 7 over, and gets denser too. */
static void
test_few_rows_again (void)
{
  AtlasReport *report = atlas_report_new ("Rows");
  g_autoptr (AtlasReportPages) pages = NULL;

  add_table (report, 38);
  add_table (report, 42);
  for (guint i = 0; i < 10; i++)
    atlas_report_add_paragraph (report, "Line.");
  pages = atlas_report_pages_new (report);
  g_assert_cmpuint (count_on_page (pages, 3, 1, "Ningxia"), ==, 42);
}

/* Tables of 38 rows become denser. So does one of 10 where two of the three whose headers differ in one name are, and not where it is
 * one of two; one of other headers stays as it is. */
static void
test_alike (void)
{
  for (guint n = 1; n <= 2; n++)
    {
      AtlasReport *report = atlas_report_new ("Alike");
      GPtrArray *blocks = atlas_report_get_blocks (report);
      g_autoptr (AtlasReportPages) pages = NULL;

      for (guint i = 0; i < n; i++)
        {
          add_headed_table (report, 38, i == 0 ? "Yinchuan" : "Wuzhong");
          atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
        }
      add_headed_table (report, 10, "Guyuan");
      add_table (report, 10);
      pages = atlas_report_pages_new (report);
      g_assert_cmpuint (atlas_report_pages_get_density (pages, g_ptr_array_index (blocks, 0)), ==, ATLAS_TABLE_DENSE);
      g_assert_cmpuint (atlas_report_pages_get_density (pages, g_ptr_array_index (blocks, 2 * n)), ==,
                        n == 2 ? ATLAS_TABLE_DENSE : ATLAS_TABLE_USUAL);
      g_assert_cmpuint (atlas_report_pages_get_density (pages, g_ptr_array_index (blocks, 2 * n + 1)), ==, ATLAS_TABLE_USUAL);
    }
}

/* Of 22 lines on a grid the table takes 15, if it is set denser 12: two lines that would be alone on the last page stay before it. */
static void
test_last_page_on_grid (void)
{
  AtlasReport *report = atlas_report_new ("Grid");
  g_autoptr (AtlasReportPages) pages = NULL;

  add_table (report, 18);
  for (guint i = 0; i < 9; i++)
    atlas_report_add_paragraph (report, "Line.");
  pages = atlas_report_pages_new_styled (report, atlas_report_style_find ("official"));
  g_assert_cmpuint (atlas_report_pages_get_n_pages (pages), ==, 1);
}

/* N_BEFORE lines, then a list of N_ENTRIES sources of a line each; (transfer full). */
static AtlasReportPages *
make_list (guint n_before,
           guint n_entries)
{
  AtlasReport *report = atlas_report_new ("List");

  for (guint i = 0; i < n_before; i++)
    atlas_report_add_paragraph (report, "Line.");
  atlas_report_add_heading (report, 1, "Sources");
  for (guint i = 1; i <= n_entries; i++)
    {
      AtlasBlock *entry = atlas_block_new (ATLAS_BLOCK_NOTE, "Entry");

      entry->number = i;
      atlas_report_add (report, entry);
    }
  return atlas_report_pages_new_styled (report, atlas_report_style_find ("official"));
}

/* There are 22 lines on a page. Under the heading stand two entries at least. */
static void
test_list_begins (void)
{
  const guint cases[][2] = { { 19, 0 }, { 20, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasReportPages) pages = make_list (cases[i][0], 5);
      g_autoptr (GArray) headings = atlas_report_pages_list_headings (pages);

      g_assert_cmpuint (g_array_index (headings, AtlasReportHeading, 0).page, ==, cases[i][1]);
    }
}

/* And so on its last page: of 22 entries not the last alone. */
static void
test_list_ends (void)
{
  g_autoptr (AtlasReportPages) pages = make_list (0, 22);

  g_assert_cmpuint (count_on_page (pages, 2, 1, "Entry"), ==, 2);
}

/* A page has 22 lines of 28 characters, and a paragraph begins with an indent of two. A table does not begin on three lines. It
 * takes three lines that announce it along to the next page, and leaves four where they are. */
static void
test_paragraph_before_table (void)
{
  const struct {
    guint n_before;
    guint n_characters;
    guint n_on_first;
  } cases[] = { { 16, 3 * 28 - 2, 0 }, { 15, 4 * 28 - 2, 4 * 28 - 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasReport *report = atlas_report_new ("Text");
      g_autoptr (AtlasReportPages) pages = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint k = 0; k < cases[i].n_before; k++)
        atlas_report_add_paragraph (report, "Line.");
      for (guint k = 0; k < cases[i].n_characters; k++)
        g_string_append (text, "县");
      atlas_report_add_paragraph (report, text->str);
      add_table (report, 20);
      pages = atlas_report_pages_new_styled (report, atlas_report_style_find ("official"));
      g_assert_cmpuint (count_on_page (pages, 2, 0, "县"), ==, cases[i].n_on_first);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("atlas-pages-XXXXXX", NULL);
  g_test_add_func ("/reports/pages/rows-left-over", test_rows_left_over);
  g_test_add_func ("/reports/pages/few-rows", test_few_rows);
  g_test_add_func ("/reports/pages/few-rows-again", test_few_rows_again);
  g_test_add_func ("/reports/pages/few-rows-of-short-table", test_few_rows_of_short_table);
  g_test_add_func ("/reports/pages/few-rows-of-saved-page", test_few_rows_of_saved_page);
  g_test_add_func ("/reports/pages/alike", test_alike);
  g_test_add_func ("/reports/pages/last-page-on-grid", test_last_page_on_grid);
  g_test_add_func ("/reports/pages/list-begins", test_list_begins);
  g_test_add_func ("/reports/pages/list-ends", test_list_ends);
  g_test_add_func ("/reports/pages/paragraph-before-table", test_paragraph_before_table);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
