/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/cards/chart-card.h"
#include "window/imports/new-figure-dialog.h"
#include "window/pages/data-page.h"
#include "window/pages/page-charts.h"
#include "window/source-panel.h"
#include "window/tables/answer-table.h"

static AtlasProgrammesView *
get_view (MainWindow *self)
{
  return atlas_data_page_get_programmes (ATLAS_DATA_PAGE (atlas_main_window_get_page (self->window)));
}

/* The id and name of each row of the list. */
static char **
dup_rows (MainWindow *self)
{
  g_autofree char *text = atlas_text_grid_dup_tsv (atlas_programmes_view_get_grid (get_view (self)));
  char **lines = g_strsplit (g_strchomp (text), "\n", -1);

  g_free (lines[0]); /* the headings */
  memmove (lines, lines + 1, g_strv_length (lines + 1) * sizeof *lines + sizeof *lines);
  return lines;
}

static void
search (MainWindow *self,
        const char *text)
{
  atlas_programmes_view_search (get_view (self), text);
  window_test_settle_answers (self->session);
}

/* All 85; by their Chinese name, their English one and their number, in whatever language the window is. */
static void
test_search (MainWindow    *self,
             gconstpointer  data)
{
  const char *const texts[] = { "三区计划", "three areas plan", "S45" };
  g_auto (GStrv) all = NULL;
  g_auto (GStrv) none = NULL;

  main_window_activate (self, "win.show-programmes::");
  g_assert_cmpstr (atlas_session_get_page (self->session), ==, "data");
  g_assert_null (atlas_programmes_view_get_page (get_view (self)));
  all = dup_rows (self);
  g_assert_cmpuint (g_strv_length (all), ==, 85);
  g_assert_true (g_str_has_prefix (all[0], "S01\tThree-tier service system\tStation network and coverage\t"));
  g_assert_cmpstr (all[41], ==, "S42\tLegal and policy curriculum\tTraining\tNingxia\t—");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) rows = NULL;

      search (self, texts[i]);
      rows = dup_rows (self);
      g_assert_cmpuint (g_strv_length (rows), ==, 1);
      g_assert_true (g_str_has_prefix (rows[0], "S45\tThree Areas Plan\tFunding\t"));
    }
  search (self, "nothing of that name");
  none = dup_rows (self);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* From a region to what it runs: Kaili has its pilot of Three-Party Linkage, and no Hand-in-Hand Plan. */
static void
test_of_region (MainWindow    *self,
                gconstpointer  data)
{
  g_auto (GStrv) rows = NULL;
  gboolean has_pilot = FALSE;

  main_window_activate (self, "win.show-programmes::522601");
  g_assert_cmpstr (atlas_session_get_region (self->session), ==, "522601");
  rows = dup_rows (self);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      has_pilot |= g_str_has_prefix (rows[i], "S12\t");
      g_assert_false (g_str_has_prefix (rows[i], "S46\t"));
    }
  g_assert_true (has_pilot);
  main_window_activate (self, "win.select-region::000000");
  main_window_activate (self, "win.show-programmes::");
  g_strfreev (g_steal_pointer (&rows));
  rows = dup_rows (self);
  g_assert_cmpuint (g_strv_length (rows), ==, 85);
}

static void
assert_says (const char *text,
             const char *expected)
{
  if (strstr (text, expected) == NULL)
    g_error ("“%s” is not said: %s", expected, text);
}

/* Name, who runs it, the question, its charts, what would be entered; and its figures, one of which is shown with its
 * document. */
