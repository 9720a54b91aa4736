/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "program.h"

#include <gio/gio.h>
#include <string.h>

#include "commands/command.h"

void
program_run (Program    *self,
             const char *folder,
             const char *first,
             ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list list;

  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  program_run_arguments (self, folder, (const char *const *) arguments->pdata);
}

void
program_run_arguments (Program           *self,
                       const char        *folder,
                       const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int wait_status;

  g_ptr_array_add (argv, (gpointer) g_getenv ("SHEGONG_ATLAS"));
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) *arguments);
  g_ptr_array_add (argv, NULL);

  program_clear (self);
  g_spawn_sync (folder, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &self->out, &self->err, &wait_status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  self->status = WEXITSTATUS (wait_status);
}

void
program_clear (Program *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

void
program_assert_done (const Program *self)
{
  g_assert_cmpstr (self->err, ==, "");
  g_assert_cmpint (self->status, ==, ATLAS_EXIT_DONE);
}

void
program_assert_refused (const Program *self,
                        const char    *says)
{
  g_assert_cmpint (self->status, ==, ATLAS_EXIT_REFUSED);
  g_assert_cmpstr (self->out, ==, "");
  g_assert_true (g_str_has_prefix (self->err, "shegong-atlas: "));
  if (strstr (self->err, says) == NULL)
    g_error ("“%s” does not say “%s”", self->err, says);
  g_assert_true (strchr (self->err, '\n') == self->err + strlen (self->err) - 1);
}
