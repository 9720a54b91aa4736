/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/pdf/cff-font.h"

gboolean
atlas_cff_font_read_number (const AtlasCffFont *self,
                            gsize               at,
                            guint               n_bytes,
                            gsize              *out)
{
  if (at > self->size || self->size - at < n_bytes)
    return FALSE;
  *out = 0;
  for (guint i = 0; i < n_bytes; i++)
    *out = *out << 8 | self->data[at + i];
  return TRUE;
}

gboolean
atlas_cff_font_find_piece (const AtlasCffFont  *self,
                           const AtlasCffIndex *index,
                           guint                i,
                           AtlasCffPart        *out)
{
  gsize offset = index->offsets + (gsize) i * index->offset_size;

  if (i >= index->n || !atlas_cff_font_read_number (self, offset, index->offset_size, &out->begin) ||
      !atlas_cff_font_read_number (self, offset + index->offset_size, index->offset_size, &out->end))
    return FALSE;
  out->begin += index->base;
  out->end += index->base;
  return out->begin <= out->end && out->end <= self->size && out->begin > index->base;
}

static gboolean
read_index (const AtlasCffFont *self,
            gsize               at,
            AtlasCffIndex      *out)
{
  gsize n, offset_size, last;

  if (!atlas_cff_font_read_number (self, at, 2, &n))
    return FALSE;
  *out = (AtlasCffIndex) { .n = (guint) n, .begin = at, .end = at + 2 };
  if (n == 0)
    return TRUE;
  if (!atlas_cff_font_read_number (self, at + 2, 1, &offset_size) || offset_size < 1 || offset_size > 4)
    return FALSE;
  out->offset_size = (guint) offset_size;
  out->offsets = at + 3;
  out->base = out->offsets + (n + 1) * offset_size - 1;
  if (!atlas_cff_font_read_number (self, out->offsets + n * offset_size, out->offset_size, &last))
    return FALSE;
  out->end = out->base + last;
  return out->end <= self->size;
}

gboolean
atlas_cff_font_read_operand (const AtlasCffFont *self,
                             gsize              *at,
                             guint8              b0,
                             int                *out)
{
  guint n_bytes = b0 == 28 ? 2 : b0 == 29 ? 4 : b0 >= 247 ? 1 : 0;
  gsize rest;

  if (!atlas_cff_font_read_number (self, *at, n_bytes, &rest))
    return FALSE;
  *at += n_bytes;
  if (b0 == 28)
    *out = (gint16) rest;
  else if (b0 == 29)
    *out = (gint32) rest;
  else if (b0 < 247)
    *out = b0 - 139;
  else
    *out = b0 < 251 ? (b0 - 247) * 256 + (int) rest + 108 : -(b0 - 251) * 256 - (int) rest - 108;
  return TRUE;
}

gboolean
atlas_cff_font_find_entry (const AtlasCffFont *self,
                           AtlasCffPart        part,
                           int                 operator,
                           AtlasCffEntry      *out)
{
  gsize at = part.begin;

  *out = (AtlasCffEntry) { 0 };
  while (at < part.end)
    {
      guint8 b0 = self->data[at++];

      if (b0 == 30) /* a real number, whose last half byte is 15 */
        {
          while (at < part.end && (self->data[at] & 0x0F) != 0x0F)
            at++;
          at++;
        }
      else if (b0 == 28 || b0 == 29 || (b0 >= 32 && b0 < 255))
        {
          out->before = out->last;
          out->place = at - 1;
          if (!atlas_cff_font_read_operand (self, &at, b0, &out->last))
            return FALSE;
        }
      else if ((b0 == 12 && at < part.end ? ATLAS_CFF_TWO_BYTES (self->data[at++]) : b0) == operator)
        return TRUE;
    }
  return FALSE;
}

