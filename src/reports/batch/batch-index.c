/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/batch/batch-index.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/csv-file.h"
#include "dataset/table-writer.h"

/* The columns of index.csv, whose heads are in the language of whoever wrote it. */
enum {
  COLUMN_REGION,
  COLUMN_NAME,
  COLUMN_FILE,
  COLUMN_PAGES,
  COLUMN_STATUS,
  COLUMN_DATASET,
  COLUMN_REQUEST,
  N_COLUMNS,
};

struct _AtlasBatchIndex
{
  char *folder;
  char *dataset_hash;
  char *request;
  GPtrArray *rows;
};

static void
row_free (AtlasBatchRow *self)
{
  g_free (self->region);
  g_free (self->name);
  g_free (self->file);
  g_free (self->reason);
  g_free (self);
}

AtlasBatchIndex *
atlas_batch_index_new (const char *folder,
                       const char *dataset_hash,
                       const char *request)
{
  AtlasBatchIndex *self = g_new0 (AtlasBatchIndex, 1);

  self->folder = g_strdup (folder);
  self->dataset_hash = g_strdup (dataset_hash);
  self->request = g_strdup (request);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

void
atlas_batch_index_free (AtlasBatchIndex *self)
{
  g_free (self->folder);
  g_free (self->dataset_hash);
  g_free (self->request);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
atlas_batch_index_add (AtlasBatchIndex *self,
                       const char      *region,
                       const char      *name,
                       const char      *file)
{
  AtlasBatchRow *row = g_new0 (AtlasBatchRow, 1);

  row->region = g_strdup (region);
  row->name = g_strdup (name);
  row->file = g_strdup (file);
  g_ptr_array_add (self->rows, row);
}

const char *
atlas_batch_index_get_folder (AtlasBatchIndex *self)
{
  return self->folder;
}

guint
atlas_batch_index_get_n_rows (AtlasBatchIndex *self)
{
  return self->rows->len;
}

AtlasBatchRow *
atlas_batch_index_get_row (AtlasBatchIndex *self,
                           guint            row)
{
  return g_ptr_array_index (self->rows, row);
}

void
atlas_batch_index_remove_row (AtlasBatchIndex *self,
                              guint            row)
{
  g_ptr_array_remove_index (self->rows, row);
}

guint
atlas_batch_index_count (AtlasBatchIndex *self,
                         AtlasBatchStatus status)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += atlas_batch_index_get_row (self, i)->status == status;
  return n;
}

char *
atlas_batch_index_dup_path (AtlasBatchIndex     *self,
                            const AtlasBatchRow *row)
{
  return g_build_filename (self->folder, row->file, NULL);
}

/* What an index that was read says, by region: (element-type utf8 GStrv). */
static gboolean
read_row (guint               line,
          const char *const  *cells,
          guint               n_cells,
          gpointer            told,
          GError            **error)
{
  char **copy;

  if (n_cells != N_COLUMNS)
    return TRUE;
  copy = g_new0 (char *, N_COLUMNS + 1);
  for (guint i = 0; i < N_COLUMNS; i++)
    copy[i] = g_strdup (cells[i]);
  g_hash_table_insert (told, g_strdup (cells[COLUMN_REGION]), copy);
  return TRUE;
}

static void
recall_row (AtlasBatchIndex    *self,
            AtlasBatchRow      *row,
            const char *const  *cells)
{
  g_autofree char *path = atlas_batch_index_dup_path (self, row);

  if (strcmp (atlas_csv_skip_guard (cells[COLUMN_FILE]), row->file) != 0 ||
      strcmp (cells[COLUMN_DATASET], self->dataset_hash) != 0 ||
      strcmp (atlas_csv_skip_guard (cells[COLUMN_REQUEST]), self->request) != 0 ||
      !g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  row->status = ATLAS_BATCH_WRITTEN;
  row->kept = TRUE;
  row->n_pages = (guint) g_ascii_strtoull (cells[COLUMN_PAGES], NULL, 10);
}

void
atlas_batch_index_recall (AtlasBatchIndex *self)
{
  g_autofree char *path = g_build_filename (self->folder, "index.csv", NULL);
  g_autoptr (GHashTable) told =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);

  /* Without an index, or with one that cannot be read to its end, more is made anew than needs be. */
  atlas_csv_read_file (path, read_row, told, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      AtlasBatchRow *row = atlas_batch_index_get_row (self, i);
      const char *const *cells = g_hash_table_lookup (told, row->region);

      if (cells != NULL)
        recall_row (self, row, cells);
    }
}

static const char *
get_status_name (const AtlasBatchRow *row)
{
  switch (row->status)
    {
    case ATLAS_BATCH_WRITTEN:
      return C_("report of a batch", "written");
    case ATLAS_BATCH_FAILED:
      return C_("report of a batch", "failed");
    case ATLAS_BATCH_PENDING:
    default:
      return C_("report of a batch", "not yet made");
    }
}

static gboolean
add_index_row (AtlasTableWriter     *writer,
               AtlasBatchIndex      *self,
               const AtlasBatchRow  *row,
               GError              **error)
{
  gboolean written = row->status == ATLAS_BATCH_WRITTEN;
  g_autofree char *n_pages = row->n_pages > 0 ? g_strdup_printf ("%u", row->n_pages) : g_strdup ("");
  const char *cells[N_COLUMNS] = {
    row->region,
    row->name,
    written ? row->file : "",
    n_pages,
    get_status_name (row),
    self->dataset_hash,
    self->request,
  };

  return atlas_table_writer_add (writer, cells, N_COLUMNS, error);
}

static gboolean
add_log_row (AtlasTableWriter     *writer,
             AtlasBatchIndex      *self,
             const AtlasBatchRow  *row,
             GError              **error)
{
  const char *cells[] = { row->region, row->name, row->reason };

  return row->status != ATLAS_BATCH_FAILED ||
         atlas_table_writer_add (writer, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
save (AtlasBatchIndex          *self,
      const char               *name,
      const AtlasWriterColumn  *columns,
      guint                     n_columns,
      gboolean (*add)          (AtlasTableWriter *, AtlasBatchIndex *, const AtlasBatchRow *, GError **),
      GError                  **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (AtlasTableWriter) writer = atlas_table_writer_new (path, NULL, error);

  if (writer == NULL || !atlas_table_writer_begin (writer, name, columns, n_columns, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!add (writer, self, atlas_batch_index_get_row (self, i), error))
      return FALSE;
  return atlas_table_writer_finish (writer, error);
}

gboolean
atlas_batch_index_save (AtlasBatchIndex  *self,
                        GError          **error)
{
  const AtlasWriterColumn index[N_COLUMNS] = {
    { _("Division code"), ATLAS_WRITER_TEXT },
    { _("Region"), ATLAS_WRITER_TEXT },
    { C_("report of a batch", "File"), ATLAS_WRITER_TEXT },
    { C_("report of a batch", "Pages"), ATLAS_WRITER_NUMBER },
    { C_("report of a batch", "Status"), ATLAS_WRITER_TEXT },
    { C_("report of a batch", "Dataset"), ATLAS_WRITER_TEXT },
    { C_("report of a batch", "Request"), ATLAS_WRITER_TEXT },
  };
  const AtlasWriterColumn log[] = {
    { _("Division code"), ATLAS_WRITER_TEXT },
    { _("Region"), ATLAS_WRITER_TEXT },
    { C_("report of a batch", "Why it failed"), ATLAS_WRITER_TEXT },
  };

  return save (self, "index.csv", index, G_N_ELEMENTS (index), add_index_row, error) &&
         save (self, "log.csv", log, G_N_ELEMENTS (log), add_log_row, error);
}
