/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/rollup.h"

/* Fills, changes and empties the registers of DB at random, in 红寺堡区, the divisions above it and a few others, counting
 * in ROLLUP what it does. Everything is as of 2023-06-30 and counts from 2022 or 2023 on. */
void random_registers_insert (sqlite3 *db, AtlasRollup *rollup, guint n);
void random_registers_change (sqlite3 *db, AtlasRollup *rollup, guint n);
void random_registers_remove (sqlite3 *db, AtlasRollup *rollup, guint n);
