/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/place-finder.h"

#include <string.h>

#include "dataset/registers/register-text.h"

/* So many names are remembered before all are forgotten: the divisions of a province and what they are called. */
#define MAX_REMEMBERED 8192

static const int levels[ATLAS_N_PLACES] = {
  [ATLAS_PLACE_PROVINCE] = ATLAS_REGION_LEVEL_PROVINCE,
  [ATLAS_PLACE_PREFECTURE] = ATLAS_REGION_LEVEL_PREFECTURE,
  [ATLAS_PLACE_COUNTY] = ATLAS_REGION_LEVEL_COUNTY,
  [ATLAS_PLACE_NAME] = -1,
  [ATLAS_PLACE_TOWNSHIP] = ATLAS_REGION_LEVEL_TOWNSHIP,
};

/* What a name was found to be. */
typedef struct {
  char *name;
  const AtlasRegion *within;
  int level;
  const AtlasRegion *region;
  const AtlasRegion *rivals[2];
} Memory;

struct _AtlasPlaceFinder {
  AtlasRegionTree *tree;
  GHashTable *memories;
  char last_text[ATLAS_PLACE_CODE_SIZE]; /* the code as it stood in the row before */
  char last_code[ATLAS_PLACE_CODE_SIZE];
  const AtlasRegion *last_region;
  gboolean last_filled;
};

static guint
memory_hash (gconstpointer key)
{
  const Memory *memory = key;

  return g_str_hash (memory->name) ^ g_direct_hash (memory->within) ^ (guint) memory->level;
}

static gboolean
memory_equal (gconstpointer a,
              gconstpointer b)
{
  const Memory *left = a, *right = b;

  return left->within == right->within && left->level == right->level && strcmp (left->name, right->name) == 0;
}

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_free (memory->name);
  g_free (memory);
}

AtlasPlaceFinder *
atlas_place_finder_new (AtlasRegionTree *tree)
{
  AtlasPlaceFinder *self = g_new0 (AtlasPlaceFinder, 1);

  self->tree = atlas_region_tree_ref (tree);
  self->memories = g_hash_table_new_full (memory_hash, memory_equal, memory_free, NULL);
  return self;
}

void
atlas_place_finder_free (AtlasPlaceFinder *self)
{
  atlas_region_tree_unref (self->tree);
  g_hash_table_unref (self->memories);
  g_free (self);
}

static const Memory *
remember (AtlasPlaceFinder  *self,
          const char        *name,
          const AtlasRegion *within,
          int                level)
{
  const Memory key = { (char *) name, within, level, NULL, { NULL, NULL } };
  Memory *memory = g_hash_table_lookup (self->memories, &key);

  if (memory != NULL)
    return memory;
  if (g_hash_table_size (self->memories) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->memories);
  memory = g_new0 (Memory, 1);
  *memory = (Memory) { .name = g_strdup (name), .within = within, .level = level };
  memory->region = atlas_region_tree_find_name (self->tree, name, within, level, memory->rivals);
  g_hash_table_add (self->memories, memory);
  return memory;
}

/* What belongs to the division above itself, and what stands between two levels in some lists of codes. */
static gboolean
is_level_itself (const char *name)
{
  static const char *const words[] = {
    "本级", "市本级", "省本级", "县本级", "区本级", "州本级", "自治区本级", "省直", "市直", "县直", "市辖区", "省直辖县级行政区划",
    "自治区直辖县级行政区划",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (name, words[i]) == 0)
      return TRUE;
  return atlas_register_text_is_missing (name);
}

static gboolean
is_code (const char *text)
{
  char code[ATLAS_PLACE_CODE_SIZE];

  return atlas_place_code_read (text, code);
}

static AtlasPlaceResult
fail (AtlasPlace   *out,
      const char   *text,
      const Memory *memory)
{
  out->fault = text;
  if (memory == NULL || memory->rivals[0] == NULL)
    return ATLAS_PLACE_UNKNOWN;
  memcpy (out->rivals, memory->rivals, sizeof out->rivals);
  return ATLAS_PLACE_AMBIGUOUS;
}

static gboolean
is_known (AtlasPlaceFinder *self,
          const char       *name,
          int               level)
{
  const Memory *memory = remember (self, name, atlas_region_tree_get_root (self->tree), level);

  return memory->region != NULL || memory->rivals[0] != NULL;
}

