/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pdf/cff-subroutines.h"

#include <string.h>

/* By the specification of Type 2 charstrings. */
#define MAX_NESTING 10
#define MAX_STACK 48
#define MAX_DICTIONARIES 256
/* More than a font of all Han characters has. */
#define MAX_CALLS 1000000

/* Operators of dictionaries; those of two bytes are 12 and another. */
#define TWO_BYTES(second) (1200 + (second))
#define DICT_CHARSTRINGS 17
#define DICT_PRIVATE 18
#define DICT_SUBROUTINES 19
#define DICT_FONTS TWO_BYTES (36)
#define DICT_SELECT TWO_BYTES (37)

/* A list of pieces of data. */
typedef struct {
  guint n;
  guint offset_size;
  gsize offsets; /* where they begin */
  gsize base;    /* what they count from */
  gsize end;
} Index;

typedef struct {
  Index index;
  gboolean *is_used;
} Subroutines;

typedef struct {
  guint8 *data;
  gsize size;
  Index charstrings;
  Subroutines global;
  Subroutines locals[MAX_DICTIONARIES];
  guint n_dictionaries;
  gsize select;
  guint n_calls;
} Font;

/* A glyph while its outline is followed. */
typedef struct {
  Font *font;
  Subroutines *local;
  int stack[MAX_STACK];
  guint n;
  guint n_hints;
  gboolean has_ended;
} Glyph;

static gboolean
read_number (const Font *self,
             gsize       at,
             guint       n_bytes,
             gsize      *out)
{
  if (at > self->size || self->size - at < n_bytes)
    return FALSE;
  *out = 0;
  for (guint i = 0; i < n_bytes; i++)
    *out = *out << 8 | self->data[at + i];
  return TRUE;
}

/* Piece I, which begins at BEGIN and ends before END. */
static gboolean
find_piece (const Font  *self,
            const Index *index,
            guint        i,
            gsize       *begin,
            gsize       *end)
{
  gsize offset = index->offsets + (gsize) i * index->offset_size;

  if (i >= index->n || !read_number (self, offset, index->offset_size, begin) ||
      !read_number (self, offset + index->offset_size, index->offset_size, end))
    return FALSE;
  *begin += index->base;
  *end += index->base;
  return *begin <= *end && *end <= self->size && *begin > index->base;
}

static gboolean
read_index (const Font *self,
            gsize       at,
            Index      *out)
{
  gsize n, offset_size, last;

  if (!read_number (self, at, 2, &n))
    return FALSE;
  *out = (Index) { .n = (guint) n, .end = at + 2 };
  if (n == 0)
    return TRUE;
  if (!read_number (self, at + 2, 1, &offset_size) || offset_size < 1 || offset_size > 4)
    return FALSE;
  out->offset_size = (guint) offset_size;
  out->offsets = at + 3;
  out->base = out->offsets + (n + 1) * offset_size - 1;
  if (!read_number (self, out->offsets + n * offset_size, out->offset_size, &last))
    return FALSE;
  out->end = out->base + last;
  return out->end <= self->size;
}

