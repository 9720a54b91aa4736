/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/command.h"

#include <glib/gi18n.h>

#include "commands/command-line.h"
#include "commands/programme-query.h"
#include "commands/query-text.h"
#include "commands/question-options.h"
#include "indicators/answer.h"
#include "indicators/table-record.h"

typedef char *(*WriteAnswer) (AtlasTable *answer);

/* FORMAT (nullable: text) as its position, −1 if it is none. */
static int
choose_format (const char  *format,
               GError     **error)
{
  static const char *const choices[] = { "text", "csv", "json", NULL };

  return format != NULL ? atlas_command_line_choose ("format", format, choices, error) : 0;
}

static AtlasTable *
answer (AtlasDataset         *dataset,
        const AtlasQuestion  *question,
        GError              **error)
{
  g_autoptr (AtlasCatalogue) catalogue = atlas_catalogue_new (dataset, error);

  return catalogue != NULL ? atlas_answer (dataset, catalogue, question, error) : NULL;
}

/* What is printed of the programme ID, which takes the place of an indicator. */
static char *
query_programme (AtlasDataset          *dataset,
                 const char            *id,
                 AtlasQuestionOptions  *options,
                 int                    format,
                 GError               **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_options_build_regions (options, error);

  return question != NULL ? atlas_programme_query (dataset, id, question, format, error) : NULL;
}

static char *
query_indicator (AtlasDataset          *dataset,
                 AtlasQuestionOptions  *options,
                 int                    format,
                 GError               **error)
{
  static const WriteAnswer writers[] = { atlas_query_text, atlas_table_to_csv, atlas_table_to_json };
  g_autoptr (AtlasQuestion) question = atlas_question_options_build (options, error);
  g_autoptr (AtlasTable) table = question != NULL ? answer (dataset, question, error) : NULL;

  return table != NULL ? writers[format](table) : NULL;
}

static gboolean
query (int                    argc,
       char                 **argv,
       AtlasQuestionOptions  *options,
       const char            *programme,
       const char            *format,
       GError               **error)
{
  int choice = choose_format (format, error);
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autofree char *text = NULL;

  if (choice < 0)
    return FALSE;
  dataset = atlas_command_line_open (argc, argv, error);
  if (dataset == NULL)
    return FALSE;
  if (programme != NULL)
    text = query_programme (dataset, programme, options, choice, error);
  else
    text = query_indicator (dataset, options, choice, error);
  return text != NULL && atlas_command_line_write (text, error);
}

int
atlas_command_query (int    argc,
                     char **argv)
{
  g_autofree char *programme = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "programme", 0, 0, G_OPTION_ARG_STRING, &programme,
      N_("the figures of a programme instead of an indicator: S01 to S85"), "ID" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("text (the default), csv or json"), "FORMAT" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.atlas");
  g_autoptr (AtlasQuestionOptions) options = atlas_question_options_new (FALSE);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (
      context, _("Answers one question from a dataset: the values of an indicator for regions "
                 "and years, with their sources."));
  atlas_question_options_add (options, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!atlas_command_line_parse (context, &argc, &argv, &error) ||
      !query (argc, argv, options, programme, format, &error))
    return atlas_command_refuse (g_steal_pointer (&error));
  return ATLAS_EXIT_DONE;
}
