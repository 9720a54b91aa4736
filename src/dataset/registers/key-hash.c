/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/key-hash.h"

#define FIRST_SIZE 1024

/* Open addressing: a key lies at the place that its hash names, or at the next free one. */
struct _AtlasKeyHash {
  guint64 *hashes;
  guint32 *rows; /* 0: free */
  guint mask;    /* the number of places, a power of two, less one */
  guint n;
};

static void
allocate (AtlasKeyHash *self,
          guint         size)
{
  self->hashes = g_new (guint64, size);
  self->rows = g_new0 (guint32, size);
  self->mask = size - 1;
}

AtlasKeyHash *
atlas_key_hash_new (void)
{
  AtlasKeyHash *self = g_new0 (AtlasKeyHash, 1);

  allocate (self, FIRST_SIZE);
  return self;
}

void
atlas_key_hash_free (AtlasKeyHash *self)
{
  g_free (self->hashes);
  g_free (self->rows);
  g_free (self);
}

static void
put (AtlasKeyHash *self,
     guint64       hash,
     guint32       row)
{
  guint place = (guint) hash & self->mask;

  while (self->rows[place] != 0)
    place = (place + 1) & self->mask;
  self->hashes[place] = hash;
  self->rows[place] = row;
}

static void
grow (AtlasKeyHash *self)
{
  g_autofree guint64 *hashes = self->hashes;
  g_autofree guint32 *rows = self->rows;
  guint size = self->mask + 1;

  allocate (self, size * 2);
  for (guint i = 0; i < size; i++)
    if (rows[i] != 0)
      put (self, hashes[i], rows[i]);
}

void
atlas_key_hash_add (AtlasKeyHash *self,
                    guint64       hash,
                    guint32       row)
{
  if (self->n >= (self->mask + 1) / 4 * 3)
    grow (self);
  put (self, hash, row);
  self->n++;
}

guint32
atlas_key_hash_next (AtlasKeyHash *self,
                     guint64       hash,
                     guint        *place)
{
  for (;; ++*place)
    {
      guint i = ((guint) hash + *place) & self->mask;

      if (self->rows[i] == 0)
        return 0;
      if (self->hashes[i] == hash)
        {
          ++*place;
          return self->rows[i];
        }
    }
}

/* Every bit of the hash depends on all of the key: its low ones choose the place. */
static guint64
mix (guint64 hash)
{
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  hash ^= hash >> 32;
  return hash;
}

guint64
atlas_key_hash_text (guint64     hash,
                     const char *text)
{
  hash ^= G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return mix (hash);
}

guint64
atlas_key_hash_number (guint64 hash,
                       gint64  number)
{
  return mix ((hash ^ (guint64) number) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}
