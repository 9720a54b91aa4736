/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* What the display tests share. */

/* Starts GTK and libadwaita with the program's resources and colours. */
void          window_test_init        (int *argc, char ***argv);

/* A session on a new copy of the bundled dataset in a folder of its own. */
AtlasSession *window_test_session_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Imports CSV into DATASET as rows of TABLE that speak of AS_OF, with the divisions COVERS (nullable), divided by commas,
 * having returned all they have. */
void          window_test_import      (AtlasDataset *dataset, const char *table, const char *as_of, const char *covers,
                                       const char *csv);

/* A window of that size with CHILD, shown and laid out; (transfer none): gtk_window_destroy() it. */
GtkWindow    *window_test_show        (GtkWidget *child, int width, int height);

/* Lets the main loop run until DONE says so (NULL: until nothing is left to do), at most a minute. */
void          window_test_settle      (gboolean (*done) (gpointer data), gpointer data);
/* The same until SESSION has been answered all that is asked in workers, and it is shown. */
void          window_test_settle_answers (AtlasSession *session);
/* Whether there is a file at PATH: for window_test_settle(). */
gboolean      window_test_has_file    (gpointer path);

/* All keys of SETTINGS as they are at first. */
void          window_test_reset       (GSettings *settings);

/* The binding that WIDGET's class has for a key. FALSE: it has none. */
gboolean      window_test_press       (GtkWidget *widget, guint key);
gboolean      window_test_press_with  (GtkWidget *widget, guint key, GdkModifierType modifiers);
/* A click with the first button, N_PRESS times, at X, Y of WIDGET. */
void          window_test_click       (GtkWidget *widget, double x, double y, int n_press);
/* The pointer moves to X, Y of WIDGET. */
void          window_test_move        (GtkWidget *widget, double x, double y);
/* It leaves. */
void          window_test_leave       (GtkWidget *widget);

/* Takes OBJECT, which workers that are under way may still hold: it is gone once they have come to their end. */
void          window_test_finalize    (gpointer object);

/* VALUE is dropped on WIDGET, or TEXT; whether it took it. */
gboolean      window_test_drop        (GtkWidget *widget, const GValue *value);
gboolean      window_test_drop_text   (GtkWidget *widget, const char *text);

/* The first visible label below WIDGET that shows TEXT; (nullable). */
GtkWidget    *window_test_find_label  (GtkWidget *widget, const char *text);
/* The button around it, which there must be; and it is pressed. */
GtkWidget    *window_test_find_button (GtkWidget *widget, const char *text);
void          window_test_press_button (GtkWidget *widget, const char *text);
/* (nullable): the first visible widget of TYPE at or below WIDGET. */
GtkWidget    *window_test_find_widget (GtkWidget *widget, GType type);
/* (nullable): a visible window of TYPE. */
GtkWidget    *window_test_find_toplevel (GType type);

G_END_DECLS
