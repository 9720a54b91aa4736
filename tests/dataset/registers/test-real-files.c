/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The files of tests/data/sheets, as LibreOffice saved them, and what the README there says by hand is in them. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

static void
import (ImportFixture *self,
        const char    *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sheets", name, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  contents = fixture_read (path, &length);
  g_free (path);
  path = g_build_filename (self->folder, name, NULL);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  import_fixture_run (self, NULL, name, NULL);
  import_fixture_check_rollups (self);
}

/* Of input N: its sheet, the good rows, those that are none, the rejected ones, and the notices joined with " | ". */
static void
check (ImportFixture *self,
       guint          n,
       const char    *sheet,
       guint          n_good,
       guint          n_skipped,
       const char    *rejects,
       const char    *notices)
{
  const AtlasImportInput *input;
  g_autofree char *joined = NULL;

  import_fixture_check (self, n, n_good, 0, 0, rejects);
  input = g_ptr_array_index (self->result->inputs, n);
  joined = g_strjoinv (" | ", (char **) input->notices->pdata);
  g_assert_cmpstr (input->sheet, ==, sheet);
  g_assert_cmpuint (input->skipped, ==, n_skipped);
  g_assert_cmpstr (joined, ==, notices);
}

static void
check_n_inputs (ImportFixture *self,
                guint          n)
{
  g_assert_cmpuint (self->result->inputs->len, ==, n);
}

static void
test_stations_xlsx (ImportFixture *self,
                    gconstpointer  data)
{
  import (self, "stations.xlsx");
  check_n_inputs (self, 1);
  check (self, 0, "站点登记表", 9, 3, "",
         "Hidden sheets were left out: 填表说明 | Columns that are not known were passed over: 序号 | "
         "1 hidden row was read too (row 11).");
  import_fixture_check_sql (self, "SELECT station_id, tier, region_code, status, opened_on, operator, staff_count FROM stations",
                            "HSB-001|county_centre|640303|operating|2021-06-18|向日葵社会工作服务中心|5\n"
                            "HSB-002|township_station|640303001|operating|2021-09-01|向日葵社会工作服务中心|3\n"
                            "HSB-003|township_station|640303100|operating|2021-10-08|红石榴社会工作服务中心|4\n"
                            "HSB-004|community_room|640303100|operating|2022-03-15|红石榴社会工作服务中心|2\n"
                            "HSB-005|community_room|640303100|building||红石榴社会工作服务中心|\n"
                            "HSB-006|township_station|640303101|operating|2021-11-15|红石榴社会工作服务中心|3\n"
                            "HSB-007|township_station|640303200|closed|2021-11-20||0\n"
                            "HSB-008|township_station|640303201|operating|2022-01-01|红石榴社会工作服务中心|2\n"
                            "HSB-009|township_station|640303202|operating|2022-05-01||3");
  import_fixture_check_sql (self, "SELECT count (*), sum (staff_count) FROM stations WHERE status = 'operating'", "7|22");
}

static void
test_stations_ods (ImportFixture *self,
                   gconstpointer  data)
{
  import (self, "stations.ods");
  check_n_inputs (self, 1);
  check (self, 0, "站点", 4, 1,
         "7 ambiguous_region region_code «河西镇»\n9 unknown_enum tier «中心站»\n10 duplicate_id station_id «TX-01»", "");
  import_fixture_check_sql (self, "SELECT station_id, name, tier, region_code, status, opened_on, staff_count FROM stations",
                            "TX-01|豫海镇社工站|township_station|640324100|operating|2021-05-01|4\n"
                            "TX-02|西苑社区社工室|community_room|640324100|operating|2021-05-01|1\n"
                            "TX-03|新华社区社工室|community_room|640324100|planned||\n"
                            "TX-05|兴隆乡社工站|township_station|640324204|operating|2022-01-10|2");
  import_fixture_check_sql (self, "SELECT sum (staff_count) FROM stations WHERE status = 'operating'", "7");
}

static void
test_personnel_ods (ImportFixture *self,
                    gconstpointer  data)
{
  import_fixture_run_text (self, "stations",
                           "station_id,name,tier,region_code,status\nLT-01,甲,township_station,640302100,operating\n"
                           "LT-02,乙,township_station,640302100,operating\n");
  import (self, "personnel.ods");
  check_n_inputs (self, 1);
  check (self, 0, "持证人员", 6, 2, "12 bad_date certified_on «2023-02-30»",
         "Hidden sheets were left out: 字典 | 1 division code had lost its last zeros, which were put back (row 9).");
  import_fixture_check_sql (self,
                            "SELECT person_id, grade, certified_on, registration_expires_on, education_hours_hundredths, "
                            "station_id, region_code FROM personnel",
                            "LT0001|intermediate|2019-10-20|2025-10-31|9000|LT-01|640302100\n"
                            "LT0002|assistant|2020-12-01|2026-12-31|4800|LT-01|640302100\n"
                            "LT0003|assistant|2021-08-08|2024-08-31|3650|LT-01|640302100\n"
                            "LT0004|senior|2018-07-06|2027-07-05|12000|LT-02|640302100\n"
                            "LT0005|assistant|2023-03-15||0|LT-02|640302\n"
                            "LT0006|none||||LT-02|640302");
  import_fixture_check_sql (self, "SELECT certificate_no FROM personnel WHERE person_id IN ('LT0001', 'LT0005', 'LT0006')",
                            "20196400123456\n\n");
  import_fixture_check_sql (self, "SELECT sum (education_hours_hundredths) FROM personnel", "29450");
}

