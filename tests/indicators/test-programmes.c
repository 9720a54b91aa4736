/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* S01 to S85, each found by its names, with its figures as figures.csv has them, read here without the program. */

#include "config.h"

#include <string.h>

#include "bundled.h"
#include "csv-rows.h"
#include "indicators/programme-answer.h"
#include "indicators/programme-rows.h"

/* How many divisions run each of them and how many figures there are, counted with a script of a few lines from the two
 * files. */
static const struct { guint n_regions, n_figures; } expected[] = {
  { 32, 82 }, { 16, 43 }, { 9, 8 }, { 2, 4 }, { 1, 1 }, { 1, 3 }, { 1, 5 }, { 4, 6 }, { 3, 8 },
  { 7, 8 }, { 11, 21 }, { 1, 11 }, { 5, 5 }, { 3, 3 }, { 1, 0 }, { 1, 0 }, { 4, 2 }, { 2, 0 }, { 1, 1 },
  { 52, 170 }, { 3, 9 }, { 3, 11 }, { 1, 2 }, { 1, 3 }, { 26, 58 }, { 3, 7 }, { 1, 2 }, { 2, 2 },
  { 10, 18 }, { 1, 1 }, { 2, 4 }, { 2, 2 }, { 2, 5 }, { 2, 1 }, { 2, 0 }, { 4, 1 }, { 1, 12 }, { 1, 2 },
  { 1, 1 }, { 3, 10 }, { 1, 5 }, { 1, 0 }, { 2, 0 }, { 6, 10 }, { 4, 8 }, { 2, 4 }, { 2, 8 }, { 7, 4 },
  { 2, 4 }, { 5, 11 }, { 2, 8 }, { 1, 4 }, { 4, 2 }, { 27, 45 }, { 1, 4 }, { 2, 3 }, { 3, 2 }, { 1, 2 },
  { 2, 1 }, { 3, 0 }, { 4, 5 }, { 4, 7 }, { 12, 27 }, { 1, 3 }, { 1, 3 }, { 2, 2 }, { 1, 1 }, { 3, 5 },
  { 2, 1 }, { 1, 0 }, { 2, 5 }, { 3, 2 }, { 1, 2 }, { 1, 3 }, { 5, 2 }, { 4, 2 }, { 1, 0 }, { 3, 0 },
  { 2, 3 }, { 3, 1 }, { 1, 0 }, { 1, 1 }, { 1, 16 }, { 1, 2 }, { 1, 2 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (expected) == 85);

static GPtrArray *programmes; /* (element-type AtlasProgramme) */
static GPtrArray *all_figures; /* (element-type AtlasFigure) */
static AtlasRegisterUse *use;  /* of no registers at all */

static AtlasProgrammeFigures *
load (const char *id)
{
  AtlasProgramme *programme = atlas_programmes_find (programmes, id, NULL);

  g_assert_nonnull (programme);
  return atlas_programme_figures_new (atlas_dataset_get_regions (bundled_dataset ()), programme, all_figures, use);
}

/* Whether one selector, "funding[purpose=training]", means the figure of ROW. */
static gboolean
selects (const char *selector,
         GHashTable *row)
{
  gsize length = strcspn (selector, "[");
  g_autofree char *indicator = g_strndup (selector, length);
  g_autofree char *pairs = selector[length] == '[' ? g_strndup (selector + length + 1, strlen (selector) - length - 2) : NULL;
  g_auto (GStrv) wanted = g_strsplit (pairs != NULL ? pairs : "", ";", -1);
  g_auto (GStrv) there = g_strsplit (csv_rows_get (row, "dimensions"), ";", -1);

  if (strcmp (csv_rows_get (row, "indicator_id"), indicator) != 0)
    return FALSE;
  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) there, wanted[i]))
      return FALSE;
  return TRUE;
}

