/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/figure-selector.h"

static GPtrArray *
load (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *programmes = atlas_dataset_load_programmes (fixture_open_published (), &error);

  g_assert_no_error (error);
  return programmes;
}

/* Ten groups, of so many programmes each as the list of the documents has them. */
static void
test_groups (void)
{
  const struct { const char *group; guint last; } groups[] = {
    { "stations", 10 }, { "linkage", 19 }, { "personnel", 36 }, { "training", 43 }, { "funding", 52 },
    { "organisations", 59 }, { "services", 70 }, { "volunteers", 74 }, { "policy", 80 }, { "further", 85 },
  };
  g_autoptr (GPtrArray) programmes = load ();
  guint n = 0;

  g_assert_cmpuint (programmes->len, ==, 85);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      const AtlasProgramme *first = g_ptr_array_index (programmes, n);

      for (; n < groups[i].last; n++)
        {
          const AtlasProgramme *programme = g_ptr_array_index (programmes, n);
          g_autofree char *id = g_strdup_printf ("S%02u", n + 1);

          g_assert_cmpstr (programme->programme_id, ==, id);
          g_assert_cmpstr (programme->group, ==, groups[i].group);
          g_assert_cmpstr (programme->group_zh, ==, first->group_zh);
          g_assert_cmpstr (programme->group_en, ==, first->group_en);
        }
    }
}

/* A row read by hand. */
static void
test_row (void)
{
  g_autoptr (GPtrArray) programmes = load ();
  const AtlasProgramme *plan = g_ptr_array_index (programmes, 44);
  const AtlasFigureSelector *funding = g_ptr_array_index (plan->indicators, 0);

  g_assert_cmpstr (plan->name_zh, ==, "“三区计划”社会工作人才支持");
  g_assert_cmpstr (plan->name_en, ==, "Three Areas Plan");
  g_assert_cmpuint (g_strv_length (plan->sources), ==, 3);
  g_assert_cmpstr (plan->sources[2], ==, "ningxia-overview");
  g_assert_cmpuint (g_strv_length (plan->regions), ==, 2);
  g_assert_cmpstr (plan->regions[0], ==, "152200");
  g_assert_cmpuint (plan->indicators->len, ==, 3);
  g_assert_cmpuint (plan->related->len, ==, 0);
  g_assert_cmpstr (funding->indicator_id, ==, "funding");
  g_assert_cmpstr (atlas_dimension_values_lookup (funding->dimensions, "purpose"), ==, "three_areas_plan");
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) programmes = load ();
  const AtlasProgramme *plan = g_ptr_array_index (programmes, 44);

  g_assert_true (atlas_programme_matches (plan, ""));
  g_assert_true (atlas_programme_matches (plan, "s45"));
  g_assert_true (atlas_programme_matches (plan, "三区计划"));
  g_assert_true (atlas_programme_matches (plan, "\"三区计划\"社会工作"));
  g_assert_true (atlas_programme_matches (plan, "three AREAS"));
  g_assert_true (atlas_programme_matches (plan, "plan three"));
  g_assert_true (atlas_programme_matches (plan, "资金保障"));
  g_assert_false (atlas_programme_matches (plan, "three regions"));
  g_assert_false (atlas_programme_matches (plan, "S44"));
}

