/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "xlsx-maker.h"

/* Cell formats 0 to 7: General, 14, a custom date, an elapsed time, money, General with 年, 57, a time of
 * day. */
static const char styles[] =
  "<numFmts count='4'><numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/>"
  "<numFmt numFmtId='165' formatCode='[h]:mm'/><numFmt numFmtId='166' formatCode='0&quot;年&quot;'/>"
  "<numFmt numFmtId='167' formatCode='h:mm'/></numFmts>"
  "<cellStyleXfs><xf numFmtId='14'/><xf numFmtId='14'/></cellStyleXfs>"
  "<cellXfs count='8'><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
  "<xf numFmtId='4'/>"
  "<xf numFmtId='166'/><xf numFmtId='57'/><xf numFmtId='167'/></cellXfs>"
  "<dxfs><dxf><numFmt numFmtId='4' formatCode='yyyy'/></dxf></dxfs>";

static void
assert_sheet (const char *data,
              const char *strings,
              const char *expected)
{
  g_autofree char *sheet = g_strconcat ("<sheetData>", data, "</sheetData>", NULL);

  xlsx_assert_rows (xlsx_make (sheet, strings, styles), expected);
}

/* CELLS of one row. */
static void
assert_cells (const char *cells,
              const char *expected)
{
  g_autofree char *row = g_strconcat ("<row r='1'>", cells, "</row>", NULL);
  g_autofree char *line = g_strconcat ("1:", expected, "\n", NULL);

  assert_sheet (row, NULL, line);
}

static void
test_shared (void)
{
  assert_sheet ("<row r='1'><c r='A1' t='s'><v>2</v></c><c r='B1' t='s'><v>0</v></c><c r='C1' t='s'>"
                "<v>1</v></c>"
                "<c r='D1' t='s'><v>3</v></c><c r='E1' t='s'><v>4</v></c><c r='F1' t='s'>"
                "<v> 5 </v></c></row>",
                "<si><t>姓名</t></si>"
                "<si><t xml:space='preserve'> 两 边 </t></si>"
                "<si><r><rPr><b/></rPr><t>社会</t></r><r><t>工作</t></r><r><t>者</t></r><rPh sb='0' eb='2'>"
                "<t>shehui</t></rPh>"
                "<phoneticPr fontId='1'/></si>"
                "<si/>"
                "<si><t>a &lt;b&gt; &amp; “c”&#10;d</t></si>"
                "<si><t>last</t></si>",
                "1:社会工作者|姓名| 两 边 ||a <b> & “c”\nd|last\n");
}

/* A run of phonetic text in between is left out, and what follows is not. */
static void
test_phonetic (void)
{
  assert_sheet ("<row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>東</t><rPh sb='0' eb='1'><t>トウ</t></rPh>"
                "<t>京</t></is></c></row>",
                "<si><rPh sb='0' eb='1'><t>ひがし</t></rPh><t>東</t></si>", "1:東|東京\n");
}

static void
test_inline (void)
{
  assert_cells ("<c r='A1' t='inlineStr'><is><t>吴忠市</t></is></c>"
                "<c r='B1' t='inlineStr'><is><r><t>利</t></r><r><t>通区</t></r></is></c>"
                "<c r='C1' t='inlineStr'><is/></c><c r='D1' t='inlineStr'/>"
                "<c r='E1' t='inlineStr'><is><t> x </t></is></c>",
                "吴忠市|利通区||| x ");
}

static void
test_escapes (void)
{
  assert_cells ("<c t='inlineStr'><is><t>a_x000D_&#10;b</t></is></c><c t='str'><v>_x005F_x000D_</v></c>"
                "<c t='str'><v>_xD83D__xDE00_</v></c><c t='str'><v>_xD83D_</v></c><c t='str'>"
                "<v>_x0000_</v></c>"
                "<c t='str'><v>_x12_ __x0041__x0041</v></c><c t='str'><v>站_x4E00_</v></c>",
                "a\r\nb|_x000D_|😀|_xD83D_|_x0000_|_x12_ _A_x0041|站一");
  assert_sheet ("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>",
                "<si><r><t>_x00</t></r><r><t>41_B</t></r></si><si><t>C</t></si>", "1:AB|C\n");
}