static void
test_personnel_xlsx (ImportFixture *self,
                     gconstpointer  data)
{
  import (self, "personnel.xlsx");
  check_n_inputs (self, 1);
  check (self, 0, "Sheet1", 3, 1,
         "6 date_order registration_expires_on «2022-12-31»\n7 unknown_region region_code «999999»",
         "1 division code had lost its last zeros, which were put back (row 3).");
  import_fixture_check_sql (self,
                            "SELECT person_id, grade, assistant_on, intermediate_on, senior_on, region_code FROM personnel",
                            "YC001|intermediate|2014-10-01|2017-10-01||640323100\n"
                            "YC002|assistant|2020-12-15|||640323101001\n"
                            "YC003|senior|2011-10-01|2014-10-01|2019-09-30|640323");
}

static void
test_funding_xlsx (ImportFixture *self,
                   gconstpointer  data)
{
  import (self, "funding.xlsx");
  check_n_inputs (self, 1);
  check (self, 0, "资金台账", 6, 4, "13 missing_value amount_yuan «—»", "Columns that are not known were passed over: 备注");
  import_fixture_check_sql (self,
                            "SELECT year, region_code, entry_id, source, purpose, amount_fen, amount_qualifier, stage FROM funding",
                            "2023|640302|1|central|station_building|120000000|exact|\n"
                            "2023|640302|2|provincial|service_purchase|82400000|exact|\n"
                            "2023|640302|3|welfare_lottery|training|35600000|exact|\n"
                            "2023|640303|4|county|stipends|1234500000|exact|\n"
                            "2023|640303|5|charity|community_fund|3500000|exact|\n"
                            "2022|640324|6|prefectural|incentives|600000000|at_least|");
  import_fixture_check_sql (self, "SELECT year, sum (amount_fen) FROM funding GROUP BY year", "2022|600000000\n2023|1476000000");
}

static void
test_funding_ods (ImportFixture *self,
                  gconstpointer  data)
{
  import (self, "funding.ods");
  check_n_inputs (self, 2);
  check (self, 0, "2023年经费", 3, 1, "8 negative_number amount_yuan «-300»\n9 not_a_number amount_yuan «#DIV/0!»",
         "Columns that are not known were passed over: 占比 | 1 hidden row was read too (row 7).");
  check (self, 1, "2022年经费", 1, 0, "", "");
  import_fixture_check_sql (self, "SELECT year, region_code, amount_fen, amount_qualifier, stage FROM funding",
                            "2023|640323|123456789|exact|budgeted\n2023|640323|5000000|exact|allocated\n"
                            "2023|640323100|1200000|exact|spent\n2022|640323|30000000|exact|");
  import_fixture_check_sql (self, "SELECT sum (amount_fen) FROM funding WHERE year = 2023", "129656789");
}

static void
test_services_fods (ImportFixture *self,
                    gconstpointer  data)
{
  import (self, "stations.xlsx");
  import (self, "services.fods");
  check_n_inputs (self, 1);
  check (self, 0, "服务记录", 6, 2, "", "");
  import_fixture_check_sql (self,
                            "SELECT station_id, year, month, kind, count, count_qualifier, person_times, person_times_qualifier "
                            "FROM services",
                            "HSB-003|2023|1|household_visit|42|exact|42|exact\nHSB-003|2023|1|case|3|exact|11|exact\n"
                            "HSB-003|2023|2|household_visit|1036|exact|1036|exact\nHSB-003|2023|2|group|4|exact|56|exact\n"
                            "HSB-003|2023|2|community_activity|2|exact|120|exact\n"
                            "HSB-003|2023|3|volunteer|6|exact|80|at_least");
  import_fixture_check_sql (self, "SELECT sum (count), sum (person_times) FROM services", "1093|1345");
}

static void
test_workbook_xlsx (ImportFixture *self,
                    gconstpointer  data)
{
  import (self, "workbook.xlsx");
  check_n_inputs (self, 4);
  check (self, 0, "站点", 2, 0, "",
         "Hidden sheets were left out: 旧数据 | Sheets that hold no such table were left out: 联系方式, Sheet7");
  check (self, 1, "人员", 1, 0, "", "");
  check (self, 2, "经费", 1, 0, "", "");
  check (self, 3, "服务", 2, 0, "", "");
  import_fixture_check_sql (self, "SELECT station_id, staff_count FROM stations", "QTX-1|3\nQTX-2|2");
  import_fixture_check_sql (self, "SELECT amount_fen FROM funding", "46000000");
  import_fixture_check_sql (self, "SELECT sum (count), sum (person_times) FROM services", "3|19");
}

#define TEST(path, func) \
  g_test_add (path, ImportFixture, NULL, import_fixture_set_up, func, import_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  TEST ("/real-files/stations-xlsx", test_stations_xlsx);
  TEST ("/real-files/stations-ods", test_stations_ods);
  TEST ("/real-files/personnel-ods", test_personnel_ods);
  TEST ("/real-files/personnel-xlsx", test_personnel_xlsx);
  TEST ("/real-files/funding-xlsx", test_funding_xlsx);
  TEST ("/real-files/funding-ods", test_funding_ods);
  TEST ("/real-files/services-fods", test_services_fods);
  TEST ("/real-files/workbook-xlsx", test_workbook_xlsx);
  status = g_test_run ();
  fixture_clear ();
  return status;
}
