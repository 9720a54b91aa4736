/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#include "charts/chart-file.h"
#include "commands/command-line.h"
#include "commands/command.h"
#include "commands/question-options.h"
#include "indicators/answer.h"

/* Where no --size is given: a column of text wide, as high as suits, and a picture sharp enough to print. */
#define DEFAULT_WIDTH 720.0
#define DEFAULT_SCALE 2.0

typedef struct {
  AtlasQuestionOptions *question_options;
  GPtrArray *questions; /* (element-type AtlasQuestion): one for each indicator */
  AtlasChartKind kind;
  char *output;
  double width, height, scale;
} ChartCall;

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

/* "900x600", or "900" for the height that suits. */
static gboolean
parse_size (const char  *text,
            double      *width,
            double      *height,
            GError     **error)
{
  char *end;

  *width = g_ascii_strtod (text, &end);
  *height = 0.0;
  if (end != text && (*end == 'x' || *end == 'X'))
    {
      const char *second = end + 1;

      *height = g_ascii_strtod (second, &end);
      if (end == second || !(*height > 0.0))
        end = (char *) text;
    }
  if (end != text && *end == '\0' && isfinite (*width) && *width > 0.0 && isfinite (*height))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--size cannot be “%s”: write width and height, such as 900x600, or the width alone"), text);
  return FALSE;
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

/* Whether the kind can show as many indicators as are named. */
static gboolean
check_indicators (const ChartCall  *self,
                  GError          **error)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (self->kind);
  guint n = self->questions->len;

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

static gboolean
parse_drawing (ChartCall   *self,
               const char  *kind,
               const char  *size,
               GError     **error)
{
  self->width = DEFAULT_WIDTH;
  self->scale = size == NULL ? DEFAULT_SCALE : 1.0;
  if (self->output == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say with --output which file to write"));
      return FALSE;
    }
  return (kind == NULL || parse_kind (kind, &self->kind, error)) &&
         (size == NULL || parse_size (size, &self->width, &self->height, error));
}

static gboolean
parse (ChartCall   *self,
       int         *argc,
       char      ***argv,
       GError     **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *size = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_("how it is drawn; a bar chart if not said"),
      "KIND" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, N_("the file to write"), "FILE.png|.svg|.pdf" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_("width and height in pixels or points"), "WxH" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("FILE.atlas — draw the answer to a question"));
  g_autofree char *kinds = dup_kinds ();

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, kinds);
  atlas_question_options_add (self->question_options, context);
  if (!atlas_command_line_parse (context, argc, argv, error) ||
      !atlas_command_line_check_count (*argc, *argv, 1, _("A dataset is missing: name a file ending in .atlas"), error) ||
      !parse_drawing (self, kind, size, error))
    return FALSE;
  self->questions = atlas_question_options_build_all (self->question_options, error);
  return self->questions != NULL && check_indicators (self, error);
}

/* A line without years named goes over all that have a figure. */
static gboolean
choose_years (ChartCall       *self,
              AtlasQuestion   *question,
              AtlasDataset    *dataset,
              AtlasCatalogue  *catalogue,
              GError         **error)
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
answer_one (ChartCall       *self,
            AtlasQuestion   *question,
            AtlasDataset    *dataset,
            AtlasCatalogue  *catalogue,
            GError         **error)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (self->kind);

  if (!choose_years (self, question, dataset, catalogue, error))
    return NULL;
  /* Bars stand by value where no order is asked for, and so --limit takes the greatest. */
  if (!atlas_question_options_name_order (self->question_options) && self->kind == ATLAS_CHART_BAR)
    question->sort = ATLAS_SORT_VALUE;
  if (traits->is_over_time)
    question->stand_in = FALSE;
  return atlas_answer (dataset, catalogue, question, error);
}

static AtlasTable *
answer (ChartCall     *self,
        AtlasDataset  *dataset,
        GError       **error)
{
  g_autoptr (AtlasCatalogue) catalogue = atlas_catalogue_new (dataset, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  for (guint i = 0; catalogue != NULL && i < self->questions->len; i++)
    {
      AtlasTable *part = answer_one (self, g_ptr_array_index (self->questions, i), dataset, catalogue, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  return catalogue != NULL ? atlas_table_join (parts) : NULL;
}

static gboolean
run (ChartCall  *self,
     int         argc,
     char      **argv,
     GError    **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_command_line_open (argc, argv, error);
  g_autoptr (AtlasTable) table = dataset != NULL ? answer (self, dataset, error) : NULL;
  g_autoptr (AtlasChartSpec) spec = NULL;
  const AtlasQuestion *question;

  if (table == NULL)
    return FALSE;
  question = atlas_table_get_question (table);
  spec = atlas_chart_spec_new (self->kind, table);
  spec->keep_order = atlas_question_options_name_order (self->question_options) &&
                     question->sort != ATLAS_SORT_VALUE;
  /* Coverage is never shown without what it counts. */
  spec->show_fraction = g_str_has_prefix (atlas_table_get_indicator (table)->formula, "builtin:");
  if (g_strcmp0 (question->indicator, "township_coverage") == 0)
    atlas_chart_spec_set_reference (spec, 100.0, _("Full coverage"));
  if (question->regions != NULL)
    atlas_chart_spec_choose_slots (spec, dataset);
  return atlas_chart_save (spec, atlas_chart_style_light (), self->width, self->height, self->scale, self->output,
                           error);
}

int
atlas_command_chart (int    argc,
                     char **argv)
{
  ChartCall call = { atlas_question_options_new (TRUE) };
  GError *error = NULL;
  gboolean done = parse (&call, &argc, &argv, &error) && run (&call, argc, argv, &error);

  g_clear_pointer (&call.questions, g_ptr_array_unref);
  atlas_question_options_free (call.question_options);
  g_free (call.output);
  return done ? ATLAS_EXIT_DONE : atlas_command_refuse (error);
}
