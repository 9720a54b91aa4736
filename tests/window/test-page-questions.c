/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* What officials ask of the pages of the region, from the start of the program in at most three steps: actions, and what then
 * stands in a table. */

#include "config.h"

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/card-page.h"
#include "window/chart-card.h"

typedef struct {
  const char *actions[3];
  guint card;
  const char *shown;
} Question;

static const Question questions[] = {
  /* Is it more than last year? 326,574 in 2017 after 287,367 in 2016. */
  { { "win.select-region::000000", "win.set-indicator::certified_workers", "win.show-page::trends" }, 1, "+39,207" },
  /* How many townships are covered? The document has 242 stations, the list of divisions 243 townships. */
  { { "win.select-region::640000", "win.show-page::coverage" }, 0, "242" },
  { { "win.select-region::640000", "win.show-page::coverage" }, 0, "243" },
  /* What is claimed of it? */
  { { "win.select-region::640000", "win.show-page::coverage" }, 3, "100.0%" },
  /* Where does the money come from, and what is it for? */
  { { "win.select-region::640000", "win.show-page::funding" }, 2, "7,860,000" },
  /* How much for each station? 3,840,000 yuan for 112 stations. */
  { { "win.select-region::532900", "win.show-page::funding" }, 3, "≥ 34,285.71" },
};

static gboolean
is_filled (gpointer window)
{
  AtlasPage *page = atlas_main_window_get_page (window);

  return ATLAS_IS_CARD_PAGE (page) && atlas_card_page_is_complete (ATLAS_CARD_PAGE (page));
}

static void
test_question (MainWindow    *fixture,
               gconstpointer  data)
{
  const Question *question = data;
  GtkWidget *card;

  for (guint i = 0; i < G_N_ELEMENTS (question->actions) && question->actions[i] != NULL; i++)
    main_window_activate (fixture, question->actions[i]);
  window_test_settle (is_filled, fixture->window);
  card = atlas_card_page_get_card (ATLAS_CARD_PAGE (atlas_main_window_get_page (fixture->window)), question->card);
  if (ATLAS_IS_CHART_CARD (card))
    g_assert_true (window_test_press (card, GDK_KEY_t));
  window_test_settle (NULL, NULL);
  g_assert_nonnull (window_test_find_label (card, question->shown));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  main_window_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page-questions/%u", i);

      g_test_add (path, MainWindow, &questions[i], main_window_set_up, test_question, main_window_tear_down);
    }
  result = g_test_run ();
  main_window_finish ();
  return result;
}
