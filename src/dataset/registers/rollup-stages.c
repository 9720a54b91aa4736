/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup-stages.h"

#include "dataset/registers/rollup-series.h"

/* Those of the same source and purpose. */
static guint
get_group (const AtlasRollupCell *cell)
{
  return (cell->series - ATLAS_SERIES_FUNDING) / 8;
}

static guint
get_stage (const AtlasRollupCell *cell)
{
  return (cell->series - ATLAS_SERIES_FUNDING) % 8;
}

/* None, budgeted, allocated, spent: what counts before others has the higher rank. */
static guint
get_rank (const AtlasRollupCell *cell)
{
  static const guint ranks[ATLAS_STAGE_TWICE] = { 2, 0, 2, 1 };

  return ranks[get_stage (cell)];
}

/* FIRST is the first of the group of cell NUMBER. */
static gboolean
is_outranked (const AtlasRollupCell *cells,
              guint                  n,
              guint                  first,
              guint                  number)
{
  for (guint i = first; i < n && get_group (&cells[i]) == get_group (&cells[number]); i++)
    if (cells[i].year == cells[number].year && get_stage (&cells[i]) < ATLAS_STAGE_TWICE &&
        get_rank (&cells[i]) > get_rank (&cells[number]))
      return TRUE;
  return FALSE;
}

void
atlas_rollup_stages_add_twice (AtlasRollupCells *cells,
                               int               sign,
                               AtlasRollupCells *changes)
{
  guint n, first = 0;
  const AtlasRollupCell *list = atlas_rollup_cells_list (cells, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasRollupCell twice = list[i];

      if (list[i].series < ATLAS_SERIES_FUNDING)
        continue;
      if (list[first].series < ATLAS_SERIES_FUNDING || get_group (&list[first]) != get_group (&list[i]))
        first = i;
      if (get_stage (&list[i]) >= ATLAS_STAGE_TWICE || !is_outranked (list, n, first, i))
        continue;
      twice.series = (guint16) (ATLAS_SERIES_FUNDING + get_group (&list[i]) * 8 + ATLAS_STAGE_TWICE);
      atlas_rollup_cells_add (changes, &twice, -sign);
    }
}
