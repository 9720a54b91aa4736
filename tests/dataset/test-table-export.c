/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "dataset/csv-file.h"
#include "dataset/decimal.h"
#include "dataset/memory-file.h"
#include "dataset/sheets/sheet.h"
#include "dataset/table-definition.h"
#include "dataset/sheets/sheet.h"
#include "dataset/table-export.h"
#include "dataset/table-writer.h"

static gboolean
collect_record (guint               line,
                const char *const  *cells,
                guint               n_cells,
                gpointer            user_data,
                GError            **error)
{
  g_autoptr (GStrvBuilder) record = g_strv_builder_new ();

  for (guint i = 0; i < n_cells; i++)
    g_strv_builder_add (record, cells[i]);
  g_ptr_array_add (user_data, g_strv_builder_end (record));
  return TRUE;
}

static GPtrArray *
read_csv (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_true (atlas_csv_read_file (path, collect_record, records, &error));
  g_assert_no_error (error);
  return records;
}

static char *
export_table (const char *folder,
              const char *table,
              const char *ending)
{
  g_autofree char *name = g_strconcat (table, ending, NULL);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (atlas_table_export (fixture_open_published (), table, path, NULL, &error));
  g_assert_no_error (error);
  return path;
}

/* Each exported table has the cells of the bundled file, in the same order. */
static void
test_cells (void)
{
  char *folder = test_folder_make ();
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();

  for (guint t = 0; t < ATLAS_N_BUNDLED_TABLES; t++)
    {
      const char *table = atlas_table_export_list_names ()[t];
      g_autofree char *name = g_strconcat (table, ".csv", NULL);
      g_autofree char *bundled_path = g_build_filename (csv_dir, name, NULL);
      g_autofree char *path = export_table (folder, table, ".csv");
      g_autoptr (GPtrArray) bundled = read_csv (bundled_path);
      g_autoptr (GPtrArray) exported = read_csv (path);

      g_assert_cmpuint (exported->len, ==, bundled->len);
      for (guint i = 0; i < bundled->len; i++)
        g_assert_cmpstrv (g_ptr_array_index (exported, i), g_ptr_array_index (bundled, i));
    }
  test_folder_remove (folder);
}

/* What is exported builds the same dataset again. */
static void
test_round_trip (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = g_build_filename (folder, "again.atlas", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) again = NULL;
  g_autofree char *hash = NULL, *expected = NULL;

  for (guint t = 0; t < ATLAS_N_BUNDLED_TABLES; t++)
    g_free (export_table (folder, atlas_table_export_list_names ()[t], ".csv"));
  g_assert_true (atlas_dataset_create (path, folder, TRUE, &error));
  again = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  hash = atlas_dataset_dup_hash (again, &error);
  expected = atlas_dataset_dup_hash (fixture_open_published (), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hash, ==, expected);
  test_folder_remove (folder);
}

static void
test_form (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = export_table (folder, "denominators", ".csv");
  g_autofree char *contents = fixture_read (path, NULL);
  guint n_lines = 0;

  g_assert_true (g_str_has_prefix (contents, "\xEF\xBB\xBFregion_code,valid_from,basis,excluded,note\r\n000000,,"));
  for (const char *end = contents; (end = strchr (end, '\n')) != NULL; end++)
    {
      g_assert_cmpint (end[-1], ==, '\r');
      n_lines++;
    }
  g_assert_cmpuint (n_lines, ==, 3);
  test_folder_remove (folder);
}

/* Replaces FROM in the file NAME of CSV_DIR. */
static void
edit (const char *csv_dir,
      const char *name,
      const char *from,
      const char *to)
{
  g_autofree char *path = g_build_filename (csv_dir, name, NULL);
  g_autofree char *contents = fixture_read (path, NULL);
  g_autoptr (GString) edited = g_string_new (contents);

  g_assert_cmpuint (g_string_replace (edited, from, to, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, edited->str, edited->len, NULL));
}

