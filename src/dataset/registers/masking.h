/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Personal data is shown and exported masked unless asked otherwise. */

/* Whether COLUMN of TABLE tells who somebody is: the name and the certificate of a person. */
gboolean atlas_column_is_personal (const AtlasTableDefinition *table, guint column);

/* 王小明 → 王*, 欧阳娜娜 → 欧阳*, "Anna Li" → "A*"; "" stays. (transfer full) */
char    *atlas_mask_name          (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* The first four and last two characters of a number that is longer than ten, else the first two: 2019********90; "" stays.
 * (transfer full) */
char    *atlas_mask_number        (const char *number) G_GNUC_WARN_UNUSED_RESULT;
/* CELL of a personal column, masked as that column is. (transfer full) */
char    *atlas_mask_cell          (const AtlasTableDefinition *table, guint column, const char *cell)
  G_GNUC_WARN_UNUSED_RESULT;
/* Whether TEXT has been masked: such a text says nothing about anybody and is never read as data. */
gboolean atlas_is_masked          (const char *text);

G_END_DECLS
