/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/**
 * AtlasProgrammeRow:
 * @row: where it stands in the table
 * @item: what it is of: the indicator with its dimension values, and the value of the break-down
 * @value: with qualifier and unit; "—" where it is missing
 * @ratio: "1,385 / ≥ 3,500", or ""
 * @period: or ""
 * @note: why the value is missing, or ""
 *
 * A line of an answer that is shown as a table; texts are in the user's language.
 */
typedef struct {
  guint row;
  const AtlasRegion *region;
  char *item;
  char *value;
  char *ratio;
  char *period;
  char *note;
} AtlasProgrammeRow;

void       atlas_programme_row_free  (AtlasProgrammeRow *self);

/* The rows of TABLE, which may be joined, by division and within it in the order of the parts. A value of a break-down that
 * no division has is left out. (element-type AtlasProgrammeRow) (transfer full). */
GPtrArray *atlas_programme_list_rows (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProgrammeRow, atlas_programme_row_free)

G_END_DECLS
