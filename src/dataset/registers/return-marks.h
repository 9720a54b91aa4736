/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"
#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* Which divisions, and years, the rows of one input lie in. */
typedef struct _AtlasReturnMarks AtlasReturnMarks;

AtlasReturnMarks *atlas_return_marks_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_return_marks_free (AtlasReturnMarks *self);
/* The division of the county level that REGION lies in; what is above marks nothing. */
void              atlas_return_marks_add_row (AtlasReturnMarks *self, const AtlasRegion *region, int year);
/* REGION itself, for all years that rows lie in, or where there are none for YEAR. */
void              atlas_return_marks_add_covered (AtlasReturnMarks *self, const AtlasRegion *region, int year);

/* Whether DB does not have them all for TABLE. */
gboolean          atlas_return_marks_are_new (AtlasReturnMarks *self, sqlite3 *db, const char *table, gboolean *out,
                                              GError **error);
gboolean          atlas_return_marks_write   (AtlasReturnMarks *self, sqlite3 *db, const char *table, gint64 import_id,
                                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReturnMarks, atlas_return_marks_free)

G_END_DECLS
