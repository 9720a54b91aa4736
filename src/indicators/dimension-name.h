/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "grade" → "grade" or 等级, in the user's language; DIMENSION itself where there is no word for it. Borrowed. */
const char *atlas_dimension_name (const char *dimension);

G_END_DECLS
