/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/subject.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_DIVISION_VALUE,
  ATLAS_DIVISION_NUMERATOR, /* with ATLAS_DIVISION_DENOMINATOR: of a ratio */
  ATLAS_DIVISION_DENOMINATOR,
  ATLAS_DIVISION_RANK,
} AtlasDivisionPart;

/**
 * AtlasDivisionColumn:
 * @table: (nullable): the divisions one level below that have a figure; without it there is no such column
 * @header: (nullable): instead of the indicator's name with its unit
 */
typedef struct {
  AtlasTable *table;
  AtlasDivisionPart part;
  const char *header;
} AtlasDivisionColumn;

/* The divisions below, one a row, in descending order of the first column of the N, whose period has a column of its
 * own; a value of another period says so under it. Divisions without any figure are named in the note. NULL if fewer
 * than two have one. */
AtlasReportTable *atlas_division_table_new (const AtlasSubject *subject, const char *title,
                                            const AtlasDivisionColumn *columns, guint n) G_GNUC_WARN_UNUSED_RESULT;
/* Whether each division of TABLE (nullable) has a place: a bound leaves open where it stands. */
gboolean          atlas_division_are_ranked (AtlasTable *table);
/* Whether all figures of TABLE are counted in registers of one year: documents differ in scope and period, registers count
 * alike. */
gboolean          atlas_division_are_counted (AtlasTable *table);
/* "下辖地区合计1.479亿元，占总额的27.9%，其余为本级资金。": what is known of the DIVISIONS below is not the TOTAL of a region that
 * has money of its own. NULL where it is, or cannot be held against it; (transfer full). */
char             *atlas_division_dup_rest (AtlasTable *divisions, const AtlasObservation *total) G_GNUC_WARN_UNUSED_RESULT;
/* How many divisions there are one level below, development zones apart. */
guint             atlas_division_count     (const AtlasSubject *subject);

G_END_DECLS
