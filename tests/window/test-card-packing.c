/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/card-packing.h"

#define SPACING 10

/* A card as the tests have it: how high it is in a column, and over the whole width. */
typedef struct {
  int narrow, wide;
  gboolean grows;
} Card;

static int
measure (gpointer card,
         int      n_columns,
         int      width)
{
  const Card *self = card;

  return n_columns == 1 ? self->wide : self->narrow;
}

static gboolean
grows (gpointer card)
{
  return ((const Card *) card)->grows;
}

static int
place_in (int             width,
          Card           *cards,
          guint           n,
          int             columns,
          AtlasCardPlace *places)
{
  const AtlasCardPacking packing = { measure, grows, width, columns, SPACING };

  for (guint i = 0; i < n; i++)
    places[i].card = &cards[i];
  return atlas_card_packing_place (&packing, places, n);
}

static int
place (Card           *cards,
       guint           n,
       int             columns,
       AtlasCardPlace *places)
{
  return place_in (800, cards, n, columns, places);
}

static void
assert_place (const AtlasCardPlace *place,
              int                   n_columns,
              int                   column,
              int                   y,
              int                   height)
{
  g_assert_cmpint (place->n_columns, ==, n_columns);
  g_assert_cmpint (place->column, ==, column);
  g_assert_cmpint (place->y, ==, y);
  g_assert_cmpint (place->height, ==, height);
}

/* Cards of about one height stand in lines, each as high as its highest. */
static void
test_lines (void)
{
  Card cards[] = { { 200, 150 }, { 180, 150 }, { 210, 150 }, { 230, 150 } };
  AtlasCardPlace places[4] = { 0 };

  g_assert_cmpint (place (cards, 4, 2, places), ==, 200 + SPACING + 230);
  assert_place (&places[0], 2, 0, 0, 200);
  assert_place (&places[1], 2, 1, 0, 200);
  assert_place (&places[2], 2, 0, 210, 230);
  assert_place (&places[3], 2, 1, 210, 230);
}

/* Beside a high card those that follow stand below each other; the last takes the rest. */
static void
test_fills_up (void)
{
  Card cards[] = { { 500, 500 }, { 200, 200 }, { 250, 250 }, { 300, 280 } };
  AtlasCardPlace places[4] = { 0 };

  g_assert_cmpint (place (cards, 4, 2, places), ==, 500 + SPACING + 280);
  assert_place (&places[0], 2, 0, 0, 500);
  assert_place (&places[1], 2, 1, 0, 200);
  assert_place (&places[2], 2, 1, 210, 290);
  /* Alone in its line it has all of it. */
  assert_place (&places[3], 1, 0, 510, 280);
}

/* A chart that can be drawn higher is, rather than the list below it. */
static void
test_growing_takes_the_rest (void)
{
  Card cards[] = { { 500, 500 }, { 200, 200, TRUE }, { 250, 250 } };
  AtlasCardPlace places[3] = { 0 };

  g_assert_cmpint (place (cards, 3, 2, places), ==, 500);
  assert_place (&places[1], 2, 1, 0, 240);
  assert_place (&places[2], 2, 1, 250, 250);
}

/* With nothing to fill the column up with, each has its own line: a blank strip of 700 is worse. */
static void
test_leaves_no_gap (void)
{
  Card cards[] = { { 200, 160 }, { 900, 900 } };
  AtlasCardPlace places[2] = { 0 };

  g_assert_cmpint (place (cards, 2, 2, places), ==, 160 + SPACING + 900);
  assert_place (&places[0], 1, 0, 0, 160);
  assert_place (&places[1], 1, 0, 170, 900);
}

/* A line chart fills such a strip up to half of the height, but is not drawn out to four times its own. */
static void
test_grows_so_far (void)
{
  Card fitting[] = { { 200, 160, TRUE }, { 400, 400 } };
  Card drawn_out[] = { { 200, 160, TRUE }, { 900, 900 } };
  AtlasCardPlace places[2] = { 0 };

  g_assert_cmpint (place (fitting, 2, 2, places), ==, 400);
  assert_place (&places[0], 2, 0, 0, 400);
  assert_place (&places[1], 2, 1, 0, 400);
  g_assert_cmpint (place (drawn_out, 2, 2, places), ==, 160 + SPACING + 900);
  assert_place (&places[0], 1, 0, 0, 160);
  assert_place (&places[1], 1, 0, 170, 900);
}

