/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/**
 * AtlasPair:
 * @first: (with @last) a series each; the same where the table has but one
 *
 * The two series that a kind of chart sets against each other: the first and the last year, value of a dimension, or
 * indicator.
 */
typedef struct {
  guint first, last;
} AtlasPair;

AtlasPair atlas_pair_of             (const AtlasChartData *data);
gboolean  atlas_pair_has_both       (const AtlasChartData *data, AtlasPair pair, guint category);
/* Whether a difference may be stated: both values exact or about, none a stand-in, and of years a change that the house
 * allows (docs/answers.md) and no break between them (C11). */
gboolean  atlas_pair_is_comparable  (const AtlasChartData *data, AtlasPair pair, guint category);
/* "−7.3 percentage points", from the first to the last; NULL where it may not be stated; (transfer full). */
char     *atlas_pair_dup_difference (const AtlasChartData *data, AtlasPair pair, guint category)
  G_GNUC_WARN_UNUSED_RESULT;
/* Says what the dashed line of those means that are not. */
void      atlas_pair_note_dashed    (AtlasChartBuild *build, AtlasPair pair);
/* Says which series between are not shown, or that there is nothing to set the first against. */
void      atlas_pair_note_series    (AtlasChartBuild *build, AtlasPair pair);
/* Says who lacks a figure of the two, by reason, where no mark does. */
void      atlas_pair_note_missing   (AtlasChartBuild *build, AtlasPair pair);

G_END_DECLS
