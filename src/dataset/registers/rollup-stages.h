/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/rollup-cells.h"

G_BEGIN_DECLS

/* Money that is budgeted, handed down and spent may stand in a ledger once for each. It is one money: of the entries of one
 * ledger for the same source, purpose and year, a total counts those that were handed down, or name no stage; where there
 * are none those that were spent; else those that were budgeted. In another ledger it may be another stage. */

/* Adds to CHANGES, SIGN times, what of CELLS, all of one ledger, a total must not count. */
void atlas_rollup_stages_add_twice (AtlasRollupCells *cells, int sign, AtlasRollupCells *changes);

G_END_DECLS
