/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/table-writer.h"

#include <glib/gi18n.h>

#include "dataset/dataset-error.h"
#include "dataset/table-writer-private.h"

AtlasTableWriter *
atlas_table_writer_new (const char  *path,
                        const char  *encoding,
                        GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *display_name = NULL;

  if (g_str_has_suffix (lower, ".csv"))
    return atlas_csv_writer_new (path, encoding, error);
  if (g_str_has_suffix (lower, ".xlsx"))
    return atlas_xlsx_writer_new (path, error);
  display_name = g_filename_display_name (path);
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT, _("“%s” ends neither in .csv nor in .xlsx"),
               display_name);
  return NULL;
}

void
atlas_table_writer_free (AtlasTableWriter *self)
{
  g_free (self->path);
  g_free (self->title);
  self->class->free (self);
}

void
atlas_table_writer_set_title (AtlasTableWriter *self,
                              const char       *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
}

gboolean
atlas_table_writer_begin (AtlasTableWriter         *self,
                          const char               *name,
                          const AtlasWriterColumn  *columns,
                          guint                     n_columns,
                          GError                  **error)
{
  return self->class->begin (self, name, columns, n_columns, error);
}

gboolean
atlas_table_writer_add (AtlasTableWriter    *self,
                        const char *const   *cells,
                        guint                n_cells,
                        GError             **error)
{
  return self->class->add (self, cells, n_cells, error);
}

gboolean
atlas_table_writer_has_sheets (AtlasTableWriter *self)
{
  return self->has_sheets;
}

gboolean
atlas_table_writer_finish (AtlasTableWriter  *self,
                           GError           **error)
{
  return self->class->finish (self, error);
}
