/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/paginator.h"

#define PORTRAIT 700.0
#define LANDSCAPE 450.0

/* Items whose rows the test owns. */
typedef struct {
  GArray *items;
  GPtrArray *rows;
} Items;

static Items
items_new (void)
{
  return (Items) { g_array_new (FALSE, TRUE, sizeof (AtlasFlowItem)),
                   g_ptr_array_new_with_free_func (g_free) };
}

static void
items_clear (Items *items)
{
  g_array_unref (items->items);
  g_ptr_array_unref (items->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Items, items_clear)

static AtlasFlowItem *
items_add (Items  *items,
           guint   n_rows,
           double  row_height)
{
  AtlasFlowItem item = { .n_rows = n_rows, .min_rows = 1 };
  double *rows = g_new (double, n_rows);

  for (guint i = 0; i < n_rows; i++)
    rows[i] = row_height;
  item.rows = rows;
  g_ptr_array_add (items->rows, rows);
  g_array_append_val (items->items, item);
  return &g_array_index (items->items, AtlasFlowItem, items->items->len - 1);
}

static GPtrArray *
paginate (const Items *items)
{
  return atlas_paginate ((const AtlasFlowItem *) items->items->data, items->items->len, PORTRAIT, LANDSCAPE);
}

static const AtlasFlowPage *
nth_page (GPtrArray *pages,
          guint      n)
{
  g_assert_cmpuint (n, <, pages->len);
  return g_ptr_array_index (pages, n);
}

static const AtlasFlowPart *
nth_part (const AtlasFlowPage *page,
          guint                n)
{
  g_assert_cmpuint (n, <, page->parts->len);
  return &g_array_index (page->parts, AtlasFlowPart, n);
}

static void
test_nothing (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = paginate (&items);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 0);
}

/* A table of 60 rows of 20 with caption and header of 50, repeated header of 30 and a note of 40:
 * (700 − 50) / 20 = 32 rows, then 28 × 20 + 30 + 40 = 630. */
static void
test_table_over_two_pages (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *table = items_add (&items, 60, 20);

  table->lead = 50;
  table->repeat = 30;
  table->tail = 40;
  pages = paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (nth_part (nth_page (pages, 0), 0)->n_rows, ==, 32);
  g_assert_cmpfloat_with_epsilon (nth_part (nth_page (pages, 0), 0)->height, 690, 1e-9);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->first_row, ==, 32);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->n_rows, ==, 28);
  g_assert_cmpfloat_with_epsilon (nth_part (nth_page (pages, 1), 0)->height, 630, 1e-9);
}

/* All rows fit, the note does not: a row goes over with it, so that no page holds a note alone. */
static void
test_note_takes_a_row_along (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 35, 20)->tail = 30;
  pages = paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->n_rows, ==, 1);
}

static void
test_heading_stays_with_chart (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 500);
  items_add (&items, 1, 30)->keep_with_next = TRUE;
  items_add (&items, 1, 25)->keep_with_next = TRUE;
  items_add (&items, 1, 200);
  pages = paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 1);
  g_assert_cmpuint (nth_page (pages, 1)->parts->len, ==, 3);
}

/* Two lines of a paragraph stay together at either end: of 5 lines 4 would fit, so 3 stay and 2 go. */
static void
test_no_single_lines (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 660);
  items_add (&items, 5, 10)->min_rows = 2;
  pages = paginate (&items);

  g_assert_cmpuint (nth_part (nth_page (pages, 0), 1)->n_rows, ==, 3);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->n_rows, ==, 2);
}

/* Nor do they where a text goes on below a chart that came over: of 9 lines 4 fill the first page, and below the chart there is
 * room for one. */
static void
test_no_single_lines_between (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 620);
  items_add (&items, 1, 670)->floats = TRUE;
  items_add (&items, 9, 20)->min_rows = 2;
  pages = paginate (&items);

  g_assert_cmpuint (pages->len, ==, 3);
  g_assert_cmpuint (nth_part (nth_page (pages, 0), 1)->n_rows, ==, 4);
  g_assert_cmpuint (nth_page (pages, 1)->parts->len, ==, 1);
  g_assert_cmpuint (nth_part (nth_page (pages, 2), 0)->n_rows, ==, 5);
}

static void
test_three_lines_are_not_split (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 675);
  items_add (&items, 3, 10)->min_rows = 2;
  pages = paginate (&items);

  g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 1);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->n_rows, ==, 3);
}

