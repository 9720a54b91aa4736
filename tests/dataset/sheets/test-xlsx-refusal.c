/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/sheets/sheet-limits.h"
#include "xlsx-maker.h"
#include "zip-maker.h"

#define SHEET_RELATION \
  XLSX_RELATIONS "<Relationship Id='a' Type='" XLSX_TYPE "worksheet' Target='a.xml'/>" \
                 "<Relationship Id='s' Type='" XLSX_TYPE "sharedStrings' Target='s.xml'/></Relationships>"
#define BOOK "<workbook><sheets><sheet name='a' id='a'/></sheets></workbook>"

static void
assert_data_refused (const char *data,
                     int         code,
                     const char *says)
{
  g_autofree char *sheet = g_strconcat ("<sheetData>", data, "</sheetData>", NULL);

  xlsx_assert_refused (xlsx_make (sheet, "<si><t>0</t></si><si><t>1</t></si>", NULL), code, says);
}

static void
test_places (void)
{
  const char *rows[] = {
    "<row r='0'/>", "<row r='1048577'/>", "<row r='-1'/>", "<row r='x'/>", "<row r=''/>",
    "<row r='99999999999999999999'/>", "<row r='1048576'/><row/>", "<row><c r='XFE1'/></row>",
    "<row><c r='A1048577'/></row>", "<row><c r='A0'/></row>",
    "<row><c r='1'/></row>", "<row><c r='A'/></row>", "<row><c r=''/></row>", "<row><c "
                                                                              "r='AAAAAAAAAAAAAAAAA1'/>"
                                                                              "</row>",
    "<row><c r='A1x'/></row>", "<row><c r='XFD1'/><c/></row>", "<row><c r='R1C1'/></row>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_data_refused (rows[i], ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "xl/worksheets/sheet1.xml");
}

/* A text that is not there is never read as another. */
static void
test_missing_strings (void)
{
  const char *values[] = { "2", "-1", "x", "1.0", "4294967295", "4294967296", "18446744073709551617" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *row = g_strdup_printf ("<row><c t='s'><v>%s</v></c></row>", values[i]);

      assert_data_refused (row, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "a text that is not in the workbook");
    }
  xlsx_assert_refused (xlsx_make ("<sheetData><row><c t='s'><v>0</v></c></row></sheetData>", NULL, NULL),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "a text that is not in the workbook");
}

/* XML is refused wherever it is wrong, with the part that it is in. */
static void
test_no_xml (void)
{
  const char *part = "<workbook><sheets></workbook>";

  xlsx_assert_refused (xlsx_make_parts (part, "<worksheet/>", -1, NULL, NULL),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "xl/workbook.xml");
  xlsx_assert_refused (xlsx_make_parts (NULL, "<worksheet><sheetData>", -1, NULL, NULL),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "xl/worksheets/sheet1.xml");
  xlsx_assert_refused (xlsx_make_parts (NULL, "<chartsheet/>", -1, NULL, NULL),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "xl/worksheets/sheet1.xml");
  xlsx_assert_refused (xlsx_make_parts (NULL, "", 0, NULL, NULL), ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                       "xl/worksheets/sheet1.xml");
  xlsx_assert_refused (xlsx_make_parts (NULL, "<worksheet/>", -1, part, NULL),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "xl/sharedStrings.xml");
  xlsx_assert_refused (xlsx_make_parts (NULL, "<worksheet/>", -1, NULL, part),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "xl/styles.xml");
}

static void
test_laughs (void)
{
  const char *laughs = "<!DOCTYPE sst [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                       "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
                       "<sst><si><t>&c;</t></si></sst>";

  xlsx_assert_refused (xlsx_make_parts (NULL, "<worksheet/>", -1, laughs, NULL),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "it declares a document type");
}

static void
test_missing_parts (void)
{
  xlsx_assert_refused (xlsx_pack ("xl/workbook.xml", BOOK, NULL), ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                       "xl/workbook.xml");
  xlsx_assert_refused (xlsx_pack ("xl/workbook.xml", BOOK, "xl/_rels/workbook.xml.rels", SHEET_RELATION,
                                  "xl/s.xml", "<sst/>", NULL),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "xl/a.xml");
  xlsx_assert_refused (xlsx_pack ("xl/workbook.xml", BOOK, "xl/_rels/workbook.xml.rels", SHEET_RELATION,
                                  "xl/a.xml", "<worksheet/>", NULL),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "xl/s.xml");
}

static void
test_no_sheets (void)
{
  xlsx_assert_refused (xlsx_pack ("xl/workbook.xml", "<workbook><sheets/></workbook>", NULL),
                       ATLAS_SHEET_ERROR_EMPTY_FILE, "no sheet with cells");
  xlsx_assert_refused (xlsx_pack ("xl/workbook.xml", "<document/>", NULL), ATLAS_SHEET_ERROR_WRONG_FORMAT,
                       "no workbook");
}

static void
test_many_sheets (void)
{
  g_autoptr (GString) workbook = g_string_new ("<workbook><sheets>");

  for (guint i = 0; i <= ATLAS_SHEET_MAX_SHEETS; i++)
    g_string_append (workbook, "<sheet name='a' id='a'/>");
  g_string_append (workbook, "</sheets></workbook>");
  xlsx_assert_refused (xlsx_pack ("xl/workbook.xml", workbook->str, "xl/_rels/workbook.xml.rels",
                                  SHEET_RELATION, NULL),
                       ATLAS_SHEET_ERROR_TOO_LARGE, "too many sheets");
}

static void
test_encrypted (void)
{
  ZipMaker *maker = zip_maker_new ();

  zip_maker_add_full (maker, "xl/workbook.xml", BOOK, -1, ZIP_MAKER_ENCRYPTED);
  xlsx_assert_refused (zip_maker_finish (maker), ATLAS_SHEET_ERROR_ENCRYPTED, "password");
}

/* Wherever it is cut off. */
static void
test_cut_off (void)
{
  g_autoptr (GBytes) whole = xlsx_make ("<sheetData><row><c><v>1</v></c></row></sheetData>",
                                        "<si><t>a</t></si>", NULL);

  for (gsize length = 4; length < g_bytes_get_size (whole); length += g_test_rand_int_range (1, 9))
    xlsx_assert_refused (g_bytes_new (g_bytes_get_data (whole, NULL), length),
                         ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "damaged");
}

/* The part a.xml or s.xml holds START, then PATTERN over LENGTH bytes, then END. */
static void
assert_bomb (const char *part,
             const char *start,
             const char *pattern,
             gsize       length,
             const char *end,
             const char *says)
{
  ZipMaker *maker = zip_maker_new ();

  zip_maker_add (maker, "xl/workbook.xml", BOOK, -1);
  zip_maker_add (maker, "xl/_rels/workbook.xml.rels", SHEET_RELATION, -1);
  if (strcmp (part, "xl/s.xml") != 0)
    zip_maker_add (maker, "xl/s.xml", "<sst/>", -1);
  zip_maker_add_bomb (maker, part, start, pattern, length, end);
  xlsx_assert_refused (zip_maker_finish (maker), ATLAS_SHEET_ERROR_TOO_LARGE, says);
}

static void
test_bombs (void)
{
  assert_bomb ("xl/a.xml", "<worksheet><sheetData>", "<row/>", 64 << 20, "</sheetData></worksheet>",
               "unpacked");
  assert_bomb ("xl/s.xml", "<sst>", "<si><t>aaaaaaaaaaaaaaa</t></si>", 64 << 20, "</sst>", "unpacked");
}

/* What unpacks within the limits, and stands for much more. */
static void
test_long_cells (void)
{
  const gsize length = ATLAS_SHEET_MAX_CELL_BYTES + 65536;

  assert_bomb ("xl/s.xml", "<sst><si><t>", "a", length, "</t></si></sst>", "a cell of it has too much text");
  assert_bomb ("xl/a.xml", "<worksheet><sheetData><row><c t='str'><v>", "a", length, "</v></c></row>"
                                                                                     "</sheetData>"
                                                                                     "</worksheet>",
               "a cell of it has too much text");
  assert_bomb ("xl/a.xml", "<worksheet><sheetData><row><c t='inlineStr'><is><t>", "a", length,
               "</t></is></c></row></sheetData></worksheet>", "a cell of it has too much text");
}

/* One long text, named again and again in a row, or remembered for many merged cells. */
static void
test_repeated_strings (void)
{
  g_autofree char *text = g_strnfill (1 << 20, 'a');
  g_autofree char *strings = g_strdup_printf ("<si><t>%s</t></si>", text);
  g_autoptr (GString) cells = g_string_new ("<sheetData><row>");
  g_autoptr (GString) rows = g_string_new ("<sheetData>"), merges = g_string_new ("<mergeCells>");

  for (guint i = 0; i < 9; i++)
    {
      g_string_append (cells, "<c t='s'><v>0</v></c>");
      g_string_append_printf (rows, "<row><c r='%c1' t='s'><v>0</v></c></row>", 'A' + i);
      g_string_append_printf (merges, "<mergeCell ref='%c%u:%c99'/>", 'A' + i, i + 1, 'A' + i);
    }
  g_string_append (cells, "</row></sheetData>");
  g_string_append_printf (rows, "</sheetData>%s</mergeCells>", merges->str);
  xlsx_assert_refused (xlsx_make (cells->str, strings, NULL), ATLAS_SHEET_ERROR_TOO_LARGE,
                       "a row of it has too much text");
  xlsx_assert_refused (xlsx_make (rows->str, strings, NULL), ATLAS_SHEET_ERROR_TOO_LARGE,
                       "its merged cells have too much text");
}

/* Few bytes, each row with one cell in the last column. */
static void
test_many_cells (void)
{
  g_autoptr (GString) sheet = g_string_new ("<sheetData>");

  for (guint i = 0; i <= ATLAS_SHEET_MAX_CELLS / ATLAS_SHEET_MAX_COLUMNS; i++)
    g_string_append (sheet, "<row><c r='XFD1'><v>1</v></c></row>");
  g_string_append (sheet, "</sheetData>");
  xlsx_assert_refused (xlsx_make (sheet->str, NULL, NULL), ATLAS_SHEET_ERROR_TOO_LARGE, "too many cells");
}

static void
test_many_strings (void)
{
  g_autoptr (GString) pattern = g_string_new ("<si><t>");

  while (pattern->len < 70000)
    g_string_append_printf (pattern, "%04x aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", g_test_rand_int () & 0xffff);
  g_string_append (pattern, "</t></si>");
  assert_bomb ("xl/s.xml", "<sst>", pattern->str, ATLAS_SHEET_MAX_STRINGS_BYTES + (1 << 20), "</sst>",
               "its cells have too much text");
}

static void
test_many_formats (void)
{
  g_autoptr (GString) styles = g_string_new ("<styleSheet><cellXfs>");

  for (guint i = 0; i <= 1 << 20; i++)
    g_string_append_printf (styles, "<xf numFmtId='%u'/>", g_test_rand_int () & 0xffff);
  g_string_append (styles, "</cellXfs></styleSheet>");
  xlsx_assert_refused (xlsx_make_parts (NULL, "<worksheet/>", -1, NULL, styles->str),
                       ATLAS_SHEET_ERROR_TOO_LARGE, "too many cell formats");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-refusal/places", test_places);
  g_test_add_func ("/xlsx-refusal/missing-strings", test_missing_strings);
  g_test_add_func ("/xlsx-refusal/no-xml", test_no_xml);
  g_test_add_func ("/xlsx-refusal/laughs", test_laughs);
  g_test_add_func ("/xlsx-refusal/missing-parts", test_missing_parts);
  g_test_add_func ("/xlsx-refusal/no-sheets", test_no_sheets);
  g_test_add_func ("/xlsx-refusal/many-sheets", test_many_sheets);
  g_test_add_func ("/xlsx-refusal/encrypted", test_encrypted);
  g_test_add_func ("/xlsx-refusal/cut-off", test_cut_off);
  g_test_add_func ("/xlsx-refusal/bombs", test_bombs);
  g_test_add_func ("/xlsx-refusal/long-cells", test_long_cells);
  g_test_add_func ("/xlsx-refusal/repeated-strings", test_repeated_strings);
  g_test_add_func ("/xlsx-refusal/many-cells", test_many_cells);
  g_test_add_func ("/xlsx-refusal/many-strings", test_many_strings);
  g_test_add_func ("/xlsx-refusal/many-formats", test_many_formats);
  return g_test_run ();
}
