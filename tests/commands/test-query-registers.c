/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Registers imported and asked for by the command line alone. */

#include "config.h"

#include <string.h>

#include "csv-cells.h"
#include "program.h"

static const char stations[] =
  "station_id,name,tier,region_code,status,opened_on,closed_on,staff_count\n"
  "S1,a,township_station,640303100,operating,2021-05-01,,4\n"
  "S2,b,township_station,640303101,operating,2022-03-01,,6余\n"
  "S3,c,township_station,640303101,operating,2023-03-01,,1\n"
  "S4,d,township_station,640302100,closed,2019,2022-12-31,5\n";
static const char personnel[] =
  "人员编号,姓名,职业水平等级,取证日期,登记有效期至,行政区划代码\n"
  "P1,甲,助理社会工作师,2019-06-01,2025-06-01,640303\n"
  "P2,乙,社会工作师,2021-06-01,2023-06-01,640303\n"
  "P3,丙,高级社会工作师,2023-10-01,,640302\n"
  "P4,丁,无,,,640302\n";
static const char funding[] =
  "序号,年度,行政区划代码,资金来源,用途,金额（万元）\n1,2023,640303,省级,站点建设,82.4\n2,2023,640303,中央,培训,0.005\n";

typedef struct {
  char *folder;
  char *dataset;
} Fixture;

static void
write_file (Fixture    *self,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_auto (Program) made = { NULL };

  self->folder = test_folder_make ();
  self->dataset = g_build_filename (self->folder, "a.atlas", NULL);
  write_file (self, "stations.csv", stations);
  write_file (self, "personnel.csv", personnel);
  write_file (self, "funding.csv", funding);
  program_run (&made, NULL, "new", self->dataset, NULL);
  g_assert_cmpint (made.status, ==, 0);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_folder_remove (self->folder);
  g_free (self->dataset);
}

/* With further ARGUMENTS, parted by blanks. */
static void
import (Fixture    *self,
        const char *arguments)
{
  g_autofree char *all = g_strdup_printf ("import|%s|auto|stations.csv|personnel.csv|funding.csv|--as-of|2023-12-31%s%s",
                                          self->dataset, arguments[0] != '\0' ? "|" : "", arguments);
  g_auto (GStrv) words = g_strsplit_set (all, "| ", -1);
  g_auto (Program) program = { NULL };

  program_run_arguments (&program, self->folder, (const char *const *) words);
  g_assert_cmpint (program.status, ==, 0);
}

static GPtrArray *
query (Fixture    *self,
       const char *arguments)
{
  g_autofree char *all = g_strdup_printf ("query|%s|--format|csv|%s", self->dataset, arguments);
  g_auto (GStrv) words = g_strsplit_set (all, "| ", -1);
  g_auto (Program) program = { NULL };

  program_run_arguments (&program, NULL, (const char *const *) words);
  program_assert_done (&program);
  return csv_read (program.out);
}

