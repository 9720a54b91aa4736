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
  char ***earlier; /* for each row the cells that it had before the query's import; NULL where that did not change it */
  AtlasRowOrigin *origins;
  gboolean has_import; /* the query */
};

static AtlasRowPage *
page_new (guint n_rows,
          guint n_columns)
{
  AtlasRowPage *self = g_atomic_rc_box_new0 (AtlasRowPage);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->cells = g_new0 (char *, n_rows * n_columns + 1);
  self->earlier = g_new0 (char **, n_rows + 1);
  self->origins = g_new0 (AtlasRowOrigin, n_rows + 1);
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
  sqlite3_stmt *origin; /* of the row at a place */
  AtlasTableDefinition history; /* the table of earlier versions as one of its own */
  AtlasTableReader *earlier;    /* (nullable): of it; NULL where nothing was changed */
} PageSource;

static void
page_source_clear (PageSource *self)
{
  g_clear_pointer (&self->reader, atlas_table_reader_free);
  g_clear_pointer (&self->earlier, atlas_table_reader_free);
  g_free ((char *) self->history.name);
  sqlite3_finalize (self->origin);
}

static gboolean
page_source_open_history (PageSource  *self,
                          sqlite3     *db,
                          GError     **error)
{
  self->history = *self->query->table;
  self->history.name = g_strconcat (self->query->table->name, "_history", NULL);
  self->history.file_order = "rowid";
  self->earlier = atlas_table_reader_new_seeking (db, &self->history, error);
  return self->earlier != NULL;
}

static gboolean
page_source_init (PageSource     *self,
                  sqlite3        *db,
                  AtlasRowIndex  *index,
                  GError        **error)
{
  const AtlasTableDefinition *table = index->query->table;
  const char *place = atlas_table_definition_is_register (table) ? "input, line" : "0, 0";
  g_autofree char *sql =
    g_strdup_printf ("SELECT import_id, %s FROM \"%s\" WHERE %s = ?", place, table->name, table->file_order);

  self->query = index->query;
  self->reader = atlas_table_reader_new_seeking (db, table, error);
  if (self->reader != NULL)
    self->origin = atlas_sqlite_prepare (db, sql, error);
  return self->origin != NULL && (index->n_changed == 0 || page_source_open_history (self, db, error));
}

static gboolean
read_origin (PageSource      *self,
             gint64           place,
             AtlasRowOrigin  *out,
             GError         **error)
{
  gboolean row;

  sqlite3_reset (self->origin);
  sqlite3_bind_int64 (self->origin, 1, place);
  if (!atlas_sqlite_step (self->origin, &row, error))
    return FALSE;
  if (row)
    *out = (AtlasRowOrigin) { sqlite3_column_int64 (self->origin, 0), (guint) sqlite3_column_int (self->origin, 1),
                              (guint) sqlite3_column_int64 (self->origin, 2) };
  return TRUE;
}

/* Fills OUT, as many cells as there are columns, with the row at PLACE; a row that is not there leaves them empty. */
static gboolean
read_cells (AtlasTableReader     *reader,
            const AtlasRowQuery  *query,
            gint64                place,
            char                **out,
            GError              **error)
{
  g_autoptr (GError) read_error = NULL;
  const char *const *cells = atlas_table_reader_seek (reader, place, &read_error);

  if (read_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  for (guint i = 0; cells != NULL && i < query->table->n_columns; i++)
    out[i] = dup_cell (query, i, cells[i]);
  return TRUE;
}

static gboolean
fill_row (AtlasRowPage   *self,
          guint           row,
          PageSource     *source,
          AtlasRowIndex  *index,
          gint64          place,
          GError        **error)
{
  gint64 version = source->earlier != NULL ? atlas_row_changes_find (index->changes, place) : 0;

  if (!read_cells (source->reader, source->query, place, &self->cells[row * self->n_columns], error))
    return FALSE;
  if (version != 0)
    {
      self->earlier[row] = g_new0 (char *, self->n_columns);
      if (!read_cells (source->earlier, source->query, version, self->earlier[row], error))
        return FALSE;
    }
  return read_origin (source, place, &self->origins[row], error);
}

static gboolean
fill (AtlasRowPage   *self,
      AtlasRowIndex  *index,
      sqlite3        *db,
      guint           first,
      GError        **error)
{
  PageSource source = { NULL };
  gboolean success = page_source_init (&source, db, index, error);

  self->has_import = index->query->import_id != 0;
  for (guint i = 0; success && i < self->n_rows; i++)
    success = fill_row (self, i, &source, index, g_array_index (index->ids, gint64, first + i), error);
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
free_cells (char  **cells,
            guint   n)
{
  for (guint i = 0; i < n; i++)
    g_free (cells[i]);
  g_free (cells);
}

static void
clear (gpointer data)
{
  AtlasRowPage *self = data;

  free_cells (self->cells, self->n_rows * self->n_columns);
  for (guint i = 0; i < self->n_rows; i++)
    if (self->earlier[i] != NULL)
      free_cells (self->earlier[i], self->n_columns);
  g_free (self->earlier);
  g_free (self->origins);
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

AtlasRowOrigin
atlas_row_page_get_origin (AtlasRowPage *self,
                           guint         row)
{
  g_return_val_if_fail (row < self->n_rows, (AtlasRowOrigin) { 0 });

  return self->origins[row];
}

AtlasRowChange
atlas_row_page_get_change (AtlasRowPage *self,
                           guint         row)
{
  g_return_val_if_fail (row < self->n_rows, ATLAS_ROW_CHANGE_NONE);

  if (!self->has_import)
    return ATLAS_ROW_CHANGE_NONE;
  return self->earlier[row] != NULL ? ATLAS_ROW_CHANGE_CHANGED : ATLAS_ROW_CHANGE_NEW;
}

const char *
atlas_row_page_get_earlier (AtlasRowPage *self,
                            guint         row,
                            guint         column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  if (self->earlier[row] == NULL)
    return NULL;
  return self->earlier[row][column] != NULL ? self->earlier[row][column] : "";
}