static void
test_space_before_not_at_the_top (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *item = items_add (&items, 1, 100);

  item->space_before = 12;
  items_add (&items, 1, 100)->space_before = 12;
  pages = paginate (&items);

  g_assert_cmpfloat (nth_part (nth_page (pages, 0), 0)->y, ==, 0);
  g_assert_cmpfloat (nth_part (nth_page (pages, 0), 1)->y, ==, 112);
}

/* The heading over a landscape table turns with it, and a break before the table is one before its heading.
 */
static void
test_heading_turns_with_its_table (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 100);
  items_add (&items, 1, 30)->keep_with_next = TRUE;
  items_add (&items, 10, 20)->landscape = TRUE;
  items_add (&items, 1, 100);
  pages = paginate (&items);

  g_assert_cmpuint (pages->len, ==, 3);
  g_assert_false (nth_page (pages, 0)->landscape);
  g_assert_true (nth_page (pages, 1)->landscape);
  g_assert_cmpuint (nth_page (pages, 1)->parts->len, ==, 2);
  g_assert_false (nth_page (pages, 2)->landscape);
}

static void
test_forced_break_makes_no_empty_page (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 700)->break_before = TRUE;
  items_add (&items, 1, 30)->keep_with_next = TRUE;
  items_add (&items, 1, 10)->break_before = TRUE;
  pages = paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (nth_page (pages, 1)->parts->len, ==, 2);
}

/* Higher than a page: it gets one of its own and the rest goes on. */
static void
test_row_higher_than_a_page (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 10);
  items_add (&items, 2, 900)->tail = 10;
  items_add (&items, 1, 10);
  pages = paginate (&items);

  g_assert_cmpuint (pages->len, ==, 4);
}

/* What follows a chart that does not fit fills the page before it: a paragraph, and a heading with the first lines under
 * it. The rest of them stands behind the chart, as far from it as the chart is from what it follows. */
static void
test_text_overtakes_a_chart (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *chart;

  items_add (&items, 1, 500);
  chart = items_add (&items, 1, 300);
  chart->floats = TRUE;
  chart->space_before = 9;
  items_add (&items, 4, 20)->min_rows = 2;
  items_add (&items, 1, 30)->keep_with_next = TRUE;
  items_add (&items, 6, 20)->min_rows = 2;
  pages = paginate (&items);

  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 4);
  g_assert_cmpuint (nth_part (nth_page (pages, 0), 1)->item, ==, 2);
  g_assert_cmpuint (nth_part (nth_page (pages, 0), 2)->item, ==, 3);
  g_assert_cmpuint (nth_part (nth_page (pages, 0), 3)->n_rows, ==, 4); /* 500 + 80 + 30 + 4 × 20 */
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->item, ==, 1);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 1)->item, ==, 4);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 1)->first_row, ==, 4);
  g_assert_cmpfloat_with_epsilon (nth_part (nth_page (pages, 1), 1)->y, 309, 1e-9);
}

/* No chart stands before an earlier one, nor what is told of it before the chart under its own heading. */
static void
test_charts_in_order (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 500);
  items_add (&items, 1, 300)->floats = TRUE;
  items_add (&items, 1, 30)->keep_with_next = TRUE;
  items_add (&items, 1, 100)->floats = TRUE;
  pages = paginate (&items);
  g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 1);
}

/* What lies across waits while the upright page is filled. */
/* Two charts of 500 wait for a text of 12 lines that begins before them; its last two lines stand below the first of them and not
 * behind the second, for which no table begins there. */
static void
test_text_goes_on_between_charts (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 500);
  items_add (&items, 1, 500)->floats = TRUE;
  items_add (&items, 1, 500)->floats = TRUE;
  items_add (&items, 12, 20)->min_rows = 2;
  items_add (&items, 20, 20)->lead = 30;
  pages = paginate (&items);

  g_assert_cmpuint (nth_part (nth_page (pages, 0), 1)->n_rows, ==, 10);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->item, ==, 1);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 1)->n_rows, ==, 2);
  g_assert_cmpuint (nth_page (pages, 1)->parts->len, ==, 2);
  g_assert_cmpuint (nth_part (nth_page (pages, 2), 0)->item, ==, 2);
}

