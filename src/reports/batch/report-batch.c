/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/batch/report-batch.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "reports/batch/report-volume.h"
#include "reports/report-file.h"

/* How often the index is brought up to date while reports are made, so that little is made twice after a crash. */
#define INDEX_INTERVAL (5 * G_USEC_PER_SEC)

static AtlasRegionTree *
get_tree (const AtlasReportBatch *self)
{
  return atlas_catalogue_get_regions (self->job.catalogue);
}

/* "640300-吴忠市.pdf": a slash in a name would be a folder. */
static char *
dup_file (const AtlasRegion *region,
          const char        *more,
          const char        *ending)
{
  char *name = g_strdup_printf ("%s-%s%s%s", region->code, atlas_region_get_display_name (region), more, ending);

  return g_strdelimit (name, "/ ", '-');
}

char *
atlas_report_batch_dup_volume_path (const AtlasReportBatch *self)
{
  /* Translators: ends the name of a file, with the reports on all regions in one: “640000-Ningxia-volume.pdf” */
  g_autofree char *file = dup_file (atlas_region_tree_lookup (get_tree (self), self->within),
                                    C_("in a file name", "-volume"), ".pdf");

  return g_build_filename (self->folder, file, NULL);
}

static gboolean
has_figures (const AtlasReportBatch *self,
             const AtlasRegion      *region)
{
  g_autoptr (GPtrArray) figures =
    atlas_dataset_load_figures (self->job.dataset, NULL, (const char *const[]) { region->code, NULL }, NULL);

  return (figures != NULL && figures->len > 0) ||
         atlas_register_coverage_has_region (atlas_catalogue_get_register_coverage (self->job.catalogue), region);
}

static gboolean
any_has_figures (const AtlasReportBatch *self,
                 GPtrArray              *regions)
{
  for (guint i = 0; i < regions->len; i++)
    if (has_figures (self, g_ptr_array_index (regions, i)))
      return TRUE;
  return FALSE;
}

/* The divisions to report on; NULL with ERROR where WITHIN is unknown, or there are none or none with figures. */
static GPtrArray *
list_regions (const AtlasReportBatch  *self,
              GError                 **error)
{
  const AtlasRegion *within = atlas_region_tree_lookup (get_tree (self), self->within);
  g_autoptr (GPtrArray) regions = NULL;

  if (within == NULL)
    {
      g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_REGION,
                   _("There is no division with the code “%s”"), self->within);
      return NULL;
    }
  regions = atlas_region_tree_list_level (get_tree (self), within, self->level);
  if (regions->len > 0 && (atlas_dataset_has_imports (self->job.dataset) || any_has_figures (self, regions)))
    return g_steal_pointer (&regions);
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY,
               regions->len > 0 ? _("%1$s has no divisions of the level “%2$s” with a published figure")
                                : _("%1$s has no divisions of the level “%2$s”"),
               atlas_region_get_display_name (within), atlas_region_level_get_name (self->level));
  return NULL;
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

/* All that a report depends on besides the data: two requests that read alike give the same report. */
static char *
describe_request (const AtlasReportBatch *self)
{
  const AtlasReportRequest *request = self->request;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "template=%s style=%s paper=%s page-numbers=%s format=%s language=%s version=%s",
                   request->template_name, request->style->name, atlas_paper_list_ids ()[request->style->paper],
                   atlas_page_numbers_list_ids ()[request->style->numbers], atlas_report_format_list_ids ()[self->job.format],
                   atlas_language_pick ("zh", "en"), PACKAGE_VERSION);
  if (request->year != 0)
    g_string_append_printf (text, " year=%d", request->year);
  if (request->signs != ATLAS_SIGNS_STANDARD)
    g_string_append_printf (text, " signs=%s", atlas_sign_set_list_ids ()[request->signs]);
  if (request->sections != NULL)
    {
      g_autofree char *sections = g_strjoinv (",", (char **) request->sections);

      g_string_append_printf (text, " sections=%s", sections);
    }
  if (request->title != NULL)
    g_string_append_printf (text, " title=%s", request->title);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static AtlasBatchIndex *
