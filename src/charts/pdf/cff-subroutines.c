/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/pdf/cff-subroutines.h"

#include <string.h>

#include "charts/pdf/cff-walk.h"

static void
clear_unused (AtlasCffFont        *self,
              AtlasCffSubroutines *subroutines)
{
  for (guint i = 0; i < subroutines->index.n; i++)
    {
      AtlasCffPart part;

      if (!subroutines->is_used[i] && atlas_cff_font_find_piece (self, &subroutines->index, i, &part))
        memset (self->data + part.begin, ATLAS_CFF_RETURN, part.end - part.begin);
    }
}

gboolean
atlas_cff_clear_unused (guint8   *font,
                        gsize     size,
                        gboolean *has_gap)
{
  g_auto (AtlasCffFont) self = { .data = font, .size = size };
  guint dictionaries[ATLAS_CFF_MAX_DICTIONARIES];
  AtlasCffWalk walk = { .bodies = &self };

  for (guint i = 0; i < ATLAS_CFF_MAX_DICTIONARIES; i++)
    dictionaries[i] = i;
  if (!atlas_cff_font_read (&self) || !atlas_cff_walk (&walk, &self, dictionaries))
    return FALSE;
  *has_gap = walk.has_gap;
  if (walk.has_gap)
    return TRUE;
  clear_unused (&self, &self.global);
  for (guint i = 0; i < self.n_dictionaries; i++)
    clear_unused (&self, &self.locals[i]);
  return TRUE;
}

/* Whether those that A has are what B has too. */
static gboolean
has_same_pieces (const AtlasCffFont  *a,
                 const AtlasCffIndex *a_index,
                 const AtlasCffFont  *b,
                 const AtlasCffIndex *b_index)
{
  AtlasCffPart one, other;
  gsize size;

  if (a_index->n != b_index->n)
    return FALSE;
  for (guint i = 0; i < a_index->n; i++)
    {
      if (!atlas_cff_font_find_piece (a, a_index, i, &one) || !atlas_cff_font_find_piece (b, b_index, i, &other))
        return FALSE;
      size = one.end - one.begin;
      if (!atlas_cff_is_gap (a, one) &&
          (size != other.end - other.begin || memcmp (a->data + one.begin, b->data + other.begin, size) != 0))
        return FALSE;
    }
  return TRUE;
}

/* Which dictionary of ORIGINAL each of FONT is. */
static gboolean
match_dictionaries (const AtlasCffFont *font,
                    const AtlasCffFont *original,
                    guint              *out)
{
  for (guint i = 0; i < font->n_dictionaries; i++)
    {
      guint k = 0;

      while (k < original->n_dictionaries &&
             !has_same_pieces (font, &font->locals[i].index, original, &original->locals[k].index))
        k++;
      if (k == original->n_dictionaries)
        return FALSE;
      out[i] = k;
    }
  return has_same_pieces (font, &font->global.index, original, &original->global.index);
}

static void
append_number (GByteArray *out,
               gsize       number,
               guint       n_bytes)
{
  for (guint i = n_bytes; i-- > 0;)
    g_byte_array_append (out, &(guint8) { (guint8) (number >> 8 * i) }, 1);
}

/* Those of SUBROUTINES that are used, and a return for each other. */
static void
append_subroutines (GByteArray                *out,
                    const AtlasCffFont        *original,
                    const AtlasCffSubroutines *subroutines)
{
  guint n = subroutines->index.n, offset_size = subroutines->index.offset_size;
  g_autoptr (GByteArray) pieces = g_byte_array_new ();

  append_number (out, n, 2);
  if (n == 0)
    return;
  append_number (out, offset_size, 1);
  append_number (out, 1, offset_size);
  for (guint i = 0; i < n; i++)
    {
      AtlasCffPart part = { 0, 0 };

      if (subroutines->is_used[i] && atlas_cff_font_find_piece (original, &subroutines->index, i, &part))
        g_byte_array_append (pieces, original->data + part.begin, (guint) (part.end - part.begin));
      else
        append_number (pieces, ATLAS_CFF_RETURN, 1);
      append_number (out, pieces->len + 1, offset_size);
    }
  g_byte_array_append (out, pieces->data, pieces->len);
}

