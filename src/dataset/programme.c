/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/programme.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "dataset/dataset-error.h"
#include "dataset/figure-selector.h"
#include "dataset/language.h"

/* How many an error names. */
#define N_NEAR 3

G_DEFINE_BOXED_TYPE (AtlasProgramme, atlas_programme, atlas_programme_ref, atlas_programme_unref)

/**
 * atlas_programme_new:
 *
 * Returns: (transfer full): a programme whose texts and lists are all empty, to be filled before it is shared
 */
AtlasProgramme *
atlas_programme_new (void)
{
  AtlasProgramme *self = g_atomic_rc_box_new0 (AtlasProgramme);

  self->programme_id = g_strdup ("");
  self->group = g_strdup ("");
  self->group_zh = g_strdup ("");
  self->group_en = g_strdup ("");
  self->name_zh = g_strdup ("");
  self->name_en = g_strdup ("");
  self->description_zh = g_strdup ("");
  self->description_en = g_strdup ("");
  self->question_zh = g_strdup ("");
  self->question_en = g_strdup ("");
  self->sources = g_new0 (char *, 1);
  self->regions = g_new0 (char *, 1);
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_selector_free);
  self->related = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_selector_free);
  self->answer = g_strdup ("");
  self->to_enter_zh = g_strdup ("");
  self->to_enter_en = g_strdup ("");
  return self;
}

AtlasProgramme *
atlas_programme_ref (AtlasProgramme *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
programme_clear (AtlasProgramme *self)
{
  g_free (self->programme_id);
  g_free (self->group);
  g_free (self->group_zh);
  g_free (self->group_en);
  g_free (self->name_zh);
  g_free (self->name_en);
  g_free (self->description_zh);
  g_free (self->description_en);
  g_free (self->question_zh);
  g_free (self->question_en);
  g_strfreev (self->sources);
  g_strfreev (self->regions);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->related);
  g_free (self->answer);
  g_free (self->to_enter_zh);
  g_free (self->to_enter_en);
}

void
atlas_programme_unref (AtlasProgramme *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) programme_clear);
}

const char *
atlas_programme_get_name (const AtlasProgramme *self)
{
  return atlas_language_pick (self->name_zh, self->name_en);
}

const char *
atlas_programme_get_group_name (const AtlasProgramme *self)
{
  return atlas_language_pick (self->group_zh, self->group_en);
}

const char *
atlas_programme_get_description (const AtlasProgramme *self)
{
  return atlas_language_pick (self->description_zh, self->description_en);
}

const char *
atlas_programme_get_question (const AtlasProgramme *self)
{
  return atlas_language_pick (self->question_zh, self->question_en);
}

const char *
atlas_programme_get_to_enter (const AtlasProgramme *self)
{
  return atlas_language_pick (self->to_enter_zh, self->to_enter_en);
}

/* Case and marks make no difference; (transfer full): words with a blank between them. */
static char *
dup_folded (const char *text)
{
  static const char *const left_out[] = { "“", "”", "\"", "‘", "’", "'", "（", "）", "(", ")", "、", "，", "：", ",", ":", ";" };
  static const char *const divide[] = { "-", "—", "/", "\t" };
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) plain = g_string_new (folded);

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    g_string_replace (plain, left_out[i], "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (divide); i++)
    g_string_replace (plain, divide[i], " ", 0);
  while (g_string_replace (plain, "  ", " ", 0) > 0)
    ;
  return g_strdup (g_strstrip (plain->str));
}

