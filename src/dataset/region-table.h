/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/english-names.h"
#include "dataset/region-tree.h"
#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* All divisions in the table "regions" of DB, called as NAMES (nullable) has them; NULL with ERROR set where they make no tree. */
AtlasRegionTree *atlas_region_table_read (sqlite3 *db, AtlasEnglishNames *names, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
