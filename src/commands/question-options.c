/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/question-options.h"

#include <glib/gi18n.h>
#include <string.h>

#include "commands/command-line.h"
#include "dataset/dimension-values.h"

struct _AtlasQuestionOptions {
  char *indicator;
  char **regions;
  char *within;
  char *level;
  char **by;
  char **where;
  char *year;
  char *years;
  char *from;
  gboolean stand_in;
  gboolean all_divisions;
  char *sort;
  char *limit;
};

AtlasQuestionOptions *
atlas_question_options_new (gboolean stand_in)
{
  AtlasQuestionOptions *self = g_new0 (AtlasQuestionOptions, 1);

  self->stand_in = stand_in;
  return self;
}

void
atlas_question_options_free (AtlasQuestionOptions *self)
{
  g_free (self->indicator);
  g_strfreev (self->regions);
  g_free (self->within);
  g_free (self->level);
  g_strfreev (self->by);
  g_strfreev (self->where);
  g_free (self->year);
  g_free (self->years);
  g_free (self->from);
  g_free (self->sort);
  g_free (self->limit);
  g_free (self);
}

void
atlas_question_options_add (AtlasQuestionOptions *self,
                            GOptionContext       *context)
{
  const GOptionEntry entries[] = {
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &self->indicator, N_("what is asked for, by its id"), "ID" },
    { "regions", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->regions, N_("for these divisions"), "CODE,…" },
    { "within", 0, 0, G_OPTION_ARG_STRING, &self->within,
      N_("for all divisions of --level in this one"), "CODE" },
    { "level", 0, 0, G_OPTION_ARG_STRING, &self->level,
      N_("nation, province, prefecture, county, township or community"), "LEVEL" },
    { "by", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->by, N_("broken down by this dimension"), "DIMENSION" },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->where,
      N_("only this value of a dimension, or _T for the total over it; can be repeated"), "DIMENSION=VALUE" },
    { "year", 0, 0, G_OPTION_ARG_STRING, &self->year,
      N_("of this year; without it, of the latest that has a value"), "YEAR" },
    { "years", 0, 0, G_OPTION_ARG_STRING, &self->years, N_("of all these years"), "YEAR-YEAR" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from,
      N_("registers, published or best (the default): registers that were returned, else published"), "BASIS" },
    { "stand-in", 0, 0, G_OPTION_ARG_NONE, &self->stand_in,
      N_("an earlier or undated figure may stand for a year that has none"), NULL },
    { "no-stand-in", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &self->stand_in,
      N_("no figure of another year stands in"), NULL },
    { "all-divisions", 0, 0, G_OPTION_ARG_NONE, &self->all_divisions,
      N_("also development zones without data"), NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &self->sort,
      N_("code, value (the greatest first) or name (by pinyin)"), "ORDER" },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &self->limit, N_("no more rows than this, after sorting"), "N" },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

static gboolean
set_regions (const AtlasQuestionOptions  *self,
             AtlasQuestion               *question,
             GError                     **error)
{
  AtlasRegionLevel level;

  if (self->regions != NULL)
    {
      if (self->within != NULL || self->level != NULL)
        return refuse (error, _("--regions and --within with --level exclude each other"));
      question->regions = atlas_command_line_split ("regions", (const char *const *) self->regions, error);
      return question->regions != NULL;
    }
  if (self->within == NULL && self->level == NULL)
    return refuse (error, _("No regions are named: give --regions CODE,… or --within CODE --level LEVEL"));
  if (self->within == NULL)
    return refuse (error, _("--level goes with --within CODE"));
  if (self->level == NULL)
    return refuse (error, _("--within goes with --level LEVEL"));
  if (!atlas_command_line_read_level (self->level, &level, error))
    return FALSE;
  atlas_question_set_within (question, self->within, level);
  return TRUE;
}

/* The values of every --where, each dimension once. */
static gboolean
set_where (const AtlasQuestionOptions  *self,
           AtlasQuestion               *question,
           GError                     **error)
{
  g_autofree char *joined = self->where != NULL ? g_strjoinv (";", self->where) : g_strdup ("");
  g_autoptr (GPtrArray) pairs = atlas_dimension_values_parse (joined, error);

  if (pairs == NULL)
    return FALSE;
  g_ptr_array_unref (question->where);
  question->where = g_steal_pointer (&pairs);
  return TRUE;
}

static gboolean
set_dimensions (const AtlasQuestionOptions  *self,
                AtlasQuestion               *question,
                GError                     **error)
{
  if (self->by != NULL)
    {
      question->by = atlas_command_line_split ("by", (const char *const *) self->by, error);
      if (question->by == NULL)
        return FALSE;
    }
  for (guint i = 0; question->by != NULL && question->by[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) question->by + i + 1, question->by[i]))
      return refuse (error, _("--by names a dimension twice"));
  return set_where (self, question, error);
}

