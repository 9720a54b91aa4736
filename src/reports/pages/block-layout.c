/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/block-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-layout.h"
#include "charts/chart-split.h"
#include "reports/pages/cover-layout.h"
#include "reports/pages/key-figures-layout.h"
#include "reports/pages/page-tags.h"
#include "reports/report.h"

#define CAPTION_GAP 4.0
#define SUBTITLE_GAP 6.0
/* A chart may lose so much of its height, rather than leave its page half empty. */
#define LEAST_CHART 0.8
/* And so much to fit on one page rather than to go over two. */
#define LEAST_WHOLE_CHART 0.68

struct _AtlasBlockLayout
{
  const AtlasBlock *block;
  const AtlasReferenceLinks *links; /* (nullable) */
  AtlasTextLines *text;   /* of a text block */
  AtlasTextLines *detail; /* (nullable): under the title */
  GPtrArray *captions;    /* (nullable) (element-type AtlasTextLines): of the parts of a chart */
  GPtrArray *charts;      /* (nullable) (element-type AtlasChartLayout): the parts themselves */
  const AtlasChartStyle *chart_style;
  AtlasTableLayout *table;
  AtlasKeyFiguresLayout *key_figures;
  AtlasCoverLayout *cover;
  AtlasContentsLayout *contents;
  double width; /* of the charts */
  const char *tag;
  double row;   /* the height of what is one row */
  double *rows; /* of a paragraph: all lines are alike; of the parts of a chart */
  guint n_rows;
};

static AtlasTextRole
heading_role (guint level)
{
  return ATLAS_TEXT_HEADING_1 + MIN (level, 3) - 1;
}

/* TEXT, or, where that is too long for a line, its two parts on a line each. */
static char *
break_detail (AtlasTextShaper *shaper,
              const char      *text,
              double           width)
{
  static const char *const separators[] = { " · ", "　　" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strstr (text, separators[i]) != NULL && atlas_text_shaper_measure (shaper, ATLAS_TEXT_SUBTITLE, text) > width)
      {
        g_auto (GStrv) parts = g_strsplit (text, separators[i], 2);

        return g_strjoinv ("\n", parts);
      }
  return g_strdup (text);
}

static void
layout_title (AtlasBlockLayout *self,
              AtlasTextShaper  *shaper,
              double            width)
{
  g_autofree char *detail = NULL;

  self->tag = "H1";
  self->text = atlas_text_lines_new_title (shaper, self->block->text, width);
  self->row = atlas_text_lines_get_height (self->text);
  if (self->block->detail == NULL)
    return;
  detail = break_detail (shaper, self->block->detail, width);
  self->detail = atlas_text_lines_new (shaper, ATLAS_TEXT_SUBTITLE, detail, width,
                                       PANGO_ALIGN_CENTER, 0, FALSE);
  self->row += SUBTITLE_GAP + atlas_text_lines_get_height (self->detail);
}

static double
get_indent (const AtlasReportStyle *style)
{
  return style->indent * style->texts[ATLAS_TEXT_BODY].size;
}

static void
layout_heading (AtlasBlockLayout *self,
                AtlasTextShaper  *shaper,
                double            width)
{
  static const char *const tags[] = { "H2", "H3", "H4" };
  const AtlasReportStyle *style = atlas_text_shaper_get_style (shaper);

  self->tag = tags[MIN (self->block->level, 3) - 1];
  self->text = atlas_text_lines_new (shaper, heading_role (self->block->level), self->block->text, width,
                                     PANGO_ALIGN_LEFT, style->pitch > 0 ? get_indent (style) : 0, FALSE);
  self->row = atlas_text_lines_get_height (self->text);
}

/* Lines of a text that may go over to the next page. */
static void
layout_running_text (AtlasBlockLayout *self,
                     AtlasTextShaper  *shaper,
                     double            width)
{
  gboolean chinese = atlas_text_shaper_get_language (shaper) == ATLAS_LANGUAGE_CHINESE;
  const AtlasReportStyle *style = atlas_text_shaper_get_style (shaper);
  gboolean on_grid = style->pitch > 0;
  /* Only what belongs to a table or chart is smaller than the grid, or has to go on one page. */
  AtlasTextRole role = self->block->kind == ATLAS_BLOCK_NOTE && (!on_grid || self->block->is_run_in) ? ATLAS_TEXT_NOTE
                                                                                                     : ATLAS_TEXT_BODY;
  double indent = role == ATLAS_TEXT_BODY && (on_grid || chinese) ? get_indent (style) : 0;

  self->tag = "P";
  self->text =
    atlas_text_lines_new (shaper, role, self->block->text, width, PANGO_ALIGN_LEFT, indent, chinese);
  self->n_rows = atlas_text_lines_get_n (self->text);
  self->rows = g_new (double, self->n_rows);
  for (guint i = 0; i < self->n_rows; i++)
    self->rows[i] = atlas_text_lines_get_pitch (self->text);
}

