/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/sheets/sheet-limits.h"
#include "xlsx-maker.h"

#define TEXT(cell, text) "<c r='" cell "' t='inlineStr'><is><t>" text "</t></is></c>"
#define NUMBER(cell, number) "<c r='" cell "'><v>" number "</v></c>"
#define MERGE(range) "<mergeCell ref='" range "'/>"

static void
assert_merged (const char *rows,
               const char *merges,
               const char *expected)
{
  g_autofree char *sheet = g_strdup_printf ("<sheetData>%s</sheetData><mergeCells count='9'>%s</mergeCells>"
                                            "<pageMargins/>",
                                            rows, merges);

  xlsx_assert_rows (xlsx_make (sheet, NULL, NULL), expected);
}

static void
test_title (void)
{
  assert_merged ("<row r='1'>" TEXT ("A1", "站点登记表") "<c r='B1' s='1'/><c r='C1' s='1'/></row>"
                 "<row r='2'>" TEXT ("A2", "编号") TEXT ("B2", "名称") "</row>",
                 MERGE ("A1:D1"), "1:站点登记表|^站点登记表|^站点登记表|^站点登记表\n2:编号|名称\n");
}

static void
test_down (void)
{
  assert_merged ("<row r='1'>" TEXT ("A1", "吴忠市") NUMBER ("B1", "1") "</row>"
                 "<row r='2'>" NUMBER ("B2", "2") "</row>"
                 "<row r='3'>" NUMBER ("B3", "3") "</row>"
                 "<row r='4'>" NUMBER ("B4", "4") "</row>",
                 MERGE ("A1:A3"), "1:吴忠市|=1\n2:^吴忠市|=2\n3:^吴忠市|=3\n4:|=4\n");
}

/* Of the cells behind the first a program may keep what stood there before they were merged. */
static void
test_block (void)
{
  assert_merged ("<row r='1'>" NUMBER ("A1", "1") NUMBER ("D1", "8") "</row>"
                 "<row r='2'>" TEXT ("B2", "old") NUMBER ("C2", "5") "</row>"
                 "<row r='3'>" NUMBER ("D3", "9") "</row>",
                 MERGE ("B2:A1") MERGE ("C2:D3"), "1:=1|^=1||=8\n2:^=1|^=1|=5|^=5\n3:||^=5|^=5\n");
}

/* What is hidden under an empty first cell is no more shown than anything else in the range. */
static void
test_empty_first (void)
{
  assert_merged ("<row r='1'><c r='A1' s='1'/>" NUMBER ("B1", "7") NUMBER ("C1", "8") "</row>"
                 "<row r='2'>" NUMBER ("A2", "9") NUMBER ("C2", "8") "</row>",
                 MERGE ("A1:B2"), "1:|^|=8\n2:^|^|=8\n");
}

/* The first row of a range is not in the file; the range begins all the same. */
static void
test_missing_rows (void)
{
  assert_merged ("<row r='2'>" TEXT ("A2", "a") "</row>"
                 "<row r='6'>" NUMBER ("A6", "1") NUMBER ("B6", "2") "</row>"
                 "<row r='7'>" NUMBER ("B7", "3") "</row>",
                 MERGE ("A2:A3") MERGE ("A5:A6") MERGE ("B3:B4"), "2:a\n6:^|=2\n7:|=3\n");
}

/* In any order of the list, side by side, one under the other, and of one cell. */
static void
test_many (void)
{
  assert_merged ("<row r='1'>" TEXT ("A1", "a") TEXT ("B1", "b") TEXT ("C1", "c") "</row>"
                 "<row r='2'>" TEXT ("C2", "d") "</row>"
                 "<row r='3'>" TEXT ("A3", "e") "</row>"
                 "<row r='4'>" TEXT ("C4", "f") "</row>",
                 MERGE ("C4") MERGE ("A3:A4") MERGE ("C2:C3") MERGE ("B1:B4") MERGE ("A1:A2"),
                 "1:a|b|c\n2:^a|^b|d\n3:e|^b|^d\n4:^e|^b|f\n");
}

