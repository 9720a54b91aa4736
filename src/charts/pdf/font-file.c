/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/pdf/font-file.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

/* The number of N bytes at AT; 0 where the file has ended before. */
static gsize
read_number (GBytes *file,
             gsize   at,
             guint   n)
{
  gsize size, number = 0;
  const guint8 *data = g_bytes_get_data (file, &size);

  for (guint i = 0; i < n && at + n <= size; i++)
    number = number << 8 | data[at + i];
  return number;
}

/* The table of that name of face INDEX; NULL where there is none. */
static GBytes *
find_table (GBytes     *file,
            guint       index,
            const char *name)
{
  gsize size, head = 0, n;
  const guint8 *data = g_bytes_get_data (file, &size);

  if (size > 16 && memcmp (data, "ttcf", 4) == 0)
    head = index < read_number (file, 8, 4) ? read_number (file, 12 + 4 * (gsize) index, 4) : size;
  n = read_number (file, head + 4, 2);
  for (gsize i = 0, at = head + 12; i < n && at + 16 <= size; i++, at += 16)
    if (memcmp (data + at, name, 4) == 0)
      {
        gsize begin = read_number (file, at + 8, 4), length = read_number (file, at + 12, 4);

        return begin <= size && length <= size - begin ? g_bytes_new_from_bytes (file, begin, length) : NULL;
      }
  return NULL;
}

static void
add_outlines (GPtrArray *outlines,
              FcPattern *pattern)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) file = NULL;
  FcChar8 *path;
  int index;
  GBytes *table;

  if (FcPatternGetString (pattern, FC_FILE, 0, &path) != FcResultMatch ||
      FcPatternGetInteger (pattern, FC_INDEX, 0, &index) != FcResultMatch || index < 0)
    return;
  mapped = g_mapped_file_new ((const char *) path, FALSE, NULL);
  if (mapped == NULL)
    return;
  file = g_mapped_file_get_bytes (mapped);
  /* The upper half says which instance of a variable font. */
  table = find_table (file, (guint) index & 0xFFFF, "CFF ");
  if (table != NULL)
    g_ptr_array_add (outlines, table);
}

GPtrArray *
atlas_font_file_list_outlines (const char *name)
{
  GPtrArray *outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  FcPattern *pattern = FcPatternCreate ();
  FcObjectSet *wanted = FcObjectSetBuild (FC_FILE, FC_INDEX, NULL);
  FcFontSet *found;

  FcPatternAddString (pattern, FC_POSTSCRIPT_NAME, (const FcChar8 *) name);
  found = FcFontList (NULL, pattern, wanted);
  for (int i = 0; found != NULL && i < found->nfont; i++)
    add_outlines (outlines, found->fonts[i]);
  if (found != NULL)
    FcFontSetDestroy (found);
  FcObjectSetDestroy (wanted);
  FcPatternDestroy (pattern);
  return outlines;
}
