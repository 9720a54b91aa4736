/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "program.h"

/* Three stations; the fourth row lies in no division, the fifth is a total. */
#define STATIONS \
  "站点编号,站点名称,层级,行政区划代码,状态\n" \
  "S1,红寺堡镇社工站,乡镇（街道）社工站,640303100,运行\n" \
  "S2,红寺堡区社工中心,县级指导中心,640303,运行\n" \
  "S3,东塔寺乡社工站,township_station,640302201,在建\n" \
  "S4,不知何处社工站,乡镇（街道）社工站,999999,运行\n" \
  "合计,,,,4\n"

typedef struct {
  char *folder;
} Fixture;

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static char *
dup_hash (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_auto (Program) program = { NULL };

  fixture->folder = test_folder_make ();
  program_run (&program, fixture->folder, "new", "a.atlas", NULL);
  program_assert_done (&program);
  write_file (fixture, "stations.csv", STATIONS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_folder_remove (fixture->folder);
}

static void
assert_json_is (JsonObject *object,
                const char *member,
                gint64      expected)
{
  g_assert_cmpint (json_object_get_int_member (object, member), ==, expected);
}

/* An object for each input on a line of its own, with the members of the contract. */
static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  g_auto (Program) program = { NULL };
  g_autoptr (JsonNode) root = NULL;
  g_auto (GStrv) lines = NULL;
  JsonObject *object, *rejected;

  program_run (&program, fixture->folder, "import", "a.atlas", "auto", "stations.csv", "--json", NULL);
  g_assert_cmpint (program.status, ==, 1);
  lines = g_strsplit (program.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  root = json_from_string (lines[0], NULL);
  object = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, "stations.csv");
  g_assert_cmpstr (json_object_get_string_member (object, "sheet"), ==, "");
  g_assert_cmpstr (json_object_get_string_member (object, "table"), ==, "stations");
  g_assert_cmpstr (json_object_get_string_member (object, "encoding"), ==, "UTF-8");
  assert_json_is (object, "inserted", 3);
  assert_json_is (object, "updated", 0);
  assert_json_is (object, "unchanged", 0);
  assert_json_is (object, "skipped", 1);
  g_assert_true (json_object_get_null_member (object, "refused"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "rejected")), ==, 1);
  rejected = json_array_get_object_element (json_object_get_array_member (object, "rejected"), 0);
  assert_json_is (rejected, "line", 5);
  g_assert_cmpstr (json_object_get_string_member (rejected, "column"), ==, "region_code");
  g_assert_cmpstr (json_object_get_string_member (rejected, "value"), ==, "999999");
  g_assert_cmpstr (json_object_get_string_member (rejected, "code"), ==, "unknown_region");
  g_assert_cmpuint (strlen (json_object_get_string_member (rejected, "reason")), >, 10);
}

/* A dry run tells the same and leaves the file as it was. */
static void
test_dry_run (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Program) program = { NULL };
  g_autofree char *before = dup_hash (fixture, "a.atlas");
  g_autofree char *after = NULL;

  program_run (&program, fixture->folder, "import", "a.atlas", "stations", "stations.csv", "--dry-run", NULL);
  g_assert_cmpint (program.status, ==, 1);
  g_assert_nonnull (strstr (program.out, "3 new, 0 changed, 0 unchanged, 1 skipped, 1 rejected"));
  g_assert_nonnull (strstr (program.out, "line 5, region_code: “999999”"));
  g_assert_nonnull (strstr (program.out, "[unknown_region]"));
  g_assert_nonnull (strstr (program.out, "Nothing was written."));
  after = dup_hash (fixture, "a.atlas");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 2);
}

/* The same file twice changes nothing, the history says what came, and undo takes it back. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Program) first = { NULL }, second = { NULL }, history = { NULL }, undo = { NULL }, none = { NULL };
  g_auto (Program) answer = { NULL };

  program_run (&first, fixture->folder, "import", "a.atlas", "auto", "stations.csv", "--as-of", "2023-12-31", NULL);
  g_assert_nonnull (strstr (first.out, "This was import 1"));
  program_run (&second, fixture->folder, "import", "a.atlas", "auto", "stations.csv", "--as-of", "2023-12-31", NULL);
  g_assert_nonnull (strstr (second.out, "0 new, 0 changed, 3 unchanged"));
  g_assert_nonnull (strstr (second.out, "Nothing has changed."));
  program_run (&history, fixture->folder, "history", "a.atlas", NULL);
  program_assert_done (&history);
  g_assert_nonnull (strstr (history.out, "2023-12-31  stations.csv"));
  g_assert_nonnull (strstr (history.out, "Stations"));
  program_run (&answer, fixture->folder, "query", "a.atlas", "--indicator", "stations", "--regions", "640303", "--from",
               "registers", "--year", "2023", "--format", "csv", NULL);
  g_assert_nonnull (strstr (answer.out, "640303,红寺堡区,stations,2023,1,stations,A,exact,"));
  program_run (&undo, fixture->folder, "undo", "a.atlas", NULL);
  program_assert_done (&undo);
  g_assert_nonnull (strstr (undo.out, "3 rows"));
  program_run (&none, fixture->folder, "history", "a.atlas", NULL);
  g_assert_cmpstr (none.out, ==, "Nothing has been imported.\n");
}

/* What was rejected comes in once it is corrected. */
static void
test_rejects (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Program) program = { NULL }, again = { NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "rejects.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = NULL;

  program_run (&program, fixture->folder, "import", "a.atlas", "auto", "stations.csv", "--rejects", "rejects.csv", NULL);
  g_assert_cmpint (program.status, ==, 1);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "S4,不知何处社工站,"));
  g_assert_null (strstr (contents, "S1,"));
  text = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (text, ",999999,", ",640302,", 0), ==, 1);
  write_file (fixture, "rejects.csv", text->str);
  program_run (&again, fixture->folder, "import", "a.atlas", "auto", "rejects.csv", "--json", NULL);
  g_assert_cmpint (again.status, ==, 0);
  g_assert_nonnull (strstr (again.out, "\"inserted\":1,"));
}

