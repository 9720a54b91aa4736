/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-pages.h"

#include "reports/block-layout.h"
#include "reports/page-furniture.h"

/* A last page filled less than this is saved, if a little tighter lines can save it. */
#define POOR_LAST_PAGE 0.22
#define TIGHTNESS 0.94

struct _AtlasReportPages
{
  AtlasReport *report;
  AtlasReportStyle style;
  AtlasTextShaper *shaper;
  GPtrArray *layouts; /* (element-type AtlasBlockLayout): of all blocks but page breaks */
  GPtrArray *pages;   /* (element-type AtlasFlowPage) */
  guint first_number;
  guint n_numbers; /* 0: as many as there are pages */
};

/* Space above and below a block of each kind; between two the larger holds. Headings are closer to what they
 * head. */
static double
space_above (const AtlasBlock *block)
{
  switch (block->kind)
    {
    case ATLAS_BLOCK_HEADING:
      return block->level == 1 ? 16 : 11;
    case ATLAS_BLOCK_KEY_FIGURES:
    case ATLAS_BLOCK_CHART:
    case ATLAS_BLOCK_TABLE:
      return 9;
    case ATLAS_BLOCK_NOTE:
      return 5;
    case ATLAS_BLOCK_TITLE:
    case ATLAS_BLOCK_PARAGRAPH:
    case ATLAS_BLOCK_PAGE_BREAK:
    default:
      return 0;
    }
}

static double
space_below (const AtlasBlock *block,
             AtlasLanguage     language)
{
  switch (block->kind)
    {
    case ATLAS_BLOCK_TITLE:
      return 14;
    case ATLAS_BLOCK_HEADING:
      return 3;
    case ATLAS_BLOCK_KEY_FIGURES:
    case ATLAS_BLOCK_CHART:
    case ATLAS_BLOCK_TABLE:
      return 11;
    case ATLAS_BLOCK_PARAGRAPH:
      /* Without an indent, paragraphs are told apart by space. */
      return language == ATLAS_LANGUAGE_CHINESE ? 1 : 5;
    case ATLAS_BLOCK_NOTE:
    case ATLAS_BLOCK_PAGE_BREAK:
    default:
      return 3;
    }
}

/* On a grid a line is left free under the title, and no other. */
static double
space_between (const AtlasBlock       *above,
               const AtlasBlock       *below,
               const AtlasReportStyle *style,
               AtlasLanguage           language)
{
  if (style->pitch > 0)
    return above->kind == ATLAS_BLOCK_TITLE ? style->pitch : 0;
  if (above->kind == ATLAS_BLOCK_HEADING && below->kind == ATLAS_BLOCK_HEADING)
    return space_below (above, language);
  return MAX (space_below (above, language), space_above (below));
}

/* A paragraph right before a table announces it. */
static gboolean
announces_table (GPtrArray *blocks,
                 guint      i)
{
  return i + 1 < blocks->len && ((const AtlasBlock *) g_ptr_array_index (blocks, i))->kind == ATLAS_BLOCK_PARAGRAPH &&
         ((const AtlasBlock *) g_ptr_array_index (blocks, i + 1))->kind == ATLAS_BLOCK_TABLE;
}

/* Lines of text fill the grid; what is set in smaller sizes stays within the characters of the lines it takes. */
static gboolean
is_set_smaller (const AtlasBlock *block)
{
  return block->kind == ATLAS_BLOCK_CHART || block->kind == ATLAS_BLOCK_TABLE ||
         block->kind == ATLAS_BLOCK_KEY_FIGURES;
}

static void
create_layouts (AtlasReportPages      *self,
                const AtlasBlockFrame *frame,
                GArray                *items)
{
  GPtrArray *blocks = atlas_report_get_blocks (self->report);
  AtlasLanguage language = atlas_report_get_language (self->report);
  gboolean broken = FALSE;
  const AtlasBlock *above = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);
      AtlasBlockLayout *layout;
      AtlasFlowItem item;

      if (block->kind == ATLAS_BLOCK_PAGE_BREAK)
        {
          broken = TRUE;
          continue;
        }
      layout = atlas_block_layout_new (self->shaper, block, frame);
      item = atlas_block_layout_get_flow (layout);
      item.space_before = above != NULL ? space_between (above, block, &self->style, language) : 0;
      item.break_before = broken;
      item.keep_end = announces_table (blocks, i);
      item.grid = self->style.pitch;
      item.inset = is_set_smaller (block) ? atlas_report_style_get_slack (&self->style) : 0;
      g_ptr_array_add (self->layouts, layout);
      g_array_append_val (items, item);
      broken = FALSE;
      above = block;
    }
}

/* Some charts were made lower to fit on their page. */
static void
fit_charts (AtlasReportPages *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      GArray *parts = ((const AtlasFlowPage *) g_ptr_array_index (self->pages, i))->parts;

      for (guint k = 0; k < parts->len; k++)
        {
          const AtlasFlowPart *part = &g_array_index (parts, AtlasFlowPart, k);

          atlas_block_layout_fit (g_ptr_array_index (self->layouts, part->item), part->height);
        }
    }
}

/* Lays everything out anew in the style as it is. */
static void
lay_out (AtlasReportPages *self)
{
  const AtlasReportStyle *style = &self->style;
  AtlasBlockFrame frame = {
    .width = style->upright.width,
    .height = style->upright.height - atlas_report_style_get_slack (style),
    .landscape_width = style->landscape.width,
  };
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (AtlasFlowItem));

  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->shaper, atlas_text_shaper_free);
  self->shaper = atlas_text_shaper_new (style, atlas_report_get_language (self->report));
  self->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_block_layout_free);
  create_layouts (self, &frame, items);
  self->pages = atlas_paginate ((const AtlasFlowItem *)items->data, items->len, style->upright.height,
                                style->landscape.height);
  fit_charts (self);
}

