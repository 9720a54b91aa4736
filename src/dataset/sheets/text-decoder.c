/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/text-decoder.h"

#include <errno.h>
#include <string.h>

#define BLOCK_BYTES ((gsize) 64 << 10)
/* How much of a mapped file is given back at once. */
#define RELEASE_BYTES ((gsize) 4 << 20)
/* Stands for a byte that belongs to no character. */
#define FAULT '\xFF'

struct _AtlasTextDecoder {
  AtlasTextBytes bytes;
  const char *released; /* what lies before was given back */
  const char *at;
  gsize left;
  GIConv converter; /* −1: the file is UTF-8, and its blocks are parts of it */
  char *block;
  gsize unit; /* how many bytes to pass over at a fault */
  gboolean begun;
  gboolean sound;
};

static gsize
find_unit (const char *name)
{
  if (g_str_has_prefix (name, "UTF-16") || g_str_has_prefix (name, "UCS-2"))
    return 2;
  return g_str_has_prefix (name, "UTF-32") || g_str_has_prefix (name, "UCS-4") ? 4 : 1;
}

AtlasTextDecoder *
atlas_text_decoder_new (const AtlasTextBytes *bytes,
                        const AtlasEncoding  *encoding)
{
  AtlasTextDecoder *self = g_new0 (AtlasTextDecoder, 1);
  gboolean converts = strcmp (encoding->name, "UTF-8") != 0;

  self->bytes = *bytes;
  self->released = self->at = bytes->data;
  self->left = bytes->length;
  self->sound = converts || encoding->sound;
  self->unit = find_unit (encoding->name);
  self->converter = converts ? g_iconv_open ("UTF-8", encoding->name) : (GIConv) -1;
  self->block = converts ? g_malloc (BLOCK_BYTES) : NULL;
  return self;
}

void
atlas_text_decoder_free (AtlasTextDecoder *self)
{
  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  g_free (self->block);
  g_free (self);
}

/* What was handed out before is no longer in use. */
static void
release (AtlasTextDecoder *self)
{
  if ((gsize) (self->at - self->released) < RELEASE_BYTES)
    return;
  atlas_text_bytes_release (&self->bytes, self->released, self->at);
  self->released = self->at;
}

static void
pass_over (AtlasTextDecoder *self,
           gsize             n_bytes)
{
  self->at += n_bytes;
  self->left -= n_bytes;
}

static const char *
take_block (AtlasTextDecoder *self,
            gsize            *length)
{
  const char *block = self->at;

  *length = MIN (self->left, BLOCK_BYTES);
  pass_over (self, *length);
  return block;
}

/* Fills the block as far as whole characters fit. */
static const char *
convert_block (AtlasTextDecoder *self,
               gsize            *length)
{
  char *to = self->block;
  gsize room = BLOCK_BYTES;

  while (self->left > 0 && room > 0 &&
         g_iconv (self->converter, (char **) &self->at, &self->left, &to, &room) == (gsize) -1 && errno != E2BIG)
    if (room > 0)
      {
        *to++ = FAULT;
        room--;
        pass_over (self, MIN (self->unit, self->left));
        self->sound = FALSE;
      }
  *length = to - self->block;
  self->sound = self->sound && memchr (self->block, '\0', *length) == NULL;
  return self->block;
}

/* Some programs write the mark twice. */
static const char *
skip_marks (const char *text,
            gsize      *length)
{
  for (; *length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0; text += 3)
    *length -= 3;
  return text;
}

const char *
atlas_text_decoder_next (AtlasTextDecoder *self,
                         gsize            *length)
{
  const char *text;

  release (self);
  if (self->left == 0)
    return NULL;
  text = self->block != NULL ? convert_block (self, length) : take_block (self, length);
  if (!self->begun)
    text = skip_marks (text, length);
  self->begun = TRUE;
  return text;
}

gboolean
atlas_text_decoder_is_sound (const AtlasTextDecoder *self)
{
  return self->sound;
}
