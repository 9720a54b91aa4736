/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/package.h"
#include "dataset/sheets/sheet-limits.h"
#include "dataset/sheets/sheet-reader.h"
#include "dataset/sheets/xlsx-relations.h"
#include "dataset/sheets/xlsx-sheet.h"

/* Where the workbook stands if nothing leads to it. */
#define USUAL_PART "xl/workbook.xml"

typedef struct {
  AtlasSheetReader parent;
  AtlasPackage *package;
  GPtrArray *parts; /* of the sheets */
  char *strings_part;
  char *styles_part;
  gboolean from_1904;

  /* Read when first needed; the merged cells are those of the sheet that was read last. */
  AtlasXlsxStrings *strings;
  AtlasXlsxStyles *styles;
  AtlasXlsxMerges *merges;
  guint merges_sheet;
} XlsxReader;

static void
xlsx_reader_free (AtlasSheetReader *reader)
{
  XlsxReader *self = (XlsxReader *) reader;

  g_clear_pointer (&self->merges, atlas_xlsx_merges_free);
  g_clear_pointer (&self->styles, atlas_xlsx_styles_free);
  g_clear_pointer (&self->strings, atlas_xlsx_strings_free);
  g_clear_pointer (&self->package, atlas_package_free);
  g_ptr_array_unref (self->parts);
  g_free (self->strings_part);
  g_free (self->styles_part);
  atlas_sheet_reader_clear (reader);
  g_free (self);
}

static gboolean
read_common (XlsxReader    *self,
             GCancellable  *cancellable,
             GError       **error)
{
  if (self->strings == NULL)
    self->strings = atlas_xlsx_strings_read (self->package, self->strings_part, cancellable, error);
  if (self->strings != NULL && self->styles == NULL)
    self->styles = atlas_xlsx_styles_read (self->package, self->styles_part, cancellable, error);
  return self->strings != NULL && self->styles != NULL;
}

static gboolean
read_merges (XlsxReader    *self,
             guint          sheet,
             GCancellable  *cancellable,
             GError       **error)
{
  if (self->merges != NULL && self->merges_sheet == sheet)
    return TRUE;
  g_clear_pointer (&self->merges, atlas_xlsx_merges_free);
  self->merges = atlas_xlsx_merges_read (self->package, g_ptr_array_index (self->parts, sheet), cancellable,
                                         error);
  self->merges_sheet = sheet;
  return self->merges != NULL;
}

static gboolean
xlsx_reader_read_sheet (AtlasSheetReader   *reader,
                        guint               sheet,
                        AtlasSheetRowFunc   func,
                        gpointer            user_data,
                        GCancellable       *cancellable,
                        GError            **error)
{
  XlsxReader *self = (XlsxReader *) reader;
  AtlasXlsxContext context;

  if (!read_common (self, cancellable, error) || !read_merges (self, sheet, cancellable, error))
    return FALSE;
  context = (AtlasXlsxContext) { self->strings, self->styles, self->merges, self->from_1904 };
  return atlas_xlsx_sheet_read (self->package, g_ptr_array_index (self->parts, sheet), &context, func,
                                user_data, cancellable, error);
}

/* Reading the part of the workbook itself. */
typedef struct {
  XlsxReader *reader;
  GPtrArray *relations;
  const char *part;
  guint depth;
  gboolean in_sheets;
} WorkbookPart;

