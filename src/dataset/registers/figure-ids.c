/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/figure-ids.h"

struct _AtlasFigureIds {
  sqlite3_stmt *find;
  gint64 last;
  char *id; /* handed out last */
};

AtlasFigureIds *
atlas_figure_ids_new (sqlite3  *db,
                      GError  **error)
{
  g_autoptr (sqlite3_stmt) find = NULL;
  AtlasFigureIds *self;
  gint64 last;

  if (!atlas_sqlite_get_int (db,
                             "SELECT max(CAST(substr(figure_id, 2) AS INTEGER)) FROM figures "
                             "WHERE figure_id GLOB 'F[0-9]*' AND substr(figure_id, 2) NOT GLOB '*[^0-9]*' "
                             "AND length(figure_id) <= 16",
                             &last, error) ||
      (find = atlas_sqlite_prepare (db, "SELECT 1 FROM figures WHERE figure_id = ?", error)) == NULL)
    return NULL;
  self = g_new0 (AtlasFigureIds, 1);
  self->find = g_steal_pointer (&find);
  self->last = last;
  return self;
}

void
atlas_figure_ids_free (AtlasFigureIds *self)
{
  sqlite3_finalize (self->find);
  g_free (self->id);
  g_free (self);
}

static gboolean
is_taken (AtlasFigureIds  *self,
          const char      *id,
          gboolean        *out,
          GError         **error)
{
  gboolean success;

  atlas_sqlite_bind (self->find, 1, id);
  success = atlas_sqlite_step (self->find, out, error);
  sqlite3_reset (self->find);
  return success;
}

const char *
atlas_figure_ids_take (AtlasFigureIds  *self,
                       const char      *wanted,
                       GError         **error)
{
  gboolean taken = wanted[0] == '\0';

  if (!taken && !is_taken (self, wanted, &taken, error))
    return NULL;
  g_free (self->id);
  self->id = g_strdup (wanted);
  while (taken)
    {
      g_free (self->id);
      self->id = g_strdup_printf ("F%04" G_GINT64_FORMAT, ++self->last);
      if (!is_taken (self, self->id, &taken, error))
        return NULL;
    }
  return self->id;
}
