/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/sheets/sheet-limits.h"
#include "ods-maker.h"
#include "row-dump.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSheetReader, ods_reader_free)

/* Takes READER. */
static void
check_sheet (AtlasSheetReader *reader,
             const char       *expected)
{
  g_autofree char *dump = ods_dump_sheet (reader, 0);

  g_assert_cmpstr (dump, ==, expected);
  ods_reader_free (reader);
}

/* ROWS: what a table holds; read from a flat file and from an archive. */
static void
check_rows (const char *rows,
            const char *expected)
{
  g_autofree char *table = g_strconcat ("<table:table table:name=\"甲\">", rows, "</table:table>", NULL);
  g_autofree char *content = ods_make_document ("", table);

  check_sheet (ods_open_flat (content, -1), expected);
  check_sheet (ods_open_archive (content), expected);
}

/* CELLS: what the only row holds, which is row 1. */
static void
check_cells (const char *cells,
             const char *expected)
{
  g_autofree char *row = g_strconcat ("<table:table-row>", cells, "</table:table-row>", NULL);
  g_autofree char *line = g_strdup_printf (expected[0] != '\0' ? "1:%s\n" : "%s", expected);

  check_rows (row, line);
}

/* What is in a text:p of a string. */
static void
check_text (const char *xml,
            const char *expected)
{
  g_autofree char *cell = g_strconcat ("<table:table-cell office:value-type=\"string\"><text:p>", xml,
                                       "</text:p></table:table-cell>", NULL);

  check_cells (cell, expected);
}

/* A cell with ATTRIBUTES that shows TEXT. */
#define CELL_OF(attributes, text) \
  "<table:table-cell " attributes "><text:p>" text "</text:p></table:table-cell>"
#define CELL(text) CELL_OF ("office:value-type=\"string\"", text)
#define VALUE(type, name, value) "office:value-type=\"" type "\" office:" name "=\"" value "\""
#define FORMULA "table:formula=\"of:=A1/0\" "
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"

static void
check_info (AtlasSheetReader *reader,
            guint             sheet,
            const char       *name,
            gboolean          hidden)
{
  const AtlasSheetInfo *info = g_ptr_array_index (reader->sheets, sheet);

  g_assert_cmpstr (info->name, ==, name);
  g_assert_cmpint (info->hidden, ==, hidden);
}

#define STYLE(name, family, display) \
  "<style:style style:name=\"" name "\" style:family=\"" family "\">" \
  "<style:table-properties table:display=\"" display "\"/></style:style>"

/* In the order of the file; only styles of tables hide them; each sheet is read by itself, as often as wanted. */
static void
test_sheets (void)
{
  g_autofree char *content = ods_make_document (
    STYLE ("ta1", "table", "true") STYLE ("ta2", "table", "false") STYLE ("ta3", "table-row", "false"),
    "<table:calculation-settings/>"
    "<table:table table:name=\"站点\" table:style-name=\"ta1\">" ROW (CELL ("一")) "</table:table>"
    "<table:table table:name=\"隐藏\" table:style-name=\"ta2\">" ROW (CELL ("二")) ROW (CELL ("三")) "</table:table>"
    "<table:table table:name=\"空\" table:style-name=\"ta3\"/>"
    "<table:table table:style-name=\"none\">" ROW (CELL ("四")) "</table:table>"
    "<table:named-expressions/>");
  const char *rows[] = { "1:一\n", "1:二\n2:三\n", "", "1:四\n" };
  g_autoptr (AtlasSheetReader) reader = ods_open_archive (content);

  g_assert_null (reader->encoding);
  g_assert_cmpuint (reader->sheets->len, ==, 4);
  check_info (reader, 0, "站点", FALSE);
  check_info (reader, 1, "隐藏", TRUE);
  check_info (reader, 2, "空", FALSE);
  check_info (reader, 3, "", FALSE);
  for (int i = 7; i >= 0; i--)
    {
      g_autofree char *dump = ods_dump_sheet (reader, i % 4);

      g_assert_cmpstr (dump, ==, rows[i % 4]);
    }
}

