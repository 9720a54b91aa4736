/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/command.h"

#include <glib/gi18n.h>
#include <string.h>

static const AtlasCommand commands[] = {
  { "new", N_("makes a dataset"), atlas_command_new },
  { "import", N_("reads registers, figures and sources from files"), atlas_command_import },
  { "history", N_("lists the imports"), atlas_command_history },
  { "undo", N_("takes an import back"), atlas_command_undo },
  { "query", N_("answers one question: values for regions and years"), atlas_command_query },
  { "chart", N_("draws a question's answer to a picture or PDF"), atlas_command_chart },
  { "check", N_("finds what in the data contradicts itself"), atlas_command_check },
  { "report", N_("writes a report as PDF, or one for each division"), atlas_command_report },
  { "export", N_("writes a table of a dataset to a file"), atlas_command_export },
  { NULL },
};

const AtlasCommand *
atlas_command_list (void)
{
  return commands;
}

const AtlasCommand *
atlas_command_find (const char *name)
{
  for (const AtlasCommand *command = commands; command->name != NULL; command++)
    if (strcmp (command->name, name) == 0)
      return command;
  return NULL;
}

int
atlas_command_refuse (GError *error)
{
  g_printerr ("shegong-atlas: %s\n", error->message);
  g_error_free (error);
  return ATLAS_EXIT_REFUSED;
}
