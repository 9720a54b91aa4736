/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"
#include "window/pages/programme-list.h"

G_BEGIN_DECLS

/* What the page of a programme asks, in a worker: FOUND, of LIST, with REGION (nullable) beside the divisions that run it. */
typedef struct {
  AtlasProgrammeList *list;
  const AtlasProgrammeFigures *found;
  const AtlasRegion *region;
} AtlasProgrammeQuestion;

AtlasProgrammeQuestion *atlas_programme_question_new  (AtlasProgrammeList *list, const AtlasProgrammeFigures *found,
                                                       const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;
void                    atlas_programme_question_free (AtlasProgrammeQuestion *self);

/**
 * AtlasProgrammeContent:
 * @answers: (element-type AtlasProgrammeAnswer): charts and tables
 * @registers: (element-type AtlasProgrammeRegister): rows of the chosen region, or of all where that is the country
 * @findings: (element-type AtlasFinding): what contradicts itself in its figures, borrowed from @all_findings
 */
typedef struct {
  GPtrArray *answers;
  GPtrArray *registers;
  GPtrArray *findings;
  GPtrArray *all_findings;
} AtlasProgrammeContent;

void                    atlas_programme_content_free  (AtlasProgrammeContent *self);

/* The "ask" of an AtlasInquiry: AtlasProgrammeContent for QUESTION. */
gpointer                atlas_programme_question_ask  (AtlasDataset *dataset, AtlasCatalogue *catalogue, gconstpointer question,
                                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProgrammeContent, atlas_programme_content_free)

G_END_DECLS
