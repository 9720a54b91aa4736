/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A dataset keeps the catalogue of the program that made it. What the program says in its own words it says in those of today:
 * INDICATORS (element-type AtlasIndicator) get the names and definitions, DIMENSIONS (element-type AtlasDimensionValue) the names
 * and the order that the CSV files in CSV_DIR have. What a number means stays: units, formulas and all that the files lack.
 * Files that are missing or cannot be read change nothing. */
void atlas_catalogue_texts_renew (GPtrArray *indicators, GPtrArray *dimensions, const char *csv_dir);

G_END_DECLS
