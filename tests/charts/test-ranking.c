/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/ranking.h"

/* 2023: 900, 700, 700, 300 and three that are not ranked. */
static AtlasTable *
make_this_year (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2023, 700 },
    { "900002", NULL, 2023, 900 },
    { "900003", NULL, 2023, 300 },
    { "900004", NULL, 2023, 700, ATLAS_QUALIFIER_AT_LEAST },
    { "900005", NULL, 2023, 800, .stand_in = TRUE, .period = "2021" },
    { "900006", NULL, 2023, NAN },
  };

  return sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
}

/* 2022: the first of 2023 was third, the third of 2023 had none, and the sixth led. */
static AtlasTable *
make_last_year (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2022, 650 },
    { "900002", NULL, 2022, 500 },
    { "900003", NULL, 2022, 200 },
    { "900004", NULL, 2022, NAN },
    { "900005", NULL, 2022, 100 },
    { "900006", NULL, 2022, 880 },
  };

  return sample_table ("people", NULL, 2022, 2022, rows, G_N_ELEMENTS (rows));
}

/* C28: equal values have equal ranks, and the next is as many places further down. */
static void
test_ties (void)
{
  static const guint expected[] = { 2, 1, 4, 2, 0, 0 };
  g_autoptr (AtlasTable) table = make_this_year ();
  g_autoptr (AtlasRanking) ranking = atlas_ranking_new (table, ATLAS_SCALE_ONE, NULL);

  g_assert_cmpuint (atlas_ranking_get_n_ranked (ranking), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (atlas_ranking_get (ranking, i)->rank, ==, expected[i]);
  g_assert_cmpint (atlas_ranking_get (ranking, 4)->why_not, ==, ATLAS_UNRANKED_STAND_IN);
  g_assert_cmpint (atlas_ranking_get (ranking, 5)->why_not, ==, ATLAS_UNRANKED_MISSING);
}

/* 88.94 and 88.86 are both shown as 88.9; 88.84 is shown as 88.8. */
static void
test_ties_as_shown (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2023, 88.84 },
    { "900002", NULL, 2023, 88.94 },
    { "900003", NULL, 2023, 88.86 },
  };
  static const guint expected[] = { 3, 1, 1 };
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasRanking) ranking = atlas_ranking_new (table, ATLAS_SCALE_ONE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (atlas_ranking_get (ranking, i)->rank, ==, expected[i]);
}

/* In 亿 these are 3.05, 3.05 and 3.06; in 万 all differ. */
static void
test_ties_in_scale (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2023, 304560000 },
    { "900002", NULL, 2023, 305490000 },
    { "900003", NULL, 2023, 305510000 },
  };
  static const guint scaled[] = { 2, 2, 1 }, fine[] = { 3, 2, 1 };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasRanking) in_yi = atlas_ranking_new (table, ATLAS_SCALE_YI, NULL);
  g_autoptr (AtlasRanking) in_wan = atlas_ranking_new (table, ATLAS_SCALE_WAN, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (atlas_ranking_get (in_yi, i)->rank, ==, scaled[i]);
      g_assert_cmpuint (atlas_ranking_get (in_wan, i)->rank, ==, fine[i]);
    }
}

/* In 2022 the order was 6, 1, 2, 3, 5. */
static void
test_change (void)
{
  static const char *const expected[] = { "＝", "▲2", "＝", "new", "", "" };
  static const char *const words[] = { "rank 2 of 4, as in 2022", "rank 1 of 4, up 2 places since 2022",
                                       "rank 4 of 4, as in 2022", "rank 2 of 4, not ranked in 2022", "not ranked",
                                       "not ranked" };
  g_autoptr (AtlasTable) table = make_this_year ();
  g_autoptr (AtlasTable) earlier = make_last_year ();
  g_autoptr (AtlasRanking) ranking = atlas_ranking_new (table, ATLAS_SCALE_ONE, earlier);

  g_assert_cmpint (atlas_ranking_get_earlier_year (ranking), ==, 2022);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *change = atlas_ranking_dup_change (ranking, i);
      g_autofree char *text = atlas_ranking_dup_words (ranking, i);

      g_assert_cmpstr (change, ==, expected[i]);
      g_assert_cmpstr (text, ==, words[i]);
    }
}

