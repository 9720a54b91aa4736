/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* What an import makes of files and sheets: one call, one import; what is refused, left out, tried. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>
#include <xlsxwriter.h>

#include "dataset/table-export.h"

#define STATIONS "station_id,name,tier,region_code,status\n"
#define PERSONNEL "person_id,name,grade,region_code,station_id\n"
#define FUNDING "entry_id,year,region_code,source,purpose,amount_yuan\n"
#define SERVICES "year,month,station_id,kind,count,person_times\n"

static void
write_all (ImportFixture *self)
{
  import_fixture_write (self, "stations.csv", STATIONS "S1,甲,township_station,640303100,operating\n");
  import_fixture_write (self, "personnel.csv", PERSONNEL "P1,张三,senior,640303,S1\nP2,李四,none,640303,S8\n");
  import_fixture_write (self, "funding.csv", FUNDING "1,2022,640303,central,training,100\n");
  import_fixture_write (self, "services.csv", SERVICES "2023,1,S1,case,5,50\n2022,1,S1,case,5,50\n");
}

static AtlasImportInput *
get_input (ImportFixture *self,
           guint          n)
{
  g_assert_cmpuint (n, <, self->result->inputs->len);
  return g_ptr_array_index (self->result->inputs, n);
}

static void
check_refused (ImportFixture *self,
               guint          n,
               const char    *code)
{
  g_assert_nonnull (get_input (self, n)->refused);
  g_assert_cmpstr (atlas_import_input_get_refusal_id (get_input (self, n)), ==, code);
  g_assert_cmpuint (get_input (self, n)->inserted, ==, 0);
}

/* In whatever order they are named, what is referred to comes first; told is all in the order of the call. */
static void
test_order (ImportFixture *self,
            gconstpointer  data)
{
  write_all (self);
  import_fixture_run (self, NULL, "services.csv", "personnel.csv", "funding.csv", "stations.csv", NULL);
  g_assert_cmpint (self->result->import_id, ==, 1);
  import_fixture_check (self, 0, 2, 0, 0, "");
  import_fixture_check (self, 1, 1, 0, 0, "3 unknown_station station_id «S8»");
  import_fixture_check (self, 2, 1, 0, 0, "");
  import_fixture_check (self, 3, 1, 0, 0, "");
  g_assert_cmpstr (get_input (self, 0)->table->name, ==, "services");
  g_assert_cmpstr (get_input (self, 0)->encoding, ==, "UTF-8");
  g_assert_true (g_str_has_suffix (get_input (self, 3)->file, "/stations.csv"));
  import_fixture_check_sql (self, "SELECT position, file, \"table\" FROM import_inputs",
                            "0|stations.csv|stations\n1|personnel.csv|personnel\n2|funding.csv|funding\n"
                            "3|services.csv|services");
  import_fixture_check_sql (self, "SELECT \"table\", region_code, year FROM returns",
                            "funding|640303|2022\npersonnel|640303|2023\nservices|640303|2022\nservices|640303|2023\n"
                            "stations|640303|2023");
  import_fixture_check_rollups (self);
  /* Another time, with one that is new: the others make no history. */
  import_fixture_write (self, "funding.csv", FUNDING "1,2022,640303,central,training,100\n2,2022,640303,county,other,5\n");
  import_fixture_run (self, NULL, "services.csv", "funding.csv", "stations.csv", NULL);
  import_fixture_check_sql (self, "SELECT position, file, inserted, unchanged FROM import_inputs WHERE import_id = 2",
                            "0|funding.csv|1|1");
}

