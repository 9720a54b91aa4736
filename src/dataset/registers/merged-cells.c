/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/merged-cells.h"

#include <string.h>

/**
 * Known:
 * @text: what the cell says
 * @holds: whether that is a value of its column
 */
typedef struct {
  GString *text;
  gboolean holds;
} Known;

struct _AtlasMergedCells {
  GPtrArray *cells; /* of Known: those of the row, and until they are replaced those of the row above */
  guint line;
};

static void
known_free (gpointer data)
{
  Known *known = data;

  g_string_free (known->text, TRUE);
  g_free (known);
}

AtlasMergedCells *
atlas_merged_cells_new (void)
{
  AtlasMergedCells *self = g_new0 (AtlasMergedCells, 1);

  self->cells = g_ptr_array_new_with_free_func (known_free);
  return self;
}

void
atlas_merged_cells_free (AtlasMergedCells *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* ABOVE is the cell in the row above. A cell that only repeats its left neighbour, which is no merged cell's part itself, is
 * merged with it. */
static gboolean
find_holds (const AtlasSheetRow *row,
            guint                cell,
            const Known         *above,
            gboolean             has_above)
{
  const AtlasSheetCell *it = &row->cells[cell];

  if (!it->spread)
    return TRUE;
  if (cell > 0 && !it[-1].spread && it[-1].kind != ATLAS_CELL_EMPTY && strcmp (it[-1].text, it->text) == 0)
    return FALSE;
  return has_above && above->holds && strcmp (above->text->str, it->text) == 0;
}

void
atlas_merged_cells_take (AtlasMergedCells    *self,
                         const AtlasSheetRow *row)
{
  gboolean has_above = self->line > 0 && row->line == self->line + 1;

  while (self->cells->len < row->n_cells)
    {
      Known *known = g_new0 (Known, 1);

      known->text = g_string_new (NULL);
      g_ptr_array_add (self->cells, known);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      Known *known = g_ptr_array_index (self->cells, i);

      known->holds = i < row->n_cells && find_holds (row, i, known, has_above);
      g_string_assign (known->text, i < row->n_cells ? row->cells[i].text : "");
    }
  self->line = row->line;
}

gboolean
atlas_merged_cells_holds (AtlasMergedCells *self,
                          guint             cell)
{
  const Known *known = g_ptr_array_index (self->cells, cell);

  return known->holds;
}
