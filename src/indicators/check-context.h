/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer-cell.h"
#include "indicators/checks.h"
#include "indicators/number-range.h"

G_BEGIN_DECLS

/* What the rules have in common: the figures they read, and how they report. */

/**
 * AtlasCheckContext:
 * @cells: what questions are answered from: what is published, but where a rule says otherwise
 * @figures: (element-type AtlasFigure): all, by region code and figure_id
 * @region: (nullable): only what is found within it is wanted
 * @findings: (element-type AtlasFinding): what has been found
 */
typedef struct {
  AtlasAnswerContext cells;
  GPtrArray *figures;
  const AtlasRegion *region;
  GPtrArray *findings;
} AtlasCheckContext;

/* A new key for FIGURE, or NULL to leave it out. */
typedef char *(*AtlasFigureKeyFunc) (const AtlasCheckContext *context, const AtlasFigure *figure);

/* The figures that have a key, those with the same key together, in the order of the first of each;
 * (element-type GPtrArray) (transfer full). */
GPtrArray         *atlas_check_group    (const AtlasCheckContext *context, AtlasFigureKeyFunc dup_key)
  G_GNUC_WARN_UNUSED_RESULT;

/* The day, as far as it is known, that a figure speaks of: two that differ are no contradiction. "2023-12"
 * for the end of 2023; of a flow also the span it adds up. (transfer full). */
char              *atlas_check_dup_moment (const AtlasCheckContext *context, const AtlasFigure *figure)
  G_GNUC_WARN_UNUSED_RESULT;
/* The dimension values without those of the dimension EXCEPT; (transfer full). */
char              *atlas_check_dup_dimensions (const AtlasFigure *figure, const char *except)
  G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): NULL where the list of divisions does not have it. */
const AtlasRegion *atlas_check_get_region (const AtlasCheckContext *context, const AtlasFigure *figure);
/* Whether it counts one batch only: never a whole. */
gboolean           atlas_check_is_batch   (const AtlasFigure *figure);

/* (nullable): the value of an indicator with DIMENSIONS ("tier=county_centre", "") for REGION in YEAR, as an
 * answer would give it. */
AtlasObservation  *atlas_check_ask        (const AtlasCheckContext *context, const AtlasRegion *region,
                                           const char *indicator_id, const char *dimensions, int year)
  G_GNUC_WARN_UNUSED_RESULT;
/* Adds the figures of the inputs of COMPUTED to FIGURES. */
void               atlas_check_add_inputs (GPtrArray *figures, const AtlasObservation *computed);
AtlasRange         atlas_range_of_observation (const AtlasObservation *observation);

/* Numbers in messages have all their digits: what contradicts itself often does so in the last. (transfer
 * full). */
char              *atlas_check_dup_number (double value, AtlasQualifier qualifier) G_GNUC_WARN_UNUSED_RESULT;
char              *atlas_check_dup_value  (const AtlasFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* N NUMBERS that are held against each other as in running text, with the unit of the indicator of FIGURE: "about 2.49 billion
 * yuan", 约24.9亿元; all in full where two that differ would read the same: "1,234,567 people"; (element-type utf8) (transfer full). */
GPtrArray         *atlas_check_list_quantities (const AtlasCheckContext *context, const AtlasFigure *figure,
                                                const AtlasQualifiedNumber *numbers, guint n) G_GNUC_WARN_UNUSED_RESULT;
/* The unit of the indicator that FIGURE is of. */
const AtlasUnit   *atlas_check_get_unit   (const AtlasCheckContext *context, const AtlasFigure *figure);

/* Adds a finding about FIGURES (element-type AtlasFigure), of which the first gives indicator and period.
 * MESSAGE is taken. */
void               atlas_check_report     (AtlasCheckContext *context, const char *rule,
                                           AtlasSeverity severity, const AtlasRegion *region,
                                           GPtrArray *figures, char *message);

/* The same about what registers count; INDICATOR_ID and PERIOD are of it. */
void               atlas_check_report_count (AtlasCheckContext *context, const char *rule, AtlasSeverity severity,
                                             const AtlasRegion *region, const char *indicator_id, const char *period,
                                             char *message);

/* The rules, each in its own words in checks.c. */
void atlas_check_sums              (AtlasCheckContext *context);
void atlas_check_regions           (AtlasCheckContext *context);
void atlas_check_certified         (AtlasCheckContext *context);
void atlas_check_incentives        (AtlasCheckContext *context);
void atlas_check_stations          (AtlasCheckContext *context);
void atlas_check_planned           (AtlasCheckContext *context);
void atlas_check_claims            (AtlasCheckContext *context);
void atlas_check_sources           (AtlasCheckContext *context);
void atlas_check_derived           (AtlasCheckContext *context);
void atlas_check_registers         (AtlasCheckContext *context);

G_END_DECLS