create_index (const AtlasReportBatch *self,
              GPtrArray              *regions)
{
  g_autofree char *request = describe_request (self);
  AtlasBatchIndex *index = atlas_batch_index_new (self->folder, self->job.hash, request);

  for (guint i = 0; i < regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (regions, i);
      g_autofree char *file = dup_file (region, "", atlas_report_format_get_ending (self->job.format));

      atlas_batch_index_add (index, region->code, atlas_region_get_display_name (region), file);
    }
  if (self->resume)
    atlas_batch_index_recall (index);
  return index;
}

/* Regions keep one colour, whichever report they are in and whether or not all are made in one go. */
static void
give_colours (const AtlasReportBatch *self,
              AtlasBatchIndex        *index)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < atlas_batch_index_get_n_rows (index); i++)
    g_ptr_array_add (codes, atlas_batch_index_get_row (index, i)->region);
  g_ptr_array_add (codes, NULL);
  atlas_dataset_give_colour_slots (self->job.dataset, (const char *const *) codes->pdata);
}

/* FALSE: there is nothing to report on a development zone, which is no failure. */
static gboolean
make_row (const AtlasReportBatch  *self,
          AtlasBatchIndex         *index,
          AtlasBatchRow           *row,
          char                   **out_lacking)
{
  const AtlasRegion *region = atlas_region_tree_lookup (get_tree (self), row->region);
  const char *const regions[] = { row->region, NULL };
  AtlasReportRequest request = *self->request;
  g_autofree char *path = atlas_batch_index_dup_path (index, row);
  g_autoptr (GError) error = NULL;

  request.regions = regions;
  if (atlas_report_job_write (&self->job, &request, path, &row->n_pages, out_lacking, &error))
    {
      row->status = ATLAS_BATCH_WRITTEN;
      return TRUE;
    }
  if (!region->statutory && g_error_matches (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY))
    return FALSE;
  row->status = ATLAS_BATCH_FAILED;
  row->n_pages = 0;
  row->reason = g_strdup (error->message);
  return TRUE;
}

/* FALSE where the index could not be written. */
static gboolean
make_reports (const AtlasReportBatch  *self,
              AtlasBatchIndex         *index,
              AtlasReportBatchFunc     func,
              gpointer                 user_data,
              GCancellable            *cancellable,
              GError                 **error)
{
  gint64 saved = g_get_monotonic_time ();

  for (guint i = 0; i < atlas_batch_index_get_n_rows (index) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      AtlasBatchRow *row = atlas_batch_index_get_row (index, i);
      g_autofree char *lacking = NULL;

      if (row->status == ATLAS_BATCH_PENDING && !make_row (self, index, row, &lacking))
        {
          atlas_batch_index_remove_row (index, i--);
          continue;
        }
      if (func != NULL)
        func (row, lacking, i + 1, atlas_batch_index_get_n_rows (index), user_data);
      if (g_get_monotonic_time () - saved < INDEX_INTERVAL)
        continue;
      if (!atlas_batch_index_save (index, error))
        return FALSE;
      saved = g_get_monotonic_time ();
    }
  return atlas_batch_index_save (index, error);
}

static gboolean
make_volume (const AtlasReportBatch  *self,
             AtlasBatchIndex         *index,
             GCancellable            *cancellable,
             GError                 **error)
{
  g_autofree char *path = atlas_report_batch_dup_volume_path (self);
  g_autoptr (GError) local_error = NULL;

  if (atlas_report_volume_write (&self->job, self->request, self->within, index, path, cancellable, &local_error) ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

AtlasBatchIndex *
atlas_report_batch_run (const AtlasReportBatch  *self,
                        AtlasReportBatchFunc     func,
                        gpointer                 user_data,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autoptr (GPtrArray) regions = list_regions (self, error);
  g_autoptr (AtlasBatchIndex) index = NULL;

  if (regions == NULL || !make_folder (self->folder, error))
    return NULL;
  index = create_index (self, regions);
  give_colours (self, index);
  if (!make_reports (self, index, func, user_data, cancellable, error))
    return NULL;
  if (g_cancellable_is_cancelled (cancellable))
    return g_steal_pointer (&index);
  if (atlas_batch_index_count (index, ATLAS_BATCH_WRITTEN) == 0)
    {
      g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE, _("No report was written to “%s”"),
                   self->folder);
      return NULL;
    }
  if (self->volume && !make_volume (self, index, cancellable, error))
    return NULL;
  return g_steal_pointer (&index);
}
