/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/text-lines.h"

#include <string.h>

#include "charts/text-paint.h"
#include "reports/pages/even-lines.h"
#include "reports/pages/line-keeping.h"
#include "reports/pages/page-tags.h"

/* Where the em box of a Han character lies on the baseline; lines are centred by it. */
#define EM_ASCENT 0.88
/* What a byte of text takes at least, in sizes of its font: an i, or a third of a Han character. */
#define LEAST_BYTE 0.2

struct _AtlasTextLines
{
  PangoLayout *layout; /* (nullable): where there may be several lines */
  AtlasTextLine *line; /* (nullable): the only one */
  AtlasColour colour;
  double *x; /* of each line */
  double only_x;
  guint n;
  double pitch;
  double baseline;
  double width;
  double last_width;
};

static int
to_pango (double points)
{
  return (int) (points * PANGO_SCALE + 0.5);
}

static void
find_lines (AtlasTextLines *self)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  self->n = pango_layout_get_line_count (self->layout);
  self->x = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      self->x[i] = (double) logical.x / PANGO_SCALE;
      self->last_width = (double) logical.width / PANGO_SCALE;
      self->width = MAX (self->width, self->last_width);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

static void
set_line (AtlasTextLines  *self,
          AtlasTextShaper *shaper,
          AtlasTextRole    role,
          const char      *text)
{
  self->line = atlas_text_line_ref (atlas_text_shaper_get_line (shaper, role, text));
  self->width = self->last_width = atlas_text_line_get_width (self->line);
  self->x = &self->only_x;
  self->n = 1;
  atlas_text_shaper_collect_lacking (shaper, role, text, atlas_text_line_get_runs (self->line));
}

/* Whether TEXT is so short that it is worth while to set it on one line and see: no character is as narrow for its bytes. */
static gboolean
may_fit (AtlasTextShaper *shaper,
         AtlasTextRole    role,
         const char      *text,
         double           width)
{
  return strlen (text) * atlas_text_shaper_get_style (shaper)->texts[role].size * LEAST_BYTE < width && atlas_text_line_suits (text);
}

/* What is written from right to left has its beginning on the other side, which a layout knows. */
static gboolean
is_reversed (const AtlasTextLine *line)
{
  for (GSList *l = atlas_text_line_get_runs (line); l != NULL; l = l->next)
    if (((const PangoGlyphItem *) l->data)->item->analysis.level % 2 == 1)
      return TRUE;
  return FALSE;
}

static double
get_left (double         room,
          PangoAlignment alignment)
{
  return alignment == PANGO_ALIGN_LEFT ? 0 : alignment == PANGO_ALIGN_RIGHT ? room : room / 2;
}

/* Captions, heads of pages and most headings take one line. FALSE where TEXT takes more. */
static gboolean
set_only_line (AtlasTextLines  *self,
               AtlasTextShaper *shaper,
               AtlasTextRole    role,
               const char      *text,
               double           width,
               PangoAlignment   alignment,
               double           indent)
{
  const AtlasTextLine *line;
  double room;

  if (!may_fit (shaper, role, text, width - indent))
    return FALSE;
  line = atlas_text_shaper_get_line (shaper, role, text);
  room = width - indent - atlas_text_line_get_width (line);
  if (room < 0 || is_reversed (line))
    return FALSE;
  set_line (self, shaper, role, text);
  self->x[0] = indent + get_left (room, alignment);
  return TRUE;
}

static void
collect_lacking (AtlasTextShaper *shaper,
                 AtlasTextRole    role,
                 PangoLayout     *layout)
{
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    atlas_text_shaper_collect_lacking (shaper, role, pango_layout_get_text (layout),
                                       pango_layout_get_line_readonly (layout, i)->runs);
}

