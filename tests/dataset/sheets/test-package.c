/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/sheets/package.h"
#include "dataset/sheets/sheet-limits.h"
#include "zip-maker.h"

static gboolean
collect (const char  *data,
         gsize        length,
         gpointer     user_data,
         GError     **error)
{
  g_string_append_len (user_data, data, length);
  return TRUE;
}

static gboolean
take_one (const char  *data,
          gsize        length,
          gpointer     user_data,
          GError     **error)
{
  *(guint *) user_data += 1;
  return FALSE;
}

/* Takes BYTES. */
static AtlasPackage *
open_package (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AtlasPackage *package = atlas_package_open (bytes, "test.xlsx", &error);

  g_assert_no_error (error);
  g_bytes_unref (bytes);
  return package;
}

/* Takes BYTES. */
static void
assert_not_opened (GBytes *bytes,
                   int     code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_package_open (bytes, "test.xlsx", &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, code);
  g_assert_nonnull (strstr (error->message, "“test.xlsx”"));
  g_bytes_unref (bytes);
}

static void
assert_part (AtlasPackage *package,
             const char   *part,
             const char   *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_package_read (package, part, collect, text, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_not_read (AtlasPackage *package,
                 const char   *part,
                 int           code)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_package_read (package, part, collect, text, NULL, &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, code);
  g_assert_nonnull (strstr (error->message, "“test.xlsx”"));
}

/* Whatever wrote the archive. */
static void
test_read (void)
{
  const ZipMakerFlags ways[] = { 0, ZIP_MAKER_STORED, ZIP_MAKER_STREAMED, ZIP_MAKER_ZIP64 };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      ZipMaker *maker = zip_maker_new ();
      g_autoptr (AtlasPackage) package = NULL;

      zip_maker_add_full (maker, "xl/Workbook.xml", "第一份", -1, ways[i]);
      zip_maker_add_full (maker, "../odd\\name", "second", -1, ways[i]);
      zip_maker_add_full (maker, "empty", "", -1, ways[i]);
      package = open_package (zip_maker_finish (maker));
      assert_part (package, "xl/Workbook.xml", "第一份");
      assert_part (package, "../odd\\name", "second");
      assert_part (package, "empty", "");
    }
}

