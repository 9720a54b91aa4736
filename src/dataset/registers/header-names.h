/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/column-unit.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Columns that say by name what region_code says by code, in the order in which they narrow each other down. */
typedef enum {
  ATLAS_PLACE_PROVINCE,
  ATLAS_PLACE_PREFECTURE,
  ATLAS_PLACE_COUNTY,
  ATLAS_PLACE_NAME, /* a division of any level */
  ATLAS_PLACE_TOWNSHIP,
  ATLAS_N_PLACES
} AtlasPlaceColumn;

/**
 * AtlasHeaderMatch:
 * @column: the column of the table, or −1
 * @place: the #AtlasPlaceColumn, or −1
 * @has_unit: whether the header says a unit
 * @unit: that unit
 *
 * What a header means; where both are −1 it is not known.
 */
typedef struct {
  int column;
  int place;
  gboolean has_unit;
  AtlasColumnUnit unit;
} AtlasHeaderMatch;

/* What the header TEXT means in TABLE. GROUP (nullable): what stands above it in a header of two rows. */
gboolean atlas_header_names_find        (const AtlasTableDefinition *table, const char *group, const char *text,
                                         AtlasHeaderMatch *out);

/* Whether a file has to have COLUMN of TABLE. */
gboolean atlas_header_names_is_required (const AtlasTableDefinition *table, guint column);

G_END_DECLS