static AtlasDataset *
build_with_formulas (const char *folder)
{
  g_autofree char *csv_dir = fixture_copy_csv (folder);
  g_autofree char *path = g_build_filename (folder, "formulas.atlas", NULL);
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset;

  edit (csv_dir, "units.csv", "people,人,people,0", "people,=1+1,@SUM(A1),0");
  edit (csv_dir, "units.csv", "percent,%,%,0", "percent,'-1,\"''+1,\"\"x\"\"\",0");
  g_assert_true (atlas_dataset_create (path, csv_dir, TRUE, &error));
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  return dataset;
}

static void
test_formulas (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = build_with_formulas (folder);
  g_autofree char *path = g_build_filename (folder, "units.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_table_export (dataset, "units", path, NULL, &error));
  contents = fixture_read (path, NULL);
  g_assert_nonnull (strstr (contents, "\r\npeople,'=1+1,'@SUM(A1),0\r\n"));
  /* The loader took one apostrophe off; the export puts it back. */
  g_assert_nonnull (strstr (contents, "\r\npercent,'-1,\"''+1,\"\"x\"\"\",0\r\n"));
  test_folder_remove (folder);
}

static guint
read_number (const guint8 *bytes,
             guint         n_bytes)
{
  guint number = 0;

  for (guint i = n_bytes; i > 0; i--)
    number = number << 8 | bytes[i - 1];
  return number;
}

static char *
inflate (const guint8 *data,
         gsize         length)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (decompressor));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
}

/* The part NAME of a zip archive, found by the list at its end (APPNOTE.TXT, 4.3). */
static char *
read_part (const char *path,
           const char *name)
{
  gsize length;
  g_autofree char *contents = fixture_read (path, &length);
  const guint8 *zip = (const guint8 *) contents;
  const guint8 *entry = zip + read_number (zip + length - 22 + 16, 4);

  g_assert_cmpuint (length, >, 22);
  while (read_number (entry, 4) == 0x02014b50)
    {
      guint name_length = read_number (entry + 28, 2);
      const guint8 *local = zip + read_number (entry + 42, 4);

      if (name_length == strlen (name) && memcmp (entry + 46, name, name_length) == 0)
        return inflate (local + 30 + read_number (local + 26, 2) + read_number (local + 28, 2),
                        read_number (entry + 20, 4));
      entry += 46 + name_length + read_number (entry + 30, 2) + read_number (entry + 32, 2);
    }
  g_assert_not_reached ();
}

/* The sign of a number does not make it a formula. */
static void
test_negative (void)
{
  char *folder = test_folder_make ();
  g_autofree char *csv_dir = fixture_copy_csv (folder);
  g_autofree char *path = g_build_filename (folder, "a.atlas", NULL);
  g_autofree char *csv_path = g_build_filename (folder, "figures.csv", NULL);
  g_autofree char *xlsx_path = g_build_filename (folder, "figures.xlsx", NULL);
  g_autofree char *contents = NULL, *sheet = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  edit (csv_dir, "figures.csv", ",1500000,at_least,", ",-1500000.50,at_least,");
  g_assert_true (atlas_dataset_create (path, csv_dir, TRUE, &error));
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_true (atlas_table_export (dataset, "figures", csv_path, NULL, &error));
  g_assert_true (atlas_table_export (dataset, "figures", xlsx_path, NULL, &error));
  g_assert_no_error (error);
  contents = fixture_read (csv_path, NULL);
  g_assert_nonnull (strstr (contents, ",-1500000.50,at_least,"));
  sheet = read_part (xlsx_path, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "<v>-1500000.5</v>"));
  test_folder_remove (folder);
}

