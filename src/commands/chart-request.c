/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/chart-request.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/parent-reference.h"
#include "commands/command-line.h"
#include "commands/question-options.h"
#include "indicators/answer.h"

struct _AtlasChartRequest {
  AtlasQuestionOptions *question_options;
  char *kind_id;
  char *panels_id;
  AtlasChartPanels panels;
  AtlasChartKind kind;
  gboolean show_ranks, show_rank_change;
  gboolean by_gap;
  char *signs_id;
  AtlasSignSet signs;
  char *rows;
  guint first_row, n_rows; /* of the chart, counted from 0; 0 for all */
  char *boundaries_path; /* (nullable) */
  AtlasBoundaries *boundaries;
  GPtrArray *questions; /* (element-type AtlasQuestion): one for each indicator */
};

AtlasChartRequest *
atlas_chart_request_new (void)
{
  AtlasChartRequest *self = g_new0 (AtlasChartRequest, 1);

  self->question_options = atlas_question_options_new (TRUE);
  return self;
}

void
atlas_chart_request_free (AtlasChartRequest *self)
{
  atlas_question_options_free (self->question_options);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_free (self->kind_id);
  g_free (self->panels_id);
  g_free (self->rows);
  g_free (self->signs_id);
  g_free (self->boundaries_path);
  g_clear_pointer (&self->boundaries, atlas_boundaries_unref);
  g_free (self);
}

/* The kinds with their names, for --help. */
static char *
dup_kinds (void)
{
  GString *text = g_string_new (_("Kinds of charts:"));

  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      const AtlasChartTraits *traits = atlas_chart_kind_get_traits (kind);

      g_string_append_printf (text, "\n  %-14s %s", traits->id, _(traits->name));
    }
  return g_string_free (text, FALSE);
}

void
atlas_chart_request_add_options (AtlasChartRequest *self,
                                 GOptionContext    *context)
{
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &self->kind_id, N_("how it is drawn; a bar chart if not said"), "KIND" },
    { "by-gap", 0, 0, G_OPTION_ARG_NONE, &self->by_gap, N_("a dumbbell chart in the order of the difference"), NULL },
    { "rows", 0, 0, G_OPTION_ARG_STRING, &self->rows,
      N_("only these rows of the chart, on the axis of the whole"), "FIRST-LAST" },
    { "ranks", 0, 0, G_OPTION_ARG_NONE, &self->show_ranks, N_("bars with their ranks"), NULL },
    { "rank-change", 0, 0, G_OPTION_ARG_NONE, &self->show_rank_change,
      N_("bars with their ranks, and how these changed since the year before --year"), NULL },
    { "panels", 0, 0, G_OPTION_ARG_STRING, &self->panels_id,
      N_("as small multiples on one scale, one for each region, year, by (what is broken down by) or indicator"), "AXIS" },
    { "signs", 0, 0, G_OPTION_ARG_STRING, &self->signs_id,
      N_("in which signs what is missing or very small is said: standard or yearbook"), "SIGNS" },
    { "boundaries", 0, 0, G_OPTION_ARG_FILENAME, &self->boundaries_path, N_("the borders that a map is drawn with"),
      "FILE.geojson" },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *kinds = dup_kinds ();

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  atlas_question_options_add (self->question_options, context);
  g_option_context_set_description (context, kinds);
}

static gboolean
parse_kind (const char      *text,
            AtlasChartKind  *out,
            GError         **error)
{
  const char *ids[ATLAS_N_CHART_KINDS + 1] = { NULL };
  int choice;

  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    ids[kind] = atlas_chart_kind_to_id (kind);
  choice = atlas_command_line_choose ("kind", text, ids, error);
  *out = (AtlasChartKind) MAX (choice, 0);
  return choice >= 0;
}

static gboolean
parse_panels (const char        *text,
              AtlasChartPanels  *out,
              GError           **error)
{
  static const char *const ids[] = { "region", "year", "by", "indicator", NULL };
  int choice = atlas_command_line_choose ("panels", text, ids, error);

  *out = ATLAS_PANELS_REGION + choice;
  return choice >= 0;
}

/* Whether the kind can show as many indicators as are named. */
static gboolean
check_indicators (const AtlasChartRequest  *self,
                  GError                   **error)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (self->kind);
  guint n = self->panels == ATLAS_PANELS_INDICATOR ? 1 : self->questions->len;

  if (n >= traits->n_parts_least && n <= traits->n_parts_most)
    return TRUE;
  if (n < traits->n_parts_least)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("A chart of kind %s needs %u indicators: name them as --indicator A,B"), traits->id,
                 traits->n_parts_least);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 ngettext ("A chart of kind %s shows no more than %u indicator",
                           "A chart of kind %s shows no more than %u indicators", traits->n_parts_most),
                 traits->id, traits->n_parts_most);
  return FALSE;
}

