/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-row.h"
#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* What rows of published figures may refer to: documents, indicators with their units and dimensions. */
typedef struct _AtlasFigureReferences AtlasFigureReferences;

AtlasFigureReferences *atlas_figure_references_load (sqlite3 *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_figure_references_free (AtlasFigureReferences *self);

/* (nullable) (transfer full): what is wrong with the references of ROW, as what, and in which column; NULL where nothing
 * is. A figure that says no date needs a document that does. */
char                  *atlas_figure_references_find_fault (AtlasFigureReferences *self, const AtlasRegisterRow *row,
                                                           guint *out_column, AtlasRejectCode *out_code)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFigureReferences, atlas_figure_references_free)

G_END_DECLS