char *
atlas_block_dup_entry (const AtlasBlock *block)
{
  g_autofree char *label = NULL;

  if (block->kind == ATLAS_BLOCK_CHART)
    return atlas_block_dup_chart_caption (block, FALSE);
  if (block->kind != ATLAS_BLOCK_TABLE)
    return g_strdup (block->text);
  label = atlas_report_format_table_number (block->number);
  return g_strdup_printf (C_("caption", "%s  %s"), label, block->table->title);
}

char *
atlas_block_dup_chart_caption (const AtlasBlock *block,
                               gboolean          is_continued)
{
  g_autofree char *label = atlas_report_format_chart_number (block->number);

  if (is_continued)
    return g_strdup_printf (_("%s  (continued)"), label);
  return g_strdup_printf (C_("caption", "%s  %s"), label, block->text);
}

/* NATURAL (transfer full) is as high as suits it. What is too high all the same, as too many notes can make it, is drawn smaller,
 * never cut. */
static AtlasChartLayout *
limit_height (AtlasChartLayout      *natural,
              const AtlasChartSpec  *spec,
              const AtlasChartStyle *style,
              double                 max_height)
{
  double width = atlas_chart_layout_get_width (natural);

  if (atlas_chart_layout_get_height (natural) <= max_height)
    return natural;
  atlas_chart_layout_free (natural);
  return atlas_chart_layout_new (spec, style, width, max_height);
}

/* NATURAL (transfer full) (nullable): it is laid out already. */
static void
add_chart_part (AtlasBlockLayout      *self,
                AtlasTextShaper       *shaper,
                const AtlasBlockFrame *frame,
                AtlasChartRange        range,
                AtlasChartLayout      *natural,
                double                 max_height)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_copy (self->block->chart);
  g_autofree char *caption = atlas_block_dup_chart_caption (self->block, range.first > 0);

  spec->first_category = range.first;
  spec->n_categories = range.n;
  g_ptr_array_add (self->captions, atlas_text_lines_new (shaper, ATLAS_TEXT_CAPTION, caption, frame->width,
                                                         PANGO_ALIGN_CENTER, 0, FALSE));
  if (natural == NULL)
    natural = atlas_chart_layout_new (spec, self->chart_style, frame->width, 0);
  g_ptr_array_add (self->charts, limit_height (natural, spec, self->chart_style, max_height));
}

/* The rows for each page of HEIGHT, of which all would take up WHOLE; all on one, if they bear that. */
static GArray *
split_chart (const AtlasChartSpec *chart,
             double                width,
             double                height,
             double                whole)
{
  GArray *ranges;

  if (LEAST_WHOLE_CHART * whole > height)
    return atlas_chart_split (chart, atlas_chart_style_print (), width, height);
  ranges = g_array_new (FALSE, FALSE, sizeof (AtlasChartRange));
  g_array_append_val (ranges, ((AtlasChartRange) { chart->first_category, chart->n_categories }));
  return ranges;
}

/* A chart with more rows than a page has room for goes over to the next one, with its axis, notes and sources. */
static void
layout_chart (AtlasBlockLayout      *self,
              AtlasTextShaper       *shaper,
              const AtlasBlockFrame *frame)
{
  g_autofree char *caption = atlas_block_dup_chart_caption (self->block, FALSE);
  g_autoptr (AtlasTextLines) lines = atlas_text_lines_new (shaper, ATLAS_TEXT_CAPTION, caption, frame->width,
                                                           PANGO_ALIGN_CENTER, 0, FALSE);
  double around = atlas_text_lines_get_height (lines) + CAPTION_GAP;
  g_autoptr (AtlasChartLayout) whole = NULL;
  g_autoptr (GArray) ranges = NULL;

  self->width = frame->width;
  self->chart_style = atlas_report_style_get_chart (atlas_text_shaper_get_style (shaper));
  whole = atlas_chart_layout_new (self->block->chart, self->chart_style, frame->width, 0);
  ranges = split_chart (self->block->chart, frame->width, frame->height - around, atlas_chart_layout_get_height (whole));
  self->captions = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_text_lines_free);
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_chart_layout_free);
  self->n_rows = ranges->len;
  self->rows = g_new (double, ranges->len);
  for (guint i = 0; i < ranges->len; i++)
    {
      add_chart_part (self, shaper, frame, g_array_index (ranges, AtlasChartRange, i),
                      ranges->len == 1 ? g_steal_pointer (&whole) : NULL, frame->height - around);
      self->rows[i] = atlas_text_lines_get_height (g_ptr_array_index (self->captions, i)) + CAPTION_GAP +
                      atlas_chart_layout_get_height (g_ptr_array_index (self->charts, i));
    }
}