/* Selectors are joined with ";", which stands in brackets too. */
static gboolean
selected (const char *cell,
          GHashTable *row)
{
  g_auto (GStrv) selectors = g_regex_split_simple (";(?![^\\[]*\\])", cell, 0, 0);

  for (guint i = 0; cell[0] != '\0' && selectors[i] != NULL; i++)
    if (selects (selectors[i], row))
      return TRUE;
  return FALSE;
}

/* The codes of the divisions that run the programme of ROW. */
static GHashTable *
read_regions (GHashTable *row,
              GPtrArray  *figures)
{
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) named = g_strsplit (csv_rows_get (row, "regions"), ";", -1);

  for (guint i = 0; named[i] != NULL; i++)
    g_hash_table_add (codes, g_strdup (named[i]));
  for (guint i = 0; i < figures->len; i++)
    if (selected (csv_rows_get (row, "indicators"), g_ptr_array_index (figures, i)))
      g_hash_table_add (codes, g_strdup (csv_rows_get (g_ptr_array_index (figures, i), "region_code")));
  return codes;
}

static const AtlasFigure *
find_figure (GPtrArray  *figures,
             const char *figure_id)
{
  for (guint i = 0; i < figures->len; i++)
    if (strcmp (((const AtlasFigure *) g_ptr_array_index (figures, i))->figure_id, figure_id) == 0)
      return g_ptr_array_index (figures, i);
  return NULL;
}

/* The figure is as the row has it. */
static void
check_figure (const AtlasFigure *figure,
              GHashTable        *row)
{
  g_autofree char *value = atlas_decimal_to_string (figure->value);

  g_assert_cmpstr (value, ==, csv_rows_get (row, "value"));
  g_assert_cmpstr (figure->region_code, ==, csv_rows_get (row, "region_code"));
  g_assert_cmpstr (figure->indicator_id, ==, csv_rows_get (row, "indicator_id"));
  g_assert_cmpstr (atlas_qualifier_to_id (figure->qualifier), ==, csv_rows_get (row, "qualifier"));
  g_assert_cmpstr (figure->source->source_id, ==, csv_rows_get (row, "source_id"));
  g_assert_cmpstr (figure->printed, ==, csv_rows_get (row, "printed"));
}

static void
check_figures (const AtlasProgrammeFigures *found,
               GHashTable                  *row,
               GPtrArray                   *rows)
{
  g_autoptr (GHashTable) regions = read_regions (row, rows);
  guint n = 0;

  g_assert_cmpuint (found->regions->len, ==, g_hash_table_size (regions));
  for (guint i = 0; i < found->regions->len; i++)
    g_assert_true (g_hash_table_contains (regions, ((const AtlasRegion *) g_ptr_array_index (found->regions, i))->code));
  for (guint i = 0; i < rows->len; i++)
    {
      GHashTable *figure = g_ptr_array_index (rows, i);

      if (!selected (csv_rows_get (row, "indicators"), figure) &&
          !(selected (csv_rows_get (row, "related"), figure) &&
            g_hash_table_contains (regions, csv_rows_get (figure, "region_code"))))
        continue;
      n++;
      g_assert_nonnull (find_figure (found->figures, csv_rows_get (figure, "figure_id")));
      check_figure (find_figure (found->figures, csv_rows_get (figure, "figure_id")), figure);
    }
  g_assert_cmpuint (found->figures->len, ==, n);
}

/* Searched for by both names, and by nothing but its id alone. */
static void
check_names (const AtlasProgramme *programme,
             GHashTable           *row)
{
  guint n = 0;

  g_assert_cmpstr (programme->programme_id, ==, csv_rows_get (row, "programme_id"));
  g_assert_true (atlas_programme_matches (programme, csv_rows_get (row, "name_zh")));
  g_assert_true (atlas_programme_matches (programme, csv_rows_get (row, "name_en")));
  for (guint i = 0; i < programmes->len; i++)
    n += atlas_programme_matches (g_ptr_array_index (programmes, i), programme->programme_id);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (atlas_programme_get_name (programme), ==, csv_rows_get (row, "name_en"));
  g_assert_cmpstr (atlas_programme_get_to_enter (programme), ==, csv_rows_get (row, "to_enter_en"));
}

