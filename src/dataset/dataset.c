/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dataset.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dataset/colour-slots.h"
#include "dataset/dataset-private.h"
#include "dataset/lock-note.h"
#include "dataset/region-table.h"
#include "dataset/schema.h"

/* So long the commit of another program may take, which nobody can read beside where it is not in a log. */
#define PATIENCE_MS 5000
/* How long to wait for it in a main loop; short enough for a window to stand still. */
#define IMPATIENCE_MS 100

struct _AtlasDataset {
  GObject parent_instance;

  char *path;
  gboolean read_only;
  sqlite3 *db;
  AtlasRegionTree *regions;
  GHashTable *sources;      /* id → AtlasSource; NULL until wanted and after a change */
  AtlasColourSlots *colour_slots; /* NULL until wanted */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasDataset, atlas_dataset, G_TYPE_OBJECT)

static gboolean
is_in_log (AtlasDataset *self)
{
  return self->db != NULL && !self->read_only && atlas_schema_is_in_wal (self->path);
}

static void
atlas_dataset_finalize (GObject *object)
{
  AtlasDataset *self = ATLAS_DATASET (object);

  if (is_in_log (self))
    atlas_sqlite_leave_log (self->db, NULL);
  g_free (self->path);
  g_clear_pointer (&self->regions, atlas_region_tree_unref);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->colour_slots, atlas_colour_slots_unref);
  sqlite3_close (self->db);

  G_OBJECT_CLASS (atlas_dataset_parent_class)->finalize (object);
}

/* First of all: whoever hears of the change may ask at once. */
static void
forget_sources (AtlasDataset *self)
{
  g_clear_pointer (&self->sources, g_hash_table_unref);
}

