/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/contents-layout.h"

#include "reports/page-tags.h"

/* Of a row of each level, in characters. */
#define INDENT 1.5
/* Of the dots that lead to the number. */
#define DOT 0.8
#define DOT_DISTANCE 5.0
#define TITLE_GAP 14.0
/* That go over to the next page together. */
#define LEAST_ROWS 3

typedef struct {
  AtlasTextLines *text;
  double left;
  guint level;
  guint target;
  guint number;
} Row;

struct _AtlasContentsLayout
{
  AtlasTextShaper *shaper;
  double width;
  double character;
  double number_width;
  AtlasTextLines *title;
  double title_height;
  GArray *rows;    /* (element-type Row) */
  GArray *heights; /* (element-type double) */
};

static void
row_clear (Row *row)
{
  atlas_text_lines_free (row->text);
}

AtlasContentsLayout *
atlas_contents_layout_new (AtlasTextShaper *shaper,
                           const char      *title,
                           double           width)
{
  AtlasContentsLayout *self = g_new0 (AtlasContentsLayout, 1);
  const AtlasReportStyle *style = atlas_text_shaper_get_style (shaper);

  self->shaper = shaper;
  self->width = width;
  self->character = style->texts[ATLAS_TEXT_BODY].size;
  self->number_width = atlas_text_shaper_measure (shaper, ATLAS_TEXT_BODY, "0000");
  self->title =
    atlas_text_lines_new (shaper, ATLAS_TEXT_TITLE, title, width, PANGO_ALIGN_CENTER, 0, FALSE);
  self->title_height = style->pitch > 0 ? 2 * style->pitch : atlas_text_lines_get_height (self->title) + TITLE_GAP;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, (GDestroyNotify) row_clear);
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
atlas_contents_layout_free (AtlasContentsLayout *self)
{
  atlas_text_lines_free (self->title);
  g_array_unref (self->rows);
  g_array_unref (self->heights);
  g_free (self);
}

void
atlas_contents_layout_add (AtlasContentsLayout *self,
                           const char          *text,
                           guint                level,
                           guint                target)
{
  Row row = { .level = level, .target = target, .left = level > 1 ? (level - 1) * INDENT * self->character : 0 };
  AtlasTextRole role = level == 0 ? ATLAS_TEXT_HEADING_3 : ATLAS_TEXT_BODY;
  double height;

  row.text = atlas_text_lines_new_plain (self->shaper, role, text, self->width - row.left - self->number_width);
  height = atlas_text_lines_get_height (row.text);
  g_array_append_val (self->rows, row);
  g_array_append_val (self->heights, height);
}

void
atlas_contents_layout_place (AtlasContentsLayout *self,
                             guint                target,
                             guint                number)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      if (row->level > 0 && row->target == target)
        row->number = number;
    }
}

AtlasFlowItem
atlas_contents_layout_get_flow (const AtlasContentsLayout *self)
{
  return (AtlasFlowItem) {
    .rows = (const double *) self->heights->data,
    .n_rows = self->heights->len,
    .min_rows = LEAST_ROWS,
    .lead = self->title_height,
  };
}

/* From the end of the row's text to where its number begins, on a raster of the whole list. */
static void
draw_dots (const AtlasContentsLayout *self,
           const Row                 *row,
           cairo_t                   *cr,
           double                     x,
           double                     baseline,
           double                     end)
{
  const AtlasColour *colour = &atlas_text_shaper_get_style (self->shaper)->dim_text;
  double begin = row->left + atlas_text_lines_get_last_width (row->text) + self->character / 2;

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  for (double at = self->width - DOT_DISTANCE; at > begin; at -= DOT_DISTANCE)
    if (at < end)
      cairo_rectangle (cr, x + at, baseline - DOT, DOT, DOT);
  cairo_fill (cr);
}

static void
draw_number (const AtlasContentsLayout *self,
             const Row                 *row,
             cairo_t                   *cr,
             double                     x,
             double                     y)
{
  g_autofree char *number = g_strdup_printf ("%u", row->number);
  g_autoptr (AtlasTextLines) lines =
    atlas_text_lines_new (self->shaper, ATLAS_TEXT_BODY, number, self->width, PANGO_ALIGN_RIGHT, 0, FALSE);
  double last = y + (atlas_text_lines_get_n (row->text) - 1) * atlas_text_lines_get_pitch (row->text);

  draw_dots (self, row, cr, x, last + atlas_text_lines_get_baseline (lines),
             self->width - atlas_text_lines_get_width (lines) - self->character / 2);
  atlas_text_lines_draw_all (lines, cr, x, last);
}

static void
draw_row (const AtlasContentsLayout *self,
          const Row                 *row,
          cairo_t                   *cr,
          double                     x,
          double                     y)
{
  atlas_page_tag_begin (cr, "TOCI");
  if (row->level > 0)
    atlas_page_link_begin (cr, row->target);
  atlas_text_lines_draw_all (row->text, cr, x + row->left, y);
  if (row->level > 0)
    {
      draw_number (self, row, cr, x, y);
      atlas_page_link_end (cr);
    }
  atlas_page_tag_end (cr, "TOCI");
}

void
atlas_contents_layout_draw (const AtlasContentsLayout *self,
                            cairo_t                   *cr,
                            double                     x,
                            double                     y,
                            const AtlasFlowPart       *part)
{
  if (part->first_row == 0)
    {
      atlas_page_tag_begin (cr, "H2");
      atlas_text_lines_draw_all (self->title, cr, x, y);
      atlas_page_tag_end (cr, "H2");
      y += self->title_height;
    }
  atlas_page_tag_begin (cr, "TOC");
  for (guint i = part->first_row; i < part->first_row + part->n_rows; i++)
    {
      draw_row (self, &g_array_index (self->rows, Row, i), cr, x, y);
      y += g_array_index (self->heights, double, i);
    }
  atlas_page_tag_end (cr, "TOC");
}
