/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/programme-captions.h"

#include <glib/gi18n.h>

#include "indicators/programme-rows.h"
#include "reports/sentences.h"

/* A caption names what is shown: the question of the programme is for the screen. */
static char *
dup_answer_title (AtlasProgramme             *programme,
                  const AtlasProgrammeAnswer *answer)
{
  const char *name = atlas_programme_get_name (programme);
  char **by = atlas_table_get_question (answer->table)->by;
  g_autofree char *what = NULL;

  if (atlas_programme_answer_is_table (answer))
    /* Translators: the caption of a table of a programme's indicators */
    return g_strdup_printf (_("%s: indicators by region"), name);
  what = atlas_table_dup_name (answer->table);
  if (by != NULL && by[0] != NULL)
    /* Translators: the caption of a chart: a programme, what is shown of it, and by which dimension it is broken down */
    return g_strdup_printf (C_("programme", "%1$s: %2$s by %3$s"), name, what,
                            atlas_catalogue_get_dimension_name (atlas_table_get_catalogue (answer->table), by[0]));
  /* Translators: the caption of a chart: a programme, and what is shown of it */
  return g_strdup_printf (C_("programme", "%1$s: %2$s"), name, what);
}

/* Whether another of ANSWERS has the caption of ANSWER. */
static gboolean
has_namesake (AtlasProgramme             *programme,
              GPtrArray                  *answers,
              const AtlasProgrammeAnswer *answer)
{
  g_autofree char *title = dup_answer_title (programme, answer);

  for (guint i = 0; i < answers->len; i++)
    {
      const AtlasProgrammeAnswer *other = g_ptr_array_index (answers, i);
      g_autofree char *its_title = dup_answer_title (programme, other);

      if (other != answer && g_str_equal (its_title, title))
        return TRUE;
    }
  return FALSE;
}

/* What ANSWER shows beside another of the same caption: its level, or the first thing in a table. */
static char *
dup_distinction (const AtlasProgrammeAnswer *answer)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!atlas_programme_answer_is_table (answer))
    return g_strdup (answer->level >= 0 ? atlas_region_level_get_name ((AtlasRegionLevel) answer->level) : NULL);
  rows = atlas_programme_list_rows (answer->table);
  return rows->len > 0 ? atlas_sentence_dup_name (((const AtlasProgrammeRow *) g_ptr_array_index (rows, 0))->item) : NULL;
}

char *
atlas_programme_dup_caption (AtlasProgramme             *programme,
                             GPtrArray                  *answers,
                             const AtlasProgrammeAnswer *answer)
{
  g_autofree char *name = dup_answer_title (programme, answer);
  g_autofree char *distinction = has_namesake (programme, answers, answer) ? dup_distinction (answer) : NULL;

  if (distinction == NULL)
    return g_steal_pointer (&name);
  /* Translators: a caption, and what sets it apart from another of the same words, such as the level of the divisions */
  return g_strdup_printf (C_("caption", "%1$s (%2$s)"), name, distinction);
}

void
atlas_programme_drop_namesakes (AtlasProgramme *programme,
                                GPtrArray      *answers)
{
  for (guint i = answers->len; i-- > 1;)
    {
      g_autofree char *title = dup_answer_title (programme, g_ptr_array_index (answers, i));
      gboolean is_told = atlas_programme_answer_is_table (g_ptr_array_index (answers, i));

      for (guint k = 0; k < i && !is_told; k++)
        {
          g_autofree char *earlier = dup_answer_title (programme, g_ptr_array_index (answers, k));

          if (g_str_equal (earlier, title))
            {
              g_ptr_array_remove_index (answers, i);
              break;
            }
        }
    }
}