static void
set_lines (AtlasTextLines  *self,
           AtlasTextShaper *shaper,
           AtlasTextRole    role,
           const char      *text,
           double           width,
           PangoAlignment   alignment,
           double           indent,
           gboolean         justify)
{
  self->layout = atlas_text_shaper_create_layout (shaper, role, text);
  if (width >= 0)
    {
      pango_layout_set_width (self->layout, to_pango (width));
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (self->layout, alignment);
      pango_layout_set_indent (self->layout, to_pango (indent));
      atlas_line_keeping_apply (shaper, role, self->layout, width, justify);
      if (justify)
        atlas_even_lines (self->layout, atlas_text_shaper_get_style (shaper)->texts[role].size);
    }
  find_lines (self);
  collect_lacking (shaper, role, self->layout);
}

AtlasTextLines *
atlas_text_lines_new (AtlasTextShaper *shaper,
                      AtlasTextRole    role,
                      const char      *text,
                      double           width,
                      PangoAlignment   alignment,
                      double           indent,
                      gboolean         justify)
{
  AtlasTextLines *self = g_new0 (AtlasTextLines, 1);
  const AtlasReportStyle *style = atlas_text_shaper_get_style (shaper);
  const AtlasTextStyle *text_style = &style->texts[role];

  self->colour = text_style->dim ? style->dim_text : style->text;
  self->pitch = atlas_report_style_get_leading (style, role, atlas_text_shaper_get_language (shaper));
  self->baseline = (self->pitch - text_style->size) / 2 + text_style->size * EM_ASCENT;
  if (width < 0 && atlas_text_line_suits (text))
    set_line (self, shaper, role, text);
  else if (width < 0 || !set_only_line (self, shaper, role, text, width, alignment, indent))
    set_lines (self, shaper, role, text, width, alignment, indent, justify);
  return self;
}

AtlasTextLines *
atlas_text_lines_new_plain (AtlasTextShaper *shaper,
                            AtlasTextRole    role,
                            const char      *text,
                            double           width)
{
  return atlas_text_lines_new (shaper, role, text, width, PANGO_ALIGN_LEFT, 0, FALSE);
}

/* The least width, to a point, in which the text takes no more lines than in WIDTH. */
static double
find_balanced_width (AtlasTextShaper *shaper,
                     AtlasTextRole    role,
                     const char      *text,
                     double           width)
{
  g_autoptr (PangoLayout) layout = atlas_text_shaper_create_layout (shaper, role, text);
  double least = width / 4;
  int n;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, to_pango (width));
  n = pango_layout_get_line_count (layout);
  while (width - least > 1)
    {
      double middle = (width + least) / 2;

      pango_layout_set_width (layout, to_pango (middle));
      *(pango_layout_get_line_count (layout) > n ? &least : &width) = middle;
    }
  return width;
}

AtlasTextLines *
atlas_text_lines_new_balanced (AtlasTextShaper *shaper,
                               AtlasTextRole    role,
                               const char      *text,
                               double           width)
{
  double narrow = find_balanced_width (shaper, role, text, width);
  AtlasTextLines *self = atlas_text_lines_new (shaper, role, text, narrow, PANGO_ALIGN_CENTER, 0, FALSE);

  for (guint i = 0; i < self->n; i++)
    self->x[i] += (width - narrow) / 2;
  return self;
}

AtlasTextLines *
atlas_text_lines_new_title (AtlasTextShaper *shaper,
                            const char      *title,
                            double           width)
{
  g_auto (GStrv) parts = g_strsplit (title, "\n", -1);
  g_autofree char *joined = g_strjoinv (atlas_text_shaper_get_language (shaper) == ATLAS_LANGUAGE_CHINESE ? "" : " ", parts);
  gboolean fits = atlas_text_shaper_measure (shaper, ATLAS_TEXT_TITLE, joined) <= width;

  return atlas_text_lines_new_balanced (shaper, ATLAS_TEXT_TITLE, fits ? joined : title, width);
}

gboolean
atlas_text_lines_fit (AtlasTextLines *self,
                      double          width,
                      PangoAlignment  alignment)
{
  if (self->n > 1 || self->width > width)
    return FALSE;
  self->x[0] = alignment == PANGO_ALIGN_RIGHT ? width - self->width : 0;
  return TRUE;
}

