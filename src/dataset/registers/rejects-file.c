/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rejects-file.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "dataset/csv-file.h"
#include "dataset/dataset-error.h"
#include "dataset/table-writer.h"

/* What stands behind each row; unknown headers, so that an import passes over them. */
static const char *const why[] = { "rejected_line", "rejected_column", "rejected_code", "rejected_reason" };

#define N_WHY G_N_ELEMENTS (why)

/* How many cells the longest header or row of INPUTS has. */
static guint
count_cells (GPtrArray *inputs)
{
  guint n = 0;

  for (guint i = 0; i < inputs->len; i++)
    {
      const AtlasImportInput *input = g_ptr_array_index (inputs, i);

      if (input->header != NULL)
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

/* A cell of a text file may have the apostrophe that the writer gives it. */
static const char *
get_cell (const AtlasImportInput *input,
          const char             *cell)
{
  return input->encoding != NULL ? atlas_csv_skip_guard (cell) : cell;
}

static gboolean
write_row (AtlasTableWriter        *writer,
           const AtlasImportInput  *input,
           const AtlasRejection    *rejection,
           guint                    n_cells,
           GError                 **error)
{
  g_autofree const char **cells = g_new0 (const char *, n_cells + N_WHY);
  guint n_written = g_strv_length (rejection->cells);
  char line[16];

  snprintf (line, sizeof line, "%u", rejection->line);
  for (guint i = 0; i < n_cells; i++)
    cells[i] = i < n_written ? get_cell (input, rejection->cells[i]) : "";
  cells[n_cells] = line;
  cells[n_cells + 1] = rejection->column;
  cells[n_cells + 2] = atlas_reject_code_to_id (rejection->code);
  cells[n_cells + 3] = rejection->reason;
  return atlas_table_writer_add (writer, cells, n_cells + N_WHY, error);
}

/* Whether the rows of B can stand below those of A. */
static gboolean
have_same_header (const AtlasImportInput *a,
                  const AtlasImportInput *b)
{
  return a->table == b->table && a->header != NULL && b->header != NULL &&
         g_strv_equal ((const char *const *) a->header, (const char *const *) b->header);
}

/* Writes INPUTS to one file: those with the same header below each other, but in a workbook to a sheet for each. */
static gboolean
write_inputs (GPtrArray   *inputs,
              const char  *path,
              GError     **error)
{
  g_autoptr (AtlasTableWriter) writer = atlas_table_writer_new (path, NULL, error);
  guint n_cells = count_cells (inputs);

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < inputs->len; i++)
    {
      const AtlasImportInput *input = g_ptr_array_index (inputs, i);

      if ((i == 0 || atlas_table_writer_has_sheets (writer)) && !begin (writer, input, n_cells, error))
        return FALSE;
      for (guint j = 0; j < input->rejected->len; j++)
        if (!write_row (writer, input, g_ptr_array_index (input->rejected, j), n_cells, error))
          return FALSE;
    }
  return atlas_table_writer_finish (writer, error);
}

static gboolean
is_workbook (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx");
}

/* The first group whose header INPUT has, or a new one. */
static GPtrArray *
get_group (GPtrArray              *groups,
           const AtlasImportInput *input,
           gboolean                one)
{
  GPtrArray *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (one || have_same_header (g_ptr_array_index (group, 0), input))
        return group;
    }
  group = g_ptr_array_new ();
  g_ptr_array_add (groups, group);
  return group;
}

/* The inputs with rejected rows, by the file that they go to; (element-type GPtrArray of AtlasImportInput). */
static GPtrArray *
group_inputs (const AtlasImportResult *result,
              gboolean                 one)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < result->inputs->len; i++)
    {
      AtlasImportInput *input = g_ptr_array_index (result->inputs, i);

      if (input->rejected->len > 0)
        g_ptr_array_add (get_group (groups, input, one), input);
    }
  return groups;
}

gboolean
atlas_rejects_file_save (const AtlasImportResult  *result,
                         const char               *path,
                         GError                  **error)
{
  g_autoptr (GPtrArray) groups = group_inputs (result, is_workbook (path));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (groups->len > 1)
    {
      g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                           _("The rejected rows are of several tables, for which a text file has no room: save them as "
                             "a workbook (.xlsx)"));
      return FALSE;
    }
  return write_inputs (groups->len > 0 ? g_ptr_array_index (groups, 0) : none, path, error);
}

static const AtlasTableDefinition *
get_table (GPtrArray *groups,
           guint      n)
{
  GPtrArray *group = g_ptr_array_index (groups, n);

  return ((const AtlasImportInput *) g_ptr_array_index (group, 0))->table;
}

/* "out.csv" for group N: "out-stations.csv", or "out-stations-2.csv" where an earlier group is of the same table. A name
 * that ends otherwise is left for the writer to refuse. */
static char *
dup_group_path (GPtrArray  *groups,
                guint       n,
                const char *path)
{
  const AtlasTableDefinition *table = get_table (groups, n);
  const char *ending = path + strlen (path) - strlen (".csv");
  g_autofree char *stem = NULL;
  guint number = 1;

  if (groups->len == 1 || ending <= path || g_ascii_strcasecmp (ending, ".csv") != 0)
    return g_strdup (path);
  stem = g_strndup (path, (gsize) (ending - path));
  for (guint i = 0; i < n; i++)
    number += get_table (groups, i) == table;
  if (number > 1)
    return g_strdup_printf ("%s-%s-%u%s", stem, table->name, number, ending);
  return g_strdup_printf ("%s-%s%s", stem, table->name, ending);
}

char **
atlas_rejects_file_save_split (const AtlasImportResult  *result,
                               const char               *path,
                               GError                  **error)
{
  g_autoptr (GPtrArray) groups = group_inputs (result, is_workbook (path));
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *group_path = dup_group_path (groups, i, path);

      if (!write_inputs (g_ptr_array_index (groups, i), group_path, error))
        return NULL;
      g_strv_builder_add (paths, group_path);
    }
  return g_strv_builder_end (paths);
}
