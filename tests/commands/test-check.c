/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "commands/command.h"
#include "dataset/dataset.h"
#include "program.h"

static char *dataset;

static void
test_text (void)
{
  g_auto (Program) run = { NULL };

  program_run (&run, NULL, "check", dataset, NULL);
  g_assert_cmpint (run.status, ==, ATLAS_EXIT_LOOK);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_nonnull (strstr (run.out, "\n640300 Wuzhong City\n"
                                     "  ! 48 township stations, but only 47 statutory townships\n"));
  g_assert_nonnull (strstr (run.out, "      F0036  "));
}

static void
test_chinese (void)
{
  g_auto (Program) run = { NULL };

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  program_run (&run, NULL, "check", dataset, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_nonnull (strstr (run.out, "\n640300 吴忠市\n"
                                     "  ! 乡镇（街道）社工站48个，多于法定乡镇（街道）47个\n"));
  g_assert_nonnull (strstr (run.out, "奖励人数868人与中级及以上持证人数870人不一致"));
}

static void
test_json (void)
{
  g_auto (Program) run = { NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *findings;
  JsonObject *last;

  program_run (&run, NULL, "check", "--json", dataset, NULL);
  g_assert_cmpint (run.status, ==, ATLAS_EXIT_LOOK);
  json_parser_load_from_data (parser, run.out, -1, &error);
  g_assert_no_error (error);
  findings = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (findings), ==, 16);
  last = json_array_get_object_element (findings, 15);
  g_assert_cmpstr (json_object_get_string_member (last, "rule"), ==, "stations-above-divisions");
  g_assert_cmpstr (json_object_get_string_member (last, "severity"), ==, "warning");
  g_assert_cmpstr (json_object_get_string_member (last, "region"), ==, "640300");
  g_assert_cmpstr (json_object_get_string_member (last, "region_name"), ==, "吴忠市");
  g_assert_cmpstr (json_object_get_string_member (last, "indicator"), ==, "stations");
  g_assert_cmpstr (json_object_get_string_member (last, "period"), ==, "2023");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (last, "figures"), 0), ==,
                   "F0036");
}

/* Without figures nothing can contradict itself. */
static void
test_nothing_found (void)
{
  char *folder = test_folder_make ();
  g_auto (Program) run = { NULL };

  program_run (&run, folder, "new", "empty.atlas", "--empty", NULL);
  program_assert_done (&run);
  program_run (&run, folder, "check", "empty.atlas", NULL);
  program_assert_done (&run);
  g_assert_cmpstr (run.out, ==, "Nothing contradicts itself.\n");
  program_run (&run, folder, "check", "empty.atlas", "--json", NULL);
  program_assert_done (&run);
  g_assert_cmpstr (run.out, ==, "[]\n");
  test_folder_remove (folder);
}

static void
test_refused (void)
{
  char *folder = test_folder_make ();
  g_auto (Program) run = { NULL };

  program_run (&run, folder, "check", "absent.atlas", NULL);
  program_assert_refused (&run, "absent.atlas");
  program_run (&run, folder, "check", dataset, "more", NULL);
  program_assert_refused (&run, "“more”");
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dataset = atlas_dataset_dup_bundled_path ();
  g_test_add_func ("/check/text", test_text);
  g_test_add_func ("/check/chinese", test_chinese);
  g_test_add_func ("/check/json", test_json);
  g_test_add_func ("/check/nothing-found", test_nothing_found);
  g_test_add_func ("/check/refused", test_refused);
  status = g_test_run ();
  g_free (dataset);
  return status;
}
