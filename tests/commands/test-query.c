/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "csv-cells.h"
#include "dataset/dataset.h"
#include "program.h"

static char *dataset;

/* Asks with ARGUMENTS, parted by blanks. */
static void
ask (Program    *program,
     const char *arguments)
{
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, (gpointer) "query");
  g_ptr_array_add (all, dataset);
  for (char **word = words; *word != NULL; word++)
    g_ptr_array_add (all, *word);
  g_ptr_array_add (all, NULL);
  program_run_arguments (program, NULL, (const char *const *) all->pdata);
}

/* The rows of the answer as CSV. */
static GPtrArray *
query (const char *arguments)
{
  g_autofree char *all = g_strconcat ("--format csv ", arguments, NULL);
  g_auto (Program) program = { NULL };

  ask (&program, all);
  program_assert_done (&program);
  return csv_read (program.out);
}

static void
test_columns (void)
{
  g_autoptr (GPtrArray) run =
    query ("--indicator funding --regions 640000 --by purpose --where source=central");
  g_autofree char *header = g_strjoinv (",", g_ptr_array_index (run, 0));

  g_assert_cmpstr (header, ==,
                   "region,region_name,indicator,period,purpose,dimension_source,value,unit,status,"
                   "qualifier,source,basis,numerator,denominator,note");
}

static void
test_grades (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator certified_workers --regions 640000 --by grade");
  g_autoptr (GPtrArray) total = query ("--indicator certified_workers --regions 640000");

  g_assert_cmpuint (csv_n_rows (run), ==, 3);
  g_assert_cmpstr (csv_cell (run, 0, "grade"), ==, "assistant");
  g_assert_cmpstr (csv_cell (run, 0, "value"), ==, "3202");
  g_assert_cmpstr (csv_cell (run, 1, "value"), ==, "868");
  g_assert_cmpstr (csv_cell (run, 2, "value"), ==, "2");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (csv_cell (run, i, "source"), ==, "ningxia-overview");
      g_assert_cmpstr (csv_cell (run, i, "status"), ==, "A");
      g_assert_cmpstr (csv_cell (run, i, "qualifier"), ==, "exact");
      g_assert_cmpstr (csv_cell (run, i, "basis"), ==, "published");
      g_assert_cmpstr (csv_cell (run, i, "period"), ==, "2023");
    }

  g_assert_cmpuint (csv_n_rows (total), ==, 1);
  g_assert_cmpstr (csv_cell (total, 0, "value"), ==, "4072");
  g_assert_cmpstr (csv_cell (total, 0, "region_name"), ==, "宁夏回族自治区");
}

/* 4072 / 13000, 753 / 3134, 477 / 4330. */
static void
test_share (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator certified_share --regions 640000,640300,532900");

  g_assert_true (g_str_has_prefix (csv_cell (run, 0, "value"), "31.323"));
  g_assert_cmpstr (csv_cell (run, 0, "numerator"), ==, "4072");
  g_assert_cmpstr (csv_cell (run, 0, "denominator"), ==, "13000");
  g_assert_true (g_str_has_prefix (csv_cell (run, 1, "value"), "24.026"));
  g_assert_true (g_str_has_prefix (csv_cell (run, 2, "value"), "11.016"));
  g_assert_cmpstr (csv_cell (run, 2, "basis"), ==, "computed");
}

static void
test_share_of_at_least (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator certified_share --regions 630000");

  g_assert_true (g_str_has_prefix (csv_cell (run, 0, "value"), "39.57"));
  g_assert_cmpstr (csv_cell (run, 0, "qualifier"), ==, "at_most");
  g_assert_cmpstr (csv_cell (run, 0, "numerator"), ==, "1385");
  g_assert_cmpstr (csv_cell (run, 0, "denominator"), ==, "3500");
}

static void
test_coverage (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator township_coverage --regions 532900,500110,640300,230127");

  g_assert_cmpstr (csv_cell (run, 0, "numerator"), ==, "112");
  g_assert_cmpstr (csv_cell (run, 0, "denominator"), ==, "112");
  g_assert_cmpstr (csv_cell (run, 1, "numerator"), ==, "21");
  g_assert_cmpstr (csv_cell (run, 1, "denominator"), ==, "21");
  g_assert_cmpstr (csv_cell (run, 2, "numerator"), ==, "48");
  g_assert_cmpstr (csv_cell (run, 2, "denominator"), ==, "47");
  g_assert_true (g_str_has_prefix (csv_cell (run, 2, "value"), "102.12"));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (csv_cell (run, i, "status"), ==, "E");
      g_assert_nonnull (strstr (csv_cell (run, i, "note"), "not townships"));
    }
  g_assert_cmpstr (csv_cell (run, 3, "value"), ==, "");
  g_assert_cmpstr (csv_cell (run, 3, "status"), ==, "M");
  g_assert_cmpstr (csv_cell (run, 3, "note"), !=, "");
}

