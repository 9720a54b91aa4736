/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* The keys of the tree of regions, a list of GtkTreeListRow in a GtkSingleSelection: right unfolds a row or goes to the
 * first below it, left folds it up or goes to the one above it, space takes its region into the comparison or out. */
void     atlas_region_tree_keys_add (GtkListView *tree, AtlasSession *session);

/* Moves the focus into LIST, to the row of REGION at POSITION. */
gboolean atlas_region_list_focus    (GtkListView *list, const AtlasRegion *region, guint position);

/* Moves the focus into TREE, to the row that is selected. FALSE: there is none. */
gboolean atlas_region_tree_focus    (GtkListView *tree);

G_END_DECLS
