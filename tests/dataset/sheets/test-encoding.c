/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/sheets/encoding.h"
#include "row-dump.h"

/* Reads the bytes of TEXT, a literal that may hold NUL bytes. */
#define check(text, wanted, encoding, expected) check_bytes (text, sizeof (text) - 1, wanted, encoding, expected)

static void
check_bytes (const char *text,
             gsize       length,
             const char *wanted,
             const char *encoding,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (AtlasWorkbook) workbook = atlas_workbook_open_bytes (bytes, "a.csv", wanted, NULL, &error);
  g_autoptr (GString) dump = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (atlas_workbook_get_encoding (workbook), ==, encoding);
  g_assert_true (atlas_workbook_read_sheet (workbook, 0, row_dump, dump, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (dump->str, ==, expected);
}

static void
test_utf8 ( void)
{
  check ("a,b\n1,2\n", NULL, "UTF-8", "1:a|b\n2:1|2\n");
  check ("编号,姓名\n1,吴忠𠮷\n", NULL, "UTF-8", "1:编号|姓名\n2:1|吴忠𠮷\n");
  check ("\xEF\xBB\xBF编号,姓名\n1,吴忠\n", NULL, "UTF-8", "1:编号|姓名\n2:1|吴忠\n");
  check ("\xEF\xBB\xBF\xEF\xBB\xBF\"编号\",姓名\n", NULL, "UTF-8", "1:编号|姓名\n");
}

/* 编号,姓名 / 1,吴忠市 in GB 2312; 镕 is in GBK only, € in GB18030 and GBK; 㐀 and 𠮷 take four bytes. */
static void
test_gb18030 ( void)
{
  check ("\xb1\xe0\xba\xc5,\xd0\xd5\xc3\xfb\n1,\xce\xe2\xd6\xd2\xca\xd0\n", NULL, "GB18030",
         "1:编号|姓名\n2:1|吴忠市\n");
  check ("\xe9\x46,\xa2\xe3\r\n", NULL, "GB18030", "1:镕|€\n");
  check ("\xb1\xe0\xba\xc5,\x81\x39\xee\x39\n\x95\x34\xb2\x35\xc6,1\n\x95\x34\xb2\x35,\xce\xe2\n", NULL, "GB18030",
         "1:编号|㐀\n2 encoding 0:𠮷\357\277\275|1\n3:𠮷|吴\n");
  check ("\x84\x31\x95\x33\xb1\xe0\xba\xc5,b\n", NULL, "GB18030", "1:编号|b\n");
}

/* A second byte may look like a delimiter's neighbour or a quotation mark's, never like one of them: 乗 ends in a
 * backslash, 恷 in a vertical bar; and a digit may end a character of four bytes. */
static void
test_gb18030_inside ( void)
{
  check ("\xb1\xe0\xba\xc5,\x81\x5c\n\x90\x7c,\"\x81\x39\xee\x39\n\"\n", NULL, "GB18030",
         "1:编号|乗\n2:恷|㐀\n\n");
}

static void
test_utf16 ( void)
{
  check ("\xff\xfe\x16\x7f\xf7\x53,\0b\0\r\0\n\0" "1\0,\0\x42\xd8\xb7\xdf\n\0", NULL, "UTF-16LE", "1:编号|b\n2:1|𠮷\n");
  check ("\xfe\xff\x7f\x16\x53\xf7\0,\0b\0\r\0\n\0" "1\0,\xd8\x42\xdf\xb7\0\n", NULL, "UTF-16BE", "1:编号|b\n2:1|𠮷\n");
  check ("\xff\xfe" "a\0\t\0\x16\x7f\n\0" "1\0\t\0\"\0x\0\n\0y\0\"\0\n\0z\0\t\0w\0", NULL, "UTF-16LE",
         "1:a|编\n2:1|x\ny\n4:z|w\n");
}

/* A surrogate alone is no character, nor is half a unit at the end. 一 has the lower byte 0. */
static void
test_utf16_faults ( void)
{
  check ("\xff\xfe" "a\0,\0b\0\n\0" "1\0,\0\x42\xd8\n\0\0\x4e,\0" "4\0\n\0" "5", NULL, "UTF-16LE",
         "1:a|b\n2 encoding 1:1|\357\277\275\n3:一|4\n4 encoding 0:\357\277\275\n");
}

static void
test_utf16_without_mark ( void)
{
  check ("a\0,\0b\0\n\0" "1\0,\0\x16\x7f\n\0", NULL, "UTF-16LE", "1:a|b\n2:1|编\n");
  check ("\0a\0,\0b\0\n\0" "1\0,\x7f\x16\0\n", NULL, "UTF-16BE", "1:a|b\n2:1|编\n");
  check ("\0\x4e,\0" "1\0\n\0" "2\0,\0" "3\0\n\0", NULL, "UTF-16LE", "1:一|1\n2:2|3\n");
  check ("a,b\n\0" "1,\0" "2\n", NULL, "UTF-8", "1:a|b\n2 nul 0:\357\277\275" "1|\357\277\275" "2\n");
}

/* The first fault of a row is told, and other rows are as they were. */
static void
test_nul_bytes ( void)
{
  check ("a,b,c\n1,2\0,3\n4,5,6\n\0\n7,\"\0\",\xff\n8,9,0\n", NULL, "UTF-8",
         "1:a|b|c\n2 nul 1:1|2\357\277\275|3\n3:4|5|6\n4 nul 0:\357\277\275\n"
         "5 nul 1:7|\357\277\275|\357\277\275\n6:8|9|0\n");
  check ("\xb1\xe0\xba\xc5,b\n\0,2\n3,4\n", NULL, "GB18030", "1:编号|b\n2 nul 0:\357\277\275|2\n3:3|4\n");
}

/* One bad byte, or half a character, among many lines in UTF-8 does not make them GB18030. */
static void
check_row_500 (const char *bad,
               const char *shown)
{
  g_autoptr (GString) text = g_string_new ("编号,姓名\n");
  g_autoptr (GString) expected = g_string_new ("1:编号|姓名\n");

  for (guint line = 2; line <= 1000; line++)
    if (line == 500)
      {
        g_string_append_printf (text, "%u,王%s\n", line, bad);
        g_string_append_printf (expected, "500 encoding 1:500|王%s\n", shown);
      }
    else
      {
        g_string_append_printf (text, "%u,吴忠\n", line);
        g_string_append_printf (expected, "%u:%u|吴忠\n", line, line);
      }
  check_bytes (text->str, text->len, NULL, "UTF-8", expected->str);
}

static void
test_bad_bytes ( void)
{
  check_row_500 ("\xff", "\357\277\275");
  check_row_500 ("\xe5\x90", "\357\277\275\357\277\275");
  check_row_500 ("\xce\xe2\xd6\xd2", "\357\277\275\357\277\275\357\277\275\357\277\275");
}

/* Text in GB18030 with faults of its own, which is no UTF-8 at all. */
static void
test_bad_bytes_gb18030 ( void)
{
  check ("\xb1\xe0\xba\xc5,\xd0\xd5\xc3\xfb\n1,\xce\xe2\xd6\n2,\xff\n3,\xcd\xf5\n", NULL, "GB18030",
         "1:编号|姓名\n2 encoding 1:1|吴\357\277\275\n3 encoding 1:2|\357\277\275\n4:3|王\n");
}

static void
test_chosen ( void)
{
  const char gbk[] = "\xc1\xaa\xcd\xa8,b\n";

  check ("\xd0\xd5\xc3\xfb,b\n", "gbk", "GB18030", "1:姓名|b\n");
  check ("\xd0\xd5\xc3\xfb,b\n", "GB2312", "GB18030", "1:姓名|b\n");
  check ("\xd0\xd5\xc3\xfb,b\n", "gb18030", "GB18030", "1:姓名|b\n");
  check ("\xd0\xd5\xc3\xfb,b\n", "latin1", "LATIN1", "1:ÐÕÃû|b\n");
  check ("\xa4\xa4\xa4\xe5,b\n", "Big5", "BIG5", "1:中文|b\n");
  check ("a,b\n\xd0\xd5,2\n", "utf8", "UTF-8", "1:a|b\n2 encoding 0:\357\277\275\357\277\275|2\n");
  check ("a\0,\0b\0", "UTF-16", "UTF-16LE", "1:a|b\n");
  check ("\xfe\xff\0a\0,\0b", "utf-16", "UTF-16BE", "1:a|b\n");
  check_bytes (gbk, sizeof gbk - 1, NULL, "GB18030", "1:联通|b\n");
}

static void
check_unknown (const char *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *says = g_strdup_printf ("“a.csv” cannot be read: there is no encoding “%s”; those of "
                                           "Chinese files are UTF-8, GB18030 and UTF-16", encoding);
  g_autofree char *dump = row_dump_text ("a,b\n", -1, encoding, &error);

  g_assert_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, says);
  g_assert_cmpstr (dump, ==, "");
}

static void
test_unknown ( void)
{
  check_unknown ("klingon");
  check_unknown ("");
  check_unknown ("gbk//ignore");
}

/* Characters that lie across the ends of blocks, in all encodings: rows of 7, 11, 13, … bytes. */
static void
check_blocks (const char *encoding,
              const char *mark)
{
  g_autoptr (GString) text = g_string_new (mark);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint line = 1; line <= 60000; line++)
    {
      const char *cell = line % 3 == 0 ? "吴" : line % 3 == 1 ? "吴忠市a" : "𠮷";

      g_string_append_printf (text, "%u,%s\n", line, cell);
      g_string_append_printf (expected, "%u:%u|%s\n", line, line, cell);
    }
  bytes = g_convert (text->str, text->len, encoding, "UTF-8", NULL, &length, NULL);
  check_bytes (bytes, length, NULL, encoding, expected->str);
}

