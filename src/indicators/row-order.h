/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/question.h"
#include "indicators/observation.h"

G_BEGIN_DECLS

/* Brings (element-type AtlasObservation) ROWS into the order that QUESTION asks for, equal ones as they were, and cuts
 * them to its limit. */
void atlas_rows_sort_and_limit (GPtrArray *rows, const AtlasQuestion *question);

G_END_DECLS
