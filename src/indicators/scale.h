/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/indicator.h"

G_BEGIN_DECLS

/**
 * AtlasScale:
 *
 * In what multiples of their unit numbers are written. One for a whole axis or table column, with its word in
 * the header (C22, C23); in running text each number takes its own. Chinese has 万 and 亿, English the others.
 */
typedef enum {
  ATLAS_SCALE_ONE,
  ATLAS_SCALE_THOUSAND,
  ATLAS_SCALE_WAN, /* 万, 10,000 */
  ATLAS_SCALE_MILLION,
  ATLAS_SCALE_YI, /* 亿, 100,000,000 */
  ATLAS_SCALE_BILLION,
} AtlasScale;

double      atlas_scale_get_factor   (AtlasScale scale);
/* What stands behind a number so: "万", " million", "". */
const char *atlas_scale_get_word     (AtlasScale scale);
/* How many decimals a number of one and more has in a column of that scale. */
guint       atlas_scale_get_decimals (AtlasScale scale);
/* The scale that suits an axis or a column whose values, but for zeros, are from SMALLEST to LARGEST, whatever their signs: the
 * largest chooses, but a scale that would write the smallest as 0.05 is mostly too coarse for all of them. Language matters. */
AtlasScale  atlas_scale_choose       (double smallest, double largest, const AtlasUnit *unit);
/* The coarsest in which VALUE is one or more, in the language used: the one of its word in running text. */
AtlasScale  atlas_scale_of_number    (double value);
/* "万元", "亿元", "人"; English: "million yuan", "people"; (transfer full). */
char       *atlas_scale_dup_unit     (AtlasScale scale, const AtlasUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
