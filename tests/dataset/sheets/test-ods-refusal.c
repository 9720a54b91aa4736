/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "dataset/sheets/sheet-limits.h"
#include "ods-maker.h"
#include "row-dump.h"
#include "zip-maker.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSheetReader, ods_reader_free)

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

/* Takes BYTES. */
static void
check_refused_bytes (GBytes     *bytes,
                     gboolean    flat,
                     int         code,
                     const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_ods_reader_new (bytes, "a.ods", flat, NULL, &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, code);
  g_assert_nonnull (strstr (error->message, "“a.ods”"));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  g_bytes_unref (bytes);
}

static void
check_refused (const char *content,
               int         code,
               const char *says)
{
  check_refused_bytes (g_bytes_new (content, strlen (content)), TRUE, code, says);
  check_refused_bytes (ods_make_archive (content), FALSE, code, says);
}

/* ROWS: what a table holds. */
static void
check_rows_refused (const char *rows,
                    int         code,
                    const char *says)
{
  g_autofree char *table = g_strconcat ("<table:table>", rows, "</table:table>", NULL);
  g_autofree char *content = ods_make_document ("", table);

  check_refused (content, code, says);
}

static void
check_kind_refused (const char *body,
                    const char *says)
{
  g_autofree char *content = g_strdup_printf (
    "<o:document xmlns:o=\"" OASIS "office:1.0\"><o:body><o:%s/></o:body></o:document>", body);

  check_refused (content, ATLAS_SHEET_ERROR_WRONG_FORMAT, says);
}

static void
test_other_kinds (void)
{
  check_kind_refused ("text", "it is a text document");
  check_kind_refused ("presentation", "it is a presentation");
  check_kind_refused ("drawing", "it is a drawing");
  check_kind_refused ("chart", "it is a chart");
  check_kind_refused ("image", "it is a picture");
  check_kind_refused ("database", "it is a database");
  check_refused ("<html/>", ATLAS_SHEET_ERROR_WRONG_FORMAT, "it is no OpenDocument spreadsheet");
  check_refused ("<document-content xmlns=\"http://openoffice.org/2000/office\"/>", ATLAS_SHEET_ERROR_WRONG_FORMAT,
                 "it is no OpenDocument spreadsheet");
}

static void
test_no_sheets (void)
{
  g_autofree char *content = ods_make_document ("", "<table:named-expressions/>");

  check_refused (content, ATLAS_SHEET_ERROR_EMPTY_FILE, "it has no sheets");
  check_refused ("<document xmlns=\"" OASIS "office:1.0\"/>", ATLAS_SHEET_ERROR_EMPTY_FILE, "it has no sheets");
}

/* Wherever it is cut off. */
static void
test_cut_off (void)
{
  g_autofree char *content = ods_make_document ("", "<table:table><table:table-row/></table:table>");
  gsize length = strlen (content) - 1; /* without the line feed */
  g_autoptr (GBytes) archive = ods_make_archive (content);

  for (gsize n = 0; n < length; n += 13)
    check_refused_bytes (g_bytes_new (content, n), TRUE, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "its XML is not valid");
  for (gsize n = 0; n < g_bytes_get_size (archive); n += 101)
    check_refused_bytes (g_bytes_new_from_bytes (archive, 0, n), FALSE, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                         "is damaged");
}

static void
test_damaged (void)
{
  ZipMaker *maker = zip_maker_new ();

  check_refused_bytes (ods_make_archive ("\n&"), FALSE, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                       "part content.xml: its XML is not valid in line 2");
  zip_maker_add (maker, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", -1);
  check_refused_bytes (zip_maker_finish (maker), FALSE, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                       "part content.xml: it is missing");
}

static void
test_document_type (void)
{
  check_refused ("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><a>&b;</a>",
                 ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "it declares a document type");
  check_refused ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                 "it declares a document type");
  check_rows_refused ("<table:table-row><table:table-cell><text:p>&a;</text:p></table:table-cell></table:table-row>",
                      ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "its XML is not valid");
}

