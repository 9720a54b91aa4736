/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/* What stands under a chart's title on its card: how a ratio is made, the unit, the years; (transfer full). */
char *atlas_table_dup_subtitle (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
