/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#include "charts/byte-stream.h"
#include "charts/chart-titles.h"
#include "charts/pdf/pdf-rewrite.h"
#include "charts/png-stream.h"
#include "dataset/new-file.h"

G_DEFINE_QUARK (atlas-chart-error-quark, atlas_chart_error)

/* White space around a chart that stands alone in a file, of its text size. */
#define MARGIN 1.4
#define MAX_MARGIN_SHARE 0.05

/* What cairo can draw on at the most. */
#define MAX_PIXELS 32767.0
#define MIN_SIZE 40.0

typedef enum {
  FILE_PNG,
  FILE_SVG,
  FILE_PDF,
} FileKind;

static gboolean
tell_kind (const char  *path,
           FileKind    *out,
           GError     **error)
{
  static const char *const endings[] = { [FILE_PNG] = ".png", [FILE_SVG] = ".svg", [FILE_PDF] = ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *out = (FileKind) i;
        return TRUE;
      }
  g_set_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_FORMAT,
               _("“%s” is no name for a chart: it has to end in .png, .svg or .pdf"), path);
  return FALSE;
}

/* C22 */
static gboolean
check_units (const AtlasChartSpec  *spec,
             GError               **error)
{
  g_autoptr (AtlasChartData) data = atlas_chart_data_new (spec);

  if (!atlas_chart_kind_get_traits (spec->kind)->has_one_axis || data->is_one_unit ||
      data->has_indicator_panels)
    return TRUE;
  g_set_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_UNITS,
               _("These indicators are in different units, and a chart of kind %s has one axis: ask for them one by one"),
               atlas_chart_kind_to_id (spec->kind));
  return FALSE;
}

