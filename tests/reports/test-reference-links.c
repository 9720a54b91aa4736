/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "built-report.h"
#include "printed-page.h"

/* Of PDFs read back: what in them is a link, and where it leads. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

static char *folder;

/* Takes REPORT; (transfer full). */
static PopplerDocument *
print (AtlasReport *report,
       const char  *style)
{
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new_styled (report, atlas_report_style_find (style));
  g_autofree char *path = g_build_filename (folder, "links.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;

  atlas_report_save_pdf (pages, "0123abcd", path, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  return document;
}

/* The characters of PAGE whose middle lies in AREA, counted from the upper edge; (transfer full). */
static char *
dup_area (PopplerPage            *page,
          const PopplerRectangle *area)
{
  GString *found = g_string_new (NULL);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  const char *at = text;
  guint n;

  g_assert_true (poppler_page_get_text_layout (page, &places, &n));
  for (guint i = 0; i < n && *at != '\0'; i++, at = g_utf8_next_char (at))
    {
      double x = (places[i].x1 + places[i].x2) / 2, y = (places[i].y1 + places[i].y2) / 2;

      if (x > area->x1 && x < area->x2 && y > area->y1 && y < area->y2 && !g_unichar_isspace (g_utf8_get_char (at)))
        g_string_append_unichar (found, g_utf8_get_char (at));
    }
  return g_string_free (found, FALSE);
}

/* What stands on PAGE where LINK is; areas of links are counted from the lower edge; (transfer full). */
static char *
dup_linked (PopplerPage      *page,
            PopplerRectangle  link)
{
  double width, height;

  poppler_page_get_size (page, &width, &height);
  return dup_area (page, &(PopplerRectangle) { link.x1, height - link.y2, link.x2, height - link.y1 });
}

/* What stands in the first line at the target of ACTION; (transfer full). */
static char *
dup_target (PopplerDocument *document,
            PopplerAction   *action)
{
  PopplerDest *dest = poppler_document_find_dest (document, action->goto_dest.dest->named_dest);
  g_autoptr (PopplerPage) page = NULL;
  double width, height, top;

  g_assert_nonnull (dest);
  page = poppler_document_get_page (document, dest->page_num - 1);
  poppler_page_get_size (page, &width, &height);
  top = height - dest->top;
  poppler_dest_free (dest);
  return dup_area (page, &(PopplerRectangle) { 0, top, width, top + 18 });
}

/* The places on PAGE that PATTERN finds. */
static guint
count_matches (PopplerPage *page,
               const char  *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *raw = poppler_page_get_text (page);
  g_autofree char *text = printed_text_squeeze (raw);
  guint n = 0;

  for (g_regex_match (regex, text, 0, &info); g_match_info_matches (info); g_match_info_next (info, NULL))
    n++;
  return n;
}

/* Each link is a reference as PATTERN describes it and leads to what begins with the same; returns how many there are. */
static guint
assert_links (PopplerDocument *document,
              PopplerPage     *page,
              const char      *pattern)
{
  GList *links = poppler_page_get_link_mapping (page);
  g_autofree char *whole = g_strdup_printf ("^(%s)$", pattern);
  guint n = 0;

  for (GList *l = links; l != NULL; l = l->next, n++)
    {
      const PopplerLinkMapping *link = l->data;
      g_autofree char *label = dup_linked (page, link->area);
      g_autofree char *target = dup_target (document, link->action);

      if (!g_regex_match_simple (whole, label, 0, 0))
        g_error ("“%s” is no reference", label);
      if (strstr (target, label) == NULL)
        g_error ("%s leads to “%s”", label, target);
    }
  poppler_page_free_link_mapping (links);
  return n;
}

typedef struct {
  const char *name;
  const char *region;
  const char *language;
  const char *style;
  const char *pattern;
} Case;

/* All that is referred to in text, in tables and below charts is a link; what is left are the captions and the list of
 * sources themselves. */
static void
test_report (gconstpointer data)
{
  const Case *expected = data;
  AtlasReport *report = built_report_build_in (expected->name, expected->region, expected->language);
  guint n_sources = atlas_report_get_sources (report)->len;
  guint n_targets = atlas_report_get_next_chart (report) - 1 + atlas_report_get_next_table (report) - 1 + n_sources;
  g_autoptr (PopplerDocument) document = print (report, expected->style);
  guint n_links = 0, n_references = 0;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);

      n_links += assert_links (document, page, expected->pattern);
      n_references += count_matches (page, expected->pattern);
    }
  g_assert_cmpuint (n_links, >=, n_sources);
  g_assert_cmpuint (n_references, ==, n_links + n_targets);
}

static const Case cases[] = {
  { "brief", "500000", "zh_CN", "plain", "[图表]\\d+(?![-\\d（])|〔\\d+〕" },
  { "brief", "500000", "zh_CN", "official", "[图表]\\d+(?![-\\d（])|〔\\d+〕" },
  { "brief", "500000", "en", "plain", "(Figure|Table)\\d+(?![-\\d(])|\\[\\d+\\]" },
  { "brief", "500000", "en", "official", "(Figure|Table)\\d+(?![-\\d(])|\\[\\d+\\]" },
  { "funding", "500000", "zh_CN", "plain", "[图表]\\d+(?![-\\d（])|〔\\d+〕" },
  { "coverage", "500000", "en", "official", "(Figure|Table)\\d+(?![-\\d(])|\\[\\d+\\]" },
};

/* What names nothing that is in the report is no link, and neither is a number that only begins like one. */
static void
test_unknown (void)
{
  AtlasReport *report = atlas_report_new ("Links");
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (PopplerPage) page = NULL;
  AtlasReportTable *table = atlas_report_table_new ("Numbers", NULL);

  atlas_report_add_paragraph (report, "Figure\u00a01, Table\u00a02, Table\u00a010, [1] and 1.");
  atlas_report_table_add_column (table, "Region", FALSE);
  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, "Ningxia");
  atlas_report_add_table (report, table);
  document = print (report, "plain");
  page = poppler_document_get_page (document, 0);
  g_assert_cmpuint (assert_links (document, page, "-"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  folder = g_dir_make_tmp ("atlas-links-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/reports/reference-links/%s-%s-%s", cases[i].name, cases[i].language, cases[i].style);

      g_test_add_data_func (path, &cases[i], test_report);
    }
  g_test_add_func ("/reports/reference-links/unknown", test_unknown);
  status = g_test_run ();
  built_report_close ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
