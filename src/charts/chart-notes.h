/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"

G_BEGIN_DECLS

/* What stands under the plot: the signs that are used, notes about single rows by number, notes about all, and the
 * sources (C8, C13). Collected from the data; what only drawing finds out is added. */
typedef struct _AtlasChartNotes AtlasChartNotes;

AtlasChartNotes *atlas_chart_notes_new  (const AtlasChartSpec *spec, const AtlasChartData *data)
  G_GNUC_WARN_UNUSED_RESULT;
void             atlas_chart_notes_free (AtlasChartNotes *self);

/* "①②" for the value of ROW, with the sign of its status; "" where there is nothing to say. Borrowed. */
const char      *atlas_chart_notes_get_mark   (const AtlasChartNotes *self, guint row);
/* What stands for a missing value where there are no words: a sign, or "" where it is left blank. Static. */
const char      *atlas_chart_notes_get_symbol (const AtlasChartNotes *self, AtlasMissing missing);
/* Whether nothing is written for what is missing, neither words nor signs (C9). */
gboolean         atlas_chart_notes_leave_blank (const AtlasChartNotes *self);
/* A sign for a missing value was drawn, or a blank left for it. */
void             atlas_chart_notes_use_symbol (AtlasChartNotes *self, AtlasMissing missing);
/* A value that is not in the table, such as a total, was written with QUALIFIER. */
void             atlas_chart_notes_use_qualifier (AtlasChartNotes *self, AtlasQualifier qualifier);
/* A value below the smallest unit was written as a sign. */
void             atlas_chart_notes_use_small  (AtlasChartNotes *self);
/* A sentence about the drawing; each once. */
void             atlas_chart_notes_add        (AtlasChartNotes *self, const char *sentence);
/* The number under which SENTENCE, about a place in the drawing, stands among the notes: "②"; "" where there are too many:
 * then it stands there without one. (transfer full) */
char            *atlas_chart_notes_number     (AtlasChartNotes *self, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;
/* How many rows got no bar, and how many of those drawn no name and value, for lack of room. */
void             atlas_chart_notes_set_hidden (AtlasChartNotes *self, guint n_rows, guint n_labels);
/* N_LABELS more were left out. */
void             atlas_chart_notes_add_hidden (AtlasChartNotes *self, guint n_labels);
/* Small multiples: what is hidden is counted over all panels, of which N_HIDDEN are themselves not shown. */
void             atlas_chart_notes_begin_panels (AtlasChartNotes *self, guint n_hidden);
void             atlas_chart_notes_end_panel    (AtlasChartNotes *self);
/* What else is left out at this size, or said differently; takes the place of what was said before. (nullable) */
void             atlas_chart_notes_set_left_out (AtlasChartNotes *self, const char *sentence);
/* A sentence of FORMAT, which is translated and has one %s, about NAMES (element-type utf8); nothing if there are none. */
void             atlas_chart_notes_add_names  (AtlasChartNotes *self, const char *format, GPtrArray *names);
/* Grows with everything added: tells whether notes laid out before are still true. */
guint            atlas_chart_notes_get_stamp  (const AtlasChartNotes *self);

/* "A, B, C and 12 more in the table"; (element-type utf8) (transfer full). */
char            *atlas_chart_notes_join_names      (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;
/* What there was no room for, and if WITH_NOTES that it was also notes; "" where all is shown; (transfer full). */
char            *atlas_chart_notes_dup_hidden      (const AtlasChartNotes *self, gboolean with_notes)
  G_GNUC_WARN_UNUSED_RESULT;
/* (element-type utf8) (transfer full): explanations, notes by number, as far as there are any. */
GPtrArray       *atlas_chart_notes_list_paragraphs (const AtlasChartNotes *self) G_GNUC_WARN_UNUSED_RESULT;
/* Two notes in one line; (transfer full). */
char            *atlas_chart_notes_join            (const char *one, const char *other) G_GNUC_WARN_UNUSED_RESULT;
guint            atlas_chart_notes_get_n_sources   (const AtlasChartNotes *self);
/* The line of sources with the first N of them written out: "来源：《…》；…等 9 个来源"; (transfer full). */
char            *atlas_chart_notes_dup_sources     (const AtlasChartNotes *self, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartNotes, atlas_chart_notes_free)

G_END_DECLS