/* Nothing to compare with is not the same as all being new. */
static void
test_nothing_earlier (void)
{
  static const SampleRow rows[] = { { "900001", NULL, 2022, NAN } };
  g_autoptr (AtlasTable) table = make_this_year ();
  g_autoptr (AtlasTable) earlier = sample_table ("people", NULL, 2022, 2022, rows, 1);
  g_autoptr (AtlasRanking) ranking = atlas_ranking_new (table, ATLAS_SCALE_ONE, earlier);
  g_autofree char *change = atlas_ranking_dup_change (ranking, 0);

  g_assert_cmpint (atlas_ranking_get_earlier_year (ranking), ==, 0);
  g_assert_cmpstr (change, ==, "");
}

/* C27: rates of 30 stations, or 100 people, are ranked and those of fewer are not; counts always are. */
static void
test_tiny_bases (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2023, 12.0, .base_of = "stations", .base = 30 },
    { "900002", NULL, 2023, 99.0, .base_of = "stations", .base = 29 },
    { "900003", NULL, 2023, 11.0, .base_of = "people", .base = 100 },
    { "900004", NULL, 2023, 98.0, .base_of = "people", .base = 99 },
    { "900005", NULL, 2023, 10.0 },
  };
  static const guint expected[] = { 1, 0, 2, 0, 3 };
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasRanking) ranking = atlas_ranking_new (table, ATLAS_SCALE_ONE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (atlas_ranking_get (ranking, i)->rank, ==, expected[i]);
  g_assert_cmpint (atlas_ranking_get (ranking, 1)->why_not, ==, ATLAS_UNRANKED_FEW_STATIONS);
  g_assert_cmpint (atlas_ranking_get (ranking, 3)->why_not, ==, ATLAS_UNRANKED_FEW_PEOPLE);
}

/* C27: such a rate carries a mark wherever it is shown, and the mark is explained; others have none. */
static void
test_mark_of_tiny_bases (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2023, 12.0, .base_of = "stations", .base = 30 },
    { "900002", NULL, 2023, 99.0, .base_of = "stations", .base = 29 },
  };
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 500.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 0)->label, ==, "99.0% *");
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 1)->label, ==, "12.0%");
  g_assert_nonnull (strstr (dump, "*: a rate of fewer than 30 stations or 100 people"));
}

static AtlasChartLayout *
lay_out (void)
{
  g_autoptr (AtlasTable) table = make_this_year ();
  g_autoptr (AtlasTable) earlier = make_last_year ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);

  atlas_chart_spec_set_earlier (spec, earlier);
  return atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
}

/* The texts that begin left of all names: (transfer container). */
static GPtrArray *
list_ranks (GPtrArray *shapes)
{
  GPtrArray *ranks = g_ptr_array_new ();

  for (guint i = 0; i < shapes->len; i++)
    {
      SampleShape *shape = g_ptr_array_index (shapes, i);

      if (shape->text != NULL && g_ascii_isdigit (shape->text[0]) && strlen (shape->text) == 1)
        g_ptr_array_add (ranks, shape);
    }
  return ranks;
}

