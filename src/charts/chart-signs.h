/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"

G_BEGIN_DECLS

#define ATLAS_N_MISSING_KINDS (ATLAS_MISSING_SUPPRESSED + 1)
#define ATLAS_N_QUALIFIERS (ATLAS_QUALIFIER_AT_MOST + 1)

/* Of the rows of one part of the table. */
typedef struct {
  guint n_shown;
  guint n_of_status[ATLAS_STATUS_MISSING + 1];
} AtlasPartCount;

/**
 * AtlasChartSigns:
 * @qualifiers: (with @symbols) which are used
 * @has_small: whether a value below the smallest unit is written as a sign
 * @is_shown: of each row of the table, whether the chart draws its value
 * @counts: of each part of the table
 *
 * The signs that a chart uses beside its numbers, or in their place, and what they mean (C8, C10, C27).
 */
typedef struct {
  const AtlasChartSpec *spec;
  const AtlasChartData *data;
  gboolean qualifiers[ATLAS_N_QUALIFIERS];
  gboolean symbols[ATLAS_N_MISSING_KINDS];
  gboolean has_small;
  gboolean has_stand_ins;
  gboolean has_tiny_bases;
  gboolean *is_shown;
  AtlasPartCount *counts;
} AtlasChartSigns;

/* Borrows both. */
void        atlas_chart_signs_init  (AtlasChartSigns *self, const AtlasChartSpec *spec, const AtlasChartData *data);
void        atlas_chart_signs_clear (AtlasChartSigns *self);
/* What stands for a missing value where there are no words: a sign, or "" (C9). Static. */
const char *atlas_chart_signs_get_symbol    (const AtlasChartSigns *self, AtlasMissing missing);
/* Whether all that is missing is left blank. A map hatches it all the same (C16), and keeps the sign on that. */
gboolean    atlas_chart_signs_leave_blank   (const AtlasChartSigns *self);
/* Whether it was not used before. */
gboolean    atlas_chart_signs_use_symbol    (AtlasChartSigns *self, AtlasMissing missing);
gboolean    atlas_chart_signs_use_qualifier (AtlasChartSigns *self, AtlasQualifier qualifier);
gboolean    atlas_chart_signs_use_small     (AtlasChartSigns *self);
/* The sign of a status that not all values of an indicator share, "" else: where all do, a sentence says it. */
const char *atlas_chart_signs_get_status    (const AtlasChartSigns *self, guint part, AtlasStatus status);
/* C27 */
gboolean    atlas_chart_signs_has_tiny_base (const AtlasChartSigns *self, const AtlasObservation *row);
/* Adds what each sign in use means to TEXT. */
void        atlas_chart_signs_explain       (const AtlasChartSigns *self, GString *text);

/* Adds ITEM to the notes in TEXT. */
void        atlas_note_append      (GString *text, const char *item);
/* "Stations: operating": of which indicator all values are so; (transfer full). */
char       *atlas_note_dup_of_part (AtlasTable *table, guint part, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
