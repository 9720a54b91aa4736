/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "program.h"

static char *folder;

/* The figures of the documents, in the columns of an answer. */
static void
test_records (void)
{
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "query", "a.atlas", "--programme", "S45", "--regions", "640000", "--format", "csv", NULL);
  program_assert_done (&program);
  g_assert_cmpstr (program.out, ==,
                   "region,region_name,indicator,period,dimension_source,programme,purpose,value,unit,status,qualifier,source,"
                   "basis,numerator,denominator,note\n"
                   "640000,宁夏回族自治区,funding,2023,central,,three_areas_plan,7860000.00,yuan,A,exact,ningxia-overview,"
                   "published,,,source inferred: a programme of the ministry (民政部)\n"
                   "640000,宁夏回族自治区,funding,2023,provincial,,three_areas_plan,6280000.00,yuan,A,exact,ningxia-overview,"
                   "published,,,taken as additional to the 786\n"
                   "640000,宁夏回族自治区,deployed_workers,2023,,three_areas_plan,,308,people,A,exact,ningxia-overview,"
                   "published,,,\n"
                   "640000,宁夏回族自治区,service_projects,2023,,three_areas_plan,,80,projects,A,exact,ningxia-overview,"
                   "published,,,\n");
  program_run (&program, folder, "query", "a.atlas", "--programme", "s39", "--format", "json", NULL);
  program_assert_done (&program);
  g_assert_cmpstr (program.out, ==,
                   "[\n"
                   "  {\"region\": \"532900\", \"region_name\": \"大理白族自治州\", \"indicator\": \"training_classes\", "
                   "\"period\": \"2023\", \"topic\": \"social_work_in_party_school\", \"value\": 4, \"unit\": \"classes\", "
                   "\"status\": \"A\", \"qualifier\": \"exact\", \"source\": \"dali-four-focuses\", \"basis\": \"published\", "
                   "\"numerator\": null, \"denominator\": null, \"note\": \"\"}\n"
                   "]\n");
}

/* For people also the answer to the question: what a posting costs. */
static void
test_text (void)
{
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "query", "a.atlas", "--programme", "S45", NULL);
  program_assert_done (&program);
  g_assert_true (g_str_has_prefix (program.out, "S45 Three Areas Plan\nCentral and local money sends social workers"));
  g_assert_nonnull (strstr (program.out, "\nRun by\n  By documents: Hinggan League, Ningxia\n  By figures: Chongqing, Yunnan\n\n"));
  g_assert_nonnull (strstr (program.out, "How do central and local money compare, and what does a posting cost?\n"));
  g_assert_nonnull (strstr (program.out, "Three Areas Plan: money per posting"));
  g_assert_nonnull (strstr (program.out, "≥ 45,909.09 yuan     ≥ 14,140,000 / 308  2023\n"));
}

/* The region pays two grades together, so that only their sum is printed: the answer has it beside the total that is missing. */
static void
test_recipients_of_two_grades (void)
{
  g_auto (Program) program = { NULL };
  const char *answer;

  program_run (&program, folder, "query", "a.atlas", "--programme", "S21", NULL);
  program_assert_done (&program);
  answer = strstr (program.out, "How much was paid to how many");
  g_assert_nonnull (answer);
  g_assert_true (g_regex_match_simple ("\nNingxia +Incentive recipients · Social worker and above +868 people +2023\n",
                                       answer, 0, 0));
}

/* The documents say no number: then the program says so, and what would be entered. */
static void
test_nothing (void)
{
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "query", "a.atlas", "--programme", "S42", NULL);
  program_assert_done (&program);
  g_assert_nonnull (strstr (program.out, "There are no figures. To enter: The training register: classes on policies and law"));
  program_run (&program, folder, "query", "a.atlas", "--programme", "S42", "--format", "csv", NULL);
  g_assert_cmpint (program.status, ==, 0);
  g_assert_cmpstr (program.out, ==,
                   "region,region_name,indicator,period,value,unit,status,qualifier,source,basis,numerator,denominator,note\n");
  g_assert_nonnull (strstr (program.err, "There are no figures. To enter: "));
}

static void
test_wrong_calls (void)
{
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "query", "a.atlas", "--programme", "S99", NULL);
  program_assert_refused (&program, "“S99” is no programme; near to it are S83 (Regional data bulletin), S84");
  program_run (&program, folder, "query", "a.atlas", "--programme", "zzz", NULL);
  program_assert_refused (&program, "“zzz” is no programme: give an id such as S01");
  program_run (&program, folder, "query", "a.atlas", "--programme", "S45", "--regions", "999999", NULL);
  program_assert_refused (&program, "999999");
  program_run (&program, folder, "query", "a.atlas", "--programme", "S45", "--indicator", "funding", NULL);
  program_assert_refused (&program, "--programme goes with --regions");
  program_run (&program, folder, "query", "a.atlas", "--programme", "S45", "--within", "640000", NULL);
  program_assert_refused (&program, "--within goes with --level LEVEL");
}

int
main (int   argc,
      char *argv[])
{
  g_auto (Program) program = { NULL };
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = test_folder_make ();
  program_run (&program, folder, "new", "a.atlas", NULL);
  g_test_add_func ("/query-programme/records", test_records);
  g_test_add_func ("/query-programme/text", test_text);
  g_test_add_func ("/query-programme/recipients-of-two-grades", test_recipients_of_two_grades);
  g_test_add_func ("/query-programme/nothing", test_nothing);
  g_test_add_func ("/query-programme/wrong-calls", test_wrong_calls);
  result = g_test_run ();
  test_folder_remove (folder);
  return result;
}
