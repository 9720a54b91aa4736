/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/row-index.h"
#include "window/main-window.h"

G_BEGIN_DECLS

/* Writes ROWS, in their order, to PATH, which ends in .csv or .xlsx, in a worker; WINDOW says when it is done, or why not.
 * People whose names are shown in full are written so only when the user has confirmed it. */
void atlas_row_export (AtlasMainWindow *window, AtlasRowIndex *rows, const char *path);

G_END_DECLS
