/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ATLAS_NUMERAL_NONE,      /* no numeral stands here */
  ATLAS_NUMERAL_READ,
  ATLAS_NUMERAL_AMBIGUOUS, /* 三千五, 二三百 */
  ATLAS_NUMERAL_WRONG,     /* 十千 */
} AtlasNumeralResult;

/* Takes a numeral below 万 (三, 二十, 百, 一千零五, 二〇二三) from *TEXT. HAS_ZERO says that it began with 零, as the part
 * behind 万 does in 三万零五. */
AtlasNumeralResult atlas_chinese_numeral_take (const char **text, gint64 *value, gboolean *has_zero);

G_END_DECLS
