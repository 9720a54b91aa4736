/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* What an import makes of rows: new, changed, the same, rejected. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

#define STATIONS "station_id,name,tier,region_code,status,opened_on,closed_on,operator,staff_count\n"
#define PERSONNEL "person_id,name,grade,region_code,station_id,certified_on\n"
#define FUNDING "entry_id,year,region_code,source,purpose,amount_yuan\n"
#define SERVICES "year,month,station_id,kind,count,person_times\n"

#define TWO_STATIONS \
  STATIONS "S1,红寺堡镇社工站,township_station,640303100,operating,2021-05-01,,某中心,3\n" \
           "S2,利通区指导中心,county_centre,640302,building,,,,\n"

static void
test_new_rows (ImportFixture *self,
               gconstpointer  data)
{
  import_fixture_run_text (self, "stations", TWO_STATIONS);
  import_fixture_check (self, 0, 2, 0, 0, "");
  g_assert_cmpint (self->result->import_id, ==, 1);
  g_assert_false (self->result->is_refused);
  import_fixture_check_sql (self, "SELECT * FROM stations",
                            "1|S1|红寺堡镇社工站|township_station|640303100|operating|2021-05-01||某中心|3|exact|2023|"
                            "2023-06-30|1|0|2\n"
                            "2|S2|利通区指导中心|county_centre|640302|building|||||"
                            "|2023|2023-06-30|1|0|3");
  import_fixture_check_sql (self, "SELECT import_id, as_of, imported_at LIKE '____-__-__T__:__:__Z' FROM imports",
                            "1|2023-06-30|1");
  import_fixture_check_sql (self, "SELECT * FROM import_inputs", "1|0|a.csv||stations|2023-06-30|2|0|0|0|0");
  import_fixture_check_sql (self, "SELECT * FROM returns", "stations|640302|2023|1\nstations|640303|2023|1");
  import_fixture_check_rollups (self);
}

/* Of a file that is refused for its headers, these are told, so that the user can say what they are. */
static void
test_refused_header (ImportFixture *self,
                     gconstpointer  data)
{
  const AtlasImportInput *input;

  import_fixture_run_text (self, NULL, "某某县站点表,,\n甲,乙,丙\nS1,某站,640302\n");
  input = g_ptr_array_index (self->result->inputs, 0);
  g_assert_true (self->result->is_refused);
  g_assert_cmpstrv (input->header, ((const char *const[]) { "甲", "乙", "丙", NULL }));
  import_fixture_run_text (self, NULL, "station_id,name,丙\nS1,某站,640302\n");
  input = g_ptr_array_index (self->result->inputs, 0);
  g_assert_cmpstr (atlas_import_input_get_refusal_id (input), ==, "missing_column");
  g_assert_cmpstrv (input->header, ((const char *const[]) { "station_id", "name", "丙", NULL }));
}

