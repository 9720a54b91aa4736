/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/report-pages.h"

#include <glib/gi18n.h>

#include "reports/pages/block-layout.h"
#include "reports/pages/page-furniture.h"
#include "reports/pages/page-tags.h"

/* A last page filled less than this is saved, if smaller tables or a little tighter lines can save it. */
#define POOR_LAST_PAGE 0.22
#define TIGHTNESS 0.94
/* And so is one with the last rows of a table, if smaller ones can save it. */
#define POOR_REST 0.3
/* A report of more pages has a list of contents. */
#define MANY_PAGES 10
/* Of the headings in it. */
#define CONTENTS_LEVELS 2

struct _AtlasReportPages
{
  AtlasReport *report;
  AtlasReportStyle style;
  AtlasTextShaper *shaper;
  AtlasReferenceLinks *links;
  GHashTable *small;  /* of AtlasBlock: tables set smaller than they would have to be */
  GPtrArray *layouts; /* (element-type AtlasBlockLayout): of all blocks but page breaks */
  GPtrArray *pages;   /* (element-type AtlasFlowPage) */
  guint *n_left;       /* how many parts of each of the layouts are not released */
  guint n_front;       /* pages before those that are numbered */
  gboolean is_covered; /* the cover takes the place of the title */
  gboolean is_long;
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

static gboolean
is_numbered (const AtlasBlock *block)
{
  return block->kind == ATLAS_BLOCK_TABLE || block->kind == ATLAS_BLOCK_CHART;
}

/* (nullable): block I. */
static const AtlasBlock *
find_block (GPtrArray *blocks,
            guint      i)
{
  return i < blocks->len ? g_ptr_array_index (blocks, i) : NULL;
}

/* A paragraph right before a table announces it, and a note right behind a table or chart is about it. */
static gboolean
belongs_to_next (GPtrArray *blocks,
                 guint      i)
{
  const AtlasBlock *block = find_block (blocks, i), *next = find_block (blocks, i + 1);

  if (next == NULL)
    return FALSE;
  return block->kind == ATLAS_BLOCK_PARAGRAPH ? next->kind == ATLAS_BLOCK_TABLE
                                              : is_numbered (block) && next->kind == ATLAS_BLOCK_NOTE;
}

static gboolean
is_entry (const AtlasBlock *block)
{
  return block != NULL && block->kind == ATLAS_BLOCK_NOTE && block->number > 0 && !block->is_run_in;
}

/* Of a list of sources two entries stand under its heading at least, and two on its last page. */
static gboolean
keeps_next_entry (GPtrArray *blocks,
                  guint      i)
{
  gboolean is_first = i > 0 && !is_entry (find_block (blocks, i - 1)), is_next_last = !is_entry (find_block (blocks, i + 2));

  return is_entry (find_block (blocks, i)) && is_entry (find_block (blocks, i + 1)) && (is_first || is_next_last);
}

/* Lines of text fill the grid; what is set in smaller sizes stays within the characters of the lines it takes. */
static gboolean
is_set_smaller (const AtlasBlock *block)
{
  return block->kind == ATLAS_BLOCK_CHART || block->kind == ATLAS_BLOCK_TABLE ||
         block->kind == ATLAS_BLOCK_KEY_FIGURES || block->is_run_in;
}

static void
create_layouts (AtlasReportPages *self,
                AtlasBlockFrame  *frame,
                GArray           *items)
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
      frame->small = g_hash_table_contains (self->small, block);
      layout = atlas_block_layout_new (self->shaper, block, frame);
      item = atlas_block_layout_get_flow (layout);
      item.space_before = above != NULL ? space_between (above, block, &self->style, language) : 0;
      item.break_before = broken || block->kind == ATLAS_BLOCK_CONTENTS;
      item.keep_end = belongs_to_next (blocks, i);
      item.keep_with_next |= keeps_next_entry (blocks, i) ||
                             (above != NULL && above->kind == ATLAS_BLOCK_HEADING && block->kind == ATLAS_BLOCK_KEY_FIGURES);
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

/* The number on PAGE, which is not in front unless all are numbered in one. */
static guint
get_number (AtlasReportPages *self,
            guint             page)
{
  return self->first_number + (self->n_numbers > 0 ? page : page - self->n_front);
}

static const AtlasBlock *
get_block (AtlasReportPages *self,
           guint             layout)
{
  return atlas_block_layout_get_block (g_ptr_array_index (self->layouts, layout));
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
    if (is_part (self, get_block (self, i)))
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
    if (get_block (self, i)->kind == ATLAS_BLOCK_COVER)
      return get_block (self, i);
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
      const AtlasBlock *block = get_block (self, i);
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

/* The layout of the contents at ITEM gets its rows, and the item their heights. */
static void
fill_contents (AtlasReportPages *self,
               GArray           *items)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      AtlasContentsLayout *contents = atlas_block_layout_get_contents (g_ptr_array_index (self->layouts, i));
      AtlasFlowItem *item = &g_array_index (items, AtlasFlowItem, i);
      AtlasFlowItem filled;

      if (contents == NULL)
        continue;
      if (get_block (self, i)->entries != NULL)
        {
          add_entries (contents, get_block (self, i)->entries);
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
  fill_contents (self, items);
  self->pages = paginate (self, items, is_in_front);
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
      GArray *parts = get_page (self, page)->parts;

      for (guint i = 0; i < parts->len; i++)
        {
          const AtlasFlowPart *part = &g_array_index (parts, AtlasFlowPart, i);

          if (part->first_row == 0)
            atlas_contents_layout_place (contents, part->item, get_number (self, page));
        }
    }
}

/* Tells the contents where all that they list stands. */
static void
place_contents (AtlasReportPages *self)
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
      GArray *parts = get_page (self, i)->parts;

