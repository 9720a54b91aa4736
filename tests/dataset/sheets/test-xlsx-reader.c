/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "xlsx-maker.h"
#include "zip-maker.h"

#define RELATION(id, kind, target) "<Relationship Id='" id "' Type='" XLSX_TYPE kind "' Target='" target "'/>"
#define ROOT XLSX_RELATIONS RELATION ("rId1", "officeDocument", "xl/workbook.xml") "</Relationships>"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/"
#define SHEET(value) "<worksheet><sheetData><row><c><v>" value "</v></c></row></sheetData></worksheet>"

static void
assert_sheet (AtlasWorkbook *workbook,
              guint          sheet,
              const char    *name,
              gboolean       hidden,
              const char    *rows)
{
  const AtlasSheetInfo *info = atlas_workbook_get_sheet (workbook, sheet);
  g_autofree char *dump = xlsx_dump_sheet (workbook, sheet);

  g_assert_cmpstr (info->name, ==, name);
  g_assert_cmpint (info->hidden, ==, hidden);
  g_assert_cmpstr (dump, ==, rows);
}

/* In the workbook's order, whatever their parts are called; charts, macros and modules have no cells. */
static void
test_sheets (void)
{
  g_autoptr (AtlasWorkbook) workbook = xlsx_open (xlsx_pack (
    "_rels/.rels", ROOT,
    "xl/workbook.xml",
    "<workbook><sheets><sheet name='站点 &amp; 人员' id='c'/><sheet name='图' id='d'/>"
    "<sheet name='旧' state='hidden' id='a'/>"
    "<sheet name='藏' state='veryHidden' id='b'/><sheet name='宏' id='e'/>"
    "<sheet name='模块' sheetId='9' id=''/><sheet name='末' state='visible' id='f'/></sheets>"
    "<foo><sheet name='no' id='a'/></foo></workbook>",
    "xl/_rels/workbook.xml.rels",
    XLSX_RELATIONS RELATION ("a", "worksheet", "worksheets/sheet1.xml")
    RELATION ("b", "worksheet", "worksheets/sheet2.xml") RELATION ("c", "worksheet", "worksheets/sheet3.xml")
    RELATION ("d", "chartsheet", "chartsheets/sheet1.xml") RELATION ("e", "xlMacrosheet", "macrosheets/sheet1.xml")
    RELATION ("f", "worksheet", "worksheets/sheet4.xml")
    "<Relationship Id='x' Type='" XLSX_TYPE "worksheet' Target='http://example.org/' TargetMode='External'/>"
                                            "</Relationships>",
    "xl/worksheets/sheet1.xml", SHEET ("1"), "xl/worksheets/sheet2.xml", SHEET ("2"),
    "xl/worksheets/sheet3.xml", SHEET ("3"),
    "xl/worksheets/sheet4.xml", SHEET ("4"), "xl/chartsheets/sheet1.xml", "<chartsheet/>", NULL));

  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, 4);
  g_assert_null (atlas_workbook_get_encoding (workbook));
  assert_sheet (workbook, 0, "站点 & 人员", FALSE, "1:=3\n");
  assert_sheet (workbook, 1, "旧", TRUE, "1:=1\n");
  assert_sheet (workbook, 2, "藏", TRUE, "1:=2\n");
  assert_sheet (workbook, 3, "末", FALSE, "1:=4\n");
}

/* Each time from its start, and each with the merged cells that are its own. */
static void
test_again (void)
{
  g_autoptr (AtlasWorkbook) workbook = xlsx_open (xlsx_pack (
    "_rels/.rels", ROOT, "xl/workbook.xml", "<workbook><sheets><sheet name='a' id='a'/>"
                                            "<sheet name='b' id='b'/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels",
    XLSX_RELATIONS RELATION ("a", "worksheet", "a.xml")
    RELATION ("b", "worksheet", "b.xml") "</Relationships>",
    "xl/a.xml",
    "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>"
    "<mergeCell ref='A1:B1'/></mergeCells></worksheet>",
    "xl/b.xml", SHEET ("2"), NULL));

  for (guint i = 0; i < 2; i++)
    {
      assert_sheet (workbook, 0, "a", FALSE, "1:=1|^=1\n");
      assert_sheet (workbook, 0, "a", FALSE, "1:=1|^=1\n");
      assert_sheet (workbook, 1, "b", FALSE, "1:=2\n");
    }
}

