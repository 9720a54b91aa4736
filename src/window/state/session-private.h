/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/state/session.h"
#include "window/state/view-history.h"

G_BEGIN_DECLS

/* What session.c (the dataset, steps), session-view.c (what is shown) and session-selection.c (what is selected) share. */
struct _AtlasSession
{
  GObject parent_instance;

  AtlasDataset *dataset;
  AtlasCatalogue *catalogue;
  GSettings *settings;
  GCancellable *selecting; /* (nullable): of the figure that is about to be selected */
  guint n_inquiries;       /* under way */
  GCancellable *rereading; /* (nullable): of the catalogue, after the dataset has changed */
  guint retry_id;          /* until the dataset, which has changed, can be read again */

  AtlasViewState *view;
  AtlasViewState *before; /* the view when the step under way began */
  guint depth;
  AtlasViewHistory *history;
  AtlasViewHistory *places; /* of each view only page and region count */
  gboolean is_travelling;   /* along the places: that makes no new one */

  AtlasTable *selected_table;
  guint selected_row;
  AtlasSelectedRow *register_row; /* (nullable): instead of the table */
  char *pointed; /* (nullable): code of the region under the pointer */
};

/* The dataset may not know what was shown before: then the nation is, and the first indicator. */
void atlas_session_fit_view       (AtlasSession *self);
/* What is selected is of a dataset that is closed: without a word. */
void atlas_session_forget_selection (AtlasSession *self);
/* The view has become another than OLD: keeps where that was, if it was another place. */
void atlas_session_remember_place (AtlasSession *self, const AtlasViewState *old);

G_END_DECLS