static void
test_same_file_again (ImportFixture *self,
                      gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  import_fixture_run_text (self, "stations", TWO_STATIONS);
  before = fixture_hash_file (self->path);
  import_fixture_run_text (self, "stations", TWO_STATIONS);
  import_fixture_check (self, 0, 0, 0, 2, "");
  g_assert_cmpint (self->result->import_id, ==, 0);
  after = fixture_hash_file (self->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (test_folder_count (self->folder), ==, 2);
}

static void
test_corrected_row (ImportFixture *self,
                    gconstpointer  data)
{
  import_fixture_run_text (self, "stations", TWO_STATIONS);
  import_fixture_run_text (self, "stations",
                           STATIONS "S1,红寺堡镇社工站,township_station,640303100,operating,2021-05-01,,某中心,4\n"
                                    "S3,新站,township_station,640302100,operating,,,,\n");
  import_fixture_check (self, 0, 1, 1, 0, "");
  /* A row that the new file leaves out stays. */
  import_fixture_check_sql (self, "SELECT row_id, station_id, staff_count, import_id FROM stations",
                            "1|S1|4|2\n2|S2||1\n3|S3||2");
  import_fixture_check_sql (self, "SELECT row_id, station_id, staff_count, import_id, replaced_by FROM stations_history",
                            "1|S1|3|1|2");
  import_fixture_check_rollups (self);
}

static void
test_duplicates (ImportFixture *self,
                 gconstpointer  data)
{
  const char *text = STATIONS "S1,甲,township_station,640303100,operating,,,,\n"
                              "S1,乙,township_station,640303100,operating,,,,\n"
                              "S2,丙,township_station,640303100,operating,,,,\n"
                              "S1,甲,township_station,640303100,operating,,,,\n";
  const char *rejects = "3 duplicate_id station_id «S1»\n5 duplicate_id station_id «S1»";
  const AtlasRejection *rejection;

  /* New, the same, and changed: the first stays. */
  import_fixture_run_text (self, "stations", text);
  import_fixture_check (self, 0, 2, 0, 0, rejects);
  rejection = g_ptr_array_index (((AtlasImportInput *) g_ptr_array_index (self->result->inputs, 0))->rejected, 0);
  g_assert_cmpstr (rejection->reason, ==, "“S1” stands already in row 2: give each its own number, or remove one");
  g_assert_cmpstr (rejection->cells[1], ==, "乙");
  import_fixture_run_text (self, "stations", text);
  import_fixture_check (self, 0, 0, 0, 2, rejects);
  import_fixture_run_text (self, "stations", STATIONS "S1,丁,township_station,640303100,operating,,,,\n"
                                                      "S1,甲,township_station,640303100,operating,,,,\n");
  import_fixture_check (self, 0, 0, 1, 0, "3 duplicate_id station_id «S1»");
  import_fixture_check_sql (self, "SELECT name FROM stations WHERE station_id = 'S1'", "丁");
}

/* The keys of payments and services are of several columns. */
static void
test_keys (ImportFixture *self,
           gconstpointer  data)
{
  import_fixture_run_text (self, "stations", TWO_STATIONS);
  import_fixture_run_text (self, "funding", FUNDING "1,2022,640303,central,training,100\n"
                                                    "1,2023,640303,central,training,100\n"
                                                    "1,2022,640302,central,training,100\n"
                                                    "1,2022,640303,county,training,200\n");
  import_fixture_check (self, 0, 3, 0, 0, "5 duplicate_id entry_id «1»");
  import_fixture_run_text (self, "services", SERVICES "2023,1,S1,case,5,50\n"
                                                      "2023,1,S1,group,5,50\n"
                                                      "2023,2,S1,case,5,50\n"
                                                      "2023,1,S2,case,5,50\n"
                                                      "2023,1,S1,case,6,60\n");
  import_fixture_check (self, 0, 4, 0, 0, "6 duplicate_id kind «case»");
  import_fixture_check_rollups (self);
}

static void
test_conflict (ImportFixture *self,
               gconstpointer  data)
{
  const char *moved = STATIONS "S1,红寺堡镇社工站,township_station,640302100,operating,2021-05-01,,某中心,3\n";
  const AtlasRejection *rejection;
  g_autofree char *before = NULL, *after = NULL;

  import_fixture_run_text (self, "stations", TWO_STATIONS);
  import_fixture_run_text (self, "personnel", PERSONNEL "P1,张三,senior,640303,S1,2019\nP2,李四,none,640300,,\n");
  import_fixture_check (self, 0, 2, 0, 0, "");
  before = fixture_hash_file (self->path);
  import_fixture_run_text (self, "stations", moved);
  import_fixture_check (self, 0, 0, 0, 0, "2 id_conflict station_id «S1»");
  rejection = g_ptr_array_index (((AtlasImportInput *) g_ptr_array_index (self->result->inputs, 0))->rejected, 0);
  g_assert_nonnull (strstr (rejection->reason, "Hongsibu"));
  import_fixture_run_text (self, "personnel", PERSONNEL "P1,王五,senior,640302,,2019\nP2,李四,none,640303,,\n");
  import_fixture_check (self, 0, 0, 0, 0, "2 id_conflict person_id «P1»\n3 id_conflict person_id «P2»");
  after = fixture_hash_file (self->path);
  g_assert_cmpstr (after, ==, before);

  self->options.allow_moves = TRUE;
  import_fixture_run_text (self, "stations", moved);
  import_fixture_check (self, 0, 0, 1, 0, "");
  import_fixture_check_sql (self, "SELECT region_code FROM stations WHERE station_id = 'S1'", "640302100");
  import_fixture_check_rollups (self);
}

/* From one township of a county to another is no conflict; what was done in the station counts where it is then. */
static void
test_move (ImportFixture *self,
           gconstpointer  data)
{
  import_fixture_run_text (self, "stations", TWO_STATIONS);
  import_fixture_run_text (self, "services", SERVICES "2023,1,S1,case,5,50\n2023,2,S1,case,7,70\n");
  import_fixture_run_text (self, "stations",
                           STATIONS "S1,红寺堡镇社工站,township_station,640303101,operating,2021-05-01,,某中心,3\n");
  import_fixture_check (self, 0, 0, 1, 0, "");
  import_fixture_check_rollups (self);
}

static void
test_unknown_station (ImportFixture *self,
                      gconstpointer  data)
{
  import_fixture_run_text (self, "stations", TWO_STATIONS);
  import_fixture_run_text (self, "services", SERVICES "2023,1,S1,case,5,50\n2023,1,S9,case,5,50\n");
  import_fixture_check (self, 0, 1, 0, 0, "3 unknown_station station_id «S9»");
  import_fixture_run_text (self, "personnel", PERSONNEL "P1,张三,senior,640303,S9,2019\nP2,李四,none,640303,,\n"
                                                        "P3,王五,none,640303,S2,\n");
  import_fixture_check (self, 0, 2, 0, 0, "2 unknown_station station_id «S9»");
  import_fixture_check_rollups (self);
}

/* The year a row counts from is that of the first file it was in; for a station, that it was in as it is. */
static void
test_counted_from (ImportFixture *self,
                   gconstpointer  data)
{
  const char *person = PERSONNEL "P1,张三,senior,640303,,\n";

  self->options.as_of = (char *) "2022";
  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,planned,,,,\n"
                                                      "S2,乙,township_station,640303100,operating,,,,\n");
  import_fixture_run_text (self, "personnel", person);
  self->options.as_of = (char *) "2024-03";
  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,operating,,,,\n"
                                                      "S2,乙站,township_station,640303100,operating,,,,\n");
  import_fixture_check_sql (self, "SELECT counted_from, as_of FROM stations", "2024|2024-03-31\n2022|2024-03-31");
  import_fixture_run_text (self, "personnel", PERSONNEL "P1,张三丰,senior,640303,,\n");
  import_fixture_check_sql (self, "SELECT counted_from, as_of FROM personnel", "2022|2024-03-31");
  /* An older file that says the same shows that the row was there before. */
  self->options.as_of = (char *) "2020-01-31";
  import_fixture_run_text (self, "personnel", PERSONNEL "P1,张三丰,senior,640303,,\n");
  import_fixture_check (self, 0, 0, 1, 0, "");
  import_fixture_check_sql (self, "SELECT counted_from, as_of FROM personnel", "2020|2020-01-31");
  import_fixture_check_rollups (self);
}

