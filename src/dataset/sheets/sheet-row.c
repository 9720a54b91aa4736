/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet-row.h"

#include <string.h>

#include "dataset/sheets/sheet-limits.h"

/* The texts lie one behind the other; while the row grows they may move, so cells keep offsets until it is asked for. */
typedef struct {
  AtlasCellKind kind;
  gboolean spread;
  gsize offset;
} Slot;

struct _AtlasRowBuilder {
  AtlasSheetRow row;
  GArray *slots; /* of Slot */
  GArray *cells; /* of AtlasSheetCell */
  GString *texts; /* "" at its start, for all cells that are empty */
};

AtlasRowBuilder *
atlas_row_builder_new (void)
{
  AtlasRowBuilder *self = g_new0 (AtlasRowBuilder, 1);

  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  self->cells = g_array_new (FALSE, TRUE, sizeof (AtlasSheetCell));
  self->texts = g_string_new (NULL);
  atlas_row_builder_begin (self, 0, FALSE);
  return self;
}

void
atlas_row_builder_free (AtlasRowBuilder *self)
{
  g_array_unref (self->slots);
  g_array_unref (self->cells);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

void
atlas_row_builder_begin (AtlasRowBuilder *self,
                         guint            line,
                         gboolean         hidden)
{
  self->row = (AtlasSheetRow) { .line = line, .hidden = hidden };
  g_array_set_size (self->slots, 0);
  g_string_truncate (self->texts, 0);
  g_string_append_c (self->texts, '\0');
}

gboolean
atlas_row_builder_set (AtlasRowBuilder *self,
                       guint            column,
                       AtlasCellKind    kind,
                       const char      *text,
                       gssize           length,
                       gboolean         spread)
{
  Slot *slot;

  if (column >= ATLAS_SHEET_MAX_COLUMNS)
    return FALSE;
  if (column >= self->slots->len && kind == ATLAS_CELL_EMPTY)
    return TRUE;
  if (column >= self->slots->len)
    g_array_set_size (self->slots, column + 1);
  slot = &g_array_index (self->slots, Slot, column);
  *slot = (Slot) { kind, spread, 0 };
  if (kind == ATLAS_CELL_EMPTY)
    return TRUE;
  slot->offset = self->texts->len;
  g_string_append_len (self->texts, text, length);
  g_string_append_c (self->texts, '\0');
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
  if (column < self->slots->len)
    same = g_array_index (self->slots, Slot, column);
  if (column + n >= self->slots->len && same.kind != ATLAS_CELL_EMPTY)
    g_array_set_size (self->slots, column + n + 1);
  same.spread = spread;
  for (guint i = 1; i <= n && column + i < self->slots->len; i++)
    g_array_index (self->slots, Slot, column + i) = same;
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
  guint n = self->slots->len;

  while (n > 0 && g_array_index (self->slots, Slot, n - 1).kind == ATLAS_CELL_EMPTY)
    n--;
  return n;
}

const AtlasSheetRow *
atlas_row_builder_get (AtlasRowBuilder *self)
{
  guint n = count_cells (self);

  if (n == 0 && self->row.fault == ATLAS_ROW_FAULT_NONE)
    return NULL;
  g_array_set_size (self->cells, n);
  for (guint i = 0; i < n; i++)
    {
      const Slot *slot = &g_array_index (self->slots, Slot, i);

      g_array_index (self->cells, AtlasSheetCell, i) = (AtlasSheetCell) { slot->kind, slot->spread,
                                                                          self->texts->str + slot->offset };
    }
  self->row.n_cells = n;
  self->row.cells = (const AtlasSheetCell *) self->cells->data;
  return &self->row;
}
