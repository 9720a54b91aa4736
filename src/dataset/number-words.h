/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/figure.h"

G_BEGIN_DECLS

/* The words that stand around a number, taken one after the other from a text in lower case and half width.
 * Each moves *TEXT behind what it takes, and behind the blanks that follow. */

/* A word before a number: 超过, 近, 约, 不到, "more than", "≥" ... */
gboolean atlas_number_take_prefix     (const char **text, AtlasQualifier *out);
/* 余, 多 and 几, right behind the digits or behind 万. */
gboolean atlas_number_take_remainder  (const char **text);
/* A word behind the unit: 左右, 以上, 以下, "or more", "+". */
gboolean atlas_number_take_suffix     (const char **text, AtlasQualifier *out);
/* 十 百 千 万 亿, "thousand", "million" ...: the power of ten. */
gboolean atlas_number_take_multiplier (const char **text, guint *exponent);
/* %, 百分点, "percent": marks a percentage. */
gboolean atlas_number_take_percent    (const char **text);
/* A measure word: 元, 人次, 个 ..., "people". */
gboolean atlas_number_take_unit       (const char **text);
/* 元, "yuan", "rmb": one of these measure words. */
gboolean atlas_number_take_money      (const char **text);
/* Any of these exact words. */
gboolean atlas_number_take_word       (const char **text, const char *word);

G_END_DECLS
