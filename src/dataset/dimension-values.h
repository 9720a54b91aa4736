/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasDimensionPair:
 *
 * One dimension and its value, such as grade=senior.
 */
typedef struct {
  char *dimension;
  char *value;
} AtlasDimensionPair;

/* Pairs sorted by dimension, each dimension at most once: (element-type AtlasDimensionPair), with a free function
 * set. Written as in figures.csv: "purpose=training;source=central". */
GPtrArray  *atlas_dimension_values_new    (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *atlas_dimension_values_parse  (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *atlas_dimension_values_copy   (GPtrArray *values) G_GNUC_WARN_UNUSED_RESULT;
char       *atlas_dimension_values_to_string (GPtrArray *values) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): the value of DIMENSION, borrowed. */
const char *atlas_dimension_values_lookup (GPtrArray *values, const char *dimension);
/* Sets or replaces. */
void        atlas_dimension_values_set    (GPtrArray *values, const char *dimension, const char *value);
gboolean    atlas_dimension_values_equal  (GPtrArray *a, GPtrArray *b);

G_END_DECLS
