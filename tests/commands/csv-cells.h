/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

/* The cells of CSV text that a command wrote. */

/* (element-type GStrv) (transfer full): the header, then the rows. */
GPtrArray  *csv_read   (const char *text);
/* The cell in COLUMN of the ROW-th row (from 0); borrowed. */
const char *csv_cell   (GPtrArray *rows, guint row, const char *column);
guint       csv_n_rows (GPtrArray *rows);
