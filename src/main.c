/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "commands/command.h"
#include "window/application.h"

/* The locale that the environment asks for messages in, or NULL. */
static const char *
wanted_locale (void)
{
  const char *names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && value[0] != '\0')
        return value;
    }
  return NULL;
}

/* Many office machines have no zh_CN locale compiled. setlocale() then fails, all text would be English and Han file
 * names unreadable; C.UTF-8 with LANGUAGE does load a zh_CN catalogue. Has to happen before GTK starts. */
static void
choose_locale (void)
{
  const char *wanted = wanted_locale ();

  if (setlocale (LC_ALL, "") != NULL)
    return;
  if (wanted != NULL && g_getenv ("LANGUAGE") == NULL)
    g_setenv ("LANGUAGE", wanted, TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

/* Whether this very program lies in the build folder: then catalogues and schema are those built beside it. */
static gboolean
runs_from_build (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, BUILD_ROOT G_DIR_SEPARATOR_S);
}

static void
find_resources (void)
{
  gboolean from_build = runs_from_build ();

  if (from_build)
    g_setenv ("GSETTINGS_SCHEMA_DIR", BUILD_ROOT "/data", FALSE);
  bindtextdomain (GETTEXT_PACKAGE, from_build ? BUILD_ROOT "/po" : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int   argc,
      char *argv[])
{
  const AtlasCommand *command;
  g_autoptr (AtlasApplication) application = NULL;

  choose_locale ();
  find_resources ();
  g_set_prgname ("shegong-atlas");

  command = argc > 1 ? atlas_command_find (argv[1]) : NULL;
  if (command != NULL)
    return command->run (argc - 1, argv + 1);

  application = atlas_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
