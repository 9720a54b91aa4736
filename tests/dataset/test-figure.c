/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/figure.h"
#include "dataset/indicator.h"
#include "dataset/text.h"

/* The ids are those of figures.csv and of the SDMX code list; their order is the order of preference. */
static void
test_ids (void)
{
  const char *qualifiers[] = { "exact", "about", "nearly", "at_least", "at_most" };
  const char *statuses[] = { "A", "E", "U", "M" };
  const char *kinds[] = { "official", "institution", "press", "secondary" };
  AtlasQualifier qualifier;
  AtlasStatus status;
  AtlasSourceKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    {
      g_assert_true (atlas_qualifier_from_id (qualifiers[i], &qualifier));
      g_assert_cmpint (qualifier, ==, i);
      g_assert_cmpstr (atlas_qualifier_to_id (i), ==, qualifiers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_assert_true (atlas_status_from_id (statuses[i], &status));
      g_assert_cmpint (status, ==, i);
      g_assert_cmpstr (atlas_status_to_id (i), ==, statuses[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (atlas_source_kind_from_id (kinds[i], &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (atlas_source_kind_to_id (i), ==, kinds[i]);
    }
  g_assert_false (atlas_qualifier_from_id ("at least", &qualifier));
  g_assert_false (atlas_status_from_id ("a", &status));
  g_assert_false (atlas_source_kind_from_id ("", &kind));
}

static void
test_names (void)
{
  g_assert_cmpstr (atlas_qualifier_get_name (ATLAS_QUALIFIER_AT_LEAST), ==, "at least");
  g_assert_cmpstr (atlas_status_get_name (ATLAS_STATUS_LOW_RELIABILITY), ==, "low reliability");
  g_assert_cmpstr (atlas_source_kind_get_name (ATLAS_SOURCE_KIND_PRESS), ==, "Press");
}

static void
test_empty_figure (void)
{
  g_autoptr (AtlasFigure) figure = atlas_figure_new ();
  g_autoptr (AtlasFigure) same = atlas_figure_ref (figure);

  g_assert_true (same == figure);
  g_assert_null (figure->source);
  g_assert_cmpstr (figure->region_code, ==, "");
  g_assert_cmpstr (figure->note, ==, "");
  g_assert_cmpuint (figure->dimensions->len, ==, 0);
  figure->source = atlas_source_new ();
  atlas_text_set (&figure->region_code, "640000");
  g_assert_cmpstr (same->region_code, ==, "640000");
}

static void
check_citation (const char *publisher,
                const char *published_on,
                const char *as_of,
                gboolean    inferred,
                const char *expected)
{
  g_autoptr (AtlasSource) source = atlas_source_new ();
  g_autofree char *citation = NULL;

  atlas_text_set (&source->title, "Title");
  atlas_text_set (&source->publisher, publisher);
  atlas_text_set (&source->published_on, published_on);
  atlas_text_set (&source->as_of, as_of);
  source->as_of_inferred = inferred;
  citation = atlas_source_dup_citation (source);
  g_assert_cmpstr (citation, ==, expected);
}

static void
test_citation (void)
{
  check_citation ("China Daily", "2013-08-14", "2012", FALSE, "“Title”, China Daily, 2013-08-14");
  check_citation ("China Daily", "2013", "", FALSE, "“Title”, China Daily, 2013");
  check_citation ("", "", "2023", FALSE, "“Title”, as of 2023");
  check_citation ("CCTV", "", "2021", TRUE, "“Title”, CCTV, as of 2021 (inferred)");
  check_citation ("CCTV", "", "", FALSE, "“Title”, CCTV");
}

/* In Chinese. */
static void
test_citation_with_brackets (void)
{
  g_autoptr (AtlasSource) source = atlas_source_new ();
  g_autofree char *chinese = NULL, *english = NULL;

  atlas_text_set (&source->title, "公报(第二号)");
  atlas_text_set (&source->publisher, "统计局(转载)");
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  chinese = atlas_source_dup_citation (source);
  g_setenv ("LANGUAGE", "en", TRUE);
  english = atlas_source_dup_citation (source);
  g_assert_nonnull (strstr (chinese, "公报（第二号）"));
  g_assert_nonnull (strstr (chinese, "统计局（转载）"));
  g_assert_cmpstr (english, ==, "“公报(第二号)”, 统计局(转载)");
}

/* A title with marks of its own gets no doubled ones. */
static void
test_citation_of_quoted_title (void)
{
  g_autoptr (AtlasSource) source = atlas_source_new ();
  g_autofree char *citation = NULL;

  atlas_text_set (&source->title, "“微”服务释放“大”能量");
  citation = atlas_source_dup_citation (source);
  g_assert_cmpstr (citation, ==, "“‘微’服务释放‘大’能量”");
}

static void
test_flow (void)
{
  g_autoptr (AtlasIndicator) indicator = atlas_indicator_new ();
  const char *not_flows[] = { "", "last", "none", "recompute" };

  for (guint i = 0; i < G_N_ELEMENTS (not_flows); i++)
    {
      atlas_text_set (&indicator->over_time, not_flows[i]);
      g_assert_false (atlas_indicator_is_flow (indicator));
    }
  atlas_text_set (&indicator->over_time, "sum");
  g_assert_true (atlas_indicator_is_flow (indicator));
}

static void
test_picked_names (void)
{
  g_autoptr (AtlasIndicator) indicator = atlas_indicator_new ();
  g_autoptr (AtlasUnit) unit = atlas_unit_new ();

  atlas_text_set (&indicator->name_zh, "持证社工");
  g_assert_cmpstr (atlas_indicator_get_name (indicator), ==, "持证社工");
  atlas_text_set (&indicator->name_en, "Certified social workers");
  g_assert_cmpstr (atlas_indicator_get_name (indicator), ==, "Certified social workers");
  /* Unlike a name, an empty English symbol stays empty. */
  atlas_text_set (&unit->symbol_zh, "个");
  g_assert_cmpstr (atlas_unit_get_symbol (unit), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/figure/ids", test_ids);
  g_test_add_func ("/dataset/figure/names", test_names);
  g_test_add_func ("/dataset/figure/empty", test_empty_figure);
  g_test_add_func ("/dataset/source/citation", test_citation);
  g_test_add_func ("/dataset/source/citation-with-brackets", test_citation_with_brackets);
  g_test_add_func ("/dataset/source/citation-of-quoted-title", test_citation_of_quoted_title);
  g_test_add_func ("/dataset/indicator/flow", test_flow);
  g_test_add_func ("/dataset/indicator/picked-names", test_picked_names);
  return g_test_run ();
}
