/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Threads that work for the window stand back: where several of them are at it, and an office's machine has two processors,
 * the main loop gets one as soon as it has something to do. */

/* Runs TASK as g_task_run_in_thread() does, in such a thread. */
void atlas_worker_run        (GTask *task, GTaskThreadFunc run);
/* Makes the calling thread, which is not the main one, such a thread for good. */
void atlas_worker_stand_back (void);

G_END_DECLS