static void
test_each (void)
{
  g_autoptr (GPtrArray) rows = csv_rows_read ("programmes.csv");
  g_autoptr (GPtrArray) figures = csv_rows_read ("figures.csv");

  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (rows, i);
      g_autoptr (AtlasProgrammeFigures) found = load (csv_rows_get (row, "programme_id"));

      g_test_message ("%s", found->programme->programme_id);
      check_names (found->programme, row);
      check_figures (found, row, figures);
      g_assert_cmpuint (found->regions->len, ==, expected[i].n_regions);
      g_assert_cmpuint (found->figures->len, ==, expected[i].n_figures);
    }
}

/* What the documents print is about some programme, every figure of it; only public figures on other things are not. */
static void
test_no_figure_is_left_out (void)
{
  for (guint i = 0; i < all_figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (all_figures, i);
      gboolean is_taken = g_str_has_prefix (figure->source->source_id, "public-");

      for (guint j = 0; j < programmes->len && !is_taken; j++)
        is_taken = atlas_programme_takes_figure (g_ptr_array_index (programmes, j), figure);
      if (!is_taken)
        g_error ("%s is of no programme", figure->figure_id);
    }
}

/* Every part can be asked for every division that runs it; where there are figures of what it asks, there is an answer. */
static void
test_answers (void)
{
  for (guint i = 0; i < programmes->len; i++)
    {
      const AtlasProgramme *programme = g_ptr_array_index (programmes, i);
      g_autoptr (AtlasProgrammeFigures) found = load (programme->programme_id);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) answers =
        atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s: %u", programme->programme_id, answers->len);
      g_assert_cmpint (answers->len > 0, ==, found->figures->len > 0);
      for (guint j = 0; j < answers->len; j++)
        {
          const AtlasProgrammeAnswer *answer = g_ptr_array_index (answers, j);
          g_autoptr (GPtrArray) rows = atlas_programme_list_rows (answer->table);

          g_assert_cmpuint (atlas_table_count_missing (answer->table), <, atlas_table_get_n_rows (answer->table));
          g_assert_cmpuint (rows->len, >, 0);
        }
    }
}

static const AtlasProgrammeAnswer *
get_answer (GPtrArray *answers,
            guint      n)
{
  g_assert_cmpuint (n, <, answers->len);
  return g_ptr_array_index (answers, n);
}

/* Central and regional money apart, and what a posting costs. */
static void
test_three_areas (void)
{
  g_autoptr (AtlasProgrammeFigures) found = load ("S45");
  const AtlasRegion *ningxia = atlas_region_tree_lookup (atlas_dataset_get_regions (bundled_dataset ()), "640000");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, ningxia, NULL);
  const AtlasProgrammeAnswer *split = get_answer (answers, 0);
  g_autofree char *title = atlas_programme_answer_dup_title (split, found->programme->name_en);
  g_autoptr (GPtrArray) rows = atlas_programme_list_rows (get_answer (answers, 1)->table);
  const AtlasProgrammeRow *posting = g_ptr_array_index (rows, 1);

  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpstr (split->kind, ==, "percent-bar");
  g_assert_cmpint (split->level, ==, ATLAS_REGION_LEVEL_PROVINCE);
  g_assert_cmpfloat (atlas_table_find (split->table, "640000", 0, "central")->value, ==, 7860000);
  g_assert_cmpfloat (atlas_table_find (split->table, "640000", 0, "provincial")->value, ==, 6280000);
  g_assert_cmpstr (title, ==, "Funding · Three Areas Plan · Ningxia"); /* the bar stands alone */
  g_assert_true (atlas_programme_answer_is_table (get_answer (answers, 1)));
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (posting->item, ==, "Three Areas Plan: money per posting");
  g_assert_cmpstr (posting->value, ==, "≥ 45,909.09 yuan");
  g_assert_cmpstr (posting->ratio, ==, "≥ 14,140,000 / 308");
  g_assert_cmpstr (posting->period, ==, "2023");
  g_assert_cmpstr (posting->note, ==, "");
}

