/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/report-pages-private.h"

/* A last page filled less than this is saved, if smaller tables or a little tighter lines can save it. */
#define POOR_LAST_PAGE 0.22
#define TIGHTNESS 0.94
/* And so is one with the last rows of a table, if smaller ones can save it. */
#define POOR_REST 0.3

/* How much of PAGE is filled, from 0 to 1. */
static double
measure_fill (AtlasReportPages *self,
              guint             page)
{
  GArray *parts = atlas_report_pages_get_page (self, page)->parts;
  const AtlasFlowPart *last = &g_array_index (parts, AtlasFlowPart, parts->len - 1);

  return (last->y + last->height) / atlas_report_pages_get_area (self, page)->height;
}

static gboolean
has_poor_last_page (AtlasReportPages *self)
{
  guint last = self->pages->len - 1;

  return self->pages->len - self->n_front >= 2 && !atlas_report_pages_get_page (self, last)->landscape &&
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
      const AtlasFlowPage *page = atlas_report_pages_get_page (self, i);
      const AtlasFlowPart *part = &g_array_index (page->parts, AtlasFlowPart, 0);
      const AtlasBlock *block = atlas_report_pages_get_block (self, part->item);

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
    if (atlas_report_pages_get_block (self, i)->kind == ATLAS_BLOCK_TABLE)
      g_ptr_array_add (tables, (gpointer) atlas_report_pages_get_block (self, i));
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
  atlas_report_pages_lay_out (self);
  if (self->pages->len < n_pages)
    return TRUE;
  for (guint i = 0; i < changed->len; i++)
    g_hash_table_remove (self->small, g_ptr_array_index (changed, i));
  set_tightness (self, style, 1);
  atlas_report_pages_lay_out (self);
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

void
atlas_report_pages_save (AtlasReportPages       *self,
                         const AtlasReportStyle *style)
{
  g_autoptr (GPtrArray) left_over = list_left_over (self);

  save_page (self, style, left_over, 1);
  if (has_poor_last_page (self))
    save_last_page (self, style);
}
