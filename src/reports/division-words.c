/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/division-words.h"

#include <glib/gi18n.h>

static gboolean
is_of_one_level (GPtrArray *regions)
{
  for (guint i = 1; i < regions->len; i++)
    if (((const AtlasRegion *) g_ptr_array_index (regions, i))->level !=
        ((const AtlasRegion *) g_ptr_array_index (regions, 0))->level)
      return FALSE;
  return regions->len > 0;
}

gboolean
atlas_division_words_are_cities (GPtrArray *regions)
{
  for (guint i = 0; i < regions->len; i++)
    if (!g_str_has_suffix (((const AtlasRegion *) g_ptr_array_index (regions, i))->name, "市"))
      return FALSE;
  return TRUE;
}

char *
atlas_division_words_count (guint      n,
                            GPtrArray *regions)
{
  if (!is_of_one_level (regions))
    return g_strdup_printf (C_("divisions of several levels", "%u divisions"), n);
  switch (((const AtlasRegion *) g_ptr_array_index (regions, 0))->level)
    {
    case ATLAS_REGION_LEVEL_PROVINCE:
      return g_strdup_printf (C_("provinces", "%u divisions"), n);
    case ATLAS_REGION_LEVEL_PREFECTURE:
      if (atlas_division_words_are_cities (regions))
        return g_strdup_printf (C_("cities", "%u divisions"), n);
      return g_strdup_printf (C_("prefectures", "%u divisions"), n);
    case ATLAS_REGION_LEVEL_COUNTY:
      return g_strdup_printf (C_("counties", "%u divisions"), n);
    case ATLAS_REGION_LEVEL_TOWNSHIP:
      return g_strdup_printf (C_("townships", "%u divisions"), n);
    default:
      return g_strdup_printf (C_("divisions of several levels", "%u divisions"), n);
    }
}
