/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "flow-items.h"

static void
add_random_item (FlowItems *items)
{
  int kind = g_test_rand_int_range (0, 10);
  AtlasFlowItem *item;

  if (kind < 2) /* a heading */
    {
      item = flow_items_add (items, 1, g_test_rand_double_range (10, 40));
      item->keep_with_next = TRUE;
    }
  else if (kind < 5) /* a paragraph */
    {
      item = flow_items_add (items, g_test_rand_int_range (1, 90), 17.6);
      item->min_rows = 2;
      item->keep_end = g_test_rand_int_range (0, 3) == 0;
    }
  else if (kind < 7) /* a chart */
    {
      item = flow_items_add (items, 1, g_test_rand_double_range (80, 330));
      item->floats = TRUE;
      item->least = g_test_rand_bit () ? item->rows[0] * 0.8 : 0;
      /* What is kept together never takes more than a page. */
      item->keep_end = item->rows[0] < 180 && g_test_rand_int_range (0, 3) == 0;
    }
  else /* a table */
    {
      item = flow_items_add (items, g_test_rand_int_range (1, 120), g_test_rand_double_range (12, 60));
      item->min_rows = MIN (item->n_rows, (guint) g_test_rand_int_range (1, 4));
      item->keep_end = item->n_rows >= 2 * item->min_rows && g_test_rand_int_range (0, 3) == 0;
      item->lead = g_test_rand_double_range (20, 60);
      item->repeat = g_test_rand_double_range (20, 50);
      item->tail = g_test_rand_double_range (0, 60);
    }
  item->space_before = g_test_rand_double_range (0, 18);
  item->landscape = g_test_rand_int_range (0, 12) == 0;
  item->break_before = g_test_rand_int_range (0, 20) == 0;
}

static double
expected_height (const AtlasFlowItem *item,
                 const AtlasFlowPart *part)
{
  double height = part->first_row == 0 ? item->lead : item->repeat;

  for (guint i = 0; i < part->n_rows; i++)
    height += item->rows[part->first_row + i];
  return part->first_row + part->n_rows == item->n_rows ? height + item->tail : height;
}

/* Above part N of PAGE: none at the top; what its item asks for behind the one before it; else no less than what is above that. */
static double
expected_space (const FlowItems     *items,
                const AtlasFlowPage *page,
                guint                n)
{
  const AtlasFlowPart *part = flow_nth_part (page, n), *above = n > 0 ? flow_nth_part (page, n - 1) : NULL;
  double space = part->first_row == 0 ? g_array_index (items->items, AtlasFlowItem, part->item).space_before : 0;

  if (above == NULL)
    return 0;
  if (part->first_row == 0 && above->item + 1 == part->item)
    return space;
  return MAX (space, g_array_index (items->items, AtlasFlowItem, above->item).space_before);
}

/* Parts follow each other without overlap, each as high as its rows with its header, and end above the page's
 * end. */
static void
check_heights (const FlowItems     *items,
               const AtlasFlowPage *page)
{
  double end = 0;

  g_assert_cmpuint (page->parts->len, >, 0);
  for (guint i = 0; i < page->parts->len; i++)
    {
      const AtlasFlowPart *part = flow_nth_part (page, i);
      const AtlasFlowItem *item = &g_array_index (items->items, AtlasFlowItem, part->item);

      if (item->least > 0)
        {
          g_assert_cmpfloat (part->height, <=, expected_height (item, part));
          g_assert_cmpfloat (part->height, >=, item->least - 1e-3);
        }
      else
        g_assert_cmpfloat_with_epsilon (part->height, expected_height (item, part), 1e-6);
      if (!item->keep_with_next)
        g_assert_cmpint (item->landscape, ==, page->landscape);
      g_assert_cmpfloat_with_epsilon (part->y, end + expected_space (items, page, i), 1e-6);
      end = part->y + part->height;
    }
  g_assert_cmpfloat (end, <=, (page->landscape ? FLOW_LANDSCAPE : FLOW_PORTRAIT) + 1e-3);
}

