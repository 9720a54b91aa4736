/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file in memory for libraries that write to names only, and speak on the standard error of a full disk. */

/* Returns its descriptor, −1 on error. NAME is set to the name under which this process opens it; (transfer full). */
int      atlas_memory_file_new  (char **name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes what it holds to PATH, whole or not at all, replacing what is there. Does not close it. */
gboolean atlas_memory_file_save (int descriptor, const char *path, GError **error);

G_END_DECLS