/* Whether TEXT holds all words of WANTED; both are folded. */
static gboolean
holds_words (const char *text,
             const char *wanted)
{
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
atlas_programme_matches (const AtlasProgramme *self,
                         const char           *text)
{
  g_autofree char *all = g_strjoin ("\n", self->programme_id, self->name_zh, self->name_en, self->group_zh, self->group_en,
                                    self->description_zh, self->description_en, NULL);
  g_autofree char *searched = dup_folded (all);
  g_autofree char *wanted = dup_folded (text);

  return holds_words (searched, wanted);
}

/* The number in "S45", "s45" or "45"; 0 where there is none. */
static int
get_number (const char *id)
{
  return atoi (id + strcspn (id, "0123456789"));
}

/* "S45", "45" */
static gboolean
is_id (const char *text)
{
  return g_regex_match_simple ("^s?[0-9]+$", text, G_REGEX_CASELESS, 0);
}

/* "S04 “…”, S06 “…”": those whose texts hold ID, else those whose numbers are near to its. */
static char *
dup_near (GPtrArray  *programmes,
          const char *id)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int wanted = is_id (id) ? get_number (id) : 0;
  guint n = 0;

  for (guint i = 0; i < programmes->len && n < N_NEAR; i++)
    {
      const AtlasProgramme *programme = g_ptr_array_index (programmes, i);
      gboolean is_last = programmes->len - i <= N_NEAR;

      if (wanted == 0 ? !atlas_programme_matches (programme, id) : get_number (programme->programme_id) < wanted - 1 && !is_last)
        continue;
      g_string_append_printf (text, "%s%s (%s)", n++ > 0 ? ", " : "", programme->programme_id,
                              atlas_programme_get_name (programme));
    }
  return g_strdup (text->str);
}

/* Whether TEXT is its id or its name in either language. */
static gboolean
is_called (const AtlasProgramme *self,
           const char           *text)
{
  const char *names[] = { self->programme_id, self->name_zh, self->name_en };
  g_autofree char *wanted = dup_folded (text);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = dup_folded (names[i]);

      if (strcmp (name, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The one whose name in either language holds what is WANTED; of several the one with the shortest name that begins with it, as
 * “五社联动” is meant before its pilots and measures. */
static AtlasProgramme *
find_by_part (GPtrArray  *programmes,
              const char *wanted)
{
  AtlasProgramme *only = NULL, *nearest = NULL;
  gsize shortest = G_MAXSIZE;
  guint n = 0;

  for (guint i = 0; i < programmes->len; i++)
    {
      AtlasProgramme *programme = g_ptr_array_index (programmes, i);
      g_autofree char *name_zh = dup_folded (programme->name_zh);
      g_autofree char *name_en = dup_folded (programme->name_en);
      const char *names[] = { name_zh, name_en };
      gboolean holds = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          holds |= holds_words (names[j], wanted);
          if (!g_str_has_prefix (names[j], wanted) || strlen (names[j]) >= shortest)
            continue;
          shortest = strlen (names[j]);
          nearest = programme;
        }
      n += holds;
      only = holds ? programme : only;
    }
  return n == 1 ? only : nearest;
}

/* The only one whose texts hold TEXT. */
static AtlasProgramme *
find_by_texts (GPtrArray  *programmes,
               const char *text)
{
  AtlasProgramme *found = NULL;

  for (guint i = 0; i < programmes->len; i++)
    if (atlas_programme_matches (g_ptr_array_index (programmes, i), text))
      {
        if (found != NULL)
          return NULL;
        found = g_ptr_array_index (programmes, i);
      }
  return found;
}

/* (nullable): by what is no whole name; one letter or character is too little. */
static AtlasProgramme *
find_near (GPtrArray  *programmes,
           const char *text)
{
  g_autofree char *wanted = dup_folded (text);
  AtlasProgramme *found;

  if (is_id (text) || g_utf8_strlen (wanted, -1) < 2)
    return NULL;
  found = find_by_part (programmes, wanted);
  return found != NULL ? found : find_by_texts (programmes, text);
}

AtlasProgramme *
atlas_programmes_find (GPtrArray   *programmes,
                       const char  *id,
                       GError     **error)
{
  AtlasProgramme *found;
  g_autofree char *near = NULL;

  for (guint i = 0; i < programmes->len; i++)
    if (is_called (g_ptr_array_index (programmes, i), id))
      return g_ptr_array_index (programmes, i);
  found = find_near (programmes, id);
  if (found != NULL)
    return found;
  near = dup_near (programmes, id);
  if (near[0] == '\0')
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                 /* Translators: what was typed as the id of a programme */
                 _("“%s” is no programme: give an id such as S01"), id);
  else
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                 /* Translators: what was typed as the id of a programme, and ids and names of some that are near */
                 _("“%s” is no programme; near to it are %s"), id, near);
  return NULL;
}
