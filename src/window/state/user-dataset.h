/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The user's own copy of the bundled dataset, to which figures can be added. Its path, after it was copied if it was not
 * there yet, and copied anew if the program came with another edition and nothing was added to the old copy. Where it
 * cannot be copied, the path of the bundled one, which then opens read-only. OUT_OUTDATED (out) (optional): whether another
 * edition has come since the last time, and the copy was kept for what was added to it; (transfer full). */
char *atlas_user_dataset_dup_path (gboolean *out_outdated) G_GNUC_WARN_UNUSED_RESULT;

/* The same in a worker. */
void  atlas_user_dataset_prepare        (GObject *owner, GAsyncReadyCallback callback, gpointer user_data);
char *atlas_user_dataset_prepare_finish (GAsyncResult *result, gboolean *out_outdated) G_GNUC_WARN_UNUSED_RESULT;

/* Notes what the copy said when it was made, so that one can tell later whether anything was added. Where that is not
 * noted yet, the whole file is read. */
void  atlas_user_dataset_note       (void);
/* The same in a worker, for which APPLICATION does not end before it is done. */
void  atlas_user_dataset_note_later (GApplication *application);

G_END_DECLS
