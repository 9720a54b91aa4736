/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dataset-private.h"

#include "dataset/csv-file.h"
#include "dataset/table-reader.h"

static void
hash_row (GChecksum         *checksum,
          GString           *line,
          const char *const *cells,
          guint              n_cells)
{
  g_string_truncate (line, 0);
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      atlas_csv_append_cell (line, cells[i]);
    }
  g_string_append_c (line, '\n');
  g_checksum_update (checksum, (const guchar *) line->str, line->len);
}

static void
hash_header (GChecksum                  *checksum,
             GString                    *line,
             const AtlasTableDefinition *table)
{
  g_autofree const char **names = g_new (const char *, table->n_columns);

  for (guint i = 0; i < table->n_columns; i++)
    names[i] = table->columns[i].name;
  hash_row (checksum, line, &table->name, 1);
  hash_row (checksum, line, names, table->n_columns);
}

static gboolean
hash_table (GChecksum                   *checksum,
            sqlite3                     *db,
            const AtlasTableDefinition  *table,
            GError                     **error)
{
  g_autoptr (AtlasTableReader) reader = atlas_table_reader_new (db, table, TRUE, error);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) read_error = NULL;
  const char *const *cells;

  if (reader == NULL)
    return FALSE;
  hash_header (checksum, line, table);
  while ((cells = atlas_table_reader_next (reader, &read_error)) != NULL)
    hash_row (checksum, line, cells, table->n_columns);
  if (read_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&read_error));
  return FALSE;
}

/**
 * atlas_dataset_dup_hash:
 *
 * The hash tells whether two files say the same. What is kept for display (the colours of regions) is left out of it, so
 * that looking at a dataset does not change it.
 *
 * Returns: (transfer full) (nullable): 64 hexadecimal digits
 */
char *
atlas_dataset_dup_hash (AtlasDataset  *self,
                        GError       **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < ATLAS_N_TABLES; i++)
    if (!hash_table (checksum, atlas_dataset_get_db (self), &atlas_table_definitions[i], error))
      return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}
