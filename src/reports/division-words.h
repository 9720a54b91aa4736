/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"

G_BEGIN_DECLS

/* "22 divisions"; "22个县（市、区）", "31个省（自治区、直辖市）": N of those that REGIONS (element-type AtlasRegion) are some of,
 * called by their level; "地区" where they are of several. (transfer full). */
char *atlas_division_words_count (guint n, GPtrArray *regions) G_GNUC_WARN_UNUSED_RESULT;
/* Prefectures are cities in most provinces: whether all REGIONS are. Where others are among them, all kinds are named. */
gboolean atlas_division_words_are_cities (GPtrArray *regions);

G_END_DECLS
