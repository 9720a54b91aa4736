/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/rollup.h"

/* A dataset without registers, and what is being counted for it. */
typedef struct {
  char *folder;
  sqlite3 *db;
  AtlasRegionTree *regions;
  AtlasRollup *rollup;
} RollupFixture;

void rollup_fixture_set_up    (RollupFixture *self, gconstpointer data);
void rollup_fixture_tear_down (RollupFixture *self, gconstpointer data);
/* Writes what has been counted. */
void rollup_fixture_apply     (RollupFixture *self);
