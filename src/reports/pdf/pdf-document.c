/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pdf/pdf-document.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "charts/byte-stream.h"
#include "dataset/new-file.h"
#include "reports/pages/page-tags.h"
#include "reports/pdf/pdf-accessibility.h"
#include "reports/report-file.h"

/* What is drawn so far from a page is not seen even where its edges should be. */
#define OUTSIDE 10.0

struct _AtlasPdfDocument
{
  GByteArray *bytes;
  cairo_surface_t *surface; /* from the first page on, with its context */
  cairo_t *cr;
  GPtrArray *descriptions; /* (element-type utf8): of all figures so far */
  guint n_pages;
  guint n_reports;
  guint n_front; /* of the only report, before those that are numbered from 1 */
};

AtlasPdfDocument *
atlas_pdf_document_new (void)
{
  AtlasPdfDocument *self = g_new0 (AtlasPdfDocument, 1);

  self->bytes = g_byte_array_new ();
  self->descriptions = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
atlas_pdf_document_free (AtlasPdfDocument *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_ptr_array_unref (self->descriptions);
  g_free (self);
}

guint
atlas_pdf_document_get_n_pages (AtlasPdfDocument *self)
{
  return self->n_pages;
}

static void
begin (AtlasPdfDocument *self,
       double            width,
       double            height)
{
  self->surface = cairo_pdf_surface_create_for_stream (atlas_byte_stream_append, self->bytes, width, height);
  /* What pdf-objects.h reads: from 1.5 on, newer versions of cairo write objects in streams. The file becomes 1.5 there. */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  self->cr = cairo_create (self->surface);
  atlas_page_tags_enable (self->cr);
  atlas_page_tag_begin (self->cr, "Document");
}

/* cairo gathers where on a page something is drawn, which takes the longer the more separate places there are. Twice the same
 * rectangle is nothing by the even-odd rule, and makes all of the page one place. */
static void
cover_page (cairo_t *cr,
            double   width,
            double   height)
{
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgb (cr, 1, 1, 1);
  for (guint i = 0; i < 2; i++)
    cairo_rectangle (cr, -OUTSIDE, -OUTSIDE, width + 2 * OUTSIDE, height + 2 * OUTSIDE);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* A page ends where the next one begins, since the Document ends on the last: newer versions of cairo would make a page of
 * that end. The first one has its size: cairo would forget that the Document was begun. */
static void
begin_page (AtlasPdfDocument *self,
            double            width,
            double            height)
{
  if (self->n_pages++ == 0)
    {
      begin (self, width, height);
      return;
    }
  cairo_show_page (self->cr);
  cairo_pdf_surface_set_size (self->surface, width, height);
}

/* Links in it lead to its own targets; those of the first report lead to it. */
static void
begin_report (AtlasPdfDocument *self)
{
  atlas_page_tags_set_first (self->cr, 0);
  if (self->n_reports > 0)
    atlas_page_target (self->cr, ATLAS_PAGE_PART + self->n_reports - 1, 0, 0);
  self->n_reports++;
  atlas_page_tags_set_first (self->cr, self->n_pages - 1);
}

static gboolean
draw_pages (AtlasPdfDocument  *self,
            AtlasReportPages  *pages,
            gboolean           is_part,
            GCancellable      *cancellable,
            GError           **error)
{
  guint n = atlas_report_pages_get_n_pages (pages);

  for (guint i = 0; i < n; i++)
    {
      double width, height;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      atlas_report_pages_get_size (pages, i, &width, &height);
      begin_page (self, width, height);
      cover_page (self->cr, width, height);
      if (i == 0)
        begin_report (self);
      if (is_part && i == 0)
        atlas_page_tag_begin (self->cr, "Part");
      atlas_report_pages_draw (pages, i, self->cr);
      atlas_report_pages_release (pages, i);
      if (is_part && i == n - 1)
        atlas_page_tag_end (self->cr, "Part");
    }
  return TRUE;
}

static int
add_bookmark (AtlasPdfDocument         *self,
              int                       parent,
              const AtlasReportHeading *heading,
              guint                     first)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *link = NULL;

  g_ascii_formatd (x, sizeof x, "%.2f", heading->x);
  g_ascii_formatd (y, sizeof y, "%.2f", heading->y);
  link = g_strdup_printf ("page=%u pos=[%s %s]", first + heading->page + 1, x, y);
  return cairo_pdf_surface_add_outline (self->surface, parent, heading->text, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/* Each heading under the last one of a higher level, those of the highest under ROOT. FIRST: how many pages are before
 * those of PAGES. */
static void
add_bookmarks (AtlasPdfDocument *self,
               AtlasReportPages *pages,
               guint             first,
               int               root)
{
  g_autoptr (GArray) headings = atlas_report_pages_list_headings (pages);
  int last[] = { root, root, root, root };

  for (guint i = 0; i < headings->len; i++)
    {
      const AtlasReportHeading *heading = &g_array_index (headings, AtlasReportHeading, i);
      guint level = MIN (heading->level, 3);

      /* What stands over them is the title already. */
      if (level == 0 && root != CAIRO_PDF_OUTLINE_ROOT)
        continue;
      last[level] = add_bookmark (self, level > 1 ? last[level - 1] : root, heading, first);
      for (guint below = level + 1; below < G_N_ELEMENTS (last); below++)
        last[below] = last[level];
    }
}

gboolean
atlas_pdf_document_add (AtlasPdfDocument  *self,
                        AtlasReportPages  *pages,
                        const char        *bookmark,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr (GPtrArray) descriptions = atlas_report_pages_list_descriptions (pages);
  AtlasReportHeading top = { bookmark, 0, 0, 0, 0 };
  guint first = self->n_pages;

  if (bookmark == NULL && first == 0)
    self->n_front = atlas_report_pages_get_n_front (pages);
  if (!draw_pages (self, pages, bookmark != NULL, cancellable, error))
    return FALSE;
  add_bookmarks (self, pages, first,
                 bookmark != NULL ? add_bookmark (self, CAIRO_PDF_OUTLINE_ROOT, &top, first)
                                  : CAIRO_PDF_OUTLINE_ROOT);
  g_ptr_array_extend_and_steal (self->descriptions, g_steal_pointer (&descriptions));
  return TRUE;
}

static void
set_metadata (AtlasPdfDocument *self,
              AtlasReport      *report,
              const char       *dataset_hash)
{
  g_autoptr (GDateTime) now = atlas_report_dup_date ();
  g_autofree char *date = g_date_time_format_iso8601 (now);
  g_autofree char *keywords = g_strconcat ("dataset sha256:", dataset_hash, NULL);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, atlas_report_get_title (report));
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, atlas_report_get_subject (report));
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  if (atlas_report_get_author (report) != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, atlas_report_get_author (report));
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Shegong Atlas " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static GBytes *
finish (AtlasPdfDocument  *self,
        GError           **error)
{
  cairo_status_t status;

  atlas_page_tag_end (self->cr, "Document");
  cairo_show_page (self->cr);
  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE, _("The report could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

gboolean
atlas_pdf_document_save (AtlasPdfDocument  *self,
                         AtlasReport       *report,
                         const char        *dataset_hash,
                         const char        *path,
                         GError           **error)
{
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (self->n_pages > 0, FALSE);

  set_metadata (self, report, dataset_hash);
  drawn = finish (self, error);
  if (drawn == NULL)
    return FALSE;
  pdf = atlas_pdf_make_accessible (drawn, atlas_report_get_language (report), self->descriptions, self->n_front,
                                   error);
  return pdf != NULL &&
         atlas_new_file_write (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), error);
}