/* Of two files of one table in one call the second corrects the first, which leaves no trace. */
static void
test_twice_in_a_call (ImportFixture *self,
                      gconstpointer  data)
{
  import_fixture_write (self, "1.csv", STATIONS "S1,甲,township_station,640303100,operating\n"
                                                "S2,乙,township_station,640303100,operating\n");
  import_fixture_write (self, "2.csv", STATIONS "S2,乙,township_station,640303100,operating\n"
                                                "S1,丙,township_station,640303100,operating\n"
                                                "S3,丁,township_station,640303100,operating\n");
  import_fixture_run (self, "stations", "1.csv", "2.csv", NULL);
  import_fixture_check (self, 0, 2, 0, 0, "");
  import_fixture_check (self, 1, 1, 1, 1, "");
  g_assert_cmpuint (get_input (self, 0)->notices->len, ==, 0);
  g_assert_cmpstr (g_ptr_array_index (get_input (self, 1)->notices, 0), ==,
                   "1 row has replaced one of the same number that another table of this import brought (row 3): if they are not "
                   "the same, give each its own number.");
  import_fixture_check_sql (self, "SELECT station_id, name, import_id FROM stations", "S1|丙|1\nS2|乙|1\nS3|丁|1");
  import_fixture_check_sql (self, "SELECT count(*) FROM stations_history", "0");
  import_fixture_check_rollups (self);

  /* And where both change what was there before, what was before both is kept. */
  import_fixture_write (self, "1.csv", STATIONS "S1,戊,township_station,640303100,operating\n");
  import_fixture_write (self, "2.csv", STATIONS "S1,己,township_station,640303100,operating\n");
  import_fixture_run (self, "stations", "1.csv", "2.csv", NULL);
  import_fixture_check_sql (self, "SELECT station_id, name, import_id, replaced_by FROM stations_history", "S1|丙|1|2");
  import_fixture_check_rollups (self);
}