static void
test_funding (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator funding --regions 640000 --year 2023");
  g_auto (Program) json = { NULL };

  g_assert_cmpstr (csv_cell (run, 0, "value"), ==, "81753000.00");
  g_assert_cmpstr (csv_cell (run, 0, "qualifier"), ==, "at_least");
  g_assert_cmpstr (csv_cell (run, 0, "basis"), ==, "published_parts");
  ask (&json, "--indicator funding --regions 640000 --year 2023 --format json");
  program_assert_done (&json);
  g_assert_nonnull (strstr (json.out, "\"value\": 81753000.00,"));
}

/* Not the 660,000 of November. */
static void
test_end_of_year (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator certified_workers --regions 000000 --year 2021");

  g_assert_cmpstr (csv_cell (run, 0, "value"), ==, "737000");
  g_assert_cmpstr (csv_cell (run, 0, "qualifier"), ==, "about");
}

/* Up to 2023: of 2024 there is only a figure of June, printed as 1.16 million. */
static void
test_no_fall (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator certified_workers --regions 000000 --years 2010-2023");
  double last = 0;

  g_assert_cmpuint (csv_n_rows (run), ==, 14);
  for (guint i = 0; i < 14; i++)
    {
      const char *cell = csv_cell (run, i, "value");
      double value = cell[0] != '\0' ? g_ascii_strtod (cell, NULL) : last;

      g_assert_cmpfloat (value, >=, last);
      last = value;
    }
}

static void
test_population (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator population --within 000000 --level province");
  guint n_missing = 0;

  g_assert_cmpuint (csv_n_rows (run), ==, 34);
  for (guint i = 0; i < 34; i++)
    if (csv_cell (run, i, "value")[0] == '\0')
      {
        const char *const missing[] = { "710000", "810000", "820000", NULL };

        g_assert_true (g_strv_contains (missing, csv_cell (run, i, "region")));
        g_assert_cmpstr (csv_cell (run, i, "status"), ==, "M");
        g_assert_cmpstr (csv_cell (run, i, "qualifier"), ==, "");
        g_assert_cmpstr (csv_cell (run, i, "note"), !=, "");
        n_missing++;
      }
    else
      g_assert_cmpfloat (g_ascii_strtod (csv_cell (run, i, "value"), NULL), >, 0);
  g_assert_cmpuint (n_missing, ==, 3);
}

static void
test_sort_and_limit (void)
{
  g_autoptr (GPtrArray) by_value =
    query ("--indicator population --within 000000 --level province --sort value --limit 3");
  g_autoptr (GPtrArray) by_name =
    query ("--indicator population --within 000000 --level province --sort name --limit 3");

  g_assert_cmpuint (csv_n_rows (by_value), ==, 3);
  g_assert_cmpstr (csv_cell (by_value, 0, "region"), ==, "440000");
  g_assert_cmpstr (csv_cell (by_value, 1, "region"), ==, "370000");
  g_assert_cmpstr (csv_cell (by_value, 2, "region"), ==, "410000");

  /* an hui, ao men, bei jing */
  g_assert_cmpstr (csv_cell (by_name, 0, "region"), ==, "340000");
  g_assert_cmpstr (csv_cell (by_name, 1, "region"), ==, "820000");
  g_assert_cmpstr (csv_cell (by_name, 2, "region"), ==, "110000");
}

/* A missing value says which year was asked for; an earlier figure stands in only if it may. */
static void
test_years (void)
{
  g_autoptr (GPtrArray) strict = query ("--indicator certified_workers --regions 640300 --years 2023-2024");
  g_autoptr (GPtrArray) stand_in =
    query ("--indicator certified_workers --regions 640300 --year 2024 --stand-in");

  g_assert_cmpstr (csv_cell (strict, 0, "value"), ==, "753");
  g_assert_cmpstr (csv_cell (strict, 1, "value"), ==, "");
  g_assert_cmpstr (csv_cell (strict, 1, "period"), ==, "2024");
  g_assert_nonnull (strstr (csv_cell (strict, 1, "note"), "2023"));

  g_assert_cmpstr (csv_cell (stand_in, 0, "value"), ==, "753");
  g_assert_cmpstr (csv_cell (stand_in, 0, "period"), ==, "2023");
}

