/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"

G_BEGIN_DECLS

/* The year whose parts a whole is made of: the latest there is a value for, 0 where years do not differ. */
int   atlas_parts_get_year  (const AtlasChartData *data);
/* "Total: 4,072 people" of parts that are known to make up the whole, else "Parts published: …", since there may be more; NULL
 * where there is no value, or they are of several periods; (transfer full). */
char *atlas_parts_dup_total (const AtlasChartData *data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
