/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/language.h"
#include "dataset/region.h"

static const struct {
  const char *id;
  const char *name;
} levels[] = {
  [ATLAS_REGION_LEVEL_NATION] = { "nation", NC_ ("region level", "nation") },
  [ATLAS_REGION_LEVEL_PROVINCE] = { "province", NC_ ("region level", "province") },
  [ATLAS_REGION_LEVEL_PREFECTURE] = { "prefecture", NC_ ("region level", "prefecture") },
  [ATLAS_REGION_LEVEL_COUNTY] = { "county", NC_ ("region level", "county") },
  [ATLAS_REGION_LEVEL_TOWNSHIP] = { "township", NC_ ("region level", "township") },
  [ATLAS_REGION_LEVEL_COMMUNITY] = { "community", NC_ ("region level", "community") },
};

/* The peoples that names of autonomous divisions end with (GB/T 3304), longer before shorter where one ends the
 * other; 各 stands in 各族, "of all peoples". */
static const char *const peoples[] = {
  "柯尔克孜", "乌孜别克", "维吾尔", "哈萨克", "达斡尔", "塔吉克", "俄罗斯", "鄂温克", "塔塔尔", "鄂伦春",
  "蒙古", "布依", "朝鲜", "土家", "哈尼", "傈僳", "高山", "拉祜", "东乡", "纳西", "景颇", "仫佬", "布朗", "撒拉",
  "毛南", "仡佬", "锡伯", "阿昌", "普米", "德昂", "保安", "裕固", "独龙", "赫哲", "门巴", "珞巴", "基诺",
  "回", "藏", "苗", "彝", "壮", "满", "侗", "瑶", "白", "傣", "黎", "佤", "畲", "水", "土", "羌", "怒", "京", "各",
};

/* Cuts SUFFIX off TEXT if something is left before it. */
static gboolean
cut_suffix (GString    *text,
            const char *suffix)
{
  gsize length = strlen (suffix);

  if (text->len <= length || !g_str_has_suffix (text->str, suffix))
    return FALSE;
  g_string_truncate (text, text->len - length);
  return TRUE;
}

/* Cuts one people off the end of NAME: 白族 off 大理白族, and of longer names also without 族 (伊犁哈萨克). */
static gboolean
cut_people (GString *name)
{
  g_autofree char *before = g_strdup (name->str);
  gboolean with_zu = cut_suffix (name, "族");

  for (guint i = 0; i < G_N_ELEMENTS (peoples); i++)
    if ((with_zu || g_utf8_strlen (peoples[i], -1) > 1) && cut_suffix (name, peoples[i]))
      return TRUE;
  g_string_assign (name, before);
  return FALSE;
}

/* 大理白族自治州 → 大理州, 东乡族自治县 → 东乡县, 鄂伦春自治旗 → 鄂伦春旗. */
static void
shorten_autonomous (GString *name)
{
  const char *kinds[] = { "州", "县", "旗" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *suffix = g_strconcat ("自治", kinds[i], NULL);

      if (!cut_suffix (name, suffix))
        continue;
      if (cut_people (name))
        while (g_str_has_suffix (name->str, "族") && cut_people (name))
          ;
      else
        cut_suffix (name, "族");
      g_string_append (name, kinds[i]);
    }
}

/* 宁夏回族自治区 → 宁夏, 北京市 → 北京, 香港特别行政区 → 香港. In 内蒙古 the people belongs to the name. */
static void
shorten_province (GString *name)
{
  if (cut_suffix (name, "自治区"))
    {
      if (!g_str_has_suffix (name->str, "内蒙古"))
        cut_people (name);
    }
  else if (!cut_suffix (name, "特别行政区") && !cut_suffix (name, "省"))
    cut_suffix (name, "市");
}

