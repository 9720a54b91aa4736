/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/checks.h"
#include "indicators/programme-figures.h"

G_BEGIN_DECLS

/* A part of an answer that is shown as a table rather than as a chart. */
#define ATLAS_PROGRAMME_TABLE "table"
/* A part that is no number but rows of registers (programme-registers.h). */
#define ATLAS_PROGRAMME_ROWS "rows"
/* A part that is the townships of a region that have none of it (programme-townships.h). */
#define ATLAS_PROGRAMME_TOWNSHIPS "townships"

/**
 * AtlasProgrammePart:
 * @kind: the id of a kind of chart, ATLAS_PROGRAMME_TABLE, ATLAS_PROGRAMME_ROWS or ATLAS_PROGRAMME_TOWNSHIPS
 * @questions: (element-type AtlasQuestion): asked side by side, without regions; of rows each names a register in place of an
 *   indicator, and columns in place of dimensions
 *
 * One chart or table that answers the question of a programme. programmes.csv writes the parts as
 * "KIND SELECTOR { + SELECTOR } [by DIMENSION] { | … }": "percent-bar funding[purpose=three_areas_plan] by source".
 */
typedef struct {
  char *kind;
  GPtrArray *questions;
} AtlasProgrammePart;

void       atlas_programme_part_free    (AtlasProgrammePart *self);
/* (element-type AtlasProgrammePart); whether indicators, dimensions and kinds exist is not asked. */
GPtrArray *atlas_programme_parse_answer (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AtlasProgrammeAnswer:
 * @kind: as of its part
 * @level: of a chart, the level of all its divisions, where the chart adds up what divisions of several levels would count
 *   twice; −1 where that is no matter
 * @table: joined, where several indicators are asked side by side; every division of it has a value, or is named by the
 *   documents as one that runs the programme
 *
 * What the dataset answers: a chart or a table.
 */
typedef struct {
  char *kind;
  int level;
  AtlasTable *table;
} AtlasProgrammeAnswer;

void       atlas_programme_answer_free (AtlasProgrammeAnswer *self);
gboolean   atlas_programme_answer_is_table (const AtlasProgrammeAnswer *self);
/* What it shows: the indicator, or NAME where there are several, and the level or the division that it is of;
 * (transfer full). */
char      *atlas_programme_answer_dup_title (const AtlasProgrammeAnswer *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The answer to the question of a programme for the divisions that run it, or for REGION (nullable) alone:
 * (element-type AtlasProgrammeAnswer), in the order of programmes.csv, one for each level (of a funnel, for each division).
 * A part to which nothing has a value is left out; so the array may be empty. Stand-ins are taken; their periods are with
 * them. */
GPtrArray *atlas_programme_ask (AtlasDataset *dataset, AtlasCatalogue *catalogue, const AtlasProgrammeFigures *figures,
                                const AtlasRegion *region, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for the divisions that run it and, where it has values, REGION (nullable) beside them: registers may tell of one
 * that no document does. */
GPtrArray *atlas_programme_ask_beside (AtlasDataset *dataset, AtlasCatalogue *catalogue, const AtlasProgrammeFigures *figures,
                                       const AtlasRegion *region, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Those of FINDINGS (element-type AtlasFinding) that are about one of the figures: sums that documents break, plans that
 * read like results; (transfer container): they are borrowed. */
GPtrArray *atlas_programme_pick_findings (const AtlasProgrammeFigures *figures, GPtrArray *findings)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProgrammePart, atlas_programme_part_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProgrammeAnswer, atlas_programme_answer_free)

G_END_DECLS
