/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "xlsx-maker.h"

#include <string.h>

#include "row-dump.h"
#include "zip-maker.h"

#define RELATION(id, kind, target) "<Relationship Id='" id "' Type='" XLSX_TYPE kind "' Target='" target "'/>"

static const char root_relations[] =
  XLSX_RELATIONS RELATION ("rId1", "officeDocument", "xl/workbook.xml") "</Relationships>";

static const char workbook_relations[] =
  XLSX_RELATIONS RELATION ("rId1", "worksheet", "worksheets/sheet1.xml")
  RELATION ("rId2", "styles", "styles.xml") RELATION ("rId3", "sharedStrings", "sharedStrings.xml")
  "</Relationships>";

static const char relations_without_strings[] =
  XLSX_RELATIONS RELATION ("rId1", "worksheet", "worksheets/sheet1.xml")
  RELATION ("rId2", "styles", "styles.xml") "</Relationships>";

static const char usual_workbook[] =
  "<workbook xmlns='" XLSX_MAIN "' xmlns:r='" XLSX_TYPE "'>"
  "<sheets><sheet name='表' sheetId='1' r:id='rId1'/></sheets></workbook>";

GBytes *
xlsx_pack (const char *name,
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

GBytes *
xlsx_make_parts (const char *workbook,
                 const char *sheet,
                 gssize      length,
                 const char *strings,
                 const char *styles)
{
  ZipMaker *maker = zip_maker_new ();

  zip_maker_add (maker, "_rels/.rels", root_relations, -1);
  zip_maker_add (maker, "xl/workbook.xml", workbook != NULL ? workbook : usual_workbook, -1);
  zip_maker_add (maker, "xl/_rels/workbook.xml.rels",
                 strings != NULL ? workbook_relations : relations_without_strings, -1);
  zip_maker_add (maker, "xl/worksheets/sheet1.xml", sheet, length);
  zip_maker_add (maker, "xl/styles.xml", styles != NULL ? styles : "<styleSheet/>", -1);
  if (strings != NULL)
    zip_maker_add (maker, "xl/sharedStrings.xml", strings, -1);
  return zip_maker_finish (maker);
}

static char *
wrap (const char *element,
      const char *content)
{
  if (content == NULL)
    return NULL;
  return g_strdup_printf ("<?xml version='1.0' encoding='UTF-8'?><%s xmlns='" XLSX_MAIN "'>%s</%s>", element,
                          content, element);
}

GBytes *
xlsx_make (const char *sheet,
           const char *strings,
           const char *styles)
{
  g_autofree char *sheet_part = wrap ("worksheet", sheet);
  g_autofree char *strings_part = wrap ("sst", strings);
  g_autofree char *styles_part = wrap ("styleSheet", styles);

  return xlsx_make_parts (NULL, sheet_part, -1, strings_part, styles_part);
}

AtlasWorkbook *
xlsx_open (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AtlasWorkbook *workbook = atlas_workbook_open_bytes (bytes, "a.xlsx", NULL, NULL, &error);

  g_assert_no_error (error);
  g_bytes_unref (bytes);
  return workbook;
}

char *
xlsx_dump_sheet (AtlasWorkbook *workbook,
                 guint          sheet)
{
  GString *dump = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  atlas_workbook_read_sheet (workbook, sheet, row_dump, dump, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (dump, FALSE);
}

void
xlsx_assert_rows (GBytes     *bytes,
                  const char *expected)
{
  g_autoptr (AtlasWorkbook) workbook = xlsx_open (bytes);
  g_autofree char *rows = xlsx_dump_sheet (workbook, 0);

  g_assert_cmpstr (rows, ==, expected);
}

static gboolean
pass_over (const AtlasSheetRow  *row,
           gpointer              user_data,
           GError              **error)
{
  return TRUE;
}

void
xlsx_assert_refused (GBytes     *bytes,
                     int         code,
                     const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasWorkbook) workbook = atlas_workbook_open_bytes (bytes, "a.xlsx", NULL, NULL, &error);

  if (workbook != NULL)
    g_assert_false (atlas_workbook_read_sheet (workbook, 0, pass_over, NULL, NULL, &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "“a.xlsx”"));
  g_assert_nonnull (strstr (error->message, says));
  g_bytes_unref (bytes);
}
