/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "chart-samples.h"

G_BEGIN_DECLS

/* A chart laid out, with what is asked of it. */
typedef struct {
  AtlasChartSpec *spec;
  const AtlasChartTraits *traits;
  const AtlasChartStyle *style;
  AtlasChartLayout *layout;
  GPtrArray *shapes; /* (element-type SampleShape) */
} Chart;

typedef void (*CheckChart) (const Chart *chart);

/* Checks charts of every kind, each as high as suits: from the bundled dataset, one for each question that the kind can
 * answer, narrow and wide, in English and Chinese; and from random tables. */
void check_real_charts   (CheckChart check);
void check_random_charts (CheckChart check);

G_END_DECLS
