/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "commands/command-line.h"
#include "commands/command.h"

static gboolean
parse (int       *argc,
       char    ***argv,
       gboolean  *empty,
       GError   **error)
{
  const GOptionEntry entries[] = {
    { "empty", 0, 0, G_OPTION_ARG_NONE, empty, N_("without the published figures"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("FILE.atlas — make a dataset"));

  g_option_context_set_summary (context, _("The dataset holds the divisions, the catalogue and the published figures."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!atlas_command_line_parse (context, argc, argv, error))
    return FALSE;
  return atlas_command_line_check_count (*argc, *argv, 1, _("The file to make is missing: name one ending in .atlas"),
                                         error);
}

int
atlas_command_new (int    argc,
                   char **argv)
{
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  gboolean empty = FALSE;
  GError *error = NULL;

  if (!parse (&argc, &argv, &empty, &error) || !atlas_dataset_create (argv[1], csv_dir, !empty, &error))
    return atlas_command_refuse (error);
  return ATLAS_EXIT_DONE;
}
