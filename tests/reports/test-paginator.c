/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "flow-items.h"

static void
test_nothing (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = flow_items_paginate (&items);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 0);
}

/* A table of 60 rows of 20 with caption and header of 50, repeated header of 30 and a note of 40:
 * (700 − 50) / 20 = 32 rows, then 28 × 20 + 30 + 40 = 630. */
static void
test_table_over_two_pages (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *table = flow_items_add (&items, 60, 20);

  table->lead = 50;
  table->repeat = 30;
  table->tail = 40;
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 0)->n_rows, ==, 32);
  g_assert_cmpfloat_with_epsilon (flow_nth_part (flow_nth_page (pages, 0), 0)->height, 690, 1e-9);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->first_row, ==, 32);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->n_rows, ==, 28);
  g_assert_cmpfloat_with_epsilon (flow_nth_part (flow_nth_page (pages, 1), 0)->height, 630, 1e-9);
}

/* All rows fit, the note does not: a row goes over with it, so that no page holds a note alone. */
static void
test_note_takes_a_row_along (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 35, 20)->tail = 30;
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->n_rows, ==, 1);
}

static void
test_heading_stays_with_chart (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 500);
  flow_items_add (&items, 1, 30)->keep_with_next = TRUE;
  flow_items_add (&items, 1, 25)->keep_with_next = TRUE;
  flow_items_add (&items, 1, 200);
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 1);
  g_assert_cmpuint (flow_nth_page (pages, 1)->parts->len, ==, 3);
}

/* Two lines of a paragraph stay together at either end: of 5 lines 4 would fit, so 3 stay and 2 go. */
static void
test_no_single_lines (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 660);
  flow_items_add (&items, 5, 10)->min_rows = 2;
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 1)->n_rows, ==, 3);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->n_rows, ==, 2);
}

/* Nor do they where a text goes on below a chart that came over: of 9 lines 4 fill the first page, and below the chart there is
 * room for one. */
static void
test_no_single_lines_between (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 620);
  flow_items_add (&items, 1, 670)->floats = TRUE;
  flow_items_add (&items, 9, 20)->min_rows = 2;
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (pages->len, ==, 3);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 1)->n_rows, ==, 4);
  g_assert_cmpuint (flow_nth_page (pages, 1)->parts->len, ==, 1);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 2), 0)->n_rows, ==, 5);
}

static void
test_three_lines_are_not_split (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 675);
  flow_items_add (&items, 3, 10)->min_rows = 2;
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 1);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->n_rows, ==, 3);
}

static void
test_space_before_not_at_the_top (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *item = flow_items_add (&items, 1, 100);

  item->space_before = 12;
  flow_items_add (&items, 1, 100)->space_before = 12;
  pages = flow_items_paginate (&items);

  g_assert_cmpfloat (flow_nth_part (flow_nth_page (pages, 0), 0)->y, ==, 0);
  g_assert_cmpfloat (flow_nth_part (flow_nth_page (pages, 0), 1)->y, ==, 112);
}

/* The heading over a landscape table turns with it, and a break before the table is one before its heading.
 */
static void
test_heading_turns_with_its_table (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 100);
  flow_items_add (&items, 1, 30)->keep_with_next = TRUE;
  flow_items_add (&items, 10, 20)->landscape = TRUE;
  flow_items_add (&items, 1, 100);
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (pages->len, ==, 3);
  g_assert_false (flow_nth_page (pages, 0)->landscape);
  g_assert_true (flow_nth_page (pages, 1)->landscape);
  g_assert_cmpuint (flow_nth_page (pages, 1)->parts->len, ==, 2);
  g_assert_false (flow_nth_page (pages, 2)->landscape);
}

static void
test_forced_break_makes_no_empty_page (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 700)->break_before = TRUE;
  flow_items_add (&items, 1, 30)->keep_with_next = TRUE;
  flow_items_add (&items, 1, 10)->break_before = TRUE;
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (flow_nth_page (pages, 1)->parts->len, ==, 2);
}

