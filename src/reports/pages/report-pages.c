/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/report-pages.h"

#include "reports/pages/page-furniture.h"
#include "reports/pages/page-tags.h"
#include "reports/pages/report-pages-private.h"

AtlasReportPages *
atlas_report_pages_new_styled (AtlasReport            *report,
                               const AtlasReportStyle *style)
{
  AtlasReportPages *self = g_new0 (AtlasReportPages, 1);

  self->report = report;
  self->style = *style;
  self->links = atlas_reference_links_new (report);
  self->densities = g_hash_table_new (NULL, NULL);
  self->first_number = 1;
  atlas_report_pages_lay_out (self);
  atlas_report_pages_save (self, style);
  atlas_report_pages_finish (self);
  return self;
}

AtlasReportPages *
atlas_report_pages_new (AtlasReport *report)
{
  return atlas_report_pages_new_styled (report, atlas_report_style_find ("plain"));
}

/* All but the report, from which it borrows. */
static void
free_layout (AtlasReportPages *self)
{
  g_ptr_array_unref (self->layouts);
  g_ptr_array_unref (self->pages);
  g_free (self->n_left);
  atlas_text_shaper_free (self->shaper);
  atlas_reference_links_free (self->links);
  g_hash_table_unref (self->densities);
  g_free (self);
}

void
atlas_report_pages_free (AtlasReportPages *self)
{
  AtlasReport *report = self->report;

  free_layout (self);
  atlas_report_free (report);
}

guint
atlas_report_pages_count (AtlasReport            *report,
                          const AtlasReportStyle *style)
{
  AtlasReportPages *self = atlas_report_pages_new_styled (report, style);
  guint n = self->pages->len;

  free_layout (self);
  return n;
}

AtlasReport *
atlas_report_pages_get_report (AtlasReportPages *self)
{
  return self->report;
}

guint
atlas_report_pages_get_n_front (AtlasReportPages *self)
{
  return self->n_front;
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
  atlas_report_pages_place_contents (self);
}

void
atlas_report_pages_get_size (AtlasReportPages *self,
                             guint             page,
                             double           *width,
                             double           *height)
{
  gboolean landscape;

  g_return_if_fail (page < self->pages->len);

  landscape = atlas_report_pages_get_page (self, page)->landscape;
  *width = landscape ? self->style.height : self->style.width;
  *height = landscape ? self->style.width : self->style.height;
}

/* There is none on a cover, and no running head where the title stands, or before it. */
static void
draw_furniture (AtlasReportPages *self,
                guint             page,
                cairo_t          *cr)
{
  gboolean in_front = page < self->n_front;
  gboolean headed = self->is_covered ? !in_front : page > self->n_front;
  guint n_pages = self->pages->len - self->n_front;

  if (in_front && self->is_covered && page == 0)
    return;
  if (self->n_numbers > 0)
    n_pages = self->n_numbers;
  else if (in_front)
    n_pages = 0;
  atlas_page_furniture_draw (self->shaper, headed ? atlas_report_get_title (self->report) : NULL,
                             in_front && n_pages == 0 ? page + 1 : atlas_report_pages_get_number (self, page), n_pages,
                             atlas_report_pages_get_page (self, page)->landscape, cr);
}

/* What contents may lead to. */
static gboolean
is_listed (const AtlasBlock *block)
{
  return block->kind == ATLAS_BLOCK_HEADING || block->kind == ATLAS_BLOCK_CHART || block->kind == ATLAS_BLOCK_TABLE;
}

static void
add_targets (AtlasReportPages *self,
             guint             layout,
             double            x,
             double            y,
             cairo_t          *cr)
{
  const AtlasBlock *block = atlas_report_pages_get_block (self, layout);

  if (is_listed (block))
    atlas_page_target (cr, layout, x, y);
  atlas_reference_target (cr, block, x, y);
}

void
atlas_report_pages_draw (AtlasReportPages *self,
                         guint             page,
                         cairo_t          *cr)
{
  const AtlasPageArea *area;
  GArray *parts;

  g_return_if_fail (page < self->pages->len);

  area = atlas_report_pages_get_area (self, page);
  parts = atlas_report_pages_get_page (self, page)->parts;
  cairo_save (cr);
  for (guint i = 0; i < parts->len; i++)
    {
      const AtlasFlowPart *part = &g_array_index (parts, AtlasFlowPart, i);

      if (part->first_row == 0)
        add_targets (self, part->item, area->x, area->y + part->y, cr);
      atlas_block_layout_draw (g_ptr_array_index (self->layouts, part->item), cr, area->x, area->y + part->y, part);
    }
  draw_furniture (self, page, cr);
  cairo_restore (cr);
}

void
atlas_report_pages_release (AtlasReportPages *self,
                            guint             page)
{
  GArray *parts;

  g_return_if_fail (page < self->pages->len);

  parts = atlas_report_pages_get_page (self, page)->parts;
  for (guint i = 0; i < parts->len; i++)
    {
      guint item = g_array_index (parts, AtlasFlowPart, i).item;

      if (--self->n_left[item] == 0)
        atlas_block_layout_release (g_ptr_array_index (self->layouts, item));
    }
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
      GArray *parts = atlas_report_pages_get_page (self, page)->parts;

      for (guint i = 0; i < parts->len; i++)
        {
          const AtlasFlowPart *part = &g_array_index (parts, AtlasFlowPart, i);
          const AtlasBlock *block =
            atlas_block_layout_get_block (g_ptr_array_index (self->layouts, part->item));
          gboolean title = block->kind == ATLAS_BLOCK_TITLE || block->kind == ATLAS_BLOCK_COVER;
          gboolean contents = block->kind == ATLAS_BLOCK_CONTENTS && part->first_row == 0;
          AtlasReportHeading heading = {
            title ? atlas_report_get_title (self->report) : block->text,
            contents ? 1 : block->level,
            page,
            atlas_report_pages_get_area (self, page)->x,
            atlas_report_pages_get_area (self, page)->y + part->y,
          };

          if (title || contents || block->kind == ATLAS_BLOCK_HEADING)
            g_array_append_val (headings, heading);
        }
    }
  return headings;
}

GPtrArray *
atlas_report_list_contents (AtlasReport            *report,
                            const AtlasReportStyle *style)
{
  AtlasReportPages *self = atlas_report_pages_new_styled (report, style);
  g_autoptr (GArray) headings = atlas_report_pages_list_headings (self);
  GPtrArray *contents =
    self->is_long ? g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_contents_entry_free) : NULL;

  for (guint i = 0; contents != NULL && i < headings->len; i++)
    {
      const AtlasReportHeading *heading = &g_array_index (headings, AtlasReportHeading, i);
      AtlasContentsEntry *entry;

      if (heading->page < self->n_front || heading->level == 0)
        continue;
      entry = atlas_contents_entry_new (heading->text, heading->page + 1);
      entry->level = MAX (heading->level, 1);
      g_ptr_array_add (contents, entry);
    }
  free_layout (self);
  return contents;
}

GPtrArray *
atlas_report_pages_list_descriptions (AtlasReportPages *self)
{
  GPtrArray *descriptions = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->layouts->len; i++)
    atlas_block_layout_add_descriptions (g_ptr_array_index (self->layouts, i), descriptions);
  return descriptions;
}
