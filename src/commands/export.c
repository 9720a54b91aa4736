/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "commands/command-line.h"
#include "commands/command.h"
#include "dataset/table-export.h"

static gboolean
parse (int                 *argc,
       char              ***argv,
       char               **output,
       AtlasExportOptions  *options,
       GError             **error)
{
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, output, N_("the file to write"), "FILE.csv|.xlsx" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options->encoding, N_("of a CSV file: UTF-8 (default) or GB18030"), "E" },
    { "unmasked", 0, 0, G_OPTION_ARG_NONE, &options->unmasked,
      N_("writes personnel with full names and certificate numbers"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("FILE.atlas TABLE — write a table of a dataset"));
  g_autofree char *names = g_strjoinv (", ", (char **) atlas_table_export_list_names ());
  g_autofree char *summary = g_strdup_printf (_("TABLE is one of: %s"), names);

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!atlas_command_line_parse (context, argc, argv, error) ||
      !atlas_command_line_check_count (*argc, *argv, 2, _("Name a dataset and a table, such as “my.atlas figures”"), error))
    return FALSE;
  if (*output != NULL)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say with --output which file to write"));
  return FALSE;
}

static gboolean
run (const char                *path,
     const char                *table,
     const char                *output,
     const AtlasExportOptions  *options,
     GError                   **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, error);

  return dataset != NULL && atlas_table_export (dataset, table, output, options, error);
}

int
atlas_command_export (int    argc,
                      char **argv)
{
  g_autofree char *output = NULL;
  AtlasExportOptions options = { NULL };
  GError *error = NULL;
  gboolean success;

  success = parse (&argc, &argv, &output, &options, &error) && run (argv[1], argv[2], output, &options, &error);
  g_free ((char *) options.encoding);
  return success ? ATLAS_EXIT_DONE : atlas_command_refuse (error);
}