static gboolean
set_span (AtlasQuestion  *question,
          const char     *text,
          GError        **error)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", -1);
  int first, last;

  if (g_strv_length (ends) != 2)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is not a span of years: write it as 2016-2023"), text);
      return FALSE;
    }
  if (!atlas_command_line_read_year (ends[0], &first, error) || !atlas_command_line_read_year (ends[1], &last, error))
    return FALSE;
  if (first > last)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("The years %d to %d run backwards"),
                   first, last);
      return FALSE;
    }
  atlas_question_set_years (question, first, last);
  return TRUE;
}

static gboolean
set_years (const AtlasQuestionOptions  *self,
           AtlasQuestion               *question,
           GError                     **error)
{
  int year;

  if (self->year != NULL && self->years != NULL)
    return refuse (error, _("--year and --years exclude each other"));
  if (self->years != NULL)
    return set_span (question, self->years, error);
  if (self->year == NULL)
    return TRUE;
  if (!atlas_command_line_read_year (self->year, &year, error))
    return FALSE;
  atlas_question_set_years (question, year, year);
  return TRUE;
}

static gboolean
set_from (const AtlasQuestionOptions  *self,
          AtlasQuestion               *question,
          GError                     **error)
{
  static const char *const choices[] = { "best", "published", "registers", NULL };
  int choice = self->from != NULL ? atlas_command_line_choose ("from", self->from, choices, error) : 0;

  question->from = ATLAS_FROM_BEST + choice;
  return choice >= 0;
}

static gboolean
set_order (const AtlasQuestionOptions  *self,
           AtlasQuestion               *question,
           GError                     **error)
{
  static const char *const choices[] = { "code", "value", "name", NULL };
  guint64 limit = 0;

  if (self->sort != NULL)
    {
      int choice = atlas_command_line_choose ("sort", self->sort, choices, error);

      if (choice < 0)
        return FALSE;
      question->sort = ATLAS_SORT_CODE + choice;
    }
  if (self->limit != NULL && !g_ascii_string_to_unsigned (self->limit, 10, 1, G_MAXINT, &limit, NULL))
    return refuse (error, _("--limit takes a number of rows from 1 on"));
  question->limit = limit;
  return TRUE;
}

static AtlasQuestion *
build_for (AtlasQuestionOptions  *self,
           const char            *indicator,
           GError               **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);

  question->stand_in = self->stand_in;
  question->all_divisions = self->all_divisions;
  if (!set_regions (self, question, error) || !set_dimensions (self, question, error) ||
      !set_years (self, question, error) || !set_from (self, question, error) ||
      !set_order (self, question, error))
    return NULL;
  return g_steal_pointer (&question);
}

static gboolean
has_indicator (const AtlasQuestionOptions  *self,
               GError                     **error)
{
  return self->indicator != NULL || refuse (error, _("No indicator is named: give --indicator ID"));
}

AtlasQuestion *
atlas_question_options_build (AtlasQuestionOptions  *self,
                              GError               **error)
{
  return has_indicator (self, error) ? build_for (self, self->indicator, error) : NULL;
}

GPtrArray *
atlas_question_options_build_all (AtlasQuestionOptions  *self,
                                  GError               **error)
{
  const char *indicators[] = { self->indicator, NULL };
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_question_free);
  g_auto (GStrv) ids = has_indicator (self, error) ? atlas_command_line_split ("indicator", indicators, error) : NULL;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      AtlasQuestion *question = build_for (self, ids[i], error);

      if (question == NULL)
        return NULL;
      g_ptr_array_add (questions, question);
    }
  return g_steal_pointer (&questions);
}

AtlasQuestion *
atlas_question_options_build_regions (AtlasQuestionOptions  *self,
                                      GError               **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("");

  if (self->indicator != NULL || self->by != NULL || self->where != NULL || self->year != NULL || self->years != NULL ||
      self->from != NULL || self->sort != NULL || self->limit != NULL || self->stand_in)
    {
      refuse (error, _("--programme goes with --regions, or --within and --level, and with --format alone"));
      return NULL;
    }
  if ((self->regions != NULL || self->within != NULL || self->level != NULL) && !set_regions (self, question, error))
    return NULL;
  question->all_divisions = TRUE;
  return g_steal_pointer (&question);
}

gboolean
atlas_question_options_name_order (AtlasQuestionOptions *self)
{
  return self->sort != NULL;
}
