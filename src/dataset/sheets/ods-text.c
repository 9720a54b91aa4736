/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/ods-text.h"

#include "dataset/sheets/sheet-limits.h"

void
atlas_ods_text_init (AtlasOdsText *self)
{
  *self = (AtlasOdsText) { .text = g_string_new (NULL) };
}

void
atlas_ods_text_finish (AtlasOdsText *self)
{
  g_string_free (self->text, TRUE);
}

void
atlas_ods_text_clear (AtlasOdsText *self)
{
  g_string_truncate (self->text, 0);
  *self = (AtlasOdsText) { .text = self->text };
}

/* Makes room for N bytes of the paragraph. */
static gboolean
prepare (AtlasOdsText *self,
         gsize         n)
{
  if (self->text->len + n >= ATLAS_SHEET_MAX_CELL_BYTES)
    self->is_too_long = TRUE;
  if (self->is_too_long)
    return FALSE;
  if (self->space_due)
    g_string_append_c (self->text, ' ');
  self->space_due = FALSE;
  self->is_open = TRUE;
  return TRUE;
}

void
atlas_ods_text_begin_paragraph (AtlasOdsText *self)
{
  if (self->has_paragraph && prepare (self, 1))
    g_string_append_c (self->text, '\n');
  self->has_paragraph = TRUE;
  self->is_open = FALSE;
}

void
atlas_ods_text_end_paragraph (AtlasOdsText *self)
{
  self->space_due = FALSE;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void
atlas_ods_text_add (AtlasOdsText *self,
                    const char   *text,
                    gsize         length)
{
  for (gsize i = 0, start; i < length; )
    {
      for (start = i; i < length && !is_blank (text[i]); i++)
        ;
      if (i > start && prepare (self, i - start))
        g_string_append_len (self->text, text + start, i - start);
      for (start = i; i < length && is_blank (text[i]); i++)
        ;
      if (i > start)
        self->space_due = self->is_open;
    }
}

void
atlas_ods_text_add_element (AtlasOdsText *self,
                            char          character,
                            guint         n)
{
  if (!prepare (self, n))
    return;
  for (guint i = 0; i < n; i++)
    g_string_append_c (self->text, character);
}