/* Rows of several tables go to several files; where none can be written the rows do not come in either. */
static void
test_rejects_of_several (Fixture       *fixture,
                         gconstpointer  data)
{
  g_auto (Program) program = { NULL }, refused = { NULL }, wrong = { NULL };
  g_autofree char *before = dup_hash (fixture, "a.atlas");
  g_autofree char *after = NULL;

  write_file (fixture, "people.csv", "人员编号,姓名,职业水平等级,行政区划代码\nP1,张三,无,640303\nP2,李四,神级,640303\n");
  program_run (&refused, fixture->folder, "import", "a.atlas", "auto", "stations.csv", "--rejects", "no/out.csv", NULL);
  program_assert_refused (&refused, "no/out.csv");
  program_run (&wrong, fixture->folder, "import", "a.atlas", "auto", "stations.csv", "--rejects", "out.txt", NULL);
  program_assert_refused (&wrong, "out.txt");
  after = dup_hash (fixture, "a.atlas");
  g_assert_cmpstr (after, ==, before);

  program_run (&program, fixture->folder, "import", "a.atlas", "auto", "people.csv", "stations.csv", "--rejects", "out.csv",
               NULL);
  g_assert_cmpint (program.status, ==, 1);
  g_assert_nonnull (strstr (program.err, "The rejected rows are in out-personnel.csv\n"));
  g_assert_nonnull (strstr (program.err, "The rejected rows are in out-stations.csv\n"));
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 5);
}

