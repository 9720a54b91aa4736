/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/region-tree-private.h"

G_DEFINE_BOXED_TYPE (AtlasRegionTree, atlas_region_tree, atlas_region_tree_ref, atlas_region_tree_unref)

#define LONGEST_CODE 12

struct _AtlasRegionTreeBuilder {
  GArray *regions;
  GArray *parents; /* index of each region's parent; the nation's own is 0 */
  GArray *path;    /* indices from the nation down to the region added last */
  GStringChunk *texts;
};

AtlasRegionTreeBuilder *
atlas_region_tree_builder_new (void)
{
  AtlasRegionTreeBuilder *self = g_new0 (AtlasRegionTreeBuilder, 1);

  self->regions = g_array_new (FALSE, FALSE, sizeof (AtlasRegion));
  self->parents = g_array_new (FALSE, FALSE, sizeof (guint));
  self->path = g_array_new (FALSE, FALSE, sizeof (guint));
  self->texts = g_string_chunk_new (256 * 1024);
  return self;
}

void
atlas_region_tree_builder_free (AtlasRegionTreeBuilder *self)
{
  g_array_unref (self->regions);
  g_array_unref (self->parents);
  g_array_unref (self->path);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_free (self);
}

static const char *
keep_text (AtlasRegionTreeBuilder *self,
           const char             *text)
{
  return g_string_chunk_insert_len (self->texts, text, strlen (text));
}

/* Shortens the path to the region PARENT_CODE. In code order a parent is always on it. */
static gboolean
climb_to_parent (AtlasRegionTreeBuilder *self,
                 const char             *parent_code)
{
  while (self->path->len > 0)
    {
      guint last = g_array_index (self->path, guint, self->path->len - 1);

      if (strcmp (g_array_index (self->regions, AtlasRegion, last).code, parent_code) == 0)
        return TRUE;
      g_array_set_size (self->path, self->path->len - 1);
    }
  return FALSE;
}

/* Whether REGION may come next: codes rise, and lead on to digits only. */
static gboolean
is_next_code (AtlasRegionTreeBuilder *self,
              const char             *code)
{
  gsize length = strlen (code);

  if (length == 0 || length > LONGEST_CODE || strspn (code, "0123456789") != length)
    return FALSE;
  return self->regions->len == 0 ||
         strcmp (g_array_index (self->regions, AtlasRegion, self->regions->len - 1).code, code) < 0;
}

gboolean
atlas_region_tree_builder_add (AtlasRegionTreeBuilder  *self,
                               const AtlasRegion       *region,
                               const char              *parent_code,
                               GError                 **error)
{
  AtlasRegion copy = *region;
  guint index = self->regions->len;
  guint parent = 0;

  if (!is_next_code (self, region->code) || (index == 0) != (parent_code[0] == '\0') ||
      (index > 0 && !climb_to_parent (self, parent_code)))
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED,
                   _("The division “%s” does not fit into the tree of divisions"), region->code);
      return FALSE;
    }
  if (index > 0)
    parent = g_array_index (self->path, guint, self->path->len - 1);
  copy.code = keep_text (self, region->code);
  copy.name = keep_text (self, region->name);
  copy.name_en = keep_text (self, region->name_en);
  copy.pinyin = keep_text (self, region->pinyin);
  copy.index = index;
  copy.n_children = 0;
  g_array_append_val (self->regions, copy);
  g_array_append_val (self->parents, parent);
  g_array_append_val (self->path, index);
  return TRUE;
}

/* Sets the parent of each region and the children of each, in code order. */
static void
link_regions (AtlasRegionTree *self,
              const guint     *parents)
{
  guint next = 0;

  self->links = g_new (const AtlasRegion *, self->n_regions);
  self->regions[0].parent = NULL;
  for (guint i = 1; i < self->n_regions; i++)
    {
      self->regions[i].parent = &self->regions[parents[i]];
      self->regions[parents[i]].n_children++;
    }
  for (guint i = 0; i < self->n_regions; i++)
    {
      self->regions[i].children = self->links + next;
      next += self->regions[i].n_children;
      self->regions[i].n_children = 0;
    }
  for (guint i = 1; i < self->n_regions; i++)
    {
      AtlasRegion *parent = &self->regions[parents[i]];

      ((const AtlasRegion **) parent->children)[parent->n_children++] = &self->regions[i];
    }
}

