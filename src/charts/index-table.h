/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/* The year that YEARS, an answer for several regions and years, can be indexed on: the first in which the most regions, two at
 * least, have a figure that is no stand-in and not 0, and of which something can be stated of a later year. 0: there is none. */
int         atlas_index_table_find_base (AtlasTable *years) G_GNUC_WARN_UNUSED_RESULT;
/* The figures of YEARS from BASE on, in per cent of each region's own figure of that year, each with both as its inputs. The
 * qualifier follows from both (docs/answers.md). Missing, with the reason noted, where the region has no figure of BASE, and
 * from where its series breaks; (transfer full). */
AtlasTable *atlas_index_table_new       (AtlasTable *years, int base) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
