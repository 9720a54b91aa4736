/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reader-dump.h"

#include <string.h>

#include "../fixture.h"

static void
dump_value (GString                  *dump,
            const AtlasColumn        *column,
            const AtlasRegisterValue *value)
{
  AtlasDecimal decimal = { value->number, value->decimals };
  g_autofree char *number = NULL;

  if (value->is_missing)
    return;
  g_string_append_printf (dump, " %s=", column->name);
  switch (column->kind)
    {
    case ATLAS_COLUMN_COUNT:
    case ATLAS_COLUMN_QUANTITY:
    case ATLAS_COLUMN_HOURS:
    case ATLAS_COLUMN_MONEY:
    case ATLAS_COLUMN_NUMBER:
      if (column->kind != ATLAS_COLUMN_NUMBER)
        decimal.decimals = atlas_column_kind_get_decimals (column->kind);
      number = atlas_decimal_to_string (decimal);
      g_string_append_printf (dump, "%s%s", atlas_qualifier_get_mark (value->qualifier), number);
      break;
    default:
      g_assert_true (g_utf8_validate (value->text, -1, NULL));
      g_string_append (dump, value->text);
    }
}

static gboolean
dump_row (const AtlasRegisterRow  *row,
          const AtlasSheetRow     *raw,
          gpointer                 user_data,
          GError                 **error)
{
  ReaderDump *self = user_data;

  g_assert_cmpuint (row->line, ==, raw->line);
  g_string_append_printf (self->rows, "%u", row->line);
  for (guint i = 0; i < row->table->n_columns; i++)
    dump_value (self->rows, &row->table->columns[i], &row->values[i]);
  if (row->region != NULL)
    g_string_append_printf (self->rows, " @%s", row->region->code);
  g_string_append_c (self->rows, '\n');
  return TRUE;
}

static void
dump_rejection (AtlasRejection *rejection,
                gpointer        user_data)
{
  ReaderDump *self = user_data;

  g_assert_cmpstr (rejection->reason, !=, "");
  g_assert_nonnull (rejection->cells);
  g_string_append_printf (self->rejects, "%u %s %s «%s»\n", rejection->line, atlas_reject_code_to_id (rejection->code),
                          rejection->column, rejection->value);
  g_string_append_printf (self->reasons, "%s\n", rejection->reason);
  atlas_rejection_free (rejection);
}

ReaderDump *
reader_dump_workbook (AtlasWorkbook  *workbook,
                      guint           sheet,
                      const char     *table,
                      const int      *columns,
                      GError        **error)
{
  const AtlasRegisterReaderFuncs funcs = { dump_row, dump_rejection };
  AtlasRegionTree *regions = atlas_dataset_get_regions (fixture_open_published ());
  const AtlasTableDefinition *definition = table != NULL ? atlas_table_definition_find (table) : NULL;
  g_autoptr (AtlasRegisterReader) reader = NULL;
  g_autoptr (ReaderDump) self = NULL;

  reader = atlas_register_reader_new (workbook, sheet, definition, columns, regions, NULL, error);
  if (reader == NULL)
    return NULL;
  self = g_new0 (ReaderDump, 1);
  self->rows = g_string_new (NULL);
  self->rejects = g_string_new (NULL);
  self->reasons = g_string_new (NULL);
  self->table = g_strdup (atlas_register_reader_get_table (reader)->name);
  self->header = g_strjoinv (",", (char **) atlas_register_reader_get_header (reader));
  if (!atlas_register_reader_run (reader, &funcs, self, NULL, error))
    return NULL;
  self->notices = g_strjoinv (" | ", (char **) atlas_register_reader_get_notices (reader));
  self->n_skipped = atlas_register_reader_get_n_skipped (reader);
  return g_steal_pointer (&self);
}

ReaderDump *
reader_dump_new (const char  *text,
                 const char  *table,
                 const int   *columns,
                 GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (AtlasWorkbook) workbook = atlas_workbook_open_bytes (bytes, "a.csv", NULL, NULL, error);

  return workbook != NULL ? reader_dump_workbook (workbook, 0, table, columns, error) : NULL;
}

void
reader_dump_free (ReaderDump *self)
{
  g_string_free (self->rows, TRUE);
  g_string_free (self->rejects, TRUE);
  g_string_free (self->reasons, TRUE);
  g_free (self->table);
  g_free (self->header);
  g_free (self->notices);
  g_free (self);
}

void
reader_dump_check (const char *text,
                   const char *table,
                   const char *rows,
                   const char *rejects)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaderDump) dump = reader_dump_new (text, table, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump->rejects->str, ==, rejects);
  g_assert_cmpstr (dump->rows->str, ==, rows);
}

void
reader_dump_check_refused (const char         *text,
                           const char         *table,
                           AtlasRegisterError  code,
                           const char         *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaderDump) dump = reader_dump_new (text, table, NULL, &error);

  g_assert_error (error, ATLAS_REGISTER_ERROR, (int) code);
  g_assert_null (dump);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}
