/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A task for a worker whose OWNER, such as a widget, is let go in the thread that began it.
 *
 * A task of GIO lets its source object go when it ends itself, and that is in the worker where the worker is slower to end
 * than the main loop is to call back: a window that was closed meanwhile would be taken apart there. So the task has no
 * source object; CALLBACK gets OWNER in its place, which is held until it returns. What the task's data is freed with has to
 * bear any thread. (transfer full) */
GTask *atlas_owned_task_new (gpointer owner, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
