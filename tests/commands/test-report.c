/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "commands/command.h"
#include "dataset/dataset.h"
#include "program.h"

static char *folder;
static char *dataset;

/* Runs `report` with ARGUMENTS, parted by blanks, in the test's folder. */
static void
report (Program    *program,
        const char *arguments)
{
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, (gpointer) "report");
  g_ptr_array_add (all, dataset);
  for (char **word = words; *word != NULL; word++)
    g_ptr_array_add (all, *word);
  g_ptr_array_add (all, NULL);
  program_run_arguments (program, folder, (const char *const *) all->pdata);
}

static void
assert_file (const char *name,
             const char *begins,
             gsize       least)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, least);
  g_assert_true (g_str_has_prefix (bytes, begins));
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
assert_pdf (const char *name)
{
  assert_file (name, "%PDF-1.", 10000);
}

static void
test_comparison (void)
{
  g_auto (Program) program = { NULL };

  report (&program, "--template comparison --regions 640000,640300,532900,500110 --output comparison.pdf");
  program_assert_done (&program);
  g_assert_cmpstr (program.out, ==, "");
  assert_pdf ("comparison.pdf");
}

static void
test_brief_of_a_year (void)
{
  g_auto (Program) program = { NULL };

  report (&program, "--template brief --regions 640300 --year 2023 --style plain --output brief.pdf");
  program_assert_done (&program);
  assert_pdf ("brief.pdf");
}

/* Which faces stand in is told; whoever is strict is refused, and no file is written. */
static void
test_official (void)
{
  g_auto (Program) lax = { NULL };
  g_auto (Program) strict = { NULL };
  gboolean complete;

  report (&lax, "--template brief --regions 640300 --style official --output brief.pdf");
  g_assert_cmpint (lax.status, ==, ATLAS_EXIT_DONE);
  assert_pdf ("brief.pdf");
  complete = strstr (lax.err, "Fonts that stand in: ") == NULL;
  report (&strict, "--template brief --regions 640300 --style official --strict-fonts --output brief.pdf");
  if (complete)
    {
      program_assert_done (&strict);
      assert_pdf ("brief.pdf");
      return;
    }
  program_assert_refused (&strict, "are not installed: ");
  program_assert_refused (&strict, "--strict-fonts");
}

