/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "built-report.h"
#include "reports/files/report-sheets.h"
#include "test-language.h"

static AtlasReportPages *
lay_out (const AtlasReportStyle *style)
{
  g_autoptr (GError) error = NULL;
  AtlasReport *report;

  test_language_speak ("zh_CN");
  report = built_report_build ("brief", "640000", 0, &error);
  g_assert_no_error (error);
  return atlas_report_pages_new_styled (report, style);
}

/* A pixel for each point: at other sizes corners differ by the 256th of a point, to which cairo keeps a recording. */
static cairo_t *
create_paper (double width,
              double height)
{
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (paper);

  cairo_surface_destroy (paper);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  return cr;
}

static cairo_status_t
append_bytes (void                *string,
              const unsigned char *bytes,
              unsigned int         n)
{
  g_string_append_len (string, (const char *) bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

static gsize
count_bytes (cairo_t *cr)
{
  cairo_surface_t *paper = cairo_get_target (cr);

  cairo_surface_flush (paper);
  return (gsize) cairo_image_surface_get_stride (paper) * (gsize) cairo_image_surface_get_height (paper);
}

/* How many pixels of the two differ by more than rounding. */
static guint
count_differences (cairo_t *one,
                   cairo_t *other)
{
  gsize n = count_bytes (one);
  const guint8 *bytes = cairo_image_surface_get_data (cairo_get_target (one));
  const guint8 *others;
  guint differences = 0;

  g_assert_cmpuint (count_bytes (other), ==, n);
  others = cairo_image_surface_get_data (cairo_get_target (other));
  for (gsize i = 0; i < n; i++)
    differences += ABS ((int) bytes[i] - (int) others[i]) > 2;
  return differences;
}

/* A sheet shows pixel by pixel what its page does. */
static void
test_same_drawing (void)
{
  g_autoptr (AtlasReportPages) pages = lay_out (atlas_report_style_find ("plain"));
  g_autoptr (AtlasReportSheets) sheets = atlas_report_sheets_new (pages);

  g_assert_cmpuint (atlas_report_sheets_get_n (sheets), ==, atlas_report_pages_get_n_pages (pages));
  g_assert_cmpuint (atlas_report_sheets_get_n (sheets), >, 1);
  g_assert_cmpstr (atlas_report_sheets_get_title (sheets), ==, "宁夏回族自治区社会工作发展情况简报");
  for (guint i = 0; i < atlas_report_sheets_get_n (sheets); i++)
    {
      double width, height, page_width, page_height;
      cairo_t *sheet, *page;

      atlas_report_pages_get_size (pages, i, &page_width, &page_height);
      atlas_report_sheets_get_size (sheets, i, &width, &height);
      g_assert_cmpfloat (width, ==, page_width);
      g_assert_cmpfloat (height, ==, page_height);
      sheet = create_paper (width, height);
      page = create_paper (width, height);
      atlas_report_sheets_draw (sheets, i, sheet);
      atlas_report_pages_draw (pages, i, page);
      g_assert_cmpuint (count_differences (sheet, page), ==, 0);
      cairo_destroy (sheet);
      cairo_destroy (page);
    }
}

/* The PDF that SHEETS make as they are, as a printer gets it. */
static GString *
make_pdf (AtlasReportSheets *sheets)
{
  GString *pdf = g_string_new (NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, pdf, 595, 842);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < atlas_report_sheets_get_n (sheets); i++)
    {
      atlas_report_sheets_draw (sheets, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return pdf;
}

static double
sum_ink (AtlasReportSheets *sheets,
         guint              sheet)
{
  cairo_t *cr = create_paper (595, 842);
  gsize n;
  const guint8 *bytes;
  double ink = 0;

  atlas_report_sheets_draw (sheets, sheet, cr);
  n = count_bytes (cr);
  bytes = cairo_image_surface_get_data (cairo_get_target (cr));
  for (gsize i = 0; i < n; i += 4)
    ink += 255 - bytes[i + 1];
  cairo_destroy (cr);
  return ink;
}

static gboolean
has_fonts (const GString *pdf)
{
  return memmem (pdf->str, pdf->len, "/FontFile", strlen ("/FontFile")) != NULL;
}

/* A printer gets no fonts, of which parts may be missing, and the same ink but for a few hundredths. */
static void
test_for_printer (void)
{
  g_autoptr (AtlasReportPages) pages = lay_out (atlas_report_style_find ("official"));
  g_autoptr (AtlasReportSheets) shown = atlas_report_sheets_new (pages);
  g_autoptr (AtlasReportSheets) printed = atlas_report_sheets_new_for_printer (pages);
  GString *shown_pdf = make_pdf (shown);
  GString *printed_pdf = make_pdf (printed);

  g_assert_true (has_fonts (shown_pdf));
  g_assert_false (has_fonts (printed_pdf));
  g_assert_cmpuint (atlas_report_sheets_get_n (printed), ==, atlas_report_sheets_get_n (shown));
  for (guint i = 0; i < atlas_report_sheets_get_n (shown); i++)
    {
      double ink = sum_ink (shown, i);

      g_assert_cmpfloat (ink, >, 0);
      g_assert_cmpfloat (ABS (sum_ink (printed, i) - ink), <, 0.05 * ink);
    }
  g_string_free (shown_pdf, TRUE);
  g_string_free (printed_pdf, TRUE);
}

/* What stands on a sheet is told by its headings. */
static void
test_summary (void)
{
  g_autoptr (AtlasReportPages) pages = lay_out (atlas_report_style_find ("plain"));
  g_autoptr (AtlasReportSheets) sheets = atlas_report_sheets_new (pages);

  g_assert_true (g_str_has_prefix (atlas_report_sheets_get_summary (sheets, 0),
                                   "宁夏回族自治区社会工作发展情况简报 · 一、持证社工"));
}

/* In grey no pixel has a colour, and lines and pages break where they did. */
static void
test_grey (void)
{
  AtlasReportStyle style = atlas_report_style_to_grey (atlas_report_style_find ("plain"));
  g_autoptr (AtlasReportPages) coloured = lay_out (atlas_report_style_find ("plain"));
  g_autoptr (AtlasReportPages) grey = lay_out (&style);
  guint n_inked = 0;

  g_assert_cmpuint (atlas_report_pages_get_n_pages (grey), ==, atlas_report_pages_get_n_pages (coloured));
  for (guint i = 0; i < atlas_report_pages_get_n_pages (grey); i++)
    {
      cairo_t *cr = create_paper (style.width, style.height);
      gsize n;
      const guint8 *bytes;

      atlas_report_pages_draw (grey, i, cr);
      n = count_bytes (cr);
      bytes = cairo_image_surface_get_data (cairo_get_target (cr));
      for (gsize p = 0; p < n; p += 4)
        {
          g_assert_cmpint (ABS (bytes[p] - bytes[p + 1]), <=, 1);
          g_assert_cmpint (ABS (bytes[p] - bytes[p + 2]), <=, 1);
          n_inked += bytes[p] < 128;
        }
      cairo_destroy (cr);
    }
  g_assert_cmpuint (n_inked, >, 1000);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  g_test_add_func ("/reports/sheets/same-drawing", test_same_drawing);
  g_test_add_func ("/reports/sheets/for-printer", test_for_printer);
  g_test_add_func ("/reports/sheets/summary", test_summary);
  g_test_add_func ("/reports/sheets/grey", test_grey);
  status = g_test_run ();
  built_report_close ();
  return status;
}
