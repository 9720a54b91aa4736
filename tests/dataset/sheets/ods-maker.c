/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "ods-maker.h"

#include <string.h>

#include "row-dump.h"
#include "zip-maker.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define MIMETYPE "application/vnd.oasis.opendocument.spreadsheet"

static const char document[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<office:document xmlns:office=\"" OASIS "office:1.0\" xmlns:style=\"" OASIS "style:1.0\""
  " xmlns:table=\"" OASIS "table:1.0\" xmlns:text=\"" OASIS "text:1.0\" xmlns:draw=\"" OASIS "drawing:1.0\""
  " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"
  " <office:automatic-styles>%s</office:automatic-styles>\n"
  " <office:body>\n  <office:spreadsheet>%s</office:spreadsheet>\n </office:body>\n</office:document>\n";

static const char manifest[] =
  "<?xml version=\"1.0\"?>\n"
  "<manifest:manifest xmlns:manifest=\"" OASIS "manifest:1.0\">\n"
  " <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" MIMETYPE "\"/>\n"
  " <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
  "</manifest:manifest>\n";

char *
ods_make_document (const char *styles,
                   const char *tables)
{
  return g_strdup_printf (document, styles, tables);
}

GBytes *
ods_make_archive (const char *content)
{
  ZipMaker *maker = zip_maker_new ();

  zip_maker_add_full (maker, "mimetype", MIMETYPE, -1, ZIP_MAKER_STORED);
  zip_maker_add (maker, "content.xml", content, -1);
  zip_maker_add (maker, "META-INF/manifest.xml", manifest, -1);
  return zip_maker_finish (maker);
}

void
ods_reader_free (AtlasSheetReader *reader)
{
  reader->class->free (reader);
}

char *
ods_dump_sheet (AtlasSheetReader *reader,
                guint             sheet)
{
  g_autoptr (GError) error = NULL;
  GString *dump = g_string_new (NULL);

  g_assert_true (reader->class->read_sheet (reader, sheet, row_dump, dump, NULL, &error));
  g_assert_no_error (error);
  return g_string_free (dump, FALSE);
}

AtlasSheetReader *
ods_open_flat (const char *content,
               gssize      length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (content, length < 0 ? strlen (content) : (gsize) length);
  AtlasSheetReader *reader = atlas_ods_reader_new (bytes, "a.fods", TRUE, NULL, &error);

  g_assert_no_error (error);
  return reader;
}

AtlasSheetReader *
ods_open_archive (const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ods_make_archive (content);
  AtlasSheetReader *reader = atlas_ods_reader_new (bytes, "a.ods", FALSE, NULL, &error);

  g_assert_no_error (error);
  return reader;
}