/* FLAGS are those of content.xml. */
static GBytes *
make_archive (const char    *manifest,
              const char    *content,
              ZipMakerFlags  flags)
{
  ZipMaker *maker = zip_maker_new ();

  if (content != NULL)
    zip_maker_add_full (maker, "content.xml", content, -1, flags);
  if (manifest != NULL)
    zip_maker_add (maker, "META-INF/manifest.xml", manifest, -1);
  return zip_maker_finish (maker);
}

/* Whole, as LibreOffice 24.8 does it, by parts as before, or in the way of zip. */
static void
test_encrypted (void)
{
  static const char manifest[] =
    "<m:manifest xmlns:m=\"" OASIS "manifest:1.0\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data"
    " m:checksum=\"x\"/></m:file-entry></m:manifest>";

  const int code = ATLAS_SHEET_ERROR_ENCRYPTED;

  check_refused_bytes (make_archive (manifest, NULL, 0), FALSE, code, "password");
  check_refused_bytes (make_archive (manifest, "\x93\xe1garbage", 0), FALSE, code, "password");
  check_refused_bytes (make_archive (NULL, "garbage", ZIP_MAKER_ENCRYPTED), FALSE, code, "password");
}

/* Only the sheets are needed. */
static void
test_odd_manifest (void)
{
  static const char *manifests[] = {
    NULL, "", "<m", "<!DOCTYPE m SYSTEM \"Manifest.dtd\"><m/>", "<encryption-data/>",
  };
  g_autofree char *content = ods_make_document ("", "<table:table table:name=\"甲\"/>");

  for (guint i = 0; i < G_N_ELEMENTS (manifests); i++)
    {
      g_autoptr (GBytes) bytes = make_archive (manifests[i], content, 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasSheetReader) reader = atlas_ods_reader_new (bytes, "a.ods", FALSE, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (reader->sheets->len, ==, 1);
    }
}

#define CELL_OF(attributes, text) "<table:table-cell " attributes "><text:p>" text "</text:p></table:table-cell>"
#define CELLS(n) CELL_OF ("table:number-columns-repeated=\"" n "\"", "a")
#define EMPTY(n) "<table:table-cell table:number-columns-repeated=\"" n "\"/>"
#define ROWS(n, cells) "<table:table-row table:number-rows-repeated=\"" n "\">" cells "</table:table-row>"

static void
test_too_many_cells (void)
{
  const int code = ATLAS_SHEET_ERROR_TOO_LARGE;

  check_rows_refused (ROWS ("1000000", CELLS ("1000")), code, "too many cells");
  check_rows_refused (ROWS ("10000000", CELLS ("11")), code, "too many cells");
  check_rows_refused (ROWS ("10000001", CELLS ("1")), code, "too many rows");
  check_rows_refused (ROWS ("10000000", EMPTY ("1")) ROWS ("1", CELLS ("1")), code, "too many rows");
  check_rows_refused (ROWS ("1", CELLS ("16385")), code, "too many columns");
  check_rows_refused (ROWS ("1", EMPTY ("16384") CELLS ("1")), code, "too many columns");
}

/* 16,384 times a long text are few cells. */
static void
test_too_much_text (void)
{
  g_autofree char *text = g_strnfill (200000, 'a');
  g_autofree char *rows = g_strdup_printf (
    ROWS ("1", CELL_OF ("table:number-columns-repeated=\"16384\"", "%s")), text);

  check_rows_refused (rows, ATLAS_SHEET_ERROR_TOO_LARGE, "too many cells");
}

/* Each of a hundred sheets has a million cells, and one more is too many. */
static void
test_too_many_cells_of_sheets (void)
{
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autofree char *content = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (tables, "<table:table>" ROWS ("100000", CELLS ("10")) "</table:table>");
  content = ods_make_document ("", tables->str);
  ods_reader_free (ods_open_flat (content, -1));
  g_string_append (tables, "<table:table>" ROWS ("1", CELLS ("1")) "</table:table>");
  g_free (content);
  content = ods_make_document ("", tables->str);
  check_refused (content, ATLAS_SHEET_ERROR_TOO_LARGE, "too many cells");
}

#define SPAN(columns, rows, text) \
  CELL_OF ("table:number-columns-spanned=\"" columns "\" table:number-rows-spanned=\"" rows "\"", text)

/* Ranges that lie over each other make many cells of few: 16,384 of them, each as wide as the sheet. */
static void
test_spans (void)
{
  g_autoptr (GString) rows = g_string_new ("<table:table-row>");

  for (guint i = 0; i < ATLAS_SHEET_MAX_COLUMNS; i++)
    g_string_append (rows, SPAN ("16384", "2", "a"));
  g_string_append (rows, "</table:table-row>");
  check_rows_refused (rows->str, ATLAS_SHEET_ERROR_TOO_LARGE, "too many cells");
  check_rows_refused (ROWS ("1", SPAN ("9999", "9999999", "a")) ROWS ("1000000", ""), ATLAS_SHEET_ERROR_TOO_LARGE,
                      "too many cells");
}

/* N × TEXT in FORMAT; flat, since so much of the same would be refused as an archive already. */
static void
check_long (const char *format,
            guint       n,
            const char *text,
            const char *says)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_auto (GStrv) around = g_strsplit (format, "…", 2);
  g_autofree char *rows = NULL, *content = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append (many, text);
  rows = g_strdup_printf ("<table:table><table:table-row>%s%s%s</table:table-row></table:table>", around[0], many->str,
                          around[1]);
  content = ods_make_document ("", rows);
  check_refused_bytes (g_bytes_new (content, strlen (content)), TRUE, ATLAS_SHEET_ERROR_TOO_LARGE, says);
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (1000, 'a');
  g_autofree char *cell = g_strdup_printf (CELL_OF ("", "%s"), text);
  g_autofree char *range = g_strdup_printf (SPAN ("2", "1", "%s"), text);

  check_long ("<table:table-cell><text:p>…</text:p></table:table-cell>", 1100, text, "a cell in it is too long");
  check_long ("<table:table-cell>…</table:table-cell>", 1100000, "<text:p/>", "a cell in it is too long");
  check_long (CELL_OF ("", "<text:s text:c=\"4294967295\"/>…"), 0, "", "a cell in it is too long");
  check_long ("<table:table-cell office:value-type=\"string\" office:string-value=\"…\"/>", 1100, text,
              "a cell in it is too long");
  check_long ("…", 9000, cell, "a row in it is too long");
  check_long ("…", 4500, range, "a row in it is too long");
  check_long ("<table:table-cell office:string-value=\"…\"/>", 20000, text, "a tag in it is too long");
}

