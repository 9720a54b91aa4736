/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/file-job.h"

#include <glib/gi18n.h>

#include "window/parts/owned-task.h"
#include "window/parts/worker.h"

struct _AtlasFileJob {
  gpointer what;
  GDestroyNotify free_what;
  AtlasFileWrite write;
  const char *failed;
  char *path;
};

AtlasFileJob *
atlas_file_job_new (gpointer        what,
                    GDestroyNotify  free_what,
                    AtlasFileWrite  write,
                    const char     *failed)
{
  AtlasFileJob *self = g_new0 (AtlasFileJob, 1);

  self->what = what;
  self->free_what = free_what;
  self->write = write;
  self->failed = failed;
  return self;
}

void
atlas_file_job_free (AtlasFileJob *self)
{
  self->free_what (self->what);
  g_free (self->path);
  g_free (self);
}

static void
write_in_worker (GTask        *task,
                 gpointer      window,
                 gpointer      data,
                 GCancellable *cancellable)
{
  AtlasFileJob *self = data;
  GError *error = NULL;

  if (self->write (self->what, self->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  AtlasMainWindow *window = ATLAS_MAIN_WINDOW (object);
  const AtlasFileJob *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  atlas_main_window_end_work (window);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    atlas_main_window_say_written (window, self->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    atlas_main_window_show_error (window, self->failed, error);
}

void
atlas_file_job_start (AtlasFileJob    *self,
                      AtlasMainWindow *window,
                      const char      *path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = atlas_owned_task_new (window, cancellable, written_cb, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = g_strdup_printf (_("Writing “%s”…"), name);

  self->path = g_strdup (path);
  g_task_set_source_tag (task, atlas_file_job_start);
  g_task_set_task_data (task, self, (GDestroyNotify) atlas_file_job_free);
  /* What has been written is told, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  atlas_main_window_begin_work (window);
  atlas_main_window_say_busy (window, message, cancellable);
  atlas_worker_run (task, write_in_worker);
}

static void
path_chosen (const char *path,
             gpointer    window)
{
  atlas_file_job_start (g_object_steal_data (window, "file-job"), window, path);
}

void
atlas_file_job_ask (AtlasFileJob        *self,
                    AtlasMainWindow     *window,
                    const char          *path,
                    const char          *title,
                    const char          *name,
                    const AtlasFileKind *kinds)
{
  if (path[0] != '\0')
    {
      atlas_file_job_start (self, window, path);
      return;
    }
  g_object_set_data_full (G_OBJECT (window), "file-job", self, (GDestroyNotify) atlas_file_job_free);
  if (kinds[0].ending[0] != '\0')
    atlas_file_dialog_save (GTK_WINDOW (window), title, name, kinds, path_chosen, G_OBJECT (window));
  else
    atlas_file_dialog_choose_folder (GTK_WINDOW (window), title, path_chosen, G_OBJECT (window));
}
