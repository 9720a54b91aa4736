/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/user-dataset.h"

#include <glib/gstdio.h>

#include "dataset/dataset.h"
#include "window/parts/owned-task.h"
#include "window/parts/worker.h"

/* Beside the copy lies a note of the edition that it was made from: the stamp of the bundled file, which is quick to
 * compare, and the hash of what the copy said, which tells whether it still says only that. */
#define NOTE_GROUP "copied"
#define NOTE_STAMP "stamp"
#define NOTE_HASH "hash"

static char *
dup_own_path (const char *ending)
{
  g_autofree char *name = g_strconcat ("published", ending, NULL);

  return g_build_filename (g_get_user_data_dir (), "shegong-atlas", name, NULL);
}

/* Written beside and renamed: a copy cut off by a full disk would be taken for damaged at every start. */
static gboolean
copy_file (const char  *from,
           const char  *to,
           GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autofree char *part = g_strconcat (to, ".part", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (part);
  g_autofree char *folder = g_path_get_dirname (to);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
    return FALSE;
  if (g_rename (part, to) == 0)
    return TRUE;
  g_unlink (part);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s could not be renamed", part);
  return FALSE;
}

/* Tells one edition of the bundled file from another; (transfer full). */
static char *
dup_stamp (const char *bundled)
{
  GStatBuf status;

  if (g_stat (bundled, &status) != 0)
    return g_strdup ("");
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, (gint64) status.st_mtime, (gint64) status.st_size);
}

static GKeyFile *
load_note (void)
{
  g_autofree char *path = dup_own_path (".note");
  GKeyFile *note = g_key_file_new ();

  g_key_file_load_from_file (note, path, G_KEY_FILE_NONE, NULL);
  return note;
}

/* A note that cannot be written means that the copy stays as it is: no harm, and no message. */
static void
save_note (const char *stamp,
           const char *hash)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *path = dup_own_path (".note");

  g_key_file_set_string (note, NOTE_GROUP, NOTE_STAMP, stamp);
  if (hash != NULL)
    g_key_file_set_string (note, NOTE_GROUP, NOTE_HASH, hash);
  g_key_file_save_to_file (note, path, NULL);
}

/* (nullable) (transfer full): NULL where it cannot be told, or where registers were imported. */
static char *
dup_hash (const char *path)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, NULL);

  return dataset != NULL && !atlas_dataset_has_imports (dataset) ? atlas_dataset_dup_hash (dataset, NULL) : NULL;
}

static gboolean
copy_bundled (const char *bundled,
              const char *own,
              const char *stamp)
{
  g_autoptr (GError) error = NULL;

  if (copy_file (bundled, own, &error))
    {
      save_note (stamp, NULL);
      return TRUE;
    }
  g_info ("No copy of the bundled dataset: %s", error->message);
  return FALSE;
}

/* The bundled file is not the one that was copied. A copy that was never noted may have been added to. TRUE: so was this
 * one, or so it may be, and it is kept beside the newer edition. */
static gboolean
meet_edition (const char *bundled,
              const char *own,
              const char *stamp,
              const char *noted_hash)
{
  g_autofree char *own_hash = dup_hash (own);
  g_autofree char *new_hash = NULL;
  gboolean outdated;

  if (own_hash != NULL && g_strcmp0 (own_hash, noted_hash) == 0)
    {
      copy_bundled (bundled, own, stamp);
      return FALSE;
    }
  new_hash = dup_hash (bundled);
  if (new_hash == NULL)
    return FALSE;
  outdated = g_strcmp0 (new_hash, noted_hash) != 0 && g_strcmp0 (new_hash, own_hash) != 0;
  save_note (stamp, outdated ? noted_hash : new_hash);
  return outdated;
}

char *
atlas_user_dataset_dup_path (gboolean *out_outdated)
{
  g_autofree char *own = dup_own_path (".atlas");
  g_autofree char *bundled = atlas_dataset_dup_bundled_path ();
  g_autofree char *stamp = dup_stamp (bundled);
  g_autoptr (GKeyFile) note = load_note ();
  g_autofree char *noted_stamp = g_key_file_get_string (note, NOTE_GROUP, NOTE_STAMP, NULL);
  g_autofree char *noted_hash = g_key_file_get_string (note, NOTE_GROUP, NOTE_HASH, NULL);
  gboolean is_there = g_file_test (own, G_FILE_TEST_IS_REGULAR);
  gboolean outdated = is_there && g_strcmp0 (noted_stamp, stamp) != 0 && meet_edition (bundled, own, stamp, noted_hash);

  if (out_outdated != NULL)
    *out_outdated = outdated;
  return is_there || copy_bundled (bundled, own, stamp) ? g_steal_pointer (&own) : g_steal_pointer (&bundled);
}

void
atlas_user_dataset_note (void)
{
  g_autofree char *bundled = atlas_dataset_dup_bundled_path ();
  g_autofree char *stamp = dup_stamp (bundled);
  g_autoptr (GKeyFile) note = load_note ();
  g_autofree char *noted_stamp = g_key_file_get_string (note, NOTE_GROUP, NOTE_STAMP, NULL);
  g_autofree char *hash = NULL;

  if (g_strcmp0 (noted_stamp, stamp) != 0 || g_key_file_has_key (note, NOTE_GROUP, NOTE_HASH, NULL))
    return;
  hash = dup_hash (bundled);
  if (hash != NULL)
    save_note (stamp, hash);
}

typedef struct {
  char *path;
  gboolean outdated;
} Prepared;

static void
prepared_free (Prepared *self)
{
  g_free (self->path);
  g_free (self);
}

static void
prepare_in_worker (GTask        *task,
                   gpointer      owner,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Prepared *prepared = g_new0 (Prepared, 1);

  prepared->path = atlas_user_dataset_dup_path (&prepared->outdated);
  g_task_return_pointer (task, prepared, (GDestroyNotify) prepared_free);
}

void
atlas_user_dataset_prepare (GObject             *owner,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = atlas_owned_task_new (owner, NULL, callback, user_data);

  g_task_set_source_tag (task, atlas_user_dataset_prepare);
  atlas_worker_run (task, prepare_in_worker);
}

char *
atlas_user_dataset_prepare_finish (GAsyncResult *result,
                                   gboolean     *out_outdated)
{
  Prepared *prepared = g_task_propagate_pointer (G_TASK (result), NULL);
  char *path = g_steal_pointer (&prepared->path);

  *out_outdated = prepared->outdated;
  prepared_free (prepared);
  return path;
}

static void
note_in_worker (GTask        *task,
                gpointer      application,
                gpointer      data,
                GCancellable *cancellable)
{
  atlas_user_dataset_note ();
  g_task_return_boolean (task, TRUE);
}

static void
noted_cb (GObject      *application,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_application_release (G_APPLICATION (application));
}

void
atlas_user_dataset_note_later (GApplication *application)
{
  g_autoptr (GTask) task = atlas_owned_task_new (application, NULL, noted_cb, NULL);

  g_task_set_source_tag (task, atlas_user_dataset_note_later);
  g_application_hold (application);
  atlas_worker_run (task, note_in_worker);
}
