/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/figure.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_QUANTITY_READ,
  ATLAS_QUANTITY_MISSING,      /* —, 无 ... */
  ATLAS_QUANTITY_NOT_A_NUMBER, /* also a number of something else: 5元 for people */
  ATLAS_QUANTITY_AMBIGUOUS,    /* 1000-2000; 6千 in a column of 万元 */
  ATLAS_QUANTITY_NEGATIVE,
  ATLAS_QUANTITY_TOO_FINE,     /* half a person, a tenth of a fen */
  ATLAS_QUANTITY_TOO_LARGE,
} AtlasQuantityResult;

/* Reads TEXT, trimmed, as a whole number of what a register counts; EXPONENT is that of its column's unit. */
AtlasQuantityResult atlas_quantity_parse (const char *text, guint exponent, gint64 *out, AtlasQualifier *qualifier);
/* The same as hours, with up to two decimals, in hundredths. */
AtlasQuantityResult atlas_hours_parse    (const char *text, guint exponent, gint64 *hundredths, AtlasQualifier *qualifier);
/* The same as an amount in a column of 10^EXPONENT yuan, into fen, exactly. 万, 亿 or 元 in the cell beat the column's unit. */
AtlasQuantityResult atlas_money_parse    (const char *text, guint exponent, gint64 *fen, AtlasQualifier *qualifier);

G_END_DECLS
