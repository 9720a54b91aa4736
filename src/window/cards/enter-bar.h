/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Buttons below what says that something is missing: they lead to where it is entered. */
#define ATLAS_TYPE_ENTER_BAR (atlas_enter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasEnterBar, atlas_enter_bar, ATLAS, ENTER_BAR, GtkWidget)

/* Offers to import TABLE (nullable), a register, and to enter a figure of INDICATOR (nullable). Without both there is nothing to
 * be seen. */
void atlas_enter_bar_offer (AtlasEnterBar *self, const char *table, const char *indicator);

G_END_DECLS
