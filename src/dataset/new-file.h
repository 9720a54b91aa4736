/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that is written beside its place and renamed into it, so that nothing half-written ever stands there. */

/* Makes an empty file beside PATH and returns its name, which ends like PATH; (transfer full). */
char    *atlas_new_file_begin  (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes sure TEMPORARY is on the disk and moves it to PATH; where PATH is taken already, REPLACE tells whether it is
 * replaced or an error. On error TEMPORARY is removed. */
gboolean atlas_new_file_commit (const char *temporary, const char *path, gboolean replace, GError **error);
void     atlas_new_file_cancel (const char *temporary);

/* Writes a whole file so, replacing what is there. */
gboolean atlas_new_file_write  (const char *path, const char *data, gsize length, GError **error);

/* Sets ERROR for PATH from an errno value; always FALSE. */
gboolean atlas_new_file_fail   (const char *path, int error_number, GError **error);

G_END_DECLS
