/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "build-roots.h"
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "commands/command.h"
#include "dataset/dataset.h"
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

static gboolean
is_untranslated (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX");
}

/* Many office machines have no zh_CN locale compiled. setlocale() then fails, all text would be English and Han file
 * names unreadable; C.UTF-8 with LANGUAGE does load a zh_CN catalogue. The plain C locale gets C.UTF-8 as well, so that
 * names come out as they are, and stays English. Has to happen before GTK starts. */
static void
choose_locale (void)
{
  const char *wanted = wanted_locale ();
  const char *language = g_getenv ("LANGUAGE");

  if (setlocale (LC_ALL, "") != NULL && !g_str_equal (setlocale (LC_CTYPE, NULL), "C"))
    return;
  if (is_untranslated (wanted))
    g_unsetenv ("LANGUAGE");
  else if (language == NULL || language[0] == '\0')
    g_setenv ("LANGUAGE", wanted, TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

/* A program started from the build folder takes the catalogues and the schema built beside it. */
static void
find_resources (void)
{
  gboolean from_build = atlas_runs_from_build ();

  if (from_build)
    g_setenv ("GSETTINGS_SCHEMA_DIR", BUILD_ROOT "/data", FALSE);
  bindtextdomain (GETTEXT_PACKAGE, from_build ? BUILD_ROOT "/po" : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Why the window cannot be opened with ARGV, or NULL. */
static GError *
check_window_arguments (int    argc,
                        char **argv)
{
  g_autoptr (GFile) file = NULL;

  if (argc > 1 && argv[1][0] == '-')
    return g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                        _("Unknown option “%s”. “shegong-atlas --help” lists what there is."), argv[1]);
  if (argc > 1)
    file = g_file_new_for_commandline_arg (argv[1]);
  if (file != NULL && !g_file_query_exists (file, NULL))
    return g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                        _("“%s” is neither a command nor a file. “shegong-atlas --help” lists the commands."), argv[1]);
  if (argc > 2)
    return g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                        _("Unexpected argument “%s”: the window opens one file, and a command comes before its file."),
                        argv[2]);
  if (!gtk_init_check ())
    return g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                        _("There is no display for the window. The commands work without one: "
                          "“shegong-atlas --help” lists them."));
  return NULL;
}

static int
open_window (int    argc,
             char **argv)
{
  GError *error = check_window_arguments (argc, argv);
  g_autoptr (AtlasApplication) application = NULL;

  if (error != NULL)
    return atlas_command_refuse (error);
  application = atlas_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

int
main (int   argc,
      char *argv[])
{
  const char *first = argc > 1 ? argv[1] : "";
  const AtlasCommand *command;

  choose_locale ();
  find_resources ();
  g_set_prgname ("shegong-atlas");

  command = atlas_command_find (first);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);
  if (g_str_equal (first, "--help") || g_str_equal (first, "-h"))
    atlas_command_print_help ();
  else if (g_str_equal (first, "--version"))
    atlas_command_print_version ();
  else
    return open_window (argc, argv);
  return ATLAS_EXIT_DONE;
}