static void
atlas_dataset_class_init (AtlasDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_dataset_finalize;

  /**
   * AtlasDataset::changed:
   *
   * What was loaded before may be out of date. Whoever knows that another connection has written emits it.
   */
  signals[CHANGED] = g_signal_new_class_handler ("changed", ATLAS_TYPE_DATASET, G_SIGNAL_RUN_FIRST,
                                                 G_CALLBACK (forget_sources), NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_dataset_init (AtlasDataset *self)
{
}

void
atlas_dataset_emit_changed (AtlasDataset *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A file or folder without any write permission counts as read-only even for the superuser, who could write it. */
static gboolean
is_writable (const char *path)
{
  GStatBuf status;

  return g_access (path, W_OK) == 0 && g_stat (path, &status) == 0 && (status.st_mode & 0222) != 0;
}

/* Whether a file named PATH + SUFFIX lies beside the dataset. */
static gboolean
has_companion (const char *path,
               const char *suffix)
{
  g_autofree char *companion = g_strconcat (path, suffix, NULL);

  return g_file_test (companion, G_FILE_TEST_EXISTS);
}

/* A program that ended while it wrote has left a journal beside the file, or, if it wrote much, the file in journal mode
 * WAL. What it had committed is taken over, what it had not is forgotten, also for who only wants to read. Where another
 * program is still at it nothing happens. SQLite leaves a journal alone that holds nothing yet: that it removes when it
 * goes from one mode to the other. */
static void
settle (const char *path)
{
  gboolean in_wal = atlas_schema_is_in_wal (path);
  g_autoptr (sqlite3) db = NULL;

  atlas_lock_note_tidy (path);
  if ((in_wal || has_companion (path, "-journal")) &&
      sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    sqlite3_exec (db, in_wal ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = PERSIST; PRAGMA journal_mode = DELETE",
                  NULL, NULL, NULL);
}

/* In a folder that cannot be written SQLite could not even make the files that it locks with: then, if nothing says
 * that a change is under way, the file is taken as one that nobody changes. */
static char *
dup_uri (AtlasDataset *self,
         gboolean      folder_writable)
{
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
  gboolean immutable = !folder_writable && !has_companion (self->path, "-wal") && !has_companion (self->path, "-journal");

  return g_strconcat (uri, self->read_only ? "?mode=ro" : "?mode=rw", immutable ? "&immutable=1" : "", NULL);
}

static gboolean
connect_file (AtlasDataset      *self,
              AtlasDatasetMode   mode,
              GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  gboolean folder_writable = is_writable (folder);
  gboolean writable = folder_writable && is_writable (self->path);
  g_autofree char *uri = NULL;
  int flags;

  self->read_only = mode == ATLAS_DATASET_READ_ONLY || !writable;
  if (writable)
    settle (self->path);
  uri = dup_uri (self, folder_writable);
  flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | (self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  if (sqlite3_open_v2 (uri, &self->db, flags, NULL) != SQLITE_OK)
    return atlas_sqlite_fail (self->db, error);
  sqlite3_busy_timeout (self->db, PATIENCE_MS);
  /* The file may come from anywhere: its schema shall neither run functions nor be rewritten. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  /* A column that is missing must not be taken for a text in quotation marks. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  return atlas_sqlite_run (self->db, "PRAGMA foreign_keys = ON", error);
}

/* Copies all of the dataset to a new database: ":memory:", or "" for a temporary file. */
static sqlite3 *
copy_to (AtlasDataset  *self,
         const char    *name,
         GError       **error)
{
  g_autoptr (sqlite3) copy = NULL;
  sqlite3_backup *backup;
  int result;

  if (sqlite3_open_v2 (name, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
      (backup = sqlite3_backup_init (copy, "main", self->db, "main")) == NULL)
    {
      atlas_sqlite_fail (copy, error);
      return NULL;
    }
  result = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  if (result == SQLITE_DONE && atlas_sqlite_run (copy, "PRAGMA foreign_keys = ON", error))
    return g_steal_pointer (&copy);
  if (result != SQLITE_DONE)
    atlas_sqlite_fail (copy, error);
  return NULL;
}

/* A file of an earlier version that must not be written is read from a copy in memory, which can be brought up to date. */
static gboolean
move_to_memory (AtlasDataset  *self,
                GError       **error)
{
  sqlite3 *copy = copy_to (self, ":memory:", error);

  if (copy == NULL)
    return FALSE;
  sqlite3_close (self->db);
  self->db = copy;
  return TRUE;
}

static gboolean
bring_up_to_date (AtlasDataset  *self,
                  GError       **error)
{
  gint64 version;

  if (!atlas_sqlite_get_int (self->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == ATLAS_SCHEMA_VERSION)
    return TRUE;
  if (self->read_only && !move_to_memory (self, error))
    return FALSE;
  return atlas_schema_upgrade (self->db, version, error);
}

/* A file that is whole but lacks a table or a division is damaged all the same. What cannot be read for another reason
 * (locks, permissions) is reported as it is. Takes INNER. */
static gboolean
fail_to_read (AtlasDataset  *self,
              GError        *inner,
              GError       **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (inner->code != ATLAS_DATASET_ERROR_FAILED && inner->code != ATLAS_DATASET_ERROR_DAMAGED)
    {
      g_propagate_error (error, inner);
      return FALSE;
    }
  g_debug ("%s", inner->message);
  g_error_free (inner);
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED, _("“%s” is damaged: open a backup copy"), name);
  return FALSE;
}

/* With the English names of today. */
static AtlasRegionTree *
read_regions (AtlasDataset  *self,
              GError       **error)
{
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autoptr (AtlasEnglishNames) names = atlas_english_names_new (csv_dir);

  return atlas_region_table_read (self->db, names, error);
}

static gboolean
read_contents (AtlasDataset  *self,
               GError       **error)
{
  GError *inner = NULL;

  if (bring_up_to_date (self, &inner) && atlas_schema_check_tables (self->db, &inner))
    self->regions = read_regions (self, &inner);
  return self->regions != NULL || fail_to_read (self, inner, error);
}

/**
 * atlas_dataset_open:
 * @path: a file
 *
 * Returns: (transfer full) (nullable): the dataset; on error the file is as it was
 */
AtlasDataset *
atlas_dataset_open (const char        *path,
                    AtlasDatasetMode   mode,
                    GError           **error)
{
  g_autoptr (AtlasDataset) self = g_object_new (ATLAS_TYPE_DATASET, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  if (!atlas_schema_check_file (self->path, error) || !connect_file (self, mode, error) ||
      !read_contents (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

AtlasDataset *
atlas_dataset_open_again (AtlasDataset  *self,
                          GError       **error)
{
  g_autoptr (AtlasDataset) again = g_object_new (ATLAS_TYPE_DATASET, NULL);

  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  again->path = g_strdup (self->path);
  again->regions = atlas_region_tree_ref (self->regions);
  again->colour_slots = self->colour_slots != NULL ? atlas_colour_slots_ref (self->colour_slots) : NULL;
  if (!atlas_schema_check_file (again->path, error) || !connect_file (again, ATLAS_DATASET_READ_ONLY, error) ||
      !bring_up_to_date (again, error))
    return NULL;
  return g_steal_pointer (&again);
}

const char *
atlas_dataset_get_path (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->path;
}

gboolean
atlas_dataset_is_read_only (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), TRUE);

  return self->read_only;
}

static gboolean
answers_yes (AtlasDataset *self,
             const char   *question)
{
  gint64 any;

  return !atlas_sqlite_get_int (self->db, question, &any, NULL) || any != 0;
}

gboolean
atlas_dataset_has_imports (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), TRUE);

  return answers_yes (self, "SELECT EXISTS (SELECT 1 FROM imports)");
}

gboolean
atlas_dataset_has_figures (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), TRUE);

  return answers_yes (self, "SELECT EXISTS (SELECT 1 FROM figures)");
}

AtlasRegionTree *
atlas_dataset_get_regions (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->regions;
}

static AtlasColourSlots *
get_colour_slots (AtlasDataset *self)
{
  if (self->colour_slots == NULL)
    self->colour_slots = atlas_colour_slots_new (self->db, self->read_only ? NULL : self->path);
  return self->colour_slots;
}

void
atlas_dataset_lose_patience (AtlasDataset *self)
{
  sqlite3_busy_timeout (self->db, IMPATIENCE_MS);
  atlas_colour_slots_use_worker (get_colour_slots (self));
}

sqlite3 *
atlas_dataset_get_db (AtlasDataset *self)
{
  return self->db;
}

gboolean
atlas_dataset_check_writable (AtlasDataset  *self,
                              GError       **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (!self->read_only)
    return TRUE;
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_READ_ONLY,
               _("“%s”: the file cannot be written; open a copy of your own"), name);
  return FALSE;
}

sqlite3 *
atlas_dataset_copy_for_trial (AtlasDataset  *self,
                              GError       **error)
{
  g_autoptr (sqlite3) copy = copy_to (self, "", error);

  if (copy == NULL || !atlas_sqlite_run (copy, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", error))
    return NULL;
  return g_steal_pointer (&copy);
}

GHashTable *
atlas_dataset_get_source_index (AtlasDataset *self)
{
  return self->sources;
}

void
atlas_dataset_take_source_index (AtlasDataset *self,
                                 GHashTable   *sources)
{
  self->sources = sources;
}

guint
atlas_dataset_get_colour_slot (AtlasDataset *self,
                               const char   *region_code)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), 0);

  return atlas_colour_slots_get (get_colour_slots (self), self->db, region_code);
}

void
atlas_dataset_give_colour_slots (AtlasDataset      *self,
                                 const char *const *region_codes)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));

  atlas_colour_slots_give (get_colour_slots (self), self->db, region_codes);
}