/* Those that documents name, then those that figures alone tell of. */
static void
test_regions (void)
{
  const char *codes[] = { "152200", "640000", "500000", "530000" };
  g_autoptr (AtlasProgrammeFigures) found = load ("S45");

  g_assert_cmpuint (found->regions->len, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < found->regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (found->regions, i);

      g_assert_cmpstr (region->code, ==, codes[i]);
      g_assert_cmpint (atlas_programme_names_region (found->programme, region), ==, i < 2);
    }
}

/* A ratio of stages only where both ends are known: Wuzhong sat and passed. */
static void
test_exam_funnel (void)
{
  g_autoptr (AtlasProgrammeFigures) found = load ("S25");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, NULL, NULL);
  guint n_funnels = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      const AtlasProgrammeAnswer *answer = g_ptr_array_index (answers, i);

      if (strcmp (answer->kind, "funnel") != 0)
        continue;
      n_funnels++;
      g_assert_cmpuint (atlas_table_get_n_rows (answer->table) - atlas_table_count_missing (answer->table), >=, 2);
      if (strcmp (atlas_table_get_row (answer->table, 0)->region->code, "640300") == 0)
        {
          g_assert_null (atlas_table_find (answer->table, "640300", 0, "registered"));
          g_assert_cmpfloat (atlas_table_find (answer->table, "640300", 0, "sat")->value, ==, 2000);
          g_assert_cmpfloat (atlas_table_find (answer->table, "640300", 0, "passed")->value, ==, 288);
        }
    }
  g_assert_cmpuint (n_funnels, ==, 2); /* Wuzhong, and Hubei: registered and passed */
}

/* What adds up is shown level by level, without the country beside its provinces. */
static void
test_levels (void)
{
  g_autoptr (AtlasProgrammeFigures) found = load ("S03");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, NULL, NULL);
  const int levels[] = { ATLAS_REGION_LEVEL_PROVINCE, ATLAS_REGION_LEVEL_PREFECTURE, ATLAS_REGION_LEVEL_COUNTY };

  g_assert_cmpuint (answers->len, ==, G_N_ELEMENTS (levels));
  for (guint i = 0; i < answers->len; i++)
    {
      const AtlasProgrammeAnswer *answer = get_answer (answers, i);

      g_assert_cmpint (answer->level, ==, levels[i]);
      for (guint j = 0; j < atlas_table_get_n_rows (answer->table); j++)
        g_assert_cmpint ((int) atlas_table_get_row (answer->table, j)->region->level, ==, levels[i]);
    }
}

/* On an axis that may be logarithmic the country stands beside its provinces. */
static void
test_dots (void)
{
  g_autoptr (AtlasProgrammeFigures) found = load ("S54");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, NULL, NULL);
  const AtlasProgrammeAnswer *dots = get_answer (answers, 0);

  g_assert_cmpstr (dots->kind, ==, "dot");
  g_assert_cmpint (dots->level, ==, -1);
  g_assert_nonnull (atlas_table_find (dots->table, "000000", 0, NULL));
  g_assert_nonnull (atlas_table_find (dots->table, "640300", 0, NULL));
}

/* A division that no document names comes in if it has values, and only then. */
static void
test_beside (void)
{
  g_autoptr (AtlasProgrammeFigures) found = load ("S07");
  AtlasRegionTree *tree = atlas_dataset_get_regions (bundled_dataset ());
  const AtlasRegion *qijiang = atlas_region_tree_lookup (tree, "500110");
  const AtlasRegion *nowhere = atlas_region_tree_lookup (tree, "640522");
  g_autoptr (GPtrArray) with = atlas_programme_ask_beside (bundled_dataset (), bundled_catalogue (), found, qijiang, NULL);
  g_autoptr (GPtrArray) without = atlas_programme_ask_beside (bundled_dataset (), bundled_catalogue (), found, nowhere, NULL);

  g_assert_cmpuint (found->regions->len, ==, 1);
  g_assert_nonnull (atlas_table_find (get_answer (with, 0)->table, "500110", 0, "township_station"));
  g_assert_nonnull (atlas_table_find (get_answer (with, 0)->table, "130602", 0, "township_station"));
  g_assert_null (atlas_table_find (get_answer (without, 0)->table, "640522", 0, NULL));
  g_assert_nonnull (atlas_table_find (get_answer (without, 0)->table, "130602", 0, NULL));
}

