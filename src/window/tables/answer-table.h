/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/state/session.h"
#include "window/tables/text-grid.h"

G_BEGIN_DECLS

/* A part of the answer to the question of a programme that is a table: what each division has of what is asked, on a card. A
 * row that is selected is shown with its sources. */
#define ATLAS_TYPE_ANSWER_TABLE (atlas_answer_table_get_type ())
G_DECLARE_FINAL_TYPE (AtlasAnswerTable, atlas_answer_table, ATLAS, ANSWER_TABLE, GtkWidget)

GtkWidget     *atlas_answer_table_new      (AtlasSession *session, AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
AtlasTextGrid *atlas_answer_table_get_grid (AtlasAnswerTable *self);

G_END_DECLS
