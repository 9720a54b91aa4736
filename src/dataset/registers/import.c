/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "dataset/dataset-private.h"
#include "dataset/registers/date-parse.h"
#include "dataset/registers/import-inputs.h"

/* Beyond so many bytes of text what is written does not fit into the cache. A workbook holds several times its size. */
#define MUCH_TEXT (8 * 1024 * 1024)
#define WORKBOOK_EXPANSION 8
/* What a date may speak of. */
#define FIRST_YEAR 1900

/* TEXT as a date in a cell may be written; "2023" is its last day, and so is "2023-06". */
static char *
dup_last_day (const char  *text,
              GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  char date[ATLAS_DATE_SIZE];
  guint year = 0, month = 12, day = 0;

  if (atlas_date_parse (trimmed, date) != ATLAS_DATE_READ || sscanf (date, "%4u-%2u-%2u", &year, &month, &day) < 1 ||
      year < FIRST_YEAR)
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                   _("“%s” is not a date: write it as 2023-12-31, 2023-12 or 2023"), text);
      return NULL;
    }
  if (day == 0)
    day = g_date_get_days_in_month (month, (GDateYear) year);
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

static gboolean
add_covered (GPtrArray        *covers,
             AtlasRegionTree  *regions,
             const char       *code,
             GError          **error)
{
  const AtlasRegion *region = atlas_region_tree_lookup (regions, code);

  if (region == NULL)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT, _("There is no division with the code “%s”"),
                 code);
  else if (region->level > ATLAS_REGION_LEVEL_COUNTY)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                 _("%s (%s) hands in no registers of its own: name the county-level division it lies in"),
                 atlas_region_get_display_name (region), code);
  else
    {
      g_ptr_array_add (covers, (gpointer) region);
      return TRUE;
    }
  return FALSE;
}

static gboolean
check_options (AtlasImportRun            *run,
               const AtlasImportOptions  *options,
               GError                   **error)
{
  if (options->partial && options->covers != NULL && options->covers[0] != NULL)
    {
      g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                           _("Inputs that are only a part cover no division: leave out --partial or --covers"));
      return FALSE;
    }
  for (char **code = options->covers; code != NULL && *code != NULL; code++)
    if (!add_covered (run->covers, run->regions, *code, error))
      return FALSE;
  return options->as_of == NULL || (run->as_of = dup_last_day (options->as_of, error)) != NULL;
}

static gboolean
is_much (GPtrArray *planned)
{
  goffset size = 0;

  for (guint i = 0; i < planned->len; i++)
    {
      const AtlasPlannedInput *input = g_ptr_array_index (planned, i);

      size += input->file->size * (input->input->encoding != NULL ? 1 : WORKBOOK_EXPANSION);
    }
  return size > MUCH_TEXT;
}

static gboolean
has_refused (AtlasImportResult *result)
{
  for (guint i = 0; i < result->inputs->len; i++)
    if (((AtlasImportInput *) g_ptr_array_index (result->inputs, i))->refused != NULL)
      return TRUE;
  return FALSE;
}

static void
reset_inputs (AtlasImportRun *run,
              GPtrArray      *planned)
{
  for (guint i = 0; i < planned->len; i++)
    {
      AtlasImportInput *input = ((AtlasPlannedInput *) g_ptr_array_index (planned, i))->input;

      atlas_import_input_reset (input);
      g_clear_error (&input->refused);
    }
  run->import_id = 0;
  run->n_recorded = 0;
}

/* Reads all, once more where somebody else has changed the dataset before the first write. */
static gboolean
take_all (AtlasImportRun  *run,
          GPtrArray       *planned,
          GError         **error)
{
  g_autoptr (GError) first_error = NULL;

  if (atlas_import_inputs_take (run, planned, &first_error))
    return TRUE;
  if (!run->is_overtaken)
    {
      g_propagate_error (error, g_steal_pointer (&first_error));
      return FALSE;
    }
  run->is_overtaken = FALSE;
  reset_inputs (run, planned);
  return atlas_import_inputs_take (run, planned, error);
}

/* A dry run does all that a real one does, on a copy that nobody sees. */
static gboolean
try_out (AtlasImportRun  *run,
         AtlasDataset    *dataset,
         GPtrArray       *planned,
         GError         **error)
{
  g_autoptr (sqlite3) copy = atlas_dataset_copy_for_trial (dataset, error);
  gboolean success;

  if (copy == NULL)
    return FALSE;
  run->db = copy;
  atlas_sqlite_heed (copy, run->cancellable);
  success = atlas_sqlite_run (copy, "BEGIN", error) && take_all (run, planned, error);
  run->import_id = 0;
  return success;
}