/* What LibreOffice keeps of other files is no sheet. What a sheet is linked to is not looked at: its rows are here. */
static void
test_linked (void)
{
  g_autofree char *content = ods_make_document (
    "",
    "<table:table table:name=\"'file:///a.ods'#$Sheet1\">"
    "<table:table-source xlink:href=\"a.ods\" table:table-name=\"Sheet1\" table:mode=\"copy-results-only\"/>"
    ROW (CELL ("other")) "</table:table>"
    "<table:table table:name=\"'97\"><table:table-source xlink:href=\"b.ods\"/>" ROW (CELL ("own")) "</table:table>");
  g_autoptr (AtlasSheetReader) reader = ods_open_flat (content, -1);
  g_autofree char *dump = ods_dump_sheet (reader, 0);

  g_assert_cmpuint (reader->sheets->len, ==, 1);
  check_info (reader, 0, "'97", FALSE);
  g_assert_cmpstr (dump, ==, "1:own\n");
}

static void
test_numbers (void)
{
  check_cells (CELL_OF (VALUE ("float", "value", "1234.5"), "1,234.50")
               CELL_OF (VALUE ("percentage", "value", "0.125"), "12.50%")
               CELL_OF ("office:value=\"82.4\" office:currency=\"CNY\" office:value-type=\"currency\"", "￥82")
               CELL_OF (VALUE ("float", "value", "1.5E-9"), "0.00")
               CELL_OF (VALUE ("float", "value", "4.1100000000000003"), "4.11")
               CELL_OF (VALUE ("float", "value", "110101199003077758"), "1.10E+17")
               CELL_OF (VALUE ("float", "value", "-1.5E+3"), ""),
               "=1234.5|=0.125|=82.4|=0.0000000015|=4.11|=110101199003077758|=-1500");
  check_cells (CELL_OF ("office:value-type=\"float\"", "12") CELL_OF (VALUE ("float", "value", "INF"), "∞")
               CELL_OF (VALUE ("float", "value", "1,5"), ""),
               "12|∞|1,5");
}