static void
test_page (MainWindow    *self,
           gconstpointer  data)
{
  AtlasProgrammePage *page;
  AtlasSourcePanel *panel = ATLAS_SOURCE_PANEL (window_test_find_widget (GTK_WIDGET (self->window), ATLAS_TYPE_SOURCE_PANEL));
  g_autoptr (GPtrArray) cards = NULL;
  AtlasAnswerTable *table;
  g_autofree char *text = NULL, *rows = NULL, *source = NULL;

  main_window_activate (self, "win.show-programme::S45");
  page = atlas_programmes_view_get_page (get_view (self));
  g_assert_nonnull (page);
  text = atlas_programme_page_dup_text (page);
  assert_says (text, "S45 Three Areas Plan\nFunding · “三区计划”社会工作人才支持\n");
  assert_says (text, "\nNingxia\n");
  assert_says (text, "\nYunnan\n");
  assert_says (text, "\nHow do central and local money compare, and what does a posting cost?\n");
  assert_says (text, "\nFunding of the Three Areas Plan by source, workers seconded and projects.\n");
  cards = atlas_page_charts_list_cards (GTK_WIDGET (page));
  g_assert_cmpuint (cards->len, ==, 1);
  table = ATLAS_ANSWER_TABLE (window_test_find_widget (GTK_WIDGET (page), ATLAS_TYPE_ANSWER_TABLE));
  rows = atlas_text_grid_dup_tsv (atlas_answer_table_get_grid (table));
  assert_says (rows, "\nNingxia\tThree Areas Plan: money per posting\t≥ 45,909.09 yuan\t≥ 14,140,000 / 308\t2023\n");
  g_assert_cmpuint (atlas_text_grid_get_n_rows (atlas_programme_page_get_grid (page)), ==, 8);
  atlas_text_grid_select (atlas_programme_page_get_grid (page), 4); /* of Ningxia, after those of Hinggan, Chongqing, Yunnan */
  window_test_settle_answers (self->session);
  source = atlas_source_panel_dup_text (panel);
  assert_says (source, "先后争取资金786万元");
  assert_says (source, "S45 Three Areas Plan");
}

/* Where there is nothing, that is said, and what would be entered; sums that a document breaks are told, not smoothed. */
static void
test_told (MainWindow    *self,
           gconstpointer  data)
{
  AtlasProgrammePage *page;
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *nothing = NULL, *findings = NULL;

  main_window_activate (self, "win.show-programme::S42");
  page = atlas_programmes_view_get_page (get_view (self));
  nothing = atlas_programme_page_dup_text (page);
  assert_says (nothing, "The dataset holds no figures on this yet.");
  assert_says (nothing, "The training register: classes on policies and law");
  cards = atlas_page_charts_list_cards (GTK_WIDGET (page));
  g_assert_cmpuint (cards->len, ==, 0);
  main_window_activate (self, "win.show-programme::S21");
  findings = atlas_programme_page_dup_text (page);
  assert_says (findings, "868");
  assert_says (findings, "870");
}

/* What is exported is what is shown: the list, or the charts of the page. */
static void
test_exports (MainWindow    *self,
              gconstpointer  data)
{
  AtlasPage *page;
  g_autofree char *list = NULL, *none = NULL;
  g_autoptr (AtlasChartSpec) chart = NULL;
  g_autoptr (GPtrArray) tables = NULL;

  main_window_activate (self, "win.show-programmes::");
  page = atlas_main_window_get_page (self->window);
  list = atlas_page_dup_text (page);
  g_assert_true (g_str_has_prefix (list, "No.\tProgramme\tGroup\tRun by\tFigures\nS01\t"));
  main_window_activate (self, "win.show-programme::S45");
  none = atlas_page_dup_text (page);
  chart = atlas_page_dup_chart (page);
  tables = atlas_page_dup_tables (page);
  g_assert_null (none);
  g_assert_nonnull (chart);
  g_assert_cmpint (chart->kind, ==, ATLAS_CHART_PERCENT_BAR);
  g_assert_cmpuint (tables->len, ==, 2);
}

/* Pages with each kind of chart that answers anything; an id that there is not leaves what was there. */
static void
test_kinds (MainWindow    *self,
            gconstpointer  data)
{
  const char *const ids[] = { "S01", "S02", "S04", "S10", "S11", "S25", "S54" };

  main_window_activate (self, "win.show-programmes::");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (atlas_programmes_view_show (get_view (self), ids[i]));
      window_test_settle_answers (self->session);
      text = atlas_programme_page_dup_text (atlas_programmes_view_get_page (get_view (self)));
      g_assert_true (g_str_has_prefix (text, ids[i]));
    }
  window_test_settle_answers (self->session);
  g_assert_false (atlas_programmes_view_show (get_view (self), "S99"));
  g_assert_nonnull (atlas_programmes_view_get_page (get_view (self)));
}

