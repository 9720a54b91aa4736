/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/figure.h"

G_BEGIN_DECLS

/* The year of a figure, 0 if undated: its period if that is one year, else its as_of's, else the end of its interval,
 * else its source's as_of (docs/answers.md, "Year"). OUT_INFERRED (nullable): whether the document does not print it. */
int         atlas_figure_get_year   (const AtlasFigure *figure, gboolean *out_inferred);
/* What is shown as its period: its period, else its as_of, else its source's, else ""; borrowed. */
const char *atlas_figure_get_period (const AtlasFigure *figure);

/* Of any period or as_of: "2023", "2022-09", "2020-11-01", "2013/2020", "../2022", "2021/..", "". */
gboolean    atlas_period_is_interval (const char *period);
/* The year it ends in: 2023, 2022, 2020, 2020, 2022; 0 where it is open or there is none. */
int         atlas_period_get_year    (const char *period);

G_END_DECLS
