/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dataset-private.h"
#include "dataset/registers/masking.h"
#include "dataset/registers/row-index-private.h"
#include "dataset/table-reader.h"

struct _AtlasRowPage {
  guint n_rows;
  guint n_columns;
  char **cells; /* row by row; NULL for "" */
  gint64 *imports;
};

static AtlasRowPage *
page_new (guint n_rows,
          guint n_columns)
{
  AtlasRowPage *self = g_atomic_rc_box_new0 (AtlasRowPage);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->cells = g_new0 (char *, n_rows * n_columns + 1);
  self->imports = g_new0 (gint64, n_rows + 1);
  return self;
}

static char *
dup_cell (const AtlasRowQuery *query,
          guint                column,
          const char          *cell)
{
  if (cell[0] == '\0')
    return NULL;
  if (!query->unmasked && atlas_column_is_personal (query->table, column))
    return atlas_mask_cell (query->table, column, cell);
  return g_strdup (cell);
}

/* What rows are read with. */
typedef struct {
  const AtlasRowQuery *query;
  AtlasTableReader *reader;
  sqlite3_stmt *import; /* of the row at a place */
} PageSource;

static void
page_source_clear (PageSource *self)
{
  g_clear_pointer (&self->reader, atlas_table_reader_free);
  sqlite3_finalize (self->import);
}

static gboolean
page_source_init (PageSource           *self,
                  sqlite3              *db,
                  const AtlasRowQuery  *query,
                  GError              **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT import_id FROM \"%s\" WHERE %s = ?", query->table->name,
                                          query->table->file_order);

  self->query = query;
  self->reader = atlas_table_reader_new_seeking (db, query->table, error);
  if (self->reader != NULL)
    self->import = atlas_sqlite_prepare (db, sql, error);
  return self->import != NULL;
}

static gboolean
read_import (PageSource  *self,
             gint64       place,
             gint64      *out,
             GError     **error)
{
  gboolean row;

  sqlite3_reset (self->import);
  sqlite3_bind_int64 (self->import, 1, place);
  if (!atlas_sqlite_step (self->import, &row, error))
    return FALSE;
  *out = row ? sqlite3_column_int64 (self->import, 0) : 0;
  return TRUE;
}

static gboolean
fill_row (AtlasRowPage  *self,
          guint          row,
          PageSource    *source,
          gint64         place,
          GError       **error)
{
  g_autoptr (GError) read_error = NULL;
  const char *const *cells = atlas_table_reader_seek (source->reader, place, &read_error);

  if (read_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  for (guint i = 0; cells != NULL && i < self->n_columns; i++)
    self->cells[row * self->n_columns + i] = dup_cell (source->query, i, cells[i]);
  return read_import (source, place, &self->imports[row], error);
}

static gboolean
fill (AtlasRowPage   *self,
      AtlasRowIndex  *index,
      sqlite3        *db,
      guint           first,
      GError        **error)
{
  PageSource source = { NULL };
  gboolean success = page_source_init (&source, db, index->query, error);

  for (guint i = 0; success && i < self->n_rows; i++)
    success = fill_row (self, i, &source, g_array_index (index->ids, gint64, first + i), error);
  page_source_clear (&source);
  return success;
}

AtlasRowPage *
atlas_row_index_load_page (AtlasRowIndex  *index,
                           AtlasDataset   *dataset,
                           guint           number,
                           GError        **error)
{
  guint first = number * ATLAS_ROW_PAGE_SIZE;
  guint n_rows = first < index->ids->len ? MIN (ATLAS_ROW_PAGE_SIZE, index->ids->len - first) : 0;
  g_autoptr (AtlasRowPage) self = page_new (n_rows, index->query->table->n_columns);

  if (!fill (self, index, atlas_dataset_get_db (dataset), first, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
clear (gpointer data)
{
  AtlasRowPage *self = data;

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    g_free (self->cells[i]);
  g_free (self->cells);
  g_free (self->imports);
}

AtlasRowPage *
atlas_row_page_ref (AtlasRowPage *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
atlas_row_page_unref (AtlasRowPage *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
atlas_row_page_get_n_rows (AtlasRowPage *self)
{
  return self->n_rows;
}

const char *
atlas_row_page_get_cell (AtlasRowPage *self,
                         guint         row,
                         guint         column)
{
  const char *cell;

  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, "");

  cell = self->cells[row * self->n_columns + column];
  return cell != NULL ? cell : "";
}

gint64
atlas_row_page_get_import (AtlasRowPage *self,
                           guint         row)
{
  g_return_val_if_fail (row < self->n_rows, 0);

  return self->imports[row];
}
