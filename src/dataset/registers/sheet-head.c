/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/sheet-head.h"

#include <string.h>

#include "dataset/registers/register-text.h"

static void
head_row_free (AtlasHeadRow *self)
{
  g_strfreev (self->cells);
  g_free (self->spread);
  g_free (self);
}

static AtlasHeadRow *
head_row_new (const AtlasSheetRow *row)
{
  AtlasHeadRow *self = g_new0 (AtlasHeadRow, 1);
  g_autoptr (GString) buffer = g_string_new (NULL);

  self->line = row->line;
  self->n_cells = row->n_cells;
  self->cells = g_new0 (char *, row->n_cells + 1);
  self->spread = g_new0 (gboolean, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    {
      self->cells[i] = g_strdup (atlas_register_text_trim (row->cells[i].text, buffer));
      self->spread[i] = row->cells[i].spread;
    }
  return self;
}

static gboolean
take_row (const AtlasSheetRow  *row,
          gpointer              user_data,
          GError              **error)
{
  GPtrArray *head = user_data;

  if (!row->hidden)
    g_ptr_array_add (head, head_row_new (row));
  return head->len < ATLAS_SHEET_HEAD_ROWS;
}

GPtrArray *
atlas_sheet_head_read (AtlasWorkbook  *workbook,
                       guint           sheet,
                       GCancellable   *cancellable,
                       GError        **error)
{
  GPtrArray *kept = atlas_workbook_get_kept (workbook, sheet);
  g_autoptr (GPtrArray) head = NULL;

  if (kept != NULL)
    return g_ptr_array_ref (kept);
  head = g_ptr_array_new_with_free_func ((GDestroyNotify) head_row_free);
  if (!atlas_workbook_read_sheet (workbook, sheet, take_row, head, cancellable, error))
    return NULL;
  atlas_workbook_keep (workbook, sheet, g_ptr_array_ref (head), (GDestroyNotify) g_ptr_array_unref);
  return g_steal_pointer (&head);
}

const char *
atlas_head_row_get (const AtlasHeadRow *self,
                    guint               column)
{
  return column < self->n_cells ? self->cells[column] : "";
}

gboolean
atlas_head_row_is_repeated (const AtlasHeadRow *self,
                            guint               column)
{
  return column > 0 && column < self->n_cells && self->spread[column] &&
         strcmp (self->cells[column], self->cells[column - 1]) == 0;
}

guint
atlas_head_row_count (const AtlasHeadRow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_cells; i++)
    n += self->cells[i][0] != '\0' && !atlas_head_row_is_repeated (self, i);
  return n;
}
