/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/files/report-pictures.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "charts/chart-file.h"
#include "reports/report-file.h"

/* A column of text wide, and sharp enough to print. */
#define PICTURE_WIDTH 720.0
#define PICTURE_SCALE 2.0
/* Bytes of a title in a name: file systems take 255 for the whole. */
#define MAX_TITLE 150

/* "Figure-1-Certified-workers.png": without what a file system of any kind refuses. */
static char *
dup_name (const AtlasBlock *block,
          const char       *ending)
{
  g_autofree char *label = atlas_report_format_chart_number (block->number);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *title = g_strndup (block->text, MAX_TITLE);
  const char *end;

  g_utf8_validate (title, -1, &end);
  title[end - title] = '\0';
  g_string_printf (name, "%s-%s", label, title);
  for (gsize i = 0; i < name->len; i++)
    if (g_ascii_iscntrl (name->str[i]) || strchr (" /\\:*?\"<>|", name->str[i]) != NULL)
      name->str[i] = '-';
  g_string_replace (name, "\302\240", "-", 0);
  g_string_append (name, ending);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* In the report a chart refers to the list of sources; alone it names them. */
static gboolean
save_chart (const AtlasBlock  *block,
            const char        *folder,
            const char        *ending,
            GError           **error)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_copy (block->chart);
  g_autofree char *name = dup_name (block, ending);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_clear_pointer (&spec->source_line, g_free);
  g_free (spec->number);
  spec->number = atlas_report_format_chart_number (block->number);
  spec->show_titles = TRUE;
  return atlas_chart_save (spec, atlas_chart_style_light (), PICTURE_WIDTH, 0, PICTURE_SCALE, path, error);
}

gboolean
atlas_report_save_pictures (AtlasReport  *report,
                            const char   *folder,
                            const char   *ending,
                            GError      **error)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);

  if (atlas_report_get_next_chart (report) == 1)
    {
      g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY, _("The report “%s” has no charts"),
                   atlas_report_get_title (report));
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE, _("The folder “%s” cannot be written to: %s"),
                   folder, g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_CHART && !save_chart (block, folder, ending, error))
        return FALSE;
    }
  return TRUE;
}