static void
test_landscape_table_waits (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *table;

  items_add (&items, 1, 100);
  table = items_add (&items, 5, 20);
  table->landscape = TRUE;
  table->floats = TRUE;
  items_add (&items, 1, 200);
  items_add (&items, 1, 100)->floats = TRUE;
  pages = paginate (&items);
  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 3);
  g_assert_true (nth_page (pages, 1)->landscape);
}

/* A chart of 250 that may be 200 high fits where 220 are left, with the heading over it; where 190 are left, it does not. */
static void
test_chart_is_lowered (void)
{
  const double left[] = { 220, 190 };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_auto (Items) items = items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      AtlasFlowItem *chart;

      items_add (&items, 1, PORTRAIT - 30 - left[i]);
      items_add (&items, 1, 30)->keep_with_next = TRUE;
      chart = items_add (&items, 1, 250);
      chart->floats = TRUE;
      chart->least = 200;
      pages = paginate (&items);
      g_assert_cmpuint (pages->len, ==, i == 0 ? 1 : 2);
      if (i == 0)
        g_assert_cmpfloat_with_epsilon (nth_part (nth_page (pages, 0), 2)->height, 220, 1e-3);
      else
        g_assert_cmpfloat_with_epsilon (nth_part (nth_page (pages, 1), 1)->height, 250, 1e-9);
    }
}

/* Of six lines that announce a table two go over with it; of three, which are not split, all, and their heading too. */
static void
test_announcement_stays_with_table (void)
{
  const guint lines[] = { 6, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Items) items = items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      AtlasFlowItem *text, *table;

      items_add (&items, 1, 500);
      items_add (&items, 1, 30)->keep_with_next = TRUE;
      text = items_add (&items, lines[i], 20);
      text->min_rows = 2;
      text->keep_end = TRUE;
      table = items_add (&items, 10, 20);
      table->min_rows = 2;
      table->lead = 60; /* with its first two rows 100: of the 170 left the text takes 120, or 60 */
      pages = paginate (&items);
      if (i == 0)
        {
          g_assert_cmpuint (nth_part (nth_page (pages, 0), 2)->n_rows, ==, 4);
          g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->n_rows, ==, 2);
          g_assert_cmpuint (nth_part (nth_page (pages, 1), 1)->item, ==, 3);
        }
      else
        g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 4);
    }
}

static void
test_announcement_goes_over (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *text;

  items_add (&items, 1, 560);
  items_add (&items, 1, 30)->keep_with_next = TRUE;
  text = items_add (&items, 3, 20);
  text->min_rows = 2;
  text->keep_end = TRUE;
  items_add (&items, 4, 20)->lead = 40;
  pages = paginate (&items);
  g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 1);
  g_assert_cmpuint (nth_page (pages, 1)->parts->len, ==, 3);
}

static void
test_chart_stays_under_its_heading (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;

  items_add (&items, 1, 500);
  items_add (&items, 1, 30)->keep_with_next = TRUE;
  items_add (&items, 1, 300)->floats = TRUE;
  items_add (&items, 1, 20);
  pages = paginate (&items);

  g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 1);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->item, ==, 1);
}

/* A chart that does not fit lets the first rows of a table pass, with what announces it: 300 + 40 + 40 leave 320 of
 * 700, which are 16 rows of 20. The other 9 stand before the chart. */
static void
test_table_overtakes_a_chart (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *text, *table;

  items_add (&items, 1, 300);
  items_add (&items, 1, 500)->floats = TRUE;
  text = items_add (&items, 2, 20);
  text->min_rows = 2;
  text->keep_end = TRUE;
  table = items_add (&items, 25, 20);
  table->min_rows = 3;
  table->lead = 40;
  table->repeat = 30;
  pages = paginate (&items);
  g_assert_cmpuint (pages->len, ==, 3);
  g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, 3);
  g_assert_cmpuint (nth_part (nth_page (pages, 0), 2)->n_rows, ==, 16);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->item, ==, 3);
  g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->n_rows, ==, 9);
  g_assert_cmpuint (nth_part (nth_page (pages, 2), 0)->item, ==, 1);
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
      g_auto (Items) items = items_new ();
      g_autoptr (GPtrArray) pages = NULL;

      items_add (&items, 1, cases[i].filled);
      items_add (&items, 1, 500)->floats = TRUE;
      items_add (&items, 20, 20)->lead = 30;
      pages = paginate (&items);
      g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, cases[i].n);
      g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->item, ==, cases[i].n);
    }
}

