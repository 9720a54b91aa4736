/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of the user's own copy of the bundled dataset, copied now if it is not there yet, so that figures can be
 * added. Where it cannot be copied, the bundled one, which then opens read-only; (transfer full). */
char *atlas_user_dataset_dup_path (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