      for (guint k = 0; k < parts->len; k++)
        self->n_left[g_array_index (parts, AtlasFlowPart, k).item]++;
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
  atlas_text_shaper_set_links (self->shaper, self->links);
  self->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_block_layout_free);
  create_layouts (self, &frame, items);
  create_pages (self, items);
  fit_charts (self);
  place_contents (self);
  count_parts (self);
  atlas_text_shaper_forget (self->shaper);
}

/* How much of PAGE is filled, from 0 to 1. */
static double
measure_fill (AtlasReportPages *self,
              guint             page)
{
  GArray *parts = get_page (self, page)->parts;
  const AtlasFlowPart *last = &g_array_index (parts, AtlasFlowPart, parts->len - 1);

  return (last->y + last->height) / get_area (self, page)->height;
}

static gboolean
has_poor_last_page (AtlasReportPages *self)
{
  guint last = self->pages->len - 1;

  return self->pages->len - self->n_front >= 2 && !get_page (self, last)->landscape &&
         measure_fill (self, last) < POOR_LAST_PAGE;
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

/* The tables of which the last rows stand alone on an upright page; (element-type AtlasBlock). */
static GPtrArray *
list_left_over (AtlasReportPages *self)
{
  GPtrArray *tables = g_ptr_array_new ();

  for (guint i = self->n_front + 1; i < self->pages->len; i++)
    {
      const AtlasFlowPage *page = get_page (self, i);
      const AtlasFlowPart *part = &g_array_index (page->parts, AtlasFlowPart, 0);
      const AtlasBlock *block = get_block (self, part->item);

      if (!page->landscape && page->parts->len == 1 && part->first_row > 0 && block->kind == ATLAS_BLOCK_TABLE &&
          measure_fill (self, i) < POOR_REST)
        g_ptr_array_add (tables, (gpointer) block);
    }
  return tables;
}

static GPtrArray *
list_tables (AtlasReportPages *self)
{
  GPtrArray *tables = g_ptr_array_new ();

  for (guint i = 0; i < self->layouts->len; i++)
    if (get_block (self, i)->kind == ATLAS_BLOCK_TABLE)
      g_ptr_array_add (tables, (gpointer) get_block (self, i));
  return tables;
}

/* Lays out anew with TABLES set smaller and lines as TIGHTNESS says; FALSE where that saves no page, and then it is as before after
 * all is laid out once more. */
static gboolean
save_page (AtlasReportPages       *self,
           const AtlasReportStyle *style,
           GPtrArray              *tables,
           double                  tightness)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  guint n_pages = self->pages->len;

  for (guint i = 0; i < tables->len; i++)
    if (g_hash_table_add (self->small, g_ptr_array_index (tables, i)))
      g_ptr_array_add (changed, g_ptr_array_index (tables, i));
  if (changed->len == 0 && tightness >= 1)
    return FALSE;
  set_tightness (self, style, tightness);
  lay_out (self);
  if (self->pages->len < n_pages)
    return TRUE;
  for (guint i = 0; i < changed->len; i++)
    g_hash_table_remove (self->small, g_ptr_array_index (changed, i));
  set_tightness (self, style, 1);
  lay_out (self);
  return FALSE;
}

/* Smaller tables, a little tighter lines, which on a grid stay where they are, or both. */
static void
save_last_page (AtlasReportPages       *self,
                const AtlasReportStyle *style)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) tables = list_tables (self);

  if (save_page (self, style, tables, 1) || style->pitch > 0 || save_page (self, style, none, TIGHTNESS))
    return;
  if (tables->len > 0)
    save_page (self, style, tables, TIGHTNESS);
}

AtlasReportPages *
atlas_report_pages_new_styled (AtlasReport            *report,
                               const AtlasReportStyle *style)
{
  AtlasReportPages *self = g_new0 (AtlasReportPages, 1);
  g_autoptr (GPtrArray) left_over = NULL;

  self->report = report;
  self->style = *style;
  self->links = atlas_reference_links_new (report);
  self->small = g_hash_table_new (NULL, NULL);
  self->first_number = 1;
  lay_out (self);
  left_over = list_left_over (self);
  save_page (self, style, left_over, 1);
  if (has_poor_last_page (self))
    save_last_page (self, style);
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
  g_hash_table_unref (self->small);
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
  place_contents (self);
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
                             in_front && n_pages == 0 ? page + 1 : get_number (self, page), n_pages,
                             get_page (self, page)->landscape, cr);
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
  const AtlasBlock *block = get_block (self, layout);

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

  area = get_area (self, page);
  parts = get_page (self, page)->parts;
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

  parts = get_page (self, page)->parts;
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
      GArray *parts = get_page (self, page)->parts;

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
            get_area (self, page)->x,
            get_area (self, page)->y + part->y,
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