static void
test_dates (void)
{
  static const char *cases[][2] = {
    { "2023-05-01", "@2023-05-01" },
    { "2023-05-01T08:30:00", "@2023-05-01T08:30:00" },
    { "2023-05-01T00:00:00", "@2023-05-01" },
    { "2023-05-01T00:00:00.4", "@2023-05-01" },
    { "2023-05-01T23:59:59.999999999", "@2023-05-01T23:59:59" },
    { "2023-05-01T08:30:00Z", "@2023-05-01T08:30:00" },
    { "2023-05-01T08:30:00.5+08:00", "@2023-05-01T08:30:00" },
    { "2023-05-01+08:00", "@2023-05-01" },
    { "2024-02-29", "@2024-02-29" },
    { "1899-12-30", "@1899-12-30" },
    { "2023-02-29", "shown" },
    { "2023-13-01", "shown" },
    { "2023-5-1", "shown" },
    { "0000-01-01", "shown" },
    { "-0001-01-01", "shown" },
    { "12023-05-01", "shown" },
    { "2023-05-01T24:00:00", "shown" },
    { "2023-05-01T08:60:00", "shown" },
    { "2023-05-01T08:30", "shown" },
    { "2023-05-01 08:30:00", "shown" },
    { "2023-05-01T08:30:00.", "shown" },
    { "2023-05-01T08:30:00+8", "shown" },
    { "2023-05-01x", "shown" },
    { "2023-05-0", "shown" },
    { "", "shown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = g_strdup_printf (CELL_OF (VALUE ("date", "date-value", "%s"), "shown"), cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      check_cells (cell, cases[i][1]);
    }
  check_cells (CELL_OF (VALUE ("date", "date-value", "2023-13"), ""), "2023-13");
}

static void
test_other_types (void)
{
  check_cells (CELL_OF (VALUE ("boolean", "boolean-value", "true"), "是")
               CELL_OF (VALUE ("boolean", "boolean-value", "false"), "否")
               CELL_OF (VALUE ("boolean", "boolean-value", "yes"), "是"),
               "?1|?0|是");
  check_cells (CELL_OF (VALUE ("time", "time-value", "PT08H30M00S"), "8:30")
               CELL_OF (VALUE ("time", "time-value", "PT08H30M00S"), ""),
               "8:30|PT08H30M00S");
  check_cells (CELL_OF ("", "no type") CELL_OF ("office:value-type=\"void\"", "void")
               CELL_OF (VALUE ("odd", "value", "5"), "odd"),
               "no type|void|odd");
}

static void
test_string_value (void)
{
  check_cells (CELL_OF (VALUE ("string", "string-value", "real"), "shown")
               CELL_OF (VALUE ("string", "string-value", ""), "shown")
               CELL_OF (VALUE ("string", "string-value", "a&#10; b"), ""),
               "real||a\n b");
}

/* The last three only look like errors. */
static void
test_errors (void)
{
  check_cells (CELL_OF (FORMULA "calcext:value-type=\"error\" " VALUE ("string", "string-value", ""), "#DIV/0!")
               CELL_OF (FORMULA VALUE ("float", "value", "0"), "#N/A")
               CELL_OF (FORMULA "office:value-type=\"string\"", "Err:502")
               CELL_OF (FORMULA "office:value-type=\"string\"", "错误:502")
               CELL_OF ("calcext:value-type=\"error\"", "")
               CELL_OF (FORMULA "office:value-type=\"string\"", "Err: none")
               CELL_OF (FORMULA "office:value-type=\"string\"", "Err:")
               CELL ("#N/A"),
               "!#DIV/0!|!#N/A|!Err:502|!错误:502|!#N/A|Err: none|Err:|#N/A");
}

static void
test_text (void)
{
  check_text ("a &lt;b&gt; &amp; <![CDATA[<c>]]>&#x4E00;", "a <b> & <c>一");
  check_text ("  a \t\n\r b  ", "a b");
  check_text ("a <text:s/>b<text:s text:c=\"3\"/>c<text:s/>", "a  b   c ");
  check_text ("<text:s text:c=\"2\"/>a", "  a");
  check_text ("a<text:tab/>b<text:line-break/>c", "a\tb\nc");
  check_text ("<text:span>a <text:span>b</text:span></text:span> c", "a b c");
  check_text ("<text:a xlink:href=\"http://example.org\">link</text:a>", "link");
  check_text ("<text:sheet-name>甲</text:sheet-name>!", "甲!");
  check_text ("<text:ruby><text:ruby-base>社</text:ruby-base><text:ruby-text>shè</text:ruby-text></text:ruby>工", "社工");
  check_text ("a<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>b", "ab");
  check_text ("a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>b", "ab");
  check_text ("a<!-- b --><?c d?>e", "ae");
  check_text (" \n", "");
}

static void
test_paragraphs (void)
{
  check_cells ("<table:table-cell>\n  <text:p>一 </text:p>\n  <text:p> 二</text:p>\n </table:table-cell>", "一\n二");
  check_cells ("<table:table-cell><text:p/><text:p>a</text:p><text:p/></table:table-cell>", "\na\n");
  check_cells ("<table:table-cell><text:h>a</text:h><text:list><text:list-item><text:p>b</text:p></text:list-item>"
               "<text:list-item><text:p>c</text:p></text:list-item></text:list></table:table-cell>",
               "a\nb\nc");
}

/* Comments, drawings and tables in a cell are not its text, nor are those beside the rows. */
static void
test_ignored (void)
{
  check_cells ("<table:table-cell>"
               "<office:annotation><dc:creator>甲</dc:creator><text:p>comment</text:p></office:annotation>"
               "<text:p>a</text:p><draw:frame><draw:image/><text:p>image</text:p></draw:frame>"
               "<table:table table:is-sub-table=\"true\">" ROW (CELL ("inner")) "</table:table>"
               "<table:detective/></table:table-cell>" CELL ("b"),
               "a|b");
  check_rows ("<table:title>title</table:title><office:forms/>"
              "<table:shapes><draw:frame><draw:text-box><text:p>shape</text:p></draw:text-box></draw:frame>"
              "<table:table>" ROW (CELL ("inner")) "</table:table></table:shapes>"
              "<table:table-columns><table:table-column table:visibility=\"collapse\"/></table:table-columns>"
              ROW (CELL ("a")) "<office:forms/>" ROW (CELL ("b")),
              "1:a\n2:b\n");
}

#define ROWS_OF(attributes, cells) "<table:table-row " attributes ">" cells "</table:table-row>"
#define ROWS(n, cells) ROWS_OF ("table:number-rows-repeated=\"" n "\"", cells)
#define EMPTY(n) "<table:table-cell table:number-columns-repeated=\"" n "\"/>"

static void
test_repeated_columns (void)
{
  check_cells (EMPTY ("2") CELL_OF ("table:number-columns-repeated=\"3\" " VALUE ("float", "value", "7"), "7,0")
               CELL ("b") EMPTY ("16378"),
               "||=7|=7|=7|b");
  check_cells (CELL ("a") EMPTY ("99999999999999999999"), "a");
  check_cells (EMPTY ("0") EMPTY ("x") CELL ("a"), "||a");
}

static void
test_repeated_rows (void)
{
  check_rows (ROWS ("3", EMPTY ("1")) ROWS ("2", CELL ("a")) ROW (CELL ("b")) ROWS ("1048570", EMPTY ("16384")),
              "4:a\n5:a\n6:b\n");
  check_rows (ROW (CELL ("a")) ROWS ("4294967295", "") ROWS ("4294967295", ""), "1:a\n");
}

static void
test_hidden_rows (void)
{
  check_rows (ROWS_OF ("table:visibility=\"collapse\"", CELL ("a"))
              ROWS_OF ("table:visibility=\"filter\" table:number-rows-repeated=\"2\"", CELL ("b"))
              ROWS_OF ("table:visibility=\"visible\"", CELL ("c")),
              "1 hidden:a\n2 hidden:b\n3 hidden:b\n4:c\n");
}

static void
test_groups (void)
{
  check_rows ("<table:table-header-rows>" ROW (CELL ("head")) "</table:table-header-rows>"
              "<table:table-rows>" ROW (CELL ("a")) "</table:table-rows>"
              "<table:table-row-group>" ROW (CELL ("b"))
              "<table:table-row-group table:display=\"false\">" ROW (CELL ("c"))
              "<table:table-row-group table:display=\"false\">" ROW (CELL ("d")) "</table:table-row-group>"
              ROW (CELL ("e")) "</table:table-row-group>"
              ROW (CELL ("f")) "</table:table-row-group>" ROW (CELL ("g")),
              "1:head\n2:a\n3:b\n4 hidden:c\n5 hidden:d\n6 hidden:e\n7:f\n8:g\n");
}

#define SPAN(columns, rows, text) \
  CELL_OF ("table:number-columns-spanned=\"" columns "\" table:number-rows-spanned=\"" rows "\"", text)
#define COVERED "<table:covered-table-cell/>"
#define COVEREDS(n) "<table:covered-table-cell table:number-columns-repeated=\"" n "\"/>"

static void
test_spans (void)
{
  check_rows (ROW (SPAN ("3", "1", "题") COVEREDS ("2") CELL ("a"))
              ROW (SPAN ("1", "3", "县") CELL ("b"))
              ROW (COVERED SPAN ("2", "2", "c") COVERED)
              ROW (COVERED COVERED COVERED CELL ("d"))
              ROW ("<table:table-cell/>" CELL ("e")),
              "1:题|^题|^题|a\n"
              "2:县|b\n"
              "3:^县|c|^c\n"
              "4:^县|^c|^c|d\n"
              "5:|e\n");
}

/* The value of the range has the kind of its first cell; what it hides is not seen, though it is in the file. */
static void
test_span_values (void)
{
  check_rows (ROW (CELL_OF (VALUE ("date", "date-value", "2023-05-01") " table:number-rows-spanned=\"2\"", "5月1日")
                   CELL ("a"))
              ROW ("<table:covered-table-cell office:value-type=\"float\" office:value=\"5\"/>" CELL ("b")),
              "1:@2023-05-01|a\n2:^@2023-05-01|b\n");
  check_rows (ROW ("<table:table-cell table:number-columns-spanned=\"2\"/>"
                   "<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>" CELL ("a")),
              "1:|^|a\n");
  check_rows (ROW ("<table:covered-table-cell><text:p>alone</text:p></table:covered-table-cell>"), "1:alone\n");
}

/* Rows that are alike are written once, also where a range ends among them. */
static void
test_spans_in_repeated_rows (void)
{
  check_rows (ROW (SPAN ("1", "4", "县") SPAN ("1", "2", "乡") CELL ("a"))
              ROWS ("5", COVEREDS ("2") CELL ("b")),
              "1:县|乡|a\n2:^县|^乡|b\n3:^县||b\n4:^县||b\n5:||b\n6:||b\n");
  check_rows (ROWS ("2", SPAN ("2", "2", "县") COVERED CELL ("a")) ROW (COVERED COVERED CELL ("b")) ROW (CELL ("c")),
              "1:县|^县|a\n2:县|^县|a\n3:^县|^县|b\n4:c\n");
}

/* A range ends with its sheet and where the file ends it; a cell that is not covered keeps what it holds. */
static void
test_span_bounds (void)
{
  g_autofree char *content = ods_make_document (
    "", "<table:table>" ROW (SPAN ("1", "9", "a")) "</table:table>"
    "<table:table>" ROW (CELL ("b")) ROW (CELL ("c")) "</table:table>");
  g_autoptr (AtlasSheetReader) reader = ods_open_flat (content, -1);
  g_autofree char *dump = ods_dump_sheet (reader, 1);

  g_assert_cmpstr (dump, ==, "1:b\n2:c\n");
  check_rows (ROW (SPAN ("3", "3", "a") COVERED COVERED) ROW (COVERED CELL ("own")) ROW ("<table:table-cell/>"),
              "1:a|^a|^a\n2:^a|own|^a\n3:^a|^a|^a\n");
  check_rows (ROW (SPAN ("2", "2", "a") COVERED) ROW (SPAN ("1", "1", "b") SPAN ("1", "2", "c")) ROW (COVEREDS ("2")),
              "1:a|^a\n2:b|c\n3:|^c\n");
}

/* An empty merged range down to the end of a sheet. */
static void
test_empty_span (void)
{
  check_rows (ROW (CELL ("a")) ROW (SPAN ("16384", "1048575", "") COVEREDS ("16383"))
              ROWS ("1048574", COVEREDS ("16384")),
              "1:a\n");
}

/* Through the workbook, which tells by the archive what it is. */
static void
test_workbook (void)
{
  g_autofree char *content = ods_make_document ("", "<table:table table:name=\"甲\">" ROW (CELL ("a")) "</table:table>");
  g_autoptr (GBytes) bytes = ods_make_archive (content);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasWorkbook) workbook = atlas_workbook_open_bytes (bytes, "a.xlsx", NULL, NULL, &error);
  g_autoptr (GString) dump = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_null (atlas_workbook_get_encoding (workbook));
  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, 1);
  g_assert_cmpstr (atlas_workbook_get_sheet (workbook, 0)->name, ==, "甲");
  g_assert_true (atlas_workbook_read_sheet (workbook, 0, row_dump, dump, NULL, &error));
  g_assert_cmpstr (dump->str, ==, "1:a\n");
}

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

