/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/lock-note.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

static char *
dup_name (const char *path)
{
  return g_strconcat (path, "-busy", NULL);
}

char *
atlas_lock_note_write (const char *path)
{
  g_autofree char *name = dup_name (path);
  g_autofree char *text = g_strdup_printf ("%ld\n%s\n", (long) getpid (), g_get_host_name ());

  if (!g_file_set_contents_full (name, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL))
    {
      g_unlink (name);
      return NULL;
    }
  return g_steal_pointer (&name);
}

/* A program that was killed between opening its note and writing it. */
static gboolean
is_empty (const char *name)
{
  GStatBuf status;

  return g_stat (name, &status) == 0 && status.st_size == 0;
}

/* The lines of the note NAME: process and computer; NULL where there is none. */
static char **
read_lines (const char *name)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (name, &text, NULL, NULL) || !g_utf8_validate (text, -1, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", 3);
  return g_strv_length (lines) == 3 ? g_steal_pointer (&lines) : NULL;
}

/* Of another computer that shares the folder nothing can be known. */
static gboolean
is_gone (char **lines)
{
  return g_strcmp0 (lines[1], g_get_host_name ()) == 0 &&
         kill ((pid_t) g_ascii_strtoll (lines[0], NULL, 10), 0) != 0 && errno == ESRCH;
}

char *
atlas_lock_note_read (const char *path)
{
  g_autofree char *name = dup_name (path);
  g_auto (GStrv) lines = read_lines (name);

  if (lines == NULL || is_gone (lines))
    return NULL;
  /* Translators: the number of a process and the name of a computer */
  return g_strdup_printf (_("process %s on “%s”"), lines[0], lines[1]);
}

void
atlas_lock_note_remove (char *note)
{
  if (note != NULL)
    g_unlink (note);
  g_free (note);
}

void
atlas_lock_note_tidy (const char *path)
{
  g_autofree char *name = dup_name (path);
  g_auto (GStrv) lines = read_lines (name);

  if (lines != NULL ? is_gone (lines) : is_empty (name))
    g_unlink (name);
}