/* What is asked no longer is not shown: of three programmes the last, and none once the list is wanted. */
static void
test_superseded (MainWindow    *self,
                 gconstpointer  data)
{
  g_autofree char *text = NULL, *before = NULL;
  AtlasProgrammePage *page;

  main_window_activate (self, "win.show-programmes::");
  atlas_programmes_view_show (get_view (self), "S45");
  atlas_programmes_view_show (get_view (self), "S01");
  atlas_programmes_view_show (get_view (self), "S21");
  g_assert_null (atlas_programmes_view_get_page (get_view (self))); /* the list, until all is known */
  g_assert_false (atlas_programmes_view_is_complete (get_view (self)));
  window_test_settle_answers (self->session);
  g_assert_true (atlas_programmes_view_is_complete (get_view (self)));
  page = atlas_programmes_view_get_page (get_view (self));
  text = atlas_programme_page_dup_text (page);
  g_assert_true (g_str_has_prefix (text, "S21 "));
  atlas_programmes_view_show (get_view (self), "S45");
  atlas_programmes_view_show_list (get_view (self), FALSE);
  window_test_settle_answers (self->session);
  g_assert_null (atlas_programmes_view_get_page (get_view (self)));
  before = atlas_programme_page_dup_text (page);
  g_assert_cmpstr (before, ==, text);
}

/* From a programme to its divisions, to a figure and its document, from there back to the programme, and to what else a division
 * runs: all by buttons, which the keyboard reaches, and rows. */
static void
test_links (MainWindow    *self,
            gconstpointer  data)
{
  AtlasSourcePanel *panel = ATLAS_SOURCE_PANEL (window_test_find_widget (GTK_WIDGET (self->window), ATLAS_TYPE_SOURCE_PANEL));
  AtlasProgrammePage *page;
  AtlasTextGrid *list;
  g_autofree char *text = NULL;

  main_window_activate (self, "win.show-programmes::");
  list = atlas_programmes_view_get_grid (get_view (self));
  g_signal_emit_by_name (list, "row-activated", 44); /* as Enter and a double click do */
  window_test_settle_answers (self->session);
  page = atlas_programmes_view_get_page (get_view (self));
  window_test_press_button (GTK_WIDGET (page), "Hinggan League");
  window_test_settle_answers (self->session);
  g_assert_cmpstr (atlas_session_get_region (self->session), ==, "152200");
  g_assert_true (atlas_programmes_view_get_page (get_view (self)) == page);
  atlas_text_grid_select (atlas_programme_page_get_grid (page), 0);
  window_test_settle_answers (self->session);
  window_test_press_button (GTK_WIDGET (panel), "S68 Project management of services"); /* it is one of its projects, too */
  window_test_settle_answers (self->session);
  text = atlas_programme_page_dup_text (page);
  g_assert_true (g_str_has_prefix (text, "S68 "));
  window_test_press_button (GTK_WIDGET (page), "‹ All Programmes");
  window_test_settle_answers (self->session);
  g_assert_null (atlas_programmes_view_get_page (get_view (self)));
}

/* What is entered is entered from the page: a figure on what it asks, or rows of the register that answers. */
static void
test_entering (MainWindow    *self,
               gconstpointer  data)
{
  AtlasDataPage *data_page;
  AtlasNewFigureDialog *dialog;

  main_window_activate (self, "win.show-programme::S60");
  window_test_press_button (GTK_WIDGET (atlas_programmes_view_get_page (get_view (self))), "New Figure…");
  window_test_settle_answers (self->session);
  dialog = ATLAS_NEW_FIGURE_DIALOG (window_test_find_toplevel (ATLAS_TYPE_NEW_FIGURE_DIALOG));
  g_assert_nonnull (dialog);
  g_assert_cmpstr (atlas_new_figure_dialog_get_indicator (dialog)->indicator_id, ==, "service_field_count");
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_test_press_button (GTK_WIDGET (atlas_programmes_view_get_page (get_view (self))), "Policies and standards");
  window_test_settle_answers (self->session);
  data_page = ATLAS_DATA_PAGE (atlas_main_window_get_page (self->window));
  g_assert_cmpstr (atlas_row_grid_get_query (atlas_data_page_get_grid (data_page))->table->name, ==, "policies");
}