static void
test_formulas (void)
{
  assert_cells ("<c r='A1'><f>SUM(B1:C1)</f><v>12</v></c><c r='B1' t='str'><f>A1&amp;\"x\"</f><v>12x</v></c>"
                "<c r='C1'><f>NOW()</f></c><c r='D1' t='str'><f>\"\"</f><v></v></c><c r='E1' t='e'><f>1/0</f>"
                "<v>#DIV/0!</v></c>"
                "<c r='F1' t='b'><f>TRUE()</f><v>1</v></c><c r='G1' t='e'><v>#N/A</v></c>",
                "=12|12x|||!#DIV/0!|?1|!#N/A");
}

static void
test_booleans (void)
{
  assert_cells ("<c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='b'><v>true</v></c><c t='b'><v>false</v></c>",
                "?1|?0|?1|?0");
}

static void
test_numbers (void)
{
  assert_cells ("<c><v>1.1000000000000001</v></c><c t='n'><v>82.4</v></c><c><v>1.1010119900307776E+17</v></c>"
                "<c><v>110101199003077758</v></c><c><v>-0</v></c><c><v>1E-7</v></c><c>"
                "<v>0.30000000000000004</v></c>"
                "<c s='4'><v>12345.5</v></c><c s='99'><v>3</v></c><c t='zzz'><v>4</v></c>",
                "=1.1|=82.4|=110101199003077760|=110101199003077758|=0|=0.0000001|=0.30000000000000004|"
                "=12345.5|=3|=4");
}

/* What claims to be a number and is none is shown as it stands, never as some number. */
static void
test_no_numbers (void)
{
  assert_cells ("<c><v>abc</v></c><c><v>1,5</v></c><c s='1'><v>2023-05-01</v></c><c><v></v></c><c/><c>"
                "<v>1</v></c>",
                "abc|1,5|2023-05-01|||=1");
}

static void
test_dates (void)
{
  assert_cells ("<c s='1'><v>45047</v></c><c s='2'><v>45047.354166666664</v></c><c s='3'><v>45047</v></c>"
                "<c s='4'><v>45047</v></c>"
                "<c s='5'><v>30</v></c><c s='6'><v>45047</v></c><c s='7'><v>45047.5</v></c><c s='7'>"
                "<v>0.35416666666666669</v></c>"
                "<c s='1'><v>-1</v></c><c s='1'><v>20230501</v></c><c s='1'><v>60</v></c><c s='1' t='str'>"
                "<v>45047</v></c>",
                "@2023-05-01|@2023-05-01T08:30:00|=45047|=45047|=30|@2023-05-01|@2023-05-01T12:00:00|"
                "=0.3541666666666667|=-1|"
                "=20230501|@1900-02-29|45047");
}

static void
test_iso_dates (void)
{
  assert_cells ("<c t='d'><v>2023-05-01</v></c><c t='d'><v>2023-05-01T08:30:00Z</v></c><c t='d'>"
                "<v>2023-05-01T00:00:00</v></c>"
                "<c t='d'><v>08:30:00</v></c><c t='d'><v>2023-02-30</v></c>",
                "@2023-05-01|@2023-05-01T08:30:00|@2023-05-01|08:30:00|2023-02-30");
}

static void
test_1904 (void)
{
  const char *sheet = "<worksheet><sheetData><row><c s='0'><v>43585</v></c><c s='0'>"
                      "<v>60</v></c></row></sheetData></worksheet>";
  const char *book_styles = "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>";
  const char *values[] = { "1", "true", "0" };
  const char *expected[] = { "1:@2023-05-01|@1904-03-01\n", "1:@2023-05-01|@1904-03-01\n",
                             "1:@2019-04-30|@1900-02-29\n" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *workbook = g_strdup_printf (
        "<workbook><workbookPr date1904='%s'/><sheets><sheet name='a' id='rId1'/></sheets></workbook>",
        values[i]);

      xlsx_assert_rows (xlsx_make_parts (workbook, sheet, -1, NULL, book_styles), expected[i]);
    }
}

/* A cell without format has the first one, and a built-in number that the file defines anew is what the file
 * says. */
