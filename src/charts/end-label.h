/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* The name of ENTRY and VALUE beside the end of a line, in ROOM; where that is short, the name is shortened and never the
 * value. VALUE_FIRST: for a label right of its point, so that the value stands next to it. */
AtlasTextRun *atlas_end_label_new (AtlasChartBuild *build, const AtlasChartEntry *entry, const char *value,
                                   gboolean value_first, double room) G_GNUC_WARN_UNUSED_RESULT;

/* The last value of a line, with its year where the line ends before the axis does; (transfer full). */
char         *atlas_end_label_dup_value (const AtlasChartBuild *build, guint category, guint series)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
