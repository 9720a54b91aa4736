/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/dimension-match.h"

G_BEGIN_DECLS

/* Which of two figures of the same region, indicator, dimensions and year is preferred (docs/answers.md, "Choosing among
 * figures"): < 0 if A. FLOW: the indicator is read over the year, not at its end. A total order: never 0 for two
 * figures with different ids. */
int          atlas_figure_compare     (const AtlasFigure *a, const AtlasFigure *b, gboolean flow);

/* (nullable) (transfer none): the preferred one of those of FIGURES, all of one region and year, that answer SLICE. */
AtlasFigure *atlas_slice_choose       (const AtlasSlice *slice, AtlasCatalogue *catalogue, GPtrArray *figures);

/* Whether a figure of a stock speaks of the end of its year. */
gboolean     atlas_figure_is_year_end (const AtlasFigure *figure);

G_END_DECLS
