/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/row-changes.h"
#include "dataset/registers/row-index.h"

G_BEGIN_DECLS

/* What row-index.c and row-page.c share. */
struct _AtlasRowIndex {
  AtlasRowQuery *query;
  GArray *ids; /* of gint64: the values of the table's file_order */
  AtlasRowChanges *changes; /* (nullable): of the query's import */
  guint n_changed;
};

G_END_DECLS
