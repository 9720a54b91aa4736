/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-block.h"

G_BEGIN_DECLS

/* How many decimals all numbers of COLUMN of TABLE have that are exact and not 0; 0 where they differ, or where there are none. */
guint atlas_decimal_places_count   (const AtlasReportTable *table, guint column);
/* What TEXT, a number with the sign of one that is not exact, lacks of N decimals: ".0", "0", or "" where it lacks nothing or is no
 * such number; (transfer full). Its point stands below the others if that much is left free behind it. */
char *atlas_decimal_places_dup_missing (const char *text, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