/* Each row knows the file of its import and the line there, the title and the heading counted; one that a later file repeats
 * keeps what it has, one that it changes does not. */
static void
test_lines (ImportFixture *self,
            gconstpointer  data)
{
  const char *select = "SELECT station_id, import_id, input, line FROM stations ORDER BY station_id";

  import_fixture_write (self, "1.csv", STATIONS "S1,甲,township_station,640303100,planned,,,,\n"
                                                "S2,乙,township_station,640303100,operating,,,,\n");
  import_fixture_write (self, "2.csv", "站点名册,,,,,,,,\n\n" STATIONS "S3,丙,township_station,640303100,operating,,,,\n");
  import_fixture_run (self, "stations", "1.csv", "2.csv", NULL);
  import_fixture_check_sql (self, select, "S1|1|0|2\nS2|1|0|3\nS3|1|1|4");
  import_fixture_run_text (self, "stations", STATIONS "S3,丙,township_station,640303100,operating,,,,\n"
                                                      "S2,乙站,township_station,640303100,operating,,,,\n");
  import_fixture_check_sql (self, select, "S1|1|0|2\nS2|2|0|3\nS3|1|1|4");
  import_fixture_check_sql (self, "SELECT station_id, import_id, input, line, replaced_by FROM stations_history", "S2|1|0|3|2");
}

