/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/xlsx-strings.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/sheet-limits.h"
#include "dataset/sheets/xlsx-text.h"

struct _AtlasXlsxStrings {
  GString *texts;
  GArray *ends; /* of guint32: where in TEXTS each ends, and the next begins */
};

typedef struct {
  AtlasXlsxStrings *strings;
  const char *file;
  guint depth; /* outside of <si> */
  gboolean in_string;
  AtlasXlsxRichText place;
} Reader;

static AtlasXlsxStrings *
strings_new (void)
{
  AtlasXlsxStrings *self = g_new (AtlasXlsxStrings, 1);

  self->texts = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

static gsize
get_end (const AtlasXlsxStrings *self,
         guint                   n)
{
  return n > 0 ? g_array_index (self->ends, guint32, n - 1) : 0;
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     user_data,
          GError     **error)
{
  Reader *reader = user_data;
  const char *local = atlas_xml_local_name (name);

  if (reader->in_string)
    atlas_xlsx_rich_text_start (&reader->place, local);
  else if (++reader->depth == 2 && strcmp (local, "si") == 0)
    {
      reader->in_string = TRUE;
      reader->place = (AtlasXlsxRichText) { 0 };
    }
  return TRUE;
}

static gboolean
on_text (const char  *text,
         gsize        length,
         gpointer     user_data,
         GError     **error)
{
  Reader *reader = user_data;
  AtlasXlsxStrings *self = reader->strings;

  if (!reader->in_string || !reader->place.in_text)
    return TRUE;
  if (self->texts->len - get_end (self, self->ends->len) + length > ATLAS_SHEET_MAX_CELL_BYTES)
    return atlas_sheet_set_too_large (reader->file, _("a cell of it has too much text"), error);
  g_string_append_len (self->texts, text, length);
  return TRUE;
}

/* Of empty strings, too, there may not be any number. */
static gboolean
end_string (Reader  *reader,
            GError **error)
{
  AtlasXlsxStrings *self = reader->strings;
  gsize start = get_end (self, self->ends->len);
  guint32 end = start + atlas_xlsx_text_decode (self->texts->str + start, self->texts->len - start);

  g_string_truncate (self->texts, end);
  g_array_append_val (self->ends, end);
  reader->in_string = FALSE;
  reader->depth--;
  if (end + (gsize) self->ends->len * sizeof end <= ATLAS_SHEET_MAX_STRINGS_BYTES)
    return TRUE;
  return atlas_sheet_set_too_large (reader->file, _("its cells have too much text"), error);
}

static gboolean
on_end (const char  *name,
        gpointer     user_data,
        GError     **error)
{
  Reader *reader = user_data;

  if (!reader->in_string)
    reader->depth--;
  else if (!atlas_xlsx_rich_text_end (&reader->place))
    return end_string (reader, error);
  return TRUE;
}

AtlasXlsxStrings *
atlas_xlsx_strings_read (AtlasPackage  *package,
                         const char    *part,
                         GCancellable  *cancellable,
                         GError       **error)
{
  static const AtlasXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr (AtlasXlsxStrings) self = strings_new ();
  Reader reader = { self, atlas_package_get_name (package) };

  if (part != NULL && !atlas_package_parse (package, part, &handlers, &reader, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
atlas_xlsx_strings_free (AtlasXlsxStrings *self)
{
  g_string_free (self->texts, TRUE);
  g_array_unref (self->ends);
  g_free (self);
}

const char *
atlas_xlsx_strings_get (const AtlasXlsxStrings *self,
                        guint                   index,
                        gsize                  *length)
{
  gsize start;

  if (index >= self->ends->len)
    return NULL;
  start = get_end (self, index);
  *length = get_end (self, index + 1) - start;
  return self->texts->str + start;
}