static void
check_not_found (GPtrArray  *programmes,
                 const char *id,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_programmes_find (programmes, id, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_find (void)
{
  g_autoptr (GPtrArray) programmes = load ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_assert_cmpstr (atlas_programmes_find (programmes, "S07", NULL)->programme_id, ==, "S07");
  g_assert_cmpstr (atlas_programmes_find (programmes, "s85", NULL)->programme_id, ==, "S85");
  g_assert_cmpstr (atlas_programmes_find (programmes, "three areas PLAN", NULL)->programme_id, ==, "S45");
  g_assert_cmpstr (atlas_programmes_find (programmes, "\"三区计划\"社会工作人才支持", NULL)->programme_id, ==, "S45");
  check_not_found (programmes, "S045",
                   "“S045” is no programme; near to it are S44 (Government purchase of services), S45 (Three Areas Plan), "
                   "S46 (Hand-in-Hand Plan (Fujian and Ningxia))");
  check_not_found (programmes, "S99",
                   "“S99” is no programme; near to it are S83 (Regional data bulletin), S84 (Purchase as a reform task), "
                   "S85 (Named service projects and volunteer brands)");
  check_not_found (programmes, "高级",
                   "“高级” is no programme; near to it are S20 (Certification in three grades), S21 (One-off certificate "
                   "incentives)");
  check_not_found (programmes, "s", "“s” is no programme; near to it are S01 (Three-tier service system), S02 (Full coverage "
                   "drive), S03 (County guidance centre)");
  check_not_found (programmes, "zzz", "“zzz” is no programme: give an id such as S01");
  check_not_found (none, "S01", "“S01” is no programme: give an id such as S01");
}

/* Documents shorten names, and call the same thing otherwise. */
static void
test_find_by_part (void)
{
  const struct { const char *text, *id; } cases[] = {
    { "牵手", "S46" },                                    /* in one name */
    { "五社联动", "S11" },                                /* S13, S14 and S77 hold it too, S14 begins with it */
    { "三社联动", "S12" },
    { "政府购买", "S44" },
    { "三级服务体系", "S01" },                            /* in its description */
    { "社创杯", "S52" },
    { "木兰", "S70" },
    { "走出去请进来", "S35" },                            /* without its marks */
    { "Hand-in-Hand", "S46" },
    { "hand in hand plan", "S46" },
    { "Four Combinations  training carrier", "S37" },
    { "Service fields", "S62" },                          /* its words in another order */
    { "Certification by three grades", "S20" },
    { "Three-Party Linkage provincial reform pilot", "S12" },
    { "Purchase mechanism as a reform task", "S84" },
  };
  g_autoptr (GPtrArray) programmes = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AtlasProgramme *found = atlas_programmes_find (programmes, cases[i].text, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (found);
      g_assert_cmpstr (found->programme_id, ==, cases[i].id);
    }
}

static AtlasFigure *
make_figure (const char *indicator_id,
             const char *dimensions)
{
  AtlasFigure *figure = atlas_figure_new ();

  g_free (figure->indicator_id);
  figure->indicator_id = g_strdup (indicator_id);
  g_ptr_array_unref (figure->dimensions);
  figure->dimensions = atlas_dimension_values_parse (dimensions, NULL);
  return figure;
}

static void
test_selectors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) selectors = atlas_figure_selectors_parse ("a;b_2[x=1;y=2];c[]", &error);
  const struct { const char *indicator, *dimensions; gboolean expected; } cases[] = {
    { "a", "", TRUE },         { "a", "x=1", TRUE },         { "b_2", "x=1;y=2", TRUE },   { "b_2", "x=1;y=2;z=3", TRUE },
    { "b_2", "x=1", FALSE },   { "b_2", "x=1;y=3", FALSE },  { "b_2", "", FALSE },         { "c", "y=2", TRUE },
    { "d", "", FALSE },
  };

  g_assert_no_error (error);
  g_assert_cmpuint (selectors->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasFigure) figure = make_figure (cases[i].indicator, cases[i].dimensions);

      g_assert_cmpint (atlas_figure_selectors_match (selectors, figure), ==, cases[i].expected);
    }
}

static void
test_bad_selectors (void)
{
  const char *bad[] = { ";", "a;", ";a", "a;;b", "[x=1]", "a[x=1", "a[x]", "a[x=1;x=2]", "a]", "a b", "A", "a[x=1]b", "a[[x=1]]" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (atlas_figure_selectors_parse (bad[i], &error));
      g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
    }
  g_assert_null (atlas_figure_selector_parse ("a;b", NULL));
  g_assert_null (atlas_figure_selector_parse ("", NULL));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme/groups", test_groups);
  g_test_add_func ("/programme/row", test_row);
  g_test_add_func ("/programme/search", test_search);
  g_test_add_func ("/programme/find", test_find);
  g_test_add_func ("/programme/find-by-part", test_find_by_part);
  g_test_add_func ("/programme/selectors", test_selectors);
  g_test_add_func ("/programme/bad-selectors", test_bad_selectors);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
