/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasIndicator:
 * @group: the group it is listed under: personnel, certification, funding ...
 * @unit: id of its unit (units.csv)
 * @over_regions: how it adds up over regions: "sum", "none" or "recompute"
 * @over_time: over time: "sum" marks a flow; "last" a stock, read at the end of the year; "none", "recompute"
 * @dimensions: (array zero-terminated=1): by what it can be broken down
 * @defaults: (element-type AtlasDimensionPair): the values that hold for a dimension that is not named
 * @formula: of a derived indicator, as written in indicators.csv; "" for a published one
 *
 * A row of indicators.csv. Texts are never NULL.
 */
typedef struct {
  char *indicator_id;
  char *name_zh;
  char *name_en;
  char *group;
  char *unit;
  char *over_regions;
  char *over_time;
  char **dimensions;
  GPtrArray *defaults;
  char *formula;
  char *definition_en;
  char *definition_zh;
} AtlasIndicator;

AtlasIndicator *atlas_indicator_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_indicator_free (AtlasIndicator *self);

/* In the user's language, borrowed. */
const char     *atlas_indicator_get_name       (const AtlasIndicator *self);
const char     *atlas_indicator_get_definition (const AtlasIndicator *self);
/* Funding and other money over a period, new certificates: read over the year, not at its end. */
gboolean        atlas_indicator_is_flow        (const AtlasIndicator *self);

/**
 * AtlasDimensionKind:
 * @ATLAS_DIMENSION_BREAKDOWN: breaks an indicator down
 * @ATLAS_DIMENSION_ATTRIBUTE: says something about a figure and never breaks down
 * @ATLAS_DIMENSION_AGGREGATE: sums several values and is never a row of its own
 */
typedef enum {
  ATLAS_DIMENSION_BREAKDOWN,
  ATLAS_DIMENSION_ATTRIBUTE,
  ATLAS_DIMENSION_AGGREGATE,
} AtlasDimensionKind;

/**
 * AtlasDimensionValue:
 * @order: position among the values of its dimension, from 1; 0 where none is given
 * @part_of_complete_set: whether the values so marked make up the whole (the three grades)
 *
 * A row of dimensions.csv.
 */
typedef struct {
  char *dimension;
  char *value;
  AtlasDimensionKind kind;
  guint order;
  gboolean part_of_complete_set;
  char *name_zh;
  char *name_en;
} AtlasDimensionValue;

AtlasDimensionValue *atlas_dimension_value_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_dimension_value_free (AtlasDimensionValue *self);
const char          *atlas_dimension_value_get_name (const AtlasDimensionValue *self);

/**
 * AtlasUnit:
 * @unit: id, such as "people" or "yuan_per_month"
 * @symbol_zh: as it stands behind a number: 人, 元, %, 人/万人
 * @symbol_en: "people", "yuan", "%" ...; "" where a bare number is plainer
 * @is_money: held in yuan with two decimals
 *
 * A row of units.csv.
 */
typedef struct {
  char *unit;
  char *symbol_zh;
  char *symbol_en;
  gboolean is_money;
} AtlasUnit;

AtlasUnit  *atlas_unit_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void        atlas_unit_free (AtlasUnit *self);
const char *atlas_unit_get_symbol (const AtlasUnit *self);
/* Whether SELF (nullable) is of shares, in percent. */
gboolean    atlas_unit_is_percent (const AtlasUnit *self);

/**
 * AtlasDenominator:
 * @excluded: (array zero-terminated=1): codes of the townships that do not count for @region_code itself
 *
 * A row of denominators.csv: which townships count for coverage of one region.
 */
typedef struct {
  char *region_code;
  char *valid_from;
  char *basis;
  char **excluded;
  char *note;
} AtlasDenominator;

AtlasDenominator *atlas_denominator_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_denominator_free (AtlasDenominator *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasIndicator, atlas_indicator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDimensionValue, atlas_dimension_value_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasUnit, atlas_unit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDenominator, atlas_denominator_free)

G_END_DECLS
