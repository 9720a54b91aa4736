/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/numbered-texts.h"

guint
atlas_numbered_texts_add (GPtrArray  *texts,
                          const char *text)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, &index))
    {
      index = texts->len;
      g_ptr_array_add (texts, g_strdup (text));
    }
  return index + 1;
}

void
atlas_numbered_texts_append (GString    *text,
                             const char *heading,
                             const char *mark,
                             GPtrArray  *texts)
{
  if (texts->len == 0)
    return;
  g_string_append_printf (text, "\n%s\n", heading);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%c%u%c", mark[0], i + 1, mark[1]);

      g_string_append_printf (text, "%s %s\n", number, (const char *) g_ptr_array_index (texts, i));
    }
}
