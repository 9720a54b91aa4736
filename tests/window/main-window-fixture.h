/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/application.h"
#include "window/main-window.h"
#include "window/regions/region-row.h"

G_BEGIN_DECLS

/* The main window on a copy of the bundled dataset, for the tests of its parts. */

typedef struct {
  GSettings *settings;
  AtlasMainWindow *window;
  AtlasSession *session;
} MainWindow;

/* Before the first test, and after the last. */
void              main_window_init             (int *argc, char ***argv);
void              main_window_finish           (void);
AtlasApplication *main_window_get_application  (void);
/* The dataset that is open. */
const char       *main_window_get_dataset_path (void);
/* A file NAME in the folder of the tests; (transfer full). */
char             *main_window_dup_path         (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* A test of the main window; its function gets what set_up() has made, and no data. */
typedef struct {
  const char *name;
  void (*run) (MainWindow *fixture, gconstpointer data);
} MainWindowTest;

/* All that a program of such tests does: runs the N TESTS as PATH, "/report-page/", and each name, between SET_UP and
 * main_window_tear_down(), and cleans up. Returns its exit status. */
int               main_window_run              (int *argc, char ***argv, const char *path,
                                                void (*set_up) (MainWindow *fixture, gconstpointer data),
                                                const MainWindowTest *tests, guint n);

/* A test's own. */
void              main_window_set_up           (MainWindow *self, gconstpointer data);
void              main_window_tear_down        (MainWindow *self, gconstpointer data);
/* Whether WINDOW has come on screen: for window_test_settle(). */
gboolean          main_window_is_shown         (gpointer window);
/* Runs the action "win.NAME::TARGET", and waits until all is shown that comes of it; the first does not wait. */
void              main_window_start            (MainWindow *self, const char *detailed);
void              main_window_activate         (MainWindow *self, const char *detailed);
/* INDICATOR of REGION with what the window has chosen; (transfer full). */
AtlasTable       *main_window_ask              (MainWindow *self, const char *indicator, const char *region)
  G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): the row of the region CODE below WIDGET. */
AtlasRegionRow   *main_window_find_row         (GtkWidget *widget, const char *code);

G_END_DECLS