/* Ranks end at one place, names begin at one, and each stands on the line of its bar. */
static void
test_columns (void)
{
  static const char *const expected[] = { "1", "2", "2", "4" };
  static const guint marks[] = { 0, 2, 3, 4 };
  g_autoptr (AtlasChartLayout) layout = lay_out ();
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autoptr (GPtrArray) ranks = list_ranks (shapes);
  const SampleShape *name = sample_find_text (shapes, "Sample county number 2");
  const SampleShape *other = sample_find_text (shapes, "Sample county number 6");
  const SampleShape *change = sample_find_text (shapes, "▲2");

  g_assert_cmpuint (ranks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < ranks->len; i++)
    {
      const SampleShape *rank = g_ptr_array_index (ranks, i), *first = g_ptr_array_index (ranks, 0);
      AtlasRect bar = atlas_chart_layout_get_mark (layout, marks[i])->bounds;

      g_assert_cmpstr (rank->text, ==, expected[i]);
      g_assert_cmpfloat_with_epsilon (rank->box.x + rank->box.width, first->box.x + first->box.width, 0.21);
      g_assert_cmpfloat (rank->box.x + rank->box.width, <, name->box.x);
      g_assert_cmpfloat_with_epsilon (rank->box.y + rank->box.height / 2.0, bar.y + bar.height / 2.0, 2.0);
    }
  g_assert_cmpfloat_with_epsilon (name->box.x, other->box.x, 0.01);
  g_assert_cmpfloat (change->box.x, >, name->box.x + name->box.width);
  g_assert_cmpfloat (change->box.x + change->box.width, <, atlas_chart_layout_get_mark (layout, 0)->bounds.x);
}

/* The notes name who is not ranked and why, and explain just the signs that are used. */
static void
test_notes (void)
{
  g_autoptr (AtlasChartLayout) layout = lay_out ();
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  g_autofree char *text = atlas_chart_layout_dup_mark_text (layout, 0);

  g_assert_nonnull (strstr (dump, "Not ranked (no figure): Sample county number 6"));
  g_assert_nonnull (strstr (dump, "Not ranked (undated or of another year): Sample county number 5"));
  g_assert_nonnull (strstr (dump, "▲ ▼: places up or down since 2022"));
  g_assert_nonnull (strstr (dump, "＝: same place as in 2022"));
  g_assert_nonnull (strstr (dump, "new: not ranked in 2022"));
  g_assert_nonnull (strstr (dump, "Figures that are not exact are ranked by the number printed"));
  g_assert_null (strstr (dump, "stations"));
  g_assert_true (g_str_has_suffix (text, "rank 1 of 4, up 2 places since 2022"));
}

/* Whatever is asked, every rank is 1 and the number of greater values that are ranked. */
static void
test_random (void)
{
  for (guint n = 0; n < 40; n++)
    {
      g_autoptr (AtlasTable) table = sample_random (1 + 5 * n, FALSE);
      g_autoptr (AtlasRanking) ranking = atlas_ranking_new (table, ATLAS_SCALE_ONE, table);

      for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
        {
          const AtlasRank *rank = atlas_ranking_get (ranking, i);
          guint n_greater = 0;

          for (guint k = 0; k < atlas_table_get_n_rows (table); k++)
            n_greater += atlas_ranking_get (ranking, k)->rank > 0 &&
                         atlas_table_get_row (table, k)->value > atlas_table_get_row (table, i)->value;
          if (rank->rank > 0)
            g_assert_cmpuint (rank->rank, ==, n_greater + 1);
          g_assert_cmpuint (rank->earlier, ==, rank->rank);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/ranking/ties", test_ties);
  g_test_add_func ("/charts/ranking/ties-as-shown", test_ties_as_shown);
  g_test_add_func ("/charts/ranking/ties-in-scale", test_ties_in_scale);
  g_test_add_func ("/charts/ranking/change", test_change);
  g_test_add_func ("/charts/ranking/nothing-earlier", test_nothing_earlier);
  g_test_add_func ("/charts/ranking/tiny-bases", test_tiny_bases);
  g_test_add_func ("/charts/ranking/mark-of-tiny-bases", test_mark_of_tiny_bases);
  g_test_add_func ("/charts/ranking/columns", test_columns);
  g_test_add_func ("/charts/ranking/notes", test_notes);
  g_test_add_func ("/charts/ranking/random", test_random);
  return g_test_run ();
}
