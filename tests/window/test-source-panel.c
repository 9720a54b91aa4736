/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/source-panel.h"

static void
assert_says (const char *text,
             const char *line)
{
  if (strstr (text, line) == NULL)
    g_test_message ("“%s” is not in:\n%s", line, text);
  g_assert_nonnull (strstr (text, line));
}

static void
test_source_panel (MainWindow    *fixture,
                   gconstpointer  data)
{
  AtlasSourcePanel *panel =
    ATLAS_SOURCE_PANEL (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_SOURCE_PANEL));
  g_autoptr (AtlasTable) table = main_window_ask (fixture, "certified_share", "532900");
  g_autofree char *empty = atlas_source_panel_dup_text (panel);
  g_autofree char *text = NULL;

  assert_says (empty, "Click a bar or a cell");
  atlas_session_set_selection (fixture->session, table, 0);
  window_test_settle_answers (fixture->session);
  text = atlas_source_panel_dup_text (panel);
  assert_says (text, "Dali Bai Autonomous Prefecture · Certified share of social workers\n");
  assert_says (text, "\n11.0%\n477 ÷ 4,330\n");
  assert_says (text, "\nCertified social workers\n477 people\n");
  assert_says (text, "\nAgainst Ningxia\n−20.3 percentage points\n");
  assert_says (text, "\n云南大理：“四聚焦四保障”开启社会工作新格局\n");
  assert_says (text, "\n“其中共有477人”\n");
  assert_says (text, "\nDefinition\n");
}

/* A division that came in with all others of its level is held against the reference as well: 753 of 4,072. */
static void
test_source_panel_of_divisions (MainWindow    *fixture,
                                gconstpointer  data)
{
  AtlasSourcePanel *panel =
    ATLAS_SOURCE_PANEL (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_SOURCE_PANEL));
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *text = NULL;

  atlas_question_set_within (question, "640000", ATLAS_REGION_LEVEL_PREFECTURE);
  atlas_session_apply (fixture->session, question);
  table = atlas_session_ask (fixture->session, question, NULL);
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (strcmp (atlas_table_get_row (table, i)->region->code, "640300") == 0)
      atlas_session_set_selection (fixture->session, table, i);
  window_test_settle_answers (fixture->session);
  text = atlas_source_panel_dup_text (panel);
  assert_says (text, "\n753 people\n");
  assert_says (text, "\nAgainst Ningxia\n18.5% of it\n");
}

/* What does not agree, with the period that it is of, which need not be the figure's. */
static void
test_source_panel_of_findings (MainWindow    *fixture,
                               gconstpointer  data)
{
  AtlasSourcePanel *panel =
    ATLAS_SOURCE_PANEL (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_SOURCE_PANEL));
  g_autoptr (AtlasTable) table = main_window_ask (fixture, "coverage_rate", "640000");
  g_autofree char *text = NULL;

  atlas_session_set_selection (fixture->session, table, 0);
  window_test_settle_answers (fixture->session);
  text = atlas_source_panel_dup_text (panel);
  assert_says (text, "\nChecks\nDecember 2022: Coverage is claimed as 100.0%; 242 stations in 243 townships (2023) give 99.6%\n");
}

/* What takes asking comes after the rest, with its place kept; of a figure that is shown no longer nothing comes. */
static void
test_source_panel_superseded (MainWindow    *fixture,
                              gconstpointer  data)
{
  AtlasSourcePanel *panel =
    ATLAS_SOURCE_PANEL (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_SOURCE_PANEL));
  g_autoptr (AtlasTable) first = main_window_ask (fixture, "certified_share", "532900");
  g_autoptr (AtlasTable) second = main_window_ask (fixture, "coverage_rate", "640000");
  g_autofree char *at_once = NULL, *before = NULL, *after = NULL;

  window_test_settle_answers (fixture->session);
  atlas_session_set_selection (fixture->session, first, 0);
  at_once = atlas_source_panel_dup_text (panel);
  assert_says (at_once, "\n11.0%\n477 ÷ 4,330\n");
  assert_says (at_once, "\nAgainst Ningxia\n…\n");
  atlas_session_set_selection (fixture->session, second, 0);
  before = atlas_source_panel_dup_text (panel);
  g_assert_null (strstr (before, "\nChecks\n"));
  window_test_settle_answers (fixture->session);
  after = atlas_source_panel_dup_text (panel);
  g_assert_null (strstr (after, "Against"));
  g_assert_true (g_str_has_prefix (after, before)); /* nothing has moved */
  assert_says (after, "\nChecks\nDecember 2022: Coverage is claimed as 100.0%; 242 stations in 243 townships (2023) give 99.6%\n");
}

int
main (int    argc,
      char **argv)
{
  static const MainWindowTest tests[] = {
    { "figure", test_source_panel },
    { "divisions", test_source_panel_of_divisions },
    { "findings", test_source_panel_of_findings },
    { "superseded", test_source_panel_superseded },
  };

  return main_window_run (&argc, &argv, "/source-panel/", main_window_set_up, tests, G_N_ELEMENTS (tests));
}