/* C13 */
static gboolean
check_source (const AtlasChartSpec  *spec,
              GError               **error)
{
  g_autoptr (GPtrArray) sources = atlas_table_list_sources (spec->table);

  if (atlas_table_count_missing (spec->table) == atlas_table_get_n_rows (spec->table))
    {
      g_set_error_literal (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_NO_SOURCE,
                           _("There is nothing to draw: no figure answers the question"));
      return FALSE;
    }
  if (sources->len == 0)
    {
      g_set_error_literal (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_NO_SOURCE,
                           _("The chart is not written, since none of its figures has a source"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_size (double    width,
            double    height,
            double    scale,
            GError  **error)
{
  if (!(width >= MIN_SIZE && height >= MIN_SIZE && width * scale <= MAX_PIXELS && height * scale <= MAX_PIXELS))
    {
      g_set_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_SIZE,
                   _("A chart cannot be %.0f × %.0f: each side has to be between %.0f and %.0f"), width, height,
                   MIN_SIZE, floor (MAX_PIXELS / scale));
      return FALSE;
    }
  return TRUE;
}

/* SOURCE_DATE_EPOCH makes the same chart the same file, byte for byte. */
static char *
dup_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = epoch != NULL ? g_ascii_strtoll (epoch, NULL, 10) : g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("1970-01-01T00:00:00Z");
}

static void
set_metadata (cairo_surface_t      *surface,
              const AtlasChartSpec *spec)
{
  g_autofree char *title = atlas_chart_dup_headline (spec);
  g_autofree char *date = dup_date ();

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Shegong Atlas " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* The vector formats are written to BYTES while they are drawn and when they are finished. */
static cairo_surface_t *
make_surface (FileKind              kind,
              const AtlasChartSpec *spec,
              GByteArray           *bytes,
              double                width,
              double                height,
              double                scale)
{
  cairo_surface_t *surface;

  switch (kind)
    {
    case FILE_SVG:
      surface = cairo_svg_surface_create_for_stream (atlas_byte_stream_append, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
      return surface;
    case FILE_PDF:
      surface = cairo_pdf_surface_create_for_stream (atlas_byte_stream_append, bytes, width, height);
      cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
      set_metadata (surface, spec);
      return surface;
    case FILE_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
    }
}

static void
draw_page (cairo_surface_t        *surface,
           const AtlasChartLayout *layout,
           const AtlasChartStyle  *style,
           double                  margin,
           double                  scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, style->background.red, style->background.green, style->background.blue);
  cairo_paint (cr);
  cairo_translate (cr, margin, margin);
  atlas_chart_layout_draw (layout, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

/* Closes SURFACE, so that all of it is in BYTES. */
static gboolean
close_surface (cairo_surface_t  *surface,
               FileKind          kind,
               GByteArray       *bytes,
               GError          **error)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS && kind == FILE_PNG)
    status = atlas_png_stream_append (bytes, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_DRAW, _("The chart could not be drawn: %s"),
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

/* What BYTES (transfer full), with all of SURFACE, are as a file; cairo 1.16 leaves out parts of the fonts in a PDF. */
static GBytes *
finish (cairo_surface_t  *surface,
        FileKind          kind,
        GByteArray       *bytes,
        GError          **error)
{
  gboolean done = close_surface (surface, kind, bytes, error);
  g_autoptr (GBytes) drawn = g_byte_array_free_to_bytes (bytes);

  if (!done)
    return NULL;
  return kind == FILE_PDF ? atlas_pdf_rewrite (drawn, NULL, error) : g_steal_pointer (&drawn);
}

/* The file is made in memory: cairo does not tell of every byte that a full disk refused. */
static gboolean
write_layout (const AtlasChartLayout  *layout,
              const AtlasChartSpec    *spec,
              const AtlasChartStyle   *style,
              FileKind                 kind,
              double                   margin,
              double                   scale,
              const char              *path,
              GError                 **error)
{
  double width = atlas_chart_layout_get_width (layout) + 2.0 * margin;
  double height = atlas_chart_layout_get_height (layout) + 2.0 * margin;
  g_autoptr (GBytes) file = NULL;
  GByteArray *bytes;
  cairo_surface_t *surface;

  if (!check_size (width, height, scale, error))
    return FALSE;
  bytes = g_byte_array_new ();
  surface = make_surface (kind, spec, bytes, width, height, scale);
  draw_page (surface, layout, style, margin, scale);
  file = finish (surface, kind, bytes, error);
  cairo_surface_destroy (surface);
  return file != NULL && atlas_new_file_write (path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), error);
}

/**
 * atlas_chart_save:
 * @spec: what is drawn; its titles and source are, whatever it says
 * @style: how
 * @width: in pixels or points, with a margin
 * @height: the same; 0 for what suits
 * @scale: of a PNG: how many pixels a point has
 * @path: ends in .png, .svg or .pdf
 * @error: return location
 *
 * Writes a chart to a file that stands for itself.
 *
 * Returns: whether it was written; else nothing is there that was not there before
 */
gboolean
atlas_chart_save (const AtlasChartSpec   *spec,
                  const AtlasChartStyle  *style,
                  double                  width,
                  double                  height,
                  double                  scale,
                  const char             *path,
                  GError                **error)
{
  g_autoptr (AtlasChartSpec) whole = atlas_chart_spec_copy (spec);
  g_autoptr (AtlasChartLayout) layout = NULL;
  double shorter = height > 0.0 ? MIN (width, height) : width;
  double margin = round (MIN (style->text_size * MARGIN, shorter * MAX_MARGIN_SHARE));
  FileKind kind;

  whole->show_titles = whole->show_source = TRUE;
  if (!tell_kind (path, &kind, error) || !check_source (spec, error) || !check_units (spec, error))
    return FALSE;
  scale = kind == FILE_PNG ? MAX (scale, 1.0) : 1.0;
  if (!check_size (width, height > 0.0 ? height : MIN_SIZE, scale, error))
    return FALSE;
  layout = atlas_chart_layout_new (whole, style, width - 2.0 * margin, height > 0.0 ? height - 2.0 * margin : 0.0);
  return write_layout (layout, whole, style, kind, margin, scale, path, error);
}
