/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/xlsx-text.h"

#include <string.h>

/* _x, four digits, _ */
#define ESCAPE_LENGTH 7

static gboolean
read_escape (const char *at,
             const char *end,
             gunichar   *unit)
{
  if (end - at < ESCAPE_LENGTH || at[0] != '_' || at[1] != 'x' || at[ESCAPE_LENGTH - 1] != '_')
    return FALSE;
  *unit = 0;
  for (guint i = 2; i < ESCAPE_LENGTH - 1; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      *unit = *unit << 4 | g_ascii_xdigit_value (at[i]);
    }
  return TRUE;
}

/* The character whose escapes, one or a pair of surrogates, stand at AT, which goes behind them; 0 where
 * there is none, also of half a pair and of NUL, which stay as they are written. */
static gunichar
take_escaped (const char **at,
              const char  *end)
{
  gunichar unit, low;

  if (!read_escape (*at, end, &unit))
    return 0;
  if (unit >= 0xd800 && unit < 0xdc00 && read_escape (*at + ESCAPE_LENGTH, end, &low) &&
      low >= 0xdc00 && low < 0xe000)
    {
      *at += 2 * ESCAPE_LENGTH;
      return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (unit == 0 || !g_unichar_validate (unit))
    return 0;
  *at += ESCAPE_LENGTH;
  return unit;
}

/* The character takes fewer bytes than its escape. */
gsize
atlas_xlsx_text_decode (char  *text,
                        gsize  length)
{
  const char *at = memchr (text, '_', length), *end = text + length;
  char *to;

  if (at == NULL)
    return length;
  for (to = text + (at - text); at < end;)
    {
      gunichar c = *at == '_' ? take_escaped (&at, end) : 0;

      if (c != 0)
        to += g_unichar_to_utf8 (c, to);
      else
        *to++ = *at++;
    }
  return to - text;
}

void
atlas_xlsx_rich_text_start (AtlasXlsxRichText *self,
                            const char        *name)
{
  self->depth++;
  if (self->phonetic > 0)
    return;
  if (strcmp (name, "rPh") == 0)
    self->phonetic = self->depth;
  self->in_text = strcmp (name, "t") == 0;
}

gboolean
atlas_xlsx_rich_text_end (AtlasXlsxRichText *self)
{
  self->in_text = FALSE;
  if (self->depth == 0)
    return FALSE;
  if (self->phonetic == self->depth)
    self->phonetic = 0;
  self->depth--;
  return TRUE;
}
