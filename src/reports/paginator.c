/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/paginator.h"

#include <math.h>

/* Sums of heights may differ from a page's height in the last bits only. */
#define TOLERANCE 1e-6

typedef struct {
  const AtlasFlowItem *items;
  guint n_items;
  double heights[2];       /* portrait, landscape */
  gboolean *landscape;     /* per item, after keeping */
  gboolean *break_before;
  gboolean *placed;        /* before its turn */
  GPtrArray *pages;
  AtlasFlowPage *page;     /* the one being filled */
  double y;
} Flow;

static void
flow_page_free (AtlasFlowPage *page)
{
  g_array_unref (page->parts);
  g_free (page);
}

static void
begin_page (Flow     *flow,
            gboolean  landscape)
{
  flow->page = g_new0 (AtlasFlowPage, 1);
  flow->page->landscape = landscape;
  flow->page->parts = g_array_new (FALSE, FALSE, sizeof (AtlasFlowPart));
  flow->y = 0;
  g_ptr_array_add (flow->pages, flow->page);
}

static gboolean
page_is_empty (const Flow *flow)
{
  return flow->page->parts->len == 0;
}

static double
room (const Flow *flow)
{
  return flow->heights[flow->page->landscape ? 1 : 0] - flow->y + TOLERANCE;
}

/* A kept item goes where the one after it goes: it takes over its direction and its forced break. */
static void
resolve_keeping (Flow *flow)
{
  for (guint i = flow->n_items; i-- > 0;)
    {
      const AtlasFlowItem *item = &flow->items[i];
      gboolean kept = item->keep_with_next && i + 1 < flow->n_items;

      flow->landscape[i] = kept ? flow->landscape[i + 1] : item->landscape;
      flow->break_before[i] = item->break_before || (kept && flow->break_before[i + 1]);
      if (kept)
        flow->break_before[i + 1] = FALSE;
    }
}

static double
sum_rows (const AtlasFlowItem *item,
          guint                first,
          guint                n)
{
  double sum = 0;

  for (guint i = first; i < first + n; i++)
    sum += item->rows[i];
  return sum;
}

/* What a part of HEIGHT takes up. */
static double
snap (const AtlasFlowItem *item,
      double               height)
{
  height += item->inset;
  return item->grid > 0 ? ceil (height / item->grid - TOLERANCE) * item->grid : height;
}

/* The least that can begin on a page: all of a short item, else its first rows. */
static double
head_height (const AtlasFlowItem *item)
{
  gboolean splittable = item->n_rows >= 2 * item->min_rows;
  guint n = splittable ? item->min_rows : item->n_rows;

  return snap (item, item->lead + sum_rows (item, 0, n) + (n == item->n_rows ? item->tail : 0));
}

/* What has to fit where item I is to begin: the kept items and the head of the first that is not kept. */
static double
chain_height (const Flow *flow,
              guint       i)
{
  double height = page_is_empty (flow) ? 0 : flow->items[i].space_before;

  while (flow->items[i].keep_with_next && i + 1 < flow->n_items)
    {
      const AtlasFlowItem *item = &flow->items[i];

      height += snap (item, item->lead + sum_rows (item, 0, item->n_rows) + item->tail);
      height += flow->items[++i].space_before;
    }
  return height + head_height (&flow->items[i]);
}

/* How many of the rows from FIRST on fit into HEIGHT. All of them only together with the tail; else so many
 * that neither end is shorter than the item allows. 0: it cannot be split here. */
static guint
count_fitting (const AtlasFlowItem *item,
               guint                first,
               double               height)
{
  guint left = item->n_rows - first;
  guint least = first == 0 ? item->min_rows : 1;
  guint n = 0;

  while (n < left && height >= item->rows[first + n])
    height -= item->rows[first + n++];
  if (n == left && height >= item->tail)
    return n;
  if (left < item->min_rows + 1)
    return 0;
  n = MIN (n, left - item->min_rows);
  return n >= least ? n : 0;
}

