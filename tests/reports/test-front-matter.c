/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "reports/pages/contents-layout.h"
#include "reports/report-file.h"

/* Cover, contents and the numbers of pages, in PDFs read back. */

static char *folder;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

static GPtrArray *
make_facts (void)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);

  g_ptr_array_add (facts, atlas_key_figure_new ("Region", "Ningxia", NULL, NULL));
  g_ptr_array_add (facts, atlas_key_figure_new ("Completeness", "stations 27 of 27 (2023)", NULL, NULL));
  return facts;
}

static void
add_table (AtlasReport *report,
           const char  *title)
{
  AtlasReportTable *table = atlas_report_table_new (title, NULL);

  atlas_report_table_add_column (table, "Region", FALSE);
  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, "Ningxia");
  atlas_report_add_table (report, table);
}

/* A report whose chapters begin a page each, with a table in each; (transfer full). */
static AtlasReport *
make_report (guint    n_chapters,
             gboolean when_long)
{
  AtlasReport *report = atlas_report_new ("Social work in\nNingxia");

  atlas_report_set_author (report, "Department of Civil Affairs");
  atlas_report_add_title (report, "made in 2023");
  atlas_report_add_cover (report, make_facts (), "Department of Civil Affairs\n2023", when_long);
  atlas_report_add_contents (report, "Contents");
  for (guint i = 0; i < n_chapters; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Chapter %c", 'A' + i);
      g_autofree char *title = g_strdup_printf ("Numbers of chapter %c", 'A' + i);

      if (i > 0)
        atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
      atlas_report_add_heading (report, 1, heading);
      atlas_report_add_paragraph (report, "A sentence.");
      add_table (report, title);
    }
  return report;
}

