/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/record-text.h"

#include <string.h>

gboolean
atlas_record_column_is_number (const char *column)
{
  static const char *const numbers[] = { "value", "numerator", "denominator", NULL };

  return g_strv_contains (numbers, column);
}

static void
append_csv_cell (GString    *text,
                 const char *cell)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_csv_line (GString           *text,
                 const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_csv_cell (text, cells[i]);
    }
  g_string_append_c (text, '\n');
}

char *
atlas_records_to_csv (const char *const *columns,
                      GPtrArray         *rows)
{
  GString *text = g_string_new (NULL);

  append_csv_line (text, columns);
  for (guint i = 0; i < rows->len; i++)
    append_csv_line (text, g_ptr_array_index (rows, i));
  return g_string_free (text, FALSE);
}

static void
append_json_string (GString    *text,
                    const char *string)
{
  g_string_append_c (text, '"');
  for (const char *p = string; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (text, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (text, "\\u%04x", *p);
    else
      g_string_append_c (text, *p);
  g_string_append_c (text, '"');
}

/* A number keeps its digits, so that money has its two decimals: json-glib would write 81753000.00 as
 * 81753000.0. */
static void
append_json_member (GString    *text,
                    const char *column,
                    const char *cell)
{
  append_json_string (text, column);
  g_string_append (text, ": ");
  if (!atlas_record_column_is_number (column))
    append_json_string (text, cell);
  else
    g_string_append (text, cell[0] != '\0' ? cell : "null");
}

static void
append_json_object (GString           *text,
                    const char *const *columns,
                    const char *const *cells)
{
  g_string_append (text, "  {");
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      append_json_member (text, columns[i], cells[i]);
    }
  g_string_append_c (text, '}');
}

char *
atlas_records_to_json (const char *const *columns,
                       GPtrArray         *rows)
{
  GString *text = g_string_new ("[\n");

  for (guint i = 0; i < rows->len; i++)
    {
      append_json_object (text, columns, g_ptr_array_index (rows, i));
      g_string_append (text, i + 1 < rows->len ? ",\n" : "\n");
    }
  g_string_append (text, "]\n");
  return g_string_free (text, FALSE);
}
