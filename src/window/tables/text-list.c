/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/text-list.h"

AtlasTextList *
atlas_text_list_new (const char *title,
                     char       *text)
{
  AtlasTextList *self = g_new0 (AtlasTextList, 1);

  self->title = g_strdup (title);
  self->text = text;
  return self;
}

void
atlas_text_list_free (AtlasTextList *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

void
atlas_text_list_append_cell (GString    *list,
                             const char *text,
                             char        end)
{
  g_autofree char *cell = g_strdelimit (g_strdup (text), "\t\r\n", ' ');

  g_string_append (list, cell);
  g_string_append_c (list, end);
}
