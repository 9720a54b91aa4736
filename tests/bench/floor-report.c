/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The least that a report of so many charts and long tables can take: cairo and Pango calls at places known beforehand, on two
 * pages for each chart and its table, as the application sets them; nothing is asked, measured, broken or tagged.
 *
 *     floor-report            # times in milliseconds of processor time
 *     floor-report FILE.pdf   # one file, for the time and memory of a cold process */

#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "floor-text.h"
#include "measure.h"
#include "report-pages-sample.h"

#define FONT "Noto Sans CJK SC"
#define N_TIMES 5
#define WIDTH 595.276
#define HEIGHT 841.89
#define LEFT 68.0
#define TOP 72.0
#define ROW 19.775
#define COLUMN 92.0
/* How many rows of a table stand under its chart; the others begin the next page. */
#define N_FIRST 19

typedef struct {
  PangoLayout *caption;
  PangoLayout *cell;
  PangoLayout *header;
  PangoLayout *note;
} Fonts;

static PangoContext *context;

static void
draw_chart (cairo_t     *cr,
            const Fonts *fonts,
            guint        n)
{
  floor_show (cr, fonts->caption, LEFT + 180, TOP, "图 1　持证社工");
  for (guint i = 0; i < PAGE_N_BARS; i++)
    {
      g_autofree char *name = page_sample_dup_cell (n, i, 0);
      g_autofree char *value = page_sample_dup_cell (n, i, 1);

      cairo_set_source_rgb (cr, 0.13, 0.4, 0.75);
      cairo_rectangle (cr, LEFT + 70, TOP + 24 + 28 * i, 300 - 20 * i, 18);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
      floor_show (cr, fonts->cell, LEFT, TOP + 24 + 28 * i, name);
      floor_show (cr, fonts->cell, LEFT + 374 - 20 * i, TOP + 24 + 28 * i, value);
    }
  floor_show (cr, fonts->note, LEFT, TOP + 254, "单位：人　2023年");
  floor_show (cr, fonts->note, LEFT, TOP + 268, "资料来源：〔1〕—〔8〕。");
}

/* The header and N rows from FIRST on. */
static void
draw_rows (cairo_t     *cr,
           const Fonts *fonts,
           guint        part,
           double       y,
           guint        first,
           guint        n)
{
  cairo_rectangle (cr, LEFT, y, PAGE_N_COLUMNS * COLUMN, 1);
  cairo_fill (cr);
  for (guint c = 0; c < PAGE_N_COLUMNS; c++)
    floor_show (cr, fonts->header, LEFT + c * COLUMN, y + 3, page_sample_get_header (c));
  for (guint r = first; r < first + n; r++)
    for (guint c = 0; c < PAGE_N_COLUMNS; c++)
      {
        g_autofree char *cell = page_sample_dup_cell (part, r, c);

        floor_show (cr, fonts->cell, LEFT + c * COLUMN, y + 3 + (r - first + 1) * ROW, cell);
      }
  cairo_rectangle (cr, LEFT, y + (n + 1) * ROW, PAGE_N_COLUMNS * COLUMN, 1);
  cairo_fill (cr);
}

static void
end_page (cairo_t     *cr,
          const Fonts *fonts,
          guint        number)
{
  g_autofree char *text = g_strdup_printf ("第 %u 页　共 %u 页", number, 2 * PAGE_N_PARTS);

  floor_show (cr, fonts->note, LEFT, 40, "各地社会工作情况");
  floor_show (cr, fonts->note, WIDTH / 2 - 30, HEIGHT - 46, text);
  cairo_show_page (cr);
}

static void
draw_part (cairo_t     *cr,
           const Fonts *fonts,
           guint        n)
{
  draw_chart (cr, fonts, n);
  floor_show (cr, fonts->caption, LEFT + 160, TOP + 290, "表 1　" PAGE_TABLE_TITLE);
  floor_show (cr, fonts->note, LEFT + 410, TOP + 292, PAGE_UNIT);
  draw_rows (cr, fonts, n, TOP + 308, 0, N_FIRST);
  end_page (cr, fonts, 2 * n + 1);
  floor_show (cr, fonts->caption, LEFT + 200, TOP, "表 1（续）");
  draw_rows (cr, fonts, n, TOP + 20, N_FIRST, PAGE_N_ROWS - N_FIRST);
  floor_show (cr, fonts->note, LEFT, TOP + 270, PAGE_NOTE);
  end_page (cr, fonts, 2 * n + 2);
}

static cairo_status_t
append (void                *bytes,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
write_report (const char *path)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  Fonts fonts = { floor_layout_new (context, FONT, 10, PANGO_WEIGHT_BOLD), floor_layout_new (context, FONT, 9.5, PANGO_WEIGHT_NORMAL),
                  floor_layout_new (context, FONT, 9.5, PANGO_WEIGHT_BOLD), floor_layout_new (context, FONT, 8.5, PANGO_WEIGHT_NORMAL) };

  for (guint n = 0; n < PAGE_N_PARTS; n++)
    draw_part (cr, &fonts, n);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (fonts.caption);
  g_object_unref (fonts.cell);
  g_object_unref (fonts.header);
  g_object_unref (fonts.note);
  if (path != NULL)
    g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL);
}

static PangoContext *
new_context (void)
{
  PangoContext *made = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (made, options);
  pango_cairo_context_set_resolution (made, 72.0);
  cairo_font_options_destroy (options);
  return made;
}

int
main (int   argc,
      char *argv[])
{
  double times[N_TIMES];

  context = new_context ();
  for (guint i = 0; i < N_TIMES && argc == 1; i++)
    {
      double start = measure_get_processor ();

      write_report (NULL);
      times[i] = measure_get_processor () - start;
    }
  if (argc > 1)
    write_report (argv[1]);
  else
    measure_print_spread ("whole", times, N_TIMES);
  g_object_unref (context);
  return 0;
}
