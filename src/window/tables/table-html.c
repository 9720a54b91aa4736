/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/table-html.h"

#include "window/tables/table-text.h"

/* Word processors take alignment from the cells themselves: there is no style sheet where it is pasted. */
static void
append_cell (GString    *html,
             const char *tag,
             gboolean    is_number,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s%s>%s</%.2s>", tag, is_number ? " align=\"right\"" : "", escaped, tag);
}

static void
append_head (GString    *html,
             AtlasTable *table,
             GArray     *columns)
{
  g_string_append (html, "<thead><tr>");
  for (guint i = 0; i < columns->len; i++)
    {
      const AtlasTextColumn *column = &g_array_index (columns, AtlasTextColumn, i);
      g_autofree char *title = atlas_text_column_dup_title (column, table);

      append_cell (html, "th scope=\"col\"", atlas_text_column_is_number (column), title);
    }
  g_string_append (html, "</tr></thead>\n");
}

/* The first cell of a row is its name. */
static void
append_row (GString    *html,
            AtlasTable *table,
            GArray     *columns,
            guint       row)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < columns->len; i++)
    {
      const AtlasTextColumn *column = &g_array_index (columns, AtlasTextColumn, i);
      g_autofree char *text = atlas_text_column_dup_text (column, table, row);

      append_cell (html, i == 0 ? "th scope=\"row\" align=\"left\"" : "td", atlas_text_column_is_number (column), text);
    }
  g_string_append (html, "</tr>\n");
}

static void
append_note (GString    *html,
             AtlasTable *table,
             GArray     *columns)
{
  g_autofree char *note = atlas_table_dup_signs_note (table, columns);
  g_autofree char *escaped = g_markup_escape_text (note, -1);

  if (note[0] != '\0')
    g_string_append_printf (html, "<tfoot><tr><td colspan=\"%u\">%s</td></tr></tfoot>", columns->len, escaped);
}

char *
atlas_table_dup_html (AtlasTable     *table,
                      AtlasChartKind  chart)
{
  g_autoptr (GArray) columns = atlas_table_list_text_columns (table, chart);
  g_autofree char *name = atlas_table_dup_name (table);
  g_autofree char *caption = g_markup_escape_text (name, -1);
  GString *html = g_string_new ("<meta charset=\"utf-8\">\n<table>");

  g_string_append_printf (html, "<caption>%s</caption>\n", caption);
  append_head (html, table, columns);
  g_string_append (html, "<tbody>\n");
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    append_row (html, table, columns, i);
  g_string_append (html, "</tbody>");
  append_note (html, table, columns);
  g_string_append (html, "</table>\n");
  return g_string_free (html, FALSE);
}
