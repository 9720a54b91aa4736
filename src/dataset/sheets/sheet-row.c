/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet-row.h"

#include <string.h>

#include "dataset/sheets/sheet-limits.h"

/* What a builder has room for at first. */
#define FEW_BYTES 512
#define FEW_CELLS 32

/* The texts lie one behind the other; while the row grows they may move, so cells keep offsets until it is asked for. */
typedef struct {
  AtlasCellKind kind;
  gboolean spread;
  gsize offset;
} Slot;

/* Plain arrays: a cell of each of millions of rows comes through here. */
struct _AtlasRowBuilder {
  AtlasSheetRow row;
  guint n_slots;
  guint n_allocated; /* slots, and as many cells */
  Slot *slots;
  AtlasSheetCell *cells;
  char *texts; /* "" at its start, for all cells that are empty */
  gsize texts_length;
  gsize texts_allocated;
};

AtlasRowBuilder *
atlas_row_builder_new (void)
{
  AtlasRowBuilder *self = g_new0 (AtlasRowBuilder, 1);

  atlas_row_builder_begin (self, 0, FALSE);
  return self;
}

void
atlas_row_builder_free (AtlasRowBuilder *self)
{
  g_free (self->slots);
  g_free (self->cells);
  g_free (self->texts);
  g_free (self);
}

/* Puts TEXT behind the others. Returns: where it begins */
static gsize
append_text (AtlasRowBuilder *self,
             const char      *text,
             gsize            length)
{
  gsize start = self->texts_length;

  if (length >= self->texts_allocated - start)
    {
      self->texts_allocated = MAX (FEW_BYTES, 2 * (start + length + 1));
      self->texts = g_realloc (self->texts, self->texts_allocated);
    }
  memcpy (self->texts + start, text, length);
  self->texts[start + length] = '\0';
  self->texts_length = start + length + 1;
  return start;
}

/* Appends empty slots until there are N. */
static void
fill_slots (AtlasRowBuilder *self,
            guint            n)
{
  if (n > self->n_allocated)
    {
      self->n_allocated = MAX (FEW_CELLS, 2 * n);
      self->slots = g_renew (Slot, self->slots, self->n_allocated);
      self->cells = g_renew (AtlasSheetCell, self->cells, self->n_allocated);
    }
  while (self->n_slots < n)
    self->slots[self->n_slots++] = (Slot) { ATLAS_CELL_EMPTY };
}

void
atlas_row_builder_begin (AtlasRowBuilder *self,
                         guint            line,
                         gboolean         hidden)
{
  self->row = (AtlasSheetRow) { .line = line, .hidden = hidden };
  self->n_slots = 0;
  self->texts_length = 0;
  append_text (self, "", 0);
}

gboolean
atlas_row_builder_set (AtlasRowBuilder *self,
                       guint            column,
                       AtlasCellKind    kind,
                       const char      *text,
                       gssize           length,
                       gboolean         spread)
{
  if (column >= ATLAS_SHEET_MAX_COLUMNS)
    return FALSE;
  if (column >= self->n_slots && kind == ATLAS_CELL_EMPTY)
    return TRUE;
  fill_slots (self, column + 1);
  self->slots[column] = (Slot) { kind, spread, 0 };
  if (kind != ATLAS_CELL_EMPTY)
    self->slots[column].offset = append_text (self, text, length >= 0 ? (gsize) length : strlen (text));
  return TRUE;
}

gboolean
atlas_row_builder_repeat (AtlasRowBuilder *self,
                          guint            column,
                          guint            n,
                          gboolean         spread)
{
  Slot same = { ATLAS_CELL_EMPTY };

  if (n > ATLAS_SHEET_MAX_COLUMNS - 1 - column)
    return FALSE;
  if (column < self->n_slots)
    same = self->slots[column];
  if (same.kind != ATLAS_CELL_EMPTY)
    fill_slots (self, column + n + 1);
  same.spread = spread;
  for (guint i = 1; i <= n && column + i < self->n_slots; i++)
    self->slots[column + i] = same;
  return TRUE;
}

void
atlas_row_builder_fault (AtlasRowBuilder *self,
                         AtlasRowFault    fault,
                         guint            column)
{
  if (self->row.fault != ATLAS_ROW_FAULT_NONE)
    return;
  self->row.fault = fault;
  self->row.fault_column = column;
}

static guint
count_cells (const AtlasRowBuilder *self)
{
  guint n = self->n_slots;

  while (n > 0 && self->slots[n - 1].kind == ATLAS_CELL_EMPTY)
    n--;
  return n;
}

const AtlasSheetRow *
atlas_row_builder_get (AtlasRowBuilder *self)
{
  guint n = count_cells (self);

  if (n == 0 && self->row.fault == ATLAS_ROW_FAULT_NONE)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      const Slot *slot = &self->slots[i];

      self->cells[i] = (AtlasSheetCell) { slot->kind, slot->spread, self->texts + slot->offset };
    }
  self->row.n_cells = n;
  self->row.cells = self->cells;
  return &self->row;
}