/* Ningxia's parts of 2023 by hand, in the order of dimensions.csv: service purchase, training, incentives 2,613,000 from the
 * province, the Three Areas Plan from two sources. */
static void
test_two_dimensions (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator funding --regions 640000 --year 2023 --by purpose,source");
  double sum = 0;

  g_assert_cmpuint (csv_n_rows (run), ==, 5);
  g_assert_cmpstr (csv_cell (run, 0, "purpose"), ==, "service_purchase");
  g_assert_cmpstr (csv_cell (run, 1, "purpose"), ==, "training");
  g_assert_cmpstr (csv_cell (run, 2, "purpose"), ==, "incentives");
  g_assert_cmpstr (csv_cell (run, 2, "dimension_source"), ==, "provincial");
  g_assert_cmpstr (csv_cell (run, 2, "value"), ==, "2613000.00");
  g_assert_cmpstr (csv_cell (run, 2, "source"), ==, "ningxia-overview");
  for (guint i = 0; i < 5; i++)
    sum += g_ascii_strtod (csv_cell (run, i, "value"), NULL);
  g_assert_cmpfloat (sum, ==, 81753000);
}

/* Ningxia has five prefectures; districts stand where Chongqing has none, and say so. */
static void
test_levels (void)
{
  g_autoptr (GPtrArray) ningxia = query ("--indicator certified_workers --within 640000 --level prefecture");
  g_autoptr (GPtrArray) chongqing = query ("--indicator certified_workers --within 500000 --level prefecture");

  g_assert_cmpuint (csv_n_rows (ningxia), ==, 5);
  g_assert_cmpstr (csv_cell (ningxia, 0, "note"), !=, "");
  g_assert_cmpstr (csv_cell (chongqing, 0, "region"), ==, "500101");
  g_assert_cmpstr (csv_cell (chongqing, 0, "note"), !=, csv_cell (ningxia, 0, "note"));
}

static void
test_registers (void)
{
  g_autoptr (GPtrArray) run = query ("--indicator certified_workers --regions 640000 --from registers");

  g_assert_cmpstr (csv_cell (run, 0, "value"), ==, "");
  g_assert_nonnull (strstr (csv_cell (run, 0, "note"), "register"));
}

static void
test_text (void)
{
  g_auto (Program) run = { NULL };

  ask (&run, "--indicator certified_share --regions 630000");
  program_assert_done (&run);
  g_assert_nonnull (strstr (run.out, "≤ 39.6%"));
  g_assert_nonnull (strstr (run.out, "1,385 / ≥ 3,500"));
  g_assert_nonnull (strstr (run.out, "\nSources\n[1] "));
}

/* Text is in the user's language; names in files are not. */
static void
test_chinese (void)
{
  g_auto (Program) text = { NULL };
  g_autoptr (GPtrArray) english = query ("--indicator certified_workers --regions 640000");
  g_autoptr (GPtrArray) chinese = NULL;

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  ask (&text, "--indicator certified_workers --regions 640000");
  chinese = query ("--indicator certified_workers --regions 640000");
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_true (g_str_has_prefix (text.out, "持证社工（人）\n\n代码"));
  g_assert_nonnull (strstr (text.out, "\n来源\n[1] 《"));
  g_assert_cmpstr (csv_cell (english, 0, "region_name"), ==, "宁夏回族自治区");
  g_assert_cmpstr (csv_cell (chinese, 0, "region_name"), ==, "宁夏回族自治区");
  g_assert_cmpstr (csv_cell (chinese, 0, "basis"), ==, "published");
}