/* Puts VALUE in place of the number at PLACE, which has to be written in four bytes, as cairo does. */
static gboolean
set_number (GByteArray *out,
            gsize       place,
            gsize       value)
{
  if (place + 5 > out->len || out->data[place] != 29)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    out->data[place + 1 + i] = (guint8) (value >> 8 * (3 - i));
  return TRUE;
}

/* Where the parts are that moved by MOVED. */
static gboolean
move_parts (GByteArray         *out,
            const AtlasCffFont *font,
            gsize               moved)
{
  const int operators[] = { ATLAS_CFF_CHARSET, ATLAS_CFF_CHARSTRINGS, ATLAS_CFF_FONTS, ATLAS_CFF_SELECT };
  AtlasCffEntry entry;

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (!atlas_cff_font_find_entry (font, font->top, operators[i], &entry) ||
        entry.last < (int) font->global.index.end || !set_number (out, entry.place, (gsize) entry.last + moved))
      return FALSE;
  return TRUE;
}

/* The subroutines of dictionary I at the end, where there is room for them; nothing is left where they were. */
static gboolean
move_locals (GByteArray                *out,
             const AtlasCffFont        *font,
             guint                      i,
             const AtlasCffFont        *original,
             const AtlasCffSubroutines *subroutines,
             gsize                      moved)
{
  const AtlasCffIndex *index = &font->locals[i].index;
  AtlasCffEntry entry;

  if (!atlas_cff_font_find_entry (font, font->dictionaries[i], ATLAS_CFF_PRIVATE, &entry))
    return TRUE;
  if (!set_number (out, entry.place + moved, (gsize) entry.last + moved))
    return FALSE;
  if (!atlas_cff_font_find_entry (font, font->privates[i], ATLAS_CFF_SUBROUTINES, &entry))
    return TRUE;
  if (!set_number (out, entry.place + moved, out->len - font->privates[i].begin - moved))
    return FALSE;
  if (index->begin >= font->global.index.end)
    memset (out->data + index->begin + moved, 0, index->end - index->begin);
  append_subroutines (out, original, subroutines);
  return TRUE;
}

static GByteArray *
write_font (const AtlasCffFont *font,
            const AtlasCffFont *original,
            const guint        *dictionaries)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  const AtlasCffIndex *global = &font->global.index;
  gsize moved;

  g_byte_array_append (out, font->data, (guint) global->begin);
  append_subroutines (out, original, &original->global);
  moved = out->len - global->end;
  g_byte_array_append (out, font->data + global->end, (guint) (font->size - global->end));
  if (!move_parts (out, font, moved))
    return NULL;
  for (guint i = 0; i < font->n_dictionaries; i++)
    if (!move_locals (out, font, i, original, &original->locals[dictionaries[i]], moved))
      return NULL;
  return g_steal_pointer (&out);
}

GByteArray *
atlas_cff_fill_gaps (GByteArray *font,
                     GBytes     *original)
{
  g_auto (AtlasCffFont) self = { .data = font->data, .size = font->len };
  g_auto (AtlasCffFont) whole = { .data = (guint8 *) g_bytes_get_data (original, NULL),
                                  .size = g_bytes_get_size (original) };
  guint dictionaries[ATLAS_CFF_MAX_DICTIONARIES];
  AtlasCffWalk walk = { .bodies = &whole };

  if (!atlas_cff_font_read (&self) || !atlas_cff_font_read (&whole) || !match_dictionaries (&self, &whole, dictionaries) ||
      !atlas_cff_walk (&walk, &self, dictionaries))
    return NULL;
  return write_font (&self, &whole, dictionaries);
}

char *
atlas_cff_dup_name (GByteArray *font)
{
  g_auto (AtlasCffFont) self = { .data = font->data, .size = font->len };

  if (!atlas_cff_font_read (&self))
    return NULL;
  return g_strndup ((const char *) self.data + self.name.begin, self.name.end - self.name.begin);
}