/* (transfer full) */
static PopplerDocument *
print (AtlasReport *report,
       const char  *style)
{
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new_styled (report, atlas_report_style_find (style));
  g_autofree char *path = g_build_filename (folder, "front.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document;

  atlas_report_save_pdf (pages, "0123abcd", path, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static char *
dup_text (PopplerDocument *document,
          int              page)
{
  g_autoptr (PopplerPage) opened = poppler_document_get_page (document, page);

  return poppler_page_get_text (opened);
}

static char *
dup_label (PopplerDocument *document,
           int              page)
{
  g_autoptr (PopplerPage) opened = poppler_document_get_page (document, page);

  return poppler_page_get_label (opened);
}

static void
assert_says (PopplerDocument *document,
             int              page,
             const char      *text)
{
  g_autofree char *whole = dup_text (document, page);
  g_auto (GStrv) parts = g_strsplit (whole, " ", -1), wanted = g_strsplit (text, " ", -1);
  /* How wide a space has to be to be told is poppler's to say. */
  g_autofree char *joined = g_strjoinv ("", parts), *sought = g_strjoinv ("", wanted);

  if (strstr (joined, sought) == NULL)
    g_error ("page %d does not say “%s” but: %s", page, text, whole);
}

/* Twelve chapters on twelve pages: a cover without number, contents on page ii, then page 1 of 12. On a grid of 22 lines
 * the title, 24 entries and "Tables" take two pages. */
static void
test_long (gconstpointer style)
{
  g_autoptr (PopplerDocument) document = print (make_report (12, TRUE), style);
  gboolean plain = g_str_equal (style, "plain");
  g_autofree char *cover = dup_text (document, 0);
  int front = plain ? 2 : 3;
  g_autofree char *first = dup_text (document, front);
  g_autofree char *author = poppler_document_get_author (document);
  const char *const labels[] = { "i", "ii", plain ? "1" : "iii" };

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, front + 12);
  assert_says (document, 0, "Social work in");
  assert_says (document, 0, "stations 27 of 27 (2023)");
  assert_says (document, 0, "Department of Civil Affairs");
  g_assert_null (strstr (cover, "14"));
  assert_says (document, 1, "Contents");
  assert_says (document, 1, plain ? "ii" : "— ii —");
  assert_says (document, front, plain ? "Page 1 of 12" : "— 1 —");
  /* The cover has the title. */
  g_assert_null (strstr (first, "made in 2023"));
  assert_says (document, front + 11, plain ? "Page 12 of 12" : "— 12 —");
  g_assert_cmpstr (author, ==, "Department of Civil Affairs");
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *label = dup_label (document, i);

      g_assert_cmpstr (label, ==, labels[i]);
    }
}

/* Ten pages need neither; a cover that was asked for is there all the same. */
static void
test_short (void)
{
  g_autoptr (PopplerDocument) bare = print (make_report (10, TRUE), "plain");
  g_autoptr (PopplerDocument) covered = print (make_report (2, FALSE), "plain");

  g_assert_cmpint (poppler_document_get_n_pages (bare), ==, 10);
  assert_says (bare, 0, "made in 2023");
  assert_says (bare, 0, "Page 1 of 10");
  g_assert_cmpint (poppler_document_get_n_pages (covered), ==, 3);
  assert_says (covered, 0, "stations 27 of 27");
  assert_says (covered, 1, "Page 1 of 2");
}

/* Where the only TEXT on PAGE ends and begins, from the top. */
static void
find_text (PopplerPage *page,
           const char  *text,
           double      *top,
           double      *bottom)
{
  GList *found = poppler_page_find_text (page, text);
  const PopplerRectangle *place;
  double height;

  g_assert_cmpuint (g_list_length (found), ==, 1);
  place = found->data;
  poppler_page_get_size (page, NULL, &height);
  *top = height - MAX (place->y1, place->y2);
  *bottom = height - MIN (place->y1, place->y2);
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
}

/* A title of six lines, and what stands under it, keep apart. */
static void
test_long_title (void)
{
  g_autoptr (AtlasReport) report = atlas_report_new ("Social work compared:\nXingqing District, Xixia District, Jinfeng District, "
                                                     "Yongning County, Helan County, Lingwu City, Dawukou District, Litong District, "
                                                     "Hongsibu District and Huinong");
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (PopplerPage) page = NULL;
  double top, title, fact, bottom;

  atlas_report_add_title (report, "made in 2023");
  atlas_report_add_cover (report, make_facts (), "2023-12-31", FALSE);
  atlas_report_add_paragraph (report, "A sentence.");
  document = print (g_steal_pointer (&report), "official");
  page = poppler_document_get_page (document, 0);
  find_text (page, "Huinong", &top, &title);
  find_text (page, "Region", &fact, &bottom);
  g_assert_cmpfloat (title + 20, <, fact);
  find_text (page, "2023-12-31", &top, &title);
  g_assert_cmpfloat (bottom, <, top);
}

/* Of each chapter the heading and the table are led to. */
static void
test_links (void)
{
  g_autoptr (PopplerDocument) document = print (make_report (12, TRUE), "plain");
  g_autoptr (PopplerPage) contents = poppler_document_get_page (document, 1);
  GList *links = poppler_page_get_link_mapping (contents);
  guint n_to[14] = { 0 }, n = 0;

  for (GList *l = links; l != NULL; l = l->next)
    {
      const PopplerAction *action = ((const PopplerLinkMapping *) l->data)->action;
      PopplerDest *dest;

      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      dest = poppler_document_find_dest (document, action->goto_dest.dest->named_dest);
      g_assert_nonnull (dest);
      g_assert_cmpint (dest->page_num, <=, 14);
      /* Not at the upper edge: where the heading or the table stands. */
      g_assert_cmpfloat (dest->top, <, 780);
      n_to[dest->page_num - 1]++;
      n++;
      poppler_dest_free (dest);
    }
  poppler_page_free_link_mapping (links);
  g_assert_cmpuint (n, ==, 24);
  for (guint i = 2; i < 14; i++)
    g_assert_cmpuint (n_to[i], ==, 2);
}

/* The page of the contents, rows as rows; (transfer full). */
static char *
dup_rows (void)
{
  g_autofree char *path = g_build_filename (folder, "front.pdf", NULL);
  const char *const command[] = { "pdftotext", "-layout", "-f", "2", "-l", "2", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Each row bears the number of its page: chapter D stands on page 4, the table of K on page 11. */
static void
test_rows (void)
{
  g_autoptr (PopplerDocument) document = print (make_report (12, TRUE), "plain");
  g_autofree char *text = dup_rows ();

  g_assert_true (g_regex_match_simple ("4\\. Chapter D +4\\n", text, 0, 0));
  g_assert_true (g_regex_match_simple ("Table 11 +Numbers of chapter K +11\\n", text, 0, 0));
  g_assert_nonnull (strstr (text, "Tables"));
  g_assert_null (strstr (text, "Figures"));
}

/* Figures and tables are set smaller than the headings, and what stands over them is never last on a page: it is one row with the
 * first of them. */
static void
test_lists (void)
{
  const double pitch = 29.61, list = 12 * 1.6;
  g_autoptr (AtlasTextShaper) shaper = atlas_text_shaper_new (atlas_report_style_find ("official"), ATLAS_LANGUAGE_ENGLISH);
  AtlasContentsLayout *contents = atlas_contents_layout_new (shaper, "Contents", 442);
  AtlasFlowItem flow;

  atlas_contents_layout_add (contents, "1. Overview", 1, FALSE, 0);
  atlas_contents_layout_add (contents, "Tables", 0, FALSE, 0);
  atlas_contents_layout_add (contents, "Table 1  Stations", 1, TRUE, 1);
  atlas_contents_layout_add (contents, "Table 2  Funding", 1, TRUE, 2);
  flow = atlas_contents_layout_get_flow (contents);
  g_assert_cmpuint (flow.n_rows, ==, 3);
  g_assert_cmpfloat_with_epsilon (flow.rows[0], pitch, 1e-6);
  g_assert_cmpfloat_with_epsilon (flow.rows[1], pitch + list, 1e-6);
  g_assert_cmpfloat_with_epsilon (flow.rows[2], list, 1e-6);
  atlas_contents_layout_free (contents);
}

/* On the grid the title takes 2 lines, 12 chapters and 30 sections 42, and "Tables" with 12 of them, 19.2 high each, 8.8: 52.8
 * are 8.8 more than two pages, which are saved where the sections are as small as tables, and take 19.5. */
static void
test_condensed (void)
{
  g_autoptr (AtlasReportPages) pages = NULL;
  AtlasReport *report = make_report (12, FALSE);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Section %u", i + 1);

      atlas_report_add_heading (report, 2, heading);
      atlas_report_add_paragraph (report, "Text.");
    }
  pages = atlas_report_pages_new_styled (report, atlas_report_style_find ("official"));
  g_assert_cmpuint (atlas_report_pages_get_n_front (pages), ==, 1 + 2);
}

/* In a volume all pages are counted, cover and contents too. */
static void
test_numbered_in_a_volume (void)
{
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new (make_report (12, TRUE));
  g_autofree char *path = g_build_filename (folder, "front.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (atlas_report_pages_get_n_front (pages), ==, 2);
  atlas_report_pages_set_numbers (pages, 101, 300);
  atlas_report_save_pdf (pages, "0123abcd", path, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  assert_says (document, 1, "Page 102 of 300");
  assert_says (document, 2, "Page 103 of 300");
  assert_says (document, 1, "114");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("atlas-front-XXXXXX", NULL);
  g_test_add_data_func ("/reports/front-matter/plain", "plain", test_long);
  g_test_add_data_func ("/reports/front-matter/official", "official", test_long);
  g_test_add_func ("/reports/front-matter/short", test_short);
  g_test_add_func ("/reports/front-matter/long-title", test_long_title);
  g_test_add_func ("/reports/front-matter/links", test_links);
  g_test_add_func ("/reports/front-matter/rows", test_rows);
  g_test_add_func ("/reports/front-matter/lists", test_lists);
  g_test_add_func ("/reports/front-matter/condensed", test_condensed);
  g_test_add_func ("/reports/front-matter/numbered-in-a-volume", test_numbered_in_a_volume);
  status = g_test_run ();
  path = g_build_filename (folder, "front.pdf", NULL);
  g_remove (path);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
