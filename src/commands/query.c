/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/command.h"

#include <glib/gi18n.h>

#include "commands/command-line.h"
#include "commands/query-text.h"
#include "commands/question-options.h"
#include "indicators/answer.h"
#include "indicators/table-record.h"

typedef char *(*WriteAnswer) (AtlasTable *answer);

/* How to write the answer in FORMAT (nullable: text). */
static WriteAnswer
choose_writer (const char  *format,
               GError     **error)
{
  static const char *const choices[] = { "text", "csv", "json", NULL };
  static const WriteAnswer writers[] = { atlas_query_text, atlas_table_to_csv, atlas_table_to_json };
  int choice = format != NULL ? atlas_command_line_choose ("format", format, choices, error) : 0;

  return choice >= 0 ? writers[choice] : NULL;
}

static AtlasTable *
answer (AtlasDataset         *dataset,
        const AtlasQuestion  *question,
        GError              **error)
{
  g_autoptr (AtlasCatalogue) catalogue = atlas_catalogue_new (dataset, error);

  return catalogue != NULL ? atlas_answer (dataset, catalogue, question, error) : NULL;
}

static gboolean
query (int                    argc,
       char                 **argv,
       AtlasQuestionOptions  *options,
       const char            *format,
       GError               **error)
{
  WriteAnswer write_answer = choose_writer (format, error);
  g_autoptr (AtlasQuestion) question = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *text = NULL;

  if (write_answer == NULL)
    return FALSE;
  dataset = atlas_command_line_open (argc, argv, error);
  if (dataset == NULL)
    return FALSE;
  question = atlas_question_options_build (options, error);
  if (question == NULL)
    return FALSE;
  table = answer (dataset, question, error);
  if (table == NULL)
    return FALSE;
  text = write_answer (table);
  return atlas_command_line_write (text, error);
}

int
atlas_command_query (int    argc,
                     char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
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
      !query (argc, argv, options, format, &error))
    return atlas_command_refuse (g_steal_pointer (&error));
  return ATLAS_EXIT_DONE;
}