/* How targets may lead to a part. */
static void
test_targets (void)
{
  const char *targets[] = { "worksheets/My%20Sheet.xml", "/xl/worksheets/My%20Sheet.xml",
                            "../xl/./worksheets/My Sheet.xml", "WORKSHEETS/MY SHEET.XML",
                            "worksheets\\My Sheet.xml",
                            "../../../xl/worksheets/My Sheet.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *relations =
        g_strdup_printf (XLSX_RELATIONS RELATION ("a", "worksheet", "%s") "</Relationships>", targets[i]);

      g_test_message ("%s", targets[i]);
      xlsx_assert_rows (xlsx_pack ("_rels/.rels", ROOT, "xl/workbook.xml",
                                   "<workbook><sheets><sheet name='a' id='a'/></sheets></workbook>",
                                   "xl/_rels/workbook.xml.rels", relations, "xl/worksheets/My Sheet.xml",
                                   SHEET ("1"), NULL),
                        "1:=1\n");
    }
}

/* A workbook need not be where it usually is, nor in transitional namespaces with the usual prefixes. */
static void
test_strict (void)
{
  xlsx_assert_rows (
    xlsx_pack ("[Content_Types].xml",
               "<Types><Override PartName='/book/main.xml' ContentType='application/vnd.openxmlformats-"
               "officedocument.spreadsheetml.sheet.main+xml'/></Types>",
               "_rels/.rels",
               XLSX_RELATIONS "<Relationship Id='i' Type='" STRICT "relationships/officeDocument'"
               " Target='book/main.xml'/></Relationships>",
               "book/main.xml",
               "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'"
               " xmlns:q='" STRICT "relationships' x:conformance='strict'><x:workbookPr/>"
               "<x:sheets><x:sheet name='a' sheetId='1' q:id='s'/></x:sheets></x:workbook>",
               "book/_rels/main.xml.rels",
               "<p:Relationships xmlns:p='http://schemas.openxmlformats.org/package/2006/relationships'>"
               "<p:Relationship Id='s' Type='" STRICT "relationships/worksheet' Target='one.xml'/>"
               "<p:Relationship Id='t' Type='" STRICT "relationships/sharedStrings' Target='t.xml'/>"
               "<p:Relationship Id='u' Type='" STRICT "relationships/styles' Target='u.xml'/>"
               "</p:Relationships>",
               "book/t.xml",
               "<x:sst><x:si><x:r><x:t>吴</x:t></x:r><x:r><x:t>忠</x:t></x:r><x:rPh><x:t>wu</x:t></x:rPh></x:si>"
               "</x:sst>",
               "book/u.xml", "<x:styleSheet><x:cellXfs><x:xf numFmtId='14'/></x:cellXfs></x:styleSheet>",
               "book/one.xml",
               "<x:worksheet><x:sheetData><x:row r='4' x14ac:dyDescent='0.25'>"
               "<x:c r='A4' t='s'><x:v>0</x:v></x:c><x:c r='B4'><x:f>1</x:f><x:v>45047</x:v></x:c>"
               "<x:c r='C4' t='inlineStr'><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData>"
               "<x:mergeCells><x:mergeCell ref='C4:D4'/></x:mergeCells></x:worksheet>",
               NULL),
    "4:吴忠|@2023-05-01|x|^x\n");
}

/* Nothing leads to the workbook, and there are neither styles nor strings. */
static void
test_bare (void)
{
  xlsx_assert_rows (xlsx_pack ("xl/workbook.xml", "<workbook><sheets>"
                                                  "<sheet name='a' id='a'/></sheets></workbook>",
                               "xl/_rels/workbook.xml.rels",
                               XLSX_RELATIONS RELATION ("a", "worksheet", "a.xml") "</Relationships>",
                               "xl/a.xml", SHEET ("1"), NULL),
                    "1:=1\n");
}