void
atlas_text_lines_free (AtlasTextLines *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->line, atlas_text_line_unref);
  if (self->x != &self->only_x)
    g_free (self->x);
  g_free (self);
}

guint
atlas_text_lines_get_n (const AtlasTextLines *self)
{
  return self->n;
}

double
atlas_text_lines_get_pitch (const AtlasTextLines *self)
{
  return self->pitch;
}

double
atlas_text_lines_get_height (const AtlasTextLines *self)
{
  return self->n * self->pitch;
}

double
atlas_text_lines_get_width (const AtlasTextLines *self)
{
  return self->width;
}

double
atlas_text_lines_get_last_width (const AtlasTextLines *self)
{
  return self->last_width;
}

double
atlas_text_lines_get_baseline (const AtlasTextLines *self)
{
  return self->baseline;
}

void
atlas_text_lines_draw (const AtlasTextLines *self,
                       cairo_t              *cr,
                       double                x,
                       double                y,
                       guint                 first,
                       guint                 n)
{
  const AtlasColour *colour = &self->colour;

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  for (guint i = first; i < MIN (first + n, self->n); i++)
    {
      double left = x + self->x[i], baseline = y + (i - first) * self->pitch + self->baseline;

      if (self->line != NULL)
        {
          atlas_text_line_draw (self->line, cr, left, baseline);
          continue;
        }
      cairo_move_to (cr, left, baseline);
      atlas_text_paint_line (cr, pango_layout_get_line_readonly (self->layout, i));
    }
}

static void
link_line (const AtlasTextLine       *line,
           const AtlasReferenceLinks *links,
           cairo_t                   *cr,
           double                     x,
           double                     baseline)
{
  const char *text = atlas_text_line_get_text (line);

  atlas_reference_links_add_runs (links, text, 0, (int) strlen (text), atlas_text_line_get_runs (line), cr, x, baseline);
}

/* Whether there are references in N lines from FIRST on. */
static gboolean
has_links (const AtlasTextLines      *self,
           const AtlasReferenceLinks *links,
           guint                      first,
           guint                      n)
{
  const char *text = self->line != NULL ? atlas_text_line_get_text (self->line) : pango_layout_get_text (self->layout);
  const PangoLayoutLine *begin, *end;

  if (links == NULL)
    return FALSE;
  if (self->line != NULL)
    return atlas_reference_links_has (links, text, 0, (int) strlen (text));
  begin = pango_layout_get_line_readonly (self->layout, (int) first);
  end = pango_layout_get_line_readonly (self->layout, (int) MIN (first + n, self->n) - 1);
  return atlas_reference_links_has (links, text, begin->start_index, end->start_index + end->length);
}

void
atlas_text_lines_draw_linked (const AtlasTextLines      *self,
                              const AtlasReferenceLinks *links,
                              cairo_t                   *cr,
                              double                     x,
                              double                     y,
                              guint                      first,
                              guint                      n)
{
  gboolean is_linked = has_links (self, links, first, n);

  if (is_linked)
    atlas_page_tag_begin (cr, "Span");
  atlas_text_lines_draw (self, cr, x, y, first, n);
  if (is_linked)
    atlas_page_tag_end (cr, "Span");
  for (guint i = first; is_linked && i < MIN (first + n, self->n); i++)
    {
      double left = x + self->x[i], baseline = y + (i - first) * self->pitch + self->baseline;

      if (self->line != NULL)
        link_line (self->line, links, cr, left, baseline);
      else
        atlas_reference_links_add_line (links, self->layout, (int) i, cr, left, baseline);
    }
}

void
atlas_text_lines_draw_all (const AtlasTextLines *self,
                           cairo_t              *cr,
                           double                x,
                           double                y)
{
  atlas_text_lines_draw (self, cr, x, y, 0, self->n);
}

void
atlas_text_lines_draw_tagged (const AtlasTextLines *self,
                              cairo_t              *cr,
                              const char           *tag,
                              double                x,
                              double                y)
{
  atlas_page_tag_begin (cr, tag);
  atlas_text_lines_draw_all (self, cr, x, y);
  atlas_page_tag_end (cr, tag);
}
