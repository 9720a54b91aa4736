/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import-plan.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-error.h"
#include "dataset/registers/register-header.h"
#include "dataset/registers/register-reader.h"

typedef struct {
  const AtlasImportOptions *options;
  AtlasRegionTree *regions;
  AtlasImportResult *result;
  GCancellable *cancellable;
  GPtrArray *planned;
} Plan;

/* What was found in one sheet. */
typedef struct {
  guint number;
  const char *name;
  const AtlasTableDefinition *table;
  char **header;
  GError *refused;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_strfreev (look->header);
  g_clear_error (&look->refused);
  g_free (look);
}

static gboolean
is_no_table (const GError *error)
{
  return g_error_matches (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_UNKNOWN_TABLE) ||
         g_error_matches (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_NO_ROWS) ||
         g_error_matches (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_EMPTY_FILE);
}

static AtlasRegisterReader *
read_head (Plan                        *plan,
           AtlasWorkbook               *workbook,
           guint                        sheet,
           const AtlasTableDefinition  *table,
           GError                     **error)
{
  return atlas_register_reader_new (workbook, sheet, table, table != NULL ? plan->options->columns : NULL, plan->regions,
                                    plan->cancellable, error);
}

/* Where a table is asked for: whether the sheet is of none, or of another one, rather than one of it with a fault. */
static gboolean
is_of_another_table (Plan          *plan,
                     AtlasWorkbook *workbook,
                     guint          sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRegisterReader) reader = read_head (plan, workbook, sheet, NULL, &error);

  return reader != NULL ? atlas_register_reader_get_table (reader) != plan->options->table : is_no_table (error);
}

/* What the user may choose columns from; (nullable) (transfer full). */
static char **
guess_header (Plan          *plan,
              AtlasWorkbook *workbook,
              guint          sheet)
{
  g_autoptr (GPtrArray) head = atlas_sheet_head_read (workbook, sheet, plan->cancellable, NULL);

  return head != NULL ? atlas_register_header_guess (head) : NULL;
}

static Look *
look_at (Plan           *plan,
         AtlasWorkbook  *workbook,
         guint           sheet,
         GError        **error)
{
  g_autoptr (GError) head_error = NULL;
  g_autoptr (AtlasRegisterReader) reader = read_head (plan, workbook, sheet, plan->options->table, &head_error);
  Look *look;

  if (reader == NULL && !atlas_import_is_refusal (head_error))
    {
      g_propagate_error (error, g_steal_pointer (&head_error));
      return NULL;
    }
  look = g_new0 (Look, 1);
  look->number = sheet;
  look->name = atlas_workbook_get_sheet (workbook, sheet)->name;
  look->refused = g_steal_pointer (&head_error);
  look->table = reader != NULL ? atlas_register_reader_get_table (reader) : plan->options->table;
  look->header = reader != NULL ? g_strdupv ((char **) atlas_register_reader_get_header (reader))
                                : guess_header (plan, workbook, sheet);
  return look;
}

static gboolean
is_wanted (Plan                 *plan,
           const AtlasSheetInfo *info)
{
  return plan->options->sheet != NULL ? strcmp (info->name, plan->options->sheet) == 0 : !info->hidden;
}

/* Looks at all sheets that are wanted; those that are not are named in HIDDEN. */
static GPtrArray *
look_at_all (Plan           *plan,
             AtlasWorkbook  *workbook,
             GString        *hidden,
             GError        **error)
{
  g_autoptr (GPtrArray) looks = g_ptr_array_new_with_free_func (look_free);

  for (guint i = 0; i < atlas_workbook_get_n_sheets (workbook); i++)
    {
      const AtlasSheetInfo *info = atlas_workbook_get_sheet (workbook, i);
      Look *look;

      if (!is_wanted (plan, info))
        {
          if (plan->options->sheet == NULL)
            g_string_append_printf (hidden, "%s%s", hidden->len > 0 ? ", " : "", info->name);
          continue;
        }
      look = look_at (plan, workbook, i, error);
      if (look == NULL)
        return NULL;
      g_ptr_array_add (looks, look);
    }
  return g_steal_pointer (&looks);
}

static gboolean
fail_no_sheet (Plan           *plan,
               AtlasWorkbook  *workbook,
               GError        **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < atlas_workbook_get_n_sheets (workbook); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", atlas_workbook_get_sheet (workbook, i)->name);
  if (atlas_workbook_get_encoding (workbook) != NULL)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                 _("“%s” is a text file and has no sheet “%s”"), atlas_workbook_get_name (workbook), plan->options->sheet);
  else
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                 _("“%s” has no sheet “%s”; it has: %s"), atlas_workbook_get_name (workbook), plan->options->sheet,
                 names->str);
  return FALSE;
}

