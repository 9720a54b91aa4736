/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/report-pages-private.h"

#include <glib/gi18n.h>

#include "reports/pages/block-flow.h"
#include "reports/pages/page-tags.h"

/* A report of more pages has a list of contents. */
#define MANY_PAGES 10
/* Of the headings in it. */
#define CONTENTS_LEVELS 2
/* The last page of contents that is filled less is saved, if it can be. */
#define POOR_PAGE 0.5

const AtlasFlowPage *
atlas_report_pages_get_page (AtlasReportPages *self,
                             guint             page)
{
  return g_ptr_array_index (self->pages, page);
}

const AtlasPageArea *
atlas_report_pages_get_area (AtlasReportPages *self,
                             guint             page)
{
  return atlas_report_pages_get_page (self, page)->landscape ? &self->style.landscape : &self->style.upright;
}

/* The number on PAGE, which is not in front unless all are numbered in one. */
guint
atlas_report_pages_get_number (AtlasReportPages *self,
                               guint             page)
{
  return self->first_number + (self->n_numbers > 0 ? page : page - self->n_front);
}

const AtlasBlock *
atlas_report_pages_get_block (AtlasReportPages *self,
                              guint             layout)
{
  return atlas_block_layout_get_block (g_ptr_array_index (self->layouts, layout));
}

/* Of BLOCK, a table. */
AtlasTableDensity
atlas_report_pages_get_density (AtlasReportPages *self,
                                const AtlasBlock *block)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->densities, block));
}

static AtlasBlockLayout *
create_layout (AtlasReportPages *self,
               const AtlasBlock *block)
{
  const AtlasReportStyle *style = &self->style;
  AtlasBlockFrame frame = {
    .width = style->upright.width,
    .height = style->upright.height - atlas_report_style_get_slack (style),
    .landscape_width = style->landscape.width,
    .density = atlas_report_pages_get_density (self, block),
  };

  return atlas_block_layout_new (self->shaper, block, &frame);
}

static void
create_layouts (AtlasReportPages *self)
{
  GPtrArray *blocks = atlas_report_get_blocks (self->report);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != ATLAS_BLOCK_PAGE_BREAK)
        g_ptr_array_add (self->layouts, create_layout (self, block));
    }
}

/* (element-type AtlasFlowItem): what the paginator has to know of the layouts. */
static GArray *
collect_items (AtlasReportPages *self)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (AtlasFlowItem));
  GPtrArray *blocks = atlas_report_get_blocks (self->report);
  const AtlasBlock *above = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);
      AtlasFlowItem item;

      if (block->kind == ATLAS_BLOCK_PAGE_BREAK)
        continue;
      item = atlas_block_layout_get_flow (g_ptr_array_index (self->layouts, items->len));
      atlas_block_flow_complete (&item, blocks, i, above, &self->style, atlas_report_get_language (self->report));
      g_array_append_val (items, item);
      above = block;
    }
  return items;
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

static gboolean
is_in_front (AtlasReportPages *self,
             const AtlasBlock *block)
{
  if (block->kind == ATLAS_BLOCK_COVER)
    return self->is_covered;
  return block->kind == ATLAS_BLOCK_CONTENTS && (self->is_long || !block->when_long);
}

static gboolean
is_in_body (AtlasReportPages *self,
            const AtlasBlock *block)
{
  return block->kind != ATLAS_BLOCK_COVER && block->kind != ATLAS_BLOCK_CONTENTS &&
         !(block->kind == ATLAS_BLOCK_TITLE && self->is_covered);
}

