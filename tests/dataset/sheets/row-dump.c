/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "row-dump.h"

#include <string.h>

static void
dump_head (const AtlasSheetRow *row,
           GString             *dump)
{
  g_string_append_printf (dump, "%u%s", row->line, row->hidden ? " hidden" : "");
  if (row->fault != ATLAS_ROW_FAULT_NONE)
    g_string_append_printf (dump, " %s %u", row->fault == ATLAS_ROW_FAULT_NUL_BYTE ? "nul" : "encoding",
                            row->fault_column);
  g_string_append_c (dump, ':');
}

static void
dump_cell (const AtlasSheetCell *cell,
           GString              *dump)
{
  static const char *const marks[] = {
    [ATLAS_CELL_EMPTY] = "", [ATLAS_CELL_TEXT] = "", [ATLAS_CELL_NUMBER] = "=",
    [ATLAS_CELL_DATE] = "@", [ATLAS_CELL_BOOLEAN] = "?", [ATLAS_CELL_ERROR] = "!",
  };

  g_assert_true ((cell->kind == ATLAS_CELL_EMPTY) == (cell->text[0] == '\0'));
  g_assert_true (g_utf8_validate (cell->text, -1, NULL));
  g_string_append_printf (dump, "%s%s%s", cell->spread ? "^" : "", marks[cell->kind], cell->text);
}

gboolean
row_dump (const AtlasSheetRow  *row,
          gpointer              user_data,
          GError              **error)
{
  GString *dump = user_data;

  dump_head (row, dump);
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (dump, '|');
      dump_cell (&row->cells[i], dump);
    }
  g_string_append_c (dump, '\n');
  return TRUE;
}

char *
row_dump_text (const char  *text,
               gssize       length,
               const char  *encoding,
               GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (AtlasWorkbook) workbook = atlas_workbook_open_bytes (bytes, "a.csv", encoding, NULL, error);
  GString *dump = g_string_new (NULL);

  if (workbook != NULL)
    {
      g_autoptr (GError) read_error = NULL;
      gboolean done = atlas_workbook_read_sheet (workbook, 0, row_dump, dump, NULL, &read_error);

      g_assert_true (done == (read_error == NULL));
      if (!done)
        g_propagate_error (error, g_steal_pointer (&read_error));
    }
  return g_string_free (dump, FALSE);
}
