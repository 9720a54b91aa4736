/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "csv-rows.h"

#include "dataset/dataset.h"

/* Splits one line of CSV; the bundled files have no line breaks in cells. */
static char **
split_line (const char *line)
{
  GPtrArray *cells = g_ptr_array_new ();
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *c = line;; c++)
    if (*c == '"' && quoted && c[1] == '"')
      g_string_append_c (cell, *++c);
    else if (*c == '"')
      quoted = !quoted;
    else if (*c == '\0' || (*c == ',' && !quoted))
      {
        g_ptr_array_add (cells, g_string_free (cell, FALSE));
        cell = g_string_new (NULL);
        if (*c == '\0')
          break;
      }
    else
      g_string_append_c (cell, *c);
  g_string_free (cell, TRUE);
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_free (cells, FALSE);
}

GPtrArray *
csv_rows_read (const char *name)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *path = g_build_filename (csv_dir, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) header = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  header = split_line (g_strchomp (lines[0]));
  for (char **line = lines + 1; *line != NULL && **line != '\0'; line++)
    {
      GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_auto (GStrv) cells = split_line (g_strchomp (*line));

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (header));
      for (guint i = 0; header[i] != NULL; i++)
        g_hash_table_insert (row, g_strdup (header[i]), g_strdup (cells[i]));
      g_ptr_array_add (rows, row);
    }
  return rows;
}

const char *
csv_rows_get (GHashTable *row,
              const char *column)
{
  return g_hash_table_lookup (row, column);
}