/* OpenDocument gives prefixes no meaning; a familiar one may be that of another namespace. */
static void
test_prefixes (void)
{
  check_sheet (ods_open_flat (
    "<document xmlns=\"" OASIS "office:1.0\" xmlns:o=\"" OASIS "office:1.0\" xmlns:表=\"" OASIS "table:1.0\""
    " xmlns:table=\"http://example.org/\"><body><spreadsheet><表:table 表:name=\"甲\"><表:table-row>"
    "<表:table-cell o:value-type=\"float\" o:value=\"5\" value-type=\"string\"/><table:table-cell/>"
    "<表:table-cell table:number-columns-repeated=\"3\"><p xmlns=\"" OASIS "text:1.0\">a</p></表:table-cell>"
    "</表:table-row></表:table></spreadsheet></body></document>", -1),
    "1:=5|a\n");
}

/* A prefix means what the innermost element around it says, and again what it meant before when that is left. */
static void
test_inner_prefixes (void)
{
  check_rows (ROW (CELL ("a") "<table:table-cell xmlns:text=\"http://example.org/\"><text:p>b</text:p></table:table-cell>"
                   "<t:table-cell xmlns:t=\"" OASIS "table:1.0\"><text:p>c</text:p></t:table-cell>"
                   "<t:table-cell><text:p>d</text:p></t:table-cell>" CELL ("e"))
              "<odd xmlns:table=\"http://example.org/\"/>" ROW (CELL ("f")),
              "1:a||c|e\n2:f\n");
}

