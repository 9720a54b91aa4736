/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "card-page-fixture.h"

#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "window-test.h"
#include "window/cards/chart-card.h"
#include "window/cards/list-card.h"

static gboolean
is_complete (gpointer page)
{
  return atlas_page_is_complete (page);
}

void
card_page_wait (CardPage *self)
{
  window_test_settle (is_complete, self->page);
  window_test_settle (NULL, NULL);
}

static void
set_up (CardPage      *self,
        gconstpointer  data)
{
  GtkWidget *(*page_new) (AtlasSession *session) = (GtkWidget *(*) (AtlasSession *)) data;

  self->session = window_test_session_new ();
  self->page = ATLAS_CARD_PAGE (page_new (self->session));
  self->window = window_test_show (GTK_WIDGET (self->page), 1180, 860);
  card_page_wait (self);
}

static void
tear_down (CardPage      *self,
           gconstpointer  data)
{
  gtk_window_destroy (self->window);
  window_test_settle (NULL, NULL);
  window_test_finalize (self->session);
}

void
card_page_add_test (const char *path,
                    GtkWidget  *(*page_new) (AtlasSession *session),
                    void        (*test) (CardPage *self, gconstpointer data))
{
  g_test_add (path, CardPage, (gconstpointer) page_new, set_up, test, tear_down);
}

void
card_page_import (CardPage   *self,
                  const char *table,
                  const char *as_of,
                  const char *covers,
                  const char *csv)
{
  window_test_import (atlas_session_get_dataset (self->session), table, as_of, covers, csv);
  card_page_wait (self);
}

double
card_page_query (CardPage   *self,
                 const char *sql)
{
  sqlite3_stmt *stmt;
  sqlite3 *db;
  double value;

  g_assert_cmpint (sqlite3_open_v2 (atlas_dataset_get_path (atlas_session_get_dataset (self->session)), &db,
                                    SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_double (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return value;
}

void
card_page_show (CardPage   *self,
                const char *region,
                const char *indicator,
                int         year)
{
  atlas_session_begin_step (self->session);
  atlas_session_set_region (self->session, region);
  atlas_session_set_indicator (self->session, indicator);
  atlas_session_set_years (self->session, year, year);
  atlas_session_end_step (self->session);
  card_page_wait (self);
}

const AtlasChartSpec *
card_page_get_chart (CardPage *self,
                     guint     n)
{
  AtlasChartCard *card = ATLAS_CHART_CARD (atlas_card_page_get_card (self->page, n));

  g_assert_true (atlas_chart_card_has_chart (card));
  return atlas_chart_view_get_spec (atlas_chart_card_get_view (card));
}

double
card_page_get_value (CardPage   *self,
                     guint       n,
                     const char *region,
                     int         year,
                     const char *by)
{
  const AtlasObservation *row = atlas_table_find (card_page_get_chart (self, n)->table, region, year, by);

  g_assert_nonnull (row);
  return atlas_observation_is_missing (row) ? NAN : row->value;
}

char *
card_page_dup_list (CardPage *self,
                    guint     n)
{
  return atlas_list_card_dup_tsv (ATLAS_LIST_CARD (atlas_card_page_get_card (self->page, n)));
}

void
card_page_assert_line (CardPage   *self,
                       guint       n,
                       const char *line)
{
  g_autofree char *list = card_page_dup_list (self, n);
  g_auto (GStrv) lines = g_strsplit (list, "\n", -1);

  g_test_message ("%s", list);
  g_assert_true (g_strv_contains ((const char *const *) lines, line));
}

gboolean
card_page_is_shown (CardPage *self,
                    guint     n)
{
  return gtk_widget_get_mapped (atlas_card_page_get_card (self->page, n));
}

gboolean
card_page_has_text (CardPage   *self,
                    const char *text)
{
  return window_test_find_label (GTK_WIDGET (self->page), text) != NULL;
}

int
card_page_measure (CardPage *self)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}
