/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/header-names.h"
#include "dataset/registers/register-row.h"
#include "dataset/registers/sheet-head.h"

G_BEGIN_DECLS

/**
 * AtlasHeaderCandidate:
 * @first: index of its upper row in the head
 * @n_rows: 1 or 2
 * @width: how many cells it has
 * @cells: where each column of the table is, or −1
 * @places: where each #AtlasPlaceColumn is, or −1
 * @has_unit: whether the header of a column says its unit, which is in @units
 * @twice: a column of the table that two cells name, or −1
 * @twice_cell: the second of them
 * @n_names: how many of its cells are known
 * @score: greater where more is understood
 *
 * One row of the head, or two, taken as the header of a table.
 */
typedef struct {
  const AtlasTableDefinition *table;
  guint first;
  guint n_rows;
  guint width;
  int cells[ATLAS_TABLE_MAX_COLUMNS];
  int places[ATLAS_N_PLACES];
  gboolean has_unit[ATLAS_TABLE_MAX_COLUMNS];
  AtlasColumnUnit units[ATLAS_TABLE_MAX_COLUMNS];
  int twice;
  guint twice_cell;
  guint n_names;
  guint score;
} AtlasHeaderCandidate;

/* Takes the rows FIRST (and the one below it where N_ROWS is 2) of HEAD for the header of TABLE. FALSE where that cannot
 * be: the second row holds what stands below a header and not in it. */
gboolean atlas_header_match                  (GPtrArray *head, guint first, guint n_rows, const AtlasTableDefinition *table,
                                              AtlasHeaderCandidate *out);
/* Whether all columns are there that have to be. */
gboolean atlas_header_candidate_is_complete  (const AtlasHeaderCandidate *self);
/* Whether so few of them are missing that it cannot be another table: a third at most. */
gboolean atlas_header_candidate_is_near      (const AtlasHeaderCandidate *self);
/* (transfer container): the names of those that are not, "Station number (station_id)". */
GPtrArray *atlas_header_candidate_list_missing (const AtlasHeaderCandidate *self) G_GNUC_WARN_UNUSED_RESULT;
/* The header in CELL as it stands, in the form in which it is understood alone; (transfer full). */
char    *atlas_header_candidate_dup_name     (const AtlasHeaderCandidate *self, GPtrArray *head, guint cell)
  G_GNUC_WARN_UNUSED_RESULT;
/* Whether CELL is in a column. */
gboolean atlas_header_candidate_has_cell     (const AtlasHeaderCandidate *self, guint cell);

G_END_DECLS
