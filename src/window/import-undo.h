/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"

G_BEGIN_DECLS

/* Asks whether the newest import is to be taken back, saying what it was, and does so in a worker. */
void atlas_import_undo_ask (AtlasMainWindow *window);

G_END_DECLS
