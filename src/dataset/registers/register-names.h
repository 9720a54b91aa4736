/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* How tables, their columns and the words in them are called in the user's language; borrowed. The ids themselves for
 * what is not of a register, of figures or of sources. */

/* "Stations", "Personnel" … */
const char *atlas_table_get_title  (const AtlasTableDefinition *table);
/* "Station number", "Amount (yuan)" … */
const char *atlas_column_get_title (const AtlasColumn *column);
/* "operating" → "Operating": WORD of an ENUM column. */
const char *atlas_word_get_title   (const AtlasColumn *column, const char *word);

G_END_DECLS
