/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ATLAS_MEASURE_NONE,  /* only a multiplier: （万） */
  ATLAS_MEASURE_MONEY,
  ATLAS_MEASURE_OTHER, /* people, times, hours ... */
} AtlasMeasure;

/**
 * AtlasColumnUnit:
 * @exponent: 4 for 万元: the power of ten between the numbers of a column and what they stand for
 *
 * The unit that a header says its numbers are in.
 */
typedef struct {
  AtlasMeasure measure;
  guint exponent;
} AtlasColumnUnit;

/* FOLDED: a unit alone, as atlas_register_text_fold() leaves it: 元, 万元, 人民币亿元, 万人次, "10000yuan". FALSE where it is
 * none that is known, such as a foreign currency. */
gboolean atlas_column_unit_parse (const char *folded, AtlasColumnUnit *out);

/* Finds the unit of money that a cell above or beside a header names for the whole table: 单位：万元, （万元）, "Unit: 10,000
 * yuan", also behind a title; of several units in one cell the one of money. */
gboolean atlas_column_unit_find  (const char *text, AtlasColumnUnit *out);

/* The unit of any kind in the bracket at the end of a header: 参与人数（万人次）. */
gboolean atlas_column_unit_find_at_end (const char *text, AtlasColumnUnit *out);

G_END_DECLS
