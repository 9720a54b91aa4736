/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "built-report.h"
#include "test-language.h"

#include <string.h>

static const char *const built_in[] = {
  "brief", "comparison", "coverage", "funding", "personnel", "checks",
};

static const AtlasReportSection sections[] = {
  { "cover", "Cover", ATLAS_SECTION_OPENING, NULL },     { "people", "People", 0, NULL },
  { "money", "Money", 0, NULL },                         { "map", "Map", ATLAS_SECTION_OPTIONAL, NULL },
  { "method", "Method", ATLAS_SECTION_CLOSING, NULL },
  { "sources", "Sources", ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, NULL },
};

/* Those that WANTED (nullable; parted by blanks) gives are EXPECTED. */
static void
assert_chosen (const char *wanted,
               const char *expected)
{
  g_auto (GStrv) ids = wanted != NULL ? g_strsplit (wanted, " ", -1) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chosen = atlas_report_section_choose (sections, G_N_ELEMENTS (sections), "sample",
                                                              (const char *const *) ids, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < chosen->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((const AtlasReportSection *) g_ptr_array_index (chosen, i))->id);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_choose (void)
{
  assert_chosen (NULL, "cover people money method sources");
  assert_chosen ("money people", "money people sources");
  assert_chosen ("map", "map sources");
  assert_chosen ("sources", "sources");
  /* Opening and closing ones keep their places. */
  assert_chosen ("sources method money cover people", "cover money people sources method");
  assert_chosen ("method money", "money method sources");
}

static void
assert_refused (const char *wanted,
                const char *says)
{
  g_auto (GStrv) ids = g_strsplit (wanted, " ", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_report_section_choose (sections, G_N_ELEMENTS (sections), "sample", (const char *const *) ids,
                                              &error));
  g_assert_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refused (void)
{
  assert_refused ("people poster", "“poster”; it has: cover, people, money, map, method, sources");
  assert_refused ("people money people", "“people”");
}

/* Every template names its sections, each once, has some that can be left out, and its sources always come last. */
static void
test_described (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      guint n;
      const AtlasReportSection *described = atlas_report_template_get_sections (built_in[i], &n);

      g_assert_cmpuint (n, >=, 4);
      g_assert_cmpuint (strlen (atlas_report_template_get_title (built_in[i])), >, 0);
      for (guint k = 0; k < n; k++)
        {
          g_assert_true (g_hash_table_add (ids, (gpointer) described[k].id));
          g_assert_cmpuint (strlen (atlas_report_section_get_title (&described[k])), >, 0);
        }
      g_assert_cmpstr (described[n - 1].id, ==, "sources");
      g_assert_true ((described[n - 1].flags & ATLAS_SECTION_ALWAYS) != 0);
    }
  g_assert_null (atlas_report_template_get_title ("poster"));
}

/* The headings of a report on Ningxia made of WANTED, parted by bars. */
static char *
dup_headings (const char *wanted)
{
  g_auto (GStrv) ids = g_strsplit (wanted, " ", -1);
  AtlasReportRequest request = {
    .template_name = "brief",
    .regions = (const char *const[]) { "640000", NULL },
    .sections = (const char *const *) ids,
    .title = "What {region} has",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report = built_report_build_request (&request, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (atlas_report_get_title (report), ==, "What Ningxia has");
  for (guint i = 0; i < atlas_report_get_blocks (report)->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (atlas_report_get_blocks (report), i);

      if (block->kind == ATLAS_BLOCK_HEADING)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", block->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const AtlasBlock *
find_block (AtlasReport    *report,
            AtlasBlockKind  kind)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);

  for (guint i = 0; i < blocks->len; i++)
    if (((const AtlasBlock *) g_ptr_array_index (blocks, i))->kind == kind)
      return g_ptr_array_index (blocks, i);
  return NULL;
}

static AtlasReport *
build_covered (const char *template_name,
               const char *region,
               const char *const *ids)
{
  AtlasReportRequest request = {
    .template_name = template_name,
    .regions = (const char *const[]) { region, NULL },
    .sections = ids,
    .author = "Department of Civil Affairs",
  };
  g_autoptr (GError) error = NULL;
  AtlasReport *report = built_report_build_request (&request, &error);

  g_assert_no_error (error);
  return report;
}

static const char *
find_fact (const AtlasBlock *cover,
           const char       *label)
{
  for (guint i = 0; i < cover->key_figures->len; i++)
    {
      const AtlasKeyFigure *fact = g_ptr_array_index (cover->key_figures, i);

      if (g_str_equal (fact->label, label))
        return fact->value;
    }
  return NULL;
}

/* A brief has a cover only where one is asked for; of reports on coverage the long ones have one. */
static void
test_cover (void)
{
  g_autoptr (AtlasReport) bare = NULL, brief = NULL, coverage = NULL;
  const AtlasBlock *cover;

  test_language_speak ("en");
  bare = build_covered ("brief", "640000", NULL);
  g_assert_null (find_block (bare, ATLAS_BLOCK_COVER));
  brief = build_covered ("brief", "640000", (const char *const[]) { "cover", "stations", NULL });
  cover = find_block (brief, ATLAS_BLOCK_COVER);
  g_assert_nonnull (cover);
  g_assert_false (cover->when_long);
  g_assert_cmpstr (find_fact (cover, "Region"), ==, "Ningxia");
  g_assert_cmpstr (find_fact (cover, "Period"), ==, "latest available");
  g_assert_true (g_str_has_prefix (cover->detail, "Department of Civil Affairs\n"));
  coverage = build_covered ("coverage", "640000", NULL);
  cover = find_block (coverage, ATLAS_BLOCK_COVER);
  g_assert_true (cover->when_long);
  g_assert_true (g_regex_match_simple ("^[0-9]+ of the [0-9]+ figures asked for are published \\([0-9.]+%\\)$",
                                       find_fact (cover, "Completeness"), 0, 0));
}

/* Formulas are in words: certified_workers / social_workers * 100. */
static void
test_definitions (void)
{
  g_autoptr (AtlasReport) report = NULL;
  const AtlasReportTable *table;

  test_language_speak ("zh_CN");
  report = build_covered ("personnel", "640000", (const char *const[]) { "level", "grades", "definitions", NULL });
  table = built_report_find_table (report, "指标解释和计算公式");
  g_assert_nonnull (table);
  built_report_assert_row (table, "持证率",
                           (const char *const[]) { "%", "持证社会工作者占社会工作专业人才总数的比重。\n持证社工 ÷ 社会工作专业人才 × 100",
                                                   NULL });
  built_report_assert_row (table, "中级及以上占比",
                           (const char *const[]) { "%", "取得社会工作师、高级社会工作师证书的人数占持证总人数的比重。\n"
                                                        "(持证社工（社会工作师） + 持证社工（高级社会工作师）) ÷ 持证社工 × 100",
                                                   NULL });
}

/* What the sections that were left out would have told is neither defined nor explained nor counted: two figures, one of
 * them by three purposes. */
static void
test_left_out (void)
{
  g_autoptr (AtlasReport) whole = NULL, funding = NULL;
  const AtlasReportTable *defined;

  test_language_speak ("en");
  whole = build_covered ("brief", "640000", (const char *const[]) { "certified", "funding", "definitions", "method", NULL });
  g_assert_nonnull (built_report_find_paragraph (whole, "“About” and “≈”"));
  funding = build_covered ("brief", "640000", (const char *const[]) { "funding", "definitions", "method", "cover", NULL });
  defined = built_report_find_table (funding, "Definitions and formulas of the indicators");
  g_assert_nonnull (defined);
  g_assert_cmpuint (defined->rows->len, ==, 1);
  g_assert_cmpstr (atlas_report_table_get_cell (defined, 0, 0), ==, "Funding");
  g_assert_null (built_report_find_paragraph (funding, "“About” and “≈”"));
}

/* A headline number has no room for the number of its source; the list has it all the same. */
static void
test_headline_sources (void)
{
  g_autoptr (AtlasReport) report = NULL;

  test_language_speak ("en");
  report = build_covered ("brief", "640000", (const char *const[]) { "key-figures", NULL });
  g_assert_cmpuint (atlas_report_get_sources (report)->len, >, 0);
}

/* Sections left out leave no gap in the numbers, and nothing is missing that was not asked for. */
static void
test_reordered (void)
{
  g_autofree char *some = NULL, *turned = NULL;

  test_language_speak ("en");
  some = dup_headings ("certified funding");
  g_assert_cmpstr (some, ==, "1. Certified social workers|2. Funding|3. Sources");
  turned = dup_headings ("method funding certified");
  g_assert_cmpstr (turned, ==, "1. Funding|2. Certified social workers|3. On method|4. Sources");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  test_language_speak ("en");
  g_test_add_func ("/reports/section/choose", test_choose);
  g_test_add_func ("/reports/section/refused", test_refused);
  g_test_add_func ("/reports/section/described", test_described);
  g_test_add_func ("/reports/section/reordered", test_reordered);
  g_test_add_func ("/reports/section/cover", test_cover);
  g_test_add_func ("/reports/section/definitions", test_definitions);
  g_test_add_func ("/reports/section/left-out", test_left_out);
  g_test_add_func ("/reports/section/headline-sources", test_headline_sources);
  status = g_test_run ();
  built_report_close ();
  return status;
}
