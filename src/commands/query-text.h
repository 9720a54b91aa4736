/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/* An answer for a person at a terminal: a heading, a table in columns, and below it the notes and sources
 * that its rows refer to by number. In the user's language; (transfer full). */
char *atlas_query_text (AtlasTable *answer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