static AtlasImportInput *
add_input (Plan            *plan,
           AtlasImportFile *file,
           AtlasWorkbook   *workbook,
           const char      *sheet)
{
  AtlasImportInput *input = atlas_import_input_new (file->name, sheet);

  input->table = plan->options->table;
  input->encoding = workbook != NULL ? g_strdup (atlas_workbook_get_encoding (workbook)) : NULL;
  g_ptr_array_add (plan->result->inputs, input);
  return input;
}

static void
add_planned (Plan             *plan,
             AtlasImportFile  *file,
             guint             sheet,
             AtlasImportInput *input)
{
  AtlasPlannedInput *planned = g_new0 (AtlasPlannedInput, 1);

  planned->file = file;
  planned->sheet = sheet;
  planned->input = input;
  g_ptr_array_add (plan->planned, planned);
}

/* Whether LOOK found something else than what is to be imported. */
static gboolean
is_beside (Plan          *plan,
           AtlasWorkbook *workbook,
           const Look    *look)
{
  if (look->refused == NULL)
    return FALSE;
  return is_no_table (look->refused) ||
         (plan->options->table != NULL && is_of_another_table (plan, workbook, look->number));
}

/* The inputs of a file, of whose sheets at least one is to be taken or refused. */
static void
add_inputs (Plan            *plan,
            AtlasImportFile *file,
            AtlasWorkbook   *workbook,
            GPtrArray       *looks,
            const GString   *hidden)
{
  g_autoptr (GString) beside = g_string_new (NULL);
  guint first = plan->result->inputs->len;
  gboolean has_input = FALSE;

  for (guint i = 0; i < looks->len; i++)
    has_input = has_input || !is_beside (plan, workbook, g_ptr_array_index (looks, i));
  for (guint i = 0; i < looks->len; i++)
    {
      Look *look = g_ptr_array_index (looks, i);
      AtlasImportInput *input;

      if (has_input ? is_beside (plan, workbook, look) : i > 0)
        {
          g_string_append_printf (beside, "%s%s", beside->len > 0 ? ", " : "", look->name);
          continue;
        }
      input = add_input (plan, file, workbook, look->name);
      input->table = look->table;
      input->header = g_steal_pointer (&look->header);
      input->refused = g_steal_pointer (&look->refused);
      if (input->refused == NULL)
        add_planned (plan, file, look->number, input);
    }
  if (hidden->len > 0)
    {
      g_autofree char *notice = g_strdup_printf (_("Hidden sheets were left out: %s"), hidden->str);

      atlas_import_input_add_notice (g_ptr_array_index (plan->result->inputs, first), notice);
    }
  if (beside->len > 0)
    {
      g_autofree char *notice = g_strdup_printf (_("Sheets that hold no such table were left out: %s"), beside->str);

      atlas_import_input_add_notice (g_ptr_array_index (plan->result->inputs, first), notice);
    }
}

static gboolean
plan_file (Plan             *plan,
           AtlasImportFile  *file,
           GError          **error)
{
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GString) hidden = g_string_new (NULL);
  g_autoptr (GPtrArray) looks = NULL;
  AtlasWorkbook *workbook = atlas_import_file_open (file, plan->cancellable, &open_error);

  if (workbook == NULL && atlas_import_is_refusal (open_error))
    {
      add_input (plan, file, NULL, "")->refused = g_steal_pointer (&open_error);
      return TRUE;
    }
  if (workbook == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&open_error));
      return FALSE;
    }
  looks = look_at_all (plan, workbook, hidden, error);
  if (looks == NULL || (looks->len == 0 && plan->options->sheet != NULL))
    return looks != NULL && fail_no_sheet (plan, workbook, error);
  if (looks->len > 0)
    add_inputs (plan, file, workbook, looks, hidden);
  else
    g_set_error (&add_input (plan, file, workbook, "")->refused, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_NO_ROWS,
                 _("“%s” has no sheet that is not hidden: show it, or name it"), atlas_workbook_get_name (workbook));
  return TRUE;
}

/* What is referred to comes first: the tables stand in that order. */
static int
compare_tables (gconstpointer a,
                gconstpointer b)
{
  const AtlasTableDefinition *first = (*(AtlasPlannedInput *const *) a)->input->table;
  const AtlasTableDefinition *second = (*(AtlasPlannedInput *const *) b)->input->table;

  return first < second ? -1 : first > second;
}

GPtrArray *
atlas_import_plan (GPtrArray                 *files,
                   const AtlasImportOptions  *options,
                   AtlasRegionTree           *regions,
                   AtlasImportResult         *result,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  g_autoptr (GPtrArray) planned = g_ptr_array_new_with_free_func (g_free);
  Plan plan = { options, regions, result, cancellable, planned };

  for (guint i = 0; i < files->len; i++)
    {
      AtlasImportFile *file = g_ptr_array_index (files, i);

      if (!plan_file (&plan, file, error))
        return NULL;
      if (files->len > 1)
        atlas_import_file_close (file);
    }
  g_ptr_array_sort (planned, compare_tables);
  return g_steal_pointer (&planned);
}
