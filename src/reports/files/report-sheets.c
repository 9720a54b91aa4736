/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/files/report-sheets.h"

#include "charts/text-paint.h"

typedef struct {
  cairo_surface_t *drawing;
  double width;
  double height;
  GString *summary;
} Sheet;

struct _AtlasReportSheets
{
  char *title;
  GArray *sheets;
  GMutex lock; /* of the drawings: cairo keeps what it learns of one while it is played */
};

static void
sheet_clear (Sheet *self)
{
  cairo_surface_destroy (self->drawing);
  g_string_free (self->summary, TRUE);
}

static void
draw_sheet (AtlasReportSheets *self,
            AtlasReportPages  *pages,
            guint              page,
            gboolean           as_outlines)
{
  Sheet sheet = { .summary = g_string_new (NULL) };
  cairo_t *cr;

  atlas_report_pages_get_size (pages, page, &sheet.width, &sheet.height);
  sheet.drawing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                  &(cairo_rectangle_t) { 0, 0, sheet.width, sheet.height });
  cr = cairo_create (sheet.drawing);
  if (as_outlines)
    atlas_text_paint_use_outlines (cr);
  atlas_report_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  g_array_append_val (self->sheets, sheet);
}

static void
summarize (AtlasReportSheets *self,
           AtlasReportPages  *pages)
{
  g_autoptr (GArray) headings = atlas_report_pages_list_headings (pages);

  for (guint i = 0; i < headings->len; i++)
    {
      const AtlasReportHeading *heading = &g_array_index (headings, AtlasReportHeading, i);
      GString *summary = g_array_index (self->sheets, Sheet, heading->page).summary;

      g_string_append_printf (summary, "%s%s", summary->len > 0 ? " · " : "", heading->text);
    }
}

static AtlasReportSheets *
draw_all (AtlasReportPages *pages,
          gboolean          as_outlines)
{
  AtlasReportSheets *self = g_atomic_rc_box_new0 (AtlasReportSheets);

  g_mutex_init (&self->lock);
  self->title = g_strdup (atlas_report_get_title (atlas_report_pages_get_report (pages)));
  self->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_array_set_clear_func (self->sheets, (GDestroyNotify) sheet_clear);
  for (guint i = 0; i < atlas_report_pages_get_n_pages (pages); i++)
    draw_sheet (self, pages, i, as_outlines);
  summarize (self, pages);
  return self;
}

AtlasReportSheets *
atlas_report_sheets_new (AtlasReportPages *pages)
{
  return draw_all (pages, FALSE);
}

AtlasReportSheets *
atlas_report_sheets_new_for_printer (AtlasReportPages *pages)
{
  return draw_all (pages, TRUE);
}

AtlasReportSheets *
atlas_report_sheets_ref (AtlasReportSheets *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AtlasReportSheets *self = data;

  g_free (self->title);
  g_array_unref (self->sheets);
  g_mutex_clear (&self->lock);
}

void
atlas_report_sheets_unref (AtlasReportSheets *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
atlas_report_sheets_get_title (AtlasReportSheets *self)
{
  return self->title;
}

guint
atlas_report_sheets_get_n (AtlasReportSheets *self)
{
  return self->sheets->len;
}

static const Sheet *
get_sheet (AtlasReportSheets *self,
           guint              sheet)
{
  return &g_array_index (self->sheets, Sheet, sheet);
}

void
atlas_report_sheets_get_size (AtlasReportSheets *self,
                              guint              sheet,
                              double            *width,
                              double            *height)
{
  g_return_if_fail (sheet < self->sheets->len);

  *width = get_sheet (self, sheet)->width;
  *height = get_sheet (self, sheet)->height;
}

const char *
atlas_report_sheets_get_summary (AtlasReportSheets *self,
                                 guint              sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return get_sheet (self, sheet)->summary->len > 0 ? get_sheet (self, sheet)->summary->str : NULL;
}

void
atlas_report_sheets_draw (AtlasReportSheets *self,
                          guint              sheet,
                          cairo_t           *cr)
{
  g_return_if_fail (sheet < self->sheets->len);

  g_mutex_lock (&self->lock);
  cairo_save (cr);
  cairo_set_source_surface (cr, get_sheet (self, sheet)->drawing, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  g_mutex_unlock (&self->lock);
}
