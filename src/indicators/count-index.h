/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/rollup-cells.h"
#include "dataset/table-definition.h"
#include "indicators/dimension-match.h"

G_BEGIN_DECLS

/**
 * AtlasCount:
 * @table: the register it is counted from
 * @is_stock: read at the end of a year; else over the year
 * @is_distinct: each thing once, so that the numbers of divisions do not add up
 * @is_of_last_year: known of the last year only that the register speaks of
 * @rows_year: the last year of which a row here speaks, where rows do not say it themselves; 0: none does
 * @n_years: how many numbers there are
 * @years: the numbers, ascending by year, their series meaning nothing; a stock stays as it is until the next
 *
 * What a register counts of one slice in one region. Borrowed from its index.
 */
typedef struct {
  const AtlasTableDefinition *table;
  gboolean is_stock;
  gboolean is_distinct;
  gboolean is_of_last_year;
  int rows_year;
  guint n_years;
  AtlasRollupCell years[];
} AtlasCount;

/* FALSE where nothing was counted for, or up to, YEAR. */
gboolean atlas_count_get (const AtlasCount *self, int year, AtlasRollupCell *out);

/* The counts of registers that one question needs, read from the roll-ups as they are asked for. */
typedef struct _AtlasCountIndex AtlasCountIndex;

AtlasCountIndex  *atlas_count_index_new       (AtlasDataset *dataset, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_count_index_free      (AtlasCountIndex *self);

/* Says which (element-type AtlasRegion) REGIONS, by code, will be asked for, of which most are of one level and lie side by side:
 * they are then read in one go, and with townships the counties that they lie in. Borrowed. */
void              atlas_count_index_expect    (AtlasCountIndex *self, GPtrArray *regions);

/* (nullable): the register that counts INDICATOR_ID. */
const AtlasTableDefinition *atlas_count_find_table (const char *indicator_id);
/* (nullable): NULL where no register counts SLICE. */
const AtlasCount *atlas_count_index_lookup    (AtlasCountIndex *self, const AtlasRegion *region,
                                               const AtlasSlice *slice);
/* (nullable): what of it is of REGION itself and of none of its parts; of what is counted once the rows that name it, whose numbers
 * mean something else. The parts are read, too. */
const AtlasCount *atlas_count_index_lookup_own (AtlasCountIndex *self, const AtlasRegion *region,
                                                const AtlasSlice *slice);
/* Adds the dimension values, (element-type GPtrArray) of AtlasDimensionPair, of what is counted of INDICATOR_ID in REGION
 * to FOUND, a set; borrowed. */
void              atlas_count_index_add_dimensions (AtlasCountIndex *self, const AtlasRegion *region,
                                                    const char *indicator_id, GHashTable *found);
/* Whether a count with DIMENSIONS (element-type AtlasDimensionPair) belongs to what SLICE asks for. */
gboolean          atlas_count_matches         (const AtlasSlice *slice, GPtrArray *dimensions);
/* The number of one series of rollup-series.h in, or for a stock at the end of, YEAR. */
gint64            atlas_count_index_get_series (AtlasCountIndex *self, const AtlasRegion *region, guint series, int year);
/* FALSE where reading failed since the index was made: then nothing that was answered holds. */
gboolean          atlas_count_index_check     (AtlasCountIndex *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCountIndex, atlas_count_index_free)

G_END_DECLS
