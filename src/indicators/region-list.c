/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/region-list.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many near ones a message names. */
#define MAX_NEAR 3

/* "640300 吴忠市, 640301 …": divisions whose code or name begins as TEXT does; TEXT is cut from its end until some do. */
static char *
dup_near_regions (AtlasRegionTree *tree,
                  const char      *text)
{
  g_autofree char *start = g_utf8_make_valid (text, -1);
  g_autoptr (GString) near = g_string_new (NULL);
  g_autoptr (GPtrArray) found = NULL;

  while (start[0] != '\0' && ((found = atlas_region_tree_search (tree, start, NULL, MAX_NEAR))->len == 0))
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      *g_utf8_find_prev_char (start, start + strlen (start)) = '\0';
    }
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (found, i);

      g_string_append_printf (near, "%s%s %s", i > 0 ? C_("between names", ", ") : "", region->code,
                              atlas_region_get_display_name (region));
    }
  return g_strdup (near->str);
}

static const AtlasRegion *
find_region (AtlasRegionTree  *tree,
             const char       *code,
             GError          **error)
{
  const AtlasRegion *region = atlas_region_tree_lookup (tree, code);
  g_autofree char *near = NULL;

  if (region != NULL)
    return region;
  near = dup_near_regions (tree, code);
  if (near[0] != '\0')
    g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_REGION,
                 _("There is no division with the code “%s”; near it: %s"), code, near);
  else
    g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_REGION,
                 _("There is no division with the code “%s”"), code);
  return NULL;
}

static GPtrArray *
list_named (AtlasRegionTree  *tree,
            char            **codes,
            GError          **error)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();

  for (char **code = codes; *code != NULL; code++)
    {
      const AtlasRegion *region = find_region (tree, *code, error);

      if (region == NULL)
        return NULL;
      if (!g_ptr_array_find (regions, region, NULL))
        g_ptr_array_add (regions, (gpointer) region);
    }
  return g_steal_pointer (&regions);
}

static GPtrArray *
list_level (AtlasRegionTree   *tree,
            const char        *code,
            AtlasRegionLevel   level,
            GError           **error)
{
  const AtlasRegion *within = find_region (tree, code, error);

  if (within == NULL)
    return NULL;
  if (level >= within->level)
    return atlas_region_tree_list_level (tree, within, level);
  g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_INVALID,
               _("%1$s has no divisions of the level “%2$s”"), atlas_region_get_display_name (within),
               atlas_region_level_get_name (level));
  return NULL;
}

GPtrArray *
atlas_region_list (AtlasCatalogue       *catalogue,
                   const AtlasQuestion  *question,
                   GError              **error)
{
  AtlasRegionTree *tree = atlas_catalogue_get_regions (catalogue);
  gboolean named = question->regions != NULL && question->regions[0] != NULL;

  if (named == (question->within != NULL))
    {
      g_set_error_literal (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_INVALID,
                           named ? _("Ask either for single divisions or for a level, not for both")
                                 : _("Name the divisions to answer for, or a level within one"));
      return NULL;
    }
  return named ? list_named (tree, question->regions, error)
               : list_level (tree, question->within, question->level, error);
}

gboolean
atlas_region_is_optional (const AtlasQuestion *question,
                          const AtlasRegion   *region)
{
  return question->within != NULL && !question->all_divisions && region->level == ATLAS_REGION_LEVEL_COUNTY &&
         !region->statutory && strcmp (region->code, question->within) != 0;
}

void
atlas_region_mark_level (const AtlasQuestion *question,
                         AtlasObservation    *observation)
{
  g_autofree char *note = NULL;

  if (question->within == NULL || observation->region->level == question->level)
    return;
  observation->stands_for_level = TRUE;
  /* Translators: the name of a level: "stands for the level “county”, which is missing here" */
  note = g_strdup_printf (_("stands for the level “%s”, which is missing here"),
                          atlas_region_level_get_name (question->level));
  atlas_observation_add_note (observation, note);
}
