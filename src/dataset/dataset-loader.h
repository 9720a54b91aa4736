/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* Fills the empty tables of DB from the CSV files in CSV_DIR; figures.csv only if WITH_FIGURES. Every cell is checked;
 * an error names file, line and column. */
gboolean atlas_dataset_loader_run (sqlite3 *db, const char *csv_dir, gboolean with_figures, GError **error);

/* Adds to DB what the CSV files in CSV_DIR have and it lacks: units, dimension values, indicators, documents, programmes.
 * What it has stays as it is. */
gboolean atlas_dataset_loader_complete (sqlite3 *db, const char *csv_dir, GError **error);

G_END_DECLS
