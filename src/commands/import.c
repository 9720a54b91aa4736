/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "commands/command-line.h"
#include "commands/command.h"
#include "commands/import-report.h"
#include "commands/progress.h"
#include "dataset/registers/import.h"
#include "dataset/registers/rejects-file.h"
#include "dataset/table-writer.h"

/* Finds the table of each sheet by its headers. */
#define ANY_TABLE "auto"

typedef struct {
  AtlasImportOptions options;
  char **covers;
  char *rejects;
  gboolean as_json;
} Call;

static void
call_clear (Call *self)
{
  g_free (self->options.encoding);
  g_free (self->options.sheet);
  g_free (self->options.as_of);
  g_strfreev (self->options.covers);
  g_strfreev (self->covers);
  g_free (self->rejects);
}

static char *
dup_tables (void)
{
  GString *names = g_string_new (ANY_TABLE);

  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    g_string_append_printf (names, ", %s", atlas_table_definition_get_imported (i)->name);
  return g_string_free (names, FALSE);
}

static GOptionContext *
make_context (Call *self)
{
  AtlasImportOptions *options = &self->options;
  const GOptionEntry entries[] = {
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options->encoding, N_("of text files, where it is not found right"), "E" },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options->sheet, N_("the only sheet to take of a workbook"), "NAME" },
    { "covers", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->covers,
      N_("divisions that have handed in all they have, with or without rows"), "CODE,…" },
    { "partial", 0, 0, G_OPTION_ARG_NONE, &options->partial,
      N_("the files are not all there is: marks no division as returned"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options->as_of, N_("the date the files speak of; else when they were changed last"),
      "DATE" },
    { "allow-moves", 0, 0, G_OPTION_ARG_NONE, &options->allow_moves,
      N_("lets an id of another county move, instead of rejecting its row"), NULL },
    { "keep-going", 0, 0, G_OPTION_ARG_NONE, &options->keep_going,
      N_("leaves out what is refused, instead of refusing all"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run, N_("tells everything and writes nothing"), NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &self->rejects,
      N_("writes the rejected rows, to be corrected and imported again"), "OUT.csv" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->as_json, N_("tells as JSON, an object for each input and sheet"), NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new ("FILE.atlas TABLE INPUT…");
  g_autofree char *names = dup_tables ();
  g_autofree char *summary = g_strdup_printf (
      _("Reads registers, figures and sources from spreadsheets and text files, as the offices send them. TABLE is one of: %s. "
        "Exit status 1 says that rows were rejected."), names);

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
choose_table (Call        *self,
              const char  *name,
              GError     **error)
{
  g_autofree char *known = NULL;

  self->options.table = atlas_table_definition_find (name);
  if (strcmp (name, ANY_TABLE) == 0 ||
      (self->options.table != NULL && atlas_table_definition_is_imported (self->options.table)))
    return TRUE;
  known = dup_tables ();
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is no table to import; there are: %s"), name, known);
  return FALSE;
}

/* Where the rejected rows cannot be written is better known before the others have come in. */
static gboolean
check_rejects (const char  *path,
               GError     **error)
{
  g_autoptr (AtlasTableWriter) writer = path != NULL ? atlas_table_writer_new (path, NULL, error) : NULL;

  return path == NULL || writer != NULL;
}

static gboolean
parse (Call     *self,
       int      *argc,
       char   ***argv,
       GError  **error)
{
  g_autoptr (GOptionContext) context = make_context (self);

  if (!atlas_command_line_parse (context, argc, argv, error))
    return FALSE;
  if (*argc < 4)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("Name a dataset, a table and files, such as “my.atlas stations stations.xlsx”"));
      return FALSE;
    }
  if (!choose_table (self, (*argv)[2], error) || !check_rejects (self->rejects, error))
    return FALSE;
  if (self->covers == NULL)
    return TRUE;
  self->options.covers = atlas_command_line_split ("covers", (const char *const *) self->covers, error);
  return self->options.covers != NULL;
}

static gboolean
needs_look (const AtlasImportResult *result)
{
  for (guint i = 0; i < result->inputs->len; i++)
    {
      const AtlasImportInput *input = g_ptr_array_index (result->inputs, i);

      if (input->n_rejected > 0 || input->refused != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Why the call was refused, on stderr. */
static void
tell_refusals (const AtlasImportResult *result)
{
  for (guint i = 0; i < result->inputs->len; i++)
    {
      const AtlasImportInput *input = g_ptr_array_index (result->inputs, i);

      if (input->refused != NULL)
        g_printerr ("shegong-atlas: %s\n", input->refused->message);
    }
}

/* The import has been made: what fails here does not undo it. */
static gboolean
save_rejects (const Call               *self,
              const AtlasImportResult  *result,
              GError                  **error)
{
  g_auto (GStrv) paths = NULL;

  if (self->rejects == NULL)
    return TRUE;
  paths = atlas_rejects_file_save_split (result, self->rejects, error);
  for (guint i = 0; paths != NULL && paths[i] != NULL && !self->as_json; i++)
    g_printerr (_("The rejected rows are in %s\n"), paths[i]);
  return paths != NULL;
}

static gboolean
tell (const Call               *self,
      const AtlasImportResult  *result,
      GError                  **error)
{
  g_autofree char *text = self->as_json ? atlas_import_report_to_json (result)
                                        : atlas_import_report_to_text (result, self->options.dry_run);

  if (result->is_refused)
    tell_refusals (result);
  return ((result->is_refused && !self->as_json) || atlas_command_line_write (text, error)) &&
         save_rejects (self, result, error);
}

static AtlasImportResult *
run (const Call         *self,
     const char         *path,
     const char *const  *inputs,
     GError            **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, error);
  AtlasCommandProgress progress = ATLAS_COMMAND_PROGRESS_INIT;
  AtlasImportResult *result;

  if (dataset == NULL)
    return NULL;
  result = atlas_import_run (dataset, inputs, &self->options, atlas_command_progress_tell, &progress, NULL, error);
  atlas_command_progress_clear (&progress);
  return result;
}

int
atlas_command_import (int    argc,
                      char **argv)
{
  Call call = { { NULL } };
  g_autoptr (AtlasImportResult) result = NULL;
  GError *error = NULL;
  gboolean told;

  if (parse (&call, &argc, &argv, &error))
    result = run (&call, argv[1], (const char *const *) argv + 3, &error);
  told = result != NULL && tell (&call, result, &error);
  call_clear (&call);
  if (!told)
    {
      int status = atlas_command_refuse (error);

      return result != NULL && result->import_id != 0 ? ATLAS_EXIT_LOOK : status;
    }
  if (result->is_refused)
    return ATLAS_EXIT_REFUSED;
  return needs_look (result) ? ATLAS_EXIT_LOOK : ATLAS_EXIT_DONE;
}
