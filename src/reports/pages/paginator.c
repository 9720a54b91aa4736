/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/paginator.h"

#include <math.h>

/* Sums of heights may differ from a page's height in the last bits only. */
#define TOLERANCE 1e-6

/* The rest of a landscape table that fills less of its page shares the rows of the page before. */
#define POOR_LAST_PART 0.6

typedef struct {
  const AtlasFlowItem *items;
  guint n_items;
  double heights[2];       /* portrait, landscape */
  gboolean *landscape;     /* per item, after keeping */
  gboolean *break_before;
  gboolean *keeps_end;     /* per item, where that can be */
  guint *n_placed;         /* rows, before its turn */
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
  double rows = item->least > 0 ? item->least : sum_rows (item, 0, n);

  return snap (item, item->lead + rows + (n == item->n_rows ? item->tail : 0));
}

static double
whole_height (const AtlasFlowItem *item)
{
  return snap (item, item->lead + sum_rows (item, 0, item->n_rows) + item->tail);
}

/* Of all of it, as low as it may be. */
static double
least_height (const AtlasFlowItem *item)
{
  return item->least > 0 ? head_height (item) : whole_height (item);
}

/* Whether the last rows of item I stay with the first of the next one. */
static gboolean
keeps_end (const Flow *flow,
           guint       i)
{
  return flow->keeps_end[i] && flow->n_placed[i + 1] == 0;
}

/* Whether all of item I stays with what follows it. */
static gboolean
is_kept (const Flow *flow,
         guint       i)
{
  const AtlasFlowItem *item = &flow->items[i];

  return i + 1 < flow->n_items &&
         (item->keep_with_next || (keeps_end (flow, i) && item->n_rows < 2 * item->min_rows));
}

/* What has to fit below the top of item I where it is to begin: the kept items and the head of the first that is not
 * kept. */
static double
kept_height (const Flow *flow,
             guint       i)
{
  double height = 0;

  for (; is_kept (flow, i); i++)
    height += least_height (&flow->items[i]) + flow->items[i + 1].space_before;
  return height + head_height (&flow->items[i]);
}

/* Whether the last rows of item I and the beginning of the next one may be kept together. */
static gboolean
may_keep_end (const Flow *flow,
              guint       i)
{
  return flow->items[i].keep_end && i + 1 < flow->n_items && !flow->items[i + 1].floats && !flow->break_before[i + 1] &&
         flow->landscape[i] == flow->landscape[i + 1];
}

/* More than a page is not kept together: then the end of the first item under the headings from item I on goes its own way. */
static void
resolve_ends (Flow *flow)
{
  for (guint i = flow->n_items; i-- > 0;)
    {
      guint end = i;

      flow->keeps_end[i] = may_keep_end (flow, i);
      while (end + 1 < flow->n_items && flow->items[end].keep_with_next)
        end++;
      if (kept_height (flow, i) > flow->heights[flow->landscape[i] ? 1 : 0])
        flow->keeps_end[end] = FALSE;
    }
}

/* Above the rows of item I from FIRST on. Below what it does not follow in the report, such as a chart that came over from
 * the page before, it is as much as that has above it. */
static double
space_above (const Flow *flow,
             guint       i,
             guint       first)
{
  double space = first == 0 ? flow->items[i].space_before : 0;
  guint above;

  if (page_is_empty (flow))
    return 0;
  above = g_array_index (flow->page->parts, AtlasFlowPart, flow->page->parts->len - 1).item;
  return first == 0 && above + 1 == i ? space : MAX (space, flow->items[above].space_before);
}

/* How many of the rows from FIRST on fit into HEIGHT. All of them only together with the tail; else so many
 * that neither end is shorter than the item allows. 0: it cannot be split here. */
