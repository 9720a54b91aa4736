/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For the whole program, before it has workers: lets them all use the same part of the heap. */
void atlas_memory_keep_together (void);

/* Something has been shown or done. Once nothing has for some seconds, what was freed goes back to the system. */
void atlas_memory_trim_soon     (void);

G_END_DECLS