/* Numbers are numbers with their decimals, codes are text, the header stays in view, and no cell is a formula. */
static void
test_workbook (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = export_table (folder, "figures", ".xlsx");
  g_autofree char *sheet = read_part (path, "xl/worksheets/sheet1.xml");
  g_autofree char *styles = read_part (path, "xl/styles.xml");
  g_autofree char *book = read_part (path, "xl/workbook.xml");

  g_assert_nonnull (strstr (book, "name=\"figures\""));
  g_assert_nonnull (strstr (sheet, "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
  g_assert_true (g_regex_match_simple ("<c r=\"F2\" s=\"[0-9]+\"><v>1500000</v></c>", sheet, 0, 0));
  g_assert_nonnull (strstr (sheet, "<c r=\"C2\" t=\"inlineStr\"><is><t>640000</t></is></c>"));
  g_assert_true (g_regex_match_simple ("<v>88\\.3(0000)?[0-9]*</v>", sheet, 0, 0));
  g_assert_true (g_regex_match_simple ("<c r=\"A632\"", sheet, 0, 0));
  g_assert_false (g_regex_match_simple ("<c r=\"A633\"", sheet, 0, 0));
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_nonnull (strstr (sheet, "<t>筹措资金150多万元</t>"));
  g_assert_nonnull (strstr (styles, "formatCode=\"0.0\""));
  test_folder_remove (folder);
}

static gboolean
take_row (const AtlasSheetRow  *row,
          gpointer              user_data,
          GError              **error)
{
  GPtrArray *cells = user_data;

  for (guint i = 0; i < row->n_cells; i++)
    g_ptr_array_add (cells, g_strdup_printf ("%s%s", row->cells[i].kind == ATLAS_CELL_NUMBER ? "=" : "", row->cells[i].text));
  return TRUE;
}

static GPtrArray *
read_cells (const char *path)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasWorkbook) workbook = atlas_workbook_open (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (atlas_workbook_read_sheet (workbook, 0, take_row, cells, NULL, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&cells);
}

/* How a number of a workbook is read: without zeros behind its decimals. */
static char *
dup_read (const char *cell)
{
  AtlasDecimal number;

  g_assert_true (atlas_decimal_parse (cell, &number));
  for (; number.decimals > 0 && number.mantissa % 10 == 0; number.decimals--)
    number.mantissa /= 10;
  return atlas_decimal_to_string (number);
}

/* However many digits are written for it, a number of a workbook is the same for every reader: the double that is nearest to
 * what the dataset holds. Ours finds its digits again; numbers that no double tells from their neighbours are text. */
static void
test_workbook_numbers (void)
{
  const AtlasWriterColumn column = { "n", TRUE };
  const char *numbers[] = { "95.29", "0.1", "1.1", "88.3", "1234567.89", "-0.05", "12345678901234.5", "999999999999999", "4.35" };
  char *folder = test_folder_make ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTableWriter) writer = atlas_table_writer_new (path, NULL, &error);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree char *sheet = NULL;
  const char *at;

  for (guint i = 0; i < 2000; i++)
    {
      AtlasDecimal number = { g_test_rand_int_range (0, G_MAXINT) * G_GINT64_CONSTANT (465661) % 1000000000000000,
                              (guint8) g_test_rand_int_range (0, 10) };

      g_ptr_array_add (written, i < G_N_ELEMENTS (numbers) ? g_strdup (numbers[i]) : atlas_decimal_to_string (number));
    }
  g_assert_true (atlas_table_writer_begin (writer, "n", &column, 1, &error));
  for (guint i = 0; i < written->len; i++)
    g_assert_true (atlas_table_writer_add (writer, (const char *const *) &written->pdata[i], 1, &error));
  g_assert_true (atlas_table_writer_add (writer, (const char *const[]) { "90071992547409.91" }, 1, &error));
  g_assert_true (atlas_table_writer_finish (writer, &error));
  g_assert_no_error (error);

  cells = read_cells (path);
  at = sheet = read_part (path, "xl/worksheets/sheet1.xml");
  g_assert_cmpuint (cells->len, ==, written->len + 2);
  for (guint i = 0; i < written->len; i++)
    {
      const char *number = g_ptr_array_index (written, i);
      g_autofree char *expected = dup_read (number);

      g_assert_cmpstr ((const char *) g_ptr_array_index (cells, i + 1) + 1, ==, expected);
      at = strstr (at, "<v>") + strlen ("<v>");
      g_assert_true (g_ascii_strtod (at, NULL) == g_ascii_strtod (number, NULL));
    }
  g_assert_cmpstr (g_ptr_array_index (cells, cells->len - 1), ==, "90071992547409.91");
  test_folder_remove (folder);
}

static void
test_workbook_formulas (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = build_with_formulas (folder);
  g_autofree char *path = g_build_filename (folder, "units.xlsx", NULL);
  g_autofree char *sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_table_export (dataset, "units", path, NULL, &error));
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_nonnull (strstr (sheet, "<is><t>=1+1</t></is>"));
  test_folder_remove (folder);
}