/* Of a template only the sections asked for, and a template of one's own, from a file. */
static void
test_sections (void)
{
  g_auto (Program) some = { NULL }, own = { NULL };
  g_autofree char *path = g_build_filename (folder, "visit.template", NULL);

  report (&some, "--template brief --regions 640300 --sections funding,stations --output brief.fodt");
  program_assert_done (&some);
  assert_file ("brief.fodt", "<?xml", 5000);
  g_assert_true (g_file_set_contents (path, "[Report Template]\nBase=brief\nSections=funding;\n", -1, NULL));
  report (&own, "--template ./visit.template --regions 640300 --output brief.pdf");
  program_assert_done (&own);
  assert_pdf ("brief.pdf");
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Of Ningxia's five prefectures Wuzhong has figures, Zhongwei none: it is told, and the status says so. */
static void
test_each (void)
{
  g_auto (Program) program = { NULL };

  report (&program, "--template brief --each-in 640000 --level prefecture --output all/reports");
  g_assert_cmpint (program.status, ==, 1);
  g_assert_nonnull (strstr (program.out, "all/reports"));
  g_assert_nonnull (strstr (program.err, "There is no figure of"));
  assert_pdf ("all/reports/640300-Wuzhong-City.pdf");
  assert_file ("all/reports/log.csv", "\357\273\277Division code,Region,Why it failed\r\n640100,", 100);
}

/* A second run keeps what the first has made, and puts all into one document. */
static void
test_each_resumed (void)
{
  g_auto (Program) first = { NULL };
  g_auto (Program) second = { NULL };

  report (&first, "--template brief --each-in 640000 --level prefecture --output again");
  g_assert_cmpstr (first.out, ==, "1 report is in again\n");
  report (&second, "--template brief --each-in 640000 --level prefecture --output again --resume --volume");
  g_assert_cmpint (second.status, ==, 1);
  g_assert_cmpstr (second.out, ==,
                   "1 report is in again\n"
                   "1 of them was there already\n"
                   "All in one are in again/640000-Ningxia-volume.pdf\n");
  assert_pdf ("again/640000-Ningxia-volume.pdf");
}

/* The same report as a text to edit, as its tables, as its charts. */
static void
test_formats (void)
{
  g_auto (Program) program = { NULL };
  g_auto (Program) second = { NULL };
  g_auto (Program) third = { NULL };

  report (&program, "--template brief --regions 640300 --output brief.fodt");
  program_assert_done (&program);
  assert_file ("brief.fodt", "<?xml", 10000);
  report (&second, "--template brief --regions 640300 --format xlsx --output brief.xlsx");
  program_assert_done (&second);
  assert_file ("brief.xlsx", "PK", 5000);
  report (&third, "--template brief --regions 640300 --format svg --output charts");
  program_assert_done (&third);
  assert_file ("charts/Figure-1-Certified-share-of-social-workers.svg", "<?xml", 1000);
}

static void
test_each_in_formats (void)
{
  g_auto (Program) program = { NULL };
  g_auto (Program) second = { NULL };

  report (&program, "--template brief --each-in 640000 --level prefecture --format fodt --output texts");
  g_assert_cmpint (program.status, ==, 1);
  assert_file ("texts/640300-Wuzhong-City.fodt", "<?xml", 10000);
  report (&second, "--template brief --each-in 640000 --level prefecture --format png --output pictures");
  g_assert_cmpint (second.status, ==, 1);
  assert_file ("pictures/640300-Wuzhong-City/Figure-1-Certified-share-of-social-workers.png", "\x89PNG", 1000);
}

/* Where no report can be written the call failed as a whole. */
static void
test_each_without_room (void)
{
  g_autofree char *taken = g_build_filename (folder, "taken", "640300-Wuzhong-City.pdf", NULL);
  g_auto (Program) program = { NULL };

  g_assert_cmpint (g_mkdir_with_parents (taken, 0700), ==, 0);
  report (&program, "--template brief --each-in 640000 --level prefecture --output taken");
  g_assert_cmpint (program.status, ==, 2);
  g_assert_cmpstr (program.out, ==, "");
  g_assert_nonnull (strstr (program.err, "640300: "));
  g_assert_nonnull (strstr (program.err, "No report was written to “taken”"));
}

static void
assert_refused (const char *arguments,
                const char *says)
{
  g_auto (Program) program = { NULL };
  guint before = test_folder_count (folder);

  report (&program, arguments);
  program_assert_refused (&program, says);
  g_assert_cmpuint (test_folder_count (folder), ==, before);
}

static void
test_refused (void)
{
  assert_refused ("--regions 640000 --output a.pdf", "--template");
  assert_refused ("--template poster --regions 640000 --output a.pdf", "brief, comparison");
  assert_refused ("--template brief --regions 640000", "--output");
  assert_refused ("--template brief --regions 640000 --sections tiers --output a.pdf", "“tiers”; it has: cover, contents, key-figures");
  assert_refused ("--template ./none.template --regions 640000 --output a.pdf", "none.template");
  assert_refused ("--template brief --output a.pdf", "--regions");
  assert_refused ("--template brief --regions 640000 --output a.doc", ".pdf");
  assert_refused ("--template brief --regions 640000 --style poster --output a.pdf", "plain, official");
  assert_refused ("--template brief --regions 640000 --signs book --output a.pdf", "standard, yearbook");
  assert_refused ("--template brief --regions 640000 --strict-fonts --output a.pdf", "--style official");
  assert_refused ("--template brief --regions 640000 --format fodt --output a.pdf", ".fodt");
  assert_refused ("--template brief --regions 640000 --format png --output a.xlsx", "folder");
  assert_refused ("--template brief --regions 640000 --format odt --output a.odt", "fodt");
  assert_refused ("--template brief --regions 999999 --output a.pdf", "999999");
  assert_refused ("--template brief --regions 640000,640300 --output a.pdf", "one region");
  assert_refused ("--template comparison --regions 640000 --output a.pdf", "2 to 8");
  assert_refused ("--template comparison --regions 640000,640000 --output a.pdf", "twice");
  assert_refused ("--template brief --regions 820000 --output a.pdf", "There is no figure");
  assert_refused ("--template brief --regions 640000 --year soon --output a.pdf", "soon");
  assert_refused ("--template brief --each-in 640000 --output all", "--level");
  assert_refused ("--template brief --each-in 640000 --level street --output all", "street");
  assert_refused ("--template brief --each-in 999999 --level county --output all", "999999");
  assert_refused ("--template brief --each-in 640300 --level province --output all", "has no divisions");
  assert_refused ("--template brief --each-in 820000 --level county --output all", "published figure");
  assert_refused ("--template brief --each-in 640000 --level prefecture --format xlsx --volume --output all", "pdf");
  assert_refused ("--template brief --regions 640000 --volume --output a.pdf", "--each-in");
  assert_refused ("--template brief --regions 640000 --resume --output a.pdf", "--each-in");
  assert_refused ("--template comparison --each-in 640000 --level county --output all", "brief");
  assert_refused ("--template brief --regions 640000 --each-in 640000 --level county --output all",
                  "exclude");
  assert_refused ("--template brief --regions 640000 --output no-such-folder/a.pdf", "no-such-folder/a.pdf");
  assert_refused ("--template brief --regions 640000 --output a.pdf more", "more");
}

static void
make_dataset (void)
{
  g_auto (Program) program = { NULL };

  folder = test_folder_make ();
  dataset = g_build_filename (folder, "test.atlas", NULL);
  program_run (&program, NULL, "new", dataset, NULL);
  program_assert_done (&program);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  make_dataset ();
  g_test_add_func ("/commands/report/comparison", test_comparison);
  g_test_add_func ("/commands/report/brief-of-a-year", test_brief_of_a_year);
  g_test_add_func ("/commands/report/official", test_official);
  g_test_add_func ("/commands/report/sections", test_sections);
  g_test_add_func ("/commands/report/refused", test_refused);
  g_test_add_func ("/commands/report/formats", test_formats);
  g_test_add_func ("/commands/report/each-in-formats", test_each_in_formats);
  g_test_add_func ("/commands/report/each", test_each);
  g_test_add_func ("/commands/report/each-resumed", test_each_resumed);
  g_test_add_func ("/commands/report/each-without-room", test_each_without_room);
  status = g_test_run ();
  g_free (dataset);
  test_folder_remove (folder);
  return status;
}
