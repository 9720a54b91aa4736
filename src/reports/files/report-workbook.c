/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/files/report-workbook.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/table-writer.h"

/* "4,072" → "4072" and "−3.5" → "-3.5" where TEXT is a number and nothing else; else NULL. */
static char *
dup_plain_number (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean has_digit = FALSE, has_point = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_ascii_isdigit (*c))
        has_digit = TRUE;
      else if (c == text && (character == '-' || character == 0x2212))
        {
          g_string_append_c (plain, '-');
          continue;
        }
      else if (*c == ',' && has_digit && !has_point && g_ascii_isdigit (c[1]))
        continue;
      else if (*c == '.' && has_digit && !has_point && g_ascii_isdigit (c[1]))
        has_point = TRUE;
      else
        return NULL;
      g_string_append_c (plain, *c);
    }
  return has_digit ? g_string_free (g_steal_pointer (&plain), FALSE) : NULL;
}

static gboolean
has_details (const AtlasReportTable *table,
             guint                   column)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (strchr (atlas_report_table_get_cell (table, i, column), '\n') != NULL)
      return TRUE;
  return FALSE;
}

/* The cells of a head on one line, and the columns of details behind theirs. */
static GArray *
list_columns (const AtlasReportTable *table,
              GPtrArray              *names)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (AtlasWriterColumn));

  for (guint i = 0; i < table->columns->len; i++)
    {
      char *name = g_strdelimit (g_strdup (g_ptr_array_index (table->columns, i)), "\n", ' ');
      AtlasWriterColumn column = {
        name, atlas_report_table_is_numeric (table, i) ? ATLAS_WRITER_NUMBER : ATLAS_WRITER_TEXT,
      };
      AtlasWriterColumn details = { NULL, ATLAS_WRITER_TEXT };

      g_ptr_array_add (names, name);
      g_array_append_val (columns, column);
      if (!has_details (table, i))
        continue;
      /* Translators: head of a column that explains the one before it: "Wuzhong City: remark" */
      details.name = g_strdup_printf (_("%s: remark"), name);
      g_ptr_array_add (names, (gpointer) details.name);
      g_array_append_val (columns, details);
    }
  return columns;
}

static gboolean
add_row (const AtlasReportTable  *table,
         guint                    row,
         AtlasTableWriter        *writer,
         GError                 **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (atlas_report_table_get_cell (table, row, i), "\n", 2);
      const char *text = parts[0] != NULL ? parts[0] : "";
      char *plain = atlas_report_table_is_numeric (table, i) ? dup_plain_number (text) : NULL;

      g_ptr_array_add (cells, plain != NULL ? plain : g_strdup (text));
      if (has_details (table, i))
        g_ptr_array_add (cells, g_strdup (parts[0] != NULL && parts[1] != NULL ? parts[1] : ""));
    }
  return atlas_table_writer_add (writer, (const char *const *) cells->pdata, cells->len, error);
}

static char *
dup_caption (const AtlasBlock *block)
{
  g_autofree char *label = block->kind == ATLAS_BLOCK_TABLE ? atlas_report_format_table_number (block->number)
                                                            : atlas_report_format_chart_number (block->number);

  return g_strdup_printf (C_("caption", "%s  %s"), label, block->text);
}

/* Over the head of a sheet, which is read without the others: with the unit. */
static char *
dup_title (const AtlasBlock *block)
{
  g_autofree char *caption = dup_caption (block);
  const char *unit = block->table->unit;

  return unit != NULL && unit[0] != '\0' ? g_strdup_printf (C_("row", "%1$s (%2$s)"), caption, unit)
                                         : g_steal_pointer (&caption);
}

static gboolean
add_table (const AtlasBlock  *block,
           AtlasTableWriter  *writer,
           GError           **error)
{
  g_autofree char *caption = dup_caption (block);
  g_autofree char *title = dup_title (block);
  g_autoptr (GString) sheet = g_string_new (caption);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = list_columns (block->table, names);

  /* Names of sheets are typed in formulas. */
  g_string_replace (sheet, "\302\240", " ", 0);
  atlas_table_writer_set_title (writer, title);
  if (!atlas_table_writer_begin (writer, sheet->str, (const AtlasWriterColumn *) columns->data, columns->len, error))
    return FALSE;
  for (guint i = 0; i < block->table->rows->len; i++)
    if (!add_row (block->table, i, writer, error))
      return FALSE;
  return TRUE;
}

/* Chinese has no blank between lines. */
static char *
join_lines (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != '\n')
      g_string_append_unichar (line, g_utf8_get_char (p));
    else if (p == text || !g_unichar_iswide (g_utf8_get_char (g_utf8_prev_char (p))) || !g_unichar_iswide (g_utf8_get_char (p + 1)))
      g_string_append_c (line, ' ');
  return g_string_free (line, FALSE);
}

static gboolean
add_text (AtlasTableWriter  *writer,
          const char        *text,
          GError           **error)
{
  g_autofree char *line = NULL;

  if (text == NULL || text[0] == '\0')
    return TRUE;
  line = join_lines (text);
  return atlas_table_writer_add (writer, (const char *const[]) { line }, 1, error);
}

static gboolean
add_key_figures (const AtlasBlock  *block,
                 AtlasTableWriter  *writer,
                 GError           **error)
{
  for (guint i = 0; i < block->key_figures->len; i++)
    {
      const AtlasKeyFigure *figure = g_ptr_array_index (block->key_figures, i);
      const char *cells[] = {
        figure->label, figure->value, figure->unit != NULL ? figure->unit : "",
        figure->detail != NULL ? figure->detail : "",
      };

      if (!atlas_table_writer_add (writer, cells, G_N_ELEMENTS (cells), error))
        return FALSE;
    }
  return TRUE;
}

/* Of a chart or table its number and title, of a table also its unit and note. */
static gboolean
add_words (const AtlasBlock  *block,
           AtlasTableWriter  *writer,
           GError           **error)
{
  g_autofree char *caption = NULL;

  switch (block->kind)
    {
    case ATLAS_BLOCK_KEY_FIGURES:
      return add_key_figures (block, writer, error);
    case ATLAS_BLOCK_CHART:
    case ATLAS_BLOCK_TABLE:
      caption = dup_caption (block);
      return add_text (writer, caption, error) &&
             (block->table == NULL ||
              (add_text (writer, block->table->unit, error) && add_text (writer, block->table->note, error)));
    case ATLAS_BLOCK_PAGE_BREAK:
    case ATLAS_BLOCK_COVER:
    case ATLAS_BLOCK_CONTENTS:
      return TRUE;
    case ATLAS_BLOCK_TITLE:
    case ATLAS_BLOCK_HEADING:
    case ATLAS_BLOCK_PARAGRAPH:
    case ATLAS_BLOCK_NOTE:
    default:
      return add_text (writer, block->text, error) && add_text (writer, block->detail, error);
    }
}

gboolean
atlas_report_save_workbook (AtlasReport  *report,
                            const char   *path,
                            GError      **error)
{
  g_autoptr (AtlasTableWriter) writer = atlas_table_writer_new (path, NULL, error);
  GPtrArray *blocks = atlas_report_get_blocks (report);

  /* Translators: the sheet of a workbook that has the text of a report */
  if (writer == NULL || !atlas_table_writer_begin (writer, _("Text and notes"), NULL, 0, error))
    return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    if (!add_words (g_ptr_array_index (blocks, i), writer, error))
      return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_TABLE && !add_table (block, writer, error))
        return FALSE;
    }
  return atlas_table_writer_finish (writer, error);
}
