/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasShortcut:
 * @group: untranslated name of the group it is listed under
 * @title: untranslated
 * @action: (nullable): detailed action name; NULL for keys that a chart or list takes itself
 * @keys: one or two accelerators, separated by a blank
 * @after_entries: an entry that has the focus takes the keys first: Ctrl+Z undoes typing there
 *
 * A row of the one table of keys.
 */
typedef struct {
  const char *group;
  const char *title;
  const char *action;
  const char *keys;
  gboolean after_entries;
} AtlasShortcut;

const AtlasShortcut *atlas_shortcuts_list       (guint *out_n);
/* Sets the accelerators of APPLICATION. */
void                 atlas_shortcuts_set_accels (GtkApplication *application);
/* Adds to WINDOW those that entries take first. */
void                 atlas_shortcuts_add_to     (GtkWidget *window);
/* The window that lists them all. */
GtkWidget           *atlas_shortcuts_window_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
