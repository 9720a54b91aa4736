/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/region-names.h"

#include <string.h>

#include "dataset/registers/register-text.h"

/* Longer than any path of names; what is longer is no name. */
#define MAX_LENGTH 256

/**
 * Entry:
 * @next: index + 1 of the next one in the same slot
 */
typedef struct {
  const char *name;
  guint length;
  guint hash;
  const AtlasRegion *region;
  guint next;
} Entry;

typedef struct {
  GArray *entries;
  guint *slots; /* index + 1 of the first entry, 0 for none */
  guint mask;
} NameIndex;

struct _AtlasRegionNames {
  NameIndex full;
  NameIndex bare; /* without generic suffixes */
  GStringChunk *texts;
};

/* What has been found so far for one text. */
typedef struct {
  const AtlasRegion *within;
  int level;
  const AtlasRegion *found[2];
  guint n_found; /* at most 2: the second is enough to know that it is not the only one */
} Matches;

static guint
hash_start (void)
{
  return 2166136261u;
}

static guint
hash_add (guint hash,
          char  byte)
{
  return (hash ^ (guchar) byte) * 16777619u;
}

static void
index_init (NameIndex *index,
            guint      n_names)
{
  guint n_slots = 16;

  while (n_slots < 2 * n_names)
    n_slots *= 2;
  index->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n_names);
  index->slots = g_new0 (guint, n_slots);
  index->mask = n_slots - 1;
}

static void
index_clear (NameIndex *index)
{
  g_array_unref (index->entries);
  g_free (index->slots);
}

/* NAME is folded, and has to stay. */
static void
index_add (NameIndex         *index,
           const char        *name,
           const AtlasRegion *region)
{
  Entry entry = { name, (guint) strlen (name), hash_start (), region, 0 };
  guint *slot;

  for (const char *at = name; *at != '\0'; at++)
    entry.hash = hash_add (entry.hash, *at);
  slot = &index->slots[entry.hash & index->mask];
  entry.next = *slot;
  g_array_append_val (index->entries, entry);
  *slot = index->entries->len;
}

static const char *
keep_folded (AtlasRegionNames *self,
             const char       *name,
             GString          *buffer)
{
  g_string_truncate (buffer, 0);
  atlas_register_text_fold (name, buffer);
  return g_string_chunk_insert_len (self->texts, buffer->str, (gssize) buffer->len);
}

AtlasRegionNames *
atlas_region_names_new (const AtlasRegion *regions,
                        guint              n_regions)
{
  AtlasRegionNames *self = g_new0 (AtlasRegionNames, 1);
  g_autoptr (GString) buffer = g_string_new (NULL);

  self->texts = g_string_chunk_new (256 * 1024);
  index_init (&self->full, n_regions);
  index_init (&self->bare, 2 * n_regions);
  for (guint i = 0; i < n_regions; i++)
    {
      const AtlasRegion *region = &regions[i];
      g_auto (GStrv) bare = atlas_region_dup_bare_names (region);

      index_add (&self->full, keep_folded (self, region->name, buffer), region);
      for (char **name = bare; *name != NULL; name++)
        index_add (&self->bare, keep_folded (self, *name, buffer), region);
    }
  return self;
}

void
atlas_region_names_free (AtlasRegionNames *self)
{
  index_clear (&self->full);
  index_clear (&self->bare);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
add_match (Matches           *matches,
           const AtlasRegion *region)
{
  if (matches->n_found > 0 && matches->found[0] == region)
    return;
  if (matches->n_found < 2)
    matches->found[matches->n_found++] = region;
}

/* All divisions in WITHIN that are called NAME. */
static void
match_name (const NameIndex *index,
            const char      *name,
            guint            length,
            guint            hash,
            Matches         *matches)
{
  for (guint i = index->slots[hash & index->mask]; i > 0 && matches->n_found < 2;)
    {
      const Entry *entry = &g_array_index (index->entries, Entry, i - 1);

      if (entry->hash == hash && entry->length == length && memcmp (entry->name, name, length) == 0 &&
          (matches->level < 0 || entry->region->level == (AtlasRegionLevel) matches->level) &&
          atlas_region_is_within (entry->region, matches->within))
        add_match (matches, entry->region);
      i = entry->next;
    }
}

static void
match_whole (const NameIndex *index,
             const char      *name,
             Matches         *matches)
{
  guint hash = hash_start ();

  for (const char *at = name; *at != '\0'; at++)
    hash = hash_add (hash, *at);
  match_name (index, name, (guint) strlen (name), hash, matches);
}

static void match_path (AtlasRegionNames *self, const char *path, gboolean is_rest, Matches *matches);

/* Goes on with REST below each division that the first LENGTH bytes of PATH name. */
static void
match_below (AtlasRegionNames *self,
             const NameIndex  *index,
             const char       *path,
             guint             length,
             guint             hash,
             gboolean          is_rest,
             Matches          *matches)
{
  for (guint i = index->slots[hash & index->mask]; i > 0 && matches->n_found < 2;)
    {
      const Entry *entry = &g_array_index (index->entries, Entry, i - 1);
      const AtlasRegion *within = matches->within;

      i = entry->next;
      if (entry->hash != hash || entry->length != length || memcmp (entry->name, path, length) != 0 ||
          !atlas_region_is_within (entry->region, within) || (is_rest && entry->region == within))
        continue;
      matches->within = entry->region;
      match_path (self, path + length, TRUE, matches);
      matches->within = within;
    }
}

/* PATH as one name after the other, each of a division below the one before. */
static void
match_path (AtlasRegionNames *self,
            const char       *path,
            gboolean          is_rest,
            Matches          *matches)
{
  guint hash = hash_start (), length = 0;

  if (*path == '\0' && is_rest)
    {
      if (matches->level < 0 || matches->within->level == (AtlasRegionLevel) matches->level)
        add_match (matches, matches->within);
      return;
    }
  while (path[length] != '\0')
    {
      const char *next = g_utf8_next_char (path + length);

      for (; path + length < next; length++)
        hash = hash_add (hash, path[length]);
      match_below (self, &self->full, path, length, hash, is_rest, matches);
      match_below (self, &self->bare, path, length, hash, is_rest, matches);
    }
}

/* First by the whole name, then by the bare one, then as a path. */
static void
match_all (AtlasRegionNames *self,
           const char       *name,
           Matches          *matches)
{
  match_whole (&self->full, name, matches);
  if (matches->n_found == 0)
    match_whole (&self->bare, name, matches);
  if (matches->n_found == 0)
    match_path (self, name, FALSE, matches);
}

const AtlasRegion *
atlas_region_names_find (AtlasRegionNames  *self,
                         const char        *text,
                         const AtlasRegion *within,
                         int                level,
                         const AtlasRegion *rivals[2])
{
  Matches matches = { within, level, { NULL, NULL }, 0 };
  g_autoptr (GString) name = g_string_new (NULL);

  if (rivals != NULL)
    rivals[0] = rivals[1] = NULL;
  atlas_register_text_fold (text, name);
  /* 吴忠市本级 is 吴忠市 without what lies below it. */
  if (g_str_has_suffix (name->str, "本级"))
    g_string_truncate (name, name->len - strlen ("本级"));
  if (name->len == 0 || name->len > MAX_LENGTH)
    return NULL;
  match_all (self, name->str, &matches);
  if (matches.n_found == 0 && level >= 0)
    {
      matches.level = -1;
      match_all (self, name->str, &matches);
    }
  if (matches.n_found == 1)
    return matches.found[0];
  if (rivals != NULL && matches.n_found == 2)
    memcpy (rivals, matches.found, sizeof matches.found);
  return NULL;
}
