/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table in columns for a terminal, where a Han character is as wide as two letters. */
typedef struct _AtlasTextTable AtlasTextTable;

/* Nul-terminated HEADINGS; RIGHT (nullable) tells for each column whether it is set flush right. */
AtlasTextTable *atlas_text_table_new       (const char *const *headings, const gboolean *right)
  G_GNUC_WARN_UNUSED_RESULT;
void            atlas_text_table_free      (AtlasTextTable *self);
/* As many CELLS as there are headings. */
void            atlas_text_table_add       (AtlasTextTable *self, const char *const *cells);
/* The lines, without blanks at their ends; columns that are empty in all rows are left out. */
char           *atlas_text_table_to_string (AtlasTextTable *self) G_GNUC_WARN_UNUSED_RESULT;

/* How many columns of a terminal TEXT takes. */
guint           atlas_text_width           (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextTable, atlas_text_table_free)

G_END_DECLS
