/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* Lets the years that are shown be chosen: the latest, one year, or a range of those that have figures; with the switch for
 * stand-ins. */
#define ATLAS_TYPE_YEAR_CHOOSER (atlas_year_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AtlasYearChooser, atlas_year_chooser, ATLAS, YEAR_CHOOSER, GtkPopover)

GtkWidget *atlas_year_chooser_new (AtlasSession *session);

G_END_DECLS