static void
test_wrong_calls (void)
{
  static const struct { const char *arguments; const char *says; } cases[] = {
    { "--indicator certified_workers", "No regions are named" },
    { "--indicator certified_worker --regions 640000", "near it: certified_workers" },
    { "--indicator certified_workers --regions 999999", "“999999”" },
    { "--indicator certified_workers --regions 640000,", "empty value" },
    { "--indicator certified_workers --within 999999 --level county", "“999999”" },
    { "--indicator certified_workers --regions 640000 --within 000000 --level province",
      "exclude each other" },
    { "--indicator certified_workers --within 000000", "--level" },
    { "--indicator certified_workers --level province", "--within" },
    { "--indicator certified_workers --within 000000 --level state", "“state”" },
    { "--indicator certified_workers --within 640303 --level province", "Hongsibu District has no divisions" },
    { "--indicator certified_workers --regions 640000 --by colour", "“colour”" },
    { "--indicator certified_workers --regions 640000 --by grade,grade", "twice" },
    { "--indicator certified_workers --regions 640000 --where grade=gold", "“gold”" },
    { "--indicator certified_workers --regions 640000 --where grade", "“grade”" },
    { "--indicator certified_workers --regions 640000 --where grade=senior --where grade=assistant",
      "twice" },
    { "--indicator certified_workers --regions 640000 --by grade --where grade=senior", "“grade”" },
    { "--indicator certified_workers --regions 640000 --year 20x3", "“20x3”" },
    { "--indicator certified_workers --regions 640000 --year 23", "“23”" },
    { "--indicator certified_workers --regions 640000 --years 2023", "“2023”" },
    { "--indicator certified_workers --regions 640000 --years 2023-2020", "backwards" },
    { "--indicator certified_workers --regions 640000 --year 2023 --years 2020-2023", "exclude each other" },
    { "--indicator certified_workers --regions 640000 --from rumours", "“rumours”" },
    { "--indicator certified_workers --regions 640000 --sort colour", "“colour”" },
    { "--indicator certified_workers --regions 640000 --limit 0", "--limit" },
    { "--indicator certified_workers --regions 640000 --limit many", "--limit" },
    { "--indicator certified_workers --regions 640000 --format xml", "“xml”" },
    { "--indicator certified_workers --regions 640000 --colour", "--colour" },
    { "--indicator certified_workers --regions", "--regions" },
    { "--indicator certified_workers --regions 640000 another.atlas", "“another.atlas”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Program) run = { NULL };

      ask (&run, cases[i].arguments);
      program_assert_refused (&run, cases[i].says);
    }
}

static void
test_no_arguments (void)
{
  g_auto (Program) nothing = { NULL };
  g_auto (Program) no_question = { NULL };

  program_run (&nothing, NULL, "query", NULL);
  program_assert_refused (&nothing, "dataset is missing");
  program_run (&no_question, NULL, "query", dataset, NULL);
  program_assert_refused (&no_question, "No indicator is named");
}

static void
test_wrong_files (void)
{
  char *folder = test_folder_make ();
  g_autofree char *text = g_build_filename (folder, "text.atlas", NULL);
  g_auto (Program) run = { NULL };

  program_run (&run, folder, "query", "absent.atlas", "--indicator", "certified_workers", "--regions",
               "640000", NULL);
  program_assert_refused (&run, "absent.atlas");
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
  g_assert_true (g_file_set_contents (text, "no dataset", -1, NULL));
  program_run (&run, folder, "query", "text.atlas", "--indicator", "certified_workers", "--regions", "640000",
               NULL);
  program_assert_refused (&run, "text.atlas");
  test_folder_remove (folder);
}

static void
test_help (void)
{
  g_auto (Program) run = { NULL };

  program_run (&run, NULL, "query", "--help", NULL);
  program_assert_done (&run);
  g_assert_nonnull (strstr (run.out, "shegong-atlas query"));
  g_assert_nonnull (strstr (run.out, "--indicator=ID"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dataset = atlas_dataset_dup_bundled_path ();
  g_test_add_func ("/query/columns", test_columns);
  g_test_add_func ("/query/grades", test_grades);
  g_test_add_func ("/query/share", test_share);
  g_test_add_func ("/query/share-of-at-least", test_share_of_at_least);
  g_test_add_func ("/query/coverage", test_coverage);
  g_test_add_func ("/query/funding", test_funding);
  g_test_add_func ("/query/end-of-year", test_end_of_year);
  g_test_add_func ("/query/no-fall", test_no_fall);
  g_test_add_func ("/query/population", test_population);
  g_test_add_func ("/query/sort-and-limit", test_sort_and_limit);
  g_test_add_func ("/query/years", test_years);
  g_test_add_func ("/query/two-dimensions", test_two_dimensions);
  g_test_add_func ("/query/levels", test_levels);
  g_test_add_func ("/query/registers", test_registers);
  g_test_add_func ("/query/text", test_text);
  g_test_add_func ("/query/wrong-calls", test_wrong_calls);
  g_test_add_func ("/query/chinese", test_chinese);
  g_test_add_func ("/query/no-arguments", test_no_arguments);
  g_test_add_func ("/query/wrong-files", test_wrong_files);
  g_test_add_func ("/query/help", test_help);
  status = g_test_run ();
  g_free (dataset);
  return status;
}
