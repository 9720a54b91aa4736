/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/sheets/file-kind.h"
#include "dataset/sheets/sheet.h"
#include "zip-maker.h"

#define XLSX_TYPES                                                                                    \
  "<?xml version=\"1.0\"?>"                                                                           \
  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"                    \
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"                                      \
  "<Override PartName=\"/book.xml\" ContentType=\"%s\"/></Types>"

/* Takes BYTES. */
static void
check_bytes (GBytes        *bytes,
             AtlasFileKind  expected)
{
  g_autoptr (GError) error = NULL;
  AtlasFileKind kind = -1;

  g_assert_true (atlas_file_kind_find (bytes, "表.csv", &kind, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, expected);
  g_bytes_unref (bytes);
}

/* Takes BYTES. SAYS: how the message goes on behind the name of the file. */
static void
refuse_bytes (GBytes          *bytes,
              AtlasSheetError  code,
              const char      *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strconcat ("“表.csv” ", says, NULL);
  AtlasFileKind kind;

  g_assert_false (atlas_file_kind_find (bytes, "表.csv", &kind, &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  g_bytes_unref (bytes);
}

/* The bytes of literals that may hold NUL bytes. */
#define check(text, kind) check_bytes (g_bytes_new_static (text, sizeof (text) - 1), kind)
#define refuse(text, code, says) \
  refuse_bytes (g_bytes_new_static (text, sizeof (text) - 1), ATLAS_SHEET_ERROR_##code, says)

/* An archive with the parts NAME and DATA, in pairs, ended by NULL. */
static GBytes *
make_archive (const char *name,
              ...)
{
  ZipMaker *maker = zip_maker_new ();
  va_list parts;

  va_start (parts, name);
  for (; name != NULL; name = va_arg (parts, const char *))
    zip_maker_add (maker, name, va_arg (parts, const char *), -1);
  va_end (parts);
  return zip_maker_finish (maker);
}

static void
check_type (const char    *type,
            AtlasFileKind  expected)
{
  g_autofree char *types = g_strdup_printf (XLSX_TYPES, type);

  check_bytes (make_archive ("[Content_Types].xml", types, "book.xml", "<workbook/>", NULL), expected);
}

static void
test_xlsx ( void)
{
  check_bytes (make_archive ("xl/workbook.xml", "<workbook/>", NULL), ATLAS_FILE_KIND_XLSX);
  check_bytes (make_archive ("docProps/app.xml", "<a/>", "XL/Workbook.xml", "<workbook/>", NULL),
               ATLAS_FILE_KIND_XLSX);
  check_type ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", ATLAS_FILE_KIND_XLSX);
  check_type ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", ATLAS_FILE_KIND_XLSX);
  check_type ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", ATLAS_FILE_KIND_XLSX);
}

static void
test_ods ( void)
{
  const char *types[] = { "spreadsheet", "spreadsheet-template", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *type = g_strconcat ("application/vnd.oasis.opendocument.", types[i], NULL);

      check_bytes (make_archive ("mimetype", type, "content.xml", "<a/>", NULL), ATLAS_FILE_KIND_ODS);
    }
  check_bytes (make_archive ("content.xml", "<a/>", NULL), ATLAS_FILE_KIND_ODS);
}

#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"

/* The namespace tells, not the prefix; which kind of document it is says the reader. */
static void
test_flat_ods (void)
{
  check ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document xmlns:office=\"" OFFICE "\""
         " office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body>", ATLAS_FILE_KIND_FLAT_ODS);
  check ("\xEF\xBB\xBF<!-- 表 --><office:document office:version=\"1.2\" xmlns:office=\"" OFFICE "\">",
         ATLAS_FILE_KIND_FLAT_ODS);
  check ("<document xmlns=\"" OFFICE "\"><body><text/>", ATLAS_FILE_KIND_FLAT_ODS);
  refuse ("<office:document xmlns:office=\"http://example.org/\">", WRONG_FORMAT,
          "cannot be read: it is XML, but no table; choose a text file (CSV), an .xlsx or an .ods file");
}

/* Text may begin with all sorts of things. */
static void
test_text ( void)
{
  check ("", ATLAS_FILE_KIND_TEXT);
  check ("编号,姓名\n", ATLAS_FILE_KIND_TEXT);
  check ("PK,姓名\n", ATLAS_FILE_KIND_TEXT);
  check ("MZ,BM\n", ATLAS_FILE_KIND_TEXT);
  check ("<编号>,<姓名>\n", ATLAS_FILE_KIND_TEXT);
  check ("<5,>6\n", ATLAS_FILE_KIND_TEXT);
  check ("<table1>,b\n", ATLAS_FILE_KIND_TEXT);
  check ("\xd0\xd5\xc3\xfb<html>,b\n", ATLAS_FILE_KIND_TEXT);
  check ("mime,b\n", ATLAS_FILE_KIND_TEXT);
}

static void
test_other_archives ( void)
{
  const char *none = "cannot be read: there is no table in this archive; if tables are packed in it, unpack it first";

  refuse_bytes (make_archive ("xl/workbook.bin", "x", "[Content_Types].xml", "<Types/>", NULL),
                ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT,
                "cannot be read: it is a binary workbook (.xlsb); save it as .xlsx");
  refuse_bytes (make_archive ("Index/Document.iwa", "x", NULL), ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT,
                "cannot be read: it is a document of Apple Numbers; export it as .xlsx");
  refuse_bytes (make_archive ("uof.xml", "x", "content.xml", "x", NULL), ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT,
                "cannot be read: it is a document in UOF; save it as .xlsx");
  refuse_bytes (make_archive ("a.csv", "a,b\n", NULL), ATLAS_SHEET_ERROR_WRONG_FORMAT, none);
  refuse_bytes (make_archive ("word/document.xml", "x", "[Content_Types].xml", "<Types><Override "
                              "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
                              "document.main+xml\"/></Types>", NULL), ATLAS_SHEET_ERROR_WRONG_FORMAT, none);
  refuse_bytes (make_archive ("mimetype", "application/epub+zip", "content.xml", "x", NULL),
                ATLAS_SHEET_ERROR_WRONG_FORMAT, none);
}

static void
test_cut_off_archive ( void)
{
  GBytes *whole = make_archive ("xl/workbook.xml", "<workbook/>", NULL);
  GBytes *half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  const char *says = "is damaged: its archive is cut off or not readable. Get the file anew, or save it again in a "
                     "spreadsheet program.";

  g_bytes_unref (whole);
  refuse_bytes (half, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, says);
  refuse ("PK\5\6", CORRUPT_ARCHIVE, says);
}

#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0\0\0\0\0"
#define STREAM_BOOK "B\0o\0o\0k\0\0\0"
#define STREAM_WORKBOOK "W\0o\0r\0k\0b\0o\0o\0k\0\0\0"
#define STREAM_WORD "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0\0"
#define STREAM_ENCRYPTED "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0"

static void
test_compound_files ( void)
{
  const char *older = "cannot be read: it is a workbook of the older kind (.xls); save it as .xlsx";

  refuse (COMPOUND, UNSUPPORTED_FORMAT, older);
  refuse (COMPOUND STREAM_WORKBOOK, UNSUPPORTED_FORMAT, older);
  refuse (COMPOUND STREAM_BOOK, UNSUPPORTED_FORMAT, older);
  refuse (COMPOUND STREAM_WORD STREAM_WORKBOOK, UNSUPPORTED_FORMAT, older);
  refuse (COMPOUND STREAM_WORD STREAM_BOOK, UNSUPPORTED_FORMAT, older);
  refuse ("\x09\4\6\0\0\0\x10\0", UNSUPPORTED_FORMAT, older);
  refuse (COMPOUND STREAM_ENCRYPTED, ENCRYPTED,
          "cannot be read: it is protected by a password; save it again without one");
  refuse (COMPOUND STREAM_WORD, WRONG_FORMAT,
          "cannot be read: it is a text or a presentation; copy the table into a spreadsheet and save that as .xlsx");
}

static void
test_web_pages ( void)
{
  const char *table = "cannot be read: it is a web page, whatever its name; open it in a spreadsheet and save it as "
                      ".xlsx";

  refuse ("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\r\n<body><TABLE border=1>", UNSUPPORTED_FORMAT,
          table);
  refuse ("\xEF\xBB\xBF\r\n<!DOCTYPE html>\n<html><table>", UNSUPPORTED_FORMAT, table);
  refuse ("<table><tr><td>\xb1\xe0\xba\xc5", UNSUPPORTED_FORMAT, table);
  refuse ("<meta http-equiv=\"Content-Type\"><table>", UNSUPPORTED_FORMAT, table);
  refuse ("\xff\xfe<\0h\0t\0m\0l\0>\0<\0t\0a\0b\0l\0e\0>\0", UNSUPPORTED_FORMAT, table);
  refuse ("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n\r\n<table>", UNSUPPORTED_FORMAT, table);
  refuse ("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><table>", UNSUPPORTED_FORMAT, table);
  refuse ("<!DOCTYPE html><html><body>登录</body></html>", WRONG_FORMAT,
          "cannot be read: it is a web page without a table; fetch the table again from where it is offered");
}

static void
test_xml ( void)
{
  const char *older = "cannot be read: it is an XML table of Excel 2003; save it as .xlsx";
  const char *other = "cannot be read: it is XML, but no table; choose a text file (CSV), an .xlsx or an .ods file";

  refuse ("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
          "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", UNSUPPORTED_FORMAT, older);
  refuse ("<?xml version=\"1.0\"?><ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">",
          UNSUPPORTED_FORMAT, older);
  refuse ("<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"http://schemas.uof.org/cn/2003/uof\">", UNSUPPORTED_FORMAT,
          "cannot be read: it is a document in UOF; save it as .xlsx");
  refuse ("<?xml version=\"1.0\"?><data><row/></data>", WRONG_FORMAT, other);
  refuse ("<?xml version=\"1.0\"", WRONG_FORMAT, other);
  refuse ("<svg xmlns=\"http://www.w3.org/2000/svg\">", WRONG_FORMAT, other);
  refuse ("<!DOCTYPE svg><svg>", WRONG_FORMAT, other);
}

static void
test_binaries ( void)
{
  const char *picture = "cannot be read: it is a picture; get the table itself, as .xlsx or .csv";
  const char *packed = "cannot be read: it is a packed file; unpack it first";

  refuse ("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", WRONG_FORMAT, picture);
  refuse ("\xff\xd8\xff\xe0\0\x10JFIF", WRONG_FORMAT, picture);
  refuse ("%PDF-1.7\n", WRONG_FORMAT, "cannot be read: it is a PDF document; get the table itself, as .xlsx or .csv");
  refuse ("\x7f" "ELF\2\1\1", WRONG_FORMAT, "cannot be read: it is a program, no table");
  refuse ("\x1f\x8b\x08\0", WRONG_FORMAT, packed);
  refuse ("Rar!\x1a\x07\0", WRONG_FORMAT, packed);
  refuse ("SQLite format 3\0\x10\0", WRONG_FORMAT,
          "cannot be read: it is a database; write the table from it as .csv or .xlsx");
  refuse ("{\\rtf1\\ansi", WRONG_FORMAT,
          "cannot be read: it is a text or a presentation; copy the table into a spreadsheet and save that as .xlsx");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-kind/xlsx", test_xlsx);
  g_test_add_func ("/file-kind/ods", test_ods);
  g_test_add_func ("/file-kind/flat-ods", test_flat_ods);
  g_test_add_func ("/file-kind/text", test_text);
  g_test_add_func ("/file-kind/other-archives", test_other_archives);
  g_test_add_func ("/file-kind/cut-off-archive", test_cut_off_archive);
  g_test_add_func ("/file-kind/compound-files", test_compound_files);
  g_test_add_func ("/file-kind/web-pages", test_web_pages);
  g_test_add_func ("/file-kind/xml", test_xml);
  g_test_add_func ("/file-kind/binaries", test_binaries);
  return g_test_run ();
}
