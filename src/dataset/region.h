/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  ATLAS_REGION_LEVEL_NATION,
  ATLAS_REGION_LEVEL_PROVINCE,
  ATLAS_REGION_LEVEL_PREFECTURE,
  ATLAS_REGION_LEVEL_COUNTY,
  ATLAS_REGION_LEVEL_TOWNSHIP,
  ATLAS_REGION_LEVEL_COMMUNITY,
} AtlasRegionLevel;

typedef struct _AtlasRegion AtlasRegion;

/**
 * AtlasRegion:
 * @code: division code (GB/T 2260): 6 digits to the county, 9 for a township, 12 for a community; 000000 the nation
 * @name: official Chinese name
 * @name_en: English name
 * @pinyin: syllables of @name, separated by blanks
 * @level: its level
 * @statutory: whether it counts as a division of its level; FALSE for development zones and other equivalents.
 *   TRUE where the list says nothing (nation, provinces, prefectures)
 * @parent: (nullable): the division above, NULL for the nation
 * @children: those below, in code order
 * @index: position in the tree's code order, from 0
 *
 * A division of the administrative tree. Owned by its tree.
 */
struct _AtlasRegion {
  const char *code;
  const char *name;
  const char *name_en;
  const char *pinyin;
  AtlasRegionLevel level;
  gboolean statutory;
  const AtlasRegion *parent;
  const AtlasRegion *const *children;
  guint n_children;
  guint index;
};

gboolean           atlas_region_is_within     (const AtlasRegion *region, const AtlasRegion *ancestor);
/* (nullable): the division of the county level that REGION is or lies in, or the one that stands there (Dongguan, whose
 * townships hang on the prefecture); NULL for what is above. */
const AtlasRegion *atlas_region_get_county    (const AtlasRegion *region);
/* The name in the user's language, borrowed. */
const char        *atlas_region_get_display_name (const AtlasRegion *region);
/* A short form for narrow places: 宁夏, 大理州, 綦江区; Ningxia, Dali Prefecture, Qijiang District. */
char              *atlas_region_dup_short_name (const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;
/* The Chinese name less its generic suffix, with and without the peoples in it: 吴忠; 宁夏回族, 宁夏. None where less than two
 * characters are left (城区), or there is no such suffix. */
char             **atlas_region_dup_bare_names (const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;
/* "全国 › 宁夏回族自治区 › 吴忠市" */
char              *atlas_region_dup_path      (const AtlasRegion *region, const char *separator)
  G_GNUC_WARN_UNUSED_RESULT;

const char        *atlas_region_level_to_id   (AtlasRegionLevel level);
gboolean           atlas_region_level_from_id (const char *id, AtlasRegionLevel *out);
/* "province", "prefecture" ... in the user's language, borrowed. */
const char        *atlas_region_level_get_name (AtlasRegionLevel level);

G_END_DECLS
