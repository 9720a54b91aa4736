/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/key-hash.h"

#define FIRST_SIZE 1024

typedef struct {
  guint32 hash;
  guint32 row; /* 0: free */
} Place;

/* Open addressing: a key lies at the place that its hash names, or at the next free one. */
struct _AtlasKeyHash {
  Place *places;
  guint mask; /* how many there are, a power of two, less one */
  guint n;
};

static void
allocate (AtlasKeyHash *self,
          guint         size)
{
  self->places = g_new0 (Place, size);
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
  g_free (self->places);
  g_free (self);
}

static void
put (AtlasKeyHash *self,
     Place         place)
{
  guint i = place.hash & self->mask;

  while (self->places[i].row != 0)
    i = (i + 1) & self->mask;
  self->places[i] = place;
}

static void
grow (AtlasKeyHash *self)
{
  g_autofree Place *places = self->places;
  guint size = self->mask + 1;

  allocate (self, size * 2);
  for (guint i = 0; i < size; i++)
    if (places[i].row != 0)
      put (self, places[i]);
}

void
atlas_key_hash_add (AtlasKeyHash *self,
                    guint32       hash,
                    guint32       row)
{
  if (self->n >= (self->mask + 1) / 4 * 3)
    grow (self);
  put (self, (Place) { hash, row });
  self->n++;
}

guint32
atlas_key_hash_next (AtlasKeyHash *self,
                     guint32       hash,
                     guint        *place)
{
  for (;;)
    {
      const Place *found = &self->places[(hash + (*place)++) & self->mask];

      if (found->row == 0 || found->hash == hash)
        return found->row;
    }
}

/* Every bit of the hash depends on all of the key: its low ones choose the place. */
static guint32
mix (guint64 hash)
{
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return (guint32) (hash ^ hash >> 32);
}

guint32
atlas_key_hash_text (guint32     hash,
                     const char *text)
{
  guint64 sum = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ hash;

  for (; *text != '\0'; text++)
    sum = (sum ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return mix (sum);
}

guint32
atlas_key_hash_number (guint32 hash,
                       gint64  number)
{
  return mix (((guint64) number ^ hash) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}
