/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "random.h"

/* FNV-1a, with a mark behind each text so that "a", "bc" differs from "ab", "c". */
static guint64
hash_text (guint64     hash,
           const char *text)
{
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return (hash ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
}

void
random_start (Random     *self,
              guint64     seed,
              const char *about,
              const char *code)
{
  guint64 hash = hash_text (G_GUINT64_CONSTANT (0xcbf29ce484222325), about);

  self->state = hash_text (hash, code) ^ (seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}

static guint64
next (Random *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

guint
random_below (Random *self,
              guint   n)
{
  return ((next (self) >> 32) * n) >> 32;
}

guint
random_between (Random *self,
                guint   least,
                guint   most)
{
  return least + random_below (self, most - least + 1);
}

gboolean
random_chance (Random *self,
               guint   per_mille)
{
  return random_below (self, 1000) < per_mille;
}

guint
random_pick_weighted (Random      *self,
                      const guint *weights,
                      guint        n)
{
  guint total = 0;
  guint drawn;
  guint i;

  for (i = 0; i < n; i++)
    total += weights[i];
  drawn = random_below (self, total);
  for (i = 0; drawn >= weights[i]; i++)
    drawn -= weights[i];
  return i;
}
