/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Rejected rows in a file, corrected there, and imported again. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

#include <string.h>
#include <xlsxwriter.h>

#include "dataset/registers/rejects-file.h"

static void
save (ImportFixture *self,
      const char    *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_rejects_file_save (self->result, path, &error));
  g_assert_no_error (error);
}

static char *
read_file (ImportFixture *self,
           const char    *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  gsize length;

  return fixture_read (path, &length);
}

/* Replaces BEFORE with AFTER in the file NAME. */
static void
correct (ImportFixture *self,
         const char    *name,
         const char    *before,
         const char    *after)
{
  g_autofree char *text = read_file (self, name);
  g_auto (GStrv) parts = g_strsplit (text, before, -1);
  g_autofree char *corrected = g_strjoinv (after, parts);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  import_fixture_write (self, name, corrected);
}

static void
test_round_trip (ImportFixture *self,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;

  /* The unit stands above the header, amounts as they were written, and a cell holds quotes and an end of line. */
  import_fixture_run_text (self, "funding", "某县社工经费,,,,,,\n,,,,,,单位：万元\n序号,年度,行政区划代码,资金来源,用途,金额,备注\n"
                                            "1,2022,640303,中央,培训,100,\n"
                                            "2,2022,640303,中央,跳伞,6000余,\"甲\"\"乙\n丙\"\n"
                                            "3,2022,640399,中央,培训,\"1,234.5\",=1+1\n");
  import_fixture_check (self, 0, 1, 0, 0, "5 unknown_enum purpose «跳伞»\n7 unknown_region region_code «640399»");
  save (self, "rejects.csv");
  text = read_file (self, "rejects.csv");
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF序号,年度,行政区划代码,资金来源,用途,金额（万元）,"));
  g_assert_nonnull (strstr (text, "备注,rejected_line,rejected_column,rejected_code,rejected_reason\r\n"
                                  "2,2022,640303,中央,跳伞,6000余,\"甲\"\"乙\n丙\",5,purpose,unknown_enum,"));
  g_assert_nonnull (strstr (text, "\r\n3,2022,640399,中央,培训,\"1,234.5\",'=1+1,7,region_code,unknown_region,"));

  correct (self, "rejects.csv", "跳伞", "培训");
  correct (self, "rejects.csv", "640399", "640303");
  import_fixture_run (self, "funding", "rejects.csv", NULL);
  import_fixture_check (self, 0, 2, 0, 0, "");
  import_fixture_check_sql (self, "SELECT entry_id, amount_fen, amount_qualifier FROM funding",
                            "1|100000000|exact\n2|6000000000|at_least\n3|1234500000|exact");
}

/* A guarded cell keeps its one apostrophe, a row with too many cells all of them. */
static void
test_cells (ImportFixture *self,
            gconstpointer  data)
{
  g_autofree char *text = NULL;

  import_fixture_run_text (self, "stations", "station_id,name,tier,region_code,status\n"
                                             "S1,'=甲,village,640303100,operating\n"
                                             "S2,''-乙,village,640303100,operating\n"
                                             "S3,丙,丁,township_station,640303100,operating\n");
  save (self, "rejects.csv");
  text = read_file (self, "rejects.csv");
  g_assert_nonnull (strstr (text, "status,,rejected_line,"));
  g_assert_nonnull (strstr (text, "\r\nS1,'=甲,village,640303100,operating,,2,tier,unknown_enum,"));
  g_assert_nonnull (strstr (text, "\r\nS2,''-乙,village,640303100,operating,,3,tier,unknown_enum,"));
  g_assert_nonnull (strstr (text, "\r\nS3,丙,丁,township_station,640303100,operating,4,,wrong_column_count,"));
  correct (self, "rejects.csv", "village", "township_station");
  import_fixture_run (self, "stations", "rejects.csv", NULL);
  import_fixture_check_sql (self, "SELECT station_id, name FROM stations", "S1|=甲\nS2|'-乙");
}

static void
import_several (ImportFixture *self)
{
  import_fixture_write (self, "1.csv", "station_id,name,tier,region_code,status\nS1,甲,x,640303100,operating\n");
  import_fixture_write (self, "2.csv", "station_id,name,tier,region_code,status\nS2,乙,y,640303100,operating\n");
  import_fixture_write (self, "3.csv", "name,station_id,tier,region_code,status\n丙,S3,z,640303100,operating\n");
  import_fixture_write (self, "4.csv", "person_id,name,grade,region_code\nP1,丁,god,640303\n");
  import_fixture_write (self, "5.csv", "person_id,name,grade,region_code\nP2,戊,none,640303\n");
  import_fixture_run (self, NULL, "4.csv", "1.csv", "2.csv", "3.csv", "5.csv", NULL);
}