/* On a page of its own an item that can't keep its rules still goes on: by as many rows as fit, or one. */
static guint
count_forced (const AtlasFlowItem *item,
              guint                first,
              double               height)
{
  guint left = item->n_rows - first;
  guint n = 0;

  while (n < left && height >= item->rows[first + n])
    height -= item->rows[first + n++];
  return MAX (n, 1);
}

static void
place_rows (Flow  *flow,
            guint  i,
            guint  first,
            guint  n)
{
  const AtlasFlowItem *item = &flow->items[i];
  AtlasFlowPart part = { .item = i, .first_row = first, .n_rows = n };
  double taken;

  if (first == 0 && !page_is_empty (flow))
    flow->y += item->space_before;
  part.height = (first == 0 ? item->lead : item->repeat) + sum_rows (item, first, n);
  if (first + n == item->n_rows)
    part.height += item->tail;
  taken = snap (item, part.height);
  part.y = flow->y + (taken - part.height) / 2;
  flow->y += taken;
  g_array_append_val (flow->page->parts, part);
}

static void
place_item (Flow  *flow,
            guint  i)
{
  const AtlasFlowItem *item = &flow->items[i];
  guint first = 0;

  while (first < item->n_rows)
    {
      double above = item->inset + (first == 0 ? item->lead : item->repeat);
      double height;
      guint n;

      if (first == 0 && !page_is_empty (flow))
        above += item->space_before;
      height = room (flow) - above;
      n = count_fitting (item, first, height);
      if (n == 0 && page_is_empty (flow))
        n = count_forced (item, first, height);
      if (n > 0)
        place_rows (flow, i, first, n);
      first += n;
      if (first < item->n_rows)
        begin_page (flow, flow->landscape[i]);
    }
}

static gboolean
needs_new_page (const Flow *flow,
                guint       i)
{
  if (page_is_empty (flow))
    return FALSE;
  return flow->break_before[i] || flow->landscape[i] != flow->page->landscape ||
         chain_height (flow, i) > room (flow);
}

static double
whole_height (const AtlasFlowItem *item)
{
  return item->space_before + snap (item, item->lead + sum_rows (item, 0, item->n_rows) + item->tail);
}

/* What stands under a heading does not leave it. */
static gboolean
follows_kept (const Flow *flow,
              guint       i)
{
  return i > 0 && flow->items[i - 1].keep_with_next;
}

/* Fills what is left of the page, now that item I does not fit, with what follows it. */
static void
pull_up (Flow  *flow,
         guint  i)
{
  for (guint j = i + 1; j < flow->n_items; j++)
    {
      const AtlasFlowItem *item = &flow->items[j];

      if (item->keep_with_next || item->floats || flow->break_before[j] ||
          flow->landscape[j] != flow->page->landscape || whole_height (item) > room (flow))
        return;
      place_rows (flow, j, 0, item->n_rows);
      flow->placed[j] = TRUE;
    }
}

GPtrArray *
atlas_paginate (const AtlasFlowItem *items,
                guint                n_items,
                double               portrait_height,
                double               landscape_height)
{
  g_autofree gboolean *landscape = g_new0 (gboolean, n_items + 1);
  g_autofree gboolean *break_before = g_new0 (gboolean, n_items + 1);
  g_autofree gboolean *placed = g_new0 (gboolean, n_items + 1);
  Flow flow = {
    .items = items,
    .n_items = n_items,
    .heights = { portrait_height, landscape_height },
    .landscape = landscape,
    .break_before = break_before,
    .placed = placed,
    .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) flow_page_free),
  };

  resolve_keeping (&flow);
  begin_page (&flow, landscape[0]);
  for (guint i = 0; i < n_items; i++)
    {
      if (placed[i])
        continue;
      if (needs_new_page (&flow, i))
        {
          if (items[i].floats && !break_before[i] && !follows_kept (&flow, i))
            pull_up (&flow, i);
          begin_page (&flow, landscape[i]);
        }
      place_item (&flow, i);
    }
  return flow.pages;
}
