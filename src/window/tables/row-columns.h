/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* How the columns of a table of rows stand beside each other. */

/* How wide COLUMN starts, in pixels. */
int  atlas_row_columns_get_width (const AtlasColumn *column);
/* Whether it takes part of the width that a large window has to spare: texts, which are cut off where they are long. */
gboolean atlas_row_columns_expands (const AtlasColumn *column);
/* Fills ORDER, as long as TABLE has columns, with these in the order in which they are shown: what a row says before what
 * it is filed under. */
void atlas_row_columns_get_order (const AtlasTableDefinition *table, guint *order);

G_END_DECLS