AtlasBlockLayout *
atlas_block_layout_new (AtlasTextShaper       *shaper,
                        const AtlasBlock      *block,
                        const AtlasBlockFrame *frame)
{
  AtlasBlockLayout *self = g_new0 (AtlasBlockLayout, 1);

  self->block = block;
  self->links = atlas_text_shaper_get_links (shaper);
  self->n_rows = 1;
  switch (block->kind)
    {
    case ATLAS_BLOCK_TITLE:
      layout_title (self, shaper, frame->width);
      break;
    case ATLAS_BLOCK_HEADING:
      layout_heading (self, shaper, frame->width);
      break;
    case ATLAS_BLOCK_PARAGRAPH:
    case ATLAS_BLOCK_NOTE:
      layout_running_text (self, shaper, frame->width);
      break;
    case ATLAS_BLOCK_KEY_FIGURES:
      self->key_figures = atlas_key_figures_layout_new (shaper, block->key_figures, frame->width);
      self->row = atlas_key_figures_layout_get_height (self->key_figures);
      break;
    case ATLAS_BLOCK_CHART:
      layout_chart (self, shaper, frame);
      break;
    case ATLAS_BLOCK_TABLE:
      self->table =
        atlas_table_layout_new (shaper, block->table, block->number, frame->width, frame->landscape_width, frame->density);
      break;
    case ATLAS_BLOCK_COVER:
      self->cover = atlas_cover_layout_new (shaper, block, frame->width, frame->height);
      self->row = frame->height;
      break;
    case ATLAS_BLOCK_CONTENTS:
      /* Filled once the others are known. */
      self->contents = atlas_contents_layout_new (shaper, block->text, frame->width);
      break;
    case ATLAS_BLOCK_PAGE_BREAK:
    default:
      g_assert_not_reached ();
    }
  return self;
}

void
atlas_block_layout_release (AtlasBlockLayout *self)
{
  g_clear_pointer (&self->text, atlas_text_lines_free);
  g_clear_pointer (&self->detail, atlas_text_lines_free);
  g_clear_pointer (&self->captions, g_ptr_array_unref);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_pointer (&self->table, atlas_table_layout_free);
  g_clear_pointer (&self->key_figures, atlas_key_figures_layout_free);
  g_clear_pointer (&self->cover, atlas_cover_layout_free);
  g_clear_pointer (&self->contents, atlas_contents_layout_free);
  g_clear_pointer (&self->rows, g_free);
}

void
atlas_block_layout_free (AtlasBlockLayout *self)
{
  atlas_block_layout_release (self);
  g_free (self);
}

AtlasContentsLayout *
atlas_block_layout_get_contents (const AtlasBlockLayout *self)
{
  return self->contents;
}

const AtlasBlock *
atlas_block_layout_get_block (const AtlasBlockLayout *self)
{
  return self->block;
}

/* Of the only part of a chart. */
static double
get_caption_height (const AtlasBlockLayout *self)
{
  return atlas_text_lines_get_height (g_ptr_array_index (self->captions, 0)) + CAPTION_GAP;
}

static gboolean
is_whole_chart (const AtlasBlockLayout *self)
{
  return self->charts != NULL && self->charts->len == 1;
}

void
atlas_block_layout_fit (AtlasBlockLayout *self,
                        double            height)
{
  if (!is_whole_chart (self) || height >= self->rows[0])
    return;
  self->rows[0] = height;
  g_ptr_array_set_size (self->charts, 0);
  g_ptr_array_add (self->charts, atlas_chart_layout_new (self->block->chart, self->chart_style, self->width,
                                                         height - get_caption_height (self)));
}

/* What stands under it, its unit first of all, does not give way to save room on a page. */
static double
get_least_height (const AtlasBlockLayout *self)
{
  double caption = get_caption_height (self);
  double least = atlas_chart_layout_get_least_height (g_ptr_array_index (self->charts, 0));

  return caption + MAX (LEAST_CHART * (self->rows[0] - caption), MIN (least, self->rows[0] - caption));
}

