/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup-cells.h"

#include <string.h>

#include "dataset/registers/rollup-series.h"

/* So that the first year is packed into a byte, too. */
#define FIRST_YEAR 2000
/* The most bytes that a number is packed into, and a cell. */
#define MAX_VARINT 10
#define MAX_PACKED_CELL (7 * MAX_VARINT)

/* Of a sum of few cells. */
#define FEW_SLOTS 64

/* Open addressing: a slot holds the place of a cell + 1, 0 where it is free. As many are in use as the cells need, so that
 * clearing costs what was added, not what once was. Sorting the cells leaves the slots behind, which are filled anew at
 * the next addition. */
struct _AtlasRollupCells {
  GArray *cells;
  guint32 *slots;
  guint mask;
  guint n_allocated;
  gboolean is_listed;
};

AtlasRollupCells *
atlas_rollup_cells_new (void)
{
  AtlasRollupCells *self = g_new0 (AtlasRollupCells, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (AtlasRollupCell));
  self->n_allocated = FEW_SLOTS;
  self->slots = g_new0 (guint32, self->n_allocated);
  self->mask = FEW_SLOTS - 1;
  return self;
}

void
atlas_rollup_cells_free (AtlasRollupCells *self)
{
  g_array_unref (self->cells);
  g_free (self->slots);
  g_free (self);
}

static guint32
get_key (const AtlasRollupCell *cell)
{
  return (guint32) cell->series << 16 | (guint16) cell->year;
}

/* The slot that holds KEY, or the free one where it belongs. */
static guint32 *
find_slot (AtlasRollupCells *self,
           guint32           key)
{
  guint at = (key * 0x9e3779b1u) >> 7 & self->mask;

  while (self->slots[at] != 0 && get_key (&g_array_index (self->cells, AtlasRollupCell, self->slots[at] - 1)) != key)
    at = (at + 1) & self->mask;
  return &self->slots[at];
}

static void
fill_slots (AtlasRollupCells *self)
{
  while (self->cells->len * 2 > self->mask)
    self->mask = self->mask * 2 + 1;
  if (self->mask >= self->n_allocated)
    {
      self->n_allocated = self->mask + 1;
      self->slots = g_realloc_n (self->slots, self->n_allocated, sizeof *self->slots);
    }
  memset (self->slots, 0, (self->mask + 1) * sizeof *self->slots);
  for (guint i = 0; i < self->cells->len; i++)
    *find_slot (self, get_key (&g_array_index (self->cells, AtlasRollupCell, i))) = i + 1;
  self->is_listed = FALSE;
}

void
atlas_rollup_cells_clear (AtlasRollupCells *self)
{
  self->mask = FEW_SLOTS - 1;
  memset (self->slots, 0, FEW_SLOTS * sizeof *self->slots);
  g_array_set_size (self->cells, 0);
  self->is_listed = FALSE;
}

/* Sums beyond 64 bits wrap round, so that what is taken away again leaves what was there. */
static gint64
add_times (gint64 sum,
           gint64 value,
           int    sign)
{
  return (gint64) ((guint64) sum + (guint64) value * (guint64) (gint64) sign);
}

void
atlas_rollup_cell_add (AtlasRollupCell       *to,
                       const AtlasRollupCell *cell,
                       int                    sign)
{
  to->value = add_times (to->value, cell->value, sign);
  to->n = (gint32) add_times (to->n, cell->n, sign);
  to->n_at_least = (gint32) add_times (to->n_at_least, cell->n_at_least, sign);
  to->n_at_most = (gint32) add_times (to->n_at_most, cell->n_at_most, sign);
  to->n_about = (gint32) add_times (to->n_about, cell->n_about, sign);
}

void
atlas_rollup_cells_add (AtlasRollupCells      *self,
                        const AtlasRollupCell *cell,
                        int                    sign)
{
  guint32 *slot;

  if (self->is_listed || self->cells->len * 2 > self->mask)
    fill_slots (self);
  slot = find_slot (self, get_key (cell));
  if (*slot == 0)
    {
      AtlasRollupCell empty = { .series = cell->series, .year = cell->year };

      g_array_append_val (self->cells, empty);
      *slot = self->cells->len;
    }
  atlas_rollup_cell_add (&g_array_index (self->cells, AtlasRollupCell, *slot - 1), cell, sign);
}

void
atlas_rollup_cells_add_all (AtlasRollupCells *self,
                            AtlasRollupCells *other)
{
  for (guint i = 0; i < other->cells->len; i++)
    atlas_rollup_cells_add (self, &g_array_index (other->cells, AtlasRollupCell, i), 1);
}

static gboolean
is_zero (const AtlasRollupCell *cell)
{
  return cell->value == 0 && cell->n == 0 && cell->n_at_least == 0 && cell->n_at_most == 0 && cell->n_about == 0;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const AtlasRollupCell *left = a;
  const AtlasRollupCell *right = b;

  return left->series != right->series ? (int) left->series - (int) right->series : left->year - right->year;
}

/* Leaves out cells that are all zero and sorts the others, which come sorted more often than not. */
static void
tidy (AtlasRollupCells *self)
{
  AtlasRollupCell *cells = (AtlasRollupCell *) self->cells->data;
  gboolean sorted = TRUE;
  guint kept = 0;

  for (guint i = 0; i < self->cells->len; i++)
    if (!is_zero (&cells[i]))
      {
        cells[kept] = cells[i];
        sorted = sorted && (kept == 0 || compare_cells (&cells[kept - 1], &cells[kept]) < 0);
        kept++;
      }
  g_array_set_size (self->cells, kept);
  if (!sorted)
    g_array_sort (self->cells, compare_cells);
}