static void
test_overlap (void)
{
  assert_merged ("<row r='1'>" TEXT ("A1", "a") TEXT ("D1", "d") "</row>"
                 "<row r='2'>" TEXT ("B2", "b") TEXT ("D2", "e") "</row>"
                 "<row r='3'>" TEXT ("B3", "c") "</row>",
                 MERGE ("B2:C3") MERGE ("A1:B2") MERGE ("A1:B2") MERGE ("C1:D1"),
                 "1:a|^a\n2:^a|^a||e\n3:|c\n");
}

static void
test_kinds (void)
{
  assert_merged ("<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='e'><v>#N/A</v></c>"
                 TEXT ("C1", "") NUMBER ("D1", "1.50")
                 "</row><row r='2'>" NUMBER ("E2", "0") "</row>",
                 MERGE ("A1:A2") MERGE ("B1:B2") MERGE ("C1:C2") MERGE ("D1:D2"),
                 "1:?1|!#N/A||=1.5\n2:^?1|^!#N/A|^|^=1.5|=0\n");
}

/* Rows that go back: what was seen holds where it applies. */
static void
test_disorder (void)
{
  assert_merged ("<row r='3'>" NUMBER ("B3", "3") "</row><row r='1'>" TEXT ("A1", "a") "</row>"
                 "<row r='4'>" TEXT ("A4", "b") "</row><row r='5'>" NUMBER ("B5", "5") "</row>"
                 "<row r='4'>" TEXT ("A4", "c") "</row><row r='5'>" NUMBER ("B5", "6") "</row>",
                 MERGE ("A4:A5"), "3:|=3\n1:a\n4:b\n5:^b|=5\n4:c\n5:^b|=6\n");
}

typedef struct {
  guint n_rows;
  guint n_spread;
} Count;

static gboolean
count_spread (const AtlasSheetRow  *row,
              gpointer              user_data,
              GError              **error)
{
  Count *count = user_data;

  count->n_rows++;
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].spread)
      {
        g_assert_cmpstr (row->cells[i].text, ==, "a");
        count->n_spread++;
      }
  return TRUE;
}

/* Ranges of a million cells and more, down and across, cost what their rows cost. */
static void
test_huge (void)
{
  const char *sheet = "<sheetData><row r='1'>" TEXT ("A1", "a") TEXT ("B1", "a") "</row>"
                      "<row r='500000'>" NUMBER ("E500000", "1") "</row>"
                      "<row r='1048576'>" NUMBER ("E1048576", "1") "</row>"
                      "</sheetData><mergeCells>" MERGE ("A1:A1048576") MERGE ("B1:D1048576")
                      MERGE ("F1:XFD1048576") "</mergeCells>";
  g_autoptr (AtlasWorkbook) workbook = xlsx_open (xlsx_make (sheet, NULL, NULL));
  Count count = { 0, 0 };

  g_assert_true (atlas_workbook_read_sheet (workbook, 0, count_spread, &count, NULL, NULL));
  g_assert_cmpuint (count.n_rows, ==, 3);
  g_assert_cmpuint (count.n_spread, ==, 2 + 4 + 4);
}

/* Of many rows, far down: the list is found whatever stands before it. */
static void
test_long_sheet (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (AtlasWorkbook) workbook = NULL;
  Count count = { 0, 0 };

  for (guint i = 1; i <= 60000; i++)
    g_string_append_printf (sheet, "<row r='%u'><c r='B%u'><v>%u</v></c>%s</row>", i, i, g_test_rand_int (),
                            i % 3 == 1 ? TEXT ("C1", "a &lt;mergeCells&gt; &lt;mergeCells ") : "");
  g_string_append (sheet, "</sheetData><mergeCells>");
  for (guint i = 1; i <= 60000; i += 3)
    g_string_append_printf (sheet, "<mergeCell ref='D%u:D%u'/>", i, i + 2);
  g_string_append (sheet, "</mergeCells></worksheet>");
  workbook = xlsx_open (xlsx_make_parts (NULL, sheet->str, sheet->len, NULL, NULL));
  g_assert_true (atlas_workbook_read_sheet (workbook, 0, count_spread, &count, NULL, NULL));
  g_assert_cmpuint (count.n_rows, ==, 60000);
  g_assert_cmpuint (count.n_spread, ==, 0);
}