/* Of the blocks for which IS_PART holds; (element-type AtlasFlowPage) (transfer full). */
static GPtrArray *
paginate (AtlasReportPages *self,
          GArray           *items,
          gboolean        (*is_part) (AtlasReportPages *self, const AtlasBlock *block))
{
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (AtlasFlowItem));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *pages;

  for (guint i = 0; i < items->len; i++)
    if (is_part (self, atlas_report_pages_get_block (self, i)))
      {
        g_array_append_val (some, g_array_index (items, AtlasFlowItem, i));
        g_array_append_val (positions, i);
      }
  pages = atlas_paginate ((const AtlasFlowItem *) some->data, some->len, self->style.upright.height,
                          self->style.landscape.height);
  for (guint i = 0; i < pages->len; i++)
    {
      GArray *parts = ((const AtlasFlowPage *) g_ptr_array_index (pages, i))->parts;

      for (guint k = 0; k < parts->len; k++)
        {
          AtlasFlowPart *part = &g_array_index (parts, AtlasFlowPart, k);

          part->item = g_array_index (positions, guint, part->item);
        }
    }
  return pages;
}

static const AtlasBlock *
find_cover (AtlasReportPages *self)
{
  for (guint i = 0; i < self->layouts->len; i++)
    if (atlas_report_pages_get_block (self, i)->kind == ATLAS_BLOCK_COVER)
      return atlas_report_pages_get_block (self, i);
  return NULL;
}

static void
add_rows (AtlasReportPages    *self,
          AtlasContentsLayout *contents,
          AtlasBlockKind       kind,
          const char          *head)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      const AtlasBlock *block = atlas_report_pages_get_block (self, i);
      g_autofree char *entry = NULL;

      if (block->kind != kind || (kind == ATLAS_BLOCK_HEADING && block->level > CONTENTS_LEVELS))
        continue;
      if (head != NULL)
        atlas_contents_layout_add (contents, head, 0, FALSE, 0);
      head = NULL;
      entry = atlas_block_dup_entry (block);
      atlas_contents_layout_add (contents, entry, kind == ATLAS_BLOCK_HEADING ? block->level : 1,
                                 kind != ATLAS_BLOCK_HEADING, i);
    }
}

static void
add_entries (AtlasContentsLayout *contents,
             GPtrArray           *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const AtlasContentsEntry *entry = g_ptr_array_index (entries, i);

      atlas_contents_layout_add (contents, entry->text, 1, FALSE, ATLAS_PAGE_PART + i);
      atlas_contents_layout_place (contents, ATLAS_PAGE_PART + i, entry->number);
    }
}

/* The layout of the contents gets its rows, in small type those under the main ones if they are to be CONDENSED, and its item
 * their heights. */
static void
fill_contents (AtlasReportPages *self,
               GArray           *items,
               gboolean          condensed)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      AtlasContentsLayout *contents = atlas_block_layout_get_contents (g_ptr_array_index (self->layouts, i));
      AtlasFlowItem *item = &g_array_index (items, AtlasFlowItem, i);
      AtlasFlowItem filled;

      if (contents == NULL)
        continue;
      atlas_contents_layout_clear (contents, condensed);
      if (atlas_report_pages_get_block (self, i)->entries != NULL)
        {
          add_entries (contents, atlas_report_pages_get_block (self, i)->entries);
        }
      else
        {
          add_rows (self, contents, ATLAS_BLOCK_HEADING, NULL);
          add_rows (self, contents, ATLAS_BLOCK_CHART, C_("contents", "Figures"));
          add_rows (self, contents, ATLAS_BLOCK_TABLE, C_("contents", "Tables"));
        }
      filled = atlas_contents_layout_get_flow (contents);
      item->rows = filled.rows;
      item->n_rows = filled.n_rows;
    }
}

static gboolean
is_blank (GPtrArray *pages)
{
  return ((const AtlasFlowPage *) g_ptr_array_index (pages, 0))->parts->len == 0;
}

/* Whether the last of PAGES holds no more than a few rows that went on from the one before. */
static gboolean
ends_poorly (AtlasReportPages *self,
             GPtrArray        *pages)
{
  const AtlasFlowPage *last = g_ptr_array_index (pages, pages->len - 1);
  const AtlasFlowPart *part;

  if (last->parts->len != 1)
    return FALSE;
  part = &g_array_index (last->parts, AtlasFlowPart, 0);
  return part->first_row > 0 && part->height < POOR_PAGE * self->style.upright.height;
}

