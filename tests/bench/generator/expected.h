/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "stations.h"

/* What must be counted by whoever has read all that was written. It is counted here from what was meant, while it is
 * written, and by nothing of the application. For the nation and each province that takes part, and for each of the
 * last five years, at its end or over it:
 *
 * certified        people by the highest grade with its date on or before 31 December. The date of a grade is that of
 *                  its own column (assistant_on, intermediate_on, senior_on) or else, for the grade that the row
 *                  names, certified_on
 * stations         stations of the tier township_station with opened_on on or before 31 December and not closed_on on
 *                  or before it, in any division, development zones too
 * covered          statutory divisions of the township level with at least one of those stations, each counted once.
 *                  No exclusion of denominators.csv holds for the nation or a province
 * funding_fen      the amounts of the year's entries by source, in all stages and at all levels: a province's are
 *                  those of the province itself and of all divisions below it
 * household_visits the sum of "count" of the kind household_visit in the year
 *
 * Where the files have no rows of a year, that is 0. Beside the years stand "rows", how many each register has, and
 * "townships": all statutory divisions of the township level, covered or not, whether they take part or not. */
typedef struct _Expected Expected;

/**
 * CertifiedDates:
 * @grade: as the row names it
 * @certified_on: as the row has it
 * @on: as the row has it for each grade, 0 where the cell is empty
 */
typedef struct {
  Grade grade;
  Date certified_on;
  Date on[N_GRADES];
} CertifiedDates;

Expected *expected_new          (const Country *country, guint last_year) G_GNUC_WARN_UNUSED_RESULT;
void      expected_free         (Expected *self);

void      expected_add_county   (Expected *self, const County *county);
void      expected_add_person   (Expected *self, guint province, const CertifiedDates *dates);
void      expected_add_funding  (Expected *self, guint province, guint year, Source source, guint64 fen);
void      expected_add_services (Expected *self, guint province, guint year, Kind kind, guint count);

/* How many rows the file of FORM has, or the files of all provinces. */
void      expected_set_n_rows   (Expected *self, const RegisterForm *form, guint n_rows);

gboolean  expected_write        (Expected *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Expected, expected_free)
