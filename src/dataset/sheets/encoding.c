/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/encoding.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/encoding-count.h"
#include "dataset/sheets/sheet-error.h"

#define UTF_8 "UTF-8"
#define UTF_16LE "UTF-16LE"
#define UTF_16BE "UTF-16BE"
#define GB18030 "GB18030"

/* (nullable) */
static const char *
name_of_mark (const AtlasTextBytes *bytes)
{
  if (atlas_text_bytes_begins_with (bytes, "\xEF\xBB\xBF"))
    return UTF_8;
  if (atlas_text_bytes_begins_with (bytes, "\xFF\xFE"))
    return UTF_16LE;
  if (atlas_text_bytes_begins_with (bytes, "\xFE\xFF"))
    return UTF_16BE;
  if (atlas_text_bytes_begins_with (bytes, "\x84\x31\x95\x33"))
    return GB18030;
  return NULL;
}

/* (nullable) */
static const char *
name_without_mark (const AtlasTextBytes  *bytes,
                   gboolean               sound,
                   GCancellable          *cancellable,
                   GError               **error)
{
  guint64 n_long, n_faults, n_other_faults;

  if (sound)
    return UTF_8;
  if (!atlas_encoding_count_utf8 (bytes, &n_long, &n_faults, cancellable, error))
    return NULL;
  if (n_long >= n_faults)
    return UTF_8;
  if (!atlas_encoding_count_gb18030 (bytes, &n_other_faults, cancellable, error))
    return NULL;
  return n_faults <= n_other_faults ? UTF_8 : GB18030;
}

gboolean
atlas_encoding_find (const AtlasTextBytes  *bytes,
                     AtlasEncoding         *encoding,
                     GCancellable          *cancellable,
                     GError               **error)
{
  encoding->sound = FALSE;
  encoding->name = name_of_mark (bytes);
  if (encoding->name == NULL && atlas_encoding_is_utf16 (bytes, 1))
    encoding->name = UTF_16LE;
  if (encoding->name == NULL && atlas_encoding_is_utf16 (bytes, 0))
    encoding->name = UTF_16BE;
  if (encoding->name != NULL && strcmp (encoding->name, UTF_8) != 0)
    return TRUE;
  if (!atlas_encoding_is_utf8 (bytes, &encoding->sound, cancellable, error))
    return FALSE;
  if (encoding->name == NULL)
    encoding->name = name_without_mark (bytes, encoding->sound, cancellable, error);
  return encoding->name != NULL;
}

/* (nullable): the one name for what has several, or is part of a larger one. */
static const char *
find_usual_name (const char           *wanted,
                 const AtlasTextBytes *bytes)
{
  static const struct {
    const char *alias;
    const char *name;
  } names[] = {
    { "UTF-8", UTF_8 }, { "UTF8", UTF_8 }, { "UTF-16LE", UTF_16LE }, { "UTF-16BE", UTF_16BE },
    { "GB18030", GB18030 }, { "GBK", GB18030 }, { "GB2312", GB18030 }, { "CP936", GB18030 },
  };

  if (strcmp (wanted, "UTF-16") == 0 || strcmp (wanted, "UTF16") == 0)
    return atlas_text_bytes_begins_with (bytes, "\xFE\xFF") ? UTF_16BE : UTF_16LE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (wanted, names[i].alias) == 0)
      return names[i].name;
  return NULL;
}

/* Without a name, iconv takes that of the locale, and behind a slash there are orders to it. */
static gboolean
is_known (const char *name)
{
  GIConv converter;

  if (name[0] == '\0' || strchr (name, '/') != NULL)
    return FALSE;
  converter = g_iconv_open (UTF_8, name);
  if (converter == (GIConv) -1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}

gboolean
atlas_encoding_choose (const char            *wanted,
                       const AtlasTextBytes  *bytes,
                       const char            *file,
                       AtlasEncoding         *encoding,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autofree char *upper = g_ascii_strup (wanted, -1);
  g_autofree char *reason = NULL;

  encoding->sound = FALSE;
  encoding->name = find_usual_name (upper, bytes);
  if (encoding->name != NULL && strcmp (encoding->name, UTF_8) == 0)
    return atlas_encoding_is_utf8 (bytes, &encoding->sound, cancellable, error);
  if (encoding->name != NULL)
    return TRUE;
  encoding->name = g_intern_string (upper);
  if (is_known (upper))
    return TRUE;
  reason = g_strdup_printf (_("there is no encoding “%s”; those of Chinese files are UTF-8, GB18030 and UTF-16"),
                            wanted);
  return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_FAILED, file, reason);
}
