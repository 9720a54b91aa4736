/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "commands/command-line.h"
#include "commands/command.h"
#include "commands/progress.h"
#include "dataset/registers/undo.h"

static char *
write_text (const AtlasImportRecord *record)
{
  guint n_rows = (guint) atlas_import_record_count (record);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);

  /* Translators: the number of an import, when it was, and how many rows it had brought */
  return g_strdup_printf (_("Import %1$lld of %2$s has been taken back: %3$s.\n"), (long long) record->import_id,
                          record->imported_at, rows);
}

static gboolean
run (const char  *path,
     gint64       import_id,
     GError     **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, error);
  g_autoptr (AtlasImportRecord) record = NULL;
  g_autofree char *text = NULL;
  AtlasCommandProgress progress = ATLAS_COMMAND_PROGRESS_INIT;

  if (dataset == NULL)
    return FALSE;
  record = atlas_import_undo (dataset, import_id, atlas_command_progress_tell, &progress, NULL, error);
  atlas_command_progress_clear (&progress);
  if (record == NULL)
    return FALSE;
  text = write_text (record);
  return atlas_command_line_write (text, error);
}

int
atlas_command_undo (int    argc,
                    char **argv)
{
  gint64 import_id = 0;
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_INT64, &import_id, N_("an older import, if nothing of it was changed since"), "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.atlas");
  GError *error = NULL;

  g_option_context_set_summary (context, _("Takes the newest import back, whole: “history” lists them."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (atlas_command_line_parse (context, &argc, &argv, &error) &&
      atlas_command_line_check_count (argc, argv, 1, _("Name a dataset, such as “my.atlas”"), &error) &&
      run (argv[1], import_id, &error))
    return ATLAS_EXIT_DONE;
  return atlas_command_refuse (error);
}
