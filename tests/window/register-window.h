/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"
#include "window/pages/data-page.h"

G_BEGIN_DECLS

/* The main window on a dataset whose registers have rows, for the tests of what is done with rows. */

#define REGISTER_WINDOW_N_STATIONS 2000

typedef struct {
  char *path;
  GSettings *settings;
  AtlasMainWindow *window;
  AtlasSession *session;
  AtlasDataPage *page;
} RegisterWindow;

/* Writes rows into the dataset at PATH: stations s0001 to s2000 in Wuzhong, each with as many people as its number, and one
 * in Beijing; and two people. */
void          register_window_fill      (const char *path);
/* Runs SQL on the dataset at PATH. */
void          register_window_run_sql   (const char *path, const char *sql);

/* How many rows FROM, a table and what may follow it, has in the dataset at PATH. */
int           register_window_count     (const char *path, const char *from);

/* Before the first test, and after the last. */
void          register_window_init      (int *argc, char ***argv);
void          register_window_finish    (void);
/* A file NAME in the folder of the tests; (transfer full). */
char         *register_window_dup_path  (const char *name);

/* A test's own: shows the Data page of Ningxia. WITH_ROWS: NULL for a dataset without registers. */
void          register_window_set_up    (RegisterWindow *self, gconstpointer with_rows);
void          register_window_tear_down (RegisterWindow *self, gconstpointer with_rows);
/* Waits until the rows are shown. */
AtlasRowGrid *register_window_load      (RegisterWindow *self);
/* Runs the window's action NAME with the text TARGET (nullable: without). */
void          register_window_activate  (RegisterWindow *self, const char *name, const char *target);

G_END_DECLS
