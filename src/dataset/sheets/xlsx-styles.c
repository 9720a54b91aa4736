/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/xlsx-styles.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/number-pattern.h"
#include "dataset/sheets/xlsx-reference.h"

/* Excel has 65,490. */
#define MAX_FORMATS (1 << 20)

typedef enum { SECTION_OTHER, SECTION_NUMBER_FORMATS, SECTION_CELL_FORMATS } Section;

struct _AtlasXlsxStyles {
  GByteArray *dates; /* for each cell format, whether it is one */
};

/* Number formats may stand behind the cell formats that name them. */
typedef struct {
  const char *file;
  guint depth;
  Section section;
  GHashTable *number_formats; /* of the file's own: number → whether a date */
  GArray *cell_formats;       /* of guint: their number formats */
} Reader;

static Section
find_section (const char *name)
{
  if (strcmp (name, "numFmts") == 0)
    return SECTION_NUMBER_FORMATS;
  return strcmp (name, "cellXfs") == 0 ? SECTION_CELL_FORMATS : SECTION_OTHER;
}

static guint
get_number_format (const char **attributes)
{
  const char *text = atlas_xml_attribute (attributes, "numFmtId");
  guint id = 0;

  if (text != NULL)
    atlas_xlsx_parse_index (text, G_MAXINT, &id);
  return id;
}

static void
add_number_format (Reader      *reader,
                   const char **attributes)
{
  const char *code = atlas_xml_attribute (attributes, "formatCode");
  gboolean is_date = code != NULL && atlas_number_pattern_is_date (code);

  g_hash_table_insert (reader->number_formats, GUINT_TO_POINTER (get_number_format (attributes)),
                       GINT_TO_POINTER (is_date));
}

static gboolean
add_format (Reader       *reader,
            const char   *name,
            const char  **attributes,
            GError      **error)
{
  if (reader->section == SECTION_NUMBER_FORMATS && strcmp (name, "numFmt") == 0)
    add_number_format (reader, attributes);
  else if (reader->section == SECTION_CELL_FORMATS && strcmp (name, "xf") == 0)
    {
      guint id = get_number_format (attributes);

      g_array_append_val (reader->cell_formats, id);
    }
  if (reader->cell_formats->len + g_hash_table_size (reader->number_formats) <= MAX_FORMATS)
    return TRUE;
  return atlas_sheet_set_too_large (reader->file, _("it has too many cell formats"), error);
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     user_data,
          GError     **error)
{
  Reader *reader = user_data;

  reader->depth++;
  if (reader->depth == 2)
    reader->section = find_section (atlas_xml_local_name (name));
  return reader->depth != 3 || add_format (reader, atlas_xml_local_name (name), attributes, error);
}

static gboolean
on_end (const char  *name,
        gpointer     user_data,
        GError     **error)
{
  ((Reader *) user_data)->depth--;
  return TRUE;
}

static gboolean
is_date (Reader *reader,
         guint   id)
{
  gpointer own;

  if (g_hash_table_lookup_extended (reader->number_formats, GUINT_TO_POINTER (id), NULL, &own))
    return GPOINTER_TO_INT (own);
  return atlas_number_format_is_date (id);
}

static void
resolve (AtlasXlsxStyles *self,
         Reader          *reader)
{
  for (guint i = 0; i < reader->cell_formats->len; i++)
    {
      guint8 date = is_date (reader, g_array_index (reader->cell_formats, guint, i));

      g_byte_array_append (self->dates, &date, 1);
    }
}

AtlasXlsxStyles *
atlas_xlsx_styles_read (AtlasPackage  *package,
                        const char    *part,
                        GCancellable  *cancellable,
                        GError       **error)
{
  static const AtlasXmlHandlers handlers = { on_start, on_end, NULL };
  g_autoptr (AtlasXlsxStyles) self = g_new (AtlasXlsxStyles, 1);
  g_autoptr (GHashTable) number_formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) cell_formats = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader reader = { atlas_package_get_name (package), 0, SECTION_OTHER, number_formats, cell_formats };

  self->dates = g_byte_array_new ();
  if (part != NULL && !atlas_package_parse (package, part, &handlers, &reader, cancellable, error))
    return NULL;
  resolve (self, &reader);
  return g_steal_pointer (&self);
}

void
atlas_xlsx_styles_free (AtlasXlsxStyles *self)
{
  g_byte_array_unref (self->dates);
  g_free (self);
}

gboolean
atlas_xlsx_styles_is_date (const AtlasXlsxStyles *self,
                           guint                  format)
{
  return format < self->dates->len && self->dates->data[format];
}
