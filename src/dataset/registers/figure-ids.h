/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* Ids for new figures: "F0632" behind "F0631". */
typedef struct _AtlasFigureIds AtlasFigureIds;

AtlasFigureIds *atlas_figure_ids_new  (sqlite3 *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_figure_ids_free (AtlasFigureIds *self);
/* WANTED, if it is one and no figure has it, else the next free one; borrowed until the next call. */
const char     *atlas_figure_ids_take (AtlasFigureIds *self, const char *wanted, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFigureIds, atlas_figure_ids_free)

G_END_DECLS
