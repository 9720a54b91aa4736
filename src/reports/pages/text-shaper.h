/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/text-line.h"
#include "reports/pages/reference-links.h"
#include "reports/report-style.h"

G_BEGIN_DECLS

/**
 * AtlasTextShaper:
 *
 * What all texts of a report share: one Pango context and the fonts and features of every role, made once, and each text that
 * takes one line, set once. Used in the thread that made it.
 */
typedef struct _AtlasTextShaper AtlasTextShaper;

AtlasTextShaper           *atlas_text_shaper_new          (const AtlasReportStyle *style,
                                                           AtlasLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
void                       atlas_text_shaper_free         (AtlasTextShaper *self);
/* Nothing of what was set so far will be set again: what is kept for that is freed. */
void                       atlas_text_shaper_forget       (AtlasTextShaper *self);
const AtlasReportStyle    *atlas_text_shaper_get_style    (AtlasTextShaper *self);
AtlasLanguage              atlas_text_shaper_get_language (AtlasTextShaper *self);
/* (nullable): of what the texts are part of; outlives SELF. */
void                       atlas_text_shaper_set_links    (AtlasTextShaper           *self,
                                                           const AtlasReferenceLinks *links);
const AtlasReferenceLinks *atlas_text_shaper_get_links    (AtlasTextShaper *self);

/* TEXT in ROLE on one line, which atlas_text_line_suits(); (transfer none), until it is forgotten. */
AtlasTextLine             *atlas_text_shaper_get_line     (AtlasTextShaper *self,
                                                           AtlasTextRole    role,
                                                           const char      *text);
/* TEXT in ROLE to be broken into lines; Chinese lines may end before and behind quotation marks; (transfer full). */
PangoLayout               *atlas_text_shaper_create_layout (AtlasTextShaper *self,
                                                            AtlasTextRole    role,
                                                            const char      *text) G_GNUC_WARN_UNUSED_RESULT;

/* How wide TEXT is on one line, in points. */
double                     atlas_text_shaper_measure      (AtlasTextShaper *self,
                                                           AtlasTextRole    role,
                                                           const char      *text);
/* How far the ink of TEXT rises above the baseline, in points. */
double                     atlas_text_shaper_measure_rise (AtlasTextShaper *self,
                                                           AtlasTextRole    role,
                                                           const char      *text);

/* On a grid, notes the characters of TEXT, set as RUNS (PangoGlyphItem) in ROLE, that the face of the role lacks; without a grid
 * faces are mixed on purpose. */
void                       atlas_text_shaper_collect_lacking (AtlasTextShaper *self,
                                                              AtlasTextRole    role,
                                                              const char      *text,
                                                              GSList          *runs);
/* A sentence that names what was noted so; NULL if there is none; (transfer full). */
char                      *atlas_text_shaper_dup_lacking  (AtlasTextShaper *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextShaper, atlas_text_shaper_free)

G_END_DECLS