AtlasFlowItem
atlas_block_layout_get_flow (const AtlasBlockLayout *self)
{
  if (self->table != NULL)
    return atlas_table_layout_get_flow (self->table);
  if (self->contents != NULL)
    return atlas_contents_layout_get_flow (self->contents);
  return (AtlasFlowItem) {
    .rows = self->rows != NULL ? self->rows : &self->row,
    .n_rows = self->n_rows,
    .min_rows = self->rows != NULL && self->charts == NULL ? 2 : 1,
    .least = is_whole_chart (self) ? get_least_height (self) : 0,
    .floats = is_whole_chart (self),
    .keep_with_next = self->block->kind == ATLAS_BLOCK_TITLE || self->block->kind == ATLAS_BLOCK_HEADING,
  };
}

/* The numbers under a chart that stand for its sources. */
static void
link_sources (const AtlasBlockLayout *self,
              const AtlasChartLayout *chart,
              cairo_t                *cr,
              double                  x,
              double                  y)
{
  const char *sources = self->block->chart->source_line;
  double left, top;
  PangoLayout *line =
    self->links != NULL && sources != NULL ? atlas_chart_layout_find_text (chart, sources, &left, &top) : NULL;

  if (line != NULL)
    atlas_reference_links_add_layout (self->links, line, cr, x + left, y + top);
}

static void
draw_chart_part (const AtlasBlockLayout *self,
                 guint                   part,
                 cairo_t                *cr,
                 double                  x,
                 double                  y)
{
  const AtlasTextLines *caption = g_ptr_array_index (self->captions, part);
  const AtlasChartLayout *chart = g_ptr_array_index (self->charts, part);

  atlas_text_lines_draw_tagged (caption, cr, "Caption", x, y);
  y += atlas_text_lines_get_height (caption) + CAPTION_GAP;
  atlas_page_tag_begin (cr, "Figure");
  cairo_save (cr);
  cairo_translate (cr, x, y);
  atlas_chart_layout_draw (chart, cr);
  cairo_restore (cr);
  atlas_page_tag_end (cr, "Figure");
  link_sources (self, chart, cr, x, y);
}

static void
draw_title (const AtlasBlockLayout *self,
            cairo_t                *cr,
            double                  x,
            double                  y)
{
  atlas_text_lines_draw_tagged (self->text, cr, self->tag, x, y);
  if (self->detail != NULL)
    atlas_text_lines_draw_tagged (self->detail, cr, "P", x, y + atlas_text_lines_get_height (self->text) + SUBTITLE_GAP);
}

/* No heading, and no entry of the list of sources, which has its number before it. */
static gboolean
is_running_text (const AtlasBlock *block)
{
  return (block->kind == ATLAS_BLOCK_PARAGRAPH || block->kind == ATLAS_BLOCK_NOTE) && block->number == 0;
}

void
atlas_block_layout_draw (const AtlasBlockLayout *self,
                         cairo_t                *cr,
                         double                  x,
                         double                  y,
                         const AtlasFlowPart    *part)
{
  if (self->table != NULL)
    atlas_table_layout_draw (self->table, cr, x, y, part);
  else if (self->key_figures != NULL)
    atlas_key_figures_layout_draw (self->key_figures, cr, x, y);
  else if (self->cover != NULL)
    atlas_cover_layout_draw (self->cover, cr, x, y);
  else if (self->contents != NULL)
    atlas_contents_layout_draw (self->contents, cr, x, y, part);
  else if (self->charts != NULL)
    for (guint i = part->first_row; i < part->first_row + part->n_rows; y += self->rows[i++])
      draw_chart_part (self, i, cr, x, y);
  else if (self->block->kind == ATLAS_BLOCK_TITLE)
    draw_title (self, cr, x, y);
  else
    {
      atlas_page_tag_begin (cr, self->tag);
      atlas_text_lines_draw_linked (self->text, is_running_text (self->block) ? self->links : NULL, cr, x, y,
                                    part->first_row, part->n_rows);
      atlas_page_tag_end (cr, self->tag);
    }
}

void
atlas_block_layout_add_descriptions (const AtlasBlockLayout *self,
                                     GPtrArray              *descriptions)
{
  for (guint i = 0; self->charts != NULL && i < self->charts->len; i++)
    g_ptr_array_add (descriptions, atlas_chart_layout_dup_description (g_ptr_array_index (self->charts, i)));
}