/* Each row begins a range in a further column, that all rows below it share. */
static void
test_long_spans (void)
{
  g_autofree char *text = g_strnfill (1000000, 'a');
  g_autoptr (GString) table = g_string_new ("<table:table>");
  g_autofree char *content = NULL;

  for (guint i = 1; i < 10; i++)
    g_string_append_printf (table, ROWS ("1", EMPTY ("%u") SPAN ("1", "10000", "%s")), i, text);
  g_string_append (table, "</table:table>");
  content = ods_make_document ("", table->str);
  check_refused_bytes (g_bytes_new (content, strlen (content)), TRUE, ATLAS_SHEET_ERROR_TOO_LARGE,
                       "a row in it is too long");
}

static void
test_too_many_sheets (void)
{
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autoptr (GString) styles = g_string_new (NULL);
  g_autofree char *name = g_strnfill (5000, 'a');
  g_autofree char *content = NULL;

  for (guint i = 0; i <= ATLAS_SHEET_MAX_SHEETS; i++)
    g_string_append (tables, "<table:table/>");
  content = ods_make_document ("", tables->str);
  check_refused (content, ATLAS_SHEET_ERROR_TOO_LARGE, "it has too many sheets");
  g_free (content);
  g_string_printf (tables, "<table:table table:name=\"%s\"/>", name);
  content = ods_make_document ("", tables->str);
  check_refused (content, ATLAS_SHEET_ERROR_TOO_LARGE, "the name of a sheet is too long");
  g_free (content);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (styles, "<style:style style:name=\"%u\" style:family=\"table\"><style:table-properties"
                                    " table:display=\"false\"/></style:style>", i);
  content = ods_make_document (styles->str, "");
  check_refused (content, ATLAS_SHEET_ERROR_TOO_LARGE, "it has too many styles");
}