static void
test_encodings (void)
{
  const char *text = "\xef\xbb\xbf<worksheet><sheetData><row><c t='inlineStr'><is>"
                     "<t>吴忠</t></is></c></row></sheetData>"
                     "<mergeCells><mergeCell ref='A1:B1'/></mergeCells></worksheet>";
  const char *charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      g_autofree char *sheet = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);

      xlsx_assert_rows (xlsx_make_parts (NULL, sheet, length, NULL, NULL), "1:吴忠|^吴忠\n");
    }
}

/* What a program writes that does not know sizes before, or that there are not gigabytes. */
static void
test_archives (void)
{
  const ZipMakerFlags ways[] = { ZIP_MAKER_STORED, ZIP_MAKER_STREAMED, ZIP_MAKER_ZIP64 };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      ZipMaker *maker = zip_maker_new ();

      zip_maker_add_full (maker, "xl/workbook.xml",
                          "<workbook><sheets><sheet name='a' id='a'/></sheets></workbook>", -1, ways[i]);
      zip_maker_add_full (maker, "xl/_rels/workbook.xml.rels",
                          XLSX_RELATIONS RELATION ("a", "worksheet", "../../../etc/a.xml") "</Relationships>",
                          -1, ways[i]);
      zip_maker_add_full (maker, "etc/a.xml", SHEET ("1"), -1, ways[i]);
      xlsx_assert_rows (zip_maker_finish (maker), "1:=1\n");
    }
}

static gboolean
stop_at_three (const AtlasSheetRow  *row,
               gpointer              user_data,
               GError              **error)
{
  *(guint *) user_data += 1;
  return row->line < 3;
}

/* The rest is not looked at any more. */
static void
test_stop (void)
{
  const char *sheet = "<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c>"
                      "<v>3</v></c></row>"
                      "<row r='9999999'/></sheetData></worksheet>";
  g_autoptr (AtlasWorkbook) workbook = xlsx_open (xlsx_make_parts (NULL, sheet, -1, NULL, NULL));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (atlas_workbook_read_sheet (workbook, 0, stop_at_three, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
}

static gboolean
fail (const AtlasSheetRow  *row,
      gpointer              user_data,
      GError              **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_failing_function (void)
{
  g_autoptr (AtlasWorkbook) workbook = xlsx_open (xlsx_make_parts (NULL, SHEET ("1"), -1, NULL, NULL));
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_workbook_read_sheet (workbook, 0, fail, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static gboolean
cancel (const AtlasSheetRow  *row,
        gpointer              user_data,
        GError              **error)
{
  g_assert_cmpuint (row->line, <, 20000);
  g_cancellable_cancel (user_data);
  return TRUE;
}

static void
test_cancelled (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (AtlasWorkbook) workbook = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append (sheet, "<row><c><v>1</v></c></row>");
  g_string_append (sheet, "</sheetData></worksheet>");
  workbook = xlsx_open (xlsx_make_parts (NULL, sheet->str, sheet->len, NULL, NULL));
  g_assert_false (atlas_workbook_read_sheet (workbook, 0, cancel, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-reader/sheets", test_sheets);
  g_test_add_func ("/xlsx-reader/again", test_again);
  g_test_add_func ("/xlsx-reader/targets", test_targets);
  g_test_add_func ("/xlsx-reader/strict", test_strict);
  g_test_add_func ("/xlsx-reader/bare", test_bare);
  g_test_add_func ("/xlsx-reader/encodings", test_encodings);
  g_test_add_func ("/xlsx-reader/archives", test_archives);
  g_test_add_func ("/xlsx-reader/stop", test_stop);
  g_test_add_func ("/xlsx-reader/failing-function", test_failing_function);
  g_test_add_func ("/xlsx-reader/cancelled", test_cancelled);
  return g_test_run ();
}
