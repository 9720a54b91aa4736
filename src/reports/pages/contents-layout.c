/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/contents-layout.h"

#include "reports/pages/page-tags.h"

/* Of a row of each level, in characters. */
#define INDENT 1.5
/* Of the dots that lead to the number. */
#define DOT 0.8
#define DOT_DISTANCE 5.0
#define TITLE_GAP 14.0
/* That go over to the next page together. */
#define LEAST_ROWS 6

typedef struct {
  AtlasTextLines *text;
  AtlasTextRole role;
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
  gboolean condensed;
  GArray *rows;    /* (element-type Row) */
  GArray *groups;  /* (element-type guint): the first row of each: a row, but a heading with the one below it */
  GArray *heights; /* (element-type double): of the groups */
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
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
atlas_contents_layout_free (AtlasContentsLayout *self)
{
  atlas_text_lines_free (self->title);
  g_array_unref (self->rows);
  g_array_unref (self->groups);
  g_array_unref (self->heights);
  g_free (self);
}

/* What row N, of HEIGHT, adds to the groups. */
static void
add_to_groups (AtlasContentsLayout *self,
               guint                n,
               double               height)
{
  if (n > 0 && g_array_index (self->rows, Row, n - 1).level == 0)
    {
      g_array_index (self->heights, double, self->heights->len - 1) += height;
      return;
    }
  g_array_append_val (self->groups, n);
  g_array_append_val (self->heights, height);
}

static AtlasTextRole
choose_role (const AtlasContentsLayout *self,
             guint                      level,
             gboolean                   in_list)
{
  if (level == 0)
    return ATLAS_TEXT_HEADING_3;
  return in_list || (self->condensed && level > 1) ? ATLAS_TEXT_LIST : ATLAS_TEXT_BODY;
}

void
atlas_contents_layout_clear (AtlasContentsLayout *self,
                             gboolean             condensed)
{
  self->condensed = condensed;
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->groups, 0);
  g_array_set_size (self->heights, 0);
}

void
atlas_contents_layout_add (AtlasContentsLayout *self,
                           const char          *text,
                           guint                level,
                           gboolean             in_list,
                           guint                target)
{
  Row row = {
    .role = choose_role (self, level, in_list),
    .level = level,
    .target = target,
    .left = level > 1 ? (level - 1) * INDENT * self->character : 0,
  };

  row.text = atlas_text_lines_new_plain (self->shaper, row.role, text, self->width - row.left - self->number_width);
  add_to_groups (self, self->rows->len, atlas_text_lines_get_height (row.text));
  g_array_append_val (self->rows, row);
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
    atlas_text_lines_new (self->shaper, row->role, number, self->width, PANGO_ALIGN_RIGHT, 0, FALSE);
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

/* The first row of GROUP; behind the last one how many rows there are. */
static guint
find_row (const AtlasContentsLayout *self,
          guint                      group)
{
  return group < self->groups->len ? g_array_index (self->groups, guint, group) : self->rows->len;
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
      atlas_text_lines_draw_tagged (self->title, cr, "H2", x, y);
      y += self->title_height;
    }
  atlas_page_tag_begin (cr, "TOC");
  for (guint i = find_row (self, part->first_row); i < find_row (self, part->first_row + part->n_rows); i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      draw_row (self, row, cr, x, y);
      y += atlas_text_lines_get_height (row->text);
    }
  atlas_page_tag_end (cr, "TOC");
}
