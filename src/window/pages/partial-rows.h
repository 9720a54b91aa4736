/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/* TREND without what few divisions of the regions around SHOWN have counted: by the registers of one province the nation's numbers
 * fall to nothing. NAME is the register of rows that do not say which they count. (transfer full) */
AtlasTable *atlas_partial_rows_leave_out (AtlasTable *trend, const AtlasRegion *shown, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