/* Rows with one header go to one file; a workbook has a sheet for each input. */
static void
test_several (ImportFixture *self,
              gconstpointer  data)
{
  g_autofree char *csv = g_build_filename (self->folder, "out.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) paths = NULL;
  g_autoptr (GError) error = NULL;

  import_several (self);
  g_assert_false (atlas_rejects_file_save (self->result, csv, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  g_clear_error (&error);
  paths = atlas_rejects_file_save_split (self->result, csv, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (paths), ==, 3);
  g_assert_true (g_str_has_suffix (paths[0], "/out-personnel.csv"));
  g_assert_true (g_str_has_suffix (paths[1], "/out-stations.csv"));
  g_assert_true (g_str_has_suffix (paths[2], "/out-stations-2.csv"));
  text = read_file (self, "out-stations.csv");
  g_assert_nonnull (strstr (text, "\r\nS1,甲,x,640303100,operating,2,tier,unknown_enum,"));
  g_assert_nonnull (strstr (text, "\r\nS2,乙,y,640303100,operating,2,tier,unknown_enum,"));

  save (self, "out.xlsx");
  import_fixture_run (self, NULL, "out.xlsx", NULL);
  g_assert_cmpuint (self->result->inputs->len, ==, 4);
  import_fixture_check (self, 0, 0, 0, 0, "2 unknown_enum grade «god»");
  import_fixture_check (self, 3, 0, 0, 0, "2 unknown_enum tier «z»");
}

/* A number that stands once for several rows has counted for the first; a rejected row does not take it along, nor a cell
 * that only another column's is merged with. Other merged cells are filled in. */
static void
test_merged (ImportFixture *self,
             gconstpointer  data)
{
  static const char *const cells[][6] = {
    { "站点编号", "站点名称", "层级", "行政区划代码", "状态", "配备人数" },
    { "S1", "甲", "乡镇级", NULL, "运行", NULL },
    { "S2", "乙", "x", NULL, "运行", NULL },
  };
  g_autofree char *path = g_build_filename (self->folder, "a.xlsx", NULL);
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);

  for (guint row = 0; row < G_N_ELEMENTS (cells); row++)
    for (guint column = 0; column < G_N_ELEMENTS (cells[row]); column++)
      if (cells[row][column] != NULL)
        worksheet_write_string (sheet, row, (lxw_col_t) column, cells[row][column], NULL);
  worksheet_merge_range (sheet, 1, 3, 2, 3, "640303100", NULL);
  worksheet_merge_range (sheet, 1, 5, 2, 5, "8", NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);

  import_fixture_run (self, "stations", "a.xlsx", NULL);
  import_fixture_check (self, 0, 1, 0, 0, "3 unknown_enum tier «x»");
  save (self, "rejects.csv");
  correct (self, "rejects.csv", ",x,", ",乡镇级,");
  import_fixture_run (self, "stations", "rejects.csv", NULL);
  import_fixture_check (self, 0, 1, 0, 0, "");
  import_fixture_check_sql (self, "SELECT station_id, region_code, staff_count FROM stations", "S1|640303100|8\nS2|640303100|");
}

static void
test_none (ImportFixture *self,
           gconstpointer  data)
{
  g_autofree char *csv = g_build_filename (self->folder, "out.csv", NULL);
  g_auto (GStrv) paths = NULL;

  import_fixture_run_text (self, "personnel", "person_id,name,grade,region_code\nP2,戊,none,640303\n");
  paths = atlas_rejects_file_save_split (self->result, csv, NULL);
  g_assert_cmpuint (g_strv_length (paths), ==, 0);
  g_assert_false (g_file_test (csv, G_FILE_TEST_EXISTS));
}

static void
test_wrong_name (ImportFixture *self,
                 gconstpointer  data)
{
  const char *names[] = { "out.ods", "out", "csv" };

  import_several (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (atlas_rejects_file_save_split (self->result, names[i], &error));
      g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
    }
}

#define TEST(path, func) \
  g_test_add (path, ImportFixture, NULL, import_fixture_set_up, func, import_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  TEST ("/rejects-file/round-trip", test_round_trip);
  TEST ("/rejects-file/cells", test_cells);
  TEST ("/rejects-file/several", test_several);
  TEST ("/rejects-file/merged", test_merged);
  TEST ("/rejects-file/none", test_none);
  TEST ("/rejects-file/wrong-name", test_wrong_name);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