static gboolean
has_poor_last_page (AtlasReportPages *self)
{
  const AtlasFlowPage *last = g_ptr_array_index (self->pages, self->pages->len - 1);
  const AtlasFlowPart *part;

  if (self->pages->len < 2 || last->landscape)
    return FALSE;
  part = &g_array_index (last->parts, AtlasFlowPart, last->parts->len - 1);
  return part->y + part->height < POOR_LAST_PAGE * self->style.upright.height;
}

static void
set_tightness (AtlasReportPages       *self,
               const AtlasReportStyle *style,
               double                  tightness)
{
  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    {
      self->style.texts[i].leading_zh = style->texts[i].leading_zh * tightness;
      self->style.texts[i].leading_en = style->texts[i].leading_en * tightness;
    }
}

AtlasReportPages *
atlas_report_pages_new_styled (AtlasReport            *report,
                               const AtlasReportStyle *style)
{
  AtlasReportPages *self = g_new0 (AtlasReportPages, 1);
  guint n_pages;

  self->report = report;
  self->style = *style;
  self->first_number = 1;
  lay_out (self);
  if (style->pitch > 0 || !has_poor_last_page (self))
    return self;
  n_pages = self->pages->len;
  set_tightness (self, style, TIGHTNESS);
  lay_out (self);
  if (self->pages->len < n_pages)
    return self;
  set_tightness (self, style, 1);
  lay_out (self);
  return self;
}

AtlasReportPages *
atlas_report_pages_new (AtlasReport *report)
{
  return atlas_report_pages_new_styled (report, atlas_report_style_find ("plain"));
}

void
atlas_report_pages_free (AtlasReportPages *self)
{
  g_ptr_array_unref (self->layouts);
  g_ptr_array_unref (self->pages);
  atlas_text_shaper_free (self->shaper);
  atlas_report_free (self->report);
  g_free (self);
}

AtlasReport *
atlas_report_pages_get_report (AtlasReportPages *self)
{
  return self->report;
}

guint
atlas_report_pages_get_n_pages (AtlasReportPages *self)
{
  return self->pages->len;
}

void
atlas_report_pages_set_numbers (AtlasReportPages *self,
                                guint             first,
                                guint             n_pages)
{
  self->first_number = first;
  self->n_numbers = n_pages;
}

static const AtlasFlowPage *
get_page (AtlasReportPages *self,
          guint             page)
{
  return g_ptr_array_index (self->pages, page);
}

static const AtlasPageArea *
get_area (AtlasReportPages *self,
          guint             page)
{
  return get_page (self, page)->landscape ? &self->style.landscape : &self->style.upright;
}

void
atlas_report_pages_get_size (AtlasReportPages *self,
                             guint             page,
                             double           *width,
                             double           *height)
{
  gboolean landscape;

  g_return_if_fail (page < self->pages->len);

  landscape = get_page (self, page)->landscape;
  *width = landscape ? self->style.height : self->style.width;
  *height = landscape ? self->style.width : self->style.height;
}

void
atlas_report_pages_draw (AtlasReportPages *self,
                         guint             page,
                         cairo_t          *cr)
{
  const AtlasPageArea *area;
  GArray *parts;

  g_return_if_fail (page < self->pages->len);

  area = get_area (self, page);
  parts = get_page (self, page)->parts;
  cairo_save (cr);
  for (guint i = 0; i < parts->len; i++)
    {
      const AtlasFlowPart *part = &g_array_index (parts, AtlasFlowPart, i);

      atlas_block_layout_draw (g_ptr_array_index (self->layouts, part->item), cr, area->x, area->y + part->y, part);
    }
  atlas_page_furniture_draw (self->shaper, page > 0 ? atlas_report_get_title (self->report) : NULL,
                             self->first_number + page, self->n_numbers > 0 ? self->n_numbers : self->pages->len,
                             get_page (self, page)->landscape, cr);
  cairo_restore (cr);
}

char *
atlas_report_pages_dup_lacking (AtlasReportPages *self)
{
  return atlas_text_shaper_dup_lacking (self->shaper);
}

GArray *
atlas_report_pages_list_headings (AtlasReportPages *self)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (AtlasReportHeading));

  for (guint page = 0; page < self->pages->len; page++)
    {
      GArray *parts = get_page (self, page)->parts;

      for (guint i = 0; i < parts->len; i++)
        {
          const AtlasFlowPart *part = &g_array_index (parts, AtlasFlowPart, i);
          const AtlasBlock *block =
            atlas_block_layout_get_block (g_ptr_array_index (self->layouts, part->item));
          gboolean title = block->kind == ATLAS_BLOCK_TITLE;
          AtlasReportHeading heading = {
            title ? atlas_report_get_title (self->report) : block->text,
            block->level,
            page,
            get_area (self, page)->x,
            get_area (self, page)->y + part->y,
          };

          if (title || block->kind == ATLAS_BLOCK_HEADING)
            g_array_append_val (headings, heading);
        }
    }
  return headings;
}

GPtrArray *
atlas_report_pages_list_descriptions (AtlasReportPages *self)
{
  GPtrArray *descriptions = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->layouts->len; i++)
    atlas_block_layout_add_descriptions (g_ptr_array_index (self->layouts, i), descriptions);
  return descriptions;
}
