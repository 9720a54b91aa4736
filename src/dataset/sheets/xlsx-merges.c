/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "dataset/sheets/xlsx-merges.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/sheet-limits.h"

static const char element[] = "mergeCells";

/* How far before the name its "<" is looked for: a prefix and a colon. */
#define MAX_PREFIX 64

struct _AtlasXlsxMerges {
  GArray *ranges; /* of AtlasXlsxRange */
  guint n_listed;
};

/**
 * Search:
 * @window: the end of what was seen, in which the element may begin
 * @is_first: whether no piece was seen yet
 * @is_wide: the part is in UTF-16
 * @parser: (nullable): at work from the element on
 */
typedef struct {
  AtlasXlsxMerges *merges;
  const char *file;
  const char *part;
  GString *window;
  gboolean is_first;
  gboolean is_wide;
  AtlasXmlParser *parser;
} Search;

static gboolean
add_range (Search      *search,
           const char  *reference,
           GError     **error)
{
  AtlasXlsxRange range;

  if (++search->merges->n_listed > ATLAS_SHEET_MAX_MERGES)
    return atlas_sheet_set_too_large (search->file, _("it has too many merged cells"), error);
  if (reference == NULL || !atlas_xlsx_parse_range (reference, &range))
    return atlas_sheet_set_damaged (search->file, search->part, _("it names merged cells that cannot be"),
                                    error);
  if (range.first_row != range.last_row || range.first_column != range.last_column)
    g_array_append_val (search->merges->ranges, range);
  return TRUE;
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     user_data,
          GError     **error)
{
  return strcmp (atlas_xml_local_name (name), "mergeCell") != 0 ||
         add_range (user_data, atlas_xml_attribute (attributes, "ref"), error);
}

static gboolean
on_end (const char  *name,
        gpointer     user_data,
        GError     **error)
{
  return strcmp (atlas_xml_local_name (name), element) != 0;
}

static const AtlasXmlHandlers handlers = { on_start, on_end, NULL };

/* Where the tag begins whose name has the LENGTH of this element before END, all in one window that begins at
 * START; NULL where it is none. */
static const char *
find_tag_start (const char *start,
                const char *name)
{
  const char *limit = name - MIN (name - start, MAX_PREFIX), *at = name - 1;

  if (at >= limit && *at == ':')
    do
      at--;
    while (at >= limit && *at != '<' && *at != '>');
  return at >= limit && *at == '<' ? at : NULL;
}

/* Where <mergeCells or <x:mergeCells begins. A name that only begins so is another's. */
static const char *
find_element (const GString *window)
{
  const gsize length = strlen (element);
  const char *at = window->str, *end = at + window->len;

  while ((at = memmem (at, end - at, element, length)) != NULL)
    {
      const char *tag = find_tag_start (window->str, at);

      at += length;
      if (tag != NULL && at < end && strchr (" \t\r\n/>", *at) != NULL)
        return tag;
    }
  return NULL;
}

/* In UTF-16 names are not found like this; such parts are rare, and parsed from their start. */
static gboolean
begins_wide (const char *data,
             gsize       length)
{
  return length >= 2 && (data[0] == '\0' || data[1] == '\0' || (guchar) data[0] >= 0xfe);
}

static gboolean
on_piece (const char  *data,
          gsize        length,
          gpointer     user_data,
          GError     **error)
{
  Search *search = user_data;
  const char *found;

  if (search->parser != NULL)
    return atlas_xml_parser_feed (search->parser, data, length, error);
  if (search->is_first && begins_wide (data, length))
    {
      search->is_wide = TRUE;
      return FALSE;
    }
  search->is_first = FALSE;
  g_string_append_len (search->window, data, length);
  found = find_element (search->window);
  if (found != NULL)
    {
      search->parser = atlas_xml_parser_new (&handlers, search, search->file, search->part);
      return atlas_xml_parser_feed (search->parser, found, search->window->str + search->window->len - found,
                                    error);
    }
  g_string_erase (search->window, 0, MAX (0, (gssize) search->window->len - 2 * MAX_PREFIX));
  return TRUE;
}

static gboolean
look (Search        *search,
      AtlasPackage  *package,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GString) window = g_string_new (NULL);
  gboolean done;

  search->window = window;
  done = atlas_package_read (package, search->part, on_piece, search, cancellable, error);
  g_clear_pointer (&search->parser, atlas_xml_parser_free);
  if (done && search->is_wide)
    return atlas_package_parse (package, search->part, &handlers, search, cancellable, error);
  return done;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const AtlasXlsxRange *left = a, *right = b;

  if (left->first_row != right->first_row)
    return left->first_row < right->first_row ? -1 : 1;
  return (int) left->first_column - right->first_column;
}

AtlasXlsxMerges *
atlas_xlsx_merges_read (AtlasPackage  *package,
                        const char    *part,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (AtlasXlsxMerges) self = g_new0 (AtlasXlsxMerges, 1);
  Search search = { self, atlas_package_get_name (package), part, .is_first = TRUE };

  self->ranges = g_array_new (FALSE, FALSE, sizeof (AtlasXlsxRange));
  if (!look (&search, package, cancellable, error))
    return NULL;
  g_array_sort (self->ranges, compare_ranges);
  return g_steal_pointer (&self);
}

void
atlas_xlsx_merges_free (AtlasXlsxMerges *self)
{
  g_array_unref (self->ranges);
  g_free (self);
}

const AtlasXlsxRange *
atlas_xlsx_merges_get_ranges (const AtlasXlsxMerges *self,
                              guint                 *n)
{
  *n = self->ranges->len;
  return (const AtlasXlsxRange *) self->ranges->data;
}

guint
atlas_xlsx_merges_get_listed (const AtlasXlsxMerges *self)
{
  return self->n_listed;
}
