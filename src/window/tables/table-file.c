/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/table-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/table-writer.h"
#include "window/tables/table-text.h"

#define MAX_COLUMNS 32

G_DEFINE_QUARK (atlas-table-file-error-quark, atlas_table_file_error)

/* The lines of TEXT, each a line of cells divided by tabs; the first is the head; (transfer full). */
static char **
list_lines (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *lines = g_strndup (text, length > 0 && text[length - 1] == '\n' ? length - 1 : length);

  return g_strsplit (lines, "\n", -1);
}

/* Whether nothing but numbers stands in COLUMN below the head. Names of regions come first, and are none. */
static gboolean
is_number_column (char  **lines,
                  guint   column)
{
  gboolean any = FALSE;

  for (guint i = 1; column > 0 && lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      const char *cell = column < g_strv_length (cells) ? cells[column] : "";
      char *end;

      if (cell[0] == '\0')
        continue;
      g_ascii_strtod (cell, &end);
      if (*end != '\0')
        return FALSE;
      any = TRUE;
    }
  return any;
}

static gboolean
begin_sheet (AtlasTableWriter  *writer,
             const char        *title,
             char             **lines,
             GError           **error)
{
  g_auto (GStrv) head = g_strsplit (lines[0], "\t", -1);
  AtlasWriterColumn columns[MAX_COLUMNS];
  guint n = MIN (g_strv_length (head), MAX_COLUMNS);

  for (guint i = 0; i < n; i++)
    columns[i] = (AtlasWriterColumn) { head[i], is_number_column (lines, i) ? ATLAS_WRITER_NUMBER : ATLAS_WRITER_TEXT };
  return atlas_table_writer_begin (writer, title, columns, n, error);
}

static gboolean
write_text (AtlasTableWriter  *writer,
            const char        *title,
            const char        *text,
            GError           **error)
{
  g_auto (GStrv) lines = list_lines (text);

  if (!begin_sheet (writer, title, lines, error))
    return FALSE;
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (!atlas_table_writer_add (writer, (const char *const *) cells, g_strv_length (cells), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_table (AtlasTableWriter  *writer,
             AtlasTable        *table,
             GError           **error)
{
  g_autofree char *text = atlas_table_dup_tsv (table);

  return write_text (writer, atlas_indicator_get_name (atlas_table_get_indicator (table)), text, error);
}

static gboolean
write_note (AtlasTableWriter  *writer,
            const char        *label,
            const char        *text,
            GError           **error)
{
  const char *cells[] = { label, text };

  return atlas_table_writer_add (writer, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
write_table_notes (AtlasTableWriter  *writer,
                   AtlasTable        *table,
                   GError           **error)
{
  const AtlasIndicator *indicator = atlas_table_get_indicator (table);
  g_autoptr (GPtrArray) sources = atlas_table_list_sources (table);
  g_autofree char *name = atlas_table_dup_name (table);

  if (!write_note (writer, _("Table"), name, error) ||
      !write_note (writer, _("Unit"), atlas_unit_get_symbol (atlas_table_get_unit (table)), error) ||
      !write_note (writer, _("Definition"), atlas_indicator_get_definition (indicator), error) ||
      (indicator->formula[0] != '\0' && !write_note (writer, _("Formula"), indicator->formula, error)))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *citation = atlas_source_dup_citation (g_ptr_array_index (sources, i));

      if (!write_note (writer, i == 0 ? _("Sources") : "", citation, error))
        return FALSE;
    }
  return write_note (writer, "", "", error);
}

/* What stands in the tables beside numbers. */
static gboolean
write_signs (AtlasTableWriter  *writer,
             GError           **error)
{
  for (AtlasQualifier qualifier = ATLAS_QUALIFIER_ABOUT; qualifier <= ATLAS_QUALIFIER_AT_MOST; qualifier++)
    if (!write_note (writer, atlas_qualifier_get_mark (qualifier), atlas_qualifier_get_name (qualifier), error))
      return FALSE;
  return write_note (writer, _("(empty)"), _("no figure; the note beside it says why"), error);
}

static gboolean
write_notes (AtlasTableWriter  *writer,
             GPtrArray         *tables,
             GError           **error)
{
  if (!atlas_table_writer_begin (writer, _("Notes"), NULL, 0, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!write_table_notes (writer, g_ptr_array_index (tables, i), error))
      return FALSE;
  return write_signs (writer, error);
}

static gboolean
write_all (AtlasTableWriter  *writer,
           GPtrArray         *tables,
           GPtrArray         *lists,
           GError           **error)
{
  for (guint i = 0; i < tables->len; i++)
    if (!write_table (writer, g_ptr_array_index (tables, i), error))
      return FALSE;
  for (guint i = 0; i < lists->len; i++)
    {
      const AtlasTextList *list = g_ptr_array_index (lists, i);

      if (!write_text (writer, list->title, list->text, error))
        return FALSE;
    }
  /* Lists have no sources of their own, and say in words what they mean. */
  return tables->len == 0 || !atlas_table_writer_has_sheets (writer) || write_notes (writer, tables, error);
}

gboolean
atlas_table_file_save (GPtrArray   *tables,
                       GPtrArray   *lists,
                       const char  *path,
                       GError     **error)
{
  g_autoptr (AtlasTableWriter) writer = NULL;

  g_return_val_if_fail (tables != NULL && lists != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (tables->len == 0 && lists->len == 0)
    {
      g_set_error_literal (error, ATLAS_TABLE_FILE_ERROR, ATLAS_TABLE_FILE_ERROR_EMPTY,
                           _("There is no table on this page."));
      return FALSE;
    }
  writer = atlas_table_writer_new (path, NULL, error);
  return writer != NULL && write_all (writer, tables, lists, error) && atlas_table_writer_finish (writer, error);
}
