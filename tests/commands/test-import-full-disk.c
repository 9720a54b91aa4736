/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* An import on a disk that gets full leaves the dataset as it was, and says why. The disk is a small one in memory, in a
 * view of the file system that only this program has; where the system does not allow that there is nothing to test. */

#define _GNU_SOURCE /* unshare */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "import-trial.h"
#include "program.h"

#define N_SIZES 9

typedef struct {
  ImportTrial trial;
  char *disk;
  char *path;
  gint64 size;   /* of the dataset before */
  gint64 growth; /* by the import */
} Fixture;

static gboolean
write_proc (const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename ("/proc/self", name, NULL);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL);
}

/* The superuser may have a view of his own, others where they may be one among themselves. */
static gboolean
take_own_view (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) getuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getgid ());

  if (unshare (CLONE_NEWNS) != 0 &&
      (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 || !write_proc ("uid_map", users) || !write_proc ("setgroups", "deny") ||
       !write_proc ("gid_map", groups)))
    return FALSE;
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

static gboolean
make_disk (Fixture *fixture,
           gint64   room)
{
  g_autofree char *options = g_strdup_printf ("size=%" G_GINT64_FORMAT, room);

  return mount ("tmpfs", fixture->disk, "tmpfs", 0, options) == 0;
}

static gint64
find_size (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_size;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  length)
{
  import_trial_set_up (&fixture->trial, GPOINTER_TO_UINT (length));
  fixture->disk = g_build_filename (fixture->trial.folder, "disk", NULL);
  fixture->path = g_build_filename (fixture->disk, "a.atlas", NULL);
  g_assert_cmpint (g_mkdir (fixture->disk, 0700), ==, 0);
  fixture->size = find_size (fixture->trial.before);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  import_trial_clear (&fixture->trial);
  g_free (fixture->disk);
  g_free (fixture->path);
}

/* Imports on a disk that has ROOM bytes beside the dataset; TRUE where that is too little. */
static gboolean
check_room (Fixture *fixture,
            gint64   room)
{
  g_auto (Program) program = { NULL };
  gboolean is_full;

  g_assert_true (make_disk (fixture, fixture->size + room));
  import_trial_begin (&fixture->trial, fixture->path);
  program_run (&program, fixture->trial.folder, "import", fixture->path, "personnel", "second.csv", "--as-of=2023", NULL);
  is_full = program.status != 0;
  if (is_full)
    {
      program_assert_refused (&program, fixture->path);
      program_assert_refused (&program, "no space is left on the disk");
    }
  g_assert_cmpint (import_trial_check (&fixture->trial, fixture->path, 1), ==, is_full);
  if (!is_full)
    fixture->growth = find_size (fixture->path) - fixture->size;
  g_assert_cmpint (umount (fixture->disk), ==, 0);
  return is_full;
}

/* From none at all up to enough. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  const gint64 enough = 64 * 1024 * 1024;

  if (!make_disk (fixture, enough))
    {
      g_test_skip ("no disk of its own");
      return;
    }
  g_assert_cmpint (umount (fixture->disk), ==, 0);
  g_assert_false (check_room (fixture, enough));
  g_assert_true (check_room (fixture, 4096));
  for (guint i = 0; i < N_SIZES; i++)
    {
      gint64 room = (gint64) (g_test_rand_double_range (0, 2.4) * (double) fixture->growth);

      g_assert_true (check_room (fixture, room) || room > fixture->growth);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!take_own_view ())
    g_test_message ("no view of its own: %s", g_strerror (errno));
  g_test_add ("/commands/import-full-disk/log", Fixture, GUINT_TO_POINTER (IMPORT_TRIAL_MUCH), set_up, test_full, tear_down);
  g_test_add ("/commands/import-full-disk/journal", Fixture, GUINT_TO_POINTER (IMPORT_TRIAL_LITTLE), set_up, test_full,
              tear_down);
  return g_test_run ();
}