/* Of the five parties the one that nobody counts is marked, and not left out. */
static void
test_five_parties (void)
{
  g_autoptr (AtlasProgrammeFigures) found = load ("S11");
  const AtlasRegion *qijiang = atlas_region_tree_lookup (atlas_dataset_get_regions (bundled_dataset ()), "500110");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, qijiang, NULL);
  g_autoptr (GPtrArray) rows = atlas_programme_list_rows (get_answer (answers, 0)->table);
  const char *values[] = { "≥ 3,000 organisations", "—", "≥ 810 people", "≥ 180,000 people", "≥ 1,200,000 yuan" };

  g_assert_true (atlas_programme_figures_has_region (found, qijiang));
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (values));
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (((const AtlasProgrammeRow *) g_ptr_array_index (rows, i))->value, ==, values[i]);
}

/* Every sum that a document breaks stands with the programme that it is about, in the numbers as they are printed: 500 rooms planned in
 * one place and built in another; a reward for 868 people where 870 hold a certificate, and money for neither number, since 868 × 3,000
 * are 2,604,000 and two seniors more make 2,610,000; 48 stations for 47 townships; full coverage of 242 in 243. */
static void
test_findings (void)
{
  const struct { const char *id, *rule, *region, *message; } cases[] = {
    { "S10", "planned-and-built", "640000", "One document calls the same 500 stations both planned and operating" },
    { "S21", "incentive-recipients", "640000",
      "868 people were rewarded for a certificate of the intermediate grade or above, which 870 hold" },
    { "S21", "incentive-money", "640000",
      "2,613,000 yuan were paid to 868 people, for whom the rates make 2,604,000 to 2,610,000 yuan" },
    { "S01", "stations-above-divisions", "640300", "48 township stations, but only 47 statutory townships" },
    { "S02", "claimed-coverage", "640000", "Coverage is claimed as 100.0%; 242 stations in 243 townships (2023) give 99.6%" },
  };
  g_autoptr (GPtrArray) findings = atlas_checks_run (bundled_dataset (), bundled_catalogue (), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasProgrammeFigures) found = load (cases[i].id);
      g_autoptr (GPtrArray) picked = atlas_programme_pick_findings (found, findings);
      gboolean is_there = FALSE;

      for (guint j = 0; j < picked->len; j++)
        {
          const AtlasFinding *finding = g_ptr_array_index (picked, j);

          is_there |= strcmp (finding->rule, cases[i].rule) == 0 && strcmp (finding->region->code, cases[i].region) == 0 &&
                      strcmp (finding->message, cases[i].message) == 0;
        }
      g_test_message ("%s %s", cases[i].id, cases[i].rule);
      g_assert_true (is_there);
    }
}

/* "4 stations", "—" … of the rows of an answer. */
static void
check_values (const AtlasProgrammeAnswer *answer,
              const char *const          *values,
              guint                       n)
{
  g_autoptr (GPtrArray) rows = atlas_programme_list_rows (answer->table);

  g_assert_cmpuint (rows->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (((const AtlasProgrammeRow *) g_ptr_array_index (rows, i))->value, ==, values[i]);
}

/* Mulan prints four stations of the second batch, three planned, eight in the end; how many operate in all it does not say, and
 * that is not made up of them. Without years there is no timeline. */
static void
test_roll_out (void)
{
  const char *const values[] = { "4 stations", "—", "3 stations", "8 stations" };
  g_autoptr (AtlasProgrammeFigures) found = load ("S06");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, NULL, NULL);
  g_autoptr (GPtrArray) rows = atlas_programme_list_rows (get_answer (answers, 1)->table);

  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpstr (get_answer (answers, 0)->kind, ==, "grouped-bar");
  check_values (get_answer (answers, 0), values, G_N_ELEMENTS (values));
  check_values (get_answer (answers, 1), values, G_N_ELEMENTS (values));
  g_assert_cmpstr (((const AtlasProgrammeRow *) g_ptr_array_index (rows, 1))->note, ==,
                   "only parts are printed: Second batch: 4 stations (May 2023)");
}

