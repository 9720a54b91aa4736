/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Which divisions an import marks as having returned a register, and for which years. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

#define STATIONS "station_id,name,tier,region_code,status\n"
#define PERSONNEL "person_id,name,grade,region_code\n"
#define FUNDING "entry_id,year,region_code,source,purpose,amount_yuan\n"
#define RETURNS "SELECT \"table\", region_code, year, import_id FROM returns"

/* The county-level divisions that rows lie in; Dongguan, which has no counties, is one. What is above marks nothing. */
static void
test_rows (ImportFixture *self,
           gconstpointer  data)
{
  import_fixture_run_text (self, "personnel", PERSONNEL "P1,甲,none,640303100\nP2,乙,none,640300\nP3,丙,none,640000\n"
                                                        "P4,丁,none,441900003\nP5,戊,none,000000\nP6,己,none,640303\n");
  import_fixture_check (self, 0, 6, 0, 0, "");
  import_fixture_check_sql (self, RETURNS, "personnel|441900|2023|1\npersonnel|640303|2023|1");
  import_fixture_run_text (self, "funding", FUNDING "1,2021,640303,central,training,1\n2,2022,640303,central,training,1\n"
                                                    "3,2021,640302,central,training,1\n4,2020,640300,central,training,1\n");
  import_fixture_check_sql (self, RETURNS " WHERE \"table\" = 'funding'",
                            "funding|640302|2021|2\nfunding|640303|2021|2\nfunding|640303|2022|2");
}

/* A rejected row is not handed in, one that is there already is. */
static void
test_rejected_and_unchanged (ImportFixture *self,
                             gconstpointer  data)
{
  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,operating\n"
                                                      "S2,乙,village,640302100,operating\n"
                                                      "S1,乙,township_station,640381100,operating\n");
  import_fixture_check_sql (self, RETURNS, "stations|640303|2023|1");
  self->options.as_of = (char *) "2024-12-31";
  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,operating\n");
  import_fixture_check (self, 0, 0, 0, 1, "");
  /* Nothing is new but that it has been handed in for another year. */
  g_assert_cmpint (self->result->import_id, ==, 2);
  import_fixture_check_sql (self, RETURNS, "stations|640303|2023|1\nstations|640303|2024|2");
  import_fixture_check_sql (self, "SELECT inserted, updated, unchanged FROM import_inputs WHERE import_id = 2", "0|0|1");
  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,operating\n");
  g_assert_cmpint (self->result->import_id, ==, 0);
}

static void
test_covers (ImportFixture *self,
             gconstpointer  data)
{
  char *covers[] = { (char *) "640381", (char *) "640100", NULL };

  self->options.covers = covers;
  import_fixture_run_text (self, "funding", FUNDING "1,2021,640303,central,training,1\n2,2022,640303,central,training,1\n");
  import_fixture_check_sql (self, RETURNS, "funding|640100|2021|1\nfunding|640100|2022|1\nfunding|640303|2021|1\n"
                                           "funding|640303|2022|1\nfunding|640381|2021|1\nfunding|640381|2022|1");
}

/* Who has nothing to report hands in a table without rows, for the year it speaks of. */
static void
test_nothing_to_report (ImportFixture *self,
                        gconstpointer  data)
{
  char *covers[] = { (char *) "640381", NULL };

  self->options.covers = covers;
  import_fixture_run_text (self, "funding", FUNDING);
  g_assert_false (self->result->is_refused);
  g_assert_cmpint (self->result->import_id, ==, 1);
  import_fixture_check (self, 0, 0, 0, 0, "");
  import_fixture_run_text (self, "stations", STATIONS);
  import_fixture_check_sql (self, RETURNS, "funding|640381|2023|1\nstations|640381|2023|2");
  import_fixture_run_text (self, "stations", STATIONS);
  g_assert_cmpint (self->result->import_id, ==, 0);
}

static void
test_partial (ImportFixture *self,
              gconstpointer  data)
{
  self->options.partial = TRUE;
  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,operating\n");
  import_fixture_check (self, 0, 1, 0, 0, "");
  g_assert_cmpint (self->result->import_id, ==, 1);
  import_fixture_check_sql (self, RETURNS, "");
  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,operating\n");
  g_assert_cmpint (self->result->import_id, ==, 0);
}

/* Every register of the call is meant. */
static void
test_several (ImportFixture *self,
              gconstpointer  data)
{
  char *covers[] = { (char *) "640381", NULL };

  self->options.covers = covers;
  import_fixture_write (self, "1.csv", STATIONS "S1,甲,township_station,640303100,operating\n");
  import_fixture_write (self, "2.csv", PERSONNEL "P1,甲,none,640302\n");
  import_fixture_write (self, "3.csv", "source_id,title\nnew,New\n");
  import_fixture_run (self, NULL, "1.csv", "2.csv", "3.csv", NULL);
  import_fixture_check_sql (self, RETURNS, "personnel|640302|2023|1\npersonnel|640381|2023|1\nstations|640303|2023|1\n"
                                           "stations|640381|2023|1");
}

#define TEST(path, func) \
  g_test_add (path, ImportFixture, NULL, import_fixture_set_up, func, import_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  TEST ("/import-returns/rows", test_rows);
  TEST ("/import-returns/rejected-and-unchanged", test_rejected_and_unchanged);
  TEST ("/import-returns/covers", test_covers);
  TEST ("/import-returns/nothing-to-report", test_nothing_to_report);
  TEST ("/import-returns/partial", test_partial);
  TEST ("/import-returns/several", test_several);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
