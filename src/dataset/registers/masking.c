/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/masking.h"

#include <string.h>

#include "dataset/registers/register-row.h"

#define LONG_NUMBER 10

/* Family names of two characters that are common enough to be known by everybody. */
static const char *const long_family_names[] = {
  "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "长孙", "宇文", "端木", "百里", "南宫",
};

static gboolean
is_personnel (const AtlasTableDefinition *table)
{
  return strcmp (table->name, "personnel") == 0;
}

gboolean
atlas_column_is_personal (const AtlasTableDefinition *table,
                          guint                       column)
{
  return is_personnel (table) && (column == ATLAS_PERSON_NAME || column == ATLAS_PERSON_CERTIFICATE_NO);
}

static gsize
family_name_length (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (long_family_names); i++)
    if (g_str_has_prefix (name, long_family_names[i]))
      return strlen (long_family_names[i]);
  return (gsize) (g_utf8_next_char (name) - name);
}

char *
atlas_mask_name (const char *name)
{
  g_autofree char *family = NULL;

  if (name[0] == '\0')
    return g_strdup ("");
  family = g_strndup (name, family_name_length (name));
  return g_strconcat (family, "*", NULL);
}

char *
atlas_mask_number (const char *number)
{
  glong length = g_utf8_strlen (number, -1);
  glong before = length > LONG_NUMBER ? 4 : MIN (length, 2), after = length > LONG_NUMBER ? 2 : 0;
  g_autofree char *head = NULL, *tail = NULL, *stars = NULL;

  if (length == 0)
    return g_strdup ("");
  head = g_utf8_substring (number, 0, before);
  tail = g_utf8_substring (number, length - after, length);
  stars = g_strnfill ((gsize) MAX (1, length - before - after), '*');
  return g_strconcat (head, stars, tail, NULL);
}

char *
atlas_mask_cell (const AtlasTableDefinition *table,
                 guint                       column,
                 const char                 *cell)
{
  g_return_val_if_fail (atlas_column_is_personal (table, column), g_strdup (cell));

  return column == ATLAS_PERSON_NAME ? atlas_mask_name (cell) : atlas_mask_number (cell);
}

gboolean
atlas_is_masked (const char *text)
{
  return strchr (text, '*') != NULL || strstr (text, "＊") != NULL;
}
