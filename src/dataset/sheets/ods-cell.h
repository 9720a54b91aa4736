/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/ods-names.h"
#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/**
 * AtlasOdsCell:
 * @n_columns: how many cells this one stands for
 * @spanned_rows: how many rows the merged range has that it begins; 1 where it begins none
 * @spanned_columns: likewise
 * @is_covered: whether its element says that it lies in such a range
 * @type: the attribute in which a cell of its type has its value; ATLAS_ODS_OTHER where it has no type
 * @value: what is in that attribute
 * @result: what atlas_ods_cell_get() made of it
 *
 * What the element of a cell says of it.
 */
typedef struct {
  guint n_columns;
  guint spanned_rows, spanned_columns;
  gboolean is_covered;
  AtlasOdsName type;
  gboolean has_value;
  gboolean has_formula;
  gboolean is_error;
  GString *value;
  GString *result;
} AtlasOdsCell;

void          atlas_ods_cell_init   (AtlasOdsCell *self);
void          atlas_ods_cell_finish (AtlasOdsCell *self);
/* Begins a cell with the attributes of its element. */
void          atlas_ods_cell_begin  (AtlasOdsCell *self, gboolean is_covered, AtlasOdsNames *names,
                                     const char **attributes);
/* What the cell holds, with SHOWN the text of its paragraphs. *TEXT, as #AtlasSheetCell has it, is valid until SHOWN or
 * the cell changes. A value that is none of its type becomes the text shown. */
AtlasCellKind atlas_ods_cell_get    (AtlasOdsCell *self, const char *shown, const char **text);

/* How often something is there, from an attribute (nullable): at least 1. */
guint         atlas_ods_parse_count (const char *text);

G_END_DECLS
