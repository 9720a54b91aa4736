/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/subject.h"

G_BEGIN_DECLS

/* Says which townships of the region have no operating station, in a sentence and a table, or why they cannot be named;
 * COVERAGE is the region's own. */
gboolean atlas_coverage_add_townships (AtlasSubject *subject, const AtlasObservation *coverage, GError **error);

G_END_DECLS
