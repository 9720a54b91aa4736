/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "dataset/csv-file.h"
#include "dataset/memory-file.h"
#include "dataset/table-export.h"

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

  g_assert_true (atlas_table_export (fixture_open_published (), table, path, &error));
  g_assert_no_error (error);
  return path;
}

/* Each exported table has the cells of the bundled file, in the same order. */
static void
test_cells (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();

  for (const char *const *table = atlas_table_export_list_names (); *table != NULL; table++)
    {
      g_autofree char *name = g_strconcat (*table, ".csv", NULL);
      g_autofree char *bundled_path = g_build_filename (csv_dir, name, NULL);
      g_autofree char *path = export_table (folder, *table, ".csv");
      g_autoptr (GPtrArray) bundled = read_csv (bundled_path);
      g_autoptr (GPtrArray) exported = read_csv (path);

      g_assert_cmpuint (exported->len, ==, bundled->len);
      for (guint i = 0; i < bundled->len; i++)
        g_assert_cmpstrv (g_ptr_array_index (exported, i), g_ptr_array_index (bundled, i));
    }
  fixture_remove_folder (folder);
}

/* What is exported builds the same dataset again. */
static void
test_round_trip (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "again.atlas", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) again = NULL;
  g_autofree char *hash = NULL, *expected = NULL;

  for (const char *const *table = atlas_table_export_list_names (); *table != NULL; table++)
    g_free (export_table (folder, *table, ".csv"));
  g_assert_true (atlas_dataset_create (path, folder, TRUE, &error));
  again = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  hash = atlas_dataset_dup_hash (again, &error);
  expected = atlas_dataset_dup_hash (fixture_open_published (), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hash, ==, expected);
  fixture_remove_folder (folder);
}

static void
test_form (void)
{
  char *folder = fixture_make_folder ();
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
  fixture_remove_folder (folder);
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
  char *folder = fixture_make_folder ();
  g_autoptr (AtlasDataset) dataset = build_with_formulas (folder);
  g_autofree char *path = g_build_filename (folder, "units.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_table_export (dataset, "units", path, &error));
  contents = fixture_read (path, NULL);
  g_assert_nonnull (strstr (contents, "\r\npeople,'=1+1,'@SUM(A1),0\r\n"));
  /* The loader took one apostrophe off; the export puts it back. */
  g_assert_nonnull (strstr (contents, "\r\npercent,'-1,\"''+1,\"\"x\"\"\",0\r\n"));
  fixture_remove_folder (folder);
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
  char *folder = fixture_make_folder ();
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
  g_assert_true (atlas_table_export (dataset, "figures", csv_path, &error));
  g_assert_true (atlas_table_export (dataset, "figures", xlsx_path, &error));
  g_assert_no_error (error);
  contents = fixture_read (csv_path, NULL);
  g_assert_nonnull (strstr (contents, ",-1500000.50,at_least,"));
  sheet = read_part (xlsx_path, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "<v>-1500000.5</v>"));
  fixture_remove_folder (folder);
}

/* Numbers are numbers with their decimals, codes are text, the header stays in view, and no cell is a formula. */
static void
test_workbook (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = export_table (folder, "figures", ".xlsx");
  g_autofree char *sheet = read_part (path, "xl/worksheets/sheet1.xml");
  g_autofree char *strings = read_part (path, "xl/sharedStrings.xml");
  g_autofree char *styles = read_part (path, "xl/styles.xml");
  g_autofree char *book = read_part (path, "xl/workbook.xml");

  g_assert_nonnull (strstr (book, "name=\"figures\""));
  g_assert_nonnull (strstr (sheet, "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
  g_assert_true (g_regex_match_simple ("<c r=\"F2\" s=\"[0-9]+\"><v>1500000</v></c>", sheet, 0, 0));
  g_assert_true (g_regex_match_simple ("<c r=\"C2\" t=\"s\"><v>[0-9]+</v></c>", sheet, 0, 0));
  g_assert_true (g_regex_match_simple ("<v>88\\.3(0000)?[0-9]*</v>", sheet, 0, 0));
  g_assert_true (g_regex_match_simple ("<c r=\"A632\"", sheet, 0, 0));
  g_assert_false (g_regex_match_simple ("<c r=\"A633\"", sheet, 0, 0));
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_nonnull (strstr (strings, "<t>640000</t>"));
  g_assert_nonnull (strstr (strings, "<t>筹措资金150多万元</t>"));
  g_assert_nonnull (strstr (styles, "formatCode=\"0.0\""));
  fixture_remove_folder (folder);
}

static void
test_workbook_formulas (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (AtlasDataset) dataset = build_with_formulas (folder);
  g_autofree char *path = g_build_filename (folder, "units.xlsx", NULL);
  g_autofree char *sheet = NULL, *strings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_table_export (dataset, "units", path, &error));
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  strings = read_part (path, "xl/sharedStrings.xml");
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_nonnull (strstr (strings, "<t>=1+1</t>"));
  fixture_remove_folder (folder);
}

/* What libraries wrote by name arrives whole, or not at all. */
static void
test_memory_file (void)
{
  char *folder = fixture_make_folder ();
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
  g_assert_cmpuint (fixture_count_files (folder), ==, 1);
  close (memory);
  fixture_remove_folder (folder);
}

static void
check_refused (const char *table,
               const char *path,
               const char *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_table_export (fixture_open_published (), table, path, &error));
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_refused (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *kept = export_table (folder, "units", ".csv");
  g_autofree char *before = fixture_hash_file (kept);
  g_autofree char *after = NULL;

  check_refused ("people", kept, "“people” is no table; there are: "
                 "regions, units, dimensions, indicators, denominators, sources, figures");
  check_refused ("units", "a.txt", "“a.txt” ends neither in .csv nor in .xlsx");
  check_refused ("units", "/no/such/a.csv", "“/no/such/a.csv” cannot be written: No such file or directory");
  check_refused ("units", "/no/such/a.xlsx", "“/no/such/a.xlsx” cannot be written: No such file or directory");
  after = fixture_hash_file (kept);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (fixture_count_files (folder), ==, 1);
  fixture_remove_folder (folder);
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
  g_test_add_func ("/dataset/export/workbook-formulas", test_workbook_formulas);
  g_test_add_func ("/dataset/export/memory-file", test_memory_file);
  g_test_add_func ("/dataset/export/refused", test_refused);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
