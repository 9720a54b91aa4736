/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/indicator.h"
#include "dataset/qualified-number.h"

G_BEGIN_DECLS

/* "8.2 people per 10,000 people": RATE of one count to another, above 0, of so many that at least one comes on them; to
 * three significant digits, since it belongs to a line. (transfer full) */
char *atlas_rate_dup_text (double rate, AtlasQualifier qualifier, const AtlasUnit *unit, const AtlasUnit *per_unit)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
