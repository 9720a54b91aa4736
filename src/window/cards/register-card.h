/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/programme-registers.h"
#include "window/tables/text-grid.h"

G_BEGIN_DECLS

/* Rows of a register that answer the question of a programme, on a card; from there it goes to the register itself. ROWS is
 * read at once and not kept. */
GtkWidget     *atlas_register_card_new      (const AtlasProgrammeRegister *rows) G_GNUC_WARN_UNUSED_RESULT;
/* A button to the register TABLE on the Data page. */
GtkWidget     *atlas_register_link_new      (const AtlasTableDefinition *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
