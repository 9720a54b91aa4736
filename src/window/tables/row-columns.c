/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/row-columns.h"

#include <string.h>

#include "indicators/cell-text.h"

static int
get_text_width (const AtlasColumn *column)
{
  if (g_str_has_suffix (column->name, "_id"))
    return 124;
  return strcmp (column->name, "title") == 0 || strcmp (column->name, "address") == 0 ? 320 : 140;
}

static int
get_reference_width (const AtlasColumn *column)
{
  return strcmp (column->detail, "units") == 0 ? 76 : 180;
}

int
atlas_row_columns_get_width (const AtlasColumn *column)
{
  /* A credit code has 18 characters, and 乡镇（街道）、社区聘用 needs as much. */
  static const char *const wide[] = { "org_id", "document_no", "category", NULL };

  if (atlas_cell_is_place (column))
    return 140;
  if (g_strv_contains (wide, column->name))
    return 176;
  if (strcmp (column->name, "qualifier") == 0)
    return 88;
  switch (column->kind)
    {
    case ATLAS_COLUMN_REFERENCE:
      return get_reference_width (column);
    case ATLAS_COLUMN_COUNT:
      return 76;
    case ATLAS_COLUMN_PERIOD:
      return 116;
    case ATLAS_COLUMN_QUANTITY:
      return 88;
    case ATLAS_COLUMN_DATE:
      return 98;
    case ATLAS_COLUMN_NUMBER:
    case ATLAS_COLUMN_HOURS:
      return 104;
    case ATLAS_COLUMN_TEXT:
      return get_text_width (column);
    default:
      return 130;
    }
}

gboolean
atlas_row_columns_expands (const AtlasColumn *column)
{
  switch (column->kind)
    {
    case ATLAS_COLUMN_TEXT:
      return !g_str_has_suffix (column->name, "_id") && !g_str_has_suffix (column->name, "_no");
    case ATLAS_COLUMN_REFERENCE:
      return strcmp (column->detail, "units") != 0;
    case ATLAS_COLUMN_DIMENSIONS:
    case ATLAS_COLUMN_ENUM:
      return TRUE;
    default:
      return atlas_cell_is_place (column);
    }
}

void
atlas_row_columns_get_order (const AtlasTableDefinition *table,
                             guint                      *order)
{
  /* Files of figures and documents begin with the keys by which they refer to each other, and so do not rows on screen. */
  static const char *const sources[] = { "title", "publisher", "published_on", "as_of", "as_of_basis", "kind", "address",
                                         "source_id" };
  static const char *const figures[] = { "region_code", "indicator_id", "value", "unit", "qualifier", "period", "dimensions",
                                         "as_of", "source_id", "printed", "status", "note", "figure_id" };
  const char *const *names = strcmp (table->name, "figures") == 0   ? figures
                             : strcmp (table->name, "sources") == 0 ? sources
                                                                    : NULL;

  for (guint i = 0; i < table->n_columns; i++)
    order[i] = names != NULL ? (guint) atlas_table_definition_find_column (table, names[i]) : i;
}
