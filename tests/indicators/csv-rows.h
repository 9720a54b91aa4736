/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bundled files read without the program: (element-type GHashTable): the rows of NAME by column name. */
GPtrArray  *csv_rows_read (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* The cell of COLUMN. */
const char *csv_rows_get  (GHashTable *row, const char *column);

G_END_DECLS
