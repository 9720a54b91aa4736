/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-row.h"
#include "dataset/registers/rollup-cells.h"
#include "dataset/registers/row-counts.h"

G_BEGIN_DECLS

#define ATLAS_ROLLUP_MAX_CELLS 16

/* What a row of a register counts for: the cells (docs/answers.md, "Registers") of which @n are in use. */
typedef struct {
  AtlasRollupCell cells[ATLAS_ROLLUP_MAX_CELLS];
  guint n;
} AtlasRowCells;

void atlas_row_cells_count (AtlasRowCells *self, const AtlasRegisterRow *row);
/* What it counts for where it is the only one with its name: none where it has none, or is no row of COUNT. */
void atlas_row_cells_count_distinct (AtlasRowCells *self, const AtlasDistinctCount *count, const AtlasRegisterRow *row);

G_END_DECLS
