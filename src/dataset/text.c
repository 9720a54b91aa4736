/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/text.h"

void
atlas_text_set (char       **text,
                const char  *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}

char *
atlas_text_dup_capitalized (const char *text)
{
  const char *rest = text[0] != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}