/* Rows that answer a question come onto the page, and from there one goes to the register. */
static void
test_registers (MainWindow    *self,
                gconstpointer  data)
{
  AtlasProgrammePage *page;
  g_autofree char *before = NULL, *after = NULL, *rows = NULL;

  main_window_activate (self, "win.select-region::522601");
  main_window_activate (self, "win.show-programme::S16");
  page = atlas_programmes_view_get_page (get_view (self));
  before = atlas_programme_page_dup_text (page);
  assert_says (before, "The dataset holds no figures on this yet.");
  window_test_import (atlas_session_get_dataset (self->session), "policies", "2023-12-31", NULL,
                      "region_code,year,document_no,title,document_kind,issuer,subject\n"
                      "522601,2021,No. 5,Six together,policy,Kaili,linkage\n430000,2021,No. 1,Elsewhere,policy,Hunan,linkage\n");
  atlas_session_notice_change (self->session);
  window_test_settle_answers (self->session);
  after = atlas_programme_page_dup_text (page);
  g_assert_null (strstr (after, "The dataset holds no figures on this yet."));
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (page), "Policies and standards · Party linkage"));
  rows = atlas_text_grid_dup_tsv (ATLAS_TEXT_GRID (window_test_find_widget (GTK_WIDGET (page), ATLAS_TYPE_TEXT_GRID)));
  g_assert_cmpstr (rows, ==, "Region\tYear\tTitle\tDocument number\tIssuer\nKaili City\t2021\tSix together\tNo. 5\tKaili\n");
}

/* An action that comes before the dataset is open is carried out once it is. */
static void
test_before_opening (MainWindow    *self,
                     gconstpointer  data)
{
  const struct { const char *action, *shown; } cases[] = {
    { "win.show-programme::s45", "S45 Three Areas Plan\n" },
    { "win.show-programme::S99", NULL },
    { "win.show-programmes::640300", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MainWindow other = { self->settings, NULL, NULL };
      AtlasProgrammePage *page;
      g_autofree char *text = NULL;

      other.window = atlas_main_window_new (ADW_APPLICATION (main_window_get_application ()), self->settings);
      other.session = atlas_main_window_get_session (other.window);
      main_window_start (&other, cases[i].action);
      g_assert_true (atlas_main_window_open (other.window, main_window_get_dataset_path ()));
      gtk_window_present (GTK_WINDOW (other.window));
      window_test_settle (main_window_is_shown, other.window);
      window_test_settle_answers (other.session);
      page = atlas_programmes_view_get_page (get_view (&other));
      text = page != NULL ? atlas_programme_page_dup_text (page) : NULL;
      g_assert_cmpint (page != NULL, ==, cases[i].shown != NULL);
      g_assert_true (cases[i].shown == NULL || g_str_has_prefix (text, cases[i].shown));
      gtk_window_destroy (GTK_WINDOW (other.window));
      window_test_settle (NULL, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const MainWindowTest tests[] = {
    { "search", test_search },
    { "of-region", test_of_region },
    { "page", test_page },
    { "told", test_told },
    { "exports", test_exports },
    { "kinds", test_kinds },
    { "superseded", test_superseded },
    { "before-opening", test_before_opening },
    { "links", test_links },
    { "entering", test_entering },
    { "registers", test_registers }, /* the last: its rows stay */
  };

  return main_window_run (&argc, &argv, "/programmes-view/", main_window_set_up, tests, G_N_ELEMENTS (tests));
}