static gboolean
carry_out (AtlasImportRun  *run,
           AtlasDataset    *dataset,
           GPtrArray       *planned,
           GError         **error)
{
  g_autoptr (AtlasWriteSession) session = NULL;

  if (!atlas_dataset_check_writable (dataset, error))
    return FALSE;
  run->db = atlas_dataset_get_db (dataset);
  session = atlas_write_session_begin (run->db, is_much (planned), run->cancellable, error);
  run->session = session;
  return session != NULL && take_all (run, planned, error) &&
         (run->import_id == 0 || atlas_write_session_commit (session, error));
}

/* Nothing of a refused call stays, and none of its numbers. */
static void
refuse_all (AtlasImportRun    *run,
            AtlasImportResult *result)
{
  for (guint i = 0; i < result->inputs->len; i++)
    atlas_import_input_reset (g_ptr_array_index (result->inputs, i));
  run->import_id = 0;
  result->is_refused = TRUE;
}

/* FALSE with ERROR set where the call failed for another reason than what is in the files. */
static gboolean
run_planned (AtlasImportRun     *run,
             AtlasDataset       *dataset,
             GPtrArray          *planned,
             AtlasImportResult  *result,
             GError            **error)
{
  g_autoptr (GError) run_error = NULL;

  if (planned->len == 0 || (!run->options->keep_going && has_refused (result)))
    {
      refuse_all (run, result);
      return TRUE;
    }
  if ((run->options->dry_run ? try_out : carry_out) (run, dataset, planned, &run_error))
    {
      result->import_id = run->import_id;
      return TRUE;
    }
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  if (!atlas_import_is_refusal (run_error))
    {
      g_propagate_error (error, g_steal_pointer (&run_error));
      return FALSE;
    }
  refuse_all (run, result);
  return TRUE;
}

static AtlasImportResult *
run_files (AtlasDataset              *dataset,
           GPtrArray                 *files,
           const AtlasImportOptions  *options,
           AtlasProgressFunc          progress,
           gpointer                   user_data,
           GCancellable              *cancellable,
           GError                   **error)
{
  g_autoptr (AtlasImportResult) result = atlas_import_result_new ();
  g_autoptr (GPtrArray) covers = g_ptr_array_new ();
  AtlasImportRun run = { .regions = atlas_dataset_get_regions (dataset), .options = options, .covers = covers,
                         .cancellable = cancellable };
  g_autoptr (GPtrArray) planned = NULL;
  gboolean success;

  success = check_options (&run, options, error) &&
            (planned = atlas_import_plan (files, options, run.regions, result, cancellable, error)) != NULL;
  if (success)
    {
      run.progress = atlas_import_progress_new (progress, user_data, planned);
      success = run_planned (&run, dataset, planned, result, error);
      atlas_import_progress_free (run.progress);
    }
  g_free (run.as_of);
  if (!success)
    return NULL;
  if (result->import_id != 0)
    atlas_dataset_emit_changed (dataset);
  if (progress != NULL)
    progress (1, user_data);
  return g_steal_pointer (&result);
}

AtlasImportResult *
atlas_import_run (AtlasDataset              *dataset,
                  const char *const         *paths,
                  const AtlasImportOptions  *options,
                  AtlasProgressFunc          progress,
                  gpointer                   user_data,
                  GCancellable              *cancellable,
                  GError                   **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_import_file_free);

  for (; *paths != NULL; paths++)
    g_ptr_array_add (files, atlas_import_file_new (*paths, options->encoding));
  return run_files (dataset, files, options, progress, user_data, cancellable, error);
}

AtlasImportResult *
atlas_import_run_bytes (AtlasDataset              *dataset,
                        GBytes                    *bytes,
                        const char                *name,
                        const AtlasImportOptions  *options,
                        AtlasProgressFunc          progress,
                        gpointer                   user_data,
                        GCancellable              *cancellable,
                        GError                   **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_import_file_free);

  g_ptr_array_add (files, atlas_import_file_new_for_bytes (bytes, name, options->encoding));
  return run_files (dataset, files, options, progress, user_data, cancellable, error);
}
