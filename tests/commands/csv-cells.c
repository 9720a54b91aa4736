/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "csv-cells.h"

#include <string.h>

GPtrArray *
csv_read (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' && quoted && p[1] == '"')
      g_string_append_c (cell, *p++);
    else if (*p == '"')
      quoted = !quoted;
    else if (quoted || (*p != ',' && *p != '\n'))
      g_string_append_c (cell, *p);
    else
      {
        g_strv_builder_add (cells, cell->str);
        g_string_truncate (cell, 0);
        if (*p == '\n')
          g_ptr_array_add (rows, g_strv_builder_end (cells));
      }
  g_assert_false (quoted);
  return rows;
}

const char *
csv_cell (GPtrArray  *rows,
          guint       row,
          const char *column)
{
  char **header = g_ptr_array_index (rows, 0);

  g_assert_cmpuint (row, <, csv_n_rows (rows));
  for (guint i = 0; header[i] != NULL; i++)
    if (strcmp (header[i], column) == 0)
      return ((char **) g_ptr_array_index (rows, row + 1))[i];
  g_error ("there is no column %s", column);
}

guint
csv_n_rows (GPtrArray *rows)
{
  return rows->len - 1;
}
