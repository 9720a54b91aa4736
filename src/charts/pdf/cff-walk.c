/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/pdf/cff-walk.h"

/* By the specification of Type 2 charstrings. */
#define MAX_NESTING 10
#define MAX_STACK 48
/* More than a font of all Han characters has. */
#define MAX_CALLS 1000000

/* A glyph while its outline is followed. */
typedef struct {
  AtlasCffWalk *walk;
  AtlasCffSubroutines *local;
  int stack[MAX_STACK];
  guint n;
  guint n_hints;
  gboolean has_ended;
} Glyph;

static gboolean follow (Glyph *glyph, const AtlasCffFont *font, AtlasCffPart part, guint depth);

gboolean
atlas_cff_is_gap (const AtlasCffFont *font,
                  AtlasCffPart        part)
{
  gsize size = part.end - part.begin;

  return size == 0 || (size == 1 && font->data[part.begin] == ATLAS_CFF_RETURN);
}

static gboolean
call (Glyph               *glyph,
      AtlasCffSubroutines *subroutines,
      guint                depth)
{
  AtlasCffWalk *walk = glyph->walk;
  guint n = subroutines->index.n;
  int bias = n < 1240 ? 107 : n < 33900 ? 1131 : 32768, number;
  AtlasCffPart part;

  if (glyph->n == 0 || depth == MAX_NESTING || ++walk->n_calls > MAX_CALLS)
    return FALSE;
  number = glyph->stack[--glyph->n] + bias;
  if (number < 0 || !atlas_cff_font_find_piece (walk->bodies, &subroutines->index, (guint) number, &part))
    return FALSE;
  subroutines->is_used[number] = TRUE;
  walk->has_gap |= atlas_cff_is_gap (walk->bodies, part);
  return follow (glyph, walk->bodies, part, depth + 1);
}

static gboolean
push (Glyph              *glyph,
      const AtlasCffFont *font,
      gsize              *at,
      guint8              b0)
{
  int value;

  if (glyph->n == MAX_STACK)
    return FALSE;
  if (b0 == 255) /* with a fraction, which calls nothing */
    {
      value = G_MAXINT16;
      *at += 4;
    }
  else if (!atlas_cff_font_read_operand (font, at, b0, &value))
    return FALSE;
  glyph->stack[glyph->n++] = value;
  return TRUE;
}

/* The operator B0; FALSE where it is one that fonts have no use for. */
static gboolean
execute (Glyph              *glyph,
         const AtlasCffFont *font,
         gsize              *at,
         guint8              b0)
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
      if (*at >= font->size || font->data[*at] < 34 || font->data[*at] > 37)
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

/* PART is one of FONT. */
static gboolean
follow (Glyph              *glyph,
        const AtlasCffFont *font,
        AtlasCffPart        part,
        guint               depth)
{
  gsize at = part.begin;

  while (at < part.end && !glyph->has_ended)
    {
      guint8 b0 = font->data[at++];
      gboolean is_sound;

      if (b0 == ATLAS_CFF_RETURN)
        return TRUE;
      if (b0 >= 32 || b0 == 28)
        is_sound = push (glyph, font, &at, b0);
      else if (b0 == 10 || b0 == 29)
        is_sound = call (glyph, b0 == 10 ? glyph->local : &glyph->walk->bodies->global, depth);
      else
        is_sound = execute (glyph, font, &at, b0);
      if (!is_sound)
        return FALSE;
    }
  return at <= part.end;
}

gboolean
atlas_cff_walk (AtlasCffWalk       *walk,
                const AtlasCffFont *font,
                const guint        *dictionaries)
{
  for (guint i = 0; i < font->charstrings.n; i++)
    {
      Glyph glyph = { .walk = walk };
      AtlasCffPart part;
      gsize dictionary;

      if (!atlas_cff_font_find_dictionary (font, i, &dictionary) ||
          !atlas_cff_font_find_piece (font, &font->charstrings, i, &part))
        return FALSE;
      glyph.local = &walk->bodies->locals[dictionaries[dictionary]];
      if (!follow (&glyph, font, part, 0))
        return FALSE;
    }
  return TRUE;
}
