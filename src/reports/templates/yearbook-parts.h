/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/templates/yearbook-grid.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_YEARBOOK_STATIONS,
  ATLAS_YEARBOOK_PEOPLE,
  ATLAS_YEARBOOK_FUNDING,
  ATLAS_YEARBOOK_SERVICES,
  ATLAS_YEARBOOK_ORGANISATIONS,
  ATLAS_N_YEARBOOK_CHAPTERS,
} AtlasYearbookChapter;

/**
 * AtlasYearbook:
 * @regions: (element-type AtlasRegion): as in its grids
 * @ranks: (nullable): the places in the columns and levels asked about so far
 *
 * What the parts of a yearbook share.
 */
typedef struct {
  AtlasSubject about;
  GPtrArray *regions;
  AtlasYearbookGrid *grids[ATLAS_N_YEARBOOK_CHAPTERS];
  GHashTable *ranks;
} AtlasYearbook;

/* Asks the columns of CHAPTER. */
AtlasYearbookGrid *atlas_yearbook_chapter_ask (AtlasYearbook *self, AtlasYearbookChapter chapter, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* Whether what CHAPTER asks is part of the report: in the chapter itself or in the profiles. */
gboolean           atlas_yearbook_has_chapter (AtlasYearbook *self, AtlasYearbookChapter chapter);
/* Whether any division has a figure in CHAPTER. */
gboolean           atlas_yearbook_chapter_is_known    (AtlasYearbook *self, AtlasYearbookChapter chapter);
/* Translated. */
const char        *atlas_yearbook_chapter_get_heading (AtlasYearbookChapter chapter);
/* Whether no chapter of the report has a figure for REGION. */
gboolean           atlas_yearbook_is_silent    (AtlasYearbook *self, const AtlasRegion *region);
/* Adds the chapter: heading, text, chart and table; what is not known of any division is noted as a gap. */
void               atlas_yearbook_add_chapter (AtlasYearbook *self, AtlasYearbookChapter chapter);
/* Adds what each division has returned, and how many of its figures there are. */
void               atlas_yearbook_add_completeness (AtlasYearbook *self);
/* Headline numbers of REGION, if at least two are known. */
void               atlas_yearbook_add_key_figures  (AtlasYearbook *self, const AtlasRegion *region);
/* Adds a profile of each division that has a figure. */
void               atlas_yearbook_add_profiles (AtlasYearbook *self);

G_END_DECLS
