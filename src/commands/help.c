/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/command.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
append_entry (GString    *text,
              const char *left,
              const char *right)
{
  g_string_append_printf (text, "  %-10s %s\n", left, right);
}

void
atlas_command_print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", _("Usage:"));
  g_string_append_printf (text, "  shegong-atlas [FILE.atlas]\n      %s\n",
                          _("opens the window; without FILE, on the published figures that come with the program"));
  g_string_append_printf (text, "  shegong-atlas COMMAND …\n      %s\n\n",
                          _("works without a display; “shegong-atlas COMMAND --help” tells what it takes"));
  g_string_append_printf (text, "%s\n", _("Commands:"));
  for (const AtlasCommand *command = atlas_command_list (); command->name != NULL; command++)
    append_entry (text, command->name, _(command->summary));
  g_string_append_printf (text, "\n%s\n", _("Options:"));
  append_entry (text, "--help", _("shows this help"));
  append_entry (text, "--version", _("shows the version"));
  g_string_append_printf (text, "\n%s\n",
                          _("Exit status: 0 done; 1 done, but something needs a look; 2 refused, nothing changed."));
  fputs (text->str, stdout);
}

void
atlas_command_print_version (void)
{
  fputs ("shegong-atlas " PACKAGE_VERSION "\n", stdout);
}