/* Kangbashi has a standard of one for each of four townships, Qijiang 21 stations; neither says the other half. */
static void
test_standard (void)
{
  const char *const values[] = { "—", "4 stations", "21 stations", "—" };
  g_autoptr (AtlasProgrammeFigures) found = load ("S04");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, NULL, NULL);

  g_assert_cmpuint (answers->len, ==, 3);
  g_assert_cmpstr (get_answer (answers, 0)->kind, ==, "bullet");
  check_values (get_answer (answers, 0), values, G_N_ELEMENTS (values));
  check_values (get_answer (answers, 2), values, G_N_ELEMENTS (values));
}

/* The headline figures that Ningxia prints, the first cohort of supervisors among them. */
static void
test_headlines (void)
{
  const char *const values[] = { "13,000 people", "4,072 people", "140 organisations", "≥ 2,700 posts", "30 people" };
  g_autoptr (AtlasProgrammeFigures) found = load ("S83");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, NULL, NULL);

  check_values (get_answer (answers, 0), values, G_N_ELEMENTS (values));
}

/* A row for each region and mechanism: Kaili has pilots of the one, Dali of the other, and neither of both. */
static void
test_mechanisms (void)
{
  const char *const kaili_values[] = { "4 sites", "—", "—" };
  const char *const dali_values[] = { "—", "12 sites", "—" };
  g_autoptr (AtlasProgrammeFigures) found = load ("S13");
  AtlasRegionTree *tree = atlas_dataset_get_regions (bundled_dataset ());
  g_autoptr (GPtrArray) kaili =
    atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, atlas_region_tree_lookup (tree, "522601"), NULL);
  g_autoptr (GPtrArray) dali =
    atlas_programme_ask (bundled_dataset (), bundled_catalogue (), found, atlas_region_tree_lookup (tree, "532900"), NULL);

  check_values (get_answer (kaili, 0), kaili_values, G_N_ELEMENTS (kaili_values));
  check_values (get_answer (dali, 0), dali_values, G_N_ELEMENTS (dali_values));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  programmes = atlas_dataset_load_programmes (bundled_dataset (), NULL);
  all_figures = atlas_dataset_load_figures (bundled_dataset (), NULL, NULL, NULL);
  use = atlas_register_use_load (bundled_dataset (), NULL);
  g_test_add_func ("/programmes/each", test_each);
  g_test_add_func ("/programmes/no-figure-is-left-out", test_no_figure_is_left_out);
  g_test_add_func ("/programmes/answers", test_answers);
  g_test_add_func ("/programmes/three-areas", test_three_areas);
  g_test_add_func ("/programmes/regions", test_regions);
  g_test_add_func ("/programmes/exam-funnel", test_exam_funnel);
  g_test_add_func ("/programmes/levels", test_levels);
  g_test_add_func ("/programmes/dots", test_dots);
  g_test_add_func ("/programmes/beside", test_beside);
  g_test_add_func ("/programmes/five-parties", test_five_parties);
  g_test_add_func ("/programmes/findings", test_findings);
  g_test_add_func ("/programmes/roll-out", test_roll_out);
  g_test_add_func ("/programmes/standard", test_standard);
  g_test_add_func ("/programmes/headlines", test_headlines);
  g_test_add_func ("/programmes/mechanisms", test_mechanisms);
  result = g_test_run ();
  g_ptr_array_unref (programmes);
  g_ptr_array_unref (all_figures);
  atlas_register_use_free (use);
  bundled_clear ();
  return result;
}