/* With --keep-going what is refused is told and left out; without, nothing comes in, and JSON says why. */
static void
test_keep_going (Fixture       *fixture,
                 gconstpointer  data)
{
  g_auto (Program) refused = { NULL }, program = { NULL };
  g_autoptr (JsonNode) root = NULL;
  g_auto (GStrv) lines = NULL;
  JsonObject *object;

  write_file (fixture, "bad.csv", "序号,年度\n1,2022\n");
  write_file (fixture, "empty.csv", "");
  program_run (&refused, fixture->folder, "import", "a.atlas", "auto", "stations.csv", "bad.csv", "empty.csv", "--json", NULL);
  g_assert_cmpint (refused.status, ==, 2);
  lines = g_strsplit (refused.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  root = json_from_string (lines[1], NULL);
  object = json_object_get_object_member (json_node_get_object (root), "refused");
  g_assert_cmpstr (json_object_get_string_member (object, "code"), ==, "missing_column");
  g_assert_cmpuint (strlen (json_object_get_string_member (object, "reason")), >, 10);
  g_assert_nonnull (strstr (lines[0], "\"inserted\":0,"));
  g_assert_nonnull (strstr (lines[2], "\"empty_file\""));
  g_assert_nonnull (strstr (refused.err, "bad.csv"));
  g_assert_nonnull (strstr (refused.err, "empty.csv"));

  program_run (&program, fixture->folder, "import", "a.atlas", "auto", "stations.csv", "bad.csv", "--keep-going", NULL);
  g_assert_cmpint (program.status, ==, 1);
  g_assert_nonnull (strstr (program.out, "3 new"));
  g_assert_nonnull (strstr (program.out, "refused: “bad.csv”"));
}

static void
test_history_json (Fixture       *fixture,
                   gconstpointer  data)
{
  g_auto (Program) import = { NULL }, program = { NULL };
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  program_run (&import, fixture->folder, "import", "a.atlas", "auto", "stations.csv", "--as-of", "2023-06", NULL);
  program_run (&program, fixture->folder, "history", "a.atlas", "--json", NULL);
  program_assert_done (&program);
  root = json_from_string (program.out, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, 1);
  object = json_array_get_object_element (json_node_get_array (root), 0);
  assert_json_is (object, "import", 1);
  g_assert_cmpstr (json_object_get_string_member (object, "as_of"), ==, "2023-06-30");
  object = json_array_get_object_element (json_object_get_array_member (object, "inputs"), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, "stations.csv");
  g_assert_cmpstr (json_object_get_string_member (object, "table"), ==, "stations");
  assert_json_is (object, "inserted", 3);
  assert_json_is (object, "skipped", 1);
  assert_json_is (object, "rejected", 1);
}

/* Files named in bytes that are no UTF-8 come in all the same, and JSON stays JSON. */
static void
test_file_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_auto (Program) program = { NULL };
  g_autoptr (JsonNode) root = NULL;

  write_file (fixture, "\xd5\xbe.csv", STATIONS);
  program_run (&program, fixture->folder, "import", "a.atlas", "auto", "\xd5\xbe.csv", "--json", NULL);
  g_assert_cmpint (program.status, ==, 1);
  root = json_from_string (program.out, NULL);
  g_assert_nonnull (root);
  assert_json_is (json_node_get_object (root), "inserted", 3);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = dup_hash (fixture, "a.atlas");
  g_autofree char *after = NULL;
  static const struct {
    const char *arguments[6];
    const char *says;
  } cases[] = {
    { { "import", "a.atlas", "stations", NULL }, "Name a dataset, a table and files" },
    { { "import", "a.atlas", "people", "stations.csv", NULL }, "“people” is no table to import; there are: auto, stations" },
    { { "import", "a.atlas", "auto", "stations.csv", "--covers=640303100", NULL }, "640303100" },
    { { "import", "a.atlas", "auto", "stations.csv", "--covers=", NULL }, ": --covers is given an empty value" },
    { { "import", "a.atlas", "auto", "stations.csv", "--as-of=2023-13", NULL }, "“2023-13” is not a date" },
    { { "import", "a.atlas", "auto", "stations.csv", "--sheet=Sheet1", NULL }, "has no sheet “Sheet1”" },
    { { "undo", "a.atlas", "--import=7", NULL }, "nothing has been imported" },
    { { "import", "a.atlas", "auto", "none.csv", NULL }, "none.csv" },
    { { "import", "a.atlas", "funding", "stations.csv", NULL }, "stations.csv" },
    { { "import", "stations.csv", "auto", "stations.csv", NULL }, "is no dataset" },
    { { "undo", "a.atlas", NULL }, "import" },
    { { "history", NULL }, "dataset" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Program) program = { NULL };

      program_run_arguments (&program, fixture->folder, cases[i].arguments);
      program_assert_refused (&program, cases[i].says);
    }
  after = dup_hash (fixture, "a.atlas");
  g_assert_cmpstr (after, ==, before);
}

/* Where the file or its folder must not be written nothing is, and it is said at once. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.atlas", NULL);
  const struct { const char *path; int mode, usual; } places[] = { { path, 0444, 0644 }, { fixture->folder, 0555, 0700 } };
  g_auto (Program) first = { NULL };
  g_autofree char *before = NULL;

  program_run (&first, fixture->folder, "import", "a.atlas", "auto", "stations.csv", NULL);
  before = dup_hash (fixture, "a.atlas");
  write_file (fixture, "more.csv", "站点编号,站点名称,层级,行政区划代码,状态\nS9,站,县级,640303,运行\n");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_auto (Program) import = { NULL }, undo = { NULL }, trial = { NULL };
      g_autofree char *after = NULL;

      g_assert_cmpint (g_chmod (places[i].path, places[i].mode), ==, 0);
      program_run (&import, fixture->folder, "import", "a.atlas", "auto", "more.csv", NULL);
      program_run (&undo, fixture->folder, "undo", "a.atlas", NULL);
      program_run (&trial, fixture->folder, "import", "a.atlas", "auto", "more.csv", "--dry-run", NULL);
      g_assert_cmpint (g_chmod (places[i].path, places[i].usual), ==, 0);
      program_assert_refused (&import, "a.atlas”: the file cannot be written; open a copy of your own");
      program_assert_refused (&undo, "a.atlas”: the file cannot be written; open a copy of your own");
      program_assert_done (&trial);
      after = dup_hash (fixture, "a.atlas");
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (test_folder_count (fixture->folder), ==, 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/commands/import/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/commands/import/dry-run", Fixture, NULL, set_up, test_dry_run, tear_down);
  g_test_add ("/commands/import/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/commands/import/rejects", Fixture, NULL, set_up, test_rejects, tear_down);
  g_test_add ("/commands/import/rejects-of-several", Fixture, NULL, set_up, test_rejects_of_several, tear_down);
  g_test_add ("/commands/import/keep-going", Fixture, NULL, set_up, test_keep_going, tear_down);
  g_test_add ("/commands/import/history-json", Fixture, NULL, set_up, test_history_json, tear_down);
  g_test_add ("/commands/import/file-name", Fixture, NULL, set_up, test_file_name, tear_down);
  g_test_add ("/commands/import/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/commands/import/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
