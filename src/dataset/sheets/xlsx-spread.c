/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/xlsx-spread.h"

#include <string.h>

#include "dataset/sheets/sheet-limits.h"

/* A range with the value of its first cell. */
typedef struct {
  AtlasXlsxRange range;
  AtlasCellKind kind;
  char *text; /* (nullable) */
} Active;

struct _AtlasXlsxSpread {
  const AtlasXlsxRange *ranges;
  guint n_ranges;
  guint next;     /* the first range that is not active yet */
  GArray *active; /* of Active, by column; they do not overlap */
  gsize n_bytes;  /* of the texts of all active */
};

AtlasXlsxSpread *
atlas_xlsx_spread_new (const AtlasXlsxRange *ranges,
                       guint                 n_ranges)
{
  AtlasXlsxSpread *self = g_new0 (AtlasXlsxSpread, 1);

  self->ranges = ranges;
  self->n_ranges = n_ranges;
  self->active = g_array_new (FALSE, FALSE, sizeof (Active));
  return self;
}

static Active *
get_active (const AtlasXlsxSpread *self,
            guint                  i)
{
  return &g_array_index (self->active, Active, i);
}

void
atlas_xlsx_spread_free (AtlasXlsxSpread *self)
{
  for (guint i = 0; i < self->active->len; i++)
    g_free (get_active (self, i)->text);
  g_array_unref (self->active);
  g_free (self);
}

/* Forgets the ranges that end above ROW. */
static void
drop_passed (AtlasXlsxSpread *self,
             guint            row)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->active->len; i++)
    {
      Active *active = get_active (self, i);

      if (active->range.last_row >= row)
        {
          *get_active (self, n_kept++) = *active;
          continue;
        }
      self->n_bytes -= active->text != NULL ? strlen (active->text) : 0;
      g_free (active->text);
    }
  g_array_set_size (self->active, n_kept);
}

/* How many active ranges begin left of COLUMN, or in it. */
static guint
count_before (const AtlasXlsxSpread *self,
              guint                  column)
{
  guint low = 0, high = self->active->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_active (self, middle)->range.first_column <= column)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Returns: (nullable): the new one; NULL where RANGE is over another */
static Active *
activate (AtlasXlsxSpread      *self,
          const AtlasXlsxRange *range)
{
  Active active = { *range, ATLAS_CELL_EMPTY, NULL };
  guint place = count_before (self, range->first_column);

  if ((place > 0 && get_active (self, place - 1)->range.last_column >= range->first_column) ||
      (place < self->active->len && get_active (self, place)->range.first_column <= range->last_column))
    return NULL;
  g_array_insert_val (self->active, place, active);
  return get_active (self, place);
}

/* Those that began in rows which are not in the sheet. */
static void
activate_skipped (AtlasXlsxSpread *self,
                  guint            row)
{
  for (; self->next < self->n_ranges && self->ranges[self->next].first_row < row; self->next++)
    if (self->ranges[self->next].last_row >= row)
      activate (self, &self->ranges[self->next]);
}

static void
apply_active (AtlasXlsxSpread *self,
              AtlasRowBuilder *builder,
              guint            row)
{
  for (guint i = 0; i < self->active->len; i++)
    {
      const Active *active = get_active (self, i);
      guint first = active->range.first_column, last = active->range.last_column;

      if (active->range.first_row >= row)
        continue;
      atlas_row_builder_set (builder, first, active->kind, active->text, -1, TRUE);
      atlas_row_builder_repeat (builder, first, last - first, TRUE);
    }
}

/* (nullable): the cell of ROW (nullable) in COLUMN. */
static const AtlasSheetCell *
find_cell (const AtlasSheetRow *row,
           guint                column)
{
  return row != NULL && column < row->n_cells ? &row->cells[column] : NULL;
}

/* The value for the rows below. */
static void
remember (AtlasXlsxSpread      *self,
          Active               *active,
          const AtlasSheetCell *cell)
{
  if (cell == NULL || cell->kind == ATLAS_CELL_EMPTY || active->range.last_row == active->range.first_row)
    return;
  active->kind = cell->kind;
  active->text = g_strdup (cell->text);
  self->n_bytes += strlen (cell->text);
}

/* Those that begin in ROW: a row has its cells before any are spread, so that they may be looked at once for
 * all. */
static void
apply_new (AtlasXlsxSpread *self,
           AtlasRowBuilder *builder,
           guint            row)
{
  const AtlasSheetRow *cells = NULL;

  if (self->next < self->n_ranges && self->ranges[self->next].first_row == row)
    cells = atlas_row_builder_get (builder);
  for (; self->next < self->n_ranges && self->ranges[self->next].first_row == row; self->next++)
    {
      const AtlasXlsxRange *range = &self->ranges[self->next];
      Active *active = activate (self, range);

      if (active == NULL)
        continue;
      remember (self, active, find_cell (cells, range->first_column));
      atlas_row_builder_repeat (builder, range->first_column, range->last_column - range->first_column, TRUE);
    }
}

gboolean
atlas_xlsx_spread_apply (AtlasXlsxSpread *self,
                         AtlasRowBuilder *builder,
                         guint            row)
{
  drop_passed (self, row);
  activate_skipped (self, row);
  apply_active (self, builder, row);
  apply_new (self, builder, row);
  return self->n_bytes <= ATLAS_SHEET_MAX_RECORD_BYTES;
}
