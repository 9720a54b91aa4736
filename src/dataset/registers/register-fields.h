/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-row.h"
#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* The values of a row as fields of the dataset file, in the order of atlas_table_definition_dup_fields(): of registers,
 * figures and sources. */

/* Fills the values of ROW, whose table is set, from STMT's fields FIELD and those behind it; texts are borrowed until the
 * statement's next step. */
void     atlas_register_fields_read  (AtlasRegisterRow *row, sqlite3_stmt *stmt, int field);
/* Binds them to PARAMETER and those behind it, without copying. Returns: the parameter behind the last one. */
int      atlas_register_fields_bind  (const AtlasRegisterRow *row, sqlite3_stmt *stmt, int parameter);
/* The same for one value, of a column that has one field. */
void     atlas_register_field_bind   (const AtlasRegisterRow *row, guint column, sqlite3_stmt *stmt, int parameter);
/* Whether two rows of a table would be held as the same fields. */
gboolean atlas_register_fields_equal (const AtlasRegisterRow *a, const AtlasRegisterRow *b);
gboolean atlas_register_field_equal  (const AtlasRegisterRow *a, const AtlasRegisterRow *b, guint column);

G_END_DECLS
