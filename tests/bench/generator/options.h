/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

/**
 * GeneratorOptions:
 * @per_million: the scale: 1,000,000 is national size
 * @year: the last year of the data
 * @xlsx: workbooks instead of CSV
 * @english: English headers and words
 * @untidy: the forms that real files have, with the same meaning
 * @split: a folder for each province
 *
 * What is to be made.
 */
typedef struct {
  char *out_dir;
  guint64 per_million;
  guint64 seed;
  guint year;
  gboolean xlsx;
  gboolean english;
  gboolean untidy;
  gboolean split;
} GeneratorOptions;

/* How many of what there are N of at national size; at least one. */
guint options_scale (const GeneratorOptions *self, guint n);
