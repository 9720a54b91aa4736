/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* On which line of an input each row of the dataset was met, in four bytes a row. */
typedef struct _AtlasRowLines AtlasRowLines;

AtlasRowLines *atlas_row_lines_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void           atlas_row_lines_free   (AtlasRowLines *self);
/* 0: not met yet. */
guint          atlas_row_lines_get    (AtlasRowLines *self, gint64 row_id);
void           atlas_row_lines_set    (AtlasRowLines *self, gint64 row_id, guint line);
/* Forgets all, for the next input. */
void           atlas_row_lines_clear  (AtlasRowLines *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowLines, atlas_row_lines_free)

G_END_DECLS