static void
check_encoding (const char *encoding,
                const char *bom)
{
  g_autofree char *content = ods_make_document ("", "<table:table>" ROW (CELL ("吴忠") CELL ("𠮷")) "</table:table>");
  g_autoptr (GString) text = g_string_new (bom);
  g_autofree char *converted = NULL;
  gsize length;

  g_string_append (text, strstr (content, "?>") + 2);
  converted = g_convert (text->str, text->len, encoding, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (converted);
  check_sheet (ods_open_flat (converted, length), "1:吴忠|𠮷\n");
}

static void
test_encodings (void)
{
  check_encoding ("UTF-8", "");
  check_encoding ("UTF-8", "\xEF\xBB\xBF");
  check_encoding ("UTF-16LE", "\xEF\xBB\xBF");
  check_encoding ("UTF-16BE", "\xEF\xBB\xBF");
}

static gboolean
stop_at_second (const AtlasSheetRow *row,
                gpointer             user_data,
                GError             **error)
{
  *(guint *) user_data += 1;
  return row->line < 2;
}

static gboolean
fail_at_second (const AtlasSheetRow *row,
                gpointer             user_data,
                GError             **error)
{
  if (stop_at_second (row, user_data, error))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_stop (void)
{
  g_autofree char *content = ods_make_document (
    "", "<table:table>" ROW (CELL ("a")) ROWS ("5", CELL ("b")) ROW (CELL ("c")) "</table:table>");
  g_autoptr (AtlasSheetReader) reader = ods_open_archive (content);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (reader->class->read_sheet (reader, 0, stop_at_second, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (reader->class->read_sheet (reader, 0, fail_at_second, &n, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (n, ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods-reader/sheets", test_sheets);
  g_test_add_func ("/ods-reader/linked", test_linked);
  g_test_add_func ("/ods-reader/numbers", test_numbers);
  g_test_add_func ("/ods-reader/dates", test_dates);
  g_test_add_func ("/ods-reader/other-types", test_other_types);
  g_test_add_func ("/ods-reader/string-value", test_string_value);
  g_test_add_func ("/ods-reader/errors", test_errors);
  g_test_add_func ("/ods-reader/text", test_text);
  g_test_add_func ("/ods-reader/paragraphs", test_paragraphs);
  g_test_add_func ("/ods-reader/ignored", test_ignored);
  g_test_add_func ("/ods-reader/repeated-columns", test_repeated_columns);
  g_test_add_func ("/ods-reader/repeated-rows", test_repeated_rows);
  g_test_add_func ("/ods-reader/hidden-rows", test_hidden_rows);
  g_test_add_func ("/ods-reader/groups", test_groups);
  g_test_add_func ("/ods-reader/spans", test_spans);
  g_test_add_func ("/ods-reader/span-values", test_span_values);
  g_test_add_func ("/ods-reader/spans-in-repeated-rows", test_spans_in_repeated_rows);
  g_test_add_func ("/ods-reader/span-bounds", test_span_bounds);
  g_test_add_func ("/ods-reader/empty-span", test_empty_span);
  g_test_add_func ("/ods-reader/prefixes", test_prefixes);
  g_test_add_func ("/ods-reader/inner-prefixes", test_inner_prefixes);
  g_test_add_func ("/ods-reader/encodings", test_encodings);
  g_test_add_func ("/ods-reader/stop", test_stop);
  g_test_add_func ("/ods-reader/workbook", test_workbook);
  return g_test_run ();
}
