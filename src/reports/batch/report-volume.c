/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/batch/report-volume.h"

#include <glib/gi18n.h>

#include "indicators/number-format.h"
#include "reports/pdf/pdf-document.h"
#include "reports/report-file.h"

typedef struct {
  const AtlasReportJob *job;
  const AtlasReportRequest *request;
  const AtlasRegion *within;
  AtlasBatchIndex *index;
  guint n_pages;
} Volume;

static guint
count_pages (AtlasBatchIndex *index)
{
  guint n = 0;

  for (guint i = 0; i < atlas_batch_index_get_n_rows (index); i++)
    n += atlas_batch_index_get_row (index, i)->n_pages;
  return n;
}

/* FIRST: the number of the first page after the contents. (transfer full) */
static GPtrArray *
create_entries (Volume *self,
                guint   first)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_contents_entry_free);

  for (guint i = 0; i < atlas_batch_index_get_n_rows (self->index); i++)
    {
      const AtlasBatchRow *row = atlas_batch_index_get_row (self->index, i);

      if (row->status != ATLAS_BATCH_WRITTEN)
        continue;
      g_ptr_array_add (entries, atlas_contents_entry_new (row->name, first));
      first += row->n_pages;
    }
  return entries;
}

static AtlasReportTable *
create_failures (Volume *self)
{
  AtlasReportTable *table = atlas_report_table_new (_("Regions without a report"), NULL);

  atlas_report_table_add_column (table, _("Region"), FALSE);
  atlas_report_table_add_column (table, _("Why"), FALSE);
  for (guint i = 0; i < atlas_batch_index_get_n_rows (self->index); i++)
    {
      const AtlasBatchRow *row = atlas_batch_index_get_row (self->index, i);

      if (row->status != ATLAS_BATCH_FAILED)
        continue;
      atlas_report_table_add_row (table);
      atlas_report_table_add_cell (table, row->name);
      atlas_report_table_add_cell (table, row->reason);
    }
  return table;
}

static void
add_cover (Volume      *self,
           AtlasReport *report)
{
  guint n_written = atlas_batch_index_count (self->index, ATLAS_BATCH_WRITTEN);
  guint n = atlas_batch_index_get_n_rows (self->index);
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);
  g_autoptr (GDateTime) now = atlas_report_dup_date ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *date = atlas_format_period (iso);
  g_autofree char *completeness =
    n_written == n
      /* Translators: on the cover of a volume that has reports on all of so many regions */
      ? g_strdup_printf (ngettext ("the report on %u region", "reports on all %u regions", n), n)
      /* Translators: on the cover of a volume: of how many regions it has reports */
      : g_strdup_printf (ngettext ("reports on %1$u of %2$u region", "reports on %1$u of %2$u regions", n), n_written, n);

  g_ptr_array_add (facts, atlas_key_figure_new (_("Region"), atlas_region_get_display_name (self->within), NULL, NULL));
  g_ptr_array_add (facts, atlas_key_figure_new (_("Completeness"), completeness, NULL, NULL));
  atlas_report_set_subject (report, completeness);
  atlas_report_add_cover (report, facts, date, FALSE);
}

static AtlasReport *
create_front (Volume *self,
              guint   first)
{
  g_autofree char *name = atlas_region_dup_short_name (self->within);
  /* Translators: the title of a volume with a report on each region in %s; a newline where it is best broken */
  g_autofree char *title = g_strdup_printf (_("Social work in %s:\nreports region by region"), name);
  AtlasReport *report = atlas_report_new (title);

  add_cover (self, report);
  atlas_report_add_part_contents (report, C_("heading", "Contents"), create_entries (self, first));
  if (atlas_batch_index_count (self->index, ATLAS_BATCH_FAILED) > 0)
    atlas_report_add_table (report, create_failures (self));
  return report;
}

/* The contents tell on which pages the reports are, and that depends on how many pages the contents take. */
static AtlasReportPages *
lay_out_front (Volume *self)
{
  const AtlasReportStyle *style = self->request->style;
  AtlasReportPages *pages = atlas_report_pages_new_styled (create_front (self, 1), style);
  guint n = 0;

  while (n < atlas_report_pages_get_n_pages (pages))
    {
      n = atlas_report_pages_get_n_pages (pages);
      atlas_report_pages_free (pages);
      pages = atlas_report_pages_new_styled (create_front (self, n + 1), style);
    }
  return pages;
}

/* The page numbers in the contents hold only where a report comes out as it did the first time. */
static gboolean
check_pages (AtlasReportPages     *pages,
             const AtlasBatchRow  *row,
             GError              **error)
{
  if (atlas_report_pages_get_n_pages (pages) == row->n_pages)
    return TRUE;
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE,
               _("The report on %s has other pages than when it was written; write all reports anew for a volume"),
               row->name);
  return FALSE;
}

static gboolean
add_report (Volume               *self,
            AtlasPdfDocument     *document,
            const AtlasBatchRow  *row,
            GCancellable         *cancellable,
            GError              **error)
{
  const char *const regions[] = { row->region, NULL };
  AtlasReportRequest request = *self->request;
  g_autoptr (AtlasReportPages) pages = NULL;
  AtlasReport *report;

  request.regions = regions;
  report = atlas_report_build (self->job->dataset, self->job->catalogue, &request, error);
  if (report == NULL)
    return FALSE;
  pages = atlas_report_pages_new_styled (report, request.style);
  if (!check_pages (pages, row, error))
    return FALSE;
  atlas_report_pages_set_numbers (pages, atlas_pdf_document_get_n_pages (document) + 1, self->n_pages);
  return atlas_pdf_document_add (document, pages, atlas_report_get_title (report), cancellable, error);
}

gboolean
atlas_report_volume_write (const AtlasReportJob      *job,
                           const AtlasReportRequest  *request,
                           const char                *within,
                           AtlasBatchIndex           *index,
                           const char                *path,
                           GCancellable              *cancellable,
                           GError                   **error)
{
  Volume self = {
    job, request, atlas_region_tree_lookup (atlas_catalogue_get_regions (job->catalogue), within), index, 0,
  };
  g_autoptr (AtlasPdfDocument) document = atlas_pdf_document_new ();
  g_autoptr (AtlasReportPages) front = lay_out_front (&self);

  self.n_pages = atlas_report_pages_get_n_pages (front) + count_pages (index);
  atlas_report_pages_set_numbers (front, 1, self.n_pages);
  if (!atlas_pdf_document_add (document, front, C_("heading", "Contents"), cancellable, error))
    return FALSE;
  for (guint i = 0; i < atlas_batch_index_get_n_rows (index); i++)
    {
      const AtlasBatchRow *row = atlas_batch_index_get_row (index, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (row->status == ATLAS_BATCH_WRITTEN && !add_report (&self, document, row, cancellable, error)))
        return FALSE;
    }
  return atlas_pdf_document_save (document, atlas_report_pages_get_report (front), job->hash, path, error);
}
