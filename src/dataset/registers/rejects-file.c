/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rejects-file.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "dataset/dataset-error.h"
#include "dataset/table-writer.h"

/* What stands behind each row; unknown headers, so that an import passes over them. */
static const char *const why[] = { "rejected_line", "rejected_column", "rejected_reason" };

#define N_WHY G_N_ELEMENTS (why)

/* How many cells the longest header or row of all has. */
static guint
count_cells (const AtlasImportResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->inputs->len; i++)
    {
      const AtlasImportInput *input = g_ptr_array_index (result->inputs, i);

      if (input->rejected->len > 0 && input->header != NULL)
        n = MAX (n, g_strv_length (input->header));
      for (guint j = 0; j < input->rejected->len; j++)
        n = MAX (n, g_strv_length (((const AtlasRejection *) g_ptr_array_index (input->rejected, j))->cells));
    }
  return n;
}

static gboolean
begin (AtlasTableWriter        *writer,
       const AtlasImportInput  *input,
       guint                    n_cells,
       GError                 **error)
{
  g_autofree AtlasWriterColumn *columns = g_new0 (AtlasWriterColumn, n_cells + N_WHY);
  g_autofree char *file = g_filename_display_basename (input->file);
  guint n_named = input->header != NULL ? g_strv_length (input->header) : 0;

  for (guint i = 0; i < n_cells; i++)
    columns[i].name = i < n_named ? input->header[i] : "";
  for (guint i = 0; i < N_WHY; i++)
    columns[n_cells + i].name = why[i];
  return atlas_table_writer_begin (writer, input->sheet[0] != '\0' ? input->sheet : file, columns, n_cells + N_WHY, error);
}

static gboolean
write_row (AtlasTableWriter      *writer,
           const AtlasRejection  *rejection,
           guint                  n_cells,
           GError               **error)
{
  g_autofree const char **cells = g_new0 (const char *, n_cells + N_WHY);
  guint n_written = g_strv_length (rejection->cells);
  char line[16];

  snprintf (line, sizeof line, "%u", rejection->line);
  for (guint i = 0; i < n_cells; i++)
    cells[i] = i < n_written ? rejection->cells[i] : "";
  cells[n_cells] = line;
  cells[n_cells + 1] = rejection->column;
  cells[n_cells + 2] = rejection->reason;
  return atlas_table_writer_add (writer, cells, n_cells + N_WHY, error);
}

/* Whether the rows of INPUT can stand below those of BEFORE. */
static gboolean
goes_on (AtlasTableWriter       *writer,
         const AtlasImportInput *before,
         const AtlasImportInput *input)
{
  return !atlas_table_writer_has_sheets (writer) && before->header != NULL && input->header != NULL &&
         g_strv_equal ((const char *const *) before->header, (const char *const *) input->header);
}

/* BEFORE (nullable): the input written before. */
static gboolean
write_input (AtlasTableWriter        *writer,
             const AtlasImportInput  *before,
             const AtlasImportInput  *input,
             guint                    n_cells,
             GError                 **error)
{
  if (before == NULL || !goes_on (writer, before, input))
    {
      if (before != NULL && !atlas_table_writer_has_sheets (writer))
        {
          g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                               _("The rejected rows are of several tables, for which a text file has no room: save them as "
                                 "a workbook (.xlsx)"));
          return FALSE;
        }
      if (!begin (writer, input, n_cells, error))
        return FALSE;
    }
  for (guint i = 0; i < input->rejected->len; i++)
    if (!write_row (writer, g_ptr_array_index (input->rejected, i), n_cells, error))
      return FALSE;
  return TRUE;
}

gboolean
atlas_rejects_file_save (const AtlasImportResult  *result,
                         const char               *path,
                         GError                  **error)
{
  g_autoptr (AtlasTableWriter) writer = atlas_table_writer_new (path, NULL, error);
  const AtlasImportInput *before = NULL;
  guint n_cells = count_cells (result);

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < result->inputs->len; i++)
    {
      const AtlasImportInput *input = g_ptr_array_index (result->inputs, i);

      if (input->rejected->len == 0)
        continue;
      if (!write_input (writer, before, input, n_cells, error))
        return FALSE;
      before = input;
    }
  return atlas_table_writer_finish (writer, error);
}
