/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Published figures and documents, and what has been exported, as inputs. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

#include "dataset/table-export.h"

#define SOURCES "source_id,title,publisher,published_on,as_of,as_of_basis,kind,address\n"
#define FIGURES "source_id,region_code,indicator_id,dimensions,value,unit,period,as_of\n"
#define NEW_FIGURES "SELECT figure_id, source_id, region_code, dimensions, value_mantissa, value_decimals, qualifier, unit, " \
                    "period, status, printed, import_id FROM figures WHERE position > 631"

static void
test_new (ImportFixture *self,
          gconstpointer  data)
{
  import_fixture_write (self, "figures.csv", FIGURES "year-2024,640303,certified_workers,grade=senior,约1.2万,people,2024,\n"
                                                     "year-2024,640303,certified_workers,,123.5,people,2024,\n");
  import_fixture_write (self, "sources.csv", SOURCES "year-2024,统计年鉴,民政局,2025-03,2024,printed,official,\n");
  import_fixture_run (self, NULL, "figures.csv", "sources.csv", NULL);
  import_fixture_check (self, 0, 2, 0, 0, "");
  import_fixture_check (self, 1, 1, 0, 0, "");
  import_fixture_check_sql (self, NEW_FIGURES,
                            "F0632|year-2024|640303|grade=senior|12000|0|about|people|2024|A|约1.2万|1\n"
                            "F0633|year-2024|640303||1235|1|exact|people|2024|A|123.5|1");
  import_fixture_check_sql (self, "SELECT title, kind, import_id FROM sources WHERE source_id = 'year-2024'",
                            "统计年鉴|official|1");
  import_fixture_check_sql (self, "SELECT count(*) FROM returns", "0");
}

/* A figure is known by what it speaks of, and keeps its id; what was there is kept. */
static void
test_corrected (ImportFixture *self,
                gconstpointer  data)
{
  g_autofree char *before = import_fixture_select (self, "SELECT * FROM figures WHERE figure_id = 'F0001'");
  g_autofree char *csv =
    import_fixture_select (self, "SELECT 'source_id,region_code,indicator_id,dimensions,period,as_of,value,unit' || char (10) || "
                           "source_id || ',' || region_code || ',' || indicator_id || ',' || dimensions || ',' || period || "
                           "',' || as_of || ',1600000,yuan' FROM figures WHERE figure_id = 'F0001'");

  import_fixture_run_text (self, "figures", csv);
  import_fixture_check (self, 0, 0, 1, 0, "");
  import_fixture_check_sql (self, "SELECT value_mantissa, qualifier, printed, import_id, count(*) FROM figures "
                            "WHERE figure_id = 'F0001'", "1600000|exact|1600000|1|1");
  import_fixture_check_sql (self, "SELECT figure_id, value_mantissa, qualifier, printed, import_id, replaced_by "
                            "FROM figures_history", "F0001|1500000|at_least|筹措资金150多万元||1");
  import_fixture_run_text (self, "figures", csv);
  g_assert_cmpint (self->result->import_id, ==, 0);
}

static void
test_given_ids (ImportFixture *self,
                gconstpointer  data)
{
  import_fixture_run_text (self, "figures",
                           "figure_id,source_id,region_code,indicator_id,value,unit,period\n"
                           "F0633,ningxia-four-combinations,640303,population,1,people,2001\n"
                           "F0001,ningxia-four-combinations,640303,population,2,people,2002\n"
                           ",ningxia-four-combinations,640303,population,3,people,2003\n"
                           ",ningxia-four-combinations,640303,population,4,people,2003\n");
  import_fixture_check (self, 0, 3, 0, 0, "5 duplicate_id figure_id «»");
  /* An id that is free is kept, one that another figure has is not. */
  import_fixture_check_sql (self, "SELECT figure_id, value_mantissa FROM figures WHERE import_id = 1",
                            "F0633|1\nF0632|2\nF0634|3");
}