/* Dali Bai Autonomous Prefecture → Dali Prefecture: what it is called first, and what it is. */
static void
shorten_english (GString *name)
{
  const char *first_blank = strchr (name->str, ' ');
  const char *autonomous = strstr (name->str, " Autonomous ");

  if (autonomous != NULL)
    g_string_erase (name, first_blank - name->str, autonomous + strlen (" Autonomous") - first_blank);
}

gboolean
atlas_region_is_within (const AtlasRegion *region,
                        const AtlasRegion *ancestor)
{
  for (; region != NULL; region = region->parent)
    if (region == ancestor)
      return TRUE;
  return FALSE;
}

const AtlasRegion *
atlas_region_get_county (const AtlasRegion *region)
{
  while (region->level > ATLAS_REGION_LEVEL_COUNTY)
    region = region->parent;
  if (region->level == ATLAS_REGION_LEVEL_COUNTY ||
      (region->n_children > 0 && region->children[0]->level > ATLAS_REGION_LEVEL_COUNTY))
    return region;
  return NULL;
}

const char *
atlas_region_get_display_name (const AtlasRegion *region)
{
  return atlas_language_pick (region->name, region->name_en);
}

char *
atlas_region_dup_short_name (const AtlasRegion *region)
{
  GString *name = g_string_new (atlas_region_get_display_name (region));

  gboolean is_chinese = atlas_language_current () == ATLAS_LANGUAGE_CHINESE;

  if (region->level == ATLAS_REGION_LEVEL_PROVINCE && is_chinese)
    shorten_province (name);
  else if (is_chinese)
    shorten_autonomous (name);
  else if (region->level > ATLAS_REGION_LEVEL_PROVINCE)
    shorten_english (name);
  return g_string_free (name, FALSE);
}

/* A suffix stands before those that it ends with. */
static const char *const generic_suffixes[] = {
  "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "街道", "省", "市", "区", "县", "旗", "盟", "镇", "乡",
};

/* (nullable): the suffix that has been cut off. */
static const char *
cut_generic_suffix (GString *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (generic_suffixes); i++)
    if (cut_suffix (name, generic_suffixes[i]))
      return generic_suffixes[i];
  return NULL;
}

/* 宁夏回族 → 宁夏, 东乡族 → 东乡. In 红土 of 红土乡 and 内蒙古 there is no people. */
static void
cut_peoples (GString    *name,
             const char *suffix)
{
  gboolean is_autonomous = g_str_has_prefix (suffix, "自治");

  while ((is_autonomous || g_str_has_suffix (name->str, "族")) && cut_people (name))
    ;
  cut_suffix (name, "族");
}

static void
add_bare_name (GPtrArray  *names,
               const char *name)
{
  if (g_utf8_strlen (name, -1) >= 2)
    g_ptr_array_add (names, g_strdup (name));
}

char **
atlas_region_dup_bare_names (const AtlasRegion *region)
{
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GString) name = g_string_new (region->name);

  const char *suffix = cut_generic_suffix (name);

  if (suffix != NULL)
    {
      gsize length = name->len;

      add_bare_name (names, name->str);
      cut_peoples (name, suffix);
      if (name->len < length)
        add_bare_name (names, name->str);
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

char *
atlas_region_dup_path (const AtlasRegion *region,
                       const char        *separator)
{
  GString *path = g_string_new (atlas_region_get_display_name (region));

  for (const AtlasRegion *above = region->parent; above != NULL; above = above->parent)
    {
      g_string_prepend (path, separator);
      g_string_prepend (path, atlas_region_get_display_name (above));
    }
  return g_string_free (path, FALSE);
}

const char *
atlas_region_level_to_id (AtlasRegionLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (levels), NULL);

  return levels[level].id;
}

gboolean
atlas_region_level_from_id (const char       *id,
                            AtlasRegionLevel *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (strcmp (levels[i].id, id) == 0)
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

const char *
atlas_region_level_get_name (AtlasRegionLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (levels), NULL);

  return g_dpgettext2 (NULL, "region level", levels[level].name);
}