/* A paragraph that announces what follows does not end at the end of PAGE, unless it fills it, or what follows begins a
 * page in any case, as a heading does with what is under it, or has begun before what floats. */
static void
check_end (const FlowItems     *items,
           const AtlasFlowPage *page,
           const AtlasFlowPart *last,
           const AtlasFlowPage *next)
{
  const AtlasFlowItem *item = &g_array_index (items->items, AtlasFlowItem, last->item);

  if (!item->keep_end || last->first_row + last->n_rows < item->n_rows || page->parts->len == 1 ||
      last->item + 1 >= items->items->len || flow_nth_part (next, 0)->item != last->item + 1 ||
      flow_nth_part (next, 0)->first_row > 0)
    return;
  g_assert_true (item[1].break_before || item[1].floats || item[1].keep_with_next || page->landscape != next->landscape);
}

/* A heading is last on a page only where it is last of all, and so is the end of a paragraph that announces what stands
 * on the next page. */
static void
check_headings (const FlowItems *items,
                GPtrArray       *pages)
{
  for (guint i = 0; i + 1 < pages->len; i++)
    {
      const AtlasFlowPage *page = flow_nth_page (pages, i);
      const AtlasFlowPart *last = flow_nth_part (page, page->parts->len - 1);

      g_assert_false (g_array_index (items->items, AtlasFlowItem, last->item).keep_with_next);
      check_end (items, page, last, flow_nth_page (pages, i + 1));
    }
}

/* Whether ITEM may come before EARLIER: past a chart, with no other chart, unless that lies across
 * or waits as well by the ROWS placed so far, and no break between. */
static void
check_overtaking (const FlowItems *items,
                  const guint     *rows,
                  guint            item,
                  guint            earlier)
{
  const AtlasFlowItem *late = &g_array_index (items->items, AtlasFlowItem, earlier);

  g_assert_true (late->floats);
  for (guint i = earlier + 1; i <= item; i++)
    {
      const AtlasFlowItem *early = &g_array_index (items->items, AtlasFlowItem, i);

      g_assert_true (!early->floats || late->landscape != early->landscape || (i < item && rows[i] < early->n_rows));
      g_assert_false (early->break_before);
    }
}

/* Each row of each item once, in order; items in order but for those that overtake a chart. */
static void
check_rows (const FlowItems *items,
            GPtrArray       *pages)
{
  g_autofree guint *rows = g_new0 (guint, items->items->len);

  for (guint i = 0; i < pages->len; i++)
    for (guint j = 0; j < flow_nth_page (pages, i)->parts->len; j++)
      {
        const AtlasFlowPart *part = flow_nth_part (flow_nth_page (pages, i), j);

        g_assert_cmpuint (part->first_row, ==, rows[part->item]);
        g_assert_cmpuint (part->n_rows, >, 0);
        rows[part->item] += part->n_rows;
        for (guint k = 0; k < part->item; k++)
          if (rows[k] < g_array_index (items->items, AtlasFlowItem, k).n_rows)
            check_overtaking (items, rows, part->item, k);
      }
  for (guint i = 0; i < items->items->len; i++)
    g_assert_cmpuint (rows[i], ==, g_array_index (items->items, AtlasFlowItem, i).n_rows);
}

static gboolean
has_two_headings_running (const FlowItems *items)
{
  guint running = 0;

  for (guint i = 0; i < items->items->len; i++)
    {
      running = g_array_index (items->items, AtlasFlowItem, i).keep_with_next ? running + 1 : 0;
      if (running > 2)
        return TRUE;
    }
  return FALSE;
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_auto (FlowItems) items = flow_items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      guint n = g_test_rand_int_range (1, 30);

      for (guint i = 0; i < n; i++)
        add_random_item (&items);
      pages = flow_items_paginate (&items);
      check_rows (&items, pages);
      for (guint i = 0; i < pages->len; i++)
        check_heights (&items, flow_nth_page (pages, i));
      /* Many headings in a row may fill more than a landscape page. */
      if (!has_two_headings_running (&items))
        check_headings (&items, pages);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/paginator/random", test_random);
  return g_test_run ();
}
