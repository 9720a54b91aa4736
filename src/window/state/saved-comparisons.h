/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Comparisons that the user gave a name: kept with the user's settings, not in a dataset, which may be another's. */

/* Names, in the order of the language; (array zero-terminated=1) (transfer full). */
char    **atlas_saved_comparisons_list   (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (array zero-terminated=1) (transfer full): the codes of NAME, the reference first. */
char    **atlas_saved_comparisons_get    (GSettings *settings, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* In place of one that has the name. */
void      atlas_saved_comparisons_set    (GSettings *settings, const char *name, const char *const *codes);
void      atlas_saved_comparisons_remove (GSettings *settings, const char *name);
/* A menu of them, each with the win.open-comparison of its name, and what else there is to do; it follows SETTINGS;
 * (transfer full). */
GMenuModel *atlas_saved_comparisons_menu_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
