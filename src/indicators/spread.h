/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/qualified-number.h"
#include "indicators/table.h"

G_BEGIN_DECLS

/**
 * AtlasSpread:
 * @table: borrowed
 * @year: of both
 * @highest: (with @lowest) the rows furthest apart
 * @ratio: the one ÷ the other, with the qualifier that follows from both
 *
 * How far the regions of a table are apart (CRAFT, G2).
 */
typedef struct {
  AtlasTable *table;
  int year;
  guint highest;
  guint lowest;
  AtlasQualifiedNumber ratio;
} AtlasSpread;

/* Among the rows of one year, that of which there are most. FALSE where nothing can be said: fewer than two numbers above
 * zero of it, or a highest or lowest that is open to the side on which the other lies. Stand-ins take no part, as in a
 * ranking. */
gboolean atlas_spread_find        (AtlasTable *table, AtlasSpread *out);
/* The widest among TABLES (element-type AtlasTable), of rates and means only: that a large region has more people than
 * a small one says nothing. Not where fewer than half of the regions have a number of the year, or where the highest is less
 * than a tenth above the lowest. */
gboolean atlas_spread_find_widest (GPtrArray *tables, AtlasSpread *out);

G_END_DECLS