/* Two gigabytes and a byte, none of which takes room. */
static void
test_too_long_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("shegong-atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.fods", NULL);
  g_autoptr (GMappedFile) file = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, ATLAS_SHEET_MAX_PART_BYTES + 1), ==, 0);
  file = g_mapped_file_new (path, FALSE, NULL);
  g_assert_nonnull (file);
  check_refused_bytes (g_mapped_file_get_bytes (file), TRUE, ATLAS_SHEET_ERROR_TOO_LARGE, "it is too long");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_too_deep (void)
{
  g_autoptr (GString) rows = g_string_new ("<table:table-row><table:table-cell><text:p>");

  for (guint i = 0; i < 300; i++)
    g_string_append (rows, "<text:span>");
  check_rows_refused (rows->str, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "nested too deeply");
}

/* Others than those of OpenDocument do not count. */
static void
test_too_many_namespaces (void)
{
  g_autoptr (GString) many = g_string_new ("<a"), others = g_string_new ("<a");
  g_autofree char *prefix = g_strnfill (100, 'a');
  g_autofree char *one = g_strdup_printf ("<a xmlns:%s='" OASIS "table:1.0'/>", prefix);

  for (guint i = 0; i < 600; i++)
    {
      g_string_append_printf (many, " xmlns:a%u='" OASIS "table:1.0'", i);
      g_string_append_printf (others, " xmlns:%s%u='b'", prefix, i);
    }
  g_string_append (many, "/>");
  g_string_append (others, "/>");
  check_refused (many->str, ATLAS_SHEET_ERROR_TOO_LARGE, "it declares too many namespaces");
  check_refused (one, ATLAS_SHEET_ERROR_TOO_LARGE, "it declares too many namespaces");
  check_refused (others->str, ATLAS_SHEET_ERROR_WRONG_FORMAT, "it is no OpenDocument spreadsheet");
}

typedef struct {
  GCancellable *cancellable;
  guint n_rows;
} Reading;

static gboolean
cancel_at_once (const AtlasSheetRow *row,
                gpointer             user_data,
                GError             **error)
{
  Reading *reading = user_data;

  g_cancellable_cancel (reading->cancellable);
  reading->n_rows++;
  return TRUE;
}

/* Also amid rows that are written once. */
static void
test_cancelled (void)
{
  g_autofree char *content = ods_make_document ("", "<table:table>" ROWS ("1000000", CELLS ("1")) "</table:table>");
  g_autoptr (AtlasSheetReader) reader = ods_open_archive (content);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = ods_make_archive (content);
  g_autoptr (GError) error = NULL;
  Reading reading = { cancellable };

  g_assert_false (reader->class->read_sheet (reader, 0, cancel_at_once, &reading, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (reading.n_rows, <, 2000);
  g_clear_error (&error);
  g_assert_null (atlas_ods_reader_new (bytes, "a.ods", FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods-refusal/other-kinds", test_other_kinds);
  g_test_add_func ("/ods-refusal/no-sheets", test_no_sheets);
  g_test_add_func ("/ods-refusal/cut-off", test_cut_off);
  g_test_add_func ("/ods-refusal/damaged", test_damaged);
  g_test_add_func ("/ods-refusal/document-type", test_document_type);
  g_test_add_func ("/ods-refusal/encrypted", test_encrypted);
  g_test_add_func ("/ods-refusal/odd-manifest", test_odd_manifest);
  g_test_add_func ("/ods-refusal/too-many-cells", test_too_many_cells);
  g_test_add_func ("/ods-refusal/too-much-text", test_too_much_text);
  g_test_add_func ("/ods-refusal/too-many-cells-of-sheets", test_too_many_cells_of_sheets);
  g_test_add_func ("/ods-refusal/spans", test_spans);
  g_test_add_func ("/ods-refusal/long-spans", test_long_spans);
  g_test_add_func ("/ods-refusal/too-long", test_too_long);
  g_test_add_func ("/ods-refusal/too-many-sheets", test_too_many_sheets);
  g_test_add_func ("/ods-refusal/too-many-namespaces", test_too_many_namespaces);
  g_test_add_func ("/ods-refusal/too-long-file", test_too_long_file);
  g_test_add_func ("/ods-refusal/too-deep", test_too_deep);
  g_test_add_func ("/ods-refusal/cancelled", test_cancelled);
  return g_test_run ();
}
