/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/**
 * AtlasUnranked:
 * @ATLAS_UNRANKED_NOT: it is ranked
 * @ATLAS_UNRANKED_STAND_IN: its figure is of another year, or undated
 * @ATLAS_UNRANKED_FEW_STATIONS: (with @ATLAS_UNRANKED_FEW_PEOPLE) a rate of so small a base that a single one moves it
 *   (C27)
 *
 * Why a row takes no part in a ranking.
 */
typedef enum {
  ATLAS_UNRANKED_NOT,
  ATLAS_UNRANKED_MISSING,
  ATLAS_UNRANKED_STAND_IN,
  ATLAS_UNRANKED_FEW_STATIONS,
  ATLAS_UNRANKED_FEW_PEOPLE,
  ATLAS_N_UNRANKED,
} AtlasUnranked;

/**
 * AtlasRank:
 * @rank: 1 for the highest value; values that are equal as shown have the same, and the next one as many places further down; 0: not ranked
 * @earlier: its rank in the earlier table; 0: none there
 */
typedef struct {
  guint rank;
  guint earlier;
  AtlasUnranked why_not;
} AtlasRank;

/* Why OBSERVATION, of TABLE, takes no part; ATLAS_UNRANKED_FEW_STATIONS or _FEW_PEOPLE hold wherever a rate is shown. */
AtlasUnranked    atlas_ranking_judge        (AtlasTable *table, const AtlasObservation *observation);

/* The places of the rows of a table, and which they had in an earlier one. */
typedef struct _AtlasRanking AtlasRanking;

/* SCALE: in what the values are written beside the ranks. EARLIER (nullable): the answer to the same question of an earlier year. */
AtlasRanking    *atlas_ranking_new          (AtlasTable *table, AtlasScale scale, AtlasTable *earlier) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_ranking_free         (AtlasRanking *self);
const AtlasRank *atlas_ranking_get          (const AtlasRanking *self, guint row);
guint            atlas_ranking_get_n_ranked (const AtlasRanking *self);
/* The year compared with; 0 without an earlier table, or where nothing in it is ranked. */
int              atlas_ranking_get_earlier_year (const AtlasRanking *self);

/* "▲2", "▼1", "＝", "new"; "" where the row is not ranked or there is nothing to compare with; (transfer full). */
char            *atlas_ranking_dup_change   (const AtlasRanking *self, guint row) G_GNUC_WARN_UNUSED_RESULT;
/* "rank 2 of 21, up 1 since 2022", "not ranked"; (transfer full). */
char            *atlas_ranking_dup_words    (const AtlasRanking *self, guint row) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRanking, atlas_ranking_free)

G_END_DECLS