/* "1-40" */
static gboolean
parse_rows (AtlasChartRequest  *self,
            GError            **error)
{
  g_auto (GStrv) ends = self->rows != NULL ? g_strsplit (self->rows, "-", -1) : NULL;
  guint64 first, last;

  if (ends == NULL)
    return TRUE;
  if (!atlas_chart_kind_get_traits (self->kind)->has_rows)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("A chart of kind %s has no rows for --rows"),
                   atlas_chart_kind_to_id (self->kind));
      return FALSE;
    }
  if (g_strv_length (ends) != 2 || !g_ascii_string_to_unsigned (ends[0], 10, 1, G_MAXINT, &first, NULL) ||
      !g_ascii_string_to_unsigned (ends[1], 10, first, G_MAXINT, &last, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--rows cannot be “%s”: write the first and the last, such as 1-40"), self->rows);
      return FALSE;
    }
  self->first_row = (guint) first - 1;
  self->n_rows = (guint) (last - first) + 1;
  return TRUE;
}

/* Ranks are of bars; their change is that from one year to the next. */
static gboolean
check_ranks (const AtlasChartRequest  *self,
             GError                  **error)
{
  const AtlasQuestion *question = g_ptr_array_index (self->questions, 0);
  const char *message = NULL;

  if (!self->show_ranks && !self->show_rank_change)
    return TRUE;
  if (self->kind != ATLAS_CHART_BAR)
    message = _("--ranks and --rank-change go with --kind bar");
  else if (self->show_rank_change && (question->first_year == 0 || question->first_year != question->last_year))
    message = _("--rank-change needs --year: the ranks of that year are compared with those of the year before");
  else if (question->limit > 0 && atlas_question_options_name_order (self->question_options) &&
           question->sort != ATLAS_SORT_VALUE)
    message = _("--limit would leave out some that are ranked: take it with --sort value");
  if (message != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return message == NULL;
}

/* The program has no borders of its own: a map needs those of the user. */
static gboolean
load_boundaries (AtlasChartRequest  *self,
                 GError            **error)
{
  if (self->kind == ATLAS_CHART_CHOROPLETH && self->boundaries_path == NULL && self->boundaries == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("A chart of kind %s needs borders: name a file with --boundaries FILE.geojson"),
                   atlas_chart_kind_to_id (self->kind));
      return FALSE;
    }
  if (self->boundaries_path == NULL)
    return TRUE;
  if (self->kind != ATLAS_CHART_CHOROPLETH)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--boundaries go with --kind choropleth"));
      return FALSE;
    }
  self->boundaries = atlas_boundaries_load (self->boundaries_path, error);
  return self->boundaries != NULL;
}

const char *
atlas_chart_request_get_boundaries_path (const AtlasChartRequest *self)
{
  return self->boundaries_path;
}

void
atlas_chart_request_set_boundaries (AtlasChartRequest *self,
                                    AtlasBoundaries   *boundaries)
{
  AtlasBoundaries *copy = atlas_boundaries_ref (boundaries);

  g_clear_pointer (&self->boundaries, atlas_boundaries_unref);
  self->boundaries = copy;
}

gboolean
atlas_chart_request_get_signs (const AtlasChartRequest  *self,
                               AtlasSignSet             *out,
                               GError                  **error)
{
  *out = atlas_sign_set_from_id (self->signs_id);
  return self->signs_id == NULL ||
         atlas_command_line_choose ("signs", self->signs_id, atlas_sign_set_list_ids (), error) >= 0;
}

gboolean
atlas_chart_request_finish (AtlasChartRequest  *self,
                            GError            **error)
{
  if (self->kind_id != NULL && !parse_kind (self->kind_id, &self->kind, error))
    return FALSE;
  if (self->panels_id != NULL && !parse_panels (self->panels_id, &self->panels, error))
    return FALSE;
  if (!atlas_chart_request_get_signs (self, &self->signs, error))
    return FALSE;
  self->questions = atlas_question_options_build_all (self->question_options, error);
  return self->questions != NULL && check_indicators (self, error) && check_ranks (self, error) &&
         parse_rows (self, error) && load_boundaries (self, error);
}

/* A line without years named goes over all that have a figure. */
static gboolean
choose_years (const AtlasChartRequest  *self,
              AtlasQuestion            *question,
              AtlasDataset             *dataset,
              AtlasCatalogue           *catalogue,
              GError                  **error)
{
  g_autoptr (GArray) years = NULL;

  if (!atlas_chart_kind_get_traits (self->kind)->is_over_time || question->first_year != 0)
    return TRUE;
  years = atlas_answer_list_years (dataset, catalogue, question->indicator, (const char *const *) question->regions,
                                   error);
  if (years == NULL)
    return FALSE;
  if (years->len > 0)
    atlas_question_set_years (question, g_array_index (years, int, 0), g_array_index (years, int, years->len - 1));
  return TRUE;
}

