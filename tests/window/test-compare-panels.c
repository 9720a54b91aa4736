/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "window/cards/card-context.h"
#include "window/pages/compare-panels.h"
#include "window/tables/table-html.h"
#include "window/tables/table-text.h"

static AtlasSession *session;

static void
open_session (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("atlas-panels-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "test.atlas", NULL);
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();

  session = atlas_session_new ();
  atlas_dataset_create (path, csv, TRUE, &error);
  g_assert_no_error (error);
  atlas_session_open (session, path, &error);
  g_assert_no_error (error);
}

static void
test_per_resident (void)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (session);

  g_assert_cmpstr (atlas_compare_find_per_resident (catalogue, "certified_workers"), ==, "certified_per_10k");
  g_assert_cmpstr (atlas_compare_find_per_resident (catalogue, "funding"), ==, "funding_per_resident");
  g_assert_null (atlas_compare_find_per_resident (catalogue, "stations"));
}

static void
assert_charts (const char *indicator,
               gboolean    per_resident,
               const char *expected)
{
  g_autoptr (GPtrArray) ids =
    atlas_compare_list_charts (atlas_session_get_catalogue (session), indicator, per_resident);
  g_autofree char *text = NULL;

  g_ptr_array_add (ids, NULL);
  text = g_strjoinv (" ", (char **) ids->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_charts (void)
{
  assert_charts ("certified_workers", FALSE,
                 "certified_workers certified_share township_coverage certified_per_10k funding");
  assert_charts ("social_work_orgs", FALSE,
                 "social_work_orgs certified_workers certified_share township_coverage certified_per_10k funding");
  assert_charts ("funding", TRUE, "funding_per_resident certified_per_10k certified_share township_coverage");
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) ids = atlas_compare_list_lines (atlas_session_get_catalogue (session), "funding");

  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "funding");
  for (guint i = 1; i < ids->len; i++)
    g_assert_cmpstr (g_ptr_array_index (ids, i), !=, "funding");
}

static const char *const ningxia[] = { "640000", NULL };

static AtlasTable *
ask (const char        *indicator,
     const char *const *codes,
     const char        *by)
{
  g_autoptr (AtlasCardContext) context = atlas_card_context_new (session);
  g_autoptr (GError) error = NULL;
  AtlasTable *table = atlas_card_ask_regions (context, indicator, codes, by, &error);

  g_assert_no_error (error);
  return table;
}

/* What a spreadsheet gets: raw numbers, the qualifier in its own cell, an empty cell for what is missing. */
static void
test_tsv (void)
{
  const char *codes[] = { "640000", "500110", "150603", NULL };
  g_autoptr (AtlasTable) table = ask ("certified_workers", codes, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  text = atlas_table_dup_tsv (table);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0],
                                   "Region\tPeriod\tCertified social workers\tUnit\tQualifier\tNote\tSource"));
  g_assert_true (g_str_has_prefix (lines[1], "Ningxia\t2023\t4072\tpeople\texact\t"));
  g_assert_true (g_str_has_prefix (lines[2], "Qijiang District\t"));
  g_assert_nonnull (strstr (lines[2], "\t810\tpeople\tat least\t"));
  g_assert_nonnull (strstr (lines[3], "\t—\t\tpeople\t\t"));
  g_assert_cmpstr (lines[4], ==, "");
}

static void
test_columns (void)
{
  g_autoptr (AtlasTable) grades = ask ("certified_workers", ningxia, "grade");
  g_autoptr (AtlasTable) share = ask ("certified_share", ningxia, NULL);
  g_autoptr (GArray) of_grades = atlas_table_list_text_columns (grades, ATLAS_CHART_BAR);
  g_autoptr (GArray) of_share = atlas_table_list_text_columns (share, ATLAS_CHART_BAR);
  g_autofree char *title = atlas_text_column_dup_title (&g_array_index (of_grades, AtlasTextColumn, 1), grades);
  g_autofree char *text = atlas_text_column_dup_text (&g_array_index (of_share, AtlasTextColumn, 4), share, 0);

  g_assert_cmpint (g_array_index (of_grades, AtlasTextColumn, 1).kind, ==, ATLAS_TEXT_COLUMN_BY);
  g_assert_cmpstr (title, ==, "grade");
  g_assert_cmpint (g_array_index (of_share, AtlasTextColumn, 4).kind, ==, ATLAS_TEXT_COLUMN_DENOMINATOR);
  g_assert_cmpstr (text, ==, "13,000");
}

/* Certified workers and their share: each row has its own indicator and unit, in every form. */
static void
test_joined (void)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_ptr_array_add (parts, ask ("certified_workers", ningxia, NULL));
  g_ptr_array_add (parts, ask ("certified_share", ningxia, NULL));
  table = atlas_table_join (parts);
  text = atlas_table_dup_tsv (table);
  lines = g_strsplit (text, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "Region\tIndicator\tPeriod\tValue\tUnit\tQualifier\t"));
  g_assert_true (g_str_has_prefix (lines[1], "Ningxia\tCertified social workers\t2023\t4072\tpeople\texact\t"));
  g_assert_true (g_str_has_prefix (lines[2], "Ningxia\tCertified share of social workers\t2023\t31.3"));
  g_assert_nonnull (strstr (lines[2], "\t%\t"));
}

/* As shown, and safe: what a document holds is no markup. */
static void
test_html (void)
{
  const char *codes[] = { "640000", "500110", NULL };
  g_autoptr (AtlasTable) table = ask ("certified_workers", codes, NULL);
  g_autofree char *html = NULL;

  html = atlas_table_dup_html (table, ATLAS_CHART_BAR);
  g_assert_true (g_str_has_prefix (html, "<meta charset=\"utf-8\">\n<table><caption>Certified social workers</caption>\n"
                                         "<thead><tr><th scope=\"col\">Region</th><th scope=\"col\">Period</th>"
                                         "<th scope=\"col\" align=\"right\">Certified social workers (people)</th>"));
  g_assert_nonnull (strstr (html, "<tr><th scope=\"row\" align=\"left\">Ningxia</th><td>2023</td>"
                                  "<td align=\"right\">4,072</td>"));
  g_assert_nonnull (strstr (html, "<td align=\"right\">≥ 810</td>"));
  g_assert_true (g_str_has_suffix (html, "</tr>\n</tbody></table>\n"));
}

/* What a document holds is no markup, in a cell or on the clipboard. */
static void
test_html_escapes (void)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (session);
  AtlasObservation *row = atlas_observation_new (atlas_session_lookup_region (session));
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *html = NULL;

  atlas_observation_add_note (row, "A&B <script>\"1\"</script>");
  g_ptr_array_add (rows, row);
  table = atlas_table_new (catalogue, question, g_steal_pointer (&rows));
  html = atlas_table_dup_html (table, ATLAS_CHART_BAR);
  g_assert_nonnull (strstr (html, "<td>A&amp;B &lt;script&gt;&quot;1&quot;&lt;/script&gt;</td>"));
  g_assert_null (strstr (html, "<script>"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_session ();

  g_test_add_func ("/compare-panels/per-resident", test_per_resident);
  g_test_add_func ("/compare-panels/charts", test_charts);
  g_test_add_func ("/compare-panels/lines", test_lines);
  g_test_add_func ("/table-text/tsv", test_tsv);
  g_test_add_func ("/table-text/columns", test_columns);
  g_test_add_func ("/table-text/joined", test_joined);
  g_test_add_func ("/table-html/shown", test_html);
  g_test_add_func ("/table-html/escapes", test_html_escapes);

  status = g_test_run ();
  g_assert_finalize_object (session);
  return status;
}