/* What libraries wrote by name arrives whole, or not at all. */
static void
test_memory_file (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = g_build_filename (folder, "a.bin", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "a.bin", NULL);
  g_autofree char *name = NULL, *contents = NULL;
  g_autoptr (GError) error = NULL;
  int memory = atlas_memory_file_new (&name, &error);
  FILE *file;

  g_assert_no_error (error);
  file = g_fopen (name, "wb");
  g_assert_cmpint (fputs ("one\ntwo", file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
  g_assert_true (atlas_memory_file_save (memory, path, &error));
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_cmpstr (contents, ==, "one\ntwo");
  g_assert_false (atlas_memory_file_save (memory, nowhere, &error));
  g_assert_nonnull (strstr (error->message, "cannot be written"));
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  close (memory);
  test_folder_remove (folder);
}

/* A dataset with people in it. */
static AtlasDataset *
open_with_people (const char *folder)
{
  g_autofree char *path = fixture_copy (folder, "people.atlas");
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "INSERT INTO imports VALUES (1, '2024-01-02T03:04:05Z', '2023-12-31');"
                                 "INSERT INTO import_inputs VALUES (1, 0, '红寺堡.xlsx', '人员', 'personnel', '2023-12-31', "
                                 "2, 0, 0, 1, 0);"
                                 "INSERT INTO personnel VALUES (1, 'p1', '王小明', 'senior', '2019051234567890', '2019-06', "
                                 "'', '', '', '2019-06', 9000, 'at_least', '', '640303100', '=1+1', 2023, '2023-12-31', 1, NULL, NULL);"
                                 "INSERT INTO personnel VALUES (2, 'p2', '欧阳娜娜', 'none', '', '', "
                                 "'', '', '', '', 3650, 'exact', '', '640303100201', '', 2023, '2023-12-31', 1, NULL, NULL);"
                                 "INSERT INTO funding VALUES (1, '640303', 2023, '7', 'county', 'other', 6000000050, "
                                 "'at_least', '', 2023, '2023-12-31', 1, NULL, NULL);",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  return dataset;
}

#define PERSON_HEAD(name, certificate) \
  "\xEF\xBB\xBFperson_id," name ",grade," certificate ",certified_on,registration_expires_on,assistant_on,intermediate_on," \
  "senior_on,education_hours,station_id,region_code,employer_kind\r\n"

/* People are masked unless asked otherwise, a qualifier stays with its number, and no cell is a formula. */
static void
test_registers (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_people (folder);
  g_autofree char *people = g_build_filename (folder, "people.csv", NULL);
  g_autofree char *money = g_build_filename (folder, "money.csv", NULL);
  g_autofree char *masked = NULL, *full = NULL, *funding = NULL;
  AtlasExportOptions options = { .unmasked = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_table_export (dataset, "personnel", people, NULL, &error));
  masked = fixture_read (people, NULL);
  g_assert_true (atlas_table_export (dataset, "personnel", people, &options, &error));
  full = fixture_read (people, NULL);
  g_assert_true (atlas_table_export (dataset, "funding", money, NULL, &error));
  funding = fixture_read (money, NULL);
  g_assert_no_error (error);
  g_assert_cmpstr (masked, ==, PERSON_HEAD ("name_masked", "certificate_no_masked")
                   "p1,王*,senior,2019**********90,2019-06,,,,2019-06,≥90,,640303100,'=1+1\r\n"
                   "p2,欧阳*,none,,,,,,,36.5,,640303100201,\r\n");
  g_assert_cmpstr (full, ==, PERSON_HEAD ("name", "certificate_no")
                   "p1,王小明,senior,2019051234567890,2019-06,,,,2019-06,≥90,,640303100,'=1+1\r\n"
                   "p2,欧阳娜娜,none,,,,,,,36.5,,640303100201,\r\n");
  g_assert_cmpstr (funding, ==, "\xEF\xBB\xBFregion_code,year,entry_id,source,purpose,amount_yuan,stage\r\n"
                   "640303,2023,7,county,other,≥60000000.50,\r\n");
  test_folder_remove (folder);
}

/* The workbook of a register says on a sheet of its own where its rows come from, and that it is masked. */
static void
test_notes_sheet (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_people (folder);
  g_autofree char *path = g_build_filename (folder, "people.xlsx", NULL);
  g_autofree char *book = NULL, *sheet = NULL, *notes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_table_export (dataset, "personnel", path, NULL, &error));
  g_assert_no_error (error);
  book = read_part (path, "xl/workbook.xml");
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  notes = read_part (path, "xl/worksheets/sheet2.xml");
  g_assert_nonnull (strstr (book, "name=\"personnel\""));
  g_assert_nonnull (strstr (book, "name=\"Notes\""));
  g_assert_nonnull (strstr (sheet, "<t>王*</t>"));
  g_assert_null (strstr (sheet, "王小明"));
  g_assert_nonnull (strstr (sheet, "<c r=\"J2\" t=\"inlineStr\"><is><t>≥90</t></is></c>"));
  g_assert_nonnull (strstr (sheet, "<v>36.5</v>"));
  g_assert_nonnull (strstr (notes, "红寺堡.xlsx 人员 · as of 2023-12-31 · 2 rows"));
  g_assert_nonnull (strstr (notes, "this table cannot be imported"));
  g_assert_nonnull (strstr (notes, "senior = Senior social worker"));
  test_folder_remove (folder);
}

static gboolean
collect_kind (const AtlasSheetRow  *row,
              gpointer              text,
              GError              **error)
{
  g_string_append_printf (text, "%s%s ", row->cells[0].kind == ATLAS_CELL_DATE ? "day " : "", row->cells[0].text);
  return TRUE;
}

/* Days are days in a workbook, and what is none stays as it is. */
static void
test_days (void)
{
  static const char *const cells[] = { "2023-05-01", "2023-05", "2023-02-30", "1901-01-01", "1900-12-31", "2024-02-29", "9999-12-31",
                                       "2023-5-011" };
  const AtlasWriterColumn column = { "day", ATLAS_WRITER_DATE };
  char *folder = test_folder_make ();
  g_autofree char *path = g_build_filename (folder, "days.xlsx", NULL);
  g_autofree char *sheet = NULL;
  g_autoptr (AtlasTableWriter) writer = atlas_table_writer_new (path, NULL, NULL);
  g_autoptr (AtlasWorkbook) workbook = NULL;
  g_autoptr (GString) read = g_string_new (NULL);

  g_assert_true (atlas_table_writer_begin (writer, "days", &column, 1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_true (atlas_table_writer_add (writer, &cells[i], 1, NULL));
  g_assert_true (atlas_table_writer_finish (writer, NULL));
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "<v>45047</v>")); /* 2023-05-01, as Excel counts */
  g_assert_nonnull (strstr (sheet, "<v>367</v>"));
  workbook = atlas_workbook_open (path, NULL, NULL, NULL);
  g_assert_true (atlas_workbook_read_sheet (workbook, 0, collect_kind, read, NULL, NULL));
  g_assert_cmpstr (read->str, ==, "day day 2023-05-01 2023-05 2023-02-30 day 1901-01-01 1900-12-31 day 2024-02-29 "
                                  "day 9999-12-31 2023-5-011 ");
  test_folder_remove (folder);
}

/* Those rows alone that answer a query, sorted as it says; the notes say which they are. */
static void
test_chosen_rows (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_people (folder);
  g_autofree char *csv_path = g_build_filename (folder, "people.csv", NULL);
  g_autofree char *xlsx_path = g_build_filename (folder, "people.xlsx", NULL);
  g_autofree char *csv = NULL, *notes = NULL;
  g_autoptr (AtlasRowQuery) query = atlas_row_query_new (atlas_table_definition_find ("personnel"));
  g_autoptr (AtlasRowIndex) rows = NULL, found = NULL;
  AtlasExportOptions options = { NULL };
  g_autoptr (GError) error = NULL;

  query->sort_column = 0;
  query->descending = TRUE;
  rows = options.rows = atlas_row_index_new (dataset, query, NULL, &error);
  g_assert_true (atlas_table_export (dataset, "personnel", csv_path, &options, &error));
  g_assert_no_error (error);
  csv = fixture_read (csv_path, NULL);
  g_assert_cmpstr (csv, ==, PERSON_HEAD ("name_masked", "certificate_no_masked")
                   "p2,欧阳*,none,,,,,,,36.5,,640303100201,\r\n"
                   "p1,王*,senior,2019**********90,2019-06,,,,2019-06,≥90,,640303100,'=1+1\r\n");
  query->text = g_strdup ("P1");
  found = options.rows = atlas_row_index_new (dataset, query, NULL, &error);
  g_assert_true (atlas_table_export (dataset, "personnel", csv_path, &options, &error));
  g_assert_true (atlas_table_export (dataset, "personnel", xlsx_path, &options, &error));
  g_assert_no_error (error);
  g_free (csv);
  csv = fixture_read (csv_path, NULL);
  g_assert_cmpstr (csv, ==, PERSON_HEAD ("name_masked", "certificate_no_masked")
                   "p1,王*,senior,2019**********90,2019-06,,,,2019-06,≥90,,640303100,'=1+1\r\n");
  notes = read_part (xlsx_path, "xl/worksheets/sheet2.xml");
  g_assert_nonnull (strstr (notes, "<t>Only rows that hold</t>"));
  g_assert_nonnull (strstr (notes, "<t>P1</t>"));
  test_folder_remove (folder);
}

/* Offices whose programs know no UTF-8 ask for GB18030, which has a code for every character. */
static void
test_gb18030 (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasDataset) dataset = open_with_people (folder);
  g_autofree char *path = g_build_filename (folder, "people.csv", NULL);
  g_autofree char *contents = NULL, *text = NULL;
  AtlasExportOptions options = { .encoding = "gb18030", .unmasked = TRUE };
  AtlasExportOptions odd = { .encoding = "EBCDIC" };
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (atlas_table_export (dataset, "personnel", path, &options, &error));
  g_assert_no_error (error);
  contents = fixture_read (path, &length);
  text = g_convert (contents, (gssize) length, "UTF-8", "GB18030", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "person_id,name,grade,"));
  g_assert_nonnull (strstr (text, "p1,王小明,senior,"));
  g_assert_nonnull (strstr (text, ",≥90,"));
  g_assert_false (atlas_table_export (dataset, "personnel", path, &odd, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  test_folder_remove (folder);
}

static void
check_refused (const char *table,
               const char *path,
               const char *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_table_export (fixture_open_published (), table, path, NULL, &error));
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_refused (void)
{
  char *folder = test_folder_make ();
  g_autofree char *kept = export_table (folder, "units", ".csv");
  g_autofree char *before = fixture_hash_file (kept);
  g_autofree char *after = NULL;

  check_refused ("people", kept, "“people” is no table; there are: "
                 "regions, units, dimensions, indicators, denominators, sources, figures, programmes, stations, "
                 "personnel, funding, services, organisations, projects, training, posts, policies, incentives, funds, inspections");
  check_refused ("units", "a.txt", "“a.txt” ends neither in .csv nor in .xlsx");
  check_refused ("units", "/no/such/a.csv", "“/no/such/a.csv” cannot be written: No such file or directory");
  check_refused ("units", "/no/such/a.xlsx", "“/no/such/a.xlsx” cannot be written: No such file or directory");
  after = fixture_hash_file (kept);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/export/cells", test_cells);
  g_test_add_func ("/dataset/export/round-trip", test_round_trip);
  g_test_add_func ("/dataset/export/form", test_form);
  g_test_add_func ("/dataset/export/formulas", test_formulas);
  g_test_add_func ("/dataset/export/negative", test_negative);
  g_test_add_func ("/dataset/export/workbook", test_workbook);
  g_test_add_func ("/dataset/export/workbook-numbers", test_workbook_numbers);
  g_test_add_func ("/dataset/export/workbook-formulas", test_workbook_formulas);
  g_test_add_func ("/dataset/export/memory-file", test_memory_file);
  g_test_add_func ("/dataset/export/registers", test_registers);
  g_test_add_func ("/dataset/export/notes-sheet", test_notes_sheet);
  g_test_add_func ("/dataset/export/days", test_days);
  g_test_add_func ("/dataset/export/chosen-rows", test_chosen_rows);
  g_test_add_func ("/dataset/export/gb18030", test_gb18030);
  g_test_add_func ("/dataset/export/refused", test_refused);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