static void
test_formats (void)
{
  const char *sheet = "<sheetData><row><c><v>45047</v></c><c s='1'><v>45047</v></c><c s='2'>"
                      "<v>45047</v></c></row></sheetData>";

  xlsx_assert_rows (xlsx_make (sheet, NULL,
                               "<cellXfs><xf numFmtId='31'/><xf numFmtId='14'/><xf/></cellXfs>"
                               "<numFmts><numFmt numFmtId='14' formatCode='0.00'/></numFmts>"),
                    "1:@2023-05-01|=45047|=45047\n");
}

/* Rows and cells that do not say where they are follow the one before; they come in the order of the file. */
static void
test_places (void)
{
  assert_sheet ("<row r='2'><c r='B2'><v>1</v></c><c><v>2</v></c><c r='F2'><v>3</v></c><c r='D2'><v>4</v></c>"
                "<c><v>5</v></c></row>"
                "<row><c><v>6</v></c><c r='c3'><v>7</v></c></row>"
                "<row r='9'/>"
                "<row><c r='A10' s='1'/></row>"
                "<row><c><v>8</v></c><c s='1'/><c s='1'/></row>"
                "<row r='5'><c r='A5'><v>9</v></c></row>"
                "<row r='5'><c r='A5'><v>10</v></c></row>",
                NULL, "2:|=1|=2|=4|=5|=3\n3:=6||=7\n11:=8\n5:=9\n5:=10\n");
}

static gboolean
note_last (const AtlasSheetRow  *row,
           gpointer              user_data,
           GError              **error)
{
  *(guint *) user_data = row->line;
  g_assert_cmpuint (row->n_cells, ==, 16384);
  g_assert_cmpstr (row->cells[16383].text, ==, "7");
  return TRUE;
}

static void
test_last_cell (void)
{
  g_autoptr (AtlasWorkbook) workbook =
    xlsx_open (xlsx_make ("<sheetData><row r='1048576'><c r='XFD1048576'><v>7</v></c></row></sheetData>",
                          NULL, NULL));
  guint line = 0;

  g_assert_true (atlas_workbook_read_sheet (workbook, 0, note_last, &line, NULL, NULL));
  g_assert_cmpuint (line, ==, 1048576);
}

static void
test_hidden_rows (void)
{
  assert_sheet ("<row r='1' hidden='1'><c><v>1</v></c></row><row r='2' hidden='true'><c><v>2</v></c></row>"
                "<row r='3' hidden='0'><c><v>3</v></c></row>",
                NULL, "1 hidden:=1\n2 hidden:=2\n3:=3\n");
}

/* Only what stands where cells stand is one. */
static void
test_strange_elements (void)
{
  xlsx_assert_rows (xlsx_make ("<sheetPr><row><c><v>1</v></c></row></sheetPr><sheetData><foo/><row><bar>"
                               "<v>2</v></bar>"
                               "<c><v>3</v><extLst><v>4</v><is><t>5</t></is></extLst></c><!-- <c/> -->"
                               "<?pi?></row></sheetData>"
                               "<extLst><ext><sheetData><row><c>"
                               "<v>6</v></c></row></sheetData></ext></extLst>",
                               NULL, NULL),
                    "1:=3\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-cells/shared", test_shared);
  g_test_add_func ("/xlsx-cells/phonetic", test_phonetic);
  g_test_add_func ("/xlsx-cells/inline", test_inline);
  g_test_add_func ("/xlsx-cells/escapes", test_escapes);
  g_test_add_func ("/xlsx-cells/formulas", test_formulas);
  g_test_add_func ("/xlsx-cells/booleans", test_booleans);
  g_test_add_func ("/xlsx-cells/numbers", test_numbers);
  g_test_add_func ("/xlsx-cells/no-numbers", test_no_numbers);
  g_test_add_func ("/xlsx-cells/dates", test_dates);
  g_test_add_func ("/xlsx-cells/iso-dates", test_iso_dates);
  g_test_add_func ("/xlsx-cells/1904", test_1904);
  g_test_add_func ("/xlsx-cells/formats", test_formats);
  g_test_add_func ("/xlsx-cells/places", test_places);
  g_test_add_func ("/xlsx-cells/last-cell", test_last_cell);
  g_test_add_func ("/xlsx-cells/hidden-rows", test_hidden_rows);
  g_test_add_func ("/xlsx-cells/strange-elements", test_strange_elements);
  return g_test_run ();
}
