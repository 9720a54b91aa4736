/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "commands/command-line.h"
#include "commands/command.h"
#include "commands/text-table.h"
#include "dataset/registers/import-history.h"
#include "dataset/registers/register-names.h"

static void
add_input (AtlasTextTable               *table,
           const AtlasImportRecord      *record,
           const AtlasImportRecordInput *input,
           gboolean                      is_first)
{
  g_autofree char *number = is_first ? g_strdup_printf ("%lld", (long long) record->import_id) : g_strdup ("");
  g_autofree char *when = is_first ? g_strdup (record->imported_at) : g_strdup ("");
  g_autofree char *inserted = g_strdup_printf ("%lld", (long long) input->inserted);
  g_autofree char *updated = g_strdup_printf ("%lld", (long long) input->updated);
  g_autofree char *rejected = g_strdup_printf ("%lld", (long long) input->rejected);
  const char *cells[] = { number, when, input->as_of, input->file, input->sheet,
                          input->table != NULL ? atlas_table_get_title (input->table) : "", inserted, updated, rejected, NULL };

  atlas_text_table_add (table, cells);
}

static char *
write_text (GPtrArray *records)
{
  const char *const headings[] = { _("Import"), _("When"), _("As of"), _("File"), _("Sheet"), _("Table"), _("New"),
                                   _("Changed"), _("Rejected"), NULL };
  const gboolean right[] = { TRUE, FALSE, FALSE, FALSE, FALSE, FALSE, TRUE, TRUE, TRUE };
  g_autoptr (AtlasTextTable) table = atlas_text_table_new (headings, right);

  if (records->len == 0)
    return g_strconcat (_("Nothing has been imported."), "\n", NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const AtlasImportRecord *record = g_ptr_array_index (records, i);

      for (guint k = 0; k < record->inputs->len; k++)
        add_input (table, record, g_ptr_array_index (record->inputs, k), k == 0);
    }
  return atlas_text_table_to_string (table);
}

static gboolean
run (AtlasDataset  *dataset,
     GError       **error)
{
  g_autoptr (GPtrArray) records = atlas_import_history_load (dataset, error);
  g_autofree char *text = NULL;

  if (records == NULL)
    return FALSE;
  text = write_text (records);
  return atlas_command_line_write (text, error);
}

int
atlas_command_history (int    argc,
                       char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.atlas");
  g_autoptr (AtlasDataset) dataset = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context, _("Lists the imports, the newest first."));
  if (atlas_command_line_parse (context, &argc, &argv, &error) &&
      (dataset = atlas_command_line_open (argc, argv, &error)) != NULL && run (dataset, &error))
    return ATLAS_EXIT_DONE;
  return atlas_command_refuse (error);
}
