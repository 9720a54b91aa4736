/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/rollup-cells.h"
#include "dataset/sqlite-tools.h"

/* What the roll-ups of DB have for REGION_CODE: the series of INDICATOR whose dimension values hold all of DIMENSIONS
 * ("tier=county_centre", ""), added up: all cells of YEAR, or for stocks all up to it. */
AtlasRollupCell rollup_sum      (sqlite3 *db, const char *region_code, const char *indicator, const char *dimensions,
                                 int year);
/* All roll-ups as text, so that two datasets can be compared. */
char           *rollup_dump     (sqlite3 *db);