/* Moves AT behind the operand there, which B0 begins. */
static gboolean
read_operand (const Font *self,
              gsize      *at,
              guint8      b0,
              int        *out)
{
  guint n_bytes = b0 == 28 ? 2 : b0 == 29 ? 4 : b0 >= 247 ? 1 : 0;
  gsize rest;

  if (!read_number (self, *at, n_bytes, &rest))
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

/* The last two operands of OPERATOR in the dictionary from AT to END. */
static gboolean
find_entry (const Font *self,
            gsize       at,
            gsize       end,
            int         operator,
            int        *before,
            int        *last)
{
  while (at < end)
    {
      guint8 b0 = self->data[at++];

      if (b0 == 30) /* a real number, whose last half byte is 15 */
        {
          while (at < end && (self->data[at] & 0x0F) != 0x0F)
            at++;
          at++;
        }
      else if (b0 == 28 || b0 == 29 || (b0 >= 32 && b0 < 255))
        {
          *before = *last;
          if (!read_operand (self, &at, b0, last))
            return FALSE;
        }
      else if ((b0 == 12 && at < end ? TWO_BYTES (self->data[at++]) : b0) == operator)
        return TRUE;
    }
  return FALSE;
}

/* Those of the dictionary from AT to END, if it has some. */
static gboolean
read_locals (Font        *self,
             gsize        at,
             gsize        end,
             Subroutines *out)
{
  int size = 0, place = 0, before = 0, offset = 0;

  if (!find_entry (self, at, end, DICT_PRIVATE, &size, &place))
    return TRUE;
  if (size < 0 || place < 0 || (gsize) place + (gsize) size > self->size)
    return FALSE;
  if (!find_entry (self, (gsize) place, (gsize) place + (gsize) size, DICT_SUBROUTINES, &before, &offset))
    return TRUE;
  if (offset < 0 || !read_index (self, (gsize) place + (gsize) offset, &out->index))
    return FALSE;
  out->is_used = g_new0 (gboolean, out->index.n + 1);
  return TRUE;
}

static gboolean
read_dictionaries (Font *self,
                   gsize at)
{
  Index fonts;

  if (!read_index (self, at, &fonts) || fonts.n == 0 || fonts.n > MAX_DICTIONARIES)
    return FALSE;
  self->n_dictionaries = fonts.n;
  for (guint i = 0; i < fonts.n; i++)
    {
      gsize begin, end;

      if (!find_piece (self, &fonts, i, &begin, &end) || !read_locals (self, begin, end, &self->locals[i]))
        return FALSE;
    }
  return TRUE;
}

/* Of fonts with Han characters, which have dictionaries for parts of them, alone. */
static gboolean
read_font (Font *self)
{
  Index names, tops, strings;
  gsize header, begin, end;
  int before = 0, charstrings = 0, fonts = 0, select = 0;

  if (!read_number (self, 2, 1, &header) || !read_index (self, header, &names) || !read_index (self, names.end, &tops) ||
      !read_index (self, tops.end, &strings) || !read_index (self, strings.end, &self->global.index) ||
      !find_piece (self, &tops, 0, &begin, &end) ||
      !find_entry (self, begin, end, DICT_CHARSTRINGS, &before, &charstrings) ||
      !find_entry (self, begin, end, DICT_FONTS, &before, &fonts) ||
      !find_entry (self, begin, end, DICT_SELECT, &before, &select))
    return FALSE;
  self->global.is_used = g_new0 (gboolean, self->global.index.n + 1);
  self->select = (gsize) MAX (select, 0);
  return charstrings > 0 && fonts > 0 && select > 0 && read_index (self, (gsize) charstrings, &self->charstrings) &&
         read_dictionaries (self, (gsize) fonts);
}

static void
font_clear (Font *self)
{
  g_free (self->global.is_used);
  for (guint i = 0; i < self->n_dictionaries; i++)
    g_free (self->locals[i].is_used);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Font, font_clear)

/* Which dictionary GLYPH belongs to. */
static gboolean
find_dictionary (const Font *self,
                 guint       glyph,
                 gsize      *out)
{
  gsize format, n, first;

  if (!read_number (self, self->select, 1, &format) || (format != 0 && format != 3))
    return FALSE;
  if (format == 0)
    return read_number (self, self->select + 1 + glyph, 1, out) && *out < self->n_dictionaries;
  if (!read_number (self, self->select + 1, 2, &n))
    return FALSE;
  for (gsize i = n; i-- > 0;)
    if (!read_number (self, self->select + 3 + 3 * i, 2, &first))
      return FALSE;
    else if (first <= glyph)
      return read_number (self, self->select + 5 + 3 * i, 1, out) && *out < self->n_dictionaries;
  return FALSE;
}

static gboolean follow (Glyph *glyph, gsize at, gsize end, guint depth);

static gboolean
call (Glyph       *glyph,
      Subroutines *subroutines,
      guint        depth)
{
  guint n = subroutines->index.n;
  int bias = n < 1240 ? 107 : n < 33900 ? 1131 : 32768, number;
  gsize begin, end;

  if (glyph->n == 0 || depth == MAX_NESTING || ++glyph->font->n_calls > MAX_CALLS)
    return FALSE;
  number = glyph->stack[--glyph->n] + bias;
  if (number < 0 || !find_piece (glyph->font, &subroutines->index, (guint) number, &begin, &end))
    return FALSE;
  subroutines->is_used[number] = TRUE;
  return follow (glyph, begin, end, depth + 1);
}

static gboolean
push (Glyph  *glyph,
      gsize  *at,
      guint8  b0)
{
  int value;

  if (glyph->n == MAX_STACK)
    return FALSE;
  if (b0 == 255) /* with a fraction, which calls nothing */
    {
      value = G_MAXINT16;
      *at += 4;
    }
  else if (!read_operand (glyph->font, at, b0, &value))
    return FALSE;
  glyph->stack[glyph->n++] = value;
  return TRUE;
}

/* The operator B0; FALSE where it is one that fonts have no use for. */
static gboolean
execute (Glyph  *glyph,
         gsize  *at,
         guint8  b0)
{
  switch (b0)
    {
    case 1: case 3: case 18: case 23: /* stems */
      glyph->n_hints += glyph->n / 2;
      break;
    case 19: case 20: /* masks */
      glyph->n_hints += glyph->n / 2;
      *at += (glyph->n_hints + 7) / 8;
      break;
    case 12: /* flexes */
      if (*at >= glyph->font->size || glyph->font->data[*at] < 34 || glyph->font->data[*at] > 37)
        return FALSE;
      (*at)++;
      break;
    case 14:
      glyph->has_ended = TRUE;
      break;
    case 4: case 5: case 6: case 7: case 8: case 21: case 22: case 24: case 25: case 26: case 27: case 30: case 31:
      break;
    default:
      return FALSE;
    }
  glyph->n = 0;
  return TRUE;
}

static gboolean
follow (Glyph *glyph,
        gsize  at,
        gsize  end,
        guint  depth)
{
  while (at < end && !glyph->has_ended)
    {
      guint8 b0 = glyph->font->data[at++];
      gboolean is_sound;

      if (b0 == 11)
        return TRUE;
      if (b0 >= 32 || b0 == 28)
        is_sound = push (glyph, &at, b0);
      else if (b0 == 10 || b0 == 29)
        is_sound = call (glyph, b0 == 10 ? glyph->local : &glyph->font->global, depth);
      else
        is_sound = execute (glyph, &at, b0);
      if (!is_sound)
        return FALSE;
    }
  return at <= end;
}

static gboolean
follow_glyphs (Font *self)
{
  for (guint i = 0; i < self->charstrings.n; i++)
    {
      gsize dictionary, begin, end;
      Glyph glyph = { .font = self };

      if (!find_dictionary (self, i, &dictionary) || !find_piece (self, &self->charstrings, i, &begin, &end))
        return FALSE;
      glyph.local = &self->locals[dictionary];
      if (!follow (&glyph, begin, end, 0))
        return FALSE;
    }
  return TRUE;
}

static void
clear_unused (Font        *self,
              Subroutines *subroutines)
{
  for (guint i = 0; i < subroutines->index.n; i++)
    {
      gsize begin, end;

      if (!subroutines->is_used[i] && find_piece (self, &subroutines->index, i, &begin, &end))
        memset (self->data + begin, 11, end - begin);
    }
}

gboolean
atlas_cff_clear_unused (guint8 *font,
                        gsize   size)
{
  g_auto (Font) self = { .data = font, .size = size };

  if (!read_font (&self) || !follow_glyphs (&self))
    return FALSE;
  clear_unused (&self, &self.global);
  for (guint i = 0; i < self.n_dictionaries; i++)
    clear_unused (&self, &self.locals[i]);
  return TRUE;
}
