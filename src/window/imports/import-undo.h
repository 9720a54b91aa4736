/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"

G_BEGIN_DECLS

/* Asks whether import IMPORT_ID, 0 for the newest, is to be taken back, saying what it was, and does so in a worker. Where
 * later imports depend on it, that is said then, and nothing is changed. */
void atlas_import_undo_ask (AtlasMainWindow *window, gint64 import_id);

G_END_DECLS
