/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasRollupCell:
 * @series: its number (rollup-series.h)
 * @year: of a flow the year it is of; of a stock the first year at whose end it is there
 * @value: the number; money in fen. Of a stock the change against the year before, so that the number at the end of a
 *   year is the sum of all cells up to it
 * @n: how many rows of the register stand behind @value; in the same way the change of that number
 * @n_at_least: how many of them say only at least how many they are
 * @n_at_most: and at most, "nearly" among them
 * @n_about: and about
 *
 * A count of one series in one year. All counters add up over rows, regions and years.
 */
typedef struct {
  guint16 series;
  gint16 year;
  gint32 n;
  gint32 n_at_least;
  gint32 n_at_most;
  gint32 n_about;
  gint64 value;
} AtlasRollupCell;

/* Adds the counters of CELL to those of TO, or takes them away (SIGN −1). */
void                   atlas_rollup_cell_add    (AtlasRollupCell *to, const AtlasRollupCell *cell, int sign);

/* A sum of cells, one for each series and year. */
typedef struct _AtlasRollupCells AtlasRollupCells;

AtlasRollupCells      *atlas_rollup_cells_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_rollup_cells_free  (AtlasRollupCells *self);
void                   atlas_rollup_cells_clear (AtlasRollupCells *self);
/* Adds CELL once (SIGN 1) or takes it away (−1). */
void                   atlas_rollup_cells_add   (AtlasRollupCells *self, const AtlasRollupCell *cell, int sign);
void                   atlas_rollup_cells_add_all (AtlasRollupCells *self, AtlasRollupCells *other);
/* Those that are not all zero, by series and year; valid until the next change. */
const AtlasRollupCell *atlas_rollup_cells_list  (AtlasRollupCells *self, guint *n);

/* Cells packed into bytes, in any order, in some five bytes each: @data with @length of them in use. All zero is none. */
typedef struct {
  guint8 *data;
  guint32 length;
  guint32 allocated;
  guint16 last_series;
  gint16 last_year;
} AtlasPackedCells;

void                   atlas_packed_cells_add   (AtlasPackedCells *self, const AtlasRollupCell *cell, int sign);
/* Empties SELF; what it has allocated is used again. */
void                   atlas_packed_cells_clear (AtlasPackedCells *self);
void                   atlas_packed_cells_free  (AtlasPackedCells *self); /* what is in it */

/* Adds what is packed in DATA. FALSE where it is not whole. */
gboolean               atlas_rollup_cells_unpack (AtlasRollupCells *self, const guint8 *data, gsize length);

/* Reads packed cells one by one, as they come; DATA has to stay. */
typedef struct {
  const guint8 *at;
  const guint8 *end;
  AtlasRollupCell cell;
  gboolean is_damaged;
} AtlasCellReader;

void                   atlas_cell_reader_start   (AtlasCellReader *self, const guint8 *data, gsize length);
/* (nullable): NULL behind the last, or where what is left is not whole, which is_damaged tells apart. */
const AtlasRollupCell *atlas_cell_reader_next    (AtlasCellReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRollupCells, atlas_rollup_cells_free)

G_END_DECLS