static void
test_references (ImportFixture *self,
                 gconstpointer  data)
{
  import_fixture_run_text (self, "sources", "source_id,title\nundated,Undated\n");
  import_fixture_check_sql (self, "SELECT kind, as_of FROM sources WHERE import_id = 1", "secondary|");
  import_fixture_run_text (self, "figures",
                           FIGURES "nowhere,640303,population,,1,people,2001,\n"
                                   "ningxia-four-combinations,999999,population,,1,people,2001,\n"
                                   "ningxia-four-combinations,640303,happiness,,1,people,2001,\n"
                                   "ningxia-four-combinations,640303,population,,1,yuan,2001,\n"
                                   "ningxia-four-combinations,640303,certified_workers,grade=junior,1,people,2001,\n"
                                   "undated,640303,population,,1,people,,\n"
                                   "ningxia-four-combinations,640303,population,,7,people,,\n");
  import_fixture_check (self, 0, 1, 0, 0,
                        "2 unknown_enum source_id «nowhere»\n3 unknown_region region_code «999999»\n"
                        "4 unknown_enum indicator_id «happiness»\n5 unknown_enum unit «yuan»\n"
                        "6 unknown_enum dimensions «grade=junior»\n7 missing_value period «»");
  import_fixture_check_sql (self, "SELECT value_mantissa, period, as_of FROM figures WHERE import_id = 2", "7||");
}

static void
fill (ImportFixture *self)
{
  import_fixture_write (self, "stations.csv",
                        "station_id,name,tier,region_code,status,opened_on,staff_count,operator\n"
                        "S1,\"甲,\"\"乙\"\"\",township_station,640303100,operating,2021-05,约3,=1+1\n"
                        "S2,丙,community_room,640303100205,closed,2019,,'引\n");
  import_fixture_write (self, "personnel.csv",
                        "person_id,name,grade,region_code,station_id,certified_on,certificate_no,education_hours\n"
                        "P1,张三,senior,640303,S1,2019-06-01,20190612345678901,90\nP2,李四,none,640000,,,-5,\n");
  import_fixture_write (self, "funding.csv", "entry_id,year,region_code,source,purpose,amount_yuan,stage\n"
                                             "1,2022,640303,central,training,\"1,234.50\",spent\n"
                                             "2,2022,640303,other,other,6000余万,\n");
  import_fixture_write (self, "services.csv", "year,month,station_id,kind,count,person_times\n"
                                              "2023,1,S1,case,5,近50\n2022,12,S2,volunteer,0,0\n");
  import_fixture_run (self, NULL, "stations.csv", "personnel.csv", "funding.csv", "services.csv", NULL);
  for (guint i = 0; i < 4; i++)
    import_fixture_check (self, i, 2, 0, 0, "");
}

/* What is exported and imported again changes nothing, in either kind of file. */
static void
test_exported (ImportFixture *self,
               gconstpointer  data)
{
  const char *tables[] = { "sources", "figures", "stations", "personnel", "funding", "services" };
  const guint n_rows[] = { 160, 631, 2, 2, 2, 2 };
  const char *endings[] = { "csv", "xlsx" };
  AtlasExportOptions options = { .unmasked = TRUE };
  g_autofree char *before = NULL, *after = NULL;

  fill (self);
  before = fixture_hash_file (self->path);
  for (guint i = 0; i < G_N_ELEMENTS (tables) * 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", tables[i / 2], endings[i % 2]);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (atlas_table_export (self->dataset, tables[i / 2], path, &options, &error));
      g_assert_no_error (error);
      import_fixture_run (self, i % 3 == 0 ? NULL : tables[i / 2], name, NULL);
      g_assert_cmpuint (self->result->inputs->len, ==, 1);
      import_fixture_check (self, 0, 0, 0, n_rows[i / 2], "");
      g_assert_cmpint (self->result->import_id, ==, 0);
    }
  after = fixture_hash_file (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* Masked names are no names. */
static void
test_masked (ImportFixture *self,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "masked.csv", NULL);

  fill (self);
  g_assert_true (atlas_table_export (self->dataset, "personnel", path, NULL, NULL));
  import_fixture_run (self, "personnel", "masked.csv", NULL);
  g_assert_true (self->result->is_refused);
}

#define TEST(path, func) \
  g_test_add (path, ImportFixture, NULL, import_fixture_set_up, func, import_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  TEST ("/import-figures/new", test_new);
  TEST ("/import-figures/corrected", test_corrected);
  TEST ("/import-figures/given-ids", test_given_ids);
  TEST ("/import-figures/references", test_references);
  TEST ("/import-figures/exported", test_exported);
  TEST ("/import-figures/masked", test_masked);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