/* Higher than a page: it gets one of its own and the rest goes on. */
static void
test_row_higher_than_a_page (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 10);
  flow_items_add (&items, 2, 900)->tail = 10;
  flow_items_add (&items, 1, 10);
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (pages->len, ==, 4);
}

/* What follows a chart that does not fit fills the page before it: a paragraph, and a heading with the first lines under
 * it. The rest of them stands behind the chart, as far from it as the chart is from what it follows. */
static void
test_text_overtakes_a_chart (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *chart;

  flow_items_add (&items, 1, 500);
  chart = flow_items_add (&items, 1, 300);
  chart->floats = TRUE;
  chart->space_before = 9;
  flow_items_add (&items, 4, 20)->min_rows = 2;
  flow_items_add (&items, 1, 30)->keep_with_next = TRUE;
  flow_items_add (&items, 6, 20)->min_rows = 2;
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 4);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 1)->item, ==, 2);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 2)->item, ==, 3);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 3)->n_rows, ==, 4); /* 500 + 80 + 30 + 4 × 20 */
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->item, ==, 1);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 1)->item, ==, 4);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 1)->first_row, ==, 4);
  g_assert_cmpfloat_with_epsilon (flow_nth_part (flow_nth_page (pages, 1), 1)->y, 309, 1e-9);
}

/* No chart stands before an earlier one, nor what is told of it before the chart under its own heading. */
static void
test_charts_in_order (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 500);
  flow_items_add (&items, 1, 300)->floats = TRUE;
  flow_items_add (&items, 1, 30)->keep_with_next = TRUE;
  flow_items_add (&items, 1, 100)->floats = TRUE;
  pages = flow_items_paginate (&items);
  g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 1);
}

/* What lies across waits while the upright page is filled. */
/* Two charts of 500 wait for a text of 12 lines that begins before them; its last two lines stand below the first of them and not
 * behind the second, for which no table begins there. */
static void
test_text_goes_on_between_charts (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 500);
  flow_items_add (&items, 1, 500)->floats = TRUE;
  flow_items_add (&items, 1, 500)->floats = TRUE;
  flow_items_add (&items, 12, 20)->min_rows = 2;
  flow_items_add (&items, 20, 20)->lead = 30;
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 1)->n_rows, ==, 10);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->item, ==, 1);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 1)->n_rows, ==, 2);
  g_assert_cmpuint (flow_nth_page (pages, 1)->parts->len, ==, 2);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 2), 0)->item, ==, 2);
}

static void
test_landscape_table_waits (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *table;

  flow_items_add (&items, 1, 100);
  table = flow_items_add (&items, 5, 20);
  table->landscape = TRUE;
  table->floats = TRUE;
  flow_items_add (&items, 1, 200);
  flow_items_add (&items, 1, 100)->floats = TRUE;
  pages = flow_items_paginate (&items);
  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 3);
  g_assert_true (flow_nth_page (pages, 1)->landscape);
}

/* A chart of 250 that may be 200 high fits where 220 are left, with the heading over it; where 190 are left, it does not. */
static void
test_chart_is_lowered (void)
{
  const double left[] = { 220, 190 };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_auto (FlowItems) items = flow_items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      AtlasFlowItem *chart;

      flow_items_add (&items, 1, FLOW_PORTRAIT - 30 - left[i]);
      flow_items_add (&items, 1, 30)->keep_with_next = TRUE;
      chart = flow_items_add (&items, 1, 250);
      chart->floats = TRUE;
      chart->least = 200;
      pages = flow_items_paginate (&items);
      g_assert_cmpuint (pages->len, ==, i == 0 ? 1 : 2);
      if (i == 0)
        g_assert_cmpfloat_with_epsilon (flow_nth_part (flow_nth_page (pages, 0), 2)->height, 220, 1e-3);
      else
        g_assert_cmpfloat_with_epsilon (flow_nth_part (flow_nth_page (pages, 1), 1)->height, 250, 1e-9);
    }
}