/* Cover and contents: where a page would hold but a few rows, the contents are condensed if that saves it. */
static GPtrArray *
create_front (AtlasReportPages *self,
              GArray           *items)
{
  GPtrArray *pages, *fewer;

  fill_contents (self, items, FALSE);
  pages = paginate (self, items, is_in_front);
  if (!ends_poorly (self, pages))
    return pages;
  fill_contents (self, items, TRUE);
  fewer = paginate (self, items, is_in_front);
  if (fewer->len < pages->len)
    {
      g_ptr_array_unref (pages);
      return fewer;
    }
  g_ptr_array_unref (fewer);
  fill_contents (self, items, FALSE);
  return pages;
}

/* Cover and contents, then all else. Both depend on how long the rest is. */
static void
create_pages (AtlasReportPages *self,
              GArray           *items)
{
  const AtlasBlock *cover = find_cover (self);
  GPtrArray *body;

  self->is_covered = cover != NULL && !cover->when_long;
  body = paginate (self, items, is_in_body);
  self->is_long = body->len > MANY_PAGES;
  if (self->is_long && cover != NULL && !self->is_covered)
    {
      self->is_covered = TRUE;
      g_ptr_array_unref (body);
      body = paginate (self, items, is_in_body);
    }
  self->pages = create_front (self, items);
  /* Of nothing there is one page all the same. */
  if (is_blank (self->pages))
    g_ptr_array_set_size (self->pages, 0);
  self->n_front = self->pages->len;
  if (self->n_front > 0 && is_blank (body))
    g_ptr_array_set_size (body, 0);
  g_ptr_array_extend_and_steal (self->pages, body);
}

static void
place_parts (AtlasReportPages    *self,
             AtlasContentsLayout *contents)
{
  for (guint page = self->n_front; page < self->pages->len; page++)
    {
      GArray *parts = atlas_report_pages_get_page (self, page)->parts;

      for (guint i = 0; i < parts->len; i++)
        {
          const AtlasFlowPart *part = &g_array_index (parts, AtlasFlowPart, i);

          if (part->first_row == 0)
            atlas_contents_layout_place (contents, part->item, atlas_report_pages_get_number (self, page));
        }
    }
}

/* Tells the contents where all that they list stands. */
void
atlas_report_pages_place_contents (AtlasReportPages *self)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      AtlasContentsLayout *contents = atlas_block_layout_get_contents (g_ptr_array_index (self->layouts, i));

      if (contents != NULL)
        place_parts (self, contents);
    }
}

static void
count_parts (AtlasReportPages *self)
{
  g_free (self->n_left);
  self->n_left = g_new0 (guint, self->layouts->len);
  for (guint i = 0; i < self->pages->len; i++)
    {
      GArray *parts = atlas_report_pages_get_page (self, i)->parts;

      for (guint k = 0; k < parts->len; k++)
        self->n_left[g_array_index (parts, AtlasFlowPart, k).item]++;
    }
}

static void
put_on_pages (AtlasReportPages *self)
{
  g_autoptr (GArray) items = collect_items (self);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  create_pages (self, items);
}

void
atlas_report_pages_lay_out (AtlasReportPages *self)
{
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->shaper, atlas_text_shaper_free);
  self->shaper = atlas_text_shaper_new (&self->style, atlas_report_get_language (self->report));
  atlas_text_shaper_set_links (self->shaper, self->links);
  self->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_block_layout_free);
  create_layouts (self);
  put_on_pages (self);
}

void
atlas_report_pages_lay_out_tables (AtlasReportPages *self,
                                   GPtrArray        *tables)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      const AtlasBlock *block = atlas_report_pages_get_block (self, i);

      if (!g_ptr_array_find (tables, block, NULL))
        continue;
      atlas_block_layout_free (g_ptr_array_index (self->layouts, i));
      g_ptr_array_index (self->layouts, i) = create_layout (self, block);
    }
  put_on_pages (self);
}

void
atlas_report_pages_finish (AtlasReportPages *self)
{
  fit_charts (self);
  atlas_report_pages_place_contents (self);
  count_parts (self);
  atlas_text_shaper_forget (self->shaper);
}
