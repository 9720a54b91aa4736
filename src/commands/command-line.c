/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/command-line.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

gboolean
atlas_command_line_parse (GOptionContext   *context,
                          int              *argc,
                          char           ***argv,
                          GError          **error)
{
  g_autofree char *program = g_strdup_printf ("shegong-atlas %s", (*argv)[0]);

  /* --help begins with the program's name, and that of a command is two words. */
  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

gboolean
atlas_command_line_check_count (int          argc,
                                char       **argv,
                                int          n_wanted,
                                const char  *missing,
                                GError     **error)
{
  if (argc <= n_wanted)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, missing);
  else if (argc > n_wanted + 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is one argument too many"),
                 argv[n_wanted + 1]);
  else
    return TRUE;
  return FALSE;
}

AtlasDataset *
atlas_command_line_open (int      argc,
                         char   **argv,
                         GError **error)
{
  if (!atlas_command_line_check_count (argc, argv, 1, _("A dataset is missing: name a file ending in .atlas"), error))
    return NULL;
  return atlas_dataset_open (argv[1], ATLAS_DATASET_READ_ONLY, error);
}

char **
atlas_command_line_split (const char         *option,
                          const char *const  *values,
                          GError            **error)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  for (; *values != NULL; values++)
    {
      g_auto (GStrv) pieces = g_strsplit (*values, ",", -1);

      if (pieces[0] == NULL)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--%s is given an empty value"), option);
          return NULL;
        }
      for (char **piece = pieces; *piece != NULL; piece++)
        {
          if (*g_strstrip (*piece) == '\0')
            {
              g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--%s is given an empty value"), option);
              return NULL;
            }
          g_strv_builder_add (parts, *piece);
        }
    }
  return g_strv_builder_end (parts);
}

int
atlas_command_line_choose (const char         *option,
                           const char         *value,
                           const char *const  *choices,
                           GError            **error)
{
  g_autofree char *known = NULL;

  for (int i = 0; choices[i] != NULL; i++)
    if (strcmp (value, choices[i]) == 0)
      return i;
  known = g_strjoinv (", ", (char **) choices);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--%s cannot be “%s”; it can be: %s"), option, value,
               known);
  return -1;
}

gboolean
atlas_command_line_read_year (const char  *text,
                              int         *out,
                              GError     **error)
{
  guint64 year;

  if (strlen (text) != 4 || !g_ascii_string_to_unsigned (text, 10, 1900, 2200, &year, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not a year: write it as 2023"), text);
      return FALSE;
    }
  *out = year;
  return TRUE;
}

gboolean
atlas_command_line_read_level (const char        *text,
                               AtlasRegionLevel  *out,
                               GError           **error)
{
  if (atlas_region_level_from_id (text, out))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("There is no level “%s”; the levels are nation, province, prefecture, county, township, community"), text);
  return FALSE;
}

gboolean
atlas_command_line_write (const char  *text,
                          GError     **error)
{
  if (fputs (text, stdout) != EOF && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _("The result cannot be written: %s"),
               g_strerror (errno));
  return FALSE;
}