const AtlasRollupCell *
atlas_rollup_cells_list (AtlasRollupCells *self,
                         guint            *n)
{
  if (!self->is_listed)
    tidy (self);
  self->is_listed = TRUE;
  *n = self->cells->len;
  return (const AtlasRollupCell *) self->cells->data;
}

/* Seven bits a byte, the lowest first; numbers below zero take turns with those above (Protocol Buffers' zigzag). */
static guint8 *
put_varint (guint8 *at,
            gint64  number)
{
  guint64 rest = ((guint64) number << 1) ^ (guint64) (number >> 63);

  for (; rest >= 0x80; rest >>= 7)
    *at++ = (guint8) (rest | 0x80);
  *at++ = (guint8) rest;
  return at;
}

/* Moves AT; FALSE where no number ends before END. Most numbers are one byte. */
static inline gboolean
get_varint (const guint8 **at,
            const guint8  *end,
            gint64        *out)
{
  const guint8 *byte = *at;
  guint64 number = 0;
  guint shift = 0;

  for (; byte < end && *byte >= 0x80 && shift < 63; shift += 7)
    number |= (guint64) (*byte++ & 0x7f) << shift;
  if (byte == end || *byte >= 0x80)
    return FALSE;
  number |= (guint64) *byte++ << shift;
  *at = byte;
  *out = (gint64) (number >> 1) ^ -(gint64) (number & 1);
  return TRUE;
}

/* Series and year as what they are more than those of the cell before; then the value; then n, doubled, and odd where
 * the other three follow. */
void
atlas_packed_cells_add (AtlasPackedCells      *self,
                        const AtlasRollupCell *cell,
                        int                    sign)
{
  gboolean qualified = cell->n_at_least != 0 || cell->n_at_most != 0 || cell->n_about != 0;
  guint8 *at;

  if (self->allocated - self->length < MAX_PACKED_CELL)
    {
      self->allocated = MAX (self->allocated + self->allocated / 2, self->length + 2 * MAX_PACKED_CELL);
      self->data = g_realloc (self->data, self->allocated);
    }
  at = self->data + self->length;
  at = put_varint (at, cell->series - (self->length > 0 ? self->last_series : 0));
  at = put_varint (at, cell->year - (self->length > 0 ? self->last_year : FIRST_YEAR));
  at = put_varint (at, add_times (0, cell->value, sign));
  at = put_varint (at, (gint64) cell->n * sign * 2 + qualified);
  if (qualified)
    {
      at = put_varint (at, (gint64) cell->n_at_least * sign);
      at = put_varint (at, (gint64) cell->n_at_most * sign);
      at = put_varint (at, (gint64) cell->n_about * sign);
    }
  self->length = (guint32) (at - self->data);
  self->last_series = cell->series;
  self->last_year = cell->year;
}

void
atlas_packed_cells_clear (AtlasPackedCells *self)
{
  self->length = 0;
}

void
atlas_packed_cells_free (AtlasPackedCells *self)
{
  g_free (self->data);
}

static inline gboolean
get_int32 (const guint8 **at,
           const guint8  *end,
           gint32        *out)
{
  gint64 number;

  if (!get_varint (at, end, &number) || number < G_MININT32 || number > G_MAXINT32)
    return FALSE;
  *out = (gint32) number;
  return TRUE;
}

/* CELL comes with the series and year of the cell before. */
static gboolean
unpack_cell (const guint8    **at,
             const guint8     *end,
             AtlasRollupCell  *cell)
{
  gint32 series, year;
  gint64 n;

  if (!get_int32 (at, end, &series) || !get_int32 (at, end, &year) || !get_varint (at, end, &cell->value) ||
      !get_varint (at, end, &n) || ABS (series) >= ATLAS_SERIES_END || ABS (year) > G_MAXINT16)
    return FALSE;
  series += cell->series;
  year += cell->year;
  if (series < 0 || series >= ATLAS_SERIES_END || year < G_MININT16 || year > G_MAXINT16)
    return FALSE;
  cell->series = (guint16) series;
  cell->year = (gint16) year;
  cell->n = (gint32) (n >> 1);
  cell->n_at_least = cell->n_at_most = cell->n_about = 0;
  return (n & 1) == 0 || (get_int32 (at, end, &cell->n_at_least) && get_int32 (at, end, &cell->n_at_most) &&
                          get_int32 (at, end, &cell->n_about));
}

void
atlas_cell_reader_start (AtlasCellReader *self,
                         const guint8    *data,
                         gsize            length)
{
  *self = (AtlasCellReader) { .at = data, .end = data + length, .cell = { .year = FIRST_YEAR } };
}

const AtlasRollupCell *
atlas_cell_reader_next (AtlasCellReader *self)
{
  if (self->at == self->end || self->is_damaged)
    return NULL;
  self->is_damaged = !unpack_cell (&self->at, self->end, &self->cell);
  return self->is_damaged ? NULL : &self->cell;
}

gboolean
atlas_rollup_cells_unpack (AtlasRollupCells *self,
                           const guint8     *data,
                           gsize             length)
{
  AtlasCellReader reader;
  const AtlasRollupCell *cell;

  atlas_cell_reader_start (&reader, data, length);
  while ((cell = atlas_cell_reader_next (&reader)) != NULL)
    atlas_rollup_cells_add (self, cell, 1);
  return !reader.is_damaged;
}