/* The list lies across the end of a piece, wherever that is. */
static void
test_across_pieces (void)
{
  for (guint shift = 0; shift < 64; shift++)
    {
      const gsize piece = 256 * 1024;
      g_autoptr (GString) sheet = g_string_new ("<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>"
                                                "<x:c/><!--");

      while (sheet->len < piece - 96 + shift)
        g_string_append_c (sheet, 'x');
      g_string_append (sheet, "--></x:row></x:sheetData><x:mergeCells count='1'>"
                              "<x:mergeCell ref='A1:B1'/></x:mergeCells></x:worksheet>");
      xlsx_assert_rows (xlsx_make_parts (NULL, sheet->str, sheet->len, NULL, NULL), "1:=1|^=1\n");
    }
}

static void
assert_refused (const char *tail,
                int         code,
                const char *says)
{
  g_autofree char *sheet = g_strconcat ("<sheetData><row><c><v>1</v></c></row></sheetData>", tail, NULL);

  xlsx_assert_refused (xlsx_make (sheet, NULL, NULL), code, says);
}

static void
test_refused (void)
{
  assert_refused ("<mergeCells>" MERGE ("A1:XFE1") "</mergeCells>", ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                  "merged");
  assert_refused ("<mergeCells>" MERGE ("A1:A1048577") "</mergeCells>", ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                  "merged");
  assert_refused ("<mergeCells>" MERGE ("A1:B") "</mergeCells>", ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "merged");
  assert_refused ("<mergeCells>" MERGE ("A1:B2:C3") "</mergeCells>", ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                  "merged");
  assert_refused ("<mergeCells><mergeCell/></mergeCells>", ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "merged");
  assert_refused ("<!-- <mergeCells></mergeCells> --><mergeCells>" MERGE ("A1:A2") "</mergeCells>",
                  ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, "merged");
}

static void
test_too_many (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData/><mergeCells>");

  for (guint i = 0; i <= ATLAS_SHEET_MAX_MERGES; i++)
    g_string_append_printf (sheet, "<mergeCell ref='A%u:B1048576'/>", g_test_rand_int_range (1, 1048576));
  g_string_append (sheet, "</mergeCells></worksheet>");
  xlsx_assert_refused (xlsx_make_parts (NULL, sheet->str, sheet->len, NULL, NULL),
                       ATLAS_SHEET_ERROR_TOO_LARGE, "merged");
}

/* As many as there may be, all of them over each other, and many rows. */
static void
test_dense (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (AtlasWorkbook) workbook = NULL;
  Count count = { 0, 0 };

  for (guint i = 1; i <= 20000; i++)
    g_string_append_printf (sheet, "<row r='%u'><c><v>%u</v></c></row>", i, g_test_rand_int ());
  g_string_append (sheet, "</sheetData><mergeCells>");
  for (guint i = 0; i < ATLAS_SHEET_MAX_MERGES; i++)
    g_string_append_printf (sheet, "<mergeCell ref='B%u:XFD%u'/>", g_test_rand_int_range (1, 20001),
                            g_test_rand_int_range (1, 1048576));
  g_string_append (sheet, "</mergeCells></worksheet>");
  workbook = xlsx_open (xlsx_make_parts (NULL, sheet->str, sheet->len, NULL, NULL));
  g_assert_true (atlas_workbook_read_sheet (workbook, 0, count_spread, &count, NULL, NULL));
  g_assert_cmpuint (count.n_rows, ==, 20000);
  g_assert_cmpuint (count.n_spread, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-merges/title", test_title);
  g_test_add_func ("/xlsx-merges/down", test_down);
  g_test_add_func ("/xlsx-merges/block", test_block);
  g_test_add_func ("/xlsx-merges/empty-first", test_empty_first);
  g_test_add_func ("/xlsx-merges/missing-rows", test_missing_rows);
  g_test_add_func ("/xlsx-merges/many", test_many);
  g_test_add_func ("/xlsx-merges/overlap", test_overlap);
  g_test_add_func ("/xlsx-merges/kinds", test_kinds);
  g_test_add_func ("/xlsx-merges/disorder", test_disorder);
  g_test_add_func ("/xlsx-merges/huge", test_huge);
  g_test_add_func ("/xlsx-merges/long-sheet", test_long_sheet);
  g_test_add_func ("/xlsx-merges/across-pieces", test_across_pieces);
  g_test_add_func ("/xlsx-merges/refused", test_refused);
  g_test_add_func ("/xlsx-merges/too-many", test_too_many);
  g_test_add_func ("/xlsx-merges/dense", test_dense);
  return g_test_run ();
}