/* In 800 a column of two has 395, too little for a card that needs 400: it ends what stands above it. */
static void
test_wide (void)
{
  Card cards[] = { { 200, 150 }, { 400, 390 }, { 200, 150 }, { 200, 150 } };
  AtlasCardPlace places[4] = { [1] = { .least_width = 400 } };

  g_assert_cmpint (place (cards, 4, 2, places), ==, 150 + SPACING + 390 + SPACING + 200);
  assert_place (&places[0], 1, 0, 0, 150);
  assert_place (&places[1], 1, 0, 160, 390);
  assert_place (&places[2], 2, 0, 560, 200);
  assert_place (&places[3], 2, 1, 560, 200);
}

/* Where half the width is enough for it, it stands beside another: in two columns, though there could be three. */
static void
test_wide_on_large_screen (void)
{
  Card cards[] = { { 200, 150 }, { 210, 160 }, { 200, 150 }, { 200, 150 }, { 220, 150 } };
  AtlasCardPlace places[5] = { [1] = { .least_width = 780 } };

  g_assert_cmpint (place_in (1900, cards, 5, 3, places), ==, 210 + SPACING + 220);
  assert_place (&places[0], 2, 0, 0, 210);
  assert_place (&places[1], 2, 1, 0, 210);
  assert_place (&places[2], 3, 0, 220, 220);
  assert_place (&places[3], 3, 1, 220, 220);
  assert_place (&places[4], 3, 2, 220, 220);
}

/* Of seven cards in three columns the seventh does not get a line for itself: three, two and two. */
static void
test_none_left_over (void)
{
  Card cards[7];
  AtlasCardPlace places[7] = { 0 };
  static const int n_columns[] = { 3, 3, 3, 2, 2, 2, 2 };
  static const int columns[] = { 0, 1, 2, 0, 1, 0, 1 };
  static const int lines[] = { 0, 0, 0, 1, 1, 2, 2 };

  for (guint i = 0; i < 7; i++)
    cards[i] = (Card) { 200, 150 };
  place_in (1900, cards, 7, 3, places);
  for (guint i = 0; i < 7; i++)
    assert_place (&places[i], n_columns[i], columns[i], lines[i] * (200 + SPACING), 200);
}

/* Any heights: no two cards of a column lie on each other, each has the height it needs, and columns end at one height. */
static void
test_any (void)
{
  for (guint round = 0; round < 500; round++)
    {
      Card cards[12];
      AtlasCardPlace places[12] = { 0 };
      int total;

      for (guint i = 0; i < 12; i++)
        {
          cards[i] = (Card) { g_test_rand_int_range (40, 900), g_test_rand_int_range (40, 900), g_test_rand_bit () };
          places[i].least_width = g_test_rand_int_range (0, 5) == 0 ? 400 : 0;
        }
      total = place (cards, 12, g_test_rand_int_range (1, 4), places);
      for (guint i = 0; i < 12; i++)
        {
          int bottom = places[i].y + places[i].height;

          g_assert_cmpint (places[i].height, >=, measure (&cards[i], places[i].n_columns, 800));
          g_assert_cmpint (bottom, <=, total);
          for (guint j = i + 1; j < 12; j++)
            {
              gboolean is_below = places[j].y >= bottom + SPACING;
              gboolean is_beside = places[j].n_columns == places[i].n_columns && places[j].column != places[i].column;

              g_assert_true (is_below || is_beside);
            }
        }
    }
}

/* 300 beside 600 leaves a gap at any width; on a screen of 1,900 pixels it is left. */
static void
test_large_screen (void)
{
  Card cards[] = { { 300, 250, FALSE }, { 600, 500, FALSE } };
  AtlasCardPlace places[2] = { 0 };

  place_in (1900, cards, 2, 2, places);
  assert_place (&places[0], 2, 0, 0, 600);
  assert_place (&places[1], 2, 1, 0, 600);
  place_in (1100, cards, 2, 2, places);
  assert_place (&places[0], 1, 0, 0, 250);
  assert_place (&places[1], 1, 0, 260, 500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-packing/lines", test_lines);
  g_test_add_func ("/card-packing/fills-up", test_fills_up);
  g_test_add_func ("/card-packing/growing-takes-the-rest", test_growing_takes_the_rest);
  g_test_add_func ("/card-packing/leaves-no-gap", test_leaves_no_gap);
  g_test_add_func ("/card-packing/grows-so-far", test_grows_so_far);
  g_test_add_func ("/card-packing/wide", test_wide);
  g_test_add_func ("/card-packing/wide-on-large-screen", test_wide_on_large_screen);
  g_test_add_func ("/card-packing/none-left-over", test_none_left_over);
  g_test_add_func ("/card-packing/large-screen", test_large_screen);
  g_test_add_func ("/card-packing/any", test_any);
  return g_test_run ();
}
