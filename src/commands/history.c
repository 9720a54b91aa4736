/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "commands/command-line.h"
#include "commands/command.h"
#include "commands/json-members.h"
#include "commands/text-table.h"
#include "dataset/registers/import-history.h"
#include "dataset/registers/register-names.h"

static char *
dup_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* In the time of the place, to the minute. */
static char *
dup_time (const AtlasImportRecord *record)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (record->imported_at, NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (record->imported_at);
}

static void
add_line (AtlasTextTable               *table,
          const AtlasImportRecord      *record,
          const AtlasImportRecordInput *input,
          gboolean                      is_first)
{
  g_autofree char *number = is_first ? dup_number (record->import_id) : g_strdup ("");
  g_autofree char *when = is_first ? dup_time (record) : g_strdup ("");
  g_autofree char *inserted = dup_number (input->inserted), *updated = dup_number (input->updated);
  g_autofree char *unchanged = dup_number (input->unchanged), *rejected = dup_number (input->rejected);
  const char *cells[] = { number, when, input->as_of, input->file, input->sheet, atlas_table_get_title (input->table),
                          inserted, updated, unchanged, rejected, NULL };

  atlas_text_table_add (table, cells);
}

static char *
write_text (GPtrArray *records)
{
  const char *const headings[] = { _("Import"), _("When"), _("As of"), _("File"), _("Sheet"), _("Table"), _("New"),
                                   _("Changed"), C_("rows of an import", "As before"), _("Rejected"), NULL };
  const gboolean right[] = { TRUE, FALSE, FALSE, FALSE, FALSE, FALSE, TRUE, TRUE, TRUE, TRUE };
  g_autoptr (AtlasTextTable) table = atlas_text_table_new (headings, right);

  if (records->len == 0)
    return g_strconcat (_("Nothing has been imported."), "\n", NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const AtlasImportRecord *record = g_ptr_array_index (records, i);

      for (guint k = 0; k < record->inputs->len; k++)
        add_line (table, record, g_ptr_array_index (record->inputs, k), k == 0);
    }
  return atlas_text_table_to_string (table);
}

static void
add_input (JsonBuilder   *builder,
           gconstpointer  item)
{
  const AtlasImportRecordInput *input = item;

  json_builder_begin_object (builder);
  atlas_json_add_text (builder, "file", input->file);
  atlas_json_add_text (builder, "sheet", input->sheet);
  atlas_json_add_text (builder, "table", input->table->name);
  atlas_json_add_text (builder, "as_of", input->as_of);
  atlas_json_add_number (builder, "inserted", input->inserted);
  atlas_json_add_number (builder, "updated", input->updated);
  atlas_json_add_number (builder, "unchanged", input->unchanged);
  atlas_json_add_number (builder, "skipped", input->skipped);
  atlas_json_add_number (builder, "rejected", input->rejected);
  json_builder_end_object (builder);
}

static void
add_record (JsonBuilder   *builder,
            gconstpointer  item)
{
  const AtlasImportRecord *record = item;

  json_builder_begin_object (builder);
  atlas_json_add_number (builder, "import", record->import_id);
  atlas_json_add_text (builder, "imported_at", record->imported_at);
  atlas_json_add_text (builder, "as_of", record->as_of);
  atlas_json_add_array (builder, "inputs", record->inputs, add_input);
  json_builder_end_object (builder);
}

static gboolean
run (AtlasDataset  *dataset,
     gboolean       as_json,
     GError       **error)
{
  g_autoptr (GPtrArray) records = atlas_import_history_load (dataset, error);
  g_autofree char *text = NULL;

  if (records == NULL)
    return FALSE;
  text = as_json ? atlas_json_array_to_text (records, add_record) : write_text (records);
  return atlas_command_line_write (text, error);
}

int
atlas_command_history (int    argc,
                       char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("writes the history as JSON"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.atlas");
  g_autoptr (AtlasDataset) dataset = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context, _("Lists the imports, the newest first."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (atlas_command_line_parse (context, &argc, &argv, &error) &&
      (dataset = atlas_command_line_open (argc, argv, &error)) != NULL && run (dataset, as_json, &error))
    return ATLAS_EXIT_DONE;
  return atlas_command_refuse (error);
}
