/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"
#include "window/parts/file-dialog.h"

G_BEGIN_DECLS

/* Writes WHAT to PATH; called in a worker. */
typedef gboolean (*AtlasFileWrite) (gpointer what, const char *path, GCancellable *cancellable, GError **error);

/* Something to be written to a file that is still to be named. */
typedef struct _AtlasFileJob AtlasFileJob;

/* WHAT (transfer full) is freed with FREE_WHAT; FAILED, a literal, heads the message if writing fails. */
AtlasFileJob *atlas_file_job_new   (gpointer what, GDestroyNotify free_what, AtlasFileWrite write, const char *failed)
  G_GNUC_WARN_UNUSED_RESULT;
void          atlas_file_job_free  (AtlasFileJob *self);

/* Writes it to PATH, or, where that is "", to one that is asked for under TITLE, with NAME proposed; KINDS of one without
 * an ending: to a folder. SELF (transfer full). */
void          atlas_file_job_ask   (AtlasFileJob *self, AtlasMainWindow *window, const char *path, const char *title,
                                    const char *name, const AtlasFileKind *kinds);
/* Writes it to PATH in a worker, and says in WINDOW, busy meanwhile, what came of it; SELF (transfer full). */
void          atlas_file_job_start (AtlasFileJob *self, AtlasMainWindow *window, const char *path);

G_END_DECLS
