/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/figure.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_NUMBER_MEASURE_NONE,
  ATLAS_NUMBER_MEASURE_MONEY, /* 元 */
  ATLAS_NUMBER_MEASURE_OTHER, /* 人, 个, 小时 ... */
} AtlasNumberMeasure;

/**
 * AtlasParsedNumber:
 * @value: in base units: 82.4万 is 824000
 * @qualifier: from 余 多 超 超过 突破 (at least), 近 (nearly), 约 左右 (about), 不到 不足 (at most), and from
 *   "over", "more than", "nearly", "about", "less than", ≥ ≤ ≈
 * @is_percent: a % sign or 百分之 stood with it
 * @is_missing: one of — / 无 N/A - or nothing at all: no number, and no error
 * @exponent: of its greatest multiplier, 4 for 万; 0 where digits stand alone
 * @measure: what is said to be counted, behind the number or before it (¥)
 *
 * A number as people write it.
 */
typedef struct {
  AtlasDecimal value;
  AtlasQualifier qualifier;
  gboolean is_percent;
  gboolean is_missing;
  guint exponent;
  AtlasNumberMeasure measure;
} AtlasParsedNumber;

typedef enum {
  ATLAS_NUMBER_ERROR_NOT_A_NUMBER,
  ATLAS_NUMBER_ERROR_AMBIGUOUS,
  ATLAS_NUMBER_ERROR_RANGE,
} AtlasNumberError;

#define ATLAS_NUMBER_ERROR (atlas_number_error_quark ())
GQuark   atlas_number_error_quark (void);

/* Reads 1,234.50, full-width digits, 82.4万, 1.36亿, 6000余万, 约1.4万, 50多个, 百余, 24.0%, −7.3, Chinese numerals
 * (三万余, 十二). Units behind the number (元 人 个 家 名 ...) are passed over. */
gboolean atlas_number_parse (const char *text, AtlasParsedNumber *out, GError **error);

G_END_DECLS