static guint
hash_code (const char *code)
{
  guint64 number = 1; /* so that leading zeros count */

  for (; *code != '\0'; code++)
    number = number * 10 + (guint64) (*code - '0');
  return (guint) ((number * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

static void
index_codes (AtlasRegionTree *self)
{
  guint n_slots = 16;

  while (n_slots < 2 * self->n_regions)
    n_slots *= 2;
  self->slots = g_new0 (guint32, n_slots);
  self->slot_mask = n_slots - 1;
  for (guint i = 0; i < self->n_regions; i++)
    {
      guint slot = hash_code (self->regions[i].code) & self->slot_mask;

      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->slot_mask;
      self->slots[slot] = i + 1;
    }
}

AtlasRegionTree *
atlas_region_tree_builder_finish (AtlasRegionTreeBuilder  *self,
                                  GError                 **error)
{
  AtlasRegionTree *tree;

  if (self->regions->len == 0)
    {
      g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED, _("There are no divisions"));
      return NULL;
    }
  tree = g_atomic_rc_box_new0 (AtlasRegionTree);
  tree->n_regions = self->regions->len;
  tree->regions = g_renew (AtlasRegion, g_array_steal (self->regions, NULL), tree->n_regions); /* it grew by doubling */
  tree->texts = g_steal_pointer (&self->texts);
  link_regions (tree, (const guint *) (gpointer) self->parents->data);
  index_codes (tree);
  return tree;
}

AtlasRegionTree *
atlas_region_tree_ref (AtlasRegionTree *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
region_tree_clear (AtlasRegionTree *self)
{
  g_clear_pointer (&self->search, atlas_region_search_free);
  g_clear_pointer (&self->names, atlas_region_names_free);
  g_free (self->regions);
  g_free (self->links);
  g_free (self->slots);
  g_string_chunk_free (self->texts);
}

void
atlas_region_tree_unref (AtlasRegionTree *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) region_tree_clear);
}

static gboolean
regions_equal (const AtlasRegion *a,
               const AtlasRegion *b)
{
  return a->level == b->level && a->statutory == b->statutory && strcmp (a->code, b->code) == 0 &&
         strcmp (a->name, b->name) == 0 && strcmp (a->name_en, b->name_en) == 0 && strcmp (a->pinyin, b->pinyin) == 0 &&
         (a->parent == NULL) == (b->parent == NULL) && (a->parent == NULL || a->parent->index == b->parent->index);
}

gboolean
atlas_region_tree_equal (AtlasRegionTree *a,
                         AtlasRegionTree *b)
{
  if (a->n_regions != b->n_regions)
    return FALSE;
  for (guint i = 0; i < a->n_regions; i++)
    if (!regions_equal (&a->regions[i], &b->regions[i]))
      return FALSE;
  return TRUE;
}

const AtlasRegion *
atlas_region_tree_get_root (AtlasRegionTree *self)
{
  return &self->regions[0];
}

guint
atlas_region_tree_get_size (AtlasRegionTree *self)
{
  return self->n_regions;
}

/**
 * atlas_region_tree_get_nth:
 * @index: position in code order
 *
 * Returns: (transfer none) (nullable): the region, or %NULL behind the last
 */
const AtlasRegion *
atlas_region_tree_get_nth (AtlasRegionTree *self,
                           guint            index)
{
  return index < self->n_regions ? &self->regions[index] : NULL;
}

/**
 * atlas_region_tree_lookup:
 * @code: any text
 *
 * Returns: (transfer none) (nullable): the region with exactly this code
 */
const AtlasRegion *
atlas_region_tree_lookup (AtlasRegionTree *self,
                          const char      *code)
{
  gsize length = strlen (code);

  if (length > LONGEST_CODE || strspn (code, "0123456789") != length)
    return NULL;
  for (guint slot = hash_code (code) & self->slot_mask; self->slots[slot] != 0; slot = (slot + 1) & self->slot_mask)
    {
      const AtlasRegion *region = &self->regions[self->slots[slot] - 1];

      if (strcmp (region->code, code) == 0)
        return region;
    }
  return NULL;
}

GPtrArray *
atlas_region_tree_search (AtlasRegionTree   *self,
                          const char        *text,
                          const AtlasRegion *near,
                          guint              limit)
{
  if (g_once_init_enter (&self->search))
    g_once_init_leave (&self->search, atlas_region_search_new (self->regions, self->n_regions));
  return atlas_region_search_find (self->search, self->regions, self->n_regions, text, near, limit);
}

const AtlasRegion *
atlas_region_tree_find_name (AtlasRegionTree   *self,
                             const char        *text,
                             const AtlasRegion *within,
                             int                level,
                             const AtlasRegion *rivals[2])
{
  if (g_once_init_enter (&self->names))
    g_once_init_leave (&self->names, atlas_region_names_new (self->regions, self->n_regions));
  return atlas_region_names_find (self->names, text, within, level, rivals);
}

/* Whether REGION itself stands for the divisions of LEVEL below it: a leaf (Hong Kong), or a prefecture whose
 * townships hang on it without a county between (Dongguan). */
static gboolean
stands_for_parts (const AtlasRegion *region,
                  AtlasRegionLevel   level)
{
  return region->n_children == 0 ||
         (level == ATLAS_REGION_LEVEL_COUNTY && region->children[0]->level > ATLAS_REGION_LEVEL_COUNTY);
}

static void
list_level (GPtrArray         *list,
            const AtlasRegion *region,
            AtlasRegionLevel   level)
{
  if (region->level >= level || (level > ATLAS_REGION_LEVEL_PROVINCE && stands_for_parts (region, level)))
    {
      g_ptr_array_add (list, (gpointer) region);
      return;
    }
  for (guint i = 0; i < region->n_children; i++)
    list_level (list, region->children[i], level);
}

GPtrArray *
atlas_region_tree_list_level (AtlasRegionTree   *self,
                              const AtlasRegion *within,
                              AtlasRegionLevel   level)
{
  GPtrArray *list = g_ptr_array_new ();

  /* Of what lies below LEVEL, only what hangs on a region above it stands for that level. */
  if (within->level <= level || (within->parent->level < level && !stands_for_parts (within->parent, level)))
    list_level (list, within, level);
  return list;
}