static AtlasTable *
answer_one (const AtlasChartRequest  *self,
            AtlasQuestion            *question,
            AtlasDataset             *dataset,
            AtlasCatalogue           *catalogue,
            GError                  **error)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (self->kind);

  if (!choose_years (self, question, dataset, catalogue, error))
    return NULL;
  /* Bars stand by value where no order is asked for, and so --limit takes the greatest. */
  if (!atlas_question_options_name_order (self->question_options) && self->kind == ATLAS_CHART_BAR)
    question->sort = ATLAS_SORT_VALUE;
  /* A figure that stands in for another year's makes no line from one to the other. */
  if (traits->is_over_time || (traits->is_paired && question->first_year != question->last_year))
    question->stand_in = FALSE;
  return atlas_answer (dataset, catalogue, question, error);
}

static AtlasTable *
answer (AtlasChartRequest  *self,
        AtlasDataset       *dataset,
        AtlasCatalogue     *catalogue,
        GError            **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  for (guint i = 0; i < self->questions->len; i++)
    {
      AtlasTable *part = answer_one (self, g_ptr_array_index (self->questions, i), dataset, catalogue, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  return atlas_table_join (parts);
}

/* The same question of the year before, of all regions, whatever became of them since. */
static gboolean
add_ranks (const AtlasChartRequest  *self,
           AtlasChartSpec           *spec,
           AtlasDataset             *dataset,
           AtlasCatalogue           *catalogue,
           GError                  **error)
{
  g_autoptr (AtlasQuestion) question = NULL;
  g_autoptr (AtlasTable) earlier = NULL;

  spec->show_ranks = self->show_ranks || self->show_rank_change;
  if (!self->show_rank_change)
    return TRUE;
  question = atlas_question_copy (atlas_table_get_question (spec->table));
  atlas_question_set_years (question, question->first_year - 1, question->last_year - 1);
  question->stand_in = FALSE;
  question->limit = 0;
  earlier = atlas_answer (dataset, catalogue, question, error);
  if (earlier == NULL)
    return FALSE;
  atlas_chart_spec_set_earlier (spec, earlier);
  return TRUE;
}

/* Kinds that show how the parts of a region stand to it. */
static gboolean
compares_with_parent (AtlasChartKind kind)
{
  return kind == ATLAS_CHART_SCATTER || kind == ATLAS_CHART_STRIP || kind == ATLAS_CHART_DOT ||
         atlas_chart_kind_get_traits (kind)->is_map;
}

/* The same questions of the region around alone. */
static gboolean
add_parent (const AtlasChartRequest  *self,
            AtlasChartSpec           *spec,
            AtlasDataset             *dataset,
            AtlasCatalogue           *catalogue,
            GError                  **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  g_autoptr (AtlasTable) parent = NULL;

  if (!compares_with_parent (self->kind) || isfinite (spec->reference))
    return TRUE;
  for (guint i = 0; i < self->questions->len; i++)
    {
      g_autoptr (AtlasQuestion) question = atlas_question_copy (g_ptr_array_index (self->questions, i));
      g_autofree char *code = g_strdup (question->within);
      const char *const codes[] = { code, NULL };
      AtlasTable *part;

      if (code == NULL)
        return TRUE;
      atlas_question_set_within (question, NULL, ATLAS_REGION_LEVEL_NATION);
      atlas_question_set_regions (question, codes);
      part = atlas_answer (dataset, catalogue, question, error);
      if (part == NULL)
        return FALSE;
      g_ptr_array_add (parts, part);
    }
  parent = atlas_table_join (parts);
  atlas_parent_reference_set (spec, parent);
  return TRUE;
}

AtlasChartSpec *
atlas_chart_request_make_spec (AtlasChartRequest  *self,
                               AtlasDataset       *dataset,
                               AtlasCatalogue     *catalogue,
                               GError            **error)
{
  g_autoptr (AtlasTable) table = answer (self, dataset, catalogue, error);
  const AtlasQuestion *question;
  g_autoptr (AtlasChartSpec) spec = NULL;

  if (table == NULL)
    return NULL;
  question = atlas_table_get_question (table);
  spec = atlas_chart_spec_new (self->kind, table);
  spec->panels = self->panels;
  if (self->boundaries != NULL)
    spec->boundaries = atlas_boundaries_ref (self->boundaries);
  spec->keep_order = atlas_question_options_name_order (self->question_options) && question->sort != ATLAS_SORT_VALUE;
  /* Coverage is never shown without what it counts. */
  spec->show_fraction = g_str_has_prefix (atlas_table_get_indicator (table)->formula, "builtin:");
  if (g_strcmp0 (question->indicator, "township_coverage") == 0)
    atlas_chart_spec_set_reference (spec, 100.0, _("Full coverage"));
  if (question->regions != NULL)
    atlas_chart_spec_choose_slots (spec, dataset);
  spec->by_gap = self->by_gap;
  spec->signs = self->signs;
  spec->first_category = self->first_row;
  spec->n_categories = self->n_rows;
  if (!add_ranks (self, spec, dataset, catalogue, error) || !add_parent (self, spec, dataset, catalogue, error))
    return NULL;
  return g_steal_pointer (&spec);
}