static void
test_more_wait_on_a_poor_page (void)
{
  const double before[] = { 500, 480 };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_auto (Items) items = items_new ();
      g_autoptr (GPtrArray) pages = NULL;

      items_add (&items, 1, before[i]);
      for (guint k = 0; k < 3; k++)
        items_add (&items, 1, 600)->floats = TRUE;
      items_add (&items, 1, 100);
      pages = paginate (&items);
      g_assert_cmpuint (nth_page (pages, 0)->parts->len, ==, i == 0 ? 1 : 2);
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
      g_auto (Items) items = items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      AtlasFlowItem *chart;

      items_add (&items, 1, PORTRAIT - left[i]);
      chart = items_add (&items, 1, 250);
      chart->floats = TRUE;
      chart->least = 200;
      chart->keep_end = TRUE;
      items_add (&items, 1, 30)->min_rows = 2;
      pages = paginate (&items);
      g_assert_cmpuint (pages->len, ==, i == 0 ? 1 : 2);
      if (i == 0)
        g_assert_cmpfloat_with_epsilon (nth_part (nth_page (pages, 0), 1)->height, 210, 1e-3);
      else
        g_assert_cmpuint (nth_part (nth_page (pages, 0), 1)->item, ==, 2);
    }
}

/* The note of 60 under a table does not fit behind its last row: three rows go over with it. */
static void
test_note_stays_with_table (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *table = items_add (&items, 33, 20);

  table->min_rows = 3;
  table->keep_end = TRUE;
  items_add (&items, 1, 60)->min_rows = 2;
  pages = paginate (&items);
  g_assert_cmpuint (nth_part (nth_page (pages, 0), 0)->n_rows, ==, 30);
  g_assert_cmpuint (nth_page (pages, 1)->parts->len, ==, 2);
}

/* Of a page of 450 a table of rows of 20 takes 50 for its head, continued 40, and 10 for its note: 20 rows. Of 25 rows 5 would
 * stand alone on the next landscape page: it gets 12. Of 36 it gets the 16 that are left. */
static void
test_landscape_table_shares (void)
{
  const guint cases[][3] = { { 25, 13, 12 }, { 36, 20, 16 }, { 20, 20, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Items) items = items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      AtlasFlowItem *item = items_add (&items, cases[i][0], 20);

      item->lead = 50;
      item->repeat = 40;
      item->tail = i < 2 ? 10 : 0;
      item->landscape = TRUE;
      pages = paginate (&items);
      g_assert_cmpuint (pages->len, ==, cases[i][2] > 0 ? 2 : 1);
      g_assert_cmpuint (nth_part (nth_page (pages, 0), 0)->n_rows, ==, cases[i][1]);
      if (cases[i][2] > 0)
        g_assert_cmpuint (nth_part (nth_page (pages, 1), 0)->n_rows, ==, cases[i][2]);
    }
}

