/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib-object.h>

#include "dataset/figure.h"
#include "dataset/region-tree.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_BASIS_NONE, /* missing */
  ATLAS_BASIS_REGISTERS,
  ATLAS_BASIS_PUBLISHED,
  ATLAS_BASIS_PUBLISHED_PARTS,
  ATLAS_BASIS_COMPUTED,
} AtlasBasis;

const char *atlas_basis_to_id   (AtlasBasis basis);
const char *atlas_basis_get_name (AtlasBasis basis);

/* Why there is no number: the kinds of nothing are never drawn alike. */
typedef enum {
  ATLAS_MISSING_NOT_REPORTED,  /* no figure at all */
  ATLAS_MISSING_OTHER_YEARS,   /* there are figures, of other years */
  ATLAS_MISSING_INPUT,         /* an input of the formula is missing */
  ATLAS_MISSING_ONLY_PARTS,    /* only parts are printed, such as one batch */
  ATLAS_MISSING_UNPLACED,      /* there are some in the division above, but where in it is not known */
  ATLAS_MISSING_NOT_APPLICABLE, /* the question makes no sense here: a division by zero, no townships */
  ATLAS_MISSING_SUPPRESSED,
} AtlasMissing;

/**
 * AtlasObservation:
 * @region: owned by the table's region tree
 * @stands_for_level: the region stands where the level asked for is missing
 * @year: the year asked for, or the one the value is of; 0: undated
 * @period: the real period of the value as shown: "2023", "2021/..", "2022-09", or "" where undated or missing
 * @by: (array zero-terminated=1): the values of the table's @by dimensions, in their order
 * @status: ATLAS_STATUS_MISSING says that all numbers below mean nothing
 * @missing: why
 * @value: in base units
 * @exact: the same, exact, if @has_exact (published figures, sums of them, and all money)
 * @numerator: (with @denominator) of a ratio, NAN where there is none; each with its own qualifier
 * @stand_in: an earlier or undated figure shown for a year that has none: drawn lighter, no growth from it
 * @year_inferred: its year was inferred from its source
 * @table: (nullable): the register it was counted from
 * @is_partial: it rests on the count of a register that has not been returned for all of the region and the year
 * @sources: (element-type AtlasSource): each once, in the order used
 * @notes: (element-type utf8): sentences in the user's language
 * @figures: (element-type AtlasFigure): those the value comes from
 * @others: (element-type AtlasFigure): figures for the same question that were not chosen
 * @inputs: (element-type AtlasObservation): of a formula, each asked as its own question
 * @indicator_id: of an input, what it is the value of
 * @dimensions: (element-type AtlasDimensionPair): all dimension values the answer is for: by, where and defaults
 *
 * The value of an indicator for a region, a period and dimension values, with how it was come by. Immutable.
 */
typedef struct {
  const AtlasRegion *region;
  gboolean stands_for_level;
  char *indicator_id;
  GPtrArray *dimensions;
  char **by;
  int year;
  char *period;
  AtlasStatus status;
  AtlasMissing missing;
  AtlasQualifier qualifier;
  AtlasBasis basis;
  double value;
  AtlasDecimal exact;
  gboolean has_exact;
  double numerator;
  AtlasQualifier numerator_qualifier;
  double denominator;
  AtlasQualifier denominator_qualifier;
  gboolean stand_in;
  gboolean year_inferred;
  const AtlasTableDefinition *table;
  gboolean is_partial;
  GPtrArray *sources;
  GPtrArray *notes;
  GPtrArray *figures;
  GPtrArray *others;
  GPtrArray *inputs;
} AtlasObservation;

AtlasObservation *atlas_observation_new   (const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;
AtlasObservation *atlas_observation_ref   (AtlasObservation *self);
void              atlas_observation_unref (AtlasObservation *self);

gboolean          atlas_observation_is_missing (const AtlasObservation *self);
void              atlas_observation_add_source (AtlasObservation *self, AtlasSource *source);
/* (transfer full): the lists of an observation are added to by these functions only, since empty ones are shared. */
void              atlas_observation_take_figure (AtlasObservation *self, AtlasFigure *figure);
void              atlas_observation_take_other (AtlasObservation *self, AtlasFigure *figure);
void              atlas_observation_take_input (AtlasObservation *self, AtlasObservation *input);
/* Nobody may change (element-type AtlasDimensionPair) DIMENSIONS from now on. */
void              atlas_observation_set_dimensions (AtlasObservation *self, GPtrArray *dimensions);
/* Adds a sentence, once. */
void              atlas_observation_add_note   (AtlasObservation *self, const char *note);
/* What is noted of a figure of YEAR (0: undated) that stands in for the one ASKED; (transfer full). */
char             *atlas_observation_dup_stand_in_note (int asked, int year) G_GNUC_WARN_UNUSED_RESULT;
/* NOTE that holds for one year: "3 of 5 returned (2023)"; (transfer full). */
char             *atlas_note_dup_of_year      (const char *note, int year) G_GNUC_WARN_UNUSED_RESULT;
/* NOTE without YEAR at its end, for where that stands beside the value in any case: "3 of 5 returned"; (transfer full). */
char             *atlas_note_dup_without_year (const char *note, int year) G_GNUC_WARN_UNUSED_RESULT;
/* The notes as one text, or "" ; (transfer full). */
char             *atlas_observation_dup_note   (const AtlasObservation *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasObservation, atlas_observation_unref)

G_END_DECLS
