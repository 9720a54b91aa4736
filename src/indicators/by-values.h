/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer-cell.h"

G_BEGIN_DECLS

/* (element-type GStrv): the values, one for each of the dimensions BY, that the rows of an answer have: a complete set
 * whole; else those that one of REGIONS has a figure or a count for in any year, in the order of the dimensions. Aggregates are
 * never among them. SLICE: the question without BY. May be empty. */
GPtrArray *atlas_by_values_list (const AtlasAnswerContext *context, GPtrArray *regions, const AtlasSlice *slice,
                                 char **by) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
