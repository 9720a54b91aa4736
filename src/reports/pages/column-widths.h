/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasColumnNeed:
 * @least: narrower than this a word would be cut or a number broken
 * @natural: everything on one line
 * @numeric: numbers share out spare room equally, so that columns of numbers stand evenly
 */
typedef struct {
  double least;
  double natural;
  gboolean numeric;
} AtlasColumnNeed;

/* Whether the columns can stand side by side in WIDTH without cutting anything. */
gboolean atlas_column_widths_fit  (const AtlasColumnNeed *needs, guint n, double width);

/* Shares WIDTH out among N columns: their sum is WIDTH. Where even the least widths do not fit, all shrink
 * alike. */
void     atlas_column_widths_share (const AtlasColumnNeed *needs, guint n, double width, double *widths);

G_END_DECLS
