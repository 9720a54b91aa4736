/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most decimals a figure may have; money has two (fen). */
#define ATLAS_DECIMAL_MAX_DECIMALS 9

/**
 * AtlasDecimal:
 * @mantissa: the digits as an integer
 * @decimals: how many of them stand after the point, 0 to 9
 *
 * An exact number: 88.3 is 883 with one decimal, 1,234.50 yuan is 123450 with two. What a document
 * prints is kept so, and sums of it stay exact.
 */
typedef struct {
  gint64 mantissa;
  guint8 decimals;
} AtlasDecimal;

#define ATLAS_DECIMAL_ZERO ((AtlasDecimal) { 0, 0 })

gboolean     atlas_decimal_parse     (const char *text, AtlasDecimal *out);
char        *atlas_decimal_to_string (AtlasDecimal value) G_GNUC_WARN_UNUSED_RESULT;
double       atlas_decimal_to_double (AtlasDecimal value);
gboolean     atlas_decimal_from_double (double value, guint decimals, AtlasDecimal *out);
gboolean     atlas_decimal_rescale   (AtlasDecimal value, guint decimals, AtlasDecimal *out);
gboolean     atlas_decimal_add       (AtlasDecimal a, AtlasDecimal b, AtlasDecimal *out);
gboolean     atlas_decimal_subtract  (AtlasDecimal a, AtlasDecimal b, AtlasDecimal *out);
int          atlas_decimal_compare   (AtlasDecimal a, AtlasDecimal b);

G_END_DECLS