static guint
count_fitting (const AtlasFlowItem *item,
               guint                first,
               double               height)
{
  guint left = item->n_rows - first;
  guint n = 0;

  while (n < left && height >= item->rows[first + n])
    height -= item->rows[first + n++];
  if (n == left && height >= item->tail)
    return n;
  if (left < item->min_rows + 1)
    return 0;
  n = MIN (n, left - item->min_rows);
  return n >= item->min_rows ? n : 0;
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
place_rows (Flow   *flow,
            guint   i,
            guint   first,
            guint   n,
            double  rows)
{
  const AtlasFlowItem *item = &flow->items[i];
  AtlasFlowPart part = { .item = i, .first_row = first, .n_rows = n };
  double taken;

  flow->y += space_above (flow, i, first);
  part.height = (first == 0 ? item->lead : item->repeat) + rows;
  if (first + n == item->n_rows)
    part.height += item->tail;
  taken = snap (item, part.height);
  part.y = flow->y + (taken - part.height) / 2;
  flow->y += taken;
  g_array_append_val (flow->page->parts, part);
  flow->n_placed[i] = first + n;
}

/* The height that is left for rows of item I from FIRST on. */
static double
measure_room (const Flow *flow,
              guint       i,
              guint       first)
{
  const AtlasFlowItem *item = &flow->items[i];

  return room (flow) - item->inset - space_above (flow, i, first) - (first == 0 ? item->lead : item->repeat);
}

/* N rows of item I from FIRST on fit: how many are placed, so that the last ones stay with what follows. */
static guint
leave_end (const Flow *flow,
           guint       i,
           guint       first,
           guint       n)
{
  const AtlasFlowItem *item = &flow->items[i];
  double height = measure_room (flow, i, first) + item->inset;

  if (first + n < item->n_rows || !keeps_end (flow, i) ||
      height >= sum_rows (item, first, n) + item->tail + flow->items[i + 1].space_before + kept_height (flow, i + 1))
    return n;
  if (n >= 2 * item->min_rows)
    return n - item->min_rows;
  return page_is_empty (flow) ? n : 0;
}

/* Of N rows of item I from FIRST on that fit on the page, how many are placed where little would be left for the last one: a
 * landscape page has nothing but its table, and so the last two share its rows. */
static guint
share_last (const Flow *flow,
            guint       i,
            guint       first,
            guint       n)
{
  const AtlasFlowItem *item = &flow->items[i];
  guint left = item->n_rows - first - n, half = (n + left + 1) / 2;

  if (!item->landscape || left == 0 || half >= n || half < item->min_rows ||
      item->repeat + sum_rows (item, first + n, left) + item->tail > POOR_LAST_PART * flow->heights[1])
    return n;
  /* Rows differ in height. */
  while (half < n && snap (item, item->repeat + sum_rows (item, first + half, n + left - half) + item->tail) > flow->heights[1])
    half++;
  return half;
}

/* Places item I, which does not fit as high as it is, as high as the page and what stays with it allow; FALSE where that is too
 * low. */
static gboolean
place_lower (Flow  *flow,
             guint  i)
{
  const AtlasFlowItem *item = &flow->items[i];
  double height = measure_room (flow, i, 0) - item->tail - TOLERANCE;

  if (keeps_end (flow, i))
    height -= flow->items[i + 1].space_before + kept_height (flow, i + 1);
  /* On a grid the rest of its last line is its own. */
  if (item->grid > 0)
    height = floor ((height + item->inset + TOLERANCE) / item->grid) * item->grid - item->inset;
  if (item->least <= 0 || height < item->least - 2 * TOLERANCE)
    return FALSE;
  place_rows (flow, i, 0, 1, MIN (height, item->rows[0]));
  return TRUE;
}

/* Places as many rows of item I from FIRST on as the page takes; returns how many. */
static guint
place_some (Flow  *flow,
            guint  i,
            guint  first)
{
  const AtlasFlowItem *item = &flow->items[i];
  double height = measure_room (flow, i, first);
  guint n = count_fitting (item, first, height);

  n = leave_end (flow, i, first, share_last (flow, i, first, n));
  if (n == 0 && first == 0 && place_lower (flow, i))
    return 1;
  if (n == 0 && page_is_empty (flow))
    n = count_forced (item, first, height);
  if (n > 0)
    place_rows (flow, i, first, n, sum_rows (item, first, n));
  return n;
}

static void
place_item (Flow  *flow,
            guint  i)
{
  const AtlasFlowItem *item = &flow->items[i];

  while (flow->n_placed[i] < item->n_rows)
    {
      place_some (flow, i, flow->n_placed[i]);
      if (flow->n_placed[i] < item->n_rows)
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
         space_above (flow, i, 0) + kept_height (flow, i) > room (flow);
}

/* What stands under a heading does not leave it. */
static gboolean
follows_kept (const Flow *flow,
              guint       i)
{
  return i > 0 && flow->items[i - 1].keep_with_next;
}

/* On a page of which so much is filled no table begins before what floats, which would wait for the end of it too. */
#define FULL_ENOUGH 0.7
/* A page of which so much is filled may stay as it is: there no more than so many items that float wait at a time, so that none
 * gets far from what is told of it. */
#define FULL 0.85
#define MAX_WAITING 2
#define MAX_WAITING_POOR 4
/* One of which no more is filled lets a table begin even before what lies across. */
#define POOR_PAGE 0.42
/* More than one waits: no other that floats may go before them. */
#define SEVERAL G_MAXUINT

/* Whether item I may stand before item LATE, which did not fit on the page: a chart not before another one, but before what
 * lies across. */
static gboolean
may_overtake (const Flow *flow,
              guint       i,
              guint       late)
{
  gboolean passes = !flow->items[i].floats || (late != SEVERAL && flow->landscape[late] != flow->landscape[i]);

  return passes && !flow->break_before[i] && flow->landscape[i] == flow->page->landscape;
}

/* The last of the items from I on that stay together, so that what is pulled up leaves none of them behind; N_ITEMS where
 * one of them may not be pulled up. OUT_HEIGHT: of all of them. */
static guint
find_group (const Flow *flow,
            guint       i,
            guint       late,
            double     *out_height)
{
  *out_height = space_above (flow, i, 0) - flow->items[i].space_before;
  for (; i < flow->n_items && may_overtake (flow, i, late); i++)
    {
      *out_height += flow->items[i].space_before + whole_height (&flow->items[i]);
      if (!flow->items[i].keep_with_next && !keeps_end (flow, i))
        return i;
    }
  return flow->n_items;
}

static gboolean
is_splittable_text (const AtlasFlowItem *item)
{
  return item->min_rows > 1 && item->n_rows >= 2 * item->min_rows && item->lead + item->repeat + item->tail <= 0;
}

/* Whether less than PART of the page is filled. */
static gboolean
is_below (const Flow *flow,
          double      part)
{
  return flow->y < part * flow->heights[flow->page->landscape ? 1 : 0];
}

static gboolean
is_poor (const Flow *flow)
{
  return is_below (flow, POOR_PAGE);
}

static gboolean
is_splittable_table (const AtlasFlowItem *item)
{
  return !item->floats && item->n_rows >= 2 * item->min_rows && item->lead > 0;
}

/* Places the first rows of item I. Returns it where it is a table that is to go on on the next page, else N_ITEMS. */
static guint
place_head (Flow  *flow,
            guint  i)
{
  guint n = place_some (flow, i, 0);

  return n > 0 && n < flow->items[i].n_rows && is_splittable_table (&flow->items[i]) ? i : flow->n_items;
}

/* Places the items from I on that are kept with the next one, and the first rows of the one behind them, of which OUT_LAST gets
 * the position; returns as place_head () does. */
static guint
place_kept (Flow  *flow,
            guint  i,
            guint *out_last)
{
  for (; is_kept (flow, i); i++)
    place_item (flow, i);
  *out_last = i;
  return place_head (flow, i);
}

/* The first lines of a text, under the headings from item I on, fill the page, or, if TABLES may, the first rows of a table with
 * what announces it. Returns the table, which is to go on on the next page, or N_ITEMS. */
static guint
pull_up_head (Flow     *flow,
              guint     i,
              gboolean  tables)
{
  guint last = i, table;
  double head = space_above (flow, i, 0) - flow->items[i].space_before;

  for (; is_kept (flow, last); last++)
    head += flow->items[last].space_before + least_height (&flow->items[last]);
  head += flow->items[last].space_before + head_height (&flow->items[last]);
  if (head > room (flow) ||
      !(is_splittable_text (&flow->items[last]) || (tables && is_splittable_table (&flow->items[last]))))
    return flow->n_items;
  table = place_kept (flow, i, &last);
  /* The end of it was placed since what it is kept with has room too. */
  while (flow->n_placed[last] == flow->items[last].n_rows && keeps_end (flow, last))
    table = place_kept (flow, last + 1, &last);
  return table;
}

/* Whether item I can wait for the next page too. */
static gboolean
may_wait (const Flow *flow,
          guint       i)
{
  return flow->items[i].floats && !flow->break_before[i] && !follows_kept (flow, i);
}

/* Goes on with item I, of which the first lines stand on the page before; FALSE where its end has to wait, or where it is no
 * text. */
static gboolean
pull_up_rest (Flow  *flow,
              guint  i)
{
  const AtlasFlowItem *item = &flow->items[i];

  if (!is_splittable_text (item) || flow->landscape[i] != flow->page->landscape)
    return FALSE;
  place_some (flow, i, flow->n_placed[i]);
  return flow->n_placed[i] == item->n_rows;
}

/* Fills what is left of the page, now that item I does not fit, with what follows it, and if TABLES may with the beginning of
 * one. Returns it where it has to go on on the next page, else N_ITEMS. */
static guint
pull_up (Flow     *flow,
         guint     i,
         gboolean  tables)
{
  guint n_waiting = 1, late = i;

  for (guint first = i + 1, last; first < flow->n_items; first = last + 1)
    {
      double height;

      last = first;
      if (flow->n_placed[first] == flow->items[first].n_rows)
        continue;
      if (flow->n_placed[first] > 0)
        {
          /* Item I has waited for a page already: not for the rest of a table too. */
          tables = FALSE;
          if (!pull_up_rest (flow, first))
            break;
          continue;
        }
      last = find_group (flow, first, late, &height);
      if ((last == flow->n_items || height > room (flow)) && may_wait (flow, first) &&
          n_waiting++ < (is_below (flow, FULL) ? MAX_WAITING_POOR : MAX_WAITING))
        {
          late = SEVERAL;
          last = first;
          continue;
        }
      if (last == flow->n_items)
        break;
      if (height > room (flow))
        return pull_up_head (flow, first, tables && is_below (flow, FULL_ENOUGH));
      for (; first <= last; first++)
        place_item (flow, first);
    }
  return flow->n_items;
}

/* Begins the page that item I begins, and before it fills the one that it does not fit on. It waits for the rest of one table at
 * most; what lies across would have to wait for the end of that upright page too, and so only where this one is poor. */
static void
turn_page (Flow  *flow,
           guint  i)
{
  gboolean tables = !flow->landscape[i] || is_poor (flow);

  while (needs_new_page (flow, i))
    {
      guint table = may_wait (flow, i) ? pull_up (flow, i, tables) : flow->n_items;

      tables = FALSE;
      begin_page (flow, flow->landscape[table < flow->n_items ? table : i]);
      if (table < flow->n_items)
        place_item (flow, table);
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
  g_autofree gboolean *keeps_end = g_new0 (gboolean, n_items + 1);
  g_autofree guint *n_placed = g_new0 (guint, n_items + 1);
  Flow flow = {
    .items = items,
    .n_items = n_items,
    .heights = { portrait_height, landscape_height },
    .landscape = landscape,
    .break_before = break_before,
    .keeps_end = keeps_end,
    .n_placed = n_placed,
    .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) flow_page_free),
  };

  resolve_keeping (&flow);
  resolve_ends (&flow);
  begin_page (&flow, landscape[0]);
  for (guint i = 0; i < n_items; i++)
    {
      if (n_placed[i] == 0)
        turn_page (&flow, i);
      else if (n_placed[i] < items[i].n_rows && landscape[i] != flow.page->landscape && !page_is_empty (&flow))
        begin_page (&flow, landscape[i]);
      place_item (&flow, i);
    }
  return flow.pages;
}
