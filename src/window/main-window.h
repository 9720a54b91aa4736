/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "window/pages/page.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* The window: regions on the left, the pages in the middle, where a figure comes from on the right. What it can do are
 * its actions. */
#define ATLAS_TYPE_MAIN_WINDOW (atlas_main_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMainWindow, atlas_main_window, ATLAS, MAIN_WINDOW, AdwApplicationWindow)

/* SETTINGS: where size, panes and view are remembered. */
AtlasMainWindow *atlas_main_window_new         (AdwApplication *application, GSettings *settings)
  G_GNUC_WARN_UNUSED_RESULT;

AtlasSession    *atlas_main_window_get_session (AtlasMainWindow *self);
/* (nullable): the page shown. */
AtlasPage       *atlas_main_window_get_page    (AtlasMainWindow *self);
/* The page NAME, made now if it has not been shown yet. */
AtlasPage       *atlas_main_window_get_named_page (AtlasMainWindow *self, const char *name);
/* Opens the dataset at PATH. On failure says why in a dialog, and what was open stays open. */
gboolean         atlas_main_window_open        (AtlasMainWindow *self, const char *path);
/* The same with what has been READ of it (nullable, transfer full), or the ERROR (nullable) with which that failed. */
gboolean         atlas_main_window_take        (AtlasMainWindow *self, AtlasDatasetReading *reading, const GError *error);
/* Between the two the window shows that it is busy, and takes no second export; the program does not end. They nest.
 * TRUE: the window was closed meanwhile, and nobody waits for the work. */
void             atlas_main_window_begin_work  (AtlasMainWindow *self);
gboolean         atlas_main_window_end_work    (AtlasMainWindow *self);
/* A short message that goes by itself, with a button "Open" for the file PATH (nullable). */
void             atlas_main_window_say         (AtlasMainWindow *self, const char *message, const char *path);
/* Says that PATH was written. */
void             atlas_main_window_say_written (AtlasMainWindow *self, const char *path);
/* Between the two: tells what goes on in a bar below the page, with a button that cancels. (Not in a toast: the one of
 * libadwaita 1.2 cannot be taken away while it comes.) */
void             atlas_main_window_say_busy    (AtlasMainWindow *self, const char *message, GCancellable *cancellable);
/* A message that stays until it is answered or closed, with a button for ACTION with the string TARGET. */
void             atlas_main_window_offer       (AtlasMainWindow *self, const char *message, const char *button,
                                                const char *action, const char *target);
/* An error that has to be seen: what did not work, and why. */
void             atlas_main_window_show_error  (AtlasMainWindow *self, const char *heading, const GError *error);

G_END_DECLS