/* The cells COLUMNS of the first row, with blanks between. */
static void
assert_row (Fixture    *self,
            const char *arguments,
            const char *columns,
            const char *expected)
{
  g_autoptr (GPtrArray) run = query (self, arguments);
  g_auto (GStrv) names = g_strsplit (columns, " ", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", csv_cell (run, 0, names[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

/* 红寺堡区 has handed in its registers; of 吴忠市, which publishes 753 certified workers, three counties are missing. */
static void
test_counted (Fixture       *self,
              gconstpointer  data)
{
  import (self, "");
  assert_row (self, "--indicator certified_workers --regions 640303 --year 2023",
              "value status qualifier basis source period", "2 A exact registers import-1:personnel 2023");
  assert_row (self, "--indicator registered_workers --regions 640303 --year 2023", "value status", "1 A");
  assert_row (self, "--indicator station_workers --regions 640303 --year 2023", "value qualifier", "11 at_least");
  assert_row (self, "--indicator funding --regions 640303 --year 2023", "value unit", "824050.00 yuan");
  assert_row (self, "--indicator funding --regions 640303 --year 2023 --by source", "dimension_source value",
              "central 50.00");
  assert_row (self, "--indicator township_coverage --regions 640303 --year 2023", "status basis numerator denominator",
              "A registers 2 6");
  assert_row (self, "--indicator certified_workers --regions 640300 --year 2023", "value basis", "753 published");
  assert_row (self, "--indicator certified_workers --regions 640300 --year 2023 --from registers",
              "value status basis", "3 E registers");
  assert_row (self, "--indicator certified_share --regions 640302 --year 2023", "value numerator denominator", "50 1 2");
}

static void
test_notes (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) partial = NULL;
  g_autoptr (GPtrArray) published = NULL;

  import (self, "");
  partial = query (self, "--indicator certified_workers --regions 640300 --year 2023 --from registers");
  published = query (self, "--indicator certified_workers --regions 640300 --year 2023");
  g_assert_nonnull (strstr (csv_cell (partial, 0, "note"), "2 of 5 returned"));
  g_assert_nonnull (strstr (csv_cell (published, 0, "note"), "in the register: 3 people; 2 of 5 returned"));
}

/* What says that it covers the others too makes the city's register whole. */
static void
test_covers (Fixture       *self,
             gconstpointer  data)
{
  import (self, "--covers 640323,640324,640381");
  assert_row (self, "--indicator certified_workers --regions 640300 --year 2023", "value status basis", "3 A registers");
  assert_row (self, "--indicator certified_workers --regions 640381 --year 2023", "value status basis", "0 A registers");
}

/* Both people of 红寺堡区, and its money, are registered with the district itself; its three stations lie in two of its townships. */
static void
test_unplaced (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;

  import (self, "");
  people = query (self, "--indicator social_workers --within 640303 --level township --year 2023");
  for (guint i = 0; i < 6; i++)
    {
      g_assert_true (g_str_has_prefix (csv_cell (people, i, "region"), "640303"));
      g_assert_cmpstr (csv_cell (people, i, "value"), ==, "");
      g_assert_cmpstr (csv_cell (people, i, "status"), ==, "M");
      g_assert_nonnull (strstr (csv_cell (people, i, "note"),
                                "some are registered with Hongsibu District itself, in no township: 2 people (2023)"));
    }
  assert_row (self, "--indicator funding --regions 640303100 --year 2023", "value status", " M");
  assert_row (self, "--indicator funding --regions 640303100 --year 2023 --where source=county", "value status", "0.00 A");
  assert_row (self, "--indicator stations --regions 640303200 --year 2023", "value status", "0 A");
}

static void
test_partial (Fixture       *self,
              gconstpointer  data)
{
  import (self, "--partial");
  assert_row (self, "--indicator certified_workers --regions 640303 --year 2023", "value status basis", "2 E registers");
  assert_row (self, "--indicator certified_workers --regions 640300 --year 2023", "value basis", "753 published");
}

/* What the file says now counts, and nothing of what it said before. */
static void
test_corrected (Fixture       *self,
                gconstpointer  data)
{
  g_auto (Program) undo = { NULL };

  import (self, "");
  write_file (self, "personnel.csv",
              "人员编号,姓名,职业水平等级,取证日期,登记有效期至,行政区划代码\nP1,甲,高级社会工作师,2019-06-01,,640303\n");
  import (self, "");
  assert_row (self, "--indicator certified_workers --regions 640303 --where grade=senior", "value", "1");
  assert_row (self, "--indicator certified_workers --regions 640303 --where grade=assistant", "value", "0");
  assert_row (self, "--indicator registered_workers --regions 640303 --year 2023", "value", "0");
  program_run (&undo, NULL, "undo", self->dataset, NULL);
  g_assert_cmpint (undo.status, ==, 0);
  assert_row (self, "--indicator certified_workers --regions 640303 --where grade=assistant", "value", "1");
  assert_row (self, "--indicator registered_workers --regions 640303 --year 2023", "value", "1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/query-registers/counted", Fixture, NULL, set_up, test_counted, tear_down);
  g_test_add ("/query-registers/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/query-registers/covers", Fixture, NULL, set_up, test_covers, tear_down);
  g_test_add ("/query-registers/unplaced", Fixture, NULL, set_up, test_unplaced, tear_down);
  g_test_add ("/query-registers/partial", Fixture, NULL, set_up, test_partial, tear_down);
  g_test_add ("/query-registers/corrected", Fixture, NULL, set_up, test_corrected, tear_down);
  return g_test_run ();
}
