/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/page-furniture.h"

#include <glib/gi18n.h>

static void
draw_line (AtlasTextShaper *shaper,
           cairo_t         *cr,
           const char      *text,
           PangoAlignment   alignment,
           double           x,
           double           width,
           double           baseline)
{
  g_autoptr (AtlasTextLines) lines =
    atlas_text_lines_new (shaper, ATLAS_TEXT_FURNITURE, text, width, alignment, 0, FALSE);

  /* A title too long for the running head gives its first line. */
  atlas_text_lines_draw (lines, cr, x, baseline - atlas_text_lines_get_baseline (lines), 0, 1);
}

/* Of the few pages before those that are counted. */
static char *
dup_roman (guint number)
{
  static const char *const ones[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };
  GString *text = g_string_new (NULL);

  for (; number >= 10; number -= 10)
    g_string_append_c (text, 'x');
  g_string_append (text, ones[number]);
  return g_string_free (text, FALSE);
}

/* Odd pages lie on the right. */
static PangoAlignment
align_number (const AtlasReportStyle *style,
              guint                   number)
{
  if (style->numbers == ATLAS_PAGE_NUMBERS_CENTRED)
    return PANGO_ALIGN_CENTER;
  return number % 2 == 1 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

static void
draw_plain (AtlasTextShaper     *shaper,
            const char          *title,
            guint                number,
            guint                n_pages,
            double               height,
            const AtlasPageArea *area,
            cairo_t             *cr)
{
  const AtlasReportStyle *style = atlas_text_shaper_get_style (shaper);
  g_autofree char *text =
    n_pages > 0 ? g_strdup_printf (_("Page %u of %u"), number, n_pages) : dup_roman (number);

  draw_line (shaper, cr, text, align_number (style, number), area->x, area->width, height - style->page_number);
  if (title == NULL)
    return;
  draw_line (shaper, cr, title, PANGO_ALIGN_LEFT, area->x, area->width, style->running_head);
  cairo_set_source_rgba (cr, style->dim_text.red, style->dim_text.green, style->dim_text.blue, 0.5);
  cairo_rectangle (cr, area->x, style->running_head + 6, area->width, 0.5);
  cairo_fill (cr);
}

/* Between dashes, one character from the outer edge, or centred. On a
 * landscape page it stands where it does on the others, turned with the sheet. */
static void
draw_on_grid (AtlasTextShaper *shaper,
              guint            number,
              const char      *digits,
              gboolean         landscape,
              cairo_t         *cr)
{
  const AtlasReportStyle *style = atlas_text_shaper_get_style (shaper);
  const AtlasPageArea *area = &style->upright;
  double character = style->texts[ATLAS_TEXT_FURNITURE].size;
  double baseline =
    style->height - style->page_number + atlas_text_shaper_measure_rise (shaper, ATLAS_TEXT_FURNITURE, "—");
  g_autofree char *text = g_strdup_printf ("— %s —", digits);

  cairo_save (cr);
  if (landscape)
    {
      cairo_translate (cr, style->height, 0);
      cairo_rotate (cr, G_PI_2);
    }
  draw_line (shaper, cr, text, align_number (style, number), area->x + character,
             area->width - 2 * character, baseline);
  cairo_restore (cr);
}

void
atlas_page_furniture_draw (AtlasTextShaper *shaper,
                           const char      *title,
                           guint            number,
                           guint            n_pages,
                           gboolean         landscape,
                           cairo_t         *cr)
{
  const AtlasReportStyle *style = atlas_text_shaper_get_style (shaper);

  g_autofree char *digits = n_pages > 0 ? g_strdup_printf ("%u", number) : dup_roman (number);

  if (style->pitch > 0)
    draw_on_grid (shaper, number, digits, landscape, cr);
  else
    draw_plain (shaper, title, number, n_pages, landscape ? style->width : style->height,
                landscape ? &style->landscape : &style->upright, cr);
}