/* Of six lines that announce a table two go over with it; of three, which are not split, all, and their heading too. */
static void
test_announcement_stays_with_table (void)
{
  const guint lines[] = { 6, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (FlowItems) items = flow_items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      AtlasFlowItem *text, *table;

      flow_items_add (&items, 1, 500);
      flow_items_add (&items, 1, 30)->keep_with_next = TRUE;
      text = flow_items_add (&items, lines[i], 20);
      text->min_rows = 2;
      text->keep_end = TRUE;
      table = flow_items_add (&items, 10, 20);
      table->min_rows = 2;
      table->lead = 60; /* with its first two rows 100: of the 170 left the text takes 120, or 60 */
      pages = flow_items_paginate (&items);
      if (i == 0)
        {
          g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 2)->n_rows, ==, 4);
          g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->n_rows, ==, 2);
          g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 1)->item, ==, 3);
        }
      else
        g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 4);
    }
}

static void
test_announcement_goes_over (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *text;

  flow_items_add (&items, 1, 560);
  flow_items_add (&items, 1, 30)->keep_with_next = TRUE;
  text = flow_items_add (&items, 3, 20);
  text->min_rows = 2;
  text->keep_end = TRUE;
  flow_items_add (&items, 4, 20)->lead = 40;
  pages = flow_items_paginate (&items);
  g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 1);
  g_assert_cmpuint (flow_nth_page (pages, 1)->parts->len, ==, 3);
}

static void
test_chart_stays_under_its_heading (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  flow_items_add (&items, 1, 500);
  flow_items_add (&items, 1, 30)->keep_with_next = TRUE;
  flow_items_add (&items, 1, 300)->floats = TRUE;
  flow_items_add (&items, 1, 20);
  pages = flow_items_paginate (&items);

  g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 1);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->item, ==, 1);
}

/* A chart that does not fit lets the first rows of a table pass, with what announces it: 300 + 40 + 40 leave 320 of
 * 700, which are 16 rows of 20. The other 9 stand before the chart. */
static void
test_table_overtakes_a_chart (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *text, *table;

  flow_items_add (&items, 1, 300);
  flow_items_add (&items, 1, 500)->floats = TRUE;
  text = flow_items_add (&items, 2, 20);
  text->min_rows = 2;
  text->keep_end = TRUE;
  table = flow_items_add (&items, 25, 20);
  table->min_rows = 3;
  table->lead = 40;
  table->repeat = 30;
  pages = flow_items_paginate (&items);
  g_assert_cmpuint (pages->len, ==, 3);
  g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, 3);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 2)->n_rows, ==, 16);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->item, ==, 3);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->n_rows, ==, 9);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 2), 0)->item, ==, 1);
}

/* Two wait, and so the next one keeps the text behind it from passing, unless the page is nearly empty: then four may. */
/* Seven tenths of 700 are 490. On a page that is filled so far, no table begins before the chart. */
static void
test_no_table_overtakes_on_a_full_page (void)
{
  const struct {
    double filled;
    guint n; /* parts on the first page, and what the second begins with: the rest of the table, or the chart */
  } cases[] = { { 480, 2 }, { 500, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (FlowItems) items = flow_items_new ();
      g_autoptr (GPtrArray) pages = NULL;

      flow_items_add (&items, 1, cases[i].filled);
      flow_items_add (&items, 1, 500)->floats = TRUE;
      flow_items_add (&items, 20, 20)->lead = 30;
      pages = flow_items_paginate (&items);
      g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, cases[i].n);
      g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->item, ==, cases[i].n);
    }
}