/* Goes down from OUT->region to what NAME says. */
static AtlasPlaceResult
go_down (AtlasPlaceFinder *self,
         const char       *name,
         int               level,
         AtlasPlace       *out)
{
  const Memory *memory = remember (self, name, out->region, level);
  AtlasPlaceResult result;

  if (memory->region != NULL)
    {
      out->region = memory->region;
      return ATLAS_PLACE_READ;
    }
  result = fail (out, name, memory);
  return result == ATLAS_PLACE_UNKNOWN && is_known (self, name, level) ? ATLAS_PLACE_CONTRADICTORY : result;
}

/* From the province down, so that what stands beside a name tells it from its namesakes. MISSING where no name is given. */
static AtlasPlaceResult
find_by_names (AtlasPlaceFinder  *self,
               const char *const *names,
               AtlasPlace        *out)
{
  AtlasPlaceResult result = ATLAS_PLACE_MISSING;

  out->region = atlas_region_tree_get_root (self->tree);
  for (guint i = 0; i < ATLAS_N_PLACES; i++)
    {
      if (is_level_itself (names[i]) || is_code (names[i]))
        continue;
      result = go_down (self, names[i], levels[i], out);
      if (result != ATLAS_PLACE_READ)
        break;
    }
  return result;
}

static gboolean
has_names (const char *const *names)
{
  for (guint i = 0; i < ATLAS_N_PLACES; i++)
    if (names[i][0] != '\0')
      return TRUE;
  return FALSE;
}

/* Whether the names beside a code say that its division is another one: neither in it nor around it. */
static gboolean
contradicts (AtlasPlaceFinder  *self,
             const AtlasRegion *region,
             const char *const *names)
{
  AtlasPlace named = { 0 };
  AtlasPlaceResult result;

  if (!has_names (names))
    return FALSE;
  result = find_by_names (self, names, &named);
  return result == ATLAS_PLACE_CONTRADICTORY ||
         (result == ATLAS_PLACE_READ && !atlas_region_is_within (region, named.region) &&
          !atlas_region_is_within (named.region, region));
}

static AtlasPlaceResult
find_by_code (AtlasPlaceFinder *self,
              const char       *text,
              AtlasPlace       *out)
{
  gboolean is_short = strlen (text) < ATLAS_PLACE_CODE_SIZE;

  if (is_short && self->last_region != NULL && strcmp (text, self->last_text) == 0)
    {
      out->region = self->last_region;
      out->filled = self->last_filled;
      memcpy (out->code, self->last_code, sizeof out->code);
      return ATLAS_PLACE_READ;
    }
  out->region = atlas_place_code_find (self->tree, out->code, &out->filled);
  if (out->region == NULL)
    return fail (out, text, NULL);
  if (strlen (out->code) < 12)
    g_strlcpy (out->code, out->region->code, sizeof out->code);
  self->last_region = is_short ? out->region : NULL;
  self->last_filled = out->filled;
  g_strlcpy (self->last_text, text, sizeof self->last_text);
  memcpy (self->last_code, out->code, sizeof self->last_code);
  return ATLAS_PLACE_READ;
}

/* A name in the place of a code, with the names beside it. */
static AtlasPlaceResult
find_by_name (AtlasPlaceFinder  *self,
              const char        *text,
              const char *const *names,
              AtlasPlace        *out)
{
  AtlasPlaceResult result = find_by_names (self, names, out);

  if (result != ATLAS_PLACE_READ && result != ATLAS_PLACE_MISSING)
    return result;
  return go_down (self, text, -1, out);
}

AtlasPlaceResult
atlas_place_finder_find (AtlasPlaceFinder  *self,
                         const char        *code,
                         const char *const *names,
                         AtlasPlace        *out)
{
  AtlasPlaceResult result;

  out->filled = FALSE;
  out->contradicts = FALSE;
  out->fault = NULL;
  out->rivals[0] = out->rivals[1] = NULL;
  if (code[0] == '\0' && atlas_place_code_read (names[ATLAS_PLACE_NAME], out->code))
    code = names[ATLAS_PLACE_NAME];
  if (code[0] != '\0' && atlas_place_code_read (code, out->code))
    {
      result = find_by_code (self, code, out);
      out->contradicts = result == ATLAS_PLACE_READ && contradicts (self, out->region, names);
      return out->filled && out->contradicts ? fail (out, code, NULL) : result;
    }
  result = atlas_register_text_is_missing (code) ? find_by_names (self, names, out)
                                                 : find_by_name (self, code, names, out);
  if (result == ATLAS_PLACE_READ)
    g_strlcpy (out->code, out->region->code, sizeof out->code);
  return result;
}
