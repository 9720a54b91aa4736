/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/**
 * AtlasSubject:
 * @parent: (nullable): the division above; NULL for the nation
 * @told_period: the period that the text told last, so that it need not be repeated; "-" before the first
 *
 * What a report on one region is about, and what such reports ask and say alike.
 */
typedef struct {
  AtlasReportBuilder *builder;
  const AtlasRegion *region;
  const AtlasRegion *parent;
  const AtlasRegion *nation;
  const char *name;
  const char *parent_name;
  const char *nation_name;
  const char *told_period;
} AtlasSubject;

/* Names the region of BUILDER, which is borrowed, and those it is compared with. */
void                    atlas_subject_init         (AtlasSubject *self, AtlasReportBuilder *builder);

/* INDICATOR for the region and those it is compared with. */
AtlasTable             *atlas_subject_ask_compared (const AtlasSubject *self, const char *indicator, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* The years of the region's own figures; a table of one row where there are fewer than two. */
AtlasTable             *atlas_subject_ask_trend    (const AtlasSubject *self, const char *indicator, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* The divisions one level below that have a figure; leaves OUT_CHILDREN as it is where there are none. */
gboolean                atlas_subject_ask_children (const AtlasSubject *self, const char *indicator,
                                                    AtlasTable **out_children, GError **error);

/* Sets #ATLAS_REPORT_ERROR_EMPTY unless there ARE any figures for a report on the region. */
gboolean                atlas_subject_check_figures (const AtlasSubject *self, gboolean are, GError **error);

/* The region's own row. */
const AtlasObservation *atlas_subject_find         (const AtlasSubject *self, AtlasTable *table);
/* The figure of the latest year before NOW in TREND that has one, or NULL. */
const AtlasObservation *atlas_subject_find_before  (AtlasTable *trend, const AtlasObservation *now);

/* A sentence on OBSERVATION: its level, with its period where that is not the one told last, and MORE clauses, which
 * rest on the observations BASES (each nullable). Nothing where it is missing. */
void atlas_subject_append (AtlasSubject *self, GString *text, const AtlasObservation *observation,
                           const char *const *more, guint n_more, const AtlasObservation *const *bases,
                           guint n_bases);
/* A headline number with its period and MORE (nullable); up to four, nothing where OBSERVATION is missing. FIGURES:
 * (element-type AtlasKeyFigure). */
void atlas_subject_add_key_figure (AtlasSubject *self, GPtrArray *figures, AtlasTable *table, const AtlasObservation *observation,
                                   const char *more);
/* "242 stations for 243 townships": what COVERAGE was computed from, or NULL; (transfer full). */
char *atlas_subject_dup_fraction   (const AtlasObservation *coverage) G_GNUC_WARN_UNUSED_RESULT;
/* The region's PARTS, each a row with number and period; HEADER stands over their names. Where they make up TOTAL (nullable),
 * each has its share, and a last row the total. NULL with fewer than two. */
AtlasReportTable *atlas_subject_break_down (const AtlasSubject *self, AtlasTable *parts, const AtlasObservation *total,
                                            const char *title, const char *header) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