static void
test_names (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (AtlasPackage) package = NULL;

  zip_maker_add (maker, "xl/Styles.XML", "a", -1);
  zip_maker_add (maker, "xl/styles.xml", "b", -1);
  zip_maker_add (maker, "XL/styles.XML", "c", -1);
  zip_maker_add (maker, "xl\\_rels\\Workbook.xml", "d", -1);
  package = open_package (zip_maker_finish (maker));
  assert_part (package, "xl/styles.xml", "b");
  assert_part (package, "XL/STYLES.xml", "a");
  assert_part (package, "XL/styles.XML", "c");
  assert_part (package, "xl/_rels/workbook.xml", "d");
  g_assert_true (atlas_package_has_part (package, "xl/STYLES.xml"));
  g_assert_false (atlas_package_has_part (package, "styles.xml"));
  assert_not_read (package, "styles.xml", ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
}

static void
test_stop (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (AtlasPackage) package = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  zip_maker_add_bomb (maker, "long", "", "some text; ", 2 << 20, "");
  package = open_package (zip_maker_finish (maker));
  g_assert_true (atlas_package_read (package, "long", take_one, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_cancelled (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (AtlasPackage) package = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  zip_maker_add (maker, "part", "text", -1);
  package = open_package (zip_maker_finish (maker));
  g_cancellable_cancel (cancellable);
  g_assert_false (atlas_package_read (package, "part", take_one, &n, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 0);
}

/* Whatever the length that is left, it is refused and nothing is read past its end. */
static void
test_cut_off (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (GBytes) whole = NULL;

  zip_maker_add (maker, "a", "some text that is packed", -1);
  zip_maker_add (maker, "b", "more", -1);
  whole = zip_maker_finish (maker);
  for (gsize length = 0; length < g_bytes_get_size (whole); length++)
    assert_not_opened (g_bytes_new (g_bytes_get_data (whole, NULL), length),
                       ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
}

static void
test_no_archive (void)
{
  assert_not_opened (g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8), ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_not_opened (g_bytes_new_static ("PK\3\4", 4), ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
}

static void
test_refused_parts (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (AtlasPackage) package = NULL;

  zip_maker_add_full (maker, "encrypted", "text", -1, ZIP_MAKER_ENCRYPTED);
  zip_maker_add_full (maker, "sum", "text", -1, ZIP_MAKER_BAD_SUM);
  zip_maker_add_full (maker, "small", "text", -1, ZIP_MAKER_LIES_SMALL);
  zip_maker_add_full (maker, "odd", "text", -1, ZIP_MAKER_ODD_METHOD);
  zip_maker_add (maker, "good", "text", -1);
  package = open_package (zip_maker_finish (maker));
  assert_not_read (package, "encrypted", ATLAS_SHEET_ERROR_ENCRYPTED);
  assert_not_read (package, "sum", ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_not_read (package, "small", ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_not_read (package, "odd", ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT);
  assert_part (package, "good", "text");
}

/* Zeros pack a thousand times smaller; what is small unpacked may. */
static void
test_ratio (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (AtlasPackage) package = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  zip_maker_add_bomb (maker, "bomb", "", "0", ATLAS_SHEET_RATIO_FROM + 65536, "");
  zip_maker_add_bomb (maker, "small", "", "0", ATLAS_SHEET_RATIO_FROM / 2, "");
  package = open_package (zip_maker_finish (maker));
  assert_not_read (package, "bomb", ATLAS_SHEET_ERROR_TOO_LARGE);
  g_assert_true (atlas_package_read (package, "small", collect, text, NULL, NULL));
  g_assert_cmpuint (text->len, ==, ATLAS_SHEET_RATIO_FROM / 2);
}

/* Many entries over the same bytes. */
static void
test_total (void)
{
  ZipMaker *maker = zip_maker_new ();
  const guint n = ATLAS_SHEET_MAX_PART_BYTES / (8 << 20);

  zip_maker_add_bomb (maker, "0", "", "0", 8 << 20, "");
  for (guint i = 1; i < n - 1; i++)
    zip_maker_add_alias (maker, "again");
  atlas_package_free (open_package (zip_maker_finish (maker)));

  maker = zip_maker_new ();
  zip_maker_add_bomb (maker, "0", "", "0", 8 << 20, "");
  for (guint i = 1; i < n + 1; i++)
    zip_maker_add_alias (maker, "again");
  assert_not_opened (zip_maker_finish (maker), ATLAS_SHEET_ERROR_TOO_LARGE);
}

static void
test_many_entries (void)
{
  ZipMaker *maker = zip_maker_new ();

  zip_maker_add (maker, "0", "", -1);
  for (guint i = 0; i < 70000; i++)
    zip_maker_add_alias (maker, "0");
  assert_not_opened (zip_maker_finish (maker), ATLAS_SHEET_ERROR_TOO_LARGE);
}

static gboolean
note_start (const char  *name,
            const char **attributes,
            gpointer     user_data,
            GError     **error)
{
  const char *id = atlas_xml_attribute (attributes, "id");

  g_string_append_printf (user_data, "<%s %s>", atlas_xml_local_name (name), id != NULL ? id : "-");
  return TRUE;
}

static gboolean
note_text (const char  *text,
           gsize        length,
           gpointer     user_data,
           GError     **error)
{
  g_string_append_len (user_data, text, length);
  return TRUE;
}

static gboolean
note_end (const char  *name,
          gpointer     user_data,
          GError     **error)
{
  g_string_append_printf (user_data, "</%s>", name);
  return TRUE;
}

static const AtlasXmlHandlers noting = { note_start, note_end, note_text };

static void
test_parse (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (AtlasPackage) package = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  zip_maker_add (maker, "x", "<?xml version='1.0'?><a><p:b r:id='1'>吴&amp;忠 &#x4e00;</p:b></a>", -1);
  package = open_package (zip_maker_finish (maker));
  g_assert_true (atlas_package_parse (package, "x", &noting, notes, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (notes->str, ==, "<a -><b 1>吴&忠 一</p:b></a>");
}

/* Only a handler that stops keeps reading from going on to the end, where the XML is wrong. */
static gboolean
stop_at_b (const char  *name,
           const char **attributes,
           gpointer     user_data,
           GError     **error)
{
  note_start (name, attributes, user_data, error);
  return strcmp (name, "b") != 0;
}

static gboolean
fail_at_b (const char  *name,
           const char **attributes,
           gpointer     user_data,
           GError     **error)
{
  if (strcmp (name, "b") != 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "b");
  return FALSE;
}

static void
test_handlers_stop (void)
{
  const AtlasXmlHandlers stopping = { stop_at_b, note_end, note_text }, failing = { fail_at_b, NULL, NULL };
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (AtlasPackage) package = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  zip_maker_add (maker, "x", "<a>1<b/>2</wrong>", -1);
  package = open_package (zip_maker_finish (maker));
  g_assert_true (atlas_package_parse (package, "x", &stopping, notes, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (notes->str, ==, "<a ->1<b ->");
  g_assert_false (atlas_package_parse (package, "x", &failing, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
assert_no_xml (const char *text,
               gssize      length,
               int         code)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (AtlasPackage) package = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  zip_maker_add (maker, "xl/part.xml", text, length);
  package = open_package (zip_maker_finish (maker));
  g_assert_false (atlas_package_parse (package, "xl/part.xml", &noting, notes, NULL, &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, code);
  if (code == ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE)
    g_assert_nonnull (strstr (error->message, "xl/part.xml"));
}

static void
test_no_xml (void)
{
  assert_no_xml ("", 0, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_no_xml ("<a>", -1, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_no_xml ("<a></b>", -1, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_no_xml ("<a/><b/>", -1, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_no_xml ("<a>&lol;</a>", -1, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_no_xml ("<a>\0</a>", 8, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_no_xml ("<a>\xc3\x28</a>", -1, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_no_xml ("<?xml version='1.0' encoding='EBCDIC'?><a/>", -1, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
}

static void
test_document_type (void)
{
  assert_no_xml ("<!DOCTYPE a><a/>", -1, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_no_xml ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", -1, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  assert_no_xml ("<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;'><!ENTITY n '&m;&m;&m;&m;'>]>"
                 "<a>&n;</a>", -1,
                 ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
}

static GString *
nest (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "</a>");
  return text;
}

static void
test_nesting (void)
{
  g_autoptr (GString) deep = nest (ATLAS_SHEET_MAX_DEPTH + 1), less_deep = nest (ATLAS_SHEET_MAX_DEPTH);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (less_deep->str, less_deep->len);

  assert_no_xml (deep->str, deep->len, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE);
  g_assert_true (atlas_xml_parse_bytes (bytes, "x", &noting, notes, NULL, NULL));
}

/* What would have to be kept whole in memory. */
static void
test_long_tags (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (AtlasPackage) package = NULL;
  const char *parts[] = { "comment", "value", "name" };
  const AtlasXmlHandlers nothing = { NULL, NULL, NULL };

  zip_maker_add_bomb (maker, "comment", "<a><!-- ", "0123456789 abcdefghijklmnopqrstuvwxyz", 32 << 20,
                      "--></a>");
  zip_maker_add_bomb (maker, "value", "<a b='", "0123456789 abcdefghijklmnopqrstuvwxyz", 32 << 20, "'/>");
  zip_maker_add_bomb (maker, "name", "<a", "0123456789abcdefghijklmnopqrstuvwxyz", 32 << 20, "/>");
  package = open_package (zip_maker_finish (maker));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (atlas_package_parse (package, parts[i], &nothing, NULL, NULL, &error));
      g_assert_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_TOO_LARGE);
    }
}

static gboolean
count_text (const char  *text,
            gsize        length,
            gpointer     user_data,
            GError     **error)
{
  *(gsize *) user_data += length;
  return TRUE;
}

/* A name of an attribute is kept as long as the parser lives. */
static void
test_many_names (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const AtlasXmlHandlers nothing = { NULL, NULL, NULL };

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (text, "<b a%u=''/>", i);
  g_string_append (text, "</a>");
  bytes = g_bytes_new (text->str, text->len);
  g_assert_false (atlas_xml_parse_bytes (bytes, "x.fods", &nothing, NULL, NULL, &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_TOO_LARGE);
}

/* Lines are the least that is one: no bytes to speak of, and handed on one by one. */
static void
test_many_events (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes = 0;
  const AtlasXmlHandlers counting = { NULL, NULL, count_text };

  g_string_set_size (text, ATLAS_SHEET_MAX_XML_EVENTS + 8);
  memset (text->str + 3, '\n', text->len - 3);
  bytes = g_bytes_new_static (text->str, text->len);
  g_assert_false (atlas_xml_parse_bytes (bytes, "x.fods", &counting, &n_bytes, NULL, &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_TOO_LARGE);
  g_assert_cmpuint (n_bytes, ==, ATLAS_SHEET_MAX_XML_EVENTS - 1);
}

static void
test_utf16 (void)
{
  const char *text = "\xef\xbb\xbf<?xml version='1.0'?><a>吴忠</a>";
  const char *charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      char *converted = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (converted, length);
      g_autoptr (GString) notes = g_string_new (NULL);

      g_assert_true (atlas_xml_parse_bytes (bytes, "x.fods", &noting, notes, NULL, NULL));
      g_assert_cmpstr (notes->str, ==, "<a ->吴忠</a>");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package/read", test_read);
  g_test_add_func ("/package/names", test_names);
  g_test_add_func ("/package/stop", test_stop);
  g_test_add_func ("/package/cancelled", test_cancelled);
  g_test_add_func ("/package/cut-off", test_cut_off);
  g_test_add_func ("/package/no-archive", test_no_archive);
  g_test_add_func ("/package/refused-parts", test_refused_parts);
  g_test_add_func ("/package/ratio", test_ratio);
  g_test_add_func ("/package/total", test_total);
  g_test_add_func ("/package/many-entries", test_many_entries);
  g_test_add_func ("/package/parse", test_parse);
  g_test_add_func ("/package/handlers-stop", test_handlers_stop);
  g_test_add_func ("/package/no-xml", test_no_xml);
  g_test_add_func ("/package/document-type", test_document_type);
  g_test_add_func ("/package/nesting", test_nesting);
  g_test_add_func ("/package/long-tags", test_long_tags);
  g_test_add_func ("/package/many-names", test_many_names);
  g_test_add_func ("/package/many-events", test_many_events);
  g_test_add_func ("/package/utf16", test_utf16);
  return g_test_run ();
}