/* Those of dictionary I, if it has some. */
static gboolean
read_locals (AtlasCffFont *self,
             guint         i)
{
  AtlasCffEntry entry;
  gsize size, place;

  if (!atlas_cff_font_find_entry (self, self->dictionaries[i], ATLAS_CFF_PRIVATE, &entry))
    return TRUE;
  if (entry.before < 0 || entry.last < 0)
    return FALSE;
  size = (gsize) entry.before;
  place = (gsize) entry.last;
  if (place + size > self->size)
    return FALSE;
  self->privates[i] = (AtlasCffPart) { place, place + size };
  if (!atlas_cff_font_find_entry (self, self->privates[i], ATLAS_CFF_SUBROUTINES, &entry))
    return TRUE;
  if (entry.last < 0 || !read_index (self, place + (gsize) entry.last, &self->locals[i].index))
    return FALSE;
  self->locals[i].is_used = g_new0 (gboolean, self->locals[i].index.n + 1);
  return TRUE;
}

/* Fonts with Han characters have dictionaries for parts of them; of others all is in TOP. */
static gboolean
read_dictionaries (AtlasCffFont *self)
{
  AtlasCffEntry fonts, select;
  AtlasCffIndex index;

  if (!atlas_cff_font_find_entry (self, self->top, ATLAS_CFF_FONTS, &fonts))
    {
      self->n_dictionaries = 1;
      self->dictionaries[0] = self->top;
      return read_locals (self, 0);
    }
  if (!atlas_cff_font_find_entry (self, self->top, ATLAS_CFF_SELECT, &select) || select.last <= 0 || fonts.last <= 0 ||
      !read_index (self, (gsize) fonts.last, &index) || index.n == 0 || index.n > ATLAS_CFF_MAX_DICTIONARIES)
    return FALSE;
  self->select = (gsize) select.last;
  self->n_dictionaries = index.n;
  for (guint i = 0; i < index.n; i++)
    if (!atlas_cff_font_find_piece (self, &index, i, &self->dictionaries[i]) || !read_locals (self, i))
      return FALSE;
  return TRUE;
}

gboolean
atlas_cff_font_read (AtlasCffFont *self)
{
  AtlasCffIndex names, tops, strings;
  AtlasCffEntry charstrings;
  gsize header;

  if (!atlas_cff_font_read_number (self, 2, 1, &header) || !read_index (self, header, &names) ||
      !read_index (self, names.end, &tops) || !read_index (self, tops.end, &strings) ||
      !read_index (self, strings.end, &self->global.index) ||
      !atlas_cff_font_find_piece (self, &names, 0, &self->name) ||
      !atlas_cff_font_find_piece (self, &tops, 0, &self->top) ||
      !atlas_cff_font_find_entry (self, self->top, ATLAS_CFF_CHARSTRINGS, &charstrings))
    return FALSE;
  self->global.is_used = g_new0 (gboolean, self->global.index.n + 1);
  return charstrings.last > 0 && read_index (self, (gsize) charstrings.last, &self->charstrings) &&
         read_dictionaries (self);
}

void
atlas_cff_font_clear (AtlasCffFont *self)
{
  g_free (self->global.is_used);
  for (guint i = 0; i < self->n_dictionaries; i++)
    g_free (self->locals[i].is_used);
}

gboolean
atlas_cff_font_find_dictionary (const AtlasCffFont *self,
                                guint               glyph,
                                gsize              *out)
{
  gsize format, n, first;

  *out = 0;
  if (self->select == 0)
    return TRUE;
  if (!atlas_cff_font_read_number (self, self->select, 1, &format) || (format != 0 && format != 3))
    return FALSE;
  if (format == 0)
    return atlas_cff_font_read_number (self, self->select + 1 + glyph, 1, out) && *out < self->n_dictionaries;
  if (!atlas_cff_font_read_number (self, self->select + 1, 2, &n))
    return FALSE;
  for (gsize i = n; i-- > 0;)
    if (!atlas_cff_font_read_number (self, self->select + 3 + 3 * i, 2, &first))
      return FALSE;
    else if (first <= glyph)
      return atlas_cff_font_read_number (self, self->select + 5 + 3 * i, 1, out) && *out < self->n_dictionaries;
  return FALSE;
}
