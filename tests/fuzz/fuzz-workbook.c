/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fuzz-workbook.h"

#include <string.h>

#include "dataset/sheets/sheet-limits.h"
#include "dataset/sheets/sheet.h"

static void
check_cell (const AtlasSheetCell *cell)
{
  g_assert (cell->text != NULL && g_utf8_validate (cell->text, -1, NULL));
  g_assert (cell->kind >= ATLAS_CELL_EMPTY && cell->kind <= ATLAS_CELL_ERROR);
  g_assert (cell->kind != ATLAS_CELL_EMPTY || cell->text[0] == '\0');
}

gboolean
fuzz_check_row (const AtlasSheetRow  *row,
                gpointer              user_data,
                GError              **error)
{
  guint *line = user_data;

  g_assert (row->line > (line != NULL ? *line : 0));
  if (line != NULL)
    *line = row->line;
  g_assert (row->n_cells <= ATLAS_SHEET_MAX_COLUMNS);
  for (guint i = 0; i < row->n_cells; i++)
    check_cell (&row->cells[i]);
  if (row->fault == ATLAS_ROW_FAULT_NONE)
    g_assert (row->n_cells > 0 && row->cells[row->n_cells - 1].kind != ATLAS_CELL_EMPTY);
  return TRUE;
}

static void
read_sheets (AtlasWorkbook *workbook)
{
  for (guint i = 0; i < atlas_workbook_get_n_sheets (workbook); i++)
    {
      g_autoptr (GError) error = NULL;
      guint line = 0;
      gpointer order = atlas_workbook_get_encoding (workbook) != NULL ? &line : NULL;

      g_assert (g_utf8_validate (atlas_workbook_get_sheet (workbook, i)->name, -1, NULL));
      g_assert (atlas_workbook_read_sheet (workbook, i, fuzz_check_row, order, NULL, &error) == (error == NULL));
    }
}

void
fuzz_workbook (const guint8 *data,
               gsize         size,
               const char   *encoding)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasWorkbook) workbook = atlas_workbook_open_bytes (bytes, "fuzz", encoding, NULL, &error);

  g_assert ((workbook == NULL) == (error != NULL));
  if (workbook != NULL)
    read_sheets (workbook);
  else
    g_assert (error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL));
}