static void
add_random_item (Items *items)
{
  int kind = g_test_rand_int_range (0, 10);
  AtlasFlowItem *item;

  if (kind < 2) /* a heading */
    {
      item = items_add (items, 1, g_test_rand_double_range (10, 40));
      item->keep_with_next = TRUE;
    }
  else if (kind < 5) /* a paragraph */
    {
      item = items_add (items, g_test_rand_int_range (1, 90), 17.6);
      item->min_rows = 2;
      item->keep_end = g_test_rand_int_range (0, 3) == 0;
    }
  else if (kind < 7) /* a chart */
    {
      item = items_add (items, 1, g_test_rand_double_range (80, 330));
      item->floats = TRUE;
      item->least = g_test_rand_bit () ? item->rows[0] * 0.8 : 0;
      /* What is kept together never takes more than a page. */
      item->keep_end = item->rows[0] < 180 && g_test_rand_int_range (0, 3) == 0;
    }
  else /* a table */
    {
      item = items_add (items, g_test_rand_int_range (1, 120), g_test_rand_double_range (12, 60));
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
expected_space (const Items         *items,
                const AtlasFlowPage *page,
                guint                n)
{
  const AtlasFlowPart *part = nth_part (page, n), *above = n > 0 ? nth_part (page, n - 1) : NULL;
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
check_heights (const Items         *items,
               const AtlasFlowPage *page)
{
  double end = 0;

  g_assert_cmpuint (page->parts->len, >, 0);
  for (guint i = 0; i < page->parts->len; i++)
    {
      const AtlasFlowPart *part = nth_part (page, i);
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
  g_assert_cmpfloat (end, <=, (page->landscape ? LANDSCAPE : PORTRAIT) + 1e-3);
}

/* A paragraph that announces what follows does not end at the end of PAGE, unless it fills it, or what follows begins a
 * page in any case, as a heading does with what is under it. */
static void
check_end (const Items         *items,
           const AtlasFlowPage *page,
           const AtlasFlowPart *last,
           const AtlasFlowPage *next)
{
  const AtlasFlowItem *item = &g_array_index (items->items, AtlasFlowItem, last->item);

  if (!item->keep_end || last->first_row + last->n_rows < item->n_rows || page->parts->len == 1 ||
      last->item + 1 >= items->items->len || nth_part (next, 0)->item != last->item + 1)
    return;
  g_assert_true (item[1].break_before || item[1].floats || item[1].keep_with_next || page->landscape != next->landscape);
}

/* A heading is last on a page only where it is last of all, and so is the end of a paragraph that announces what stands
 * on the next page. */
static void
check_headings (const Items *items,
                GPtrArray   *pages)
{
  for (guint i = 0; i + 1 < pages->len; i++)
    {
      const AtlasFlowPage *page = nth_page (pages, i);
      const AtlasFlowPart *last = nth_part (page, page->parts->len - 1);

      g_assert_false (g_array_index (items->items, AtlasFlowItem, last->item).keep_with_next);
      check_end (items, page, last, nth_page (pages, i + 1));
    }
}

/* Whether ITEM may come before EARLIER: past a chart, with no other chart, unless that lies across
 * or waits as well by the ROWS placed so far, and no break between. */
static void
check_overtaking (const Items *items,
                  const guint *rows,
                  guint        item,
                  guint        earlier)
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
check_rows (const Items *items,
            GPtrArray   *pages)
{
  g_autofree guint *rows = g_new0 (guint, items->items->len);

  for (guint i = 0; i < pages->len; i++)
    for (guint j = 0; j < nth_page (pages, i)->parts->len; j++)
      {
        const AtlasFlowPart *part = nth_part (nth_page (pages, i), j);

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
has_two_headings_running (const Items *items)
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
      g_auto (Items) items = items_new ();
      g_autoptr (GPtrArray) pages = NULL;
      guint n = g_test_rand_int_range (1, 30);

      for (guint i = 0; i < n; i++)
        add_random_item (&items);
      pages = paginate (&items);
      check_rows (&items, pages);
      for (guint i = 0; i < pages->len; i++)
        check_heights (&items, nth_page (pages, i));
      /* Many headings in a row may fill more than a landscape page. */
      if (!has_two_headings_running (&items))
        check_headings (&items, pages);
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
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *item;

  items_add (&items, 2, 30)->grid = 30;
  item = items_add (&items, 1, 100);
  item->grid = 30;
  item->inset = 14; /* 114: four lines, 10 above and below */
  item = items_add (&items, 1, 110);
  item->grid = 30;
  item->inset = 14; /* 124: five lines */
  items_add (&items, 1, 30)->grid = 30;
  pages = paginate (&items);
  g_assert_cmpuint (pages->len, ==, 1);
  assert_part_at (nth_page (pages, 0), 1, 70, 100);
  assert_part_at (nth_page (pages, 0), 2, 200, 110);
  assert_part_at (nth_page (pages, 0), 3, 330, 30);
}

/* Rows of a table stop where the inset would no longer be free. */
static void
test_grid_split (void)
{
  g_auto (Items) items = items_new ();
  g_autoptr (GPtrArray) pages = NULL;
  AtlasFlowItem *item = items_add (&items, 70, 10);

  item->grid = 70;
  item->inset = 14;
  item->repeat = 6;
  pages = paginate (&items);
  g_assert_cmpuint (pages->len, ==, 2);
  assert_part_at (nth_page (pages, 0), 0, 10, 680);
  assert_part_at (nth_page (pages, 1), 0, 22, 26);
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
  g_test_add_func ("/reports/paginator/random", test_random);
  g_test_add_func ("/reports/paginator/grid", test_grid);
  g_test_add_func ("/reports/paginator/grid-split", test_grid_split);
  return g_test_run ();
}
