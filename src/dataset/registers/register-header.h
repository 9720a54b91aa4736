/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/header-names.h"
#include "dataset/registers/register-row.h"
#include "dataset/registers/sheet-head.h"

G_BEGIN_DECLS

/**
 * AtlasRegisterHeader:
 * @first: index of the header's first row in the head, or of the first row of the data where there is no header
 * @n_rows: how many rows it has, 0 where there is none
 * @line: where the last row before the data stands, 0 where there is none
 * @names: (array zero-terminated=1): its cells as they stand, those of two rows joined
 * @cells: where each column of the table is, or −1
 * @places: where each #AtlasPlaceColumn is, or −1
 * @units: the exponent of each column's unit
 * @unknown: (array zero-terminated=1): names of the cells that are in no column
 * @table_unit: the unit of money named for the whole table
 * @has_table_unit: whether there is one
 *
 * What stands where in a sheet.
 */
typedef struct {
  const AtlasTableDefinition *table;
  guint first;
  guint n_rows;
  guint line;
  char **names;
  int cells[ATLAS_TABLE_MAX_COLUMNS];
  int places[ATLAS_N_PLACES];
  guint units[ATLAS_TABLE_MAX_COLUMNS];
  char **unknown;
  AtlasColumnUnit table_unit;
  gboolean has_table_unit;
} AtlasRegisterHeader;

/* Finds the header in HEAD (of atlas_sheet_head_read()): that of TABLE, or where it is NULL of the table that fits best.
 * NAME, of file or sheet, stands in messages. Fails with an #AtlasRegisterError. */
AtlasRegisterHeader *atlas_register_header_find   (GPtrArray *head, const AtlasTableDefinition *table, const char *name,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same with the cells of TABLE's columns chosen. */
AtlasRegisterHeader *atlas_register_header_choose (GPtrArray *head, const AtlasTableDefinition *table,
                                                   const int *cells, const char *name, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* (array zero-terminated=1) (transfer full): the cells of what is most like a header, known or not: what the user can choose
 * columns from. */
char               **atlas_register_header_guess  (GPtrArray *head) G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_register_header_free   (AtlasRegisterHeader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegisterHeader, atlas_register_header_free)

G_END_DECLS