/* A refused file refuses the call, and nothing changes. */
static void
test_refused (ImportFixture *self,
              gconstpointer  data)
{
  g_autofree char *before = fixture_hash_file (self->path);
  g_autofree char *after = NULL;

  write_all (self);
  import_fixture_write (self, "bad.csv", "station_id,name,tier,region_code\nS1,甲,township_station,640303100\n");
  import_fixture_write (self, "empty.csv", "");
  import_fixture_run (self, NULL, "stations.csv", "bad.csv", "personnel.csv", "empty.csv", NULL);
  g_assert_true (self->result->is_refused);
  g_assert_cmpint (self->result->import_id, ==, 0);
  g_assert_no_error (get_input (self, 0)->refused);
  check_refused (self, 1, "missing_column");
  check_refused (self, 3, "empty_file");
  g_assert_cmpuint (get_input (self, 0)->inserted, ==, 0);

  import_fixture_run (self, "stations", "stations.csv", "nowhere.csv", NULL);
  g_assert_true (self->result->is_refused);
  check_refused (self, 1, "unreadable");
  after = fixture_hash_file (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* What shows only when all rows have been read refuses the call as well. */
static void
test_refused_late (ImportFixture *self,
                   gconstpointer  data)
{
  g_autofree char *before = fixture_hash_file (self->path);
  g_autofree char *after = NULL;

  write_all (self);
  import_fixture_write (self, "header.csv", FUNDING);
  import_fixture_write (self, "units.csv", "单位：元,,,,,\n序号,年度,行政区划代码,资金来源,用途,金额\n"
                                           "1,2022,640303,中央,培训,100\n单位：万元,,,,,\n2,2022,640303,中央,培训,100\n");
  import_fixture_run (self, NULL, "stations.csv", "header.csv", NULL);
  g_assert_true (self->result->is_refused);
  check_refused (self, 1, "no_rows");
  g_assert_cmpuint (get_input (self, 0)->inserted, ==, 0);
  import_fixture_run (self, NULL, "stations.csv", "units.csv", NULL);
  g_assert_true (self->result->is_refused);
  check_refused (self, 1, "unit_unknown");
  after = fixture_hash_file (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* Or only itself, where the call says so; nothing of it stays. */
static void
test_keep_going (ImportFixture *self,
                 gconstpointer  data)
{
  write_all (self);
  import_fixture_write (self, "bad.csv", "entry_id,year\n1,2022\n");
  import_fixture_write (self, "units.csv", "单位：元,,,,,\n序号,年度,行政区划代码,资金来源,用途,金额\n"
                                           "1,2022,640302,中央,培训,100\n单位：万元,,,,,\n2,2022,640303,中央,培训,100\n");
  self->options.keep_going = TRUE;
  import_fixture_run (self, NULL, "units.csv", "funding.csv", "bad.csv", "services.csv", "units.csv", "stations.csv", NULL);
  g_assert_false (self->result->is_refused);
  check_refused (self, 0, "unit_unknown");
  import_fixture_check (self, 1, 1, 0, 0, "");
  check_refused (self, 2, "missing_column");
  import_fixture_check (self, 3, 2, 0, 0, "");
  check_refused (self, 4, "unit_unknown");
  import_fixture_check (self, 5, 1, 0, 0, "");
  import_fixture_check_sql (self, "SELECT region_code, year, entry_id, import_id FROM funding", "640303|2022|1|1");
  import_fixture_check_sql (self, "SELECT file FROM import_inputs", "stations.csv\nfunding.csv\nservices.csv");
  import_fixture_check_sql (self, "SELECT DISTINCT region_code FROM returns", "640303");
  import_fixture_check_sql (self, "SELECT name FROM sqlite_schema WHERE name IN ('funding_by_key', 'funding_by_year')",
                            "funding_by_key\nfunding_by_year");
  import_fixture_check_rollups (self);

  /* Where nothing is left the call is refused. */
  import_fixture_run (self, NULL, "bad.csv", NULL);
  g_assert_true (self->result->is_refused);
}

/* A dry run tells what a real one would do, and leaves every byte where it is. */
static void
test_dry_run (ImportFixture *self,
              gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  write_all (self);
  import_fixture_run (self, NULL, "stations.csv", NULL);
  before = fixture_hash_file (self->path);
  import_fixture_write (self, "stations.csv", STATIONS "S1,乙,township_station,640303100,operating\n"
                                                       "S2,乙,township_station,640303100,operating\n"
                                                       "S1,丙,township_station,640303100,operating\n");
  self->options.dry_run = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      import_fixture_run (self, NULL, "personnel.csv", "stations.csv", "services.csv", NULL);
      g_assert_cmpint (self->result->import_id, ==, 0);
      import_fixture_check (self, 0, 1, 0, 0, "3 unknown_station station_id «S8»");
      import_fixture_check (self, 1, 1, 1, 0, "4 duplicate_id station_id «S1»");
      import_fixture_check (self, 2, 2, 0, 0, "");
    }
  after = fixture_hash_file (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* A dataset that cannot be written can be tried, and refuses the rest. */
static void
test_read_only (ImportFixture *self,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "stations.csv", NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasImportResult) result = NULL;

  write_all (self);
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  dataset = atlas_dataset_open (self->path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  self->options.table = NULL;
  result = atlas_import_run (dataset, paths, &self->options, NULL, NULL, NULL, &error);
  g_assert_null (result);
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_READ_ONLY);
  g_clear_error (&error);
  self->options.dry_run = TRUE;
  result = atlas_import_run (dataset, paths, &self->options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((AtlasImportInput *) g_ptr_array_index (result->inputs, 0))->inserted, ==, 1);
}

static void
write_row (lxw_worksheet     *sheet,
           guint              row,
           const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    worksheet_write_string (sheet, row, (lxw_col_t) i, cells[i], NULL);
}

/* Two registers, one that is hidden, notes, and an empty sheet. */
static void
write_workbook (ImportFixture *self,
                const char    *name,
                gboolean       with_fault)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *personnel = workbook_add_worksheet (workbook, "人员");
  lxw_worksheet *notes = workbook_add_worksheet (workbook, "说明");
  lxw_worksheet *stations = workbook_add_worksheet (workbook, "站点");
  lxw_worksheet *old = workbook_add_worksheet (workbook, "旧表");
  const char *station_header[] = { "站点编号", "名称", "层级", "行政区划代码", with_fault ? "备注" : "状态", NULL };
  const char *person_header[] = { "人员编号", "姓名", "职业水平等级", "行政区划代码", "所在站点编号", NULL };

  workbook_add_worksheet (workbook, "Sheet5");
  worksheet_hide (old);
  write_row (notes, 0, (const char *[]) { "本表由民政局填写", NULL });
  write_row (stations, 0, station_header);
  write_row (stations, 1, (const char *[]) { "S1", "甲", "乡镇（街道）社工站", "640303100", "运行", NULL });
  write_row (old, 0, station_header);
  write_row (old, 1, (const char *[]) { "S2", "乙", "乡镇（街道）社工站", "640303100", "运行", NULL });
  write_row (personnel, 0, person_header);
  write_row (personnel, 1, (const char *[]) { "P1", "张三", "无", "640303", "S1", NULL });
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static void
test_sheets (ImportFixture *self,
             gconstpointer  data)
{
  g_autofree char *notices = NULL;

  write_workbook (self, "a.xlsx", FALSE);
  import_fixture_run (self, NULL, "a.xlsx", NULL);
  g_assert_cmpuint (self->result->inputs->len, ==, 2);
  import_fixture_check (self, 0, 1, 0, 0, "");
  import_fixture_check (self, 1, 1, 0, 0, "");
  g_assert_cmpstr (get_input (self, 0)->sheet, ==, "人员");
  g_assert_cmpstr (get_input (self, 1)->sheet, ==, "站点");
  g_assert_null (get_input (self, 0)->encoding);
  notices = g_strjoinv ("|", (char **) get_input (self, 0)->notices->pdata);
  g_assert_nonnull (strstr (notices, "Hidden sheets were left out: 旧表"));
  g_assert_nonnull (strstr (notices, "hold no such table were left out: 说明"));
  import_fixture_check_sql (self, "SELECT file, sheet, \"table\" FROM import_inputs",
                            "a.xlsx|站点|stations\na.xlsx|人员|personnel");
}

/* A table that is asked for is taken from the sheets that hold it. */
static void
test_sheets_of_table (ImportFixture *self,
                      gconstpointer  data)
{
  write_workbook (self, "a.xlsx", FALSE);
  import_fixture_run (self, "stations", "a.xlsx", NULL);
  g_assert_cmpuint (self->result->inputs->len, ==, 1);
  import_fixture_check (self, 0, 1, 0, 0, "");
  import_fixture_run (self, "funding", "a.xlsx", NULL);
  g_assert_true (self->result->is_refused);
  check_refused (self, 0, "missing_column");

  /* One with a fault is not passed over. */
  write_workbook (self, "b.xlsx", TRUE);
  import_fixture_run (self, NULL, "b.xlsx", NULL);
  g_assert_true (self->result->is_refused);
  check_refused (self, 1, "missing_column");
  g_assert_cmpstr (get_input (self, 1)->sheet, ==, "站点");
}

static void
test_sheet_named (ImportFixture *self,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.xlsx", NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  write_workbook (self, "a.xlsx", FALSE);
  self->options.sheet = (char *) "旧表";
  import_fixture_run (self, NULL, "a.xlsx", NULL);
  g_assert_cmpuint (self->result->inputs->len, ==, 1);
  import_fixture_check (self, 0, 1, 0, 0, "");
  import_fixture_check_sql (self, "SELECT station_id FROM stations", "S2");
  g_assert_cmpuint (get_input (self, 0)->notices->len, ==, 0);
  self->options.sheet = (char *) "说明";
  import_fixture_run (self, NULL, "a.xlsx", NULL);
  g_assert_true (self->result->is_refused);
  self->options.sheet = (char *) "没有";
  g_assert_null (atlas_import_run (self->dataset, paths, &self->options, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "it has: 人员, 说明, 站点, 旧表, Sheet5"));
}

/* The date of a file is the day on which it was changed last. */
static void
test_file_date (ImportFixture *self,
                gconstpointer  data)
{
  g_autofree char *stations = g_build_filename (self->folder, "stations.csv", NULL);
  g_autofree char *personnel = g_build_filename (self->folder, "personnel.csv", NULL);
  struct utimbuf old = { 1577836800, 1577836800 }; /* 2020-01-01 */
  struct utimbuf older = { 1514764799, 1514764799 }; /* 2017-12-31 */

  write_all (self);
  g_assert_cmpint (utime (stations, &old), ==, 0);
  g_assert_cmpint (utime (personnel, &older), ==, 0);
  self->options.as_of = NULL;
  import_fixture_run (self, NULL, "stations.csv", "personnel.csv", NULL);
  import_fixture_check_sql (self, "SELECT as_of, counted_from FROM stations", "2020-01-01|2020");
  import_fixture_check_sql (self, "SELECT as_of, counted_from FROM personnel", "2017-12-31|2017");
  import_fixture_check_sql (self, "SELECT \"table\", as_of FROM import_inputs",
                            "stations|2020-01-01\npersonnel|2017-12-31");
  import_fixture_check_sql (self, "SELECT as_of FROM imports", "2020-01-01");
}

static void
check_wrong_call (ImportFixture *self,
                  const char    *says)
{
  const char *paths[] = { "nowhere.csv", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_import_run (self->dataset, paths, &self->options, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, says));
}

/* The date is written as in a cell; a month and a year are their last day. */
static void
test_dates (ImportFixture *self,
            gconstpointer  data)
{
  const char *const dates[][2] = { { "2023-12-31", "2023-12-31" }, { "2023.12.31", "2023-12-31" }, { " 2023年6月5日 ", "2023-06-05" },
                                   { "20230605", "2023-06-05" }, { "2023/6", "2023-06-30" }, { "2024年2月", "2024-02-29" },
                                   { "２０２３", "2023-12-31" } };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const AtlasImportInput *input;

      self->options.as_of = (char *) dates[i][0];
      import_fixture_run_text (self, "personnel", "person_id,name,grade,region_code\nP1,张三,none,640303\n");
      input = g_ptr_array_index (self->result->inputs, 0);
      g_assert_cmpstr (input->as_of, ==, dates[i][1]);
    }
}

static void
test_wrong_calls (ImportFixture *self,
                  gconstpointer  data)
{
  const char *const dates[] = { "gestern", "2023-13", "2023-02-29", "5/1/23", "2023.1", "23", "2023-06-", "1899", "" };
  char *unknown[] = { (char *) "640303", (char *) "999999", NULL };
  char *township[] = { (char *) "640303100", NULL };
  char *fine[] = { (char *) "640303", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      self->options.as_of = (char *) dates[i];
      check_wrong_call (self, "is not a date");
    }
  self->options.as_of = (char *) "2024-02-29";
  self->options.covers = unknown;
  check_wrong_call (self, "no division with the code “999999”");
  self->options.covers = township;
  check_wrong_call (self, "640303100");
  self->options.covers = fine;
  self->options.partial = TRUE;
  check_wrong_call (self, "--partial");
}

static void
note_progress (double   fraction,
               gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_progress (ImportFixture *self,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "stations.csv", NULL);
  const char *paths[] = { path, path, NULL };
  double last = 0;
  g_autoptr (GString) text = g_string_new (STATIONS);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImportResult) result = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "S%u,甲,township_station,640303100,operating\n", i);
  import_fixture_write (self, "stations.csv", text->str);
  self->options.table = atlas_table_definition_find ("stations");
  result = atlas_import_run (self->dataset, paths, &self->options, note_progress, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
}

typedef struct {
  GCancellable *cancellable;
  guint n_calls;
} Canceller;

static void
cancel_later (double   fraction,
              gpointer user_data)
{
  Canceller *canceller = user_data;

  if (++canceller->n_calls == 2)
    g_cancellable_cancel (canceller->cancellable);
}

/* Cancelled on the way nothing has happened, and the next import works. */
static void
test_cancel (ImportFixture *self,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "stations.csv", NULL);
  const char *paths[] = { path, NULL };
  g_autofree char *before = import_fixture_dump (self);
  g_autofree char *after = NULL;
  g_autoptr (GString) text = g_string_new (STATIONS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { cancellable, 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "S%u,甲,township_station,640303100,operating\n", i);
  import_fixture_write (self, "stations.csv", text->str);
  self->options.table = atlas_table_definition_find ("stations");
  g_assert_null (atlas_import_run (self->dataset, paths, &self->options, cancel_later, &canceller, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = import_fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  write_all (self);
  import_fixture_run (self, "stations", "stations.csv", NULL);
  import_fixture_check (self, 0, 1, 0, 0, "");
}

static void
test_pasted (ImportFixture *self,
             gconstpointer  data)
{
  const char *text = "站点编号\t名称\t层级\t行政区划代码\t状态\nS1\t甲\t乡镇（街道）社工站\t640303100\t运行\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImportResult) result =
    atlas_import_run_bytes (self->dataset, bytes, "pasted", &self->options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (((AtlasImportInput *) g_ptr_array_index (result->inputs, 0))->inserted, ==, 1);
  import_fixture_check_sql (self, "SELECT file FROM import_inputs", "pasted");
}

#define TEST(path, func) \
  g_test_add (path, ImportFixture, NULL, import_fixture_set_up, func, import_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  TEST ("/import-files/order", test_order);
  TEST ("/import-files/twice-in-a-call", test_twice_in_a_call);
  TEST ("/import-files/refused", test_refused);
  TEST ("/import-files/refused-late", test_refused_late);
  TEST ("/import-files/keep-going", test_keep_going);
  TEST ("/import-files/dry-run", test_dry_run);
  TEST ("/import-files/read-only", test_read_only);
  TEST ("/import-files/sheets", test_sheets);
  TEST ("/import-files/sheets-of-table", test_sheets_of_table);
  TEST ("/import-files/sheet-named", test_sheet_named);
  TEST ("/import-files/file-date", test_file_date);
  TEST ("/import-files/dates", test_dates);
  TEST ("/import-files/wrong-calls", test_wrong_calls);
  TEST ("/import-files/progress", test_progress);
  TEST ("/import-files/cancel", test_cancel);
  TEST ("/import-files/pasted", test_pasted);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
