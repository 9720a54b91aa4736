/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/import-report.h"

#include <glib/gi18n.h>

#include "commands/json-members.h"
#include "dataset/registers/register-names.h"

/* More rejected rows than these are for a file. */
#define MAX_TOLD_REJECTIONS 20

static void
add_rejection (JsonBuilder   *builder,
               gconstpointer  item)
{
  const AtlasRejection *rejection = item;

  json_builder_begin_object (builder);
  atlas_json_add_number (builder, "line", rejection->line);
  atlas_json_add_text (builder, "column", rejection->column);
  atlas_json_add_text (builder, "value", rejection->value);
  atlas_json_add_text (builder, "code", atlas_reject_code_to_id (rejection->code));
  atlas_json_add_text (builder, "reason", rejection->reason);
  json_builder_end_object (builder);
}

static void
add_refusal (JsonBuilder            *builder,
             const AtlasImportInput *input)
{
  json_builder_set_member_name (builder, "refused");
  if (input->refused == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  atlas_json_add_text (builder, "code", atlas_import_input_get_refusal_id (input));
  atlas_json_add_text (builder, "reason", input->refused->message);
  json_builder_end_object (builder);
}

static void
add_input (JsonBuilder            *builder,
           const AtlasImportInput *input)
{
  json_builder_begin_object (builder);
  atlas_json_add_text (builder, "file", input->file);
  atlas_json_add_text (builder, "sheet", input->sheet);
  atlas_json_add_text (builder, "table", input->table != NULL ? input->table->name : NULL);
  atlas_json_add_text (builder, "encoding", input->encoding);
  atlas_json_add_number (builder, "inserted", (gint64) input->inserted);
  atlas_json_add_number (builder, "updated", (gint64) input->updated);
  atlas_json_add_number (builder, "unchanged", (gint64) input->unchanged);
  atlas_json_add_number (builder, "skipped", (gint64) input->skipped);
  atlas_json_add_array (builder, "rejected", input->rejected, add_rejection);
  json_builder_set_member_name (builder, "notices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < input->notices->len && g_ptr_array_index (input->notices, i) != NULL; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (input->notices, i));
  json_builder_end_array (builder);
  add_refusal (builder, input);
  json_builder_end_object (builder);
}

char *
atlas_import_report_to_json (const AtlasImportResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->inputs->len; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autofree char *line = NULL;

      add_input (builder, g_ptr_array_index (result->inputs, i));
      line = atlas_json_to_text (builder, FALSE);
      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

/* "stations.xlsx, 2023: Stations" */
static void
append_name (GString                *text,
             const AtlasImportInput *input)
{
  g_string_append (text, input->file);
  if (input->sheet != NULL && input->sheet[0] != '\0')
    g_string_append_printf (text, "%s%s", C_("between names", ", "), input->sheet);
  if (input->table != NULL)
    g_string_append_printf (text, C_("after a name", ": %s"), atlas_table_get_title (input->table));
  g_string_append_c (text, '\n');
}

static void
append_counts (GString                *text,
               const AtlasImportInput *input)
{
  g_string_append_printf (text, _("  %1$llu new, %2$llu changed, %3$llu unchanged, %4$llu skipped, %5$llu rejected"),
                          (unsigned long long) input->inserted, (unsigned long long) input->updated,
                          (unsigned long long) input->unchanged, (unsigned long long) input->skipped,
                          (unsigned long long) input->n_rejected);
  g_string_append_c (text, '\n');
}

static void
append_rejections (GString                *text,
                   const AtlasImportInput *input)
{
  guint n_told = MIN (input->rejected->len, MAX_TOLD_REJECTIONS);

  for (guint i = 0; i < n_told; i++)
    {
      const AtlasRejection *rejection = g_ptr_array_index (input->rejected, i);

      g_string_append_printf (text, _("  line %1$u, %2$s: %3$s"), rejection->line,
                              rejection->column[0] != '\0' ? rejection->column : "–", rejection->reason);
      g_string_append_printf (text, " [%s]\n", atlas_reject_code_to_id (rejection->code));
    }
  if (input->n_rejected > n_told)
    {
      g_string_append_printf (text, _("  … and %llu more: --rejects FILE.csv writes them all"),
                              (unsigned long long) (input->n_rejected - n_told));
      g_string_append_c (text, '\n');
    }
}

static void
append_input (GString                *text,
              const AtlasImportInput *input)
{
  append_name (text, input);
  if (input->refused != NULL)
    {
      g_string_append_printf (text, _("  refused: %s"), input->refused->message);
      g_string_append_c (text, '\n');
    }
  else
    append_counts (text, input);
  append_rejections (text, input);
  for (guint i = 0; i < input->notices->len && g_ptr_array_index (input->notices, i) != NULL; i++)
    g_string_append_printf (text, "  · %s\n", (const char *) g_ptr_array_index (input->notices, i));
}

char *
atlas_import_report_to_text (const AtlasImportResult *result,
                             gboolean                 is_dry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->inputs->len; i++)
    append_input (text, g_ptr_array_index (result->inputs, i));
  if (result->is_refused || is_dry)
    g_string_append (text, _("Nothing was written."));
  else if (result->import_id == 0)
    g_string_append (text, _("Nothing has changed."));
  else
    g_string_append_printf (text, _("This was import %lld; “undo” takes it back."), (long long) result->import_id);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