/* Of 700 are 600 more than 85 hundredths, and 590 are not. */
static void
test_more_wait_on_a_poor_page (void)
{
  const double before[] = { 600, 590 };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_auto (FlowItems) items = flow_items_new ();
      g_autoptr (GPtrArray) pages = NULL;

      flow_items_add (&items, 1, before[i]);
      for (guint k = 0; k < 3; k++)
        flow_items_add (&items, 1, 600)->floats = TRUE;
      flow_items_add (&items, 1, 100);
      pages = flow_items_paginate (&items);
      g_assert_cmpuint (flow_nth_page (pages, 0)->parts->len, ==, i == 0 ? 1 : 2);
    }
}

/* A note stays with the chart it is about. Where 240 are left, the chart of 250 is lowered to 210, and the note takes 30; where 220
 * are left, the note passes, since the chart is not lowered below 200. */
static void
test_note_stays_with_chart (void)
{
  const double left[] = { 240, 220 };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_auto (FlowItems) items = flow_items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      AtlasFlowItem *chart;

      flow_items_add (&items, 1, FLOW_PORTRAIT - left[i]);
      chart = flow_items_add (&items, 1, 250);
      chart->floats = TRUE;
      chart->least = 200;
      chart->keep_end = TRUE;
      flow_items_add (&items, 1, 30)->min_rows = 2;
      pages = flow_items_paginate (&items);
      g_assert_cmpuint (pages->len, ==, i == 0 ? 1 : 2);
      if (i == 0)
        g_assert_cmpfloat_with_epsilon (flow_nth_part (flow_nth_page (pages, 0), 1)->height, 210, 1e-3);
      else
        g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 1)->item, ==, 2);
    }
}

/* The note of 60 under a table does not fit behind its last row: three rows go over with it. */
static void
test_note_stays_with_table (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *table = flow_items_add (&items, 33, 20);

  table->min_rows = 3;
  table->keep_end = TRUE;
  flow_items_add (&items, 1, 60)->min_rows = 2;
  pages = flow_items_paginate (&items);
  g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 0)->n_rows, ==, 30);
  g_assert_cmpuint (flow_nth_page (pages, 1)->parts->len, ==, 2);
}

/* Of a page of 450 a table of rows of 20 takes 50 for its head, continued 40, and 10 for its note: 20 rows. Of 25 rows 5 would
 * stand alone on the next landscape page: it gets 12. Of 36 it gets the 16 that are left. */
static void
test_landscape_table_shares (void)
{
  const guint cases[][3] = { { 25, 13, 12 }, { 36, 20, 16 }, { 20, 20, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (FlowItems) items = flow_items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      AtlasFlowItem *item = flow_items_add (&items, cases[i][0], 20);

      item->lead = 50;
      item->repeat = 40;
      item->tail = i < 2 ? 10 : 0;
      item->landscape = TRUE;
      pages = flow_items_paginate (&items);
      g_assert_cmpuint (pages->len, ==, cases[i][2] > 0 ? 2 : 1);
      g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 0), 0)->n_rows, ==, cases[i][1]);
      if (cases[i][2] > 0)
        g_assert_cmpuint (flow_nth_part (flow_nth_page (pages, 1), 0)->n_rows, ==, cases[i][2]);
    }
}

static void
assert_part_at (const AtlasFlowPage *page,
                guint                n,
                double               y,
                double               height)
{
  const AtlasFlowPart *part = &g_array_index (page->parts, AtlasFlowPart, n);

  g_assert_cmpuint (n, <, page->parts->len);
  g_assert_cmpfloat_with_epsilon (part->y, y, 1e-6);
  g_assert_cmpfloat_with_epsilon (part->height, height, 1e-6);
}

