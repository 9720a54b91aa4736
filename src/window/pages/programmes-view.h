/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/pages/programme-page.h"
#include "window/state/session.h"
#include "window/tables/text-grid.h"

G_BEGIN_DECLS

/* The programmes that the documents describe: a list that is searched and narrowed by group, document and region, and the page
 * of one of them. */
#define ATLAS_TYPE_PROGRAMMES_VIEW (atlas_programmes_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProgrammesView, atlas_programmes_view, ATLAS, PROGRAMMES_VIEW, GtkWidget)

GtkWidget          *atlas_programmes_view_new       (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the page of the programme ID; FALSE where it is known that there is none. Before a dataset is open, or while it is read
 * what is in it, it shows it once that is known. */
gboolean            atlas_programmes_view_show      (AtlasProgrammesView *self, const char *id);
/* Shows the list: of those of the chosen region, or of all, without a search. */
void                atlas_programmes_view_show_list (AtlasProgrammesView *self, gboolean of_region);
/* Whether all is shown that was asked for. */
gboolean            atlas_programmes_view_is_complete (AtlasProgrammesView *self);
/* Searches the list for TEXT. */
void                atlas_programmes_view_search    (AtlasProgrammesView *self, const char *text);
/* (nullable): the page, NULL while the list is shown. */
AtlasProgrammePage *atlas_programmes_view_get_page  (AtlasProgrammesView *self);
AtlasTextGrid      *atlas_programmes_view_get_grid  (AtlasProgrammesView *self);

G_END_DECLS