static void
test_blocks ( void)
{
  check_blocks ("UTF-8", "");
  check_blocks ("GB18030", "");
  check_blocks ("UTF-16LE", "\xEF\xBB\xBF");
  check_blocks ("UTF-16BE", "\xEF\xBB\xBF");
}

/* Wherever the whole is parted for reading, all is seen to be valid, and one bad byte to be none. */
static void
test_sound (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  AtlasEncoding encoding;

  for (guint i = 0; i < 5000000; i++)
    g_string_append (text, "忠");
  for (guint skipped = 0; skipped < 2; skipped++)
    {
      AtlasTextBytes bytes = { text->str + skipped, text->len - skipped, FALSE };

      g_assert_true (atlas_encoding_find (&bytes, &encoding, NULL, NULL));
      g_assert_true (encoding.sound);
      bytes.length--;
      g_assert_true (atlas_encoding_find (&bytes, &encoding, NULL, NULL));
      g_assert_cmpstr (encoding.name, ==, "UTF-8");
      g_assert_false (encoding.sound);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/utf8", test_utf8);
  g_test_add_func ("/encoding/gb18030", test_gb18030);
  g_test_add_func ("/encoding/gb18030-inside", test_gb18030_inside);
  g_test_add_func ("/encoding/utf16", test_utf16);
  g_test_add_func ("/encoding/utf16-faults", test_utf16_faults);
  g_test_add_func ("/encoding/utf16-without-mark", test_utf16_without_mark);
  g_test_add_func ("/encoding/nul-bytes", test_nul_bytes);
  g_test_add_func ("/encoding/bad-bytes", test_bad_bytes);
  g_test_add_func ("/encoding/bad-bytes-gb18030", test_bad_bytes_gb18030);
  g_test_add_func ("/encoding/chosen", test_chosen);
  g_test_add_func ("/encoding/unknown", test_unknown);
  g_test_add_func ("/encoding/blocks", test_blocks);
  g_test_add_func ("/encoding/sound", test_sound);
  return g_test_run ();
}
