/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/pages/programme-list.h"
#include "window/state/session.h"
#include "window/tables/text-grid.h"

G_BEGIN_DECLS

/* A programme: what it is, who runs it, the answer to its question, its figures with their documents, what contradicts itself
 * in them, and what a department would enter.
 *
 * Signals: "shown": what was asked for is on the page. */
#define ATLAS_TYPE_PROGRAMME_PAGE (atlas_programme_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProgrammePage, atlas_programme_page, ATLAS, PROGRAMME_PAGE, GtkWidget)

GtkWidget     *atlas_programme_page_new      (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Asks for FIGURES, of LIST, with the chosen region beside those that run it, where it has values; "shown" is emitted once that
 * is on the page. The same programme again leaves the page where it was scrolled to. */
void           atlas_programme_page_show     (AtlasProgrammePage *self, AtlasProgrammeList *list,
                                              const AtlasProgrammeFigures *figures);
/* What is asked for is not shown any more. */
void           atlas_programme_page_stop     (AtlasProgrammePage *self);
gboolean       atlas_programme_page_is_asking (AtlasProgrammePage *self);
/* The tables of its charts and its tables, in reading order; (element-type AtlasTable) (transfer full). */
GPtrArray     *atlas_programme_page_dup_tables (AtlasProgrammePage *self) G_GNUC_WARN_UNUSED_RESULT;
/* The published figures. */
AtlasTextGrid *atlas_programme_page_get_grid (AtlasProgrammePage *self);
/* What stands on the page, without charts and tables: a line for each text; (transfer full). */
char          *atlas_programme_page_dup_text (AtlasProgrammePage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
