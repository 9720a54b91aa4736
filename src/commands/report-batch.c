/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/report-batch.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "reports/report-file.h"

gboolean
atlas_report_job_write (const AtlasReportJob      *self,
                        const AtlasReportRequest  *request,
                        const char                *path,
                        GError                   **error)
{
  g_autoptr (AtlasReport) report = atlas_report_build (self->dataset, self->catalogue, request, error);
  g_autoptr (AtlasReportPages) pages = NULL;
  g_autofree char *lacking = NULL;

  if (report == NULL)
    return FALSE;
  if (self->format != ATLAS_REPORT_FORMAT_PDF)
    return atlas_report_save (report, self->format, self->style, self->hash, path, error);
  pages = atlas_report_pages_new_styled (g_steal_pointer (&report), self->style);
  lacking = atlas_report_pages_dup_lacking (pages);
  if (lacking != NULL)
    g_printerr ("%s: %s\n", path, lacking);
  return atlas_report_save_pdf (pages, self->hash, path, error);
}

/* "640300-吴忠市.pdf": a slash in a name would be a folder. */
static char *
dup_path (const AtlasReportJob *self,
          const char           *folder,
          const AtlasRegion    *region)
{
  g_autofree char *name = g_strdup_printf ("%s-%s%s", region->code, atlas_region_get_display_name (region),
                                           atlas_report_format_get_ending (self->format));

  return g_build_filename (folder, g_strdelimit (name, "/ ", '-'), NULL);
}

static gboolean
has_figures (const AtlasReportJob *self,
             const AtlasRegion    *region)
{
  g_autoptr (GPtrArray) figures =
    atlas_dataset_load_figures (self->dataset, NULL, (const char *const[]) { region->code, NULL }, NULL);

  return figures != NULL && figures->len > 0;
}

/* On a terminal, how far it is. */
static void
show_progress (guint done,
               guint n)
{
  if (isatty (STDERR_FILENO))
    g_printerr (done < n ? "\r%u / %u" : "\r\033[K", done, n);
}

static gboolean
make_folder (const char  *folder,
             GError     **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0 && g_access (folder, W_OK) == 0)
    return TRUE;
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE,
               _("The folder “%s” cannot be written to: %s"), folder, g_strerror (errno));
  return FALSE;
}

static gboolean
any_has_figures (const AtlasReportJob *self,
                 GPtrArray            *regions)
{
  for (guint i = 0; i < regions->len; i++)
    if (has_figures (self, g_ptr_array_index (regions, i)))
      return TRUE;
  return FALSE;
}

/* The divisions to report on; NULL with ERROR where WITHIN is unknown, or there are none or none with figures. */
static GPtrArray *
list_regions (const AtlasReportJob  *self,
              const char            *within,
              AtlasRegionLevel       level,
              GError               **error)
{
  AtlasRegionTree *tree = atlas_catalogue_get_regions (self->catalogue);
  const AtlasRegion *region = atlas_region_tree_lookup (tree, within);
  g_autoptr (GPtrArray) regions = NULL;

  if (region == NULL)
    {
      g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_REGION,
                   _("There is no division with the code “%s”"), within);
      return NULL;
    }
  regions = atlas_region_tree_list_level (tree, region, level);
  for (guint i = regions->len; i-- > 0;)
    {
      const AtlasRegion *listed = g_ptr_array_index (regions, i);

      if (!listed->statutory && !has_figures (self, listed))
        g_ptr_array_remove_index (regions, i);
    }
  if (any_has_figures (self, regions))
    return g_steal_pointer (&regions);
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY,
               regions->len > 0 ? _("%1$s has no divisions of the level “%2$s” with a published figure")
                                : _("%1$s has no divisions of the level “%2$s”"),
               atlas_region_get_display_name (region), atlas_region_level_get_name (level));
  return NULL;
}

gboolean
atlas_report_job_write_each (const AtlasReportJob      *self,
                             const AtlasReportRequest  *request,
                             const char                *within,
                             AtlasRegionLevel           level,
                             const char                *folder,
                             guint                     *out_written,
                             guint                     *out_failed,
                             GError                   **error)
{
  g_autoptr (GPtrArray) regions = list_regions (self, within, level, error);

  if (regions == NULL || !make_folder (folder, error))
    return FALSE;
  *out_written = *out_failed = 0;
  for (guint i = 0; i < regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (regions, i);
      AtlasReportRequest single = *request;
      g_autofree char *path = dup_path (self, folder, region);
      g_autoptr (GError) local_error = NULL;

      single.regions = (const char *const[]) { region->code, NULL };
      show_progress (i, regions->len);
      if (atlas_report_job_write (self, &single, path, &local_error))
        ++*out_written;
      else
        {
          ++*out_failed;
          g_printerr ("%s: %s\n", region->code, local_error->message);
        }
    }
  show_progress (regions->len, regions->len);
  if (*out_written == 0)
    g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE, _("No report was written to “%s”"), folder);
  return *out_written > 0;
}
