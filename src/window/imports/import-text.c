/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/imports/import-text.h"

#include <glib/gi18n.h>

#include "indicators/number-format.h"

char *
atlas_import_dup_name (const AtlasImportInput *input)
{
  g_autofree char *file = g_filename_display_basename (input->file);

  if (input->sheet[0] == '\0')
    return g_steal_pointer (&file);
  return g_strdup_printf ("%s · %s", file, input->sheet);
}

static char *
dup_number (guint64 number)
{
  return atlas_format_cell ((double) number, NULL, ATLAS_SCALE_ONE);
}

/* Takes WORDS over. */
static void
append (GString *text,
        guint64  number,
        char    *words)
{
  if (number > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? C_("between counts", ", ") : "", words);
  g_free (words);
}

typedef struct {
  guint64 inserted, updated, unchanged, rejected, skipped;
} Counts;

static char *
dup_counts (const Counts *counts)
{
  GString *text = g_string_new (NULL);
  g_autofree char *inserted = dup_number (counts->inserted), *updated = dup_number (counts->updated);
  g_autofree char *unchanged = dup_number (counts->unchanged), *rejected = dup_number (counts->rejected);
  g_autofree char *skipped = dup_number (counts->skipped);

  append (text, counts->inserted, g_strdup_printf (_("%s new"), inserted));
  append (text, counts->updated, g_strdup_printf (_("%s changed"), updated));
  append (text, counts->unchanged, g_strdup_printf (_("%s as before"), unchanged));
  append (text, counts->rejected, g_strdup_printf (_("%s rejected"), rejected));
  /* Translators: rows of totals and notes, which are no data */
  append (text, counts->skipped, g_strdup_printf (_("%s passed over"), skipped));
  if (text->len == 0)
    g_string_append (text, _("no rows"));
  return g_string_free (text, FALSE);
}

char *
atlas_import_dup_counts (const AtlasImportInput *input)
{
  Counts counts = { input->inserted, input->updated, input->unchanged, input->n_rejected, input->skipped };

  return dup_counts (&counts);
}

char *
atlas_import_dup_changes (guint n_new,
                          guint n_changed)
{
  const Counts counts = { .inserted = n_new, .updated = n_changed };

  return dup_counts (&counts);
}

char *
atlas_import_dup_total (const AtlasImportResult *result)
{
  Counts total = { 0 };

  for (guint i = 0; i < result->inputs->len; i++)
    {
      const AtlasImportInput *input = g_ptr_array_index (result->inputs, i);

      if (input->refused != NULL)
        continue;
      total.inserted += input->inserted;
      total.updated += input->updated;
      total.unchanged += input->unchanged;
      total.rejected += input->n_rejected;
      total.skipped += input->skipped;
    }
  return dup_counts (&total);
}

char *
atlas_import_dup_record (const AtlasImportRecordInput *input)
{
  Counts counts = {
    .inserted = (guint64) input->inserted,
    .updated = (guint64) input->updated,
    .unchanged = (guint64) input->unchanged,
  };
  g_autofree char *text = dup_counts (&counts);
  g_autofree char *name = input->sheet[0] != '\0' ? g_strdup_printf ("%s · %s", input->file, input->sheet)
                                                  : g_strdup (input->file);

  /* Translators: a file, and what it brought */
  return g_strdup_printf (_("%s: %s"), name, text);
}

char *
atlas_import_dup_time (const char *utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) here = time != NULL ? g_date_time_to_local (time) : NULL;

  return here != NULL ? g_date_time_format (here, "%Y-%m-%d %H:%M") : g_strdup (utc);
}
