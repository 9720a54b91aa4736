/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "chart-samples.h"

G_BEGIN_DECLS

/* Rounding in the dump. */
#define SAMPLE_TOLERANCE 0.21

/* C5: no two texts touch; nothing leaves the chart. What fails is told with the whole layout. */
void assert_texts_apart (const AtlasChartLayout *layout, GPtrArray *shapes);
void assert_all_inside  (const AtlasChartLayout *layout, GPtrArray *shapes);

G_END_DECLS