/* What a file has no column for stays; an empty cell says that there is nothing. */
static void
test_not_said (ImportFixture *self,
               gconstpointer  data)
{
  const char *select = "SELECT name, operator, staff_count, opened_on FROM stations WHERE station_id = 'S1'";

  import_fixture_run_text (self, "stations", TWO_STATIONS);
  import_fixture_run_text (self, "stations", "station_id,name,tier,region_code,status\n"
                                             "S1,新名,township_station,640303100,operating\n"
                                             "S2,利通区指导中心,county_centre,640302,building\n");
  import_fixture_check (self, 0, 0, 1, 1, "");
  import_fixture_check_sql (self, select, "新名|某中心|3|2021-05-01");
  import_fixture_run_text (self, "stations", "station_id,name,tier,region_code,status,operator\n"
                                             "S1,新名,township_station,640303100,operating,\n");
  import_fixture_check (self, 0, 0, 1, 0, "");
  import_fixture_check_sql (self, select, "新名||3|2021-05-01");
}

/* Rejected rows of the reader and of the judge stand in the order of the file; good ones stay. */
static void
test_rejects (ImportFixture *self,
              gconstpointer  data)
{
  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,operating,,,,\n"
                                                      "S2,乙,village,640303100,operating,,,,\n"
                                                      "S1,丙,township_station,640303100,operating,,,,\n"
                                                      "S3,丁,township_station,999999,operating,,,,\n"
                                                      "合计,,,,,,,,12\n"
                                                      "S4,戊,township_station,640303100,operating,,,,\n");
  import_fixture_check (self, 0, 2, 0, 0, "3 unknown_enum tier «village»\n4 duplicate_id station_id «S1»\n"
                                          "5 unknown_region region_code «999999»");
  g_assert_cmpuint (((AtlasImportInput *) g_ptr_array_index (self->result->inputs, 0))->skipped, ==, 1);
  import_fixture_check_sql (self, "SELECT inserted, skipped, rejected FROM import_inputs", "2|1|3");
}

static void
test_amounts (ImportFixture *self,
              gconstpointer  data)
{
  import_fixture_run_text (self, "funding", "序号,年度,行政区划代码,资金来源,用途,金额（万元）\n"
                                            "1,2022,640303,中央,培训,6000余\n"
                                            "2,2022,640303,中央,培训,12.345\n");
  import_fixture_check_sql (self, "SELECT amount_fen, amount_qualifier FROM funding", "6000000000|at_least\n12345000|exact");
  import_fixture_check_sql (self, "SELECT * FROM returns", "funding|640303|2022|1");
  import_fixture_check_rollups (self);
}

#define TEST(path, func) \
  g_test_add (path, ImportFixture, NULL, import_fixture_set_up, func, import_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  TEST ("/import/new-rows", test_new_rows);
  TEST ("/import/refused-header", test_refused_header);
  TEST ("/import/same-file-again", test_same_file_again);
  TEST ("/import/corrected-row", test_corrected_row);
  TEST ("/import/duplicates", test_duplicates);
  TEST ("/import/keys", test_keys);
  TEST ("/import/conflict", test_conflict);
  TEST ("/import/move", test_move);
  TEST ("/import/unknown-station", test_unknown_station);
  TEST ("/import/counted-from", test_counted_from);
  TEST ("/import/lines", test_lines);
  TEST ("/import/not-said", test_not_said);
  TEST ("/import/rejects", test_rejects);
  TEST ("/import/amounts", test_amounts);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