/* Charts and macros have sheets of their own kinds, and old modules of programs have none at all. */
static gboolean
add_sheet (WorkbookPart  *workbook,
           const char   **attributes,
           GError       **error)
{
  XlsxReader *self = workbook->reader;
  const char *name = atlas_xml_attribute (attributes, "name"), *id = atlas_xml_attribute (attributes, "id");
  const char *state = atlas_xml_attribute (attributes, "state");
  const AtlasXlsxRelation *relation;

  if (id == NULL || *id == '\0')
    return TRUE;
  relation = atlas_xlsx_relations_find_id (workbook->relations, id);
  if (relation == NULL)
    return atlas_sheet_set_damaged (self->parent.name, workbook->part, _("a sheet of it is not in the "
                                                                         "workbook"), error);
  if (strcmp (relation->kind, "worksheet") != 0)
    return TRUE;
  if (self->parts->len >= ATLAS_SHEET_MAX_SHEETS)
    return atlas_sheet_set_too_large (self->parent.name, _("it has too many sheets"), error);
  atlas_sheet_reader_add_sheet (&self->parent, name != NULL ? name : "",
                                g_strcmp0 (state, "hidden") == 0 || g_strcmp0 (state, "veryHidden") == 0);
  g_ptr_array_add (self->parts, g_strdup (relation->part));
  return TRUE;
}

static void
read_properties (XlsxReader  *self,
                 const char **attributes)
{
  const char *from_1904 = atlas_xml_attribute (attributes, "date1904");

  self->from_1904 = g_strcmp0 (from_1904, "1") == 0 || g_strcmp0 (from_1904, "true") == 0;
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     user_data,
          GError     **error)
{
  WorkbookPart *workbook = user_data;
  const char *local = atlas_xml_local_name (name);

  workbook->depth++;
  if (workbook->depth == 1 && strcmp (local, "workbook") != 0)
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_WRONG_FORMAT, workbook->reader->parent.name,
                               _("it is no workbook; open it in the program that made it, and save the table "
                                 "as .xlsx"));
  if (workbook->depth == 2)
    workbook->in_sheets = strcmp (local, "sheets") == 0;
  if (workbook->depth == 2 && strcmp (local, "workbookPr") == 0)
    read_properties (workbook->reader, attributes);
  if (workbook->depth == 3 && workbook->in_sheets && strcmp (local, "sheet") == 0)
    return add_sheet (workbook, attributes, error);
  return TRUE;
}

static gboolean
on_end (const char  *name,
        gpointer     user_data,
        GError     **error)
{
  ((WorkbookPart *) user_data)->depth--;
  return TRUE;
}

static gboolean
read_workbook (XlsxReader    *self,
               const char    *part,
               GCancellable  *cancellable,
               GError       **error)
{
  static const AtlasXmlHandlers handlers = { on_start, on_end, NULL };
  g_autoptr (GPtrArray) relations = atlas_xlsx_relations_read (self->package, part, cancellable, error);
  WorkbookPart workbook = { self, relations, part };

  if (relations == NULL ||
      !atlas_package_parse (self->package, part, &handlers, &workbook, cancellable, error))
    return FALSE;
  if (self->parts->len == 0)
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_EMPTY_FILE, self->parent.name,
                               _("it has no sheet with cells; choose the workbook that has the table"));
  self->strings_part = g_strdup (atlas_xlsx_relations_find_part (relations, "sharedStrings"));
  self->styles_part = g_strdup (atlas_xlsx_relations_find_part (relations, "styles"));
  return TRUE;
}

static gboolean
open_workbook (XlsxReader    *self,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) relations = NULL;
  const char *part;

  self->package = atlas_package_open (self->parent.bytes, self->parent.name, error);
  if (self->package == NULL)
    return FALSE;
  relations = atlas_xlsx_relations_read (self->package, "", cancellable, error);
  if (relations == NULL)
    return FALSE;
  part = atlas_xlsx_relations_find_part (relations, "officeDocument");
  return read_workbook (self, part != NULL ? part : USUAL_PART, cancellable, error);
}

AtlasSheetReader *
atlas_xlsx_reader_new (GBytes        *bytes,
                       const char    *name,
                       GCancellable  *cancellable,
                       GError       **error)
{
  static const AtlasSheetReaderClass class = { xlsx_reader_read_sheet, xlsx_reader_free };
  XlsxReader *self = g_new0 (XlsxReader, 1);

  atlas_sheet_reader_init (&self->parent, &class, bytes, name);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  if (open_workbook (self, cancellable, error))
    return &self->parent;
  xlsx_reader_free (&self->parent);
  return NULL;
}
