/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/colour-slots.h"

#include <gio/gio.h>

#define N_COLOUR_SLOTS 8

/* How long a worker waits for whoever else writes; what it cannot write is written with the next ones. */
#define PATIENCE_MS 5000

struct _AtlasColourSlots {
  gatomicrefcount refs;
  GMutex mutex;       /* of all below */
  char *path;         /* (nullable) */
  GHashTable *slots;  /* (element-type utf8 guint): by region code */
  GPtrArray *unkept;  /* (element-type utf8): region codes whose slots the file does not have; they belong to SLOTS */
  gboolean uses_worker;
  gboolean is_writing; /* the worker */
};

static void
read_slots (AtlasColourSlots *self,
            sqlite3          *db)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, "SELECT region_code, slot FROM colour_slots", NULL);
  gboolean row = stmt != NULL;

  while (row && atlas_sqlite_step (stmt, &row, NULL))
    if (row)
      g_hash_table_insert (self->slots, g_strdup (atlas_sqlite_text (stmt, 0)),
                           GINT_TO_POINTER (sqlite3_column_int (stmt, 1)));
}

AtlasColourSlots *
atlas_colour_slots_new (sqlite3    *db,
                        const char *path)
{
  AtlasColourSlots *self = g_new0 (AtlasColourSlots, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  self->slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unkept = g_ptr_array_new ();
  read_slots (self, db);
  return self;
}

AtlasColourSlots *
atlas_colour_slots_ref (AtlasColourSlots *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
atlas_colour_slots_unref (AtlasColourSlots *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->mutex);
  g_ptr_array_unref (self->unkept);
  g_hash_table_unref (self->slots);
  g_free (self->path);
  g_free (self);
}

void
atlas_colour_slots_use_worker (AtlasColourSlots *self)
{
  g_mutex_lock (&self->mutex);
  self->uses_worker = TRUE;
  g_mutex_unlock (&self->mutex);
}

/* Another program may have given the region one meanwhile: that stays. */
static gboolean
write_slot (sqlite3    *db,
            const char *region_code,
            guint       slot)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, "INSERT OR IGNORE INTO colour_slots VALUES (?, ?)", NULL);

  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, region_code);
  sqlite3_bind_int (stmt, 2, (int) slot);
  return atlas_sqlite_finish (stmt, NULL);
}

/* All CODES with the slots beside them, or none. */
static gboolean
write_slots (sqlite3          *db,
             const GPtrArray  *codes,
             const GArray     *slots)
{
  gboolean success = atlas_sqlite_run (db, "BEGIN IMMEDIATE", NULL);

  if (!success)
    return FALSE;
  for (guint i = 0; success && i < codes->len; i++)
    success = write_slot (db, g_ptr_array_index (codes, i), g_array_index (slots, guint, i));
  if (success && atlas_sqlite_run (db, "COMMIT", NULL))
    return TRUE;
  atlas_sqlite_run (db, "ROLLBACK", NULL);
  return FALSE;
}

/* The codes stay where they are as long as SELF lives. */
static GArray *
list_unkept (AtlasColourSlots  *self,
             GPtrArray        **out_codes)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (guint));

  *out_codes = g_ptr_array_copy (self->unkept, NULL, NULL);
  for (guint i = 0; i < self->unkept->len; i++)
    {
      guint slot = GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, g_ptr_array_index (self->unkept, i)));

      g_array_append_val (slots, slot);
    }
  return slots;
}

/* Without holding up who asks for a colour meanwhile. */
static gboolean
write_unkept (AtlasColourSlots *self,
              sqlite3          *db)
{
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (GArray) slots = NULL;
  gboolean written;

  g_mutex_lock (&self->mutex);
  slots = list_unkept (self, &codes);
  g_mutex_unlock (&self->mutex);
  written = write_slots (db, codes, slots);
  if (!written)
    return FALSE;
  g_mutex_lock (&self->mutex);
  g_ptr_array_remove_range (self->unkept, 0, codes->len);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static gboolean
has_unkept (AtlasColourSlots *self)
{
  gboolean has;

  g_mutex_lock (&self->mutex);
  has = self->unkept->len > 0;
  g_mutex_unlock (&self->mutex);
  return has;
}

/* What is given while it writes it writes too. */
static void
write_in_worker (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  AtlasColourSlots *self = data;
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    {
      sqlite3_busy_timeout (db, PATIENCE_MS);
      while (has_unkept (self) && write_unkept (self, db))
        ;
    }
  g_mutex_lock (&self->mutex);
  self->is_writing = FALSE;
  g_mutex_unlock (&self->mutex);
  g_task_return_boolean (task, TRUE);
}

static void
begin_to_write (AtlasColourSlots *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, begin_to_write);
  g_task_set_task_data (task, atlas_colour_slots_ref (self), (GDestroyNotify) atlas_colour_slots_unref);
  g_task_run_in_thread (task, write_in_worker);
}

/* TRUE: it had none yet. */
static gboolean
give (AtlasColourSlots *self,
      const char       *region_code)
{
  char *code;

  if (g_hash_table_contains (self->slots, region_code))
    return FALSE;
  code = g_strdup (region_code);
  g_hash_table_insert (self->slots, code, GUINT_TO_POINTER (g_hash_table_size (self->slots) % N_COLOUR_SLOTS));
  if (self->path != NULL)
    g_ptr_array_add (self->unkept, code);
  return TRUE;
}

void
atlas_colour_slots_give (AtlasColourSlots  *self,
                         sqlite3           *db,
                         const char *const *region_codes)
{
  gboolean any = FALSE;
  gboolean here, elsewhere;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; region_codes[i] != NULL; i++)
    any |= give (self, region_codes[i]);
  any &= self->path != NULL;
  here = any && !self->uses_worker;
  elsewhere = any && self->uses_worker && !self->is_writing;
  self->is_writing |= elsewhere;
  g_mutex_unlock (&self->mutex);
  if (here)
    write_unkept (self, db);
  if (elsewhere)
    begin_to_write (self);
}

guint
atlas_colour_slots_get (AtlasColourSlots *self,
                        sqlite3          *db,
                        const char       *region_code)
{
  const char *const codes[] = { region_code, NULL };
  guint slot;

  atlas_colour_slots_give (self, db, codes);
  g_mutex_lock (&self->mutex);
  slot = GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, region_code));
  g_mutex_unlock (&self->mutex);
  return slot;
}
