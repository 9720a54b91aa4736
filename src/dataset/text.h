/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The texts of the value types are never NULL and owned; this replaces one, to fill a new value. */
void atlas_text_set (char **text, const char *value);

G_END_DECLS
