/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "charts/byte-stream.h"
#include "dataset/new-file.h"
#include "reports/page-tags.h"
#include "reports/pdf-accessibility.h"

G_DEFINE_QUARK (atlas-report-error-quark, atlas_report_error)

static void
set_metadata (cairo_surface_t *surface,
              AtlasReport     *report,
              const char      *dataset_hash)
{
  g_autoptr (GDateTime) now = atlas_report_dup_date ();
  g_autofree char *date = g_date_time_format_iso8601 (now);
  g_autofree char *keywords = g_strconcat ("dataset sha256:", dataset_hash, NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, atlas_report_get_title (report));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, atlas_report_get_subject (report));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Shegong Atlas " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void
draw_pages (cairo_surface_t  *surface,
            AtlasReportPages *pages)
{
  cairo_t *cr = cairo_create (surface);

  atlas_page_tags_enable (cr);
  atlas_page_tag_begin (cr, "Document");
  for (guint i = 0; i < atlas_report_pages_get_n_pages (pages); i++)
    {
      double width, height;

      atlas_report_pages_get_size (pages, i, &width, &height);
      /* Not for the first page, which has its size: cairo would forget that the Document was begun. */
      if (i > 0)
        cairo_pdf_surface_set_size (surface, width, height);
      atlas_report_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }
  atlas_page_tag_end (cr, "Document");
  cairo_destroy (cr);
}

/* Each heading under the last one of a higher level. */
static void
add_bookmarks (cairo_surface_t  *surface,
               AtlasReportPages *pages)
{
  g_autoptr (GArray) headings = atlas_report_pages_list_headings (pages);
  int last[] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
                 CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < headings->len; i++)
    {
      const AtlasReportHeading *heading = &g_array_index (headings, AtlasReportHeading, i);
      guint level = MIN (heading->level, 3);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *link = NULL;

      g_ascii_formatd (x, sizeof x, "%.2f", heading->x);
      g_ascii_formatd (y, sizeof y, "%.2f", heading->y);
      link = g_strdup_printf ("page=%u pos=[%s %s]", heading->page + 1, x, y);
      last[level] = cairo_pdf_surface_add_outline (surface,
                                                   level > 1 ? last[level - 1] : CAIRO_PDF_OUTLINE_ROOT,
                                                   heading->text, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
      for (guint below = level + 1; below < G_N_ELEMENTS (last); below++)
        last[below] = last[level];
    }
}

static GBytes *
draw_pdf (AtlasReportPages  *pages,
          const char        *dataset_hash,
          GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;

  atlas_report_pages_get_size (pages, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (atlas_byte_stream_append, bytes, width, height);
  set_metadata (surface, atlas_report_pages_get_report (pages), dataset_hash);
  draw_pages (surface, pages);
  add_bookmarks (surface, pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE,
                   _("The report could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
atlas_report_save_pdf (AtlasReportPages  *pages,
                       const char        *dataset_hash,
                       const char        *path,
                       GError           **error)
{
  g_autoptr (GPtrArray) descriptions = atlas_report_pages_list_descriptions (pages);
  g_autoptr (GBytes) drawn = draw_pdf (pages, dataset_hash, error);
  g_autoptr (GBytes) pdf = NULL;

  if (drawn == NULL)
    return FALSE;
  pdf = atlas_pdf_make_accessible (drawn, atlas_report_get_language (atlas_report_pages_get_report (pages)),
                                   descriptions, error);
  return pdf != NULL &&
         atlas_new_file_write (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), error);
}
