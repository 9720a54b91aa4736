/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/pages/card-page.h"

G_BEGIN_DECLS

/* A page of cards on a copy of the bundled dataset, for the tests of the pages. */
typedef struct {
  AtlasSession *session;
  AtlasCardPage *page;
  GtkWindow *window;
} CardPage;

/* PAGE_NEW makes the page of a session. Set up and torn down around TEST. */
void                  card_page_add_test  (const char *path, GtkWidget *(*page_new) (AtlasSession *session),
                                           void (*test) (CardPage *self, gconstpointer data));

/* Imports CSV as rows of TABLE that speak of AS_OF, with the divisions COVERS (nullable) having returned all they have. */
void                  card_page_import    (CardPage *self, const char *table, const char *as_of, const char *covers,
                                           const char *csv);
/* The first column of the first row that SQL gives on the dataset: what a test expects is worked out by it. */
double                card_page_query     (CardPage *self, const char *sql);

/* Shows REGION, INDICATOR and YEAR (0: the latest) and waits for all cards. */
void                  card_page_show      (CardPage *self, const char *region, const char *indicator, int year);
void                  card_page_wait      (CardPage *self);
/* The chart of the n-th card, which must have one; borrowed. */
const AtlasChartSpec *card_page_get_chart (CardPage *self, guint n);
/* The value of REGION, YEAR (0: any) and BY (NULL: any) in the table of the n-th card; NAN where it is missing. */
double                card_page_get_value (CardPage *self, guint n, const char *region, int year, const char *by);
/* The lines of the list of the n-th card, as they are copied, "" where there is none; (transfer full). */
char                 *card_page_dup_list  (CardPage *self, guint n) G_GNUC_WARN_UNUSED_RESULT;
/* Whether that list has LINE. */
void                  card_page_assert_line (CardPage *self, guint n, const char *line);
gboolean              card_page_is_shown  (CardPage *self, guint n);
gboolean              card_page_has_text  (CardPage *self, const char *text);
/* The width that the page needs at least. */
int                   card_page_measure   (CardPage *self);

G_END_DECLS
