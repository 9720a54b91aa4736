/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new folder of a test's own below the temporary one; its path (transfer full): test_folder_remove() it. */
char *test_folder_make   (void) G_GNUC_WARN_UNUSED_RESULT;

/* How many names are in FOLDER, hidden ones too. */
guint test_folder_count  (const char *folder);

/* Removes what is in FOLDER and leaves the folder. */
void  test_folder_empty  (const char *folder);

/* Removes FOLDER with all that is in it, even if it has become read-only, and frees the path. */
void  test_folder_remove (char *folder);

G_END_DECLS