/* On a grid of 30: each part takes up whole lines, and stands in their middle; what follows is on the grid again. */
static void
test_grid (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *item;

  flow_items_add (&items, 2, 30)->grid = 30;
  item = flow_items_add (&items, 1, 100);
  item->grid = 30;
  item->inset = 14; /* 114: four lines, 10 above and below */
  item = flow_items_add (&items, 1, 110);
  item->grid = 30;
  item->inset = 14; /* 124: five lines */
  flow_items_add (&items, 1, 30)->grid = 30;
  pages = flow_items_paginate (&items);
  g_assert_cmpuint (pages->len, ==, 1);
  assert_part_at (flow_nth_page (pages, 0), 1, 70, 100);
  assert_part_at (flow_nth_page (pages, 0), 2, 200, 110);
  assert_part_at (flow_nth_page (pages, 0), 3, 330, 30);
}

/* Rows of a table stop where the inset would no longer be free. */
static void
test_grid_split (void)
{
  g_auto (FlowItems) items = flow_items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *item = flow_items_add (&items, 70, 10);

  item->grid = 70;
  item->inset = 14;
  item->repeat = 6;
  pages = flow_items_paginate (&items);
  g_assert_cmpuint (pages->len, ==, 2);
  assert_part_at (flow_nth_page (pages, 0), 0, 10, 680);
  assert_part_at (flow_nth_page (pages, 1), 0, 22, 26);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/paginator/nothing", test_nothing);
  g_test_add_func ("/reports/paginator/charts-in-order", test_charts_in_order);
  g_test_add_func ("/reports/paginator/text-goes-on-between-charts", test_text_goes_on_between_charts);
  g_test_add_func ("/reports/paginator/landscape-table-waits", test_landscape_table_waits);
  g_test_add_func ("/reports/paginator/landscape-table-shares", test_landscape_table_shares);
  g_test_add_func ("/reports/paginator/chart-is-lowered", test_chart_is_lowered);
  g_test_add_func ("/reports/paginator/announcement-stays-with-table", test_announcement_stays_with_table);
  g_test_add_func ("/reports/paginator/announcement-goes-over", test_announcement_goes_over);
  g_test_add_func ("/reports/paginator/table-over-two-pages", test_table_over_two_pages);
  g_test_add_func ("/reports/paginator/note-takes-a-row-along", test_note_takes_a_row_along);
  g_test_add_func ("/reports/paginator/heading-stays-with-chart", test_heading_stays_with_chart);
  g_test_add_func ("/reports/paginator/no-single-lines", test_no_single_lines);
  g_test_add_func ("/reports/paginator/no-single-lines-between", test_no_single_lines_between);
  g_test_add_func ("/reports/paginator/three-lines-are-not-split", test_three_lines_are_not_split);
  g_test_add_func ("/reports/paginator/space-before-not-at-the-top", test_space_before_not_at_the_top);
  g_test_add_func ("/reports/paginator/heading-turns-with-its-table", test_heading_turns_with_its_table);
  g_test_add_func ("/reports/paginator/forced-break-makes-no-empty-page",
                   test_forced_break_makes_no_empty_page);
  g_test_add_func ("/reports/paginator/row-higher-than-a-page", test_row_higher_than_a_page);
  g_test_add_func ("/reports/paginator/text-overtakes-a-chart", test_text_overtakes_a_chart);
  g_test_add_func ("/reports/paginator/chart-stays-under-its-heading", test_chart_stays_under_its_heading);
  g_test_add_func ("/reports/paginator/table-overtakes-a-chart", test_table_overtakes_a_chart);
  g_test_add_func ("/reports/paginator/no-table-overtakes-on-a-full-page", test_no_table_overtakes_on_a_full_page);
  g_test_add_func ("/reports/paginator/more-wait-on-a-poor-page", test_more_wait_on_a_poor_page);
  g_test_add_func ("/reports/paginator/note-stays-with-chart", test_note_stays_with_chart);
  g_test_add_func ("/reports/paginator/note-stays-with-table", test_note_stays_with_table);
  g_test_add_func ("/reports/paginator/grid", test_grid);
  g_test_add_func ("/reports/paginator/grid-split", test_grid_split);
  return g_test_run ();
}
